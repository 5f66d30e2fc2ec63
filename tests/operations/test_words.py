"""Words the model does not know are told; words load no vision tower; names are found without a model."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.counting import CountingLoader
from tests.support.fake_model import write_fake_model
from tests.support.pictures import write_picture, write_pictures

from mindseye.library import Library
from mindseye.operations.find import (
    Understood,
    find,
    find_by_name,
    get_words_ready,
    understood,
    words_are_ready,
)
from mindseye.operations.index_folders import index_folders
from mindseye.operations.wording import unknown_words_sentence
from mindseye.search import PictureFile, Query, Words


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "photos", 8)
    write_picture(tmp_path / "photos" / "trip" / "Grand Canyon.jpg", "red", seed=50)
    write_picture(tmp_path / "photos" / "trip" / "grand hotel.jpg", "blue", seed=51)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path, photos: Path, loader: CountingLoader) -> Iterator[Library]:
    """A library that was indexed earlier and has just been opened, with a model that lists its words."""
    manifest = write_fake_model(tmp_path / "model", listed=True)
    with Library.open(tmp_path / "library", manifest, load_session=CountingLoader()) as first:
        index_folders(first, [photos])
    with Library.open(tmp_path / "library", manifest, load_session=loader) as opened:
        yield opened


def towers(loader: CountingLoader) -> list[str]:
    return ["image" if session.is_image else "text" for session in loader.sessions]


def test_words_are_searched_without_the_vision_tower(library: Library, loader: CountingLoader) -> None:
    assert not words_are_ready(library)
    assert find(library, Query((Words("red"),)), limit=5)
    assert words_are_ready(library)
    assert towers(loader) == ["text"]
    assert library.model.provider is None


def test_getting_ready_loads_the_text_tower_alone_and_once(library: Library, loader: CountingLoader) -> None:
    get_words_ready(library)
    assert words_are_ready(library)
    find(library, Query((Words("red"),)), limit=5)
    assert towers(loader) == ["text"]


def test_indexing_what_is_known_loads_no_tower(
    library: Library, loader: CountingLoader, photos: Path
) -> None:
    summary = index_folders(library, [photos])
    assert (summary.photos, summary.provider) == (0, "")
    assert towers(loader) == []


def test_names_are_found_without_a_model(library: Library, loader: CountingLoader) -> None:
    def named(*phrases: str) -> set[str]:
        ids = find_by_name(library, Query(tuple(Words(phrase) for phrase in phrases)))
        with library.catalog.read() as connection:
            rows = connection.execute("SELECT photo_id, path FROM files").fetchall()
        return {Path(row[1].decode()).name for row in rows if row[0] in ids}

    assert named("grand") == {"Grand Canyon.jpg", "grand hotel.jpg"}
    assert named("CANYON", "grand") == {"Grand Canyon.jpg"}
    assert named("trip") == set(), "a folder's name is no file's name"
    assert towers(loader) == []


def test_words_that_are_unknown_are_named(library: Library, photos: Path) -> None:
    assert understood(library, Query((Words("a red guitar"),))) == Understood(("guitar",))
    assert understood(library, Query((Words("guitar"), Words("tuba")))) == Understood(
        ("guitar", "tuba"), nothing=True
    )
    assert understood(library, Query((Words("guitar"), Words("red", -1)))).nothing
    assert understood(library, Query((Words("red"),))) == Understood()
    picture = PictureFile(photos / "trip" / "grand hotel.jpg")
    assert understood(library, Query((Words("guitar"), picture))) == Understood(("guitar",))


def test_nothing_is_likely_where_no_word_is_known(library: Library) -> None:
    assert any(hit.likely for hit in find(library, Query((Words("red"),)), limit=20))
    hits = find(library, Query((Words("guitar"),)), limit=20)
    assert hits
    assert not any(hit.likely for hit in hits)


def test_a_model_without_a_list_never_complains(tmp_path: Path) -> None:
    manifest = write_fake_model(tmp_path / "open")
    with Library.open(tmp_path / "other", manifest, load_session=CountingLoader()) as library:
        assert understood(library, Query((Words("theremin"),))) == Understood()


def test_the_sentence_names_the_words() -> None:
    assert unknown_words_sentence("Mindseye starter", ["guitar"]) == (
        "Mindseye starter does not know “guitar”. A CLIP model knows it."
    )
    assert unknown_words_sentence("M", ["a", "b", "c"]) == (
        "M does not know “a”, “b” and “c”. A CLIP model knows them."
    )
