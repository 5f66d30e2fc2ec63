"""The map of a library: made at once, made better, kept, and brought up to date with what came and went."""

from pathlib import Path

import numpy as np
import pytest
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import COLOURS, write_picture, write_pictures

from mindseye.clip import ModelManifest
from mindseye.errors import Cancelled
from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.operations.meaning_map import (
    MeaningMap,
    better_map,
    first_map,
    kept_map,
    paths_and_places,
    regions_of,
)
from mindseye.semantic_map import load_map
from mindseye.tasks import CancelToken


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "photos"
    write_pictures(folder, 40)
    return folder


@pytest.fixture
def full(library: Library, folder: Path) -> Library:
    """Ten pictures each of red, green, blue and grey."""
    index_folders(library, [folder])
    return library


def colours_of(library: Library, shown: MeaningMap) -> dict[str, np.ndarray]:
    """Where the pictures of each colour lie."""
    found: dict[str, list[tuple[float, float]]] = {colour: [] for colour in COLOURS}
    for path, x, y in paths_and_places(library, shown):
        found[path.stem.split("-")[1]].append((x, y))
    return {colour: np.array(places) for colour, places in found.items()}


def test_there_is_a_map_at_once_and_a_better_one_puts_like_beside_like(full: Library) -> None:
    assert kept_map(full) is None
    first = first_map(full)
    assert (len(first.shown), first.shown.final) == (40, False)
    better = better_map(full, first)
    assert (len(better), better.final) == (40, True)
    colours = colours_of(full, better)
    assert [len(places) for places in colours.values()] == [10] * 4
    middles = {colour: places.mean(axis=0) for colour, places in colours.items()}
    for colour, places in colours.items():
        for place in places:
            nearest = min(middles, key=lambda each: float(np.linalg.norm(middles[each] - place)))
            assert nearest == colour


def test_the_map_is_kept_and_opens_without_being_made_again(
    full: Library, manifest: ModelManifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = better_map(full, first_map(full))
    monkeypatch.setattr("mindseye.operations.meaning_map.lay_out", None)
    with Library.open(full.directory, manifest, load_session=FakeSession) as again:
        found = kept_map(again)
    assert found is not None
    np.testing.assert_array_equal(found.ids, made.ids)
    np.testing.assert_array_equal(found.places, made.places)


def test_new_photos_are_put_beside_their_like_and_gone_ones_leave(full: Library, folder: Path) -> None:
    before = better_map(full, first_map(full))
    write_picture(folder / "900-green.jpg", "green", seed=900)
    (folder / "000-red.jpg").unlink()
    index_folders(full, [folder])
    after = kept_map(full)
    assert after is not None
    assert len(after) == 40
    stayed = np.isin(after.ids, before.ids)
    np.testing.assert_array_equal(after.places[stayed], before.places[np.isin(before.ids, after.ids)])
    colours = colours_of(full, after)
    assert (len(colours["red"]), len(colours["green"])) == (9, 11)
    (new,) = after.places[~stayed]
    apart = {colour: np.linalg.norm(places - new, axis=1).min() for colour, places in colours.items()}
    apart.pop("green")
    assert np.sort(np.linalg.norm(colours["green"] - new, axis=1))[1] < min(apart.values())
    kept = load_map(full.spaces.active.map_file)
    assert kept is not None
    assert (len(kept.ids), kept.laid_out) == (40, 40)


def test_a_library_that_grew_much_is_laid_out_anew_from_what_was_there(full: Library, folder: Path) -> None:
    before = colours_of(full, better_map(full, first_map(full)))
    write_pictures(folder / "more", 20, seed=500)
    index_folders(full, [folder])
    assert kept_map(full) is None
    after = colours_of(full, better_map(full, first_map(full)))
    middles = {colour: places.mean(axis=0) for colour, places in after.items()}
    for colour, places in before.items():
        old = places.mean(axis=0)
        assert min(middles, key=lambda each: float(np.linalg.norm(middles[each] - old))) == colour


def test_crowds_are_called_by_words_that_the_model_knows(
    full: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("red", "green", "blue", "night", "day")
    monkeypatch.setattr("mindseye.operations.meaning_map.read_words", lambda path: words)
    regions = regions_of(full, better_map(full, first_map(full)))
    assert {"red", "green", "blue"} <= {region.name for region in regions}
    for region in regions:
        assert region.photos <= 20


def test_calling_off_keeps_the_map_that_was_there(full: Library) -> None:
    better_map(full, first_map(full))
    kept = full.spaces.active.map_file.read_bytes()
    token = CancelToken()

    def stop(share: float) -> None:
        if share > 0.4:
            token.cancel()

    with pytest.raises(Cancelled):
        better_map(full, first_map(full), token=token, report=stop)
    assert full.spaces.active.map_file.read_bytes() == kept


def test_an_empty_library_has_an_empty_map(library: Library) -> None:
    first = first_map(library)
    assert len(first.shown) == 0
    assert len(better_map(library, first)) == 0
    assert regions_of(library, first.shown) == []


def test_a_map_that_cannot_be_kept_is_shown_all_the_same(full: Library) -> None:
    full.spaces.active.map_file.mkdir()
    assert len(better_map(full, first_map(full))) == 40


def test_the_map_goes_with_the_vectors_of_its_space(full: Library, tmp_path: Path) -> None:
    space = full.spaces.active
    better_map(full, first_map(full))
    assert space.map_file.exists()
    other = write_fake_model(tmp_path / "other", "other", other=True)
    with Library.open(full.directory, other, load_session=FakeSession) as library:
        library.spaces.drop(space.space_id, space.manifest.fingerprint)
    assert not space.map_file.exists()
