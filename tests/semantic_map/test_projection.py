"""From vectors to coordinates and neighbours."""

import numpy as np
import pytest
from tests.semantic_map.sources import Source, crowds_of

from mindseye.semantic_map import reduce
from mindseye.semantic_map.neighbours import EXACT_UP_TO, nearest


def test_the_first_coordinates_are_those_of_a_singular_value_decomposition() -> None:
    vectors, _ = crowds_of([60, 50, 40])
    source = Source(vectors)
    found = reduce(source, source.ids, components=5)
    stored = source.vectors.astype(np.float32)
    stored /= np.linalg.norm(stored, axis=1, keepdims=True)
    centred = stored - stored.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    expected = left[:, :5] * sizes[:5]
    signs = np.sign((expected * found.points).sum(axis=0))
    np.testing.assert_allclose(found.points, expected * signs, atol=2e-3)
    np.testing.assert_array_equal(found.plane, found.points[:, :2])


def test_many_photos_are_taken_a_part_at_a_time_and_a_sample_tells_the_axes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vectors, crowd = crowds_of([400, 300, 200])
    source = Source(vectors)
    whole = reduce(source, source.ids)
    monkeypatch.setattr("mindseye.semantic_map.components._CHUNK", 100)
    monkeypatch.setattr("mindseye.semantic_map.components.FITTED_ON", 300)
    parts = reduce(source, source.ids)
    np.testing.assert_array_equal(parts.ids, whole.ids)
    # The crowds lie as far from one another whatever sample the axes were taken from.
    for found in (whole, parts):
        middles = [found.plane[crowd == number].mean(axis=0) for number in range(3)]
        widths = [found.plane[crowd == number].std() for number in range(3)]
        assert np.linalg.norm(middles[0] - middles[1]) > 2 * max(widths)


def test_photos_without_a_vector_are_left_out_and_nothing_gives_nothing() -> None:
    vectors, _ = crowds_of([20])
    source = Source(vectors, first=10)
    found = reduce(source, np.arange(1, 40, dtype=np.int64))
    np.testing.assert_array_equal(found.ids, source.ids)
    nothing = reduce(source, np.empty(0, np.int64))
    assert len(nothing.ids) == 0
    assert nothing.plane.shape == (0, 2)
    one = reduce(Source(vectors[:1]), np.array([1]))
    assert one.plane.shape == (1, 2)
    assert np.isfinite(one.plane).all()


def test_the_work_can_be_called_off_between_parts() -> None:
    source = Source(crowds_of([50])[0])

    class CalledOffError(Exception):
        pass

    def stop(share: float) -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        reduce(source, source.ids, checkpoint=stop)


def test_neighbours_of_few_points_are_exact() -> None:
    points = np.random.default_rng(0).normal(size=(300, 6)).astype(np.float32)
    places, apart = nearest(points, 7)
    distances = ((points[:, np.newaxis] - points) ** 2).sum(axis=-1)
    np.fill_diagonal(distances, np.inf)
    np.testing.assert_array_equal(places, np.argsort(distances, axis=1)[:, :7])
    np.testing.assert_allclose(apart, np.sort(distances, axis=1)[:, :7], rtol=1e-3, atol=1e-4)


def test_neighbours_of_many_points_are_nearly_all_found() -> None:
    random = np.random.default_rng(1)
    middles = random.normal(size=(40, 16))
    count = EXACT_UP_TO + 1_500
    points = (middles[random.integers(0, 40, count)] + 0.4 * random.normal(size=(count, 16))).astype(
        np.float32
    )
    places, apart = nearest(points, 10)
    assert (np.diff(apart, axis=1) >= 0).all()
    assert not (places == np.arange(count)[:, np.newaxis]).any()
    asked = random.choice(count, 200, replace=False)
    distances = ((points[asked, np.newaxis] - points) ** 2).sum(axis=-1)
    distances[np.arange(200), asked] = np.inf
    exact = np.argsort(distances, axis=1)[:, :10]
    found = np.mean([np.isin(exact[row], places[each]).mean() for row, each in enumerate(asked)])
    assert found > 0.95


def test_neighbours_are_found_where_most_points_are_the_same() -> None:
    points = np.zeros((EXACT_UP_TO + 500, 4), np.float32)
    points[-300:] = np.random.default_rng(0).normal(size=(300, 4)) + 20
    places, apart = nearest(points, 12)
    assert np.isfinite(apart).all()
    assert (places[-300:] >= len(points) - 300).all()
