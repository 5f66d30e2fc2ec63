"""What suspicious people and careless scripts type: odd paths, odd texts, options in any place."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.support.ordinary_user import open_to_everybody, ordinary_user
from tests.support.pictures import write_picture

LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [("index", ""), ("label", "", "--tag", "x"), ("tags", ""), ("export", "red", "--to", ""),
     ("userdata", "export", ""), ("map", "--out", ""), ("search", "red", "--library", ""), ("",)],
)  # fmt: skip
def test_an_empty_path_is_not_this_folder(
    mindseye: Run, indexed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert "An empty path was given." in mindseye(*arguments).refused()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_home_folder_is_meant_also_where_the_shell_left_it(
    mindseye: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert mindseye("index", "~/photos", "--library=~/its library").status == 0
    assert (tmp_path / "its library" / "catalog.sqlite").is_file()
    assert "There is no folder ~nobody-here" in mindseye("index", "~nobody-here").refused()


@pytest.mark.parametrize(
    "arguments",
    [("search", "red", "--library", LONG), ("index", "{folder}", "--library", LONG), ("index", LONG),
     ("tags", LONG), ("models", "import", LONG), ("models", "verify", LONG),
     ("search", "red", "--model", LONG),
     ("export", "red", "--to", f"{LONG}.csv"), ("userdata", "import", LONG)],
)  # fmt: skip
def test_a_name_that_is_too_long_is_refused(
    mindseye: Run, folder: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    given = [each.format(folder=folder) for each in arguments]
    if "--library" not in given and given[0] in {"export", "userdata", "search"}:
        given += ["--library", str(indexed)]
    result = mindseye(*given)
    assert result.status in {1, 2}
    result.refused(result.status)


def test_what_may_not_be_looked_at_is_refused(mindseye: Run, folder: Path, indexed: Path) -> None:
    with open_to_everybody() as place:
        (place / "private").mkdir(mode=0o700)
        with ordinary_user():
            for arguments in (
                ("search", "red", "--library", place / "private" / "library"),
                ("index", place, "--library", place / "private" / "library"),
                ("models", "import", place / "private"),
                ("models", "verify", place / "private" / "model"),
            ):
                result = mindseye(*arguments)
                result.refused(result.status)
            assert "cannot be opened" in mindseye("doctor", "--library", place / "private" / "library").out


def test_settings_that_may_not_be_read_are_told(mindseye: Run, folder: Path, own_home: Path) -> None:
    (own_home / "settings.json").unlink()
    (own_home / "settings.json").mkdir()
    assert "settings.json cannot be read" in mindseye("index", folder).refused()


NO_TEXT = os.fsdecode(b"caf\xe9")


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
@pytest.mark.parametrize(
    "arguments",
    [("label", "{folder}", "--tag", NO_TEXT), ("label", "{folder}", "--caption", NO_TEXT),
     ("label", "--rename", "Red", NO_TEXT), ("albums", "create", NO_TEXT),
     ("albums", "create", "a", "--query", NO_TEXT), ("teach", NO_TEXT, "--prompt", "x", "--apply")],
)  # fmt: skip
def test_words_that_are_no_text_are_refused(
    mindseye: Run, folder: Path, indexed: Path, arguments: tuple[str, ...]
) -> None:
    mindseye("label", folder, "--tag", "Red", "--library", indexed)
    before = mindseye("history", "--json", "--library", indexed).json
    sentence = mindseye(*(each.format(folder=folder) for each in arguments), "--library", indexed).refused()
    assert sentence == "“caf?” cannot be kept, since it is no valid text. Type it anew."
    assert mindseye("history", "--json", "--library", indexed).json == before


def test_options_may_stand_among_files_and_words(mindseye: Run, folder: Path, indexed: Path) -> None:
    one, two = sorted(folder.iterdir())[:2]
    told = mindseye("label", one, "--library", indexed, two, "--json").json
    assert [each["path"] for each in told] == [str(one), str(two)]
    assert len(mindseye("search", "red", "--limit", "2", "day", "--library", indexed, "--json").json) == 2
    assert mindseye("xmp", "preview", "--into-pictures", one, "--library", indexed).status == 0
    assert mindseye("albums", "create", "New", "--library", indexed, one).status == 0


@pytest.mark.parametrize("before", [("--",), ()])
def test_files_may_begin_with_a_dash(
    mindseye: Run, tmp_path: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...]
) -> None:
    write_picture(tmp_path / "photos" / "-x.jpg", seed=70)
    mindseye("index", tmp_path / "photos", "--library", indexed)
    monkeypatch.chdir(tmp_path / "photos")
    for command in (("why", "red", "-x.jpg"), ("albums", "create", "Dashed", "-x.jpg")) if not before else (
        ("tags", *before, "-x.jpg"), ("label", "--json", *before, "-x.jpg"),
    ):  # fmt: skip
        name, *rest = command
        if name == "why":
            rest.reverse()
        result = mindseye(name, "--library", indexed, *rest)
        assert (result.status, result.err) == (0, "")
    assert mindseye("search", "--image", "-x.jpg", "--library", indexed).status == 0


def test_huge_numbers_are_as_good_as_all(mindseye: Run, indexed: Path) -> None:
    huge = "9" * 30
    assert len(mindseye("search", "red", "--limit", huge, "--library", indexed, "--json").json) == 8
    assert mindseye("history", "--limit", huge, "--library", indexed, "--json").json == []
    assert "whole number" in mindseye("history", "--limit", "many", "--library", indexed).refused()


def test_what_an_action_does_not_take_is_refused(mindseye: Run, folder: Path, indexed: Path) -> None:
    mindseye("albums", "create", "One", "--library", indexed)
    for arguments in (("list", "One"), ("show", "One", "x"), ("delete", "One", "Two")):
        mindseye("albums", *arguments, "--library", indexed).refused()
    assert len(mindseye("albums", "--library", indexed, "--json").json) == 1


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes in folders")
@pytest.mark.parametrize("target", [".", "/", "photos", "pipe"])
def test_userdata_takes_the_place_of_ordinary_files_alone(
    mindseye: Run, folder: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    sentence = mindseye("userdata", "export", target, "--library", indexed).refused()
    assert sentence == f"{target} cannot be written: It is no ordinary file."
    assert (tmp_path / "pipe").is_fifo()
    assert not list(tmp_path.glob(".*"))


def test_userdata_through_a_link_leaves_the_link(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    link, file = tmp_path / "link.json", tmp_path / ("y" * 250)
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)
    assert mindseye("userdata", "export", link, "--library", indexed).status == 0
    assert link.is_symlink()
    assert json.loads(file.read_text())["format"] == "mindseye-userdata"
    assert file.stat().st_mode & 0o777 == 0o600


def test_stopping_a_taught_tag_gives_json_too(mindseye: Run, indexed: Path) -> None:
    mindseye("teach", "boat", "--prompt", "red", "--apply", "--library", indexed)
    told = mindseye("teach", " boat / ", "--stop", "--library", indexed, "--json").json
    assert told == {"tag": "boat", "applied": False}


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_a_picture_without_an_end_is_refused(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    for place in ("/dev/zero", tmp_path / "pipe.jpg"):
        for command in (("search", "--image", place, "--library", indexed), ("tags", place)):
            assert mindseye(*command).refused() == f"{place} is no ordinary file."


def test_categories_that_do_not_hold_are_told(
    mindseye: Run, folder: Path, indexed: Path, own_home: Path, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing.toml"
    nothing.write_text("category = []")
    for option in ("--apply", "--preview"):
        assert (
            "there is no [[category]]"
            in mindseye("categories", option, nothing, "--library", indexed).refused()
        )
    missing = mindseye("categories", "--apply", tmp_path / "nowhere", "--library", indexed).refused()
    assert missing.endswith("nowhere cannot be read (No such file or directory).")
    (own_home / "categories.toml").write_text("category = [")
    for command in (("categories", "--library", indexed), ("tags", "--library", indexed)):
        told = mindseye(*command)
        assert told.status == 0
        assert "came with Mindseye are used until it is mended" in told.err
