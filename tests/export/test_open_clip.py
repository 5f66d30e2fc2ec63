"""Checkpoints of open_clip say after the export what open_clip's own model says."""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import types
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
pytest.importorskip("transformers", reason="transformers is not installed; `make test-models` installs it")

import torch
from safetensors.torch import save_file

from export.__main__ import main
from export.failure import ExportError
from export.from_open_clip import as_clip_model, configuration
from export.open_clip_weights import load_weights
from export.preprocessing import of_open_clip
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.tokenizer import Tokenizer
from tests.export import small

VISION = {"image_size": 32, "layers": 2, "width": 64, "head_width": 16, "patch_size": 8, "mlp_ratio": 3.0}
WORDS = {"context_length": 20, "vocab_size": small.VOCABULARY, "width": 48, "heads": 4, "layers": 2}


def settings(*, quick: bool = True) -> dict[str, Any]:
    return {"embed_dim": 32, "quick_gelu": quick, "vision_cfg": dict(VISION), "text_cfg": dict(WORDS)}


@pytest.fixture
def own_model(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """open_clip's module of models, without the parts of the package that need torchvision."""
    found = importlib.util.find_spec("open_clip")
    if found is None or found.submodule_search_locations is None:
        pytest.skip("open_clip is not installed; `make test-models` installs it")
    package = types.ModuleType("open_clip")
    package.__path__ = list(found.submodule_search_locations)
    monkeypatch.setitem(sys.modules, "open_clip", package)
    # Its residual networks freeze their norms by this class; nothing else of torchvision is imported.
    for name in ("torchvision", "torchvision.ops", "torchvision.ops.misc"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    sys.modules["torchvision.ops.misc"].FrozenBatchNorm2d = torch.nn.BatchNorm2d  # type: ignore[attr-defined]
    for name in [name for name in sys.modules if name.startswith("open_clip.")]:
        monkeypatch.delitem(sys.modules, name)
    return importlib.import_module("open_clip.model")


def random_model(own_model: types.ModuleType, told: dict[str, Any]) -> torch.nn.Module:
    torch.manual_seed(1)
    model: torch.nn.Module = own_model.CLIP(**told).eval().requires_grad_(requires_grad=False)
    with torch.no_grad():
        for weights in model.parameters():
            if weights.ndim >= 2:
                weights.normal_(0, 1.2 / weights.shape[-1] ** 0.5)
            elif weights.ndim == 1:
                weights.add_(torch.randn_like(weights) * 0.2)
    return model


def write(folder: Path, weights: dict[str, torch.Tensor], told: dict[str, Any], form: str) -> Path:
    small.write_tokenizer(folder, causal=True)
    prepare = {
        "mean": list(small.MEAN),
        "std": list(small.STD),
        "interpolation": "bilinear",
        "resize_mode": "squash",
    }
    stored = {"model_cfg": told, "preprocess_cfg": prepare}
    (folder / "open_clip_config.json").write_text(json.dumps(stored), encoding="utf-8")
    if form == "safetensors":
        save_file(
            {name: value.contiguous() for name, value in weights.items()},
            folder / "open_clip_model.safetensors",
        )
        return folder
    if form == "training":
        wrapped = {"epoch": 3, "state_dict": {f"module.{name}": value for name, value in weights.items()}}
        torch.save(wrapped, folder / "epoch_3.pt")
        return folder / "epoch_3.pt"
    torch.save(weights, folder / "open_clip_pytorch_model.bin")
    return folder


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("form", ["safetensors", "bin", "training"])
def test_the_program_says_what_open_clip_says(
    own_model: types.ModuleType, quick: bool, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = settings(quick=quick)
    model = random_model(own_model, told)
    source = write(tmp_path / "source", model.state_dict(), told, form)
    assert main([str(source), "--out", str(tmp_path / "out")]) == 0, capsys.readouterr().err
    manifest = ModelManifest.load(tmp_path / "out")
    manifest.verify()
    prepare = manifest.image.preprocessing
    assert (prepare.resize, prepare.interpolation, prepare.mean) == ("squash", "bilinear", small.MEAN)
    assert (manifest.text.context_length, manifest.text.dynamic_length) == (20, True)
    assert manifest.temperature == pytest.approx(float(torch.exp(-model.logit_scale)), rel=1e-5)  # type: ignore[operator, arg-type]

    clip, texts = ClipModel(manifest), ["w1", "w7 w3 w200 w12"]
    squares = [np.random.default_rng(n).integers(0, 255, (32, 32, 3), dtype=np.uint8) for n in range(3)]
    pixels = (np.stack(squares).transpose(0, 3, 1, 2) / 255 - np.reshape(small.MEAN, (3, 1, 1))) / np.reshape(
        small.STD, (3, 1, 1)
    )
    tokenizer = Tokenizer(
        tmp_path / "out/tokenizer.json", context_length=20, pad_token=small.END, dynamic_length=False
    )
    ids, _ = tokenizer.encode(texts)
    with torch.inference_mode():
        images = model.encode_image(torch.tensor(pixels, dtype=torch.float32), normalize=True).numpy()  # type: ignore[operator]
        words = model.encode_text(torch.from_numpy(ids), normalize=True).numpy()  # type: ignore[operator]
    np.testing.assert_allclose(clip.embed_images(squares), images, atol=2e-6)
    np.testing.assert_allclose(clip.embed_texts(texts), words, atol=2e-6)


def test_the_other_activation_is_another_model(own_model: types.ModuleType) -> None:
    weights = random_model(own_model, settings(quick=True)).state_dict()
    pixels = torch.randn(2, 3, 32, 32)
    quick, exact = (
        as_clip_model(weights, settings(quick=quick)).eval().get_image_features(pixels).pooler_output
        for quick in (True, False)
    )
    assert (quick - exact).abs().max() > 0.01


def test_a_bare_configuration_and_a_tokenizer_elsewhere(
    own_model: types.ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = settings(quick=False)
    del told["quick_gelu"]
    (tmp_path / "source").mkdir()
    torch.save(random_model(own_model, told).state_dict(), tmp_path / "source/weights.pt")
    (tmp_path / "config.json").write_text(json.dumps(told), encoding="utf-8")
    small.write_tokenizer(tmp_path / "words", causal=True)
    given = [str(tmp_path / "source"), "--out", str(tmp_path / "out")]
    assert main(given) == 1
    assert "name the latter with --config" in capsys.readouterr().err
    given += ["--config", str(tmp_path / "config.json")]
    assert main(given) == 1
    assert "name one with --tokenizer" in capsys.readouterr().err
    assert main([*given, "--tokenizer", str(tmp_path / "words")]) == 0
    prepare = ModelManifest.load(tmp_path / "out").image.preprocessing
    assert (prepare.resize, prepare.interpolation) == ("shortest", "bicubic")
    assert prepare.mean == (0.48145466, 0.4578275, 0.40821073)


@pytest.mark.parametrize(
    ("tower", "setting", "value"),
    [
        ("vision_cfg", "timm_model_name", "vit_base_patch16_siglip_224"),
        ("vision_cfg", "attentional_pool", True),
        ("vision_cfg", "pool_type", "avg"),
        ("vision_cfg", "no_ln_pre", True),
        ("text_cfg", "no_causal_mask", True),
        ("text_cfg", "pool_type", "last"),
        ("text_cfg", "hf_model_name", "roberta-base"),
        ("text_cfg", "norm_kwargs", {"eps": 1e-6}),
    ],
)
def test_settings_that_are_not_clip(tower: str, setting: str, value: object) -> None:
    told = settings()
    told[tower][setting] = value
    with pytest.raises(ExportError, match=f"setting {setting} = "):
        configuration(told)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"vision_cfg": {"layers": [3, 4, 6, 3], "width": 64}}, "residual network"),
        ({"vision_cfg": {"image_size": [32, 48]}}, "is no square"),
        ({"embed_dim": None}, "is not open_clip's"),
        ({"init_logit_bias": -10}, "setting init_logit_bias"),
    ],
)
def test_configurations_that_are_not_understood(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence):
        configuration({**settings(), **change})


