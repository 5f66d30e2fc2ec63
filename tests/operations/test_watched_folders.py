"""Adding folders: checked before anything is stored, each file in the library once."""

import os
from pathlib import Path

import pytest
from tests.support.counting import Heard
from tests.support.ordinary_user import open_to_everybody, ordinary_user
from tests.support.pictures import write_picture

from mindseye.catalog import files
from mindseye.errors import InputError
from mindseye.events import FoldersChanged
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.watched_folders import add_folders, check_folders, list_folders, remove_folder


@pytest.fixture
def heard(library: Library) -> Heard:
    """The events of the library."""
    return Heard(library.events)


def make(*folders: Path) -> None:
    for folder in folders:
        folder.mkdir(parents=True)


def test_a_folder_is_watched_and_told(library: Library, tmp_path: Path, heard: Heard) -> None:
    make(tmp_path / "a")
    added = add_folders(library, [tmp_path / "a"])
    assert list_folders(library) == added
    assert [folder.path for folder in added] == [tmp_path / "a"]
    assert heard.of(FoldersChanged) == [FoldersChanged()]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/below", "x" * 300, "file.jpg/below"])
def test_a_folder_that_is_not_there_is_bad_input(library: Library, tmp_path: Path, name: str) -> None:
    (tmp_path / "file.jpg").touch()
    with pytest.raises(InputError, match=r"^There is no folder") as caught:
        add_folders(library, [tmp_path / name])
    assert caught.value.path == tmp_path / name


def test_links_in_a_circle_and_unknown_users_are_bad_input(library: Library, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    for path in (tmp_path / "circle", Path("~nobody-of-this-name/photos")):
        with pytest.raises(InputError, match=r"^There is no folder"):
            add_folders(library, [path])


def test_a_file_is_bad_input(library: Library, tmp_path: Path) -> None:
    path = write_picture(tmp_path / "a.jpg")
    with pytest.raises(InputError, match="is a file, not a folder"):
        add_folders(library, [path])


def test_a_folder_that_must_not_be_read_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_to_everybody() as folder:
        (folder / "closed").mkdir(mode=0)
        (folder / "closed").chmod(0)
        # access() asks for the real user, who may be root here.
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        with ordinary_user(), pytest.raises(InputError, match="permissions"):
            check_folders([folder / "closed"])


def test_one_bad_folder_keeps_all_out(library: Library, tmp_path: Path, heard: Heard) -> None:
    make(tmp_path / "good")
    with pytest.raises(InputError):
        add_folders(library, [tmp_path / "good", tmp_path / "bad"])
    assert list_folders(library) == []
    assert heard.of(FoldersChanged) == []


def test_a_folder_is_known_by_its_true_path(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for spelling in ("real", "./real/", "link", str(tmp_path / "x" / ".." / "real"), "~/real"):
        add_folders(library, [Path(spelling)])
    assert [folder.path for folder in list_folders(library)] == [tmp_path / "real"]


def test_a_folder_inside_a_watched_one_is_held_by_it(library: Library, tmp_path: Path) -> None:
    make(tmp_path / "a" / "b")
    (outer,) = add_folders(library, [tmp_path / "a"])
    assert add_folders(library, [tmp_path / "a" / "b", tmp_path / "a"]) == [outer, outer]
    assert list_folders(library) == [outer]


def test_a_name_that_begins_alike_is_another_folder(library: Library, tmp_path: Path) -> None:
    make(tmp_path / "a", tmp_path / "ab")
    add_folders(library, [tmp_path / "a", tmp_path / "ab"])
    assert len(list_folders(library)) == 2


def test_an_outer_folder_takes_over_and_nothing_is_indexed_again(library: Library, tmp_path: Path) -> None:
    write_picture(tmp_path / "a" / "b" / "one.jpg", seed=1)
    write_picture(tmp_path / "a" / "c" / "two.jpg", seed=2)
    write_picture(tmp_path / "a" / "three.jpg", seed=3)
    add_folders(library, [tmp_path / "a" / "b", tmp_path / "a" / "c"])
    assert library.indexer.index().embedded == 2
    ids = {tile.id for tile in all_tiles(library)}
    (outer,) = add_folders(library, [tmp_path / "a"])
    assert list_folders(library) == [outer]
    assert library.indexer.index().total == 1
    assert ids < {tile.id for tile in all_tiles(library)}


@pytest.mark.parametrize("order", [("a", "a/b"), ("a/b", "a"), ("a/b", "a", "a/b")])
def test_folders_given_together_may_hold_one_another(
    library: Library, tmp_path: Path, order: tuple[str, ...]
) -> None:
    make(tmp_path / "a" / "b")
    added = add_folders(library, [tmp_path / name for name in order])
    (watched,) = list_folders(library)
    assert added == [watched] * len(order)


def test_removing_a_folder_takes_its_photos_and_touches_no_file(
    library: Library, tmp_path: Path, heard: Heard
) -> None:
    path = write_picture(tmp_path / "a" / "one.jpg")
    (added,) = add_folders(library, [tmp_path / "a"])
    library.indexer.index()
    heard.forget()
    remove_folder(library, added.id)
    assert list_folders(library) == []
    assert not all_tiles(library)
    assert path.is_file()
    assert heard.of(FoldersChanged) == [FoldersChanged()]
    with library.catalog.read() as connection:
        assert files.counts(connection, [added.id]).files == 0
