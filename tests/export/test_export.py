"""A folder of every kind goes through the command and comes out as a model that the program runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
pytest.importorskip("transformers", reason="transformers is not installed; `make test-models` installs it")

import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer as Words
from torch.nn import functional

from export.__main__ import main
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.import_folder import import_folder
from mindseye.clip.tokenizer import Tokenizer
from tests.export import small

TEXTS = ["w1", "w7 w3 w200 w12", "w5 w5"]


@pytest.fixture(params=list(small.KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    """One of the classes that are exported."""
    return str(request.param)


@pytest.fixture
def exported(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """What the command makes of that class."""
    source = small.publish(small.KINDS[kind](), tmp_path / "source")
    assert main([str(source), "--out", str(tmp_path / "out")]) == 0, capsys.readouterr().err
    return tmp_path / "out"


def unit(features: object) -> NDArray[np.float32]:
    pooled = features.pooler_output  # type: ignore[attr-defined]
    found: NDArray[np.float32] = functional.normalize(pooled, dim=-1).detach().numpy()
    return found


def squares(count: int) -> list[NDArray[np.uint8]]:
    random = np.random.default_rng(4)
    return [random.integers(0, 255, (small.SIDE, small.SIDE, 3), dtype=np.uint8) for _ in range(count)]


def test_the_program_sees_what_pytorch_sees(kind: str, exported: Path) -> None:
    manifest = ModelManifest.load(exported)
    manifest.verify()
    given = squares(3)
    pixels = (np.stack(given).transpose(0, 3, 1, 2) / 255 - np.reshape(small.MEAN, (3, 1, 1))) / np.reshape(
        small.STD, (3, 1, 1)
    )
    original, tensor = small.KINDS[kind](), torch.tensor(pixels, dtype=torch.float32)
    if kind == "siglip2":
        # As convert_image_to_patches of transformers does it, whose module wants torchvision.
        patch, grid = small.PATCH, small.SIDE // small.PATCH
        rows = torch.stack(
            [
                one.reshape(3, grid, patch, grid, patch).permute(1, 3, 2, 4, 0).reshape(grid * grid, -1)
                for one in tensor
            ]
        )
        wanted = unit(
            original.get_image_features(
                pixel_values=rows,
                pixel_attention_mask=torch.ones(rows.shape[:2], dtype=torch.int64),
                spatial_shapes=torch.tensor([[grid, grid]] * len(rows)),
            )
        )
    else:
        wanted = unit(original.get_image_features(pixel_values=tensor))
    got = ClipModel(manifest).embed_images(given)
    assert got.shape == (3, manifest.dimension)
    np.testing.assert_allclose(got, wanted, atol=2e-6)


def test_the_program_reads_what_pytorch_reads(kind: str, exported: Path) -> None:
    manifest = ModelManifest.load(exported)
    text = manifest.text
    tokenizer = Tokenizer(
        exported / text.tokenizer,
        context_length=text.context_length,
        pad_token=text.pad_token,
        dynamic_length=False,
    )
    ids, _ = tokenizer.encode(TEXTS)
    assert ids.shape == (3, 64 if "siglip" in kind else 77)
    wanted = unit(small.KINDS[kind]().get_text_features(input_ids=torch.from_numpy(ids)))
    np.testing.assert_allclose(ClipModel(manifest).embed_texts(TEXTS), wanted, atol=2e-6)


def test_what_the_folder_says_of_itself(kind: str, exported: Path) -> None:
    manifest, original = ModelManifest.load(exported), small.KINDS[kind]()
    prepare, causal = manifest.image.preprocessing, "siglip" not in kind
    assert (manifest.name, manifest.title) == ("out", "source")
    assert (manifest.licence, manifest.languages) == ("mit", ("en",))
    assert (exported / "LICENSE").read_text(encoding="utf-8") == "Do as you like.\n"
    assert set(manifest.extra_files) == {"LICENSE", "parity.json"}
    assert (prepare.size, prepare.mean, prepare.std) == (small.SIDE, small.MEAN, small.STD)
    assert (prepare.resize, prepare.interpolation) == (
        ("shortest", "bicubic") if causal else ("squash", "bilinear")
    )
    assert manifest.text.dynamic_length is causal
    assert manifest.text.pad_token == (small.END if causal else "</s>")
    assert manifest.score == ("softmax" if causal else "sigmoid")
    assert manifest.temperature == pytest.approx(float(torch.exp(-original.logit_scale)), rel=1e-6)
    assert manifest.bias == (None if causal else pytest.approx(float(original.logit_bias)))


def test_parity_is_stored(kind: str, exported: Path) -> None:
    stored = json.loads((exported / "parity.json").read_text(encoding="utf-8"))
    assert stored["class"] == type(small.KINDS[kind]()).__name__
    compared = [one for one in stored["float32"] if one["against"] == "original"]
    assert {(one["tower"], one["batch"]) for one in compared} == {
        (tower, batch) for tower in ("image", "text") for batch in (1, 3, 8)
    }
    assert all(one["min_cosine"] > 0.999999 and one["max_abs"] < 1e-5 for one in stored["float32"])


def test_half_precision_weights_are_read_as_float32(tmp_path: Path) -> None:
    source = small.publish(small.clip().half(), tmp_path / "source")
    assert main([str(source), "--out", str(tmp_path / "out")]) == 0


def test_the_name_and_an_empty_folder_are_taken(tmp_path: Path) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    (tmp_path / "out").mkdir()
    assert main([str(source), "--out", str(tmp_path / "out"), "--name", "my-clip"]) == 0
    assert ModelManifest.load(tmp_path / "out").name == "my-clip"


def test_a_tokenizer_that_fills_up_by_itself(tmp_path: Path) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    tokenizer = Words.from_file(str(source / "tokenizer.json"))
    tokenizer.enable_padding(length=77, pad_id=small.VOCABULARY - 1, pad_token=small.END)
    tokenizer.save(str(source / "tokenizer.json"))
    assert main([str(source), "--out", str(tmp_path / "out")]) == 0
    wanted = ClipModel(ModelManifest.load(tmp_path / "out")).embed_texts(["w1"])
    ids = torch.tensor([[small.VOCABULARY - 2, 3, small.VOCABULARY - 1]])
    np.testing.assert_allclose(wanted, unit(small.clip().get_text_features(input_ids=ids)), atol=2e-6)


def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    models = Path(__file__).parents[2] / "models"
    command = [sys.executable, "-W", "error", "-m", "export", str(source), "--out", str(tmp_path / "a" / "b")]
    done = subprocess.run(command, cwd=models, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "max abs" in done.stdout
    assert "written to" in done.stdout
    assert ModelManifest.load(tmp_path / "a" / "b").name == "b"


def test_the_program_takes_it_in(tmp_path: Path) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    assert main([str(source), "--out", str(tmp_path / "out"), "--name", "mine"]) == 0
    taken = import_folder(tmp_path / "out", tmp_path / "home").manifest
    assert (taken.name, taken.dimension, taken.text.dynamic_length) == ("mine", 32, True)
    assert (taken.folder / "LICENSE").is_file()
    taken.verify()


@pytest.mark.data
def test_the_vocabulary_of_clip_itself(tmp_path: Path, photographs: Path) -> None:
    source = small.publish(small.clip(vocabulary=49408), tmp_path / "source")
    given = [str(source), "--out", str(tmp_path / "out"), "--tokenizer", str(photographs / "clip-tokenizer")]
    assert main(given) == 0
    manifest = ModelManifest.load(tmp_path / "out")
    assert manifest.text.pad_token == "<|endoftext|>"
    ids = torch.tensor([[49406, 320, 1125, 539, 320, 1929, 49407]])
    wanted = unit(small.clip(vocabulary=49408).get_text_features(input_ids=ids))
    got = ClipModel(manifest).embed_texts(["a photo of a dog"])
    np.testing.assert_allclose(got, wanted, atol=2e-6)