def test_harmless_settings_are_passed_over() -> None:
    told = settings()
    told["vision_cfg"].update(patch_dropout=0.5, pool_type="tok")
    told["text_cfg"].update(pool_type="argmax", no_causal_mask=False)
    assert configuration(told).text_config.eos_token_id == 2


def test_weights_of_another_model() -> None:
    with pytest.raises(ExportError, match=r"lacks visual\.class_embedding"):
        as_clip_model({"weight": torch.zeros(3)}, settings())


@pytest.mark.parametrize("content", [b"", b"nothing like it", b"PK\x03\x04 torn"])
@pytest.mark.parametrize("suffix", [".pt", ".safetensors"])
def test_files_that_are_no_state_dict(content: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"weights{suffix}"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="no state dict"):
        load_weights(path)


def test_a_file_of_something_else(tmp_path: Path) -> None:
    torch.save([1, 2], tmp_path / "list.pt")
    with pytest.raises(ExportError, match="holds no state dict"):
        load_weights(tmp_path / "list.pt")


def test_weights_of_another_size(own_model: types.ModuleType) -> None:
    weights = random_model(own_model, settings()).state_dict()
    told = settings()
    told["vision_cfg"]["layers"] = 3
    with pytest.raises(ExportError, match="do not belong together"):
        as_clip_model(weights, told)


def test_which_file_is_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "open_clip_config.json").write_text(json.dumps({"model_cfg": settings()}), encoding="utf-8")
    for number in range(2):
        torch.save({}, tmp_path / f"epoch_{number}.pt")
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "holds 2 files that may be weights" in capsys.readouterr().err
    (tmp_path / "open_clip_config.json").write_text("[]", encoding="utf-8")
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "is no JSON object" in capsys.readouterr().err


def test_pictures_prepared_in_a_way_that_is_not_known() -> None:
    with pytest.raises(ExportError, match="'longest' with 'bicubic'"):
        of_open_clip({"resize_mode": "longest"}, 32)
    with pytest.raises(ExportError, match="preprocess_cfg is not understood"):
        of_open_clip({"mean": [0.5]}, 32)
