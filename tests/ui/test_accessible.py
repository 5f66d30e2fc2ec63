"""Walks the tree that screen readers see: everything that can be used has a name, a role and a state."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindseye.ui.application import OpenWindow
from mindseye.ui.places import MODELS, PROBLEMS, Page
from tests.ui.conftest import StartWindow

Role = QAccessible.Role
USED = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.Link, Role.List,
    Role.MenuItem, Role.RadioButton, Role.Slider, Role.SpinBox, Role.Table, Role.Tree,
}  # fmt: skip
"""Roles of what a user does something with."""


def below(interface: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    name = interface.text(QAccessible.Text.Name)
    here = f"{path} > {name or interface.role().name}"
    yield here, interface
    # A grid has a million photographs; the first few stand for them.
    for number in range(min(interface.childCount(), 60)):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from below(child, here)


def look_through(window: QWidget) -> int:
    """Fails on anything that is nameless, or has no role; gives how much there is to use."""
    tree = QAccessible.queryAccessibleInterface(window)
    assert tree is not None
    nameless, used = [], 0
    for path, each in below(tree):
        widget = each.object()
        if isinstance(widget, QWidget) and widget.objectName().startswith("qt_"):
            continue  # the inside of a control, such as a line's own button to clear it
        assert each.role() is not Role.NoRole, path
        if each.role() in USED:
            used += 1
            if not each.text(QAccessible.Text.Name):
                nameless.append(f"{path} ({each.role().name}, {widget})")
    assert not nameless, "\n".join(nameless)
    return used


def focusable(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy().value & 1
    ]


def test_everything_that_can_be_used_has_a_name(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, showing = full_window.window, full_window.showing
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    assert look_through(window) > 20
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    look_through(window)
    window.viewer.leave()
    showing.searching.search_words("red")
    full_window.wait_until_shown()
    look_through(window)
    for place in (MODELS, PROBLEMS):
        showing.go(place)
        qtbot.waitUntil(lambda: showing.page is Page.OWN)
        full_window.wait_until_shown()
        look_through(window)


def test_the_first_run_can_be_used_by_a_screen_reader(start_window: StartWindow, qtbot: QtBot) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.page is Page.NO_FOLDERS, timeout=10_000)
    opened.wait_until_shown()
    look_through(opened.window)


def test_whatever_takes_the_keyboard_says_what_it_is(full_window: OpenWindow) -> None:
    window = full_window.window
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    nameless = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        if not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert not nameless


def test_every_photo_is_announced_with_its_name(full_window: OpenWindow) -> None:
    grid = full_window.window.grid
    full_window.wait_until_shown()
    tree = QAccessible.queryAccessibleInterface(grid)
    assert tree is not None
    names = [
        child.text(QAccessible.Text.Name) for number in range(12) if (child := tree.child(number)) is not None
    ]
    assert len(names) == 12
    assert all("hoto" in name and "of 12" in name for name in names), names
    assert ".jpg" in names[0]


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_window_mirrors(full_window: OpenWindow, qtbot: QtBot, right_to_left: bool) -> None:
    window, application = full_window.window, QApplication.instance()
    assert isinstance(application, QApplication)
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    before = application.layoutDirection()
    application.setLayoutDirection(direction)
    try:
        window.grid.go_to(int(window.grid.tiles.ids[0]))
        full_window.wait_until_shown()
        side, grid = (each.mapTo(window, each.rect().center()).x() for each in (window.sidebar, window.grid))
        assert (side > grid) == right_to_left
        first, second = (window.grid.visualRect(window.grid.model().index(row, 0)) for row in (0, 1))
        assert (first.x() > second.x()) == right_to_left
        assert window.grid.indexAt(second.center()).row() == 1
        qtbot.keyClick(window.grid, Qt.Key.Key_Left if right_to_left else Qt.Key.Key_Right)
        assert window.grid.currentIndex().row() == 1
        window.grab()
    finally:
        application.setLayoutDirection(before)
