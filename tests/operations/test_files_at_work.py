"""Renaming keeps everything, and what went to the trash comes back as it was."""

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.support.pictures import write_pictures

from mindseye.errors import CatalogError, InputError
from mindseye.library import Library
from mindseye.operations import browse, labelling
from mindseye.operations.index_folders import index_folders
from mindseye.operations.put_back import can_put_back, put_back
from mindseye.operations.rename import rename_photo
from mindseye.operations.trash import files_of, move_to_trash


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    folder = tmp_path.resolve() / "photos"
    write_pictures(folder, 3)
    index_folders(library, [folder])
    return folder


def photo_at(library: Library, path: Path) -> int:
    for tile in browse.all_tiles(library):
        photo = browse.photo(library, tile.id)
        if photo is not None and path in photo.paths:
            return tile.id
    raise AssertionError(f"{path} is not in the library")


def test_a_new_name_changes_nothing_else(library: Library, folder: Path) -> None:
    old = folder / "000-red.jpg"
    photo_id = photo_at(library, old)
    labelling.rate(library, [photo_id], 4)
    (folder / "000-red.jpg.xmp").write_text("<x/>", encoding="utf-8")
    (folder / "000-red.xmp").write_text("<y/>", encoding="utf-8")
    done = rename_photo(library, old, " Harbour in fog ")
    assert done.after == folder / "Harbour in fog.jpg"
    assert not old.exists()
    assert (folder / "Harbour in fog.jpg.xmp").read_text(encoding="utf-8") == "<x/>"
    assert (folder / "Harbour in fog.xmp").read_text(encoding="utf-8") == "<y/>"
    assert photo_at(library, done.after) == photo_id
    report = index_folders(library, [folder])
    assert report.skipped == report.files
    assert photo_at(library, done.after) == photo_id
    assert labelling.labels_of(library, [photo_id])[photo_id].rating == 4


@pytest.mark.parametrize("name", ["", "  ", ".jpg", "a/b", "a\\b", "..", "a\0b"])
def test_a_name_that_is_none_is_refused(library: Library, folder: Path, name: str) -> None:
    with pytest.raises(InputError):
        rename_photo(library, folder / "000-red.jpg", name)
    assert (folder / "000-red.jpg").exists()


def test_no_other_file_is_written_over(library: Library, folder: Path) -> None:
    with pytest.raises(InputError, match="already"):
        rename_photo(library, folder / "000-red.jpg", "001-green.jpg")
    with pytest.raises(InputError, match="not in the library"):
        rename_photo(library, folder / "nowhere.jpg", "somewhere")
    (folder / "000-red.jpg.xmp").write_text("<x/>", encoding="utf-8")
    (folder / "new.jpg.xmp").write_text("<other/>", encoding="utf-8")
    with pytest.raises(InputError, match="already"):
        rename_photo(library, folder / "000-red.jpg", "new")
    assert (folder / "000-red.jpg").exists()
    assert (folder / "new.jpg.xmp").read_text(encoding="utf-8") == "<other/>"


def test_a_library_that_cannot_be_written_leaves_the_name(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise CatalogError("no room")

    monkeypatch.setattr(library.catalog, "write", refuse)
    with pytest.raises(CatalogError):
        rename_photo(library, folder / "000-red.jpg", "new")
    assert (folder / "000-red.jpg").exists()
    assert not (folder / "new.jpg").exists()


def throw_away(trash: Path, path: Path) -> None:
    """As the freedesktop.org specification says."""
    for name in ("files", "info"):
        (trash / name).mkdir(parents=True, exist_ok=True)
    name, number = path.name, 2
    while (trash / "files" / name).exists():
        name, number = f"{path.stem}.{number}{path.suffix}", number + 1
    note = f"[Trash Info]\nPath={quote(os.fspath(path))}\nDeletionDate=2024-01-01T00:00:00\n"
    (trash / "info" / f"{name}.trashinfo").write_text(note, encoding="ascii")
    path.rename(trash / "files" / name)


@pytest.mark.skipif(not can_put_back(), reason="this system's trash does not say where files came from")
def test_what_went_to_the_trash_comes_back(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    trash = tmp_path / "data" / "Trash"
    special = folder / "füße & käse %41.jpg"
    (folder / "000-red.jpg").rename(special)
    index_folders(library, [folder])
    photo_id = photo_at(library, special)
    labelling.rate(library, [photo_id], 5)
    content = special.read_bytes()
    ids = [file.id for file in files_of(library, [photo_id])]
    done = move_to_trash(library, ids, put=lambda path: throw_away(trash, path))
    assert done.moved == (special,)
    assert not special.exists()
    assert put_back(library, [special, folder / "never.jpg"]).left == (folder / "never.jpg",)
    assert special.read_bytes() == content
    assert not list((trash / "info").iterdir())
    index_folders(library, [folder])
    assert photo_at(library, special) == photo_id
    assert labelling.labels_of(library, [photo_id])[photo_id].rating == 5


@pytest.mark.skipif(not can_put_back(), reason="this system's trash does not say where files came from")
def test_nothing_is_put_where_another_file_is(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = folder / "000-red.jpg"
    throw_away(tmp_path / "data" / "Trash", path)
    path.write_bytes(b"another")
    assert put_back(library, [path]).left == (path,)
    assert path.read_bytes() == b"another"
