"""Gathering the training photographs: what is read, what is left out, and what is said of each."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("pyarrow", reason="training dependencies are not installed")

from evaluate.sets import table
from evaluate.splits import flickr_split, scenes_split
from starter.data import load, load_sources
from starter.gather import SIDES, archived, decode, strangers


def said(work: Path, name: str) -> list[str]:
    return list(json.loads((work / f"{name}.json").read_text(encoding="utf-8")))


def test_every_set_is_kept_at_its_size(gathered: Path) -> None:
    for name, side in SIDES.items():
        source = load(gathered, name)
        assert source.pixels.shape[1:] == (side, side, 3)
        assert len(source) == len(source.labels or source.captions) > 0


def test_what_is_measured_is_left_out(gathered: Path) -> None:
    assert "lemon" in said(gathered, "objects")
    assert len(said(gathered, "objects")) == 24, "the copy of a validation photo came along"


def test_only_training_rows_of_captions_and_scenes(gathered: Path, tiny_data: Path) -> None:
    assert len(said(gathered, "captions")) == len(flickr_split(20)[0])
    scenes = load(gathered, "scenes").pixels
    rows = table(tiny_data / "intel-scenes-train.parquet")["image"]
    held = np.stack([decode(rows[row], SIDES["scenes"]) for row in scenes_split(len(rows))[1]])
    assert len(scenes) == len(scenes_split(len(rows))[0]) + 12
    assert strangers(scenes, held).all()


def test_breeds_are_told_where_a_table_names_them(gathered: Path) -> None:
    assert {"cat", "dog", "cat,birman", "dog,border collie"} == set(said(gathered, "pets"))


def test_one_photo_encoded_anew_is_recognised() -> None:
    rng = np.random.default_rng(0)
    coarse = rng.integers(0, 256, (6, 8, 8, 3)).astype(np.uint8)
    photos = coarse.repeat(8, axis=1).repeat(8, axis=2)
    again = np.clip(photos[:3].astype(int) + rng.integers(-6, 7, (3, 64, 64, 3)), 0, 255).astype(np.uint8)
    assert strangers(photos, again).tolist() == [False] * 3 + [True] * 3


def test_a_folder_that_is_not_there_is_told(collections: dict[str, Path]) -> None:
    with pytest.raises(ValueError, match="git could not read nowhere"):
        list(archived(collections["small"], ["nowhere"]))


def test_watched_photos_are_not_trained_on(gathered: Path) -> None:
    training, watched = load_sources(gathered, seed=0, sheets=8, each=4)
    for name, part in watched.items():
        whole = load(gathered, name)
        assert len(part) + len(training[name]) == len(whole)
        assert np.array_equal(part.pixels, whole.pixels[3::4])
    assert sorted(set(training["sheets"].labels)) == ["chart", "document", "receipt", "screenshot"]
