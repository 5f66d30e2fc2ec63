"""Files and folders in the catalog: paths of any bytes, moves, and what waits to be read."""

import os
from pathlib import Path

import numpy as np
import pytest

from mindseye.catalog import Catalog, Connection, files, folders, photos, tiles, vectors
from mindseye.metadata import Metadata

FACTS = Metadata(width=30, height=20, format="JPEG")
ODD = b"2019/\xff\xfe caf\xe9 \xe2\x82.jpg"


@pytest.fixture
def connection(catalog: Catalog) -> Connection:
    """A connection that the test alone uses."""
    return catalog._connection


def add_files(connection: Connection, folder: folders.Folder, *paths: bytes) -> list[int]:
    files.add(connection, folder.id, [(path, 10, 100 + number, number) for number, path in enumerate(paths)])
    known = files.known(connection, folder.id)
    return [known[path].id for path in paths]


def paths_of(connection: Connection, folder: folders.Folder) -> dict[int, bytes]:
    return {file.id: path for path, file in files.known(connection, folder.id).items()}


def photo_in(connection: Connection, file_id: int, name: bytes) -> int:
    photo_id = photos.add(connection, name, FACTS)
    files.link(connection, file_id, photo_id)
    return photo_id


def waiting_in(connection: Connection, space_id: int) -> list[files.WaitingFile]:
    """What waits in every folder."""
    folder_ids = [folder.id for folder in folders.all_folders(connection)]
    return files.waiting(connection, space_id, folder_ids, cropped_from=2.0)


def test_paths_that_are_no_utf_8_come_back_as_they_were(connection: Connection) -> None:
    folder = folders.add(connection, Path(os.fsdecode(b"/photos/\xff")))
    (file_id,) = add_files(connection, folder, ODD)
    photo_id = photo_in(connection, file_id, b"hash")

    whole = b"/photos/\xff/" + ODD
    assert [os.fsencode(each.path) for each in folders.all_folders(connection)] == [b"/photos/\xff"]
    assert list(files.known(connection, folder.id)) == [ODD]
    photo = photos.get(connection, photo_id)
    assert photo is not None
    assert [os.fsencode(path) for path in photo.paths] == [whole]
    assert os.fsencode(photos.first_paths(connection, [photo_id])[photo_id]) == whole
    files.restat(connection, [(file_id, 10, 10, 10)])
    assert [os.fsencode(file.full_path) for file in waiting_in(connection, 1)] == [whole]
    files.refuse(connection, file_id, "broken")
    assert [os.fsencode(problem.path) for problem in files.problems(connection)] == [whole]


