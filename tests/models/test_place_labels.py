"""The photos labelled by eye as indoors or outdoors: each named once, balanced, held out of training."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from evaluate.splits import flickr_split

DATA = os.environ.get("MINDSEYE_TEST_DATA")


@pytest.fixture
def rows(starter_folder: Path) -> list[dict[str, str]]:
    file = starter_folder.parent / "evaluate" / "place-labels.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_there_are_sixty_of_each_and_none_twice(rows: list[dict[str, str]]) -> None:
    assert Counter(row["label"] for row in rows) == {"indoors": 60, "outdoors": 60}
    assert len({(row["set"], row["file"]) for row in rows}) == len(rows)


def test_flickr_rows_are_kept_out_of_training(rows: list[dict[str, str]]) -> None:
    held_out = set(flickr_split(7091)[1])
    assert {int(row["file"]) for row in rows if row["set"] == "flickr8k-train"} <= held_out


@pytest.mark.data
@pytest.mark.skipif(not DATA, reason="MINDSEYE_TEST_DATA is not set")
def test_every_named_photo_is_there(rows: list[dict[str, str]]) -> None:
    folders = {"coco": "coco", "unsplash": "unsplash/photos"}
    paths = [Path(str(DATA)) / folders[row["set"]] / row["file"] for row in rows if row["set"] in folders]
    assert len(paths) == 60
    assert [path for path in paths if not path.is_file()] == []
