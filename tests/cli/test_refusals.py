"""Bad input: one plain sentence on standard error, exit status 2, and nothing half done."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.support.pictures import write_picture


def test_a_folder_that_is_not_there(mindseye: Run, library: Path, tmp_path: Path) -> None:
    sentence = mindseye("index", tmp_path / "nowhere", "--library", library, "--json").refused()
    assert sentence == f"There is no folder {tmp_path / 'nowhere'}."
    assert not library.exists()


def test_one_folder_of_several_that_is_not_there(
    mindseye: Run, folder: Path, library: Path, tmp_path: Path
) -> None:
    mindseye("index", folder, tmp_path / "nowhere", "--library", library).refused()
    assert not library.exists()


def test_a_file_instead_of_a_folder(mindseye: Run, library: Path, tmp_path: Path) -> None:
    assert "is a file" in mindseye("index", write_picture(tmp_path / "a.jpg"), "--library", library).refused()


@pytest.mark.parametrize(
    "arguments",
    [("index",), ("nonsense",), ("search", "a", "--limit", "many"), ("search", "--image"), ("models",),
     ("search", "--nonsense"), ("--json",)],
)  # fmt: skip
def test_arguments_that_make_no_sense(mindseye: Run, arguments: tuple[str, ...]) -> None:
    assert "--help" in mindseye(*arguments).refused()


@pytest.mark.parametrize("limit", ["0", "-3"])
def test_a_limit_below_one(mindseye: Run, indexed: Path, limit: str) -> None:
    sentence = mindseye("search", "red", "--limit", limit, "--library", indexed, "--json").refused()
    assert sentence == f"The limit must be 1 or more, not {limit}."


@pytest.mark.parametrize("arguments", [("search",), ("search", ""), ("search", "  ")])
def test_nothing_to_search_for(mindseye: Run, indexed: Path, arguments: tuple[str, ...]) -> None:
    assert "nothing to search for" in mindseye(*arguments, "--library", indexed).refused()


def test_a_picture_that_is_none(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.jpg"
    text.write_text("dear diary")
    assert "notes.jpg" in mindseye("search", "--image", text, "--library", indexed).refused()
    assert str(text) in mindseye("tags", text, "--json").refused()


def test_a_picture_that_is_not_there(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.jpg"
    for command in (("search", "--image", missing, "--library", indexed), ("tags", missing)):
        assert mindseye(*command).refused() == f"There is no file {missing}."


def test_a_folder_instead_of_a_picture(mindseye: Run, indexed: Path, folder: Path) -> None:
    assert "is a folder" in mindseye("search", "--image", folder, "--library", indexed).refused()


def test_one_bad_file_among_good_ones_prints_nothing(mindseye: Run, folder: Path) -> None:
    mindseye("tags", folder / "000-red.jpg", folder / "nowhere.jpg", "--json").refused()


@pytest.mark.parametrize("command", ["index", "search", "tags"])
def test_an_unknown_model(mindseye: Run, folder: Path, library: Path, indexed: Path, command: str) -> None:
    words = {"index": [folder], "search": ["red"], "tags": []}[command]
    sentence = mindseye(command, *words, "--library", indexed, "--model", "nonesuch").refused()
    assert "nonesuch" in sentence
    assert "fake" in sentence


def test_an_unknown_model_makes_no_library(mindseye: Run, folder: Path, library: Path) -> None:
    mindseye("index", folder, "--library", library, "--model", "nonesuch").refused()
    assert not library.exists()


@pytest.mark.parametrize("command", [("search", "red"), ("tags",)])
def test_a_library_that_is_not_there(mindseye: Run, library: Path, command: tuple[str, ...]) -> None:
    sentence = mindseye(*command, "--library", library, "--json").refused()
    assert str(library) in sentence
    assert not library.exists()


def test_damaged_settings(mindseye: Run, folder: Path, library: Path, own_home: Path) -> None:
    (own_home / "settings.json").write_text("{", encoding="utf-8")
    assert "settings.json" in mindseye("index", folder, "--library", library).refused()


def test_a_damaged_catalog_without_a_backup(mindseye: Run, indexed: Path) -> None:
    (indexed / "catalog.sqlite").write_bytes(b"no database" * 999)
    shutil.rmtree(indexed / "backups")
    assert "is damaged" in mindseye("search", "red", "--library", indexed).refused(1)


def test_a_model_without_its_files(mindseye: Run, folder: Path, library: Path, own_home: Path) -> None:
    (own_home / "models" / "fake" / "tokenizer.json").unlink()
    assert "tokenizer" in mindseye("search", "--library", _indexed(mindseye, folder, library), "red").refused(
        1
    )


def _indexed(mindseye: Run, folder: Path, library: Path) -> Path:
    # Only the text tower is broken, and no photo has to be labelled to make a library.
    for picture in folder.iterdir():
        picture.unlink()
    assert mindseye("index", folder, "--library", library).status == 0
    return library


def test_names_that_are_no_utf_8_are_shown_as_well_as_can_be(mindseye: Run, library: Path) -> None:
    sentence = mindseye("index", "/nowhere/\udcff", "--library", library).refused()
    json.dumps(sentence.encode().decode())
    assert sentence.startswith("There is no folder /nowhere/")