def test_a_file_that_is_added_twice_is_there_once(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    (first,) = add_files(connection, folder, b"x.jpg")
    photo_in(connection, first, b"hash")
    assert add_files(connection, folder, b"x.jpg") == [first]
    assert waiting_in(connection, vectors.space(connection, "f", model="m", dimension=1)) != []


def test_two_files_can_swap_their_names(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    one, two, three = add_files(connection, folder, b"one.jpg", b"two.jpg", b"three.jpg")
    files.move(connection, [(one, b"two.jpg"), (two, b"three.jpg"), (three, b"one.jpg")])
    assert paths_of(connection, folder) == {one: b"two.jpg", two: b"three.jpg", three: b"one.jpg"}


def test_a_move_keeps_the_photo(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    (one,) = add_files(connection, folder, b"one.jpg")
    photo_id = photo_in(connection, one, b"hash")
    files.move(connection, [(one, b"sub/one.jpg")])
    assert photos.first_paths(connection, [photo_id]) == {photo_id: Path("/a/sub/one.jpg")}


def test_an_outer_folder_takes_over_the_files_of_an_inner_one(connection: Connection) -> None:
    inner = folders.add(connection, Path(os.fsdecode(b"/a/b\xff/c")))
    (file_id,) = add_files(connection, inner, ODD)
    photo_id = photo_in(connection, file_id, b"hash")
    outer = folders.add(connection, Path("/a"))
    folders.absorb(connection, outer, inner)
    assert folders.all_folders(connection) == [outer]
    assert paths_of(connection, outer) == {file_id: b"b\xff/c/" + ODD}
    assert photos.find(connection, b"hash") == photo_id
    assert photos.count(connection) == 1


def test_removing_a_folder_forgets_its_files_and_keeps_the_photos(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    (file_id,) = add_files(connection, folder, b"x.jpg")
    photo_id = photo_in(connection, file_id, b"hash")
    folders.remove(connection, folder.id)
    assert photos.count(connection) == 0
    assert photos.find(connection, b"hash") == photo_id
    assert not tiles.tiles(connection)


def test_going_away_and_coming_back_is_news_once(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    assert not folders.set_online(connection, folder.id, online=True)
    assert folders.set_online(connection, folder.id, online=False)
    assert not folders.set_online(connection, folder.id, online=False)
    assert folders.set_online(connection, folder.id, online=True)


def test_what_waits_comes_newest_first_and_without_folders_that_are_away(connection: Connection) -> None:
    here, away = (folders.add(connection, Path(name)) for name in ("/here", "/away"))
    add_files(connection, here, b"older.jpg", b"newer.jpg", b"newest.jpg")
    add_files(connection, away, b"unreachable.jpg")
    folders.set_online(connection, away.id, online=False)
    waiting = [file.path for file in waiting_in(connection, 1)]
    assert waiting == [b"newest.jpg", b"newer.jpg", b"older.jpg"]
    folders.set_online(connection, away.id, online=True)
    assert len(waiting_in(connection, 1)) == 4


def test_a_photo_without_a_vector_waits_once_however_often_it_lies_there(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    space, other = (vectors.space(connection, name, model=name, dimension=2) for name in "ab")
    ids = add_files(connection, folder, b"one.jpg", b"copy.jpg", b"two.jpg")
    one, _, two = (
        photo_in(connection, file_id, name) for file_id, name in zip(ids, (b"1", b"1", b"2"), strict=True)
    )
    assert [file.path for file in waiting_in(connection, space)] == [b"two.jpg", b"one.jpg"]

    vectors.add(connection, space, [(one, np.array([1, 0])), (two, np.array([0, 1]))])
    assert waiting_in(connection, space) == []
    assert len(waiting_in(connection, other)) == 2


def test_a_photo_whose_first_place_is_away_is_read_from_another(connection: Connection) -> None:
    away, here = (folders.add(connection, Path(name)) for name in ("/away", "/here"))
    photo_in(connection, *add_files(connection, away, b"x.jpg"), b"hash")
    photo_in(connection, *add_files(connection, here, b"x.jpg"), b"hash")
    folders.set_online(connection, away.id, online=False)
    (waiting,) = waiting_in(connection, 1)
    assert waiting.full_path == Path("/here/x.jpg")


def test_a_refused_file_waits_no_more_until_it_changes(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    (file_id,) = add_files(connection, folder, b"x.jpg")
    files.refuse(connection, file_id, "no picture")
    assert waiting_in(connection, 1) == []
    assert files.counts(connection, [folder.id]) == files.FileCounts(files=1, failed=1, waiting=0)
    files.restat(connection, [(file_id, 11, 200, 7)])
    assert [(file.size, file.mtime_ns) for file in waiting_in(connection, 1)] == [(11, 200)]
    assert files.problems(connection) == []
    assert files.counts(connection, [folder.id]) == files.FileCounts(files=1, failed=0, waiting=1)


def test_a_passing_problem_is_tried_again_and_leaves_the_photo(connection: Connection) -> None:
    folder = folders.add(connection, Path("/a"))
    unread, known = add_files(connection, folder, b"unread.jpg", b"known.jpg")
    photo_id = photo_in(connection, known, b"hash")
    for file_id in (unread, known):
        files.refuse(connection, file_id, "the disk does not answer", passing=True)
    assert {file.id for file in waiting_in(connection, 1)} == {unread, known}
    assert len(files.problems(connection)) == 2
    assert photos.first_paths(connection, [photo_id]) == {photo_id: Path("/a/known.jpg")}
    files.link(connection, known, photo_id)
    assert [problem.path.name for problem in files.problems(connection)] == ["unread.jpg"]


def test_only_the_folders_asked_for_wait(connection: Connection) -> None:
    one, two = (folders.add(connection, Path(name)) for name in ("/one", "/two"))
    add_files(connection, one, b"a.jpg")
    add_files(connection, two, b"b.jpg")
    assert [file.path for file in files.waiting(connection, 1, [two.id], cropped_from=2.0)] == [b"b.jpg"]


def test_counts_are_those_of_the_folders_asked_for(connection: Connection) -> None:
    one, two = (folders.add(connection, Path(name)) for name in ("/one", "/two"))
    add_files(connection, one, b"a.jpg", b"b.jpg")
    add_files(connection, two, b"c.jpg")
    assert files.counts(connection, [one.id]).files == 2
    assert files.counts(connection, [one.id, two.id]).files == 3
    assert files.counts(connection, []).files == 0


def test_thousands_of_ids_fit_into_one_question(connection: Connection) -> None:
    assert not tiles.tiles_of(connection, range(100_000))
