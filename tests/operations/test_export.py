"""Photos out of the library: nothing is overwritten, and what fails is told."""

import csv
import json
import os
from pathlib import Path

import pytest
from tests.support.pictures import write_picture

from mindseye.errors import InputError, MindseyeError
from mindseye.library import Library
from mindseye.operations.export import export
from mindseye.operations.find import find
from mindseye.operations.labelling import give_tags, rate
from mindseye.operations.watched_folders import add_folders
from mindseye.search import Hit, read_query


@pytest.fixture
def hits(library: Library, tmp_path: Path) -> list[Hit]:
    """Three photos, two of the same name."""
    for number, name in enumerate(("a/one.png", "b/one.png", "b/two.png")):
        write_picture(tmp_path / "photos" / name, "red", seed=number)
    add_folders(library, [tmp_path / "photos"])
    library.indexer.index()
    return find(library, read_query("type:jpg,png"), limit=9)


def test_a_list_of_another_kind_is_refused_and_no_folder_is_made_for_it(
    library: Library, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"as \.csv or \.json, not as \.xlsx"):
        export(library, [], tmp_path / "list.xlsx")
    assert not (tmp_path / "list.xlsx").exists()
    (tmp_path / "old.zip").mkdir()
    assert export(library, [], tmp_path / "old.zip").written == 0
    assert export(library, [], tmp_path / "2023.07").written == 0


def test_copies_of_one_name_get_numbers_and_what_is_there_stays(
    library: Library, hits: list[Hit], tmp_path: Path
) -> None:
    target = tmp_path / "out" / "here"
    target.mkdir(parents=True)
    (target / "two.png").write_text("mine")
    done = export(library, hits, target)
    assert (done.written, done.there, done.problems) == (3, 0, ())
    assert {path.name for path in target.iterdir()} == {"one.png", "one (2).png", "two.png", "two (2).png"}
    assert (target / "two.png").read_text() == "mine"
    sources = {path.read_bytes() for path in (tmp_path / "photos").rglob("*.png")}
    copies = {path.read_bytes() for path in target.iterdir()} - {b"mine"}
    assert copies == sources
    again = export(library, hits, target)
    assert (again.written, again.there) == (0, 3)
    assert len(list(target.iterdir())) == 4


def test_photos_that_are_away_are_told(library: Library, hits: list[Hit], tmp_path: Path) -> None:
    (tmp_path / "photos" / "b" / "two.png").unlink()
    done = export(library, hits, tmp_path / "out")
    assert done.written == 2
    assert "two.png is not there" in done.problems[0]


def test_a_full_disk_is_one_sentence(
    library: Library, hits: list[Hit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mindseye.operations.export.shutil.copy2", full)
    with pytest.raises(MindseyeError, match="is full; 0 photos were copied"):
        export(library, hits, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_lists_tell_what_is_known(library: Library, hits: list[Hit], tmp_path: Path) -> None:
    give_tags(library, [hits[0].photo_id], ["Beach", "Places/Norway"])
    rate(library, [hits[0].photo_id], 4)
    export(library, hits, tmp_path / "list.json")
    told = json.loads((tmp_path / "list.json").read_text())
    assert len(told) == 3
    assert told[0]["tags"] == ["Beach", "Places/Norway"]
    assert (told[0]["rating"], told[0]["width"] > 0, Path(told[0]["path"]).is_file()) == (4, True, True)
    export(library, hits, tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["path"] for row in rows] == [line["path"] for line in told]
    assert rows[0]["tags"] == "Beach; Places/Norway"


def test_a_list_that_exists_is_not_overwritten(library: Library, hits: list[Hit], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("mine")
    with pytest.raises(InputError, match="exists already"):
        export(library, hits, tmp_path / "list.csv")
    assert (tmp_path / "list.csv").read_text() == "mine"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
    with pytest.raises(InputError, match="cannot be written"):
        export(library, hits, tmp_path / "nowhere" / "list.csv")
    with pytest.raises(InputError, match="cannot be made"):
        export(library, hits, tmp_path / "list.csv" / "folder")
