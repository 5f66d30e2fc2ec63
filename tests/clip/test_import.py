"""Models out of folders in all the layouts that are known."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest

from mindseye.clip import ClipModel, assemble
from mindseye.clip.clip_vocabulary import END, START
from mindseye.clip.import_folder import import_folder
from mindseye.clip.layouts import recognise
from mindseye.errors import InputError, ModelError
from tests.clip.networks import (
    PREPROCESSOR,
    SIDE,
    save_immich,
    save_json,
    save_qdrant,
    save_text,
    save_tokenizer,
    save_vision,
    save_xenova,
)

EXPORTS = {"transformers": save_xenova, "qdrant": save_qdrant, "immich": save_immich}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.mark.parametrize("kind", EXPORTS)
def test_each_layout_is_taken_in_and_works(kind: str, tmp_path: Path, home: Path) -> None:
    save: Callable[[Path], Path] = EXPORTS[kind]
    source = save(tmp_path / "An Export")
    before = sorted((path, path.read_bytes()) for path in source.rglob("*.*") if path.is_file())
    imported = import_folder(source, home, "taken")
    manifest = imported.manifest
    assert imported.kind == kind
    assert not imported.doubts
    assert manifest.folder == home / "taken"
    assert manifest.image.preprocessing.size == SIDE
    assert manifest.text.context_length == 12
    assert manifest.text.pad_token == "<pad>"
    assert manifest.text.dynamic_length
    manifest.verify()
    model = ClipModel(manifest)
    red = np.full((SIDE, SIDE, 3), (220, 0, 0), np.uint8)
    assert (model.embed_texts(["red", "blue"]) @ model.embed_images([red]).T).argmax() == 0
    assert before == sorted((path, path.read_bytes()) for path in source.rglob("*.*") if path.is_file())
    assert all(path.stat().st_nlink == 1 for path in home.rglob("*.onnx")), "copies, never links"


def test_own_folders_are_taken_in_and_renamed(tmp_path: Path, home: Path) -> None:
    first = import_folder(save_xenova(tmp_path / "x"), home, "first").manifest
    second = import_folder(first.folder, home, "second")
    assert second.kind == "mindseye"
    assert second.manifest.name == "second"
    assert second.manifest.fingerprint == first.fingerprint, "the same space"
    with pytest.raises(InputError, match="already"):
        import_folder(first.folder, home)


def test_a_name_is_made_from_the_title(tmp_path: Path, home: Path) -> None:
    assert import_folder(save_xenova(tmp_path / "x"), home).manifest.name == "colour-clip"


@pytest.mark.parametrize("name", ["", "Big", "a/b", "../up", "x.part", "a b", "-x", "x" * 65])
def test_impossible_names_are_refused(tmp_path: Path, home: Path, name: str) -> None:
    source = save_xenova(tmp_path / "x")
    if name:
        with pytest.raises(InputError, match="cannot name a model"):
            import_folder(source, home, name)
    assert not home.exists()


def test_one_file_with_both_towers_tells_its_temperature(tmp_path: Path, home: Path) -> None:
    manifest = import_folder(save_xenova(tmp_path / "x", both=True), home).manifest
    assert manifest.image.file == manifest.text.file
    assert manifest.temperature == pytest.approx(1 / 25, rel=1e-3)


def test_towers_that_need_padding_are_found_out(tmp_path: Path, home: Path) -> None:
    source = save_xenova(tmp_path / "x", padding_counts=True)
    assert not import_folder(source, home).manifest.text.dynamic_length


def test_the_most_exact_variant_is_taken(tmp_path: Path) -> None:
    source = save_xenova(tmp_path / "x")
    save_vision(source / "onnx" / "vision_model_quantized.onnx")
    (source / "onnx" / "text_model.onnx").rename(source / "onnx" / "text_model_fp16.onnx")
    layout = recognise(source)
    assert (layout.image, layout.text) == ("onnx/vision_model.onnx", "onnx/text_model_fp16.onnx")


def test_weights_beside_the_graph_come_along(tmp_path: Path, home: Path) -> None:
    source = save_xenova(tmp_path / "x")
    path = source / "onnx" / "vision_model.onnx"
    model = onnx.load(str(path))
    onnx.save(
        model, str(path), save_as_external_data=True, location="vision_model.onnx_data", size_threshold=0
    )
    manifest = import_folder(source, home).manifest
    assert list(manifest.extra_files) == ["onnx/vision_model.onnx_data"]
    manifest.verify()


def test_towers_of_two_models_are_doubted(tmp_path: Path, home: Path) -> None:
    source = save_xenova(tmp_path / "x")
    model = onnx.load(str(source / "onnx" / "vision_model.onnx"))
    weights = next(item for item in model.graph.initializer if item.name == "spread")
    turned = onnx.numpy_helper.to_array(weights)[::-1].copy()
    weights.CopyFrom(onnx.numpy_helper.from_array(turned, "spread"))
    onnx.save(model, str(source / "onnx" / "vision_model.onnx"))
    assert "disagree about plain colours" in import_folder(source, home).doubts[0]


def test_clip_words_without_a_tokenizer_file(tmp_path: Path, home: Path) -> None:
    source = save_xenova(tmp_path / "x")
    (source / "tokenizer.json").unlink()
    letters = [chr(code) for code in range(ord("!"), ord("~") + 1)]
    words = [START, END, "<pad>", *letters, *(letter + "</w>" for letter in letters)]
    save_json(source / "vocab.json", {word: number for number, word in enumerate(words)})
    (source / "merges.txt").write_text("#version: 0.2\n", encoding="utf-8")
    with pytest.raises(ModelError, match="stopped"):  # the small tower knows twelve words, not these
        import_folder(source, home)
    assert recognise(source).vocabulary is not None


def spoil_tokenizer(source: Path) -> None:
    (source / "tokenizer.json").write_text("{")


def spoil_network(source: Path) -> None:
    (source / "onnx" / "text_model.onnx").write_bytes(b"broken")


def spoil_dimension(source: Path) -> None:
    both = onnx.load(str(source / "onnx" / "text_model.onnx"))
    words = next(item for item in both.graph.initializer if item.name == "words")
    narrow = onnx.numpy_helper.to_array(words)[:, :4].copy()
    words.CopyFrom(onnx.numpy_helper.from_array(narrow, "words"))
    onnx.save(both, str(source / "onnx" / "text_model.onnx"))


def spoil_size(source: Path) -> None:
    save_json(source / "preprocessor_config.json", PREPROCESSOR | {"size": {"shortest_edge": SIDE + 4}})


def spoil_configuration(source: Path) -> None:
    save_json(source / "preprocessor_config.json", {"image_mean": [1]})


def spoil_towers(source: Path) -> None:
    save_text(source / "onnx" / "vision_model.onnx")


def spoil_words(source: Path) -> None:
    (source / "tokenizer.json").unlink()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_tokenizer, "damaged"),
        (spoil_network, "cannot be run"),
        (spoil_dimension, "not 3 vectors of 6"),
        (spoil_size, "cuts 8 out"),
        (spoil_configuration, "not understood"),
        (spoil_towers, "takes no pictures"),
        (spoil_words, "neither tokenizer.json nor vocab.json"),
    ],
)
def test_what_does_not_work_leaves_nothing_behind(
    tmp_path: Path, home: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    source = save_xenova(tmp_path / "x")
    spoil(source)
    with pytest.raises(ModelError, match=reason):
        import_folder(source, home, "broken")
    assert not [path for path in home.rglob("*") if not path.name.endswith(".lock")]


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "SPARE_BYTES", 10**18)
    with pytest.raises(ModelError, match="MB are needed"):
        import_folder(save_xenova(tmp_path / "x"), home, "large")
    assert not list(home.glob("large*"))


def test_other_folders_are_not_models(tmp_path: Path, home: Path) -> None:
    with pytest.raises(InputError, match="There is no folder"):
        import_folder(tmp_path / "nothing", home)
    (tmp_path / "photos").mkdir()
    with pytest.raises(InputError, match="holds no model that is known"):
        import_folder(tmp_path / "photos", home)


@pytest.mark.parametrize(
    ("changes", "resize", "interpolation"),
    [
        ({}, "shortest", "bicubic"),
        ({"size": 8, "crop_size": 8}, "shortest", "bicubic"),
        ({"resample": 2, "do_center_crop": False, "size": {"height": 8, "width": 8}}, "squash", "bilinear"),
        ({"resample": 1}, "shortest", "lanczos"),
    ],
)
def test_preprocessing_is_read(
    tmp_path: Path, changes: dict[str, object], resize: str, interpolation: str
) -> None:
    source = save_xenova(tmp_path / "x")
    save_json(source / "preprocessor_config.json", PREPROCESSOR | changes)
    found = recognise(source).preprocessing
    assert (found.size, found.resize, found.interpolation) == (8, resize, interpolation)


def test_capitals_stay_where_the_tokenizer_keeps_them(tmp_path: Path) -> None:
    source = save_xenova(tmp_path / "x")
    assert recognise(source).lowercase
    save_tokenizer(source / "tokenizer.json", lowercase=False)
    assert not recognise(source).lowercase


def test_siglip_is_known_by_its_configuration(tmp_path: Path) -> None:
    source = save_xenova(tmp_path / "x")
    save_json(source / "config.json", {"model_type": "siglip"})
    (source / "tokenizer_config.json").write_text(json.dumps({"pad_token": "<pad>"}))
    layout = recognise(source)
    assert (layout.score, layout.dynamic_length, layout.context_length) == ("sigmoid", False, 64)
