"""Photos and their vectors in the catalog."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from mindseye.catalog import Connection, files, folders, photos, vectors
from mindseye.catalog.photos import PhotoTile
from mindseye.metadata import Metadata

FULL = Metadata(
    width=4000, height=3000, format="JPEG", taken_at=datetime(2019, 7, 4, 12, 30, 15), camera="A B",
    lens="50 mm", latitude=-47.5, longitude=8.25, iso=200, aperture=2.8, exposure_seconds=0.004,
    focal_length_mm=50.0,
)  # fmt: skip


def lying(connection: Connection, name: str, *, mtime_ns: int = 0, facts: Metadata = FULL) -> int:
    """A photo that lies in a folder."""
    known = {folder.path: folder for folder in folders.all_folders(connection)}
    folder = known.get(Path("/photos")) or folders.add(connection, Path("/photos"))
    path = f"{name}.jpg".encode()
    files.add(connection, folder.id, [(path, 1, mtime_ns, 0)])
    photo_id = photos.add(connection, name.encode(), facts)
    files.link(connection, files.known(connection, folder.id)[path].id, photo_id)
    return photo_id


def test_what_the_camera_wrote_comes_back(connection: Connection) -> None:
    photo_id = lying(connection, "a")
    photo = photos.get(connection, photo_id)
    assert photo is not None
    assert photo.facts == FULL
    assert photo.content_hash == b"a"
    assert photo.online
    bare = Metadata(width=1, height=2, format="PNG")
    other = photos.get(connection, lying(connection, "b", facts=bare))
    assert other is not None
    assert other.facts == bare
    assert photos.get(connection, 99) is None


def test_the_same_content_is_the_same_photo(connection: Connection) -> None:
    first = photos.add(connection, b"hash", FULL)
    assert photos.add(connection, b"hash", Metadata(width=5, height=6, format="JPEG")) == first
    photo = photos.get(connection, first)
    assert photo is not None
    assert (photo.facts.width, photo.facts.camera) == (5, "A B")
    assert photo.paths == ()
    assert not photo.online


def test_photos_are_shown_newest_first_by_the_camera_else_by_the_file(connection: Connection) -> None:
    def bare(year: int | None) -> Metadata:
        taken_at = None if year is None else datetime(year, 6, 1)
        return Metadata(width=3, height=2, format="JPEG", taken_at=taken_at)

    in_2015 = int(datetime(2015, 6, 1).timestamp() * 1e9)
    old = lying(connection, "old", facts=bare(2010), mtime_ns=in_2015)
    new = lying(connection, "new", facts=bare(2020))
    middle = lying(connection, "middle", facts=bare(None), mtime_ns=in_2015)
    days = {new: date(2020, 6, 1), middle: date(2015, 6, 1), old: date(2010, 6, 1)}
    assert photos.tiles(connection) == [
        PhotoTile(photo_id, 3, 2, (day - date(1970, 1, 1)).days) for photo_id, day in days.items()
    ]
    assert photos.tiles_of(connection, [old]) == photos.tiles(connection)[2:]


def test_a_time_that_nobody_understands_has_no_day(connection: Connection) -> None:
    photo_id = lying(connection, "odd")
    connection.execute("UPDATE photos SET taken_at = '0000-99-99' WHERE id = ?", (photo_id,))
    assert [tile.day for tile in photos.tiles(connection)] == [photos.UNKNOWN_DAY]


def test_tiles_keep_the_order_that_was_asked_for(connection: Connection) -> None:
    one, two = lying(connection, "one"), lying(connection, "two")
    found = photos.tiles_of(connection, [two, 99, one, two])
    assert [tile.id for tile in found] == [two, one, two]


def test_the_path_to_show_is_one_in_a_folder_that_is_there(connection: Connection) -> None:
    photo_id = photos.add(connection, b"hash", FULL)
    for name, online in (("/a-away", False), ("/b", True), ("/c", True)):
        folder = folders.add(connection, Path(name))
        files.add(connection, folder.id, [(b"x.jpg", 1, 1, 1)])
        (known,) = files.known(connection, folder.id).values()
        files.link(connection, known.id, photo_id)
        folders.set_online(connection, folder.id, online=online)
    assert photos.first_paths(connection, [photo_id, 99]) == {photo_id: Path("/b/x.jpg")}
    photo = photos.get(connection, photo_id)
    assert photo is not None
    assert photo.paths == (Path("/b/x.jpg"), Path("/c/x.jpg"), Path("/a-away/x.jpg"))
    assert photo.online


def test_vectors_come_back_in_half_precision(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    vector = np.array([0.5, -0.5, 0.1, 0.7], np.float32)
    vectors.add(connection, space, [(photo_id, vector)])
    assert vectors.has(connection, space, photo_id)
    assert not vectors.has(connection, space + 1, photo_id)
    stored = vectors.get(connection, space, [photo_id, 99])
    assert list(stored) == [photo_id]
    np.testing.assert_array_equal(stored[photo_id], vector.astype(np.float16))


def test_a_vector_that_is_stored_again_is_replaced(connection: Connection, space: int) -> None:
    photo_id = lying(connection, "a")
    for value in (1, 0):
        vectors.add(connection, space, [(photo_id, np.full(4, value, np.float16))])
    assert vectors.get(connection, space, [photo_id])[photo_id].tolist() == [0, 0, 0, 0]


def test_a_space_is_known_by_its_fingerprint(connection: Connection, space: int) -> None:
    assert vectors.space(connection, "fingerprint", model="renamed", dimension=4) == space
    assert vectors.space(connection, "other", model="m", dimension=4) != space


def test_photos_without_a_file_are_not_searchable_and_keep_their_vector(
    connection: Connection, space: int
) -> None:
    here, gone = lying(connection, "here"), photos.add(connection, b"gone", FULL)
    vectors.add(connection, space, [(each, np.ones(4)) for each in (here, gone)])
    assert vectors.searchable(connection, space).tolist() == [here]
    assert vectors.searchable(connection, space).dtype == np.int64
    assert vectors.has(connection, space, gone)


def test_vectors_can_be_read_in_batches(connection: Connection, space: int) -> None:
    ids = [lying(connection, str(number)) for number in range(5)]
    vectors.add(connection, space, [(each, np.full(4, each)) for each in ids])
    read = list(vectors.batches(connection, space, size=2))
    assert [len(each) for each, _ in read] == [2, 2, 1]
    assert np.concatenate([each for each, _ in read]).tolist() == ids
    for of_batch, stored in read:
        np.testing.assert_array_equal(stored, np.repeat(of_batch[:, None], 4, axis=1))
    assert list(vectors.batches(connection, space + 1)) == []


@pytest.mark.parametrize("few", [0, 1000])
def test_the_first_page_is_the_beginning_of_all(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(photos, "_FEW", few)
    assert photos.first_tiles(connection, 5) == []
    dice = np.random.default_rng(3)
    for number in range(60):
        second = 1_500_000_000 + int(dice.integers(0, 1_000_000))
        timed = number % 3 > 0
        taken_at = datetime.fromtimestamp(second) if timed else None
        facts = Metadata(width=3 + number, height=2, format="JPEG", taken_at=taken_at)
        photo_id = lying(connection, f"{number}", facts=facts, mtime_ns=second * 10**9)
        if number % 6 == 0:  # a later copy says nothing of when it was taken
            files.add(connection, 1, [(f"copy{number}".encode(), 1, (second + 10**6) * 10**9, 0)])
            files.link(connection, files.known(connection, 1)[f"copy{number}".encode()].id, photo_id)
    photos.add(connection, b"lies nowhere", FULL)
    everything = photos.tiles(connection)
    assert len(everything) == 60
    for count in (1, 7, 60, 100):
        assert photos.first_tiles(connection, count) == everything[:count]
