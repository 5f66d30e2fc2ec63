"""Smaller variants are taken only where they rank as float32 does."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
pytest.importorskip("transformers", reason="transformers is not installed; `make test-models` installs it")

import torch
from PIL import Image

from export import ranking
from export.__main__ import main
from export.failure import ExportError
from export.from_transformers import describe
from export.model_folder import export_model
from export.random_models import as_source
from export.ranking import Embedded
from mindseye.clip import ClipModel, ModelManifest
from tests.export import small


def stored(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "parity.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("variant", ["fp16", "int8"])
def test_a_variant_that_ranks_alike(variant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.siglip(), tmp_path / "source")
    whole, less = tmp_path / "whole", tmp_path / "less"
    assert main([str(source), "--out", str(whole)]) == 0
    assert main([str(source), "--out", str(less), "--variant", variant]) == 0
    assert "first ten kept" in capsys.readouterr().out
    for tower in ("image.onnx", "text.onnx"):
        assert (less / tower).stat().st_size < (0.6 if variant == "fp16" else 0.45) * (
            whole / tower
        ).stat().st_size
    manifest = ModelManifest.load(less)
    manifest.verify()
    assert manifest.title == f"source ({variant})"
    told = stored(less)["rankings_against_float32"]
    assert [one["queries"] for one in told] == ["texts", "pictures"]  # type: ignore[attr-defined]
    assert stored(whole)["rankings_against_float32"] == []
    texts = ["w1 w2", "w3"]
    alike = (
        ClipModel(manifest).embed_texts(texts) * ClipModel(ModelManifest.load(whole)).embed_texts(texts)
    ).sum(1)
    assert (alike > 0.99).all()
    assert not np.array_equal(
        ClipModel(manifest).embed_texts(texts), ClipModel(ModelManifest.load(whole)).embed_texts(texts)
    )


def test_photographs_are_ranked_too(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    (tmp_path / "photos").mkdir()
    for number in range(12):
        colour = random.integers(0, 255, 3)
        pixels = np.clip(colour + random.normal(0, 30, (40, 60, 3)), 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(tmp_path / "photos" / f"{number}.png")
    source = small.publish(small.clip(), tmp_path / "source")
    out = tmp_path / "out"
    assert (
        main([str(source), "--out", str(out), "--variant", "fp16", "--photos", str(tmp_path / "photos")]) == 0
    )
    told = stored(out)["rankings_against_float32"]
    assert [one["among"] for one in told] == [64, 63, 12, 11]  # type: ignore[attr-defined]


def test_photographs_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = small.publish(small.clip(), tmp_path / "source")
    (tmp_path / "photos").mkdir()
    given = [
        str(source),
        "--out",
        str(tmp_path / "out"),
        "--variant",
        "fp16",
        "--photos",
        str(tmp_path / "photos"),
    ]
    assert main(given) == 1
    assert "holds no photographs" in capsys.readouterr().err
    (tmp_path / "photos" / "torn.jpg").write_bytes(b"no photo")
    assert main(given) == 1
    assert "torn.jpg cannot be read" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photos", "source"]


def test_eight_bits_that_outliers_fill(tmp_path: Path) -> None:
    """One loud number that nothing listens to takes the whole scale of the activations."""
    model = small.clip()
    with torch.no_grad():
        for layer in (*model.vision_model.encoder.layers, *model.text_model.encoder.layers):
            layer.layer_norm2.weight[0] = 3000
            layer.mlp.fc1.weight[:, 0] = 0
            layer.layer_norm1.weight[0] = 3000
            for linear in (layer.self_attn.q_proj, layer.self_attn.k_proj, layer.self_attn.v_proj):
                linear.weight[:, 0] = 0
    source = as_source(describe(model), "loud")
    with pytest.raises(ExportError, match=r"int8 variant does not rank as float32 does: .*Spearman 0\.\d+"):
        export_model(source, tmp_path / "out", name="loud", variant="int8")
    assert not list(tmp_path.iterdir())
    export_model(source, tmp_path / "out", name="loud", variant="fp16")


def test_half_precision_that_overflows(tmp_path: Path) -> None:
    model = small.clip()
    with torch.no_grad():
        for layer in model.vision_model.encoder.layers:
            layer.layer_norm2.weight *= 1e-6
            layer.layer_norm2.bias *= 1e-6
            layer.mlp.fc1.weight *= 1e6
    with pytest.raises(ExportError, match="too large for half precision"):
        export_model(as_source(describe(model), "wide"), tmp_path / "out", name="wide", variant="fp16")


def unit(seed: int, count: int = 30) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_figures_of_equal_opposite_and_unrelated_rankings() -> None:
    pictures, texts = unit(0), unit(1)
    same = ranking.compare_rankings(Embedded(pictures, texts), Embedded(pictures, texts))
    assert [(one.spearman, one.overlap, one.holds) for one in same] == [(1, 1, True)] * 2
    turned = ranking.compare_rankings(Embedded(pictures, texts), Embedded(pictures, -texts))[0]
    assert turned.spearman == pytest.approx(-1)
    assert (turned.overlap, turned.holds) == (0, False)
    other = ranking.compare_rankings(Embedded(pictures, texts), Embedded(unit(2), unit(3)))[0]
    assert abs(other.spearman) < 0.1
    assert 0.2 < other.overlap < 0.5


def test_what_is_no_number_never_holds() -> None:
    pictures, texts = unit(0), unit(1)
    broken = pictures.copy()
    broken[3] = np.nan
    with pytest.raises(ExportError, match=r"first ten kept 0\.0%"):
        ranking.refuse_disorder(
            "fp16", ranking.compare_rankings(Embedded(pictures, texts), Embedded(broken, texts))
        )
