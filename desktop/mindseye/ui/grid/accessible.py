"""What screen readers see of the grid: a list of photographs, each with its name, place and state.

Qt knows its own lists by their classes; for a view with a geometry of its own it must be told.
"""

from typing import cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from mindseye.ui.grid.laid_out_view import LaidOutView

_NOBODY = cast("QAccessibleInterface", None)
"""No child; Qt allows it, its type hints do not."""


class AccessibleGrid(QAccessibleWidget):
    """The grid as a list."""

    def __init__(self, grid: LaidOutView) -> None:
        super().__init__(grid, QAccessible.Role.List, grid.accessibleName())
        self._grid = grid
        # Kept as long as the grid: Qt remembers by address those that a reader has met.
        self._photos: dict[int, AccessiblePhoto] = {}

    def childCount(self) -> int:
        return len(self._grid.tiles)

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return _NOBODY
        if index not in self._photos:
            self._photos[index] = AccessiblePhoto(self, self._grid, index)
        return self._photos[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        point = self._grid.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        index = self._grid.indexAt(point)
        return self.child(index.row()) if index.isValid() else _NOBODY

    def focusChild(self) -> QAccessibleInterface:
        index = self._grid.currentIndex()
        return self.child(index.row()) if self._grid.hasFocus() and index.isValid() else _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if isinstance(child, AccessiblePhoto) else -1


class AccessiblePhoto(QAccessibleInterface):
    """One photograph of the grid."""

    def __init__(self, above: AccessibleGrid, grid: LaidOutView, row: int) -> None:
        super().__init__()
        self._above, self._grid, self.row = above, grid, row

    def isValid(self) -> bool:
        return self.row < len(self._grid.tiles)

    def object(self) -> QObject:
        return cast("QObject", None)

    def window(self) -> QWindow:
        return self._grid.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._above

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 - Qt's signature
        return _NOBODY

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: ARG002 - Qt's signature
        return _NOBODY

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's signature
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        return self._grid.words_of(self.row) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The names of photographs are not changed here."""

    def rect(self) -> QRect:
        place = self._grid.visualRect(self._grid.model().index(self.row, 0))
        return QRect(self._grid.viewport().mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        grid, state = self._grid, QAccessible.State()
        index = grid.model().index(self.row, 0)
        state.selectable = state.multiSelectable = state.focusable = True
        state.selected = grid.selectionModel().isSelected(index)
        state.focused = grid.hasFocus() and grid.currentIndex().row() == self.row
        state.offscreen = not self.rect().intersects(
            QRect(grid.viewport().mapToGlobal(QRect().topLeft()), grid.viewport().size())
        )
        return state

    def foregroundColor(self) -> QColor:
        return self._grid.palette().text().color()

    def backgroundColor(self) -> QColor:
        return self._grid.palette().base().color()


def let_readers_see_grids() -> None:
    """Tells Qt how grids are seen by screen readers; once for the whole program."""
    QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:  # noqa: ARG001 - Qt's signature
    return AccessibleGrid(thing) if isinstance(thing, LaidOutView) else None
