"""The parts of the map that need no window: its camera, its points, what has room, what a hand draws."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mindseye.semantic_map import Region
from mindseye.ui.meaning_map import painting
from mindseye.ui.meaning_map.camera import Camera, scales_between
from mindseye.ui.meaning_map.hand import Pull, Tool
from mindseye.ui.meaning_map.scene import Scene, on_the_way

SIZE = (800, 600)


def scene_of(places: list[tuple[float, float]]) -> Scene:
    count = len(places)
    ids = np.arange(10, 10 + count, dtype=np.int64)
    return Scene(ids, np.array(places, np.float32).reshape(-1, 2), np.ones(count, np.float32))


def cross() -> Scene:
    """One in the middle, four about it."""
    return scene_of([(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)])


def test_a_fitted_map_lies_in_the_view_with_room_about_it() -> None:
    places = np.random.default_rng(0).normal(size=(500, 2)).astype(np.float32)
    scene = scene_of([tuple(each) for each in places])
    seen = Camera.fitted(scene.bounds, SIZE).on_screen(scene.places, SIZE)
    assert (seen >= 63).all()
    assert (seen[:, 0] <= SIZE[0] - 63).all()
    assert (seen[:, 1] <= SIZE[1] - 63).all()
    assert np.isclose(np.ptp(seen, axis=0), np.array(SIZE) - 128, atol=1).any()


def test_one_photo_and_none_are_fitted_too() -> None:
    one = np.array([[3.0, 4.0]], np.float32)
    assert Camera.fitted((3, 4, 3, 4), SIZE).on_screen(one, SIZE)[0].tolist() == [400, 300]
    assert scene_of([]).bounds is None
    assert Camera.fitted(None, SIZE) == Camera()


@pytest.mark.parametrize("at", [(0.0, 0.0), (400.0, 300.0), (731.0, 12.0)])
def test_zooming_keeps_the_point_under_the_pointer(at: tuple[float, float]) -> None:
    camera = Camera(1, 2, 50)
    before = camera.on_map(*at, SIZE)
    nearer = camera.zoomed(3, at, SIZE, between=(1, 1000))
    assert nearer.scale == 150
    assert nearer.on_map(*at, SIZE) == pytest.approx(before)
    assert camera.zoomed(1e9, at, SIZE, between=(1, 1000)).scale == 1000
    assert camera.zoomed(1e-9, at, SIZE, between=(1, 1000)).scale == 1


def test_pulling_moves_the_map_with_the_pointer_and_never_out_of_sight() -> None:
    camera = Camera(0, 0, 10)
    x, y = camera.on_map(100, 100, SIZE)
    assert camera.moved(30, -20).on_map(130, 80, SIZE) == pytest.approx((x, y))
    far = camera.moved(1e6, 1e6).kept_near(cross().bounds)
    assert (far.x, far.y) == (-1, -1)


def test_a_large_library_can_be_seen_from_nearer_than_a_small_one() -> None:
    assert scales_between(2.0, 20)[1] < scales_between(2.0, 10_000)[1] < scales_between(2.0, 100_000)[1]
    assert scales_between(2.0, 20)[0] < 2.0 < scales_between(2.0, 20)[1]


def test_what_lies_in_a_lasso_is_found() -> None:
    random = np.random.default_rng(0)
    places = random.uniform(-2, 2, size=(2_000, 2))
    scene = scene_of([tuple(each) for each in places])
    turns = np.linspace(0, 2 * np.pi, 80, endpoint=False)
    circle = np.stack([np.cos(turns), np.sin(turns)], axis=1).astype(np.float32)
    found = set(scene.inside(circle).tolist())
    radius = np.linalg.norm(places, axis=1)
    assert set(np.flatnonzero(radius < 0.99).tolist()) <= found <= set(np.flatnonzero(radius < 1).tolist())
    # A horseshoe leaves out what lies in its bay.
    bay = np.array([(-1, -1), (1, -1), (1, 1), (0.5, 1), (0.5, -0.5), (-0.5, -0.5), (-0.5, 1), (-1, 1)])
    inside = scene.inside(bay.astype(np.float32))
    x, y = places[inside, 0], places[inside, 1]
    assert len(inside)
    assert not ((np.abs(x) < 0.49) & (y > -0.49)).any()
    assert len(scene.inside(circle[:2])) == 0


def test_the_nearest_photo_within_reach_is_pointed_at() -> None:
    scene = cross()
    assert scene.nearest(0.9, 0.05, 0.3) == 2
    assert scene.nearest(0.5, 0.5, 0.3) is None
    assert scene_of([]).nearest(0, 0, 1) is None


@pytest.mark.parametrize(("direction", "row"), [((-1, 0), 1), ((1, 0), 2), ((0, -1), 3), ((0, 1), 4)])
def test_arrows_go_to_the_photo_that_lies_there(direction: tuple[int, int], row: int) -> None:
    assert cross().towards(0, direction, 0.1) == row
    assert cross().towards(row, direction, 0.1) is None
    assert cross().towards(0, direction, 1.5) is None


def test_from_a_photo_one_goes_to_those_about_it() -> None:
    scene = scene_of([(0, 0), (5, 0), (1, 0), (3, 0)])
    assert scene.around(0).tolist() == [10, 12, 13, 11]
    assert scene.most_central(np.array([0, 2, 3])) == 2


def test_photos_move_from_where_they_were_and_new_ones_are_there() -> None:
    before, after = scene_of([(0, 0), (2, 2)]), scene_of([(4, 0), (2, 0), (9, 9)])
    np.testing.assert_allclose(on_the_way(before, after, 0), [(0, 0), (2, 2), (9, 9)])
    np.testing.assert_allclose(on_the_way(before, after, 0.5), [(2, 0), (2, 1), (9, 9)])
    np.testing.assert_allclose(on_the_way(before, after, 1), after.places)
    gone = Scene(np.array([11]), np.array([[1, 1]], np.float32), np.ones(1, np.float32))
    np.testing.assert_allclose(on_the_way(before, gone, 0), [(2, 2)])


def test_thumbnails_have_room_and_the_first_in_order_come_first() -> None:
    random = np.random.default_rng(0)
    seen = random.uniform(0, 600, size=(400, 2)).astype(np.float32)
    order = random.permutation(400)
    found = painting.with_room(seen, order, 50)
    assert found[0] == order[0]
    for number, row in enumerate(found):
        for other in found[:number]:
            assert np.abs(seen[row] - seen[other]).max() >= 50
    left = set(order.tolist()) - set(found)
    assert all(min(np.abs(seen[row] - seen[other]).max() for other in found) < 50 for row in left)


def test_of_many_photos_the_same_few_are_shown_when_a_few_more_come_into_view() -> None:
    priority = np.random.default_rng(0).integers(0, 1 << 32, 100_000)
    some = painting.some_of(np.arange(50_000), priority, 400)
    more = painting.some_of(np.arange(50_500), priority, 400)
    assert 150 < len(some) <= 450
    assert set(some.tolist()) <= set(more.tolist())
    few = painting.some_of(np.arange(30), priority, 400)
    assert (np.diff(priority[few]) >= 0).all()
    assert len(few) == 30


def test_names_do_not_lie_over_one_another_and_fine_ones_come_when_near(qapp: QApplication) -> None:
    random = np.random.default_rng(0)
    regions = [Region(f"word {n}", 0, 0, 100 - n, n // 20, 2.0) for n in range(60)]
    seen = random.uniform(0, 600, size=(60, 2)).astype(np.float32)
    font = QFont()
    for nearness in (1.0, 2.0, 4.0):
        labels = list(painting.labels_with_room(regions, seen, SIZE, nearness, font))
        for number, label in enumerate(labels):
            assert QRectF(0, 0, *SIZE).contains(label.box)
            assert not any(label.box.intersects(other.box) for other in labels[:number])
        levels = {label.region.level for label in labels}
        assert levels == {0: {0}, 1: {0, 1}, 2: {0, 1, 2}}[int(np.log2(nearness))]
    same = [Region("sea", 0, 0, 10, 0, 2.0), Region("sea", 1, 1, 5, 1, 2.0)]
    apart = np.array([[100, 100], [500, 500]], np.float32)
    assert len(list(painting.labels_with_room(same, apart, SIZE, 9.0, font))) == 1


def test_a_haze_is_stronger_where_more_photos_lie_and_moves_with_the_map(qapp: QApplication) -> None:
    random = np.random.default_rng(0)
    seen = np.concatenate([random.normal(60, 8, (3_000, 2)), random.normal(140, 8, (300, 2))])

    def painted(shift: float) -> QImage:
        image = QImage(220, 220, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        with QPainter(image) as painter:
            places = (seen + shift).astype(np.float32)
            painting.paint_haze(painter, places, (220, 220), (shift, shift), QColor("white"))
        return image

    still, moved = painted(0.0), painted(7.0)
    assert still.pixelColor(60, 60).red() > still.pixelColor(140, 140).red() > 40
    assert still.pixelColor(200, 20).red() == 0
    for x, y in ((60, 60), (66, 58), (140, 140), (100, 100)):
        assert still.pixelColor(x, y) == moved.pixelColor(x + 7, y + 7)


def test_a_lasso_follows_the_hand_and_a_rectangle_its_corner() -> None:
    pull = Pull(Tool.LASSO, QPointF(0, 0), add=False)
    pull.to(QPointF(1, 1))
    assert not pull.moved
    for x, y in ((10, 0), (10, 10), (0, 10)):
        pull.to(QPointF(x, y))
    assert [(point.x(), point.y()) for point in pull.outline] == [(0, 0), (10, 0), (10, 10), (0, 10)]
    box = Pull(Tool.RECTANGLE, QPointF(50, 60), add=True)
    for x, y in ((80, 90), (20, 30)):
        box.to(QPointF(x, y))
    assert box.path.boundingRect() == QRectF(20, 30, 30, 30)
    move = Pull(Tool.MOVE, QPointF(0, 0), add=False)
    steps = [move.to(QPointF(x, 0)) for x in (10, 15, 12)]
    assert [step.x() for step in steps] == [10, 5, -3]
