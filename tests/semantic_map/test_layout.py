"""The layout by neighbours: crowds stay together, what was there before stays where it was."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.semantic_map.quality import kept_neighbours, trustworthiness
from tests.semantic_map.sources import Source, crowds_of

from mindseye.semantic_map import beside_neighbours, lay_out, reduce

Points = NDArray[np.float32]


def apart(places: Points, crowd: NDArray[np.int64]) -> float:
    """The share of photos whose nearest on the map is of their own crowd."""
    distances = ((places[:, np.newaxis] - places) ** 2).sum(axis=-1)
    np.fill_diagonal(distances, np.inf)
    return float((crowd[distances.argmin(axis=1)] == crowd).mean())


def laid_out(sizes: list[int], **options: object) -> tuple[Points, Points, NDArray[np.int64]]:
    vectors, crowd = crowds_of(sizes, noise=0.35)
    source = Source(vectors)
    reduced = reduce(source, source.ids)
    return lay_out(reduced.points), reduced.plane, crowd


def test_crowds_that_the_components_lay_over_one_another_come_apart() -> None:
    places, plane, crowd = laid_out([60] * 8)
    assert apart(places, crowd) > 0.98
    assert apart(places, crowd) > apart(plane, crowd) + 0.1


def test_the_same_photos_get_the_same_map() -> None:
    first, _, _ = laid_out([40, 30, 20])
    again, _, _ = laid_out([40, 30, 20])
    np.testing.assert_array_equal(first, again)


def test_the_map_lies_as_near_to_the_components_as_it_can_be_turned() -> None:
    places, plane, _ = laid_out([50, 40, 30, 20])
    centred = plane - plane.mean(axis=0)
    agreement = float((places * centred).sum())
    for angle in np.linspace(0.2, 2 * np.pi - 0.2, 12):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        assert float(((places @ turn) * centred).sum()) < agreement
    np.testing.assert_allclose((places**2).sum(), (centred**2).sum(), rtol=0.5)


def test_a_large_library_is_laid_out_by_a_sample_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mindseye.semantic_map.layout.SAMPLE", 200)
    places, _, crowd = laid_out([150] * 6)
    assert apart(places, crowd) > 0.97


def test_a_map_that_was_there_before_is_gone_on_with() -> None:
    vectors, crowd = crowds_of([60] * 6, noise=0.35)
    source = Source(vectors)
    reduced = reduce(source, source.ids)
    before = lay_out(reduced.points[:300]) @ np.array([[0, -1], [1, 0]], np.float32)  # turned, as it might be
    after = lay_out(reduced.points, before=(np.arange(300), before))
    for number in range(6):
        old = before[crowd[:300] == number].mean(axis=0)
        new = np.stack([after[crowd == other].mean(axis=0) for other in range(6)])
        assert np.linalg.norm(new - old, axis=1).argmin() == number


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 8, 9, 20])
def test_a_few_photos_are_laid_out_too(count: int) -> None:
    vectors, _ = crowds_of([count])
    source = Source(vectors)
    places = lay_out(reduce(source, source.ids).points)
    assert places.shape == (count, 2)
    assert np.isfinite(places).all()


def test_equal_photos_do_no_harm() -> None:
    source = Source(np.ones((40, 8)))
    places = lay_out(reduce(source, source.ids).points)
    assert np.isfinite(places).all()


def test_it_tells_how_far_it_is_and_can_be_called_off() -> None:
    vectors, _ = crowds_of([30, 30])
    points = reduce(Source(vectors), np.arange(1, 61)).points
    told: list[float] = []
    lay_out(points, checkpoint=told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < 0.1
    assert told[-1] == 1

    class CalledOffError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.5:
            raise CalledOffError

    with pytest.raises(CalledOffError):
        lay_out(points, checkpoint=stop)


def test_new_photos_are_put_into_their_crowd() -> None:
    vectors, crowd = crowds_of([50] * 5, noise=0.35)
    source = Source(vectors)
    old, new = source.ids[:220], source.ids[220:]
    places = lay_out(reduce(source, old).points)
    found, beside = beside_neighbours(source, new, old, places)
    np.testing.assert_array_equal(found, new)
    nearest = ((beside[:, np.newaxis] - places) ** 2).sum(axis=-1).argmin(axis=1)
    assert (crowd[:220][nearest] == crowd[220:]).mean() > 0.95
    assert len(np.unique(beside, axis=0)) == len(beside)


def test_new_photos_find_a_place_on_a_map_of_one() -> None:
    source = Source(crowds_of([4])[0])
    found, beside = beside_neighbours(source, source.ids[1:], source.ids[:1], np.zeros((1, 2), np.float32))
    assert len(found) == 3
    assert np.isfinite(beside).all()
    gone, nowhere = beside_neighbours(source, np.array([99]), source.ids[:1], np.zeros((1, 2), np.float32))
    assert (len(gone), nowhere.shape) == (0, (0, 2))


@pytest.mark.data
def test_recorded_photographs_keep_their_neighbours_better_than_by_components(photographs: Path) -> None:
    vectors = np.load(photographs / "unsplash" / "clip-vit-b32.npy").astype(np.float32)
    source = Source(vectors)
    reduced = reduce(source, source.ids)
    places = lay_out(reduced.points)
    assert kept_neighbours(vectors, places, 10) > 1.8 * kept_neighbours(vectors, reduced.plane, 10)
    assert trustworthiness(vectors, places, 10) > trustworthiness(vectors, reduced.plane, 10) + 0.08
