"""What a model folder says of itself: read strictly, written so that it reads back equal."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.clip.describe import manifest_text, write_manifest
from mindseye.clip.installed import damaged_models, installed_models, open_manifest
from mindseye.clip.manifest import (
    FILE_NAME,
    Calibration,
    CategoryCalibration,
    ImageTower,
    Preprocessing,
    TextTower,
)
from mindseye.clip.vocabulary import FILE_NAME as VOCABULARY
from mindseye.errors import InputError, ModelError
from tests.support.fake_model import write_fake_model


def made(folder: Path, **other: object) -> ModelManifest:
    whole = ModelManifest(
        folder=folder,
        name="made",
        title='A "title" with \\ and ünïcode\x7f',
        licence="",
        languages=("en", "ja"),
        dimension=4,
        temperature=0.01,
        image=ImageTower(
            "onnx/i.onnx", "a" * 64, Preprocessing(7, "squash", "bilinear", (0, 0.5, 1), (1, 1, 0.1))
        ),
        text=TextTower("t.onnx", "b" * 64, "t.json", "c" * 64, 9, "<pad>", dynamic_length=False, output="y"),
        score="sigmoid",
        bias=-16.7,
        source="somebody/something@abc",
        extra_files={"onnx/i.onnx_data": "d" * 64},
        calibration=Calibration(
            -1.5, {"e" * 64: CategoryCalibration(0.05, {"dawn or dusk": -0.25, "day": 0})}
        ),
    )
    return replace(whole, **other)  # type: ignore[arg-type]


def test_what_is_written_reads_back_equal(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    write_manifest(manifest)
    assert ModelManifest.load(tmp_path) == manifest


def test_the_starter_is_described_whole(tmp_path: Path) -> None:
    starter = ModelManifest.load(paths.shipped_models() / "starter")
    assert any(known.temperatures for known in starter.calibration.categories.values())
    assert VOCABULARY in starter.files()
    write_manifest(replace(starter, folder=tmp_path))
    assert ModelManifest.load(tmp_path) == replace(starter, folder=tmp_path)


@given(title=st.text(st.characters(exclude_categories=["Cs"])), temperature=st.floats(1e-6, 1e6))
def test_any_title_and_number_reads_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, temperature: float
) -> None:
    folder = tmp_path_factory.mktemp("model")
    manifest = made(folder, title=title, temperature=temperature)
    write_manifest(manifest)
    assert ModelManifest.load(folder) == manifest


def test_the_fingerprint_is_that_of_the_space(tmp_path: Path) -> None:
    manifest = made(tmp_path)
    assert manifest.fingerprint == made(tmp_path, name="other", temperature=1.0).fingerprint
    other = replace(manifest.image.preprocessing, resize="shortest")
    assert (
        manifest.fingerprint
        != replace(manifest, image=replace(manifest.image, preprocessing=other)).fingerprint
    )
    assert (
        manifest.fingerprint != replace(manifest, image=replace(manifest.image, sha256="e" * 64)).fingerprint
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("dimension = 4", "", "lacks 'dimension'"),
        ("temperature = 0.01", "temperature = 0", "must be above 0"),
        ('file = "onnx/i.onnx"', 'file = "../../i.onnx"', "no file in the model's folder"),
        ('file = "onnx/i.onnx"', 'file = "/etc/passwd"', "no file in the model's folder"),
        ('resize = "squash"', 'resize = "stretch"', "none of shortest, squash"),
        ('score = "sigmoid"', 'score = "guess"', "none of softmax, sigmoid"),
        ("mean = [0, 0.5, 1]", "mean = [0]", "three numbers"),
        ("[image]", "image = 5\n[picture]", "incomplete"),
        ("[image]", "[image", "damaged"),
    ],
)
def test_a_wrong_description_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = manifest_text(made(tmp_path))
    assert old in text
    (tmp_path / FILE_NAME).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ModelError, match=reason):
        ModelManifest.load(tmp_path)


def test_verify_reads_every_byte(tmp_path: Path) -> None:
    manifest = write_fake_model(tmp_path / "fake")
    manifest.verify()
    (manifest.folder / "text.onnx").write_bytes(b"else")
    with pytest.raises(ModelError, match=r"text.onnx is not the one described"):
        manifest.verify()
    (manifest.folder / "text.onnx").unlink()
    with pytest.raises(ModelError, match=r"lacks .*text.onnx"):
        manifest.verify()


def test_a_damaged_model_hides_no_other() -> None:
    write_fake_model(paths.user_models() / "good")
    broken = paths.user_models() / "broken"
    broken.mkdir()
    (broken / FILE_NAME).write_text("name = 5 5")
    assert "fake" in installed_models()
    assert list(damaged_models()) == [broken]
    assert "damaged" in damaged_models()[broken]
    with pytest.raises(ModelError, match="damaged"):
        open_manifest("broken")
    with pytest.raises(InputError, match="no model 'nothing' here"):
        open_manifest("nothing")


def test_an_unfinished_model_is_not_there() -> None:
    write_fake_model(paths.user_models() / "fake.part")
    assert "fake" not in installed_models()
