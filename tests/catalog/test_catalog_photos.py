"""Photos and their vectors in the catalog."""

from pathlib import Path

import numpy as np
from tests.support.lying_photos import FULL, lying

from mindseye.catalog import Connection, files, folders, photos, vectors
from mindseye.metadata import Metadata


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
