"""``mindseye label``, ``undo``, ``redo`` and ``history``."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run


def test_labels_are_given_told_and_taken_back(mindseye: Run, folder: Path, indexed: Path) -> None:
    where = ("--library", indexed)
    one = folder / "000-red.jpg"
    assert "No photo carries a tag yet" in mindseye("label", *where).out
    done = mindseye("label", one, "--tag", "Boat/Sail", "--rating", "4", "--caption", "At sea", *where)
    assert done.out.splitlines()[-1] == "Done: captioning 1 photo. To take it back: mindseye undo"
    (told,) = mindseye("label", one, "--json", *where).json
    assert told["path"] == str(one)
    assert (told["rating"], told["caption"]) == (4, "At sea")
    assert {"category": "", "label": "Boat/Sail", "state": "confirmed"} in told["tags"]
    line = mindseye("label", one, *where).out
    assert "Boat/Sail" in line
    assert "★★★★" in line
    assert "“At sea”" in line
    assert mindseye("label", "--json", *where).json == [
        {"tag": "Boat", "count": 1},
        {"tag": "Boat/Sail", "count": 1},
    ]
    assert [each["words"] for each in mindseye("history", "--json", *where).json] == [
        "captioning 1 photo",
        "rating 1 photo 4",
        "tagging 1 photo “Boat/Sail”",
    ]
    assert mindseye("undo", *where).out == "Undone: captioning 1 photo.\n"
    assert mindseye("undo", "--json", *where).json == {"words": "rating 1 photo 4", "put_back": 1, "left": 0}
    assert mindseye("redo", *where).out == "Done again: rating 1 photo 4.\n"
    assert "(undone) captioning" in mindseye("history", *where).out


def test_a_whole_folder_is_labelled_at_once_and_undone_to_nothing(
    mindseye: Run, folder: Path, indexed: Path
) -> None:
    where = ("--library", indexed)
    assert "8 photos" in mindseye("label", folder, "--tag", "holiday", *where).out
    assert "it was so already" in mindseye("label", folder, "--tag", "holiday", *where).out
    mindseye("label", folder, "--remove", "holiday", *where)
    mindseye("label", folder, "--reject", "boat", *where)
    mindseye("label", "--rename", "boat", "ship", *where)
    for _ in range(4):
        mindseye("undo", *where)
    assert mindseye("undo", *where).out == "There is nothing to undo.\n"
    assert mindseye("undo", "--json", *where).json["words"] is None
    for _ in range(4):
        mindseye("redo", *where)
    assert mindseye("redo", *where).out == "There is nothing to redo.\n"


def test_what_cannot_be_labelled_is_refused(
    mindseye: Run, folder: Path, indexed: Path, tmp_path: Path
) -> None:
    where = ("--library", indexed)
    assert "Name the photos" in mindseye("label", "--tag", "boat", *where).refused()
    assert "is no photo" in mindseye("label", tmp_path / "no.jpg", "--tag", "boat", *where).refused()
    assert "from 0 to 5" in mindseye("label", folder, "--rating", "7", *where).refused()
    assert "There is no tag" in mindseye("label", "--rename", "boat", "ship", *where).refused()
    assert "limit" in mindseye("history", "--limit", "0", *where).refused()
    assert "There is no library" in mindseye("undo", "--library", tmp_path / "none").refused()
    assert mindseye("history", *where).out == "Nothing was changed yet.\n"


def test_what_is_said_goes_out_and_comes_in(
    mindseye: Run, folder: Path, indexed: Path, tmp_path: Path
) -> None:
    where = ("--library", indexed)
    out = tmp_path / "out.json"
    mindseye("label", folder, "--rating", "3", *where)
    assert "8 photos" in mindseye("userdata", "export", out, *where).out
    assert mindseye("userdata", "export", out, "--json", *where).json == {"photos": 8, "file": str(out)}
    mindseye("label", folder / "000-red.jpg", "--rating", "5", *where)
    mindseye("label", folder / "001-green.jpg", "--rating", "0", *where)
    tried = mindseye("userdata", "import", out, "--dry-run", "--theirs-first", "--json", *where).json
    assert tried == {"photos": 8, "unknown": 0, "conflicts": 1, "rows": 2, "dry_run": True}
    told = mindseye("userdata", "import", out, *where).out
    assert "1 fact changed of 8 photos" in told
    assert "1 fact is told otherwise" in told
    assert mindseye("undo", *where).out == "Undone: importing out.json.\n"


@pytest.mark.parametrize(
    "wrong", [("--caption", "x" * 10_001), ("--rating", "6"), ("--reject", "/"), ("nowhere.jpg",)]
)
def test_one_wrong_word_among_right_ones_changes_nothing(
    mindseye: Run, folder: Path, indexed: Path, wrong: tuple[str, ...]
) -> None:
    mindseye("label", folder, "--tag", "Old", "--library", indexed)
    right = ("--tag", "Boat", "--rename", "Old", "New", *(() if "--rating" in wrong else ("--rating", "3")))
    mindseye("label", folder, *right, *wrong, "--library", indexed).refused()
    (entry,) = mindseye("history", "--library", indexed, "--json").json
    assert entry["words"] == "tagging 8 photos “Old”"


def test_several_changes_say_how_often_to_undo(mindseye: Run, folder: Path, indexed: Path) -> None:
    told = mindseye("label", folder, "--tag", "Boat", "--rating", "3", "--library", indexed).out.splitlines()
    assert [line.rpartition(": ")[2] for line in told] == ["mindseye undo (2 times)", "mindseye undo"]
