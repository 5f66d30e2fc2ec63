"""Everything people said, out into a file and into another library."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.fake_model import FakeSession
from tests.support.pictures import write_pictures

from mindseye.catalog import Connection, albums, taught
from mindseye.catalog.taught import TaughtTag
from mindseye.clip import ModelManifest
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import history, labelling
from mindseye.operations.clear_duplicates import set_apart
from mindseye.operations.userdata import export_userdata, import_userdata
from mindseye.operations.watched_folders import add_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "photos", 4)
    return tmp_path / "photos"


@pytest.fixture
def ids(library: Library, folder: Path) -> list[int]:
    """The photos of a library in which something is said."""
    add_folders(library, [folder])
    library.indexer.index()
    found = labelling.photos_at(library, [folder])
    labelling.give_tags(library, found[:2], ["Places/Norway"])
    labelling.reject_tags(library, found[2:3], ["boat"])
    labelling.judge(library, "day", category="time of day", right=found[:1])
    labelling.rate(library, found[1:], 4)
    labelling.caption(library, found[:1], "Çelik at sea")
    return found


@pytest.fixture
def other(tmp_path: Path, manifest: ModelManifest, folder: Path) -> Iterator[Library]:
    """Another library over copies of the photos under other names, in another order, and one of its own."""
    copies = tmp_path / "copies"
    copies.mkdir()
    for number, path in enumerate(sorted(folder.iterdir(), reverse=True)):
        shutil.copy(path, copies / f"copy {number}.jpg")
    write_pictures(copies / "more", 1, seed=50)
    with Library.open(tmp_path / "other", manifest, load_session=FakeSession) as opened:
        add_folders(opened, [copies])
        opened.indexer.index()
        yield opened


def said(library: Library, folder: Path) -> Any:
    path = folder / "said.json"
    export_userdata(library, path)
    return json.loads(path.read_text(encoding="utf-8"))


def test_what_goes_out_comes_in_by_content(
    library: Library, other: Library, ids: list[int], tmp_path: Path
) -> None:
    assert export_userdata(library, tmp_path / "out.json") == 4
    tried = import_userdata(other, tmp_path / "out.json", only_try=True)
    assert (tried.rows, tried.entry) == (8, None)
    assert said(other, tmp_path)["photos"] == {}
    done = import_userdata(other, tmp_path / "out.json")
    assert (done.merge.photos, done.merge.unknown, done.merge.conflicts, done.rows) == (4, 0, 0, 8)
    assert said(other, tmp_path) == said(library, tmp_path)
    again = import_userdata(other, tmp_path / "out.json", theirs_first=True)
    assert (again.rows, again.entry, again.merge.conflicts) == (0, None, 0)
    step = history.undo(other)
    assert step is not None
    assert history.undone_sentence(step) == "Undone: importing out.json."
    assert said(other, tmp_path)["photos"] == {}


@pytest.mark.parametrize("theirs_first", [False, True])
def test_where_both_say_something_one_side_stands(
    library: Library, other: Library, ids: list[int], tmp_path: Path, *, theirs_first: bool
) -> None:
    export_userdata(library, tmp_path / "out.json")
    everywhere = labelling.photos_at(other, [tmp_path / "copies"])
    labelling.rate(other, everywhere, 1)
    labelling.give_tags(other, everywhere, ["boat"])
    labelling.caption(other, everywhere, "mine")
    done = import_userdata(other, tmp_path / "out.json", theirs_first=theirs_first)
    assert done.merge.conflicts == 5  # three ratings, a rejection, a caption
    labels = labelling.labels_of(other, everywhere).values()
    assert sorted(each.rating for each in labels) == ([1, 1, 4, 4, 4] if theirs_first else [1] * 5)
    assert sum(each.caption == "Çelik at sea" for each in labels) == theirs_first
    assert len(labelling.photos_with_free_tag(other, "boat")) == 5 - theirs_first
    assert len(labelling.photos_with_free_tag(other, "Places")) == 2


def test_photos_that_were_told_apart_are_so_in_the_other_library(
    library: Library, other: Library, ids: list[int], tmp_path: Path
) -> None:
    set_apart(library, [ids[0], ids[1], ids[1]])
    export_userdata(library, tmp_path / "out.json")
    done = import_userdata(other, tmp_path / "out.json")
    assert done.entry is not None
    pairs = said(other, tmp_path)["apart"]
    assert pairs == said(library, tmp_path)["apart"]
    assert len(pairs) == 2
    assert sum(one == two for one, two in pairs) == 1
    assert import_userdata(other, tmp_path / "out.json").entry is None


def test_photos_that_are_not_here_are_counted_and_wait(
    library: Library, ids: list[int], tmp_path: Path, manifest: ModelManifest
) -> None:
    export_userdata(library, tmp_path / "out.json")
    with Library.open(tmp_path / "empty", manifest, load_session=FakeSession) as empty:
        done = import_userdata(empty, tmp_path / "out.json")
    assert (done.merge.photos, done.merge.unknown, done.rows) == (0, 4, 0)


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        "{}",
        '{"format": "mindseye-userdata"}',
        '{"format": "mindseye-userdata", "version": 99}',
        '{"format": "mindseye-userdata", "version": 1, "photos": []}',
    ],
)
def test_another_file_is_refused_and_changes_nothing(library: Library, tmp_path: Path, content: str) -> None:
    path = tmp_path / "in.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"in\.json"):
        import_userdata(library, path)
    assert history.next_steps(library) == (None, None)


@pytest.mark.parametrize(
    "photo",
    [
        [],
        {"tags": {}},
        {"tags": [{"category": "", "label": "", "state": "confirmed", "source": "user"}]},
        {"tags": [{"category": "", "label": "a", "state": "maybe", "source": "user"}]},
        {"tags": [{"category": "", "label": "a", "state": "confirmed", "source": "moon"}]},
        {"tags": [{"label": "a", "state": "confirmed", "source": "user"}]},
        {"rating": 6},
        {"rating": "good"},
        {"caption": 3},
    ],
)
def test_a_file_that_is_half_wrong_changes_nothing(
    library: Library, ids: list[int], tmp_path: Path, photo: object
) -> None:
    before = said(library, tmp_path)
    one, two = list(before["photos"])[:2]
    value = before | {"photos": {one: {"caption": "new"}, two: photo}}
    path = tmp_path / "in.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(InputError, match="is damaged"):
        import_userdata(library, path, theirs_first=True)
    assert said(library, tmp_path) == before


def test_a_place_that_cannot_be_written_or_read_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        export_userdata(library, tmp_path / "nowhere" / "out.json")
    with pytest.raises(InputError, match="cannot be read"):
        import_userdata(library, tmp_path / "nowhere.json")


def test_albums_go_along(library: Library, other: Library, ids: list[int], tmp_path: Path) -> None:
    def fill(connection: Connection) -> None:
        albums.make(connection, "Best", None)
        albums.make(connection, "Red", "red")
        for name, chosen in (("Best", [ids[3], ids[1]]), ("Red", ids[:1])):
            album = albums.find(connection, name)
            assert album is not None
            albums.put_in(connection, album, chosen)

    library.catalog.write(fill)
    export_userdata(library, tmp_path / "out.json")
    done = import_userdata(other, tmp_path / "out.json")
    assert done.merge.conflicts == 0
    assert said(other, tmp_path) == said(library, tmp_path)
    with other.catalog.read() as connection:
        album = albums.find(connection, "Best")
        assert album is not None
        assert len(albums.photos(connection, album.id)) == 2
    assert import_userdata(other, tmp_path / "out.json", theirs_first=True).entry is None
    other.catalog.write(
        lambda connection: connection.execute("UPDATE albums SET query = 'x' WHERE name = 'Red'")
    )
    assert import_userdata(other, tmp_path / "out.json").merge.conflicts == 1
    import_userdata(other, tmp_path / "out.json", theirs_first=True)
    assert said(other, tmp_path) == said(library, tmp_path)
    for _ in range(2):
        history.undo(other)
    # The album that was changed past the history is not the import's any more.
    assert said(other, tmp_path)["albums"] == [{"name": "Red", "query": "x", "photos": []}]
    assert said(other, tmp_path)["photos"] == {}


def test_taught_tags_go_along(library: Library, other: Library, tmp_path: Path) -> None:
    library.catalog.write(lambda connection: taught.put(connection, TaughtTag("boat", "a boat at sea")))
    export_userdata(library, tmp_path / "out.json")
    assert import_userdata(other, tmp_path / "out.json").merge.conflicts == 0
    assert said(other, tmp_path)["taught"] == [{"name": "boat", "prompt": "a boat at sea"}]
    other.catalog.write(lambda connection: taught.put(connection, TaughtTag("boat", "a ship")))
    kept = import_userdata(other, tmp_path / "out.json")
    assert (kept.merge.conflicts, kept.entry) == (1, None)
    import_userdata(other, tmp_path / "out.json", theirs_first=True)
    assert said(other, tmp_path) == said(library, tmp_path)
    history.undo(other)
    assert said(other, tmp_path)["taught"] == [{"name": "boat", "prompt": "a ship"}]
