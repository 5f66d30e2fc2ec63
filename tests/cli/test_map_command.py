"""``mindseye map`` as scripts know it."""

import csv
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def colour_words(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("red", "green", "blue", "night", "day")
    monkeypatch.setattr("mindseye.operations.meaning_map.read_words", lambda path: words)


def test_where_each_photo_lies_is_written_to_a_list(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    target = tmp_path / "map.csv"
    result = mindseye("map", "--library", indexed, "--out", target)
    assert result.status == 0
    with target.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 8
    assert all(Path(line["path"]).is_file() for line in lines)
    assert len({(float(line["x"]), float(line["y"])) for line in lines}) > 4
    again = mindseye("map", "--library", indexed, "--out", target)
    assert "exists already" in again.refused()


def test_json_is_a_list_of_named_crowds(mindseye: Run, indexed: Path) -> None:
    result = mindseye("map", "--library", indexed, "--json", "--again")
    assert result.status == 0
    for region in result.json:
        assert set(region) == {"name", "photos", "level", "x", "y", "clearness"}


def test_a_library_without_photos_has_no_crowds(mindseye: Run, library: Path, tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert mindseye("index", empty, "--library", library).status == 0
    result = mindseye("map", "--library", library)
    assert (result.status, result.out) == (0, "")
    assert "There are no photos yet." in result.err
