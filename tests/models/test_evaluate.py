"""The measuring program on real photographs: the shipped model must stay clearly better than chance."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from evaluate import sets, tasks
from evaluate.model import Model, session
from evaluate.speed import photos_per_second

DATA = os.environ.get("MINDSEYE_TEST_DATA")


@pytest.fixture(scope="module")
def model(starter_folder: Path) -> Model:
    return Model(starter_folder)


def test_prototypes_are_unit_means(model: Model) -> None:
    words = model.prototypes(["dog", "lemon"], ("{}", "a {}"))
    assert words.shape == (2, model.settings["dimension"])
    assert np.allclose(np.linalg.norm(words, axis=1), 1, atol=1e-5)


def test_the_centre_of_a_wide_photo_counts(model: Model) -> None:
    wide = Image.new("RGB", (300, 100), (255, 0, 0))
    wide.paste((0, 0, 255), (100, 0, 200, 100))
    middle = Image.new("RGB", (100, 100), (0, 0, 255))
    size = model.picture["size"]
    inner = slice(2, size - 2)
    assert np.allclose(model.prepare(wide)[:, :, inner], model.prepare(middle)[:, :, inner], atol=0.02)


@pytest.mark.data
@pytest.mark.skipif(not DATA, reason="MINDSEYE_TEST_DATA is not set")
def test_day_and_night(model: Model) -> None:
    figures = tasks.day_night(model, Path(str(DATA)))
    assert max(f.value for f in figures) > 0.6


@pytest.mark.data
@pytest.mark.skipif(not DATA, reason="MINDSEYE_TEST_DATA is not set")
def test_scenes(model: Model) -> None:
    pytest.importorskip("pyarrow", reason="training dependencies are not installed")
    assert tasks.scenes(model, Path(str(DATA)))[0].value > 0.5


def test_towers_are_timed_beside_each_other(starter_folder: Path, model: Model) -> None:
    tower = session(starter_folder / model.picture["file"], 1)
    side = int(model.picture["size"])
    speeds = photos_per_second({"one": tower, "again": tower}, {"one": side, "again": side}, rounds=5)
    assert 0.25 < speeds["one"] / speeds["again"] < 4, "the same tower is as fast as itself"


def test_the_size_is_that_of_both_files(starter_folder: Path, model: Model) -> None:
    assert model.size == sum(path.stat().st_size for path in starter_folder.glob("*.onnx"))


@pytest.mark.data
@pytest.mark.skipif(not DATA, reason="MINDSEYE_TEST_DATA is not set")
def test_photos_labelled_by_eye_come_with_their_labels() -> None:
    pytest.importorskip("pyarrow", reason="training dependencies are not installed")
    photos, labels = sets.places(Path(str(DATA)))
    assert len(labels) == 120
    assert next(iter(photos)).mode == "RGB"
    assert sum(1 for _ in photos) == 119


@pytest.mark.data
@pytest.mark.skipif(not DATA, reason="MINDSEYE_TEST_DATA is not set")
def test_unsplash_descriptions_are_read() -> None:
    paths, texts = sets.unsplash(Path(str(DATA)))
    assert len(paths) == len(texts) == 500
    assert any("snow" in text for text in texts)
