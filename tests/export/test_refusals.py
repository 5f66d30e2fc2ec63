"""What is not exported says why in one sentence, and leaves nothing behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
pytest.importorskip("transformers", reason="transformers is not installed; `make test-models` installs it")

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional

from export import graph
from export.__main__ import main
from export.failure import ExportError
from export.from_transformers import describe
from export.model_folder import export_model
from export.random_models import as_source
from tests.export import small


def refused(source: Path, out: Path, capsys: pytest.CaptureFixture[str], sentence: str, *more: str) -> None:
    before = sorted(out.parent.iterdir())
    assert main([str(source), "--out", str(out), *more]) == 1
    said = capsys.readouterr().err.strip()
    assert sentence in said
    assert "\n" not in said
    assert sorted(out.parent.iterdir()) == before


def rewrite(path: Path, **changes: object) -> None:
    stored = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**stored, **changes}), encoding="utf-8")


def drop_a_weight(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    del weights["visual_projection.weight"]
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def grow_the_tokenizer(folder: Path) -> None:
    path = folder / "tokenizer.json"
    path.write_text(path.read_text(encoding="utf-8").replace(str(small.VOCABULARY - 1), "4000"))


BREAKAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "another class": (lambda f: rewrite(f / "config.json", model_type="bert"), "of type 'bert'"),
    "no weights": (lambda f: (f / "model.safetensors").unlink(), "cannot be read"),
    "torn weights": (lambda f: (f / "model.safetensors").write_bytes(b"x" * 40), "cannot be read"),
    "a weight is missing": (drop_a_weight, "lack visual_projection.weight"),
    "no preprocessing": (lambda f: (f / "preprocessor_config.json").unlink(), "how pictures are prepared"),
    "another size": (
        lambda f: rewrite(f / "preprocessor_config.json", size={"shortest_edge": 40}),
        "scales to 40 pixels and cuts 32",
    ),
    "another crop": (
        lambda f: rewrite(f / "preprocessor_config.json", crop_size=24, do_center_crop=True),
        "prepared as [24] pixels",
    ),
    "half the mean": (
        lambda f: rewrite(f / "preprocessor_config.json", image_mean=[0.5]),
        "is not understood",
    ),
    "no tokenizer": (lambda f: (f / "tokenizer.json").unlink(), "name one with --tokenizer"),
    "torn tokenizer": (lambda f: (f / "tokenizer.json").write_text("{"), "is damaged"),
    "no tokenizer inside": (lambda f: (f / "tokenizer.json").write_text("{}"), "is no tokenizer file"),
    "another end": (lambda f: small.write_tokenizer(f, causal=False), "does not end texts with the token"),
    "torn tokenizer settings": (lambda f: (f / "tokenizer_config.json").write_text("{"), "is damaged"),
    "a larger tokenizer": (grow_the_tokenizer, "ids up to 4000, the text tower knows 300"),
    "torn configuration": (lambda f: (f / "config.json").write_text("{"), "is damaged"),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_broken_folder(breakage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    breaking, sentence = BREAKAGES[breakage]
    breaking(source)
    refused(source, tmp_path / "out", capsys, sentence)


def test_a_reading_tower_needs_its_padding_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.siglip(), tmp_path / "source")
    (source / "tokenizer_config.json").unlink()
    refused(source, tmp_path / "out", capsys, "names no padding token")
    (source / "special_tokens_map.json").write_text('{"pad_token": {"content": "</s>"}}', encoding="utf-8")
    assert main([str(source), "--out", str(tmp_path / "out")]) == 0


def test_a_tower_that_is_no_square() -> None:
    model = small.clip()
    model.config.vision_config.image_size = [32, 48]
    with pytest.raises(ExportError, match="no square"):
        describe(model)


def test_a_tower_without_its_pooling_head() -> None:
    model = small.siglip()
    model.config.vision_config.vision_use_head = False
    with pytest.raises(ExportError, match="has no pooling head"):
        describe(model)


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([str(source), "--out", str(tmp_path / "file" / "out")]) == 1
    assert "file is no folder." in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "source"]


def test_places_and_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    refused(tmp_path / "nowhere", tmp_path / "out", capsys, "There is no")
    refused(source, tmp_path / "out", capsys, "cannot name a model", "--name", "My Model")
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("keep me", encoding="utf-8")
    refused(source, tmp_path / "taken", capsys, "is there already")
    assert (tmp_path / "taken" / "mine.txt").read_text(encoding="utf-8") == "keep me"


def test_an_activation_that_is_not_known() -> None:
    with pytest.raises(ExportError, match="'relu' is not known"):
        describe(small.clip("relu"))


def wrong_activation(tower: torch.nn.Module) -> None:
    tower.layers[1].mlp.activate = functional.gelu  # type: ignore[index, union-attr]


def lost_position(tower: torch.nn.Module) -> None:
    tower.position_embedding.weight.zero_()  # type: ignore[operator, union-attr]


@pytest.mark.parametrize("tower", ["image", "text"])
@pytest.mark.parametrize("mistake", [wrong_activation, lost_position])
def test_a_tower_that_is_not_the_original(
    mistake: Callable[[torch.nn.Module], None], tower: str, tmp_path: Path
) -> None:
    original = describe(small.clip("quick_gelu"))
    mistake(getattr(original, tower))
    with pytest.raises(ExportError, match=f"exported {tower} tower does not say what the original says"):
        export_model(as_source(original, "wrong"), tmp_path / "out", name="wrong")
    assert not list(tmp_path.iterdir())


def test_a_text_tower_that_sees_later_tokens(tmp_path: Path) -> None:
    original = describe(small.clip())
    original.text.mask.zero_()  # type: ignore[operator, union-attr]
    with pytest.raises(ExportError, match="exported text tower"):
        export_model(as_source(original, "wrong"), tmp_path / "out", name="wrong")


def test_numbers_that_are_none(tmp_path: Path) -> None:
    original = describe(small.clip())
    original.image.projection.weight.fill_(torch.nan)  # type: ignore[operator, union-attr]
    with pytest.raises(ExportError, match="least cosine nan"):
        export_model(as_source(original, "wrong"), tmp_path / "out", name="wrong")
    assert not list(tmp_path.iterdir())


def test_a_tower_too_large_for_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "_LARGEST_FILE", 100_000)
    with pytest.raises(ExportError, match=r"image\.onnx take 0\.0 GB"):
        export_model(as_source(describe(small.clip()), "large"), tmp_path / "out", name="large")
    assert not list(tmp_path.iterdir())
