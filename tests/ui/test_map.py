"""The map as people use it: opened, moved over, drawn on with a lasso, and everything by the keyboard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.operations.labelling import labels_of
from mindseye.ui.application import OpenWindow
from mindseye.ui.meaning_map.hand import Tool
from mindseye.ui.meaning_map.page import MapPage
from mindseye.ui.meaning_map.scene import Scene
from mindseye.ui.meaning_map.view import MapView
from mindseye.ui.places import Page, Picked
from tests.support.pictures import write_picture
from tests.ui.conftest import StartWindow

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def colour_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mindseye.operations.meaning_map.read_words", lambda path: ("red", "green", "blue"))


@pytest.fixture
def opened(full_window: OpenWindow, qtbot: QtBot) -> OpenWindow:
    """A window at the map of twelve pictures in four colours."""
    full_window.window.actions_by_name["map"].trigger()
    settle(full_window, qtbot)
    return full_window


def settle(opened: OpenWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.showing.page is Page.OWN and opened.window.map_page.desk.loaded)
    opened.wait_until_shown()


def page(opened: OpenWindow) -> MapPage:
    return opened.window.map_page


def view(opened: OpenWindow) -> MapView:
    return opened.window.map_page.view


def pixel(opened: OpenWindow, photo_id: int) -> QPoint:
    return view(opened).point_of(photo_id).toPoint()


def wheel(opened: OpenWindow, at: QPoint, steps: int) -> None:
    shown = view(opened)
    event = QWheelEvent(
        QPointF(at), QPointF(shown.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(shown, event)


def draw(
    qtbot: QtBot, opened: OpenWindow, points: list[QPoint], modifier: Qt.KeyboardModifier = SHIFT
) -> None:
    shown = view(opened)
    qtbot.mousePress(shown, LEFT, modifier, points[0])
    for point in points[1:]:
        qtbot.mouseMove(shown, point)
    qtbot.mouseRelease(shown, LEFT, modifier, points[-1])


def all_about(opened: OpenWindow) -> list[QPoint]:
    rect = view(opened).rect().adjusted(2, 2, -2, -2)
    return [rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()]


def test_the_map_shows_every_photo_and_is_kept(opened: OpenWindow) -> None:
    assert opened.showing.title == "Map"
    assert len(view(opened).scene) == 12
    assert view(opened).isVisible()
    library = opened.showing.library
    assert library is not None
    assert library.spaces.active.map_file.exists()
    assert page(opened).desk.share is None
    for photo_id in view(opened).scene.ids:
        assert view(opened).rect().contains(pixel(opened, int(photo_id)))


def test_alike_photos_lie_beside_one_another(opened: OpenWindow) -> None:
    library, scene = opened.showing.library, view(opened).scene
    assert library is not None
    _, vectors = library.spaces.active.index.vectors(scene.ids)
    colours = vectors[:, :3].argmax(axis=1)
    bright = vectors[:, :3].max(axis=1) - vectors[:, :3].min(axis=1) > 0.2
    apart = ((scene.places[:, np.newaxis] - scene.places) ** 2).sum(axis=-1)
    np.fill_diagonal(apart, np.inf)
    nearest = apart.argmin(axis=1)
    assert (colours[nearest] == colours)[bright].mean() > 0.8


def test_the_wheel_zooms_to_the_pointer_and_home_shows_all(opened: OpenWindow, qtbot: QtBot) -> None:
    photo_id = int(view(opened).scene.ids[0])
    before = pixel(opened, photo_id)
    fitted = view(opened).camera
    wheel(opened, before, 3)
    assert view(opened).nearness > 1.5
    assert (pixel(opened, photo_id) - before).manhattanLength() <= 2
    qtbot.keyClick(view(opened), Qt.Key.Key_Home)
    assert view(opened).camera == fitted


def test_pulling_moves_the_map(opened: OpenWindow, qtbot: QtBot) -> None:
    photo_id = int(view(opened).scene.ids[0])
    before = pixel(opened, photo_id)
    # The middle of the view must stay over the map, so only a little.
    draw(
        qtbot, opened, [QPoint(300, 200), QPoint(310, 205), QPoint(330, 215)], Qt.KeyboardModifier.NoModifier
    )
    moved = pixel(opened, photo_id) - before
    assert (abs(moved.x() - 30) <= 1, abs(moved.y() - 15) <= 1) == (True, True)
    assert len(view(opened).chosen_ids()) == 0


def test_a_lasso_selects_what_it_is_drawn_about(opened: OpenWindow, qtbot: QtBot) -> None:
    draw(qtbot, opened, all_about(opened))
    assert len(view(opened).chosen_ids()) == 12
    assert opened.window.chosen.ids() == view(opened).scene.ids.tolist()
    target = pixel(opened, int(view(opened).scene.ids[3]))
    small = [target + QPoint(x, y) for x, y in ((-6, -6), (6, -6), (6, 6), (-6, 6))]
    draw(qtbot, opened, small)
    assert int(view(opened).scene.ids[3]) in view(opened).chosen_ids()
    assert len(view(opened).chosen_ids()) < 12
    page(opened).tools[Tool.RECTANGLE].click()
    corners = all_about(opened)
    draw(qtbot, opened, [corners[0], QPoint(50, 50), corners[2]], Qt.KeyboardModifier.NoModifier)
    assert len(view(opened).chosen_ids()) == 12


def test_what_was_selected_is_tagged_and_shown_as_a_grid(opened: OpenWindow, qtbot: QtBot) -> None:
    ids = view(opened).scene.ids[:4].tolist()
    view(opened).choose(ids)
    assert page(opened).as_grid.isEnabled()
    library = opened.showing.library
    assert library is not None
    qtbot.keyClick(view(opened), Qt.Key.Key_4)  # rates, as in the grid
    opened.wait_until_shown()
    assert {each.rating for each in labels_of(library, ids).values()} == {4}
    for name in ("tag", "add_to_album", "similar"):
        assert opened.window.actions_by_name[name].isEnabled()
    qtbot.mouseClick(page(opened).as_grid, LEFT)
    opened.wait_until_shown()
    assert opened.showing.page is Page.PHOTOS
    assert isinstance(opened.showing.place, Picked)
    assert sorted(opened.window.grid.tiles.ids.tolist()) == sorted(ids)


def test_similar_photos_are_searched_from_the_map(opened: OpenWindow, qtbot: QtBot) -> None:
    photo_id = int(view(opened).scene.ids[2])
    qtbot.mouseClick(view(opened), LEFT, pos=pixel(opened, photo_id))
    assert view(opened).current_id is not None
    qtbot.keyClick(view(opened), Qt.Key.Key_S)
    opened.wait_until_shown()
    assert opened.showing.searching.answer is not None
    assert opened.showing.page is Page.PHOTOS
    opened.showing.searching.clear()
    opened.wait_until_shown()
    assert opened.showing.page is Page.OWN


def test_enter_and_a_double_click_show_a_photo_large(opened: OpenWindow, qtbot: QtBot) -> None:
    photo_id = int(view(opened).scene.ids[5])
    view(opened).choose([photo_id])
    qtbot.keyClick(view(opened), Qt.Key.Key_Return)
    assert opened.window.viewer.photo_id == photo_id
    opened.window.chosen.step(1)
    following = opened.window.viewer.photo_id
    assert following not in {None, photo_id}
    opened.window.chosen.step(-1)
    assert opened.window.viewer.photo_id == photo_id
    opened.window.viewer.leave()
    assert view(opened).hasFocus()
    where = pixel(opened, photo_id)
    qtbot.mouseDClick(view(opened), LEFT, pos=where)
    assert opened.window.viewer.photo_id == view(opened).photo_at(QPointF(where))
    opened.wait_until_shown()


def test_everything_can_be_reached_by_the_keyboard(opened: OpenWindow, qtbot: QtBot) -> None:
    shown = view(opened)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    first = shown.current_id
    assert first is not None
    reached = {first}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down) * 12:
        before = shown.current_id
        assert before is not None
        place = shown.point_of(before)
        qtbot.keyClick(shown, key)
        after = shown.current_id
        assert after is not None
        if after != before:
            step = shown.point_of(after) - place
            along = {Qt.Key.Key_Left: -step.x(), Qt.Key.Key_Right: step.x(), Qt.Key.Key_Up: -step.y()}
            assert along.get(key, step.y()) > 0
        reached.add(after)
    assert len(reached) > 4
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert shown.chosen_ids().tolist() == [shown.current_id]
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert len(shown.chosen_ids()) == 0
    qtbot.keyClick(shown, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(shown, Qt.Key.Key_Right, SHIFT)
    assert len(shown.chosen_ids()) >= 2
    qtbot.keyClick(shown, Qt.Key.Key_A, CONTROL)
    assert shown.chosen_ids().tolist() == shown.scene.ids.tolist()
    nearness = shown.nearness
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.nearness > nearness
    x = shown.camera.x
    qtbot.keyClick(shown, Qt.Key.Key_Right, CONTROL)
    assert shown.camera.x > x
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert len(shown.chosen_ids()) == 0


def test_a_screen_reader_hears_what_the_map_holds_and_where_one_is(opened: OpenWindow, qtbot: QtBot) -> None:
    shown = view(opened)
    assert shown.accessibleName() == "Map of photos"
    assert shown.accessibleDescription().startswith("12 photos")
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ".jpg" in shown.accessibleDescription())
    assert "1 selected" in shown.accessibleDescription()
    for button in page(opened).tools.values():
        assert button.accessibleName()


def test_the_menu_of_what_is_selected_has_the_same_actions(opened: OpenWindow, qtbot: QtBot) -> None:
    shown = view(opened)
    shown.choose(shown.scene.ids[:2].tolist())
    menu = page(opened).menu(opened.window.actions_by_name)
    first, *others = menu.actions()
    assert opened.window.actions_by_name["tag"] in others
    first.trigger()
    opened.wait_until_shown()
    assert len(opened.window.grid.tiles) == 2
    menu.deleteLater()


def test_new_photos_come_onto_the_map_while_it_is_seen(
    opened: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    page(opened).desk._renewal.rest = 0.0
    before = dict(zip(view(opened).scene.ids.tolist(), view(opened).scene.places.tolist(), strict=True))
    write_picture(photos / "one-more.jpg", "red", seed=700)
    opened.showing.indexing.look_again()
    qtbot.waitUntil(lambda: len(view(opened).scene) == 13, timeout=20_000)
    after = dict(zip(view(opened).scene.ids.tolist(), view(opened).scene.places.tolist(), strict=True))
    assert {key: after[key] for key in before} == before
    opened.wait_until_shown()


def test_without_photos_the_page_says_so(start_window: StartWindow, qtbot: QtBot) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None)
    opened.window.actions_by_name["map"].trigger()
    settle(opened, qtbot)
    assert not view(opened).isVisible()
    assert "nothing to lay out yet" in page(opened)._sentence.text()


def test_photos_move_to_a_better_map_only_where_motion_is_welcome(opened: OpenWindow, qtbot: QtBot) -> None:
    shown = view(opened)
    scene = shown.scene
    turned = Scene(scene.ids, np.ascontiguousarray(scene.places[::-1]), scene.aspects)
    opened.window.motion.reduced = True
    shown.show_scene(turned)
    assert not shown.moving
    opened.window.motion.reduced = False
    shown.show_scene(scene)
    assert shown.moving
    qtbot.waitUntil(lambda: not shown.moving)
    np.testing.assert_array_equal(shown._places(), scene.places)
    opened.wait_until_shown()
