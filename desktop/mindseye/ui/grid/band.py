"""The rubber band: a rectangle drawn from an empty place of the grid that selects what it touches."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QRubberBand

_SCROLL_MILLISECONDS = 16
_Flag = QItemSelectionModel.SelectionFlag


class RubberBand:
    """Lives from the press of a button to its release; scrolls when the pointer leaves the view.

    Points are in the view's content: they stay where they are when it is scrolled.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        origin: QPoint,
        touched: Callable[[QRect], QItemSelection],
        *,
        add: bool,
    ) -> None:
        """Begins a band.

        Args:
            view: the grid.
            origin: where the button was pressed, in the viewport.
            touched: gives what lies in a rectangle of the content.
            add: whether what was selected stays so.
        """
        self._view, self._touched = view, touched
        self._origin = origin + self._offset()
        self._pointer = origin
        self._before = view.selectionModel().selection() if add else QItemSelection()
        self._drawn = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._scrolling = QTimer(view)
        self._scrolling.setInterval(_SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll)
        if not add:
            view.selectionModel().clearSelection()

    def move(self, pointer: QPoint) -> None:
        """The pointer is at this point of the viewport."""
        self._pointer = pointer
        self._update()
        room = self._view.viewport().height()
        outside = pointer.y() < 0 or pointer.y() >= room
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()

    def end(self) -> None:
        """The button was released."""
        self._scrolling.stop()
        self._scrolling.deleteLater()
        self._drawn.hide()
        self._drawn.deleteLater()

    def _offset(self) -> QPoint:
        return QPoint(0, self._view.verticalScrollBar().value())

    def _update(self) -> None:
        offset = self._offset()
        content = QRect(self._origin, self._pointer + offset).normalized()
        self._drawn.setGeometry(content.translated(-offset))
        self._drawn.show()
        selection = QItemSelection(self._before)
        selection.merge(self._touched(content), _Flag.Select)
        self._view.selectionModel().select(selection, _Flag.ClearAndSelect)

    def _scroll(self) -> None:
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        y = self._pointer.y()
        bar.setValue(bar.value() + (y if y < 0 else max(y - room, 0)) // 4 + (-4 if y < 0 else 4))
        self._update()
