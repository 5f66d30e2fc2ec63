"""Albums by hand and by query: filled, kept up to date, remembered, undone."""

from pathlib import Path

import pytest
from tests.support.pictures import write_picture

from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import albums, history
from mindseye.operations.find import find, locate
from mindseye.operations.labelling import photos_at, rate
from mindseye.operations.watched_folders import add_folders
from mindseye.search import PictureFile, Query, SimilarTo, format_query, read_query


@pytest.fixture
def folder(library: Library, tmp_path: Path) -> Path:
    """Three reds, a green and many greys, indexed."""
    made = tmp_path / "photos"
    for number in range(3):
        write_picture(made / f"red{number}.png", "red", seed=number)
    write_picture(made / "green.png", "green", seed=5)
    for number in range(12):
        write_picture(made / f"grey{number}.png", "grey", seed=10 + number)
    add_folders(library, [made])
    library.indexer.index()
    return made


def ids(library: Library, folder: Path, *names: str) -> list[int]:
    return photos_at(library, [folder / f"{name}.png" for name in names])


def names(library: Library, album: albums.Album) -> list[str]:
    places = locate(library, find(library, read_query("grey"), limit=100))
    known = {each.photo_id: each.path.stem for each in places}
    return [known[photo_id] for photo_id in albums.photos_in(library, album)]


def test_a_manual_album_keeps_its_order(library: Library, folder: Path) -> None:
    album = albums.create(library, "  Best   of ", photo_ids=ids(library, folder, "green", "red0"))
    assert (album.name, album.live, album.count) == ("Best of", False, 2)
    albums.add(library, album, ids(library, folder, "grey3", "green"))
    assert names(library, album) == ["green", "red0", "grey3"]
    albums.order(library, album, ids(library, folder, "grey3", "red2"))
    assert names(library, album) == ["grey3", "green", "red0"]
    albums.remove(library, album, ids(library, folder, "green"))
    assert names(library, album) == ["grey3", "red0"]
    for undone in (["grey3", "green", "red0"], ["green", "red0", "grey3"], ["green", "red0"]):
        assert history.undo(library) is not None
        assert names(library, album) == undone


def test_a_live_album_holds_what_is_likely_and_follows_the_library(library: Library, folder: Path) -> None:
    album = albums.create(library, "Reds", query=read_query("red"))
    assert set(names(library, album)) == {"red0", "red1", "red2"}
    assert album.count == 3
    write_picture(folder / "red9.png", "red", seed=77)
    library.indexer.index()
    assert albums.refresh(library, album)
    assert not albums.refresh(library, album)
    assert set(names(library, album)) == {"red0", "red1", "red2", "red9"}


def test_what_was_pinned_and_excluded_is_remembered(library: Library, folder: Path) -> None:
    album = albums.create(library, "Reds", query=read_query("red"))
    albums.add(library, album, ids(library, folder, "green"))
    albums.remove(library, album, ids(library, folder, "red1"))
    for _ in range(2):
        found = names(library, album)
        assert found[0] == "green"
        assert set(found) == {"green", "red0", "red2"}
        albums.refresh_all(library)
    assert sorted(albums.said(library, album).values()) == ["excluded", "pinned"]
    albums.change_query(library, album, read_query("is:square"))
    assert "red1" not in names(library, albums.named(library, "reds"))
    history.undo(library)
    album = albums.named(library, "Reds")
    assert album.query == "red"
    albums.refresh(library, album)
    albums.let_be(library, album, ids(library, folder, "red1", "green"))
    assert set(names(library, album)) == {"red0", "red1", "red2"}


def test_a_deleted_album_comes_back_whole(library: Library, folder: Path) -> None:
    album = albums.create(library, "Mine", photo_ids=ids(library, folder, "green", "red0"))
    albums.delete(library, album)
    assert albums.list_albums(library) == []
    step = history.undo(library)
    assert step is not None
    assert step.left == 0
    assert names(library, albums.named(library, "Mine")) == ["green", "red0"]
    assert history.redo(library) is not None
    assert albums.list_albums(library) == []


def test_albums_are_filters_too(library: Library, folder: Path) -> None:
    albums.create(library, "Mine", photo_ids=ids(library, folder, "green", "red0"))
    albums.create(library, "Live", query=read_query("red"))
    assert {each.path.stem for each in locate(library, find(library, read_query("album:mine"), limit=9))} == {
        "green",
        "red0",
    }
    both = find(library, read_query("red album:Live -album:Mine"), limit=9)
    assert {each.path.stem for each in locate(library, both)} == {"red1", "red2"}


def test_a_live_album_of_filters_has_no_limit_and_follows_what_people_say(
    library: Library, folder: Path
) -> None:
    album = albums.create(library, "Stars", query=read_query("rating:5"))
    assert album.count == 0
    rate(library, ids(library, folder, "grey1", "grey2"), 5)
    assert albums.refresh_all(library) == []
    assert albums.named(library, "Stars").count == 2


def test_the_query_of_an_album_is_kept_for_good(library: Library, folder: Path, tmp_path: Path) -> None:
    outside = write_picture(tmp_path / "outside.png", "red", seed=50)
    (red,) = ids(library, folder, "red0")
    album = albums.create(library, "Like", query=Query((PictureFile(outside), SimilarTo(red))))
    outside.unlink()
    assert albums.refresh_all(library) == []
    assert album.query is not None
    assert f"#{red}" not in album.query
    kept = read_query(album.query)
    assert format_query(kept) == album.query
    assert str(library.directory) in album.query


def test_the_picture_of_a_query_is_no_photo_of_the_library(
    library: Library, folder: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write_picture(tmp_path_factory.mktemp("elsewhere") / "outside.png", "red", seed=50)
    albums.create(library, "Like it", query=Query((PictureFile(outside),)))
    assert len(list((library.directory / "pictures").iterdir())) == 1
    add_folders(library, [tmp_path])  # with the library in it
    assert library.indexer.index().embedded == 0
    assert len(find(library, read_query("red"), limit=100)) == 16


def test_an_album_whose_picture_is_gone_stays_as_it_was(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    outside = write_picture(tmp_path / "outside.png", "red", seed=50)
    album = albums.create(library, "Like", query=Query((PictureFile(outside),)))
    before = names(library, album)
    for picture in (library.directory / "pictures").iterdir():
        picture.unlink()
    (problem,) = albums.refresh_all(library)
    assert problem.startswith("The album Like stays as it was: There is no file")
    assert names(library, album) == before


def test_wrong_names_and_queries_are_refused(library: Library, folder: Path) -> None:
    albums.create(library, "Mine")
    for name, sentence in (
        ("mine", "already"),
        ("  ", "needs a name"),
        ("none", "needs a name"),
        ("x" * 300, "at most"),
    ):
        with pytest.raises(InputError, match=sentence):
            albums.create(library, name)
    with pytest.raises(InputError, match="album itself"):
        albums.create(library, "Self", query=read_query("album:self"))
    with pytest.raises(InputError, match="no album Other"):
        albums.named(library, "Other")
    with pytest.raises(InputError, match="filled by hand"):
        albums.change_query(library, albums.named(library, "Mine"), read_query("red"))
    albums.rename(library, albums.named(library, "Mine"), "MINE")
    assert [album.name for album in albums.list_albums(library)] == ["MINE"]
