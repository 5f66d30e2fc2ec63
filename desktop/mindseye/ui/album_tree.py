"""Albums in the list of the side bar: keys that rename and delete them, photos that are dropped on them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from mindseye.ui.dropping import dragged_photos
from mindseye.ui.place_tree import PLACE, PlaceTree
from mindseye.ui.places import InAlbum
from mindseye.ui.theme import Theme


class AlbumTree(PlaceTree):
    """The list of places, with what is done to albums there."""

    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    """The album that the keyboard is at."""
    photos_dropped = Signal(object, object)
    """On an album: the ids of the photos."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._below: QTreeWidgetItem | None = None
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)

    def album_of(self, item: QTreeWidgetItem | None) -> InAlbum | None:
        """The album of a line."""
        place = None if item is None else item.data(0, PLACE)
        return place if isinstance(place, InAlbum) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.album_of(self.currentItem())
        if place is not None and event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(place)
        elif place is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(place)
        else:
            super().keyPressEvent(event)

    # Photos that are pulled here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._aim(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._aim(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(None)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        item, ids = self._target(event), dragged_photos(event.mimeData())
        self._mark(None)
        if item is not None and ids:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.photos_dropped.emit(self.album_of(item), ids)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._below is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.drawRoundedRect(self.visualItemRect(self._below).adjusted(1, 1, -1, -1), 6, 6)

    def _aim(self, event: QDragMoveEvent) -> None:
        item = self._target(event)
        self._mark(item)
        if item is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _target(self, event: QDropEvent) -> QTreeWidgetItem | None:
        if not dragged_photos(event.mimeData()):
            return None
        item = self.itemAt(event.position().toPoint())
        return None if self.album_of(item) is None else item

    def _mark(self, item: QTreeWidgetItem | None) -> None:
        if item is not self._below:
            self._below = item
            self.viewport().update()
