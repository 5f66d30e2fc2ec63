"""A panorama is found by what lies at its ends, through the same passes, projections and searches."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support.counting import CountingLoader
from tests.support.pictures import COLOURS, write_pictures

from mindseye import imaging
from mindseye.catalog import Connection, vectors
from mindseye.indexing import RunSummary
from mindseye.library import Library
from mindseye.search import Query, SimilarTo, Words

Index = Callable[[], RunSummary]


def write_panorama(path: Path, *colours: str) -> Path:
    """Squares of colours side by side."""
    picture = Image.new("RGB", (40 * len(colours), 40))
    for number, colour in enumerate(colours):
        picture.paste(COLOURS[colour], (40 * number, 0, 40 * number + 40, 40))
    picture.save(path)
    return path


def keys_in_catalog(library: Library) -> tuple[int, int]:
    with library.catalog.read() as connection:
        return (
            len(vectors.searchable(connection, library.space_id)),
            len(vectors.searchable_crops(connection, library.space_id)[0]),
        )


def test_what_lies_at_the_end_of_a_panorama_is_found(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    write_panorama(folder / "wide.png", "red", "green", "blue")
    for number in range(3):
        Image.new("RGB", (40, 40), COLOURS["grey"]).point(lambda v, n=number: v + n).save(
            folder / f"grey{number}.png"
        )
    assert index().embedded == 4
    assert loader.pictures == 4 + 3
    with library.catalog.read() as connection:
        wide = vectors.searchable_crops(connection, library.space_id)[0][0]
    for colour in ("red", "green", "blue"):
        hits = library.engine.search(Query((Words(colour),)), 10)
        assert len(hits) == 4
        assert hits[0].photo_id == wide
    looked_like = library.engine.search(Query((SimilarTo(int(wide)),)), 10)
    assert [hit.photo_id for hit in looked_like].count(wide) == 1
    assert index().embedded == 0
    assert loader.pictures == 7


def test_a_lost_index_gets_the_crops_back_from_the_catalog(
    library: Library, folder: Path, index: Index, open_library: Callable[[], Library], tmp_path: Path,
    loader: CountingLoader,
) -> None:  # fmt: skip
    write_panorama(folder / "wide.png", "red", "green", "blue")
    write_pictures(folder, 3)
    index()
    before = np.sort(library.spaces.active.index.keys())
    library.close()
    for file in (tmp_path / "library" / "index").glob("*.usearch"):
        file.unlink()
    with open_library() as again:
        np.testing.assert_array_equal(np.sort(again.spaces.active.index.keys()), before)
    assert loader.pictures == 7


def test_the_crops_of_a_photo_that_goes_leave_the_index_and_come_back_with_it(
    library: Library, folder: Path, index: Index, loader: CountingLoader
) -> None:
    path = write_panorama(folder / "wide.png", "red", "green", "blue")
    content = path.read_bytes()
    index()
    path.unlink()
    index()
    assert len(library.spaces.active.index.keys()) == 0
    (folder / "again.png").write_bytes(content)
    index()
    assert len(library.spaces.active.index.keys()) == 4
    assert loader.pictures == 4


def test_long_photos_of_an_older_library_get_their_crops_and_nothing_else_is_embedded(
    library: Library, folder: Path, index: Index, loader: CountingLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_panorama(folder / "wide.png", "red", "green", "blue")
    write_pictures(folder, 5)
    with monkeypatch.context() as older:
        older.setattr(imaging, "extra_crops", lambda width, height: 0)
        index()
    assert (keys_in_catalog(library), loader.pictures) == ((6, 0), 6)
    index()
    assert (keys_in_catalog(library), loader.pictures) == ((6, 3), 10)
    assert index().total == 0


def test_dropping_the_vectors_of_a_space_drops_its_crops(
    library: Library, folder: Path, index: Index
) -> None:
    write_panorama(folder / "wide.png", "red", "green", "blue")
    index()

    def drop(connection: Connection) -> None:
        vectors.drop(connection, library.space_id)

    library.catalog.write(drop)
    assert keys_in_catalog(library) == (0, 0)
