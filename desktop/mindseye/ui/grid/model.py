"""The grid's item model: it holds ids and shapes, nothing else is fetched before it is seen."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mindseye.ui.grid.captions import Captions, spoken
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.translating import tr

PHOTO_ID = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class PhotoModel(QAbstractListModel):
    """One row a photograph."""

    def __init__(self, captions: Captions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiles = Tiles.none()
        self._captions = captions

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.tiles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self.tiles):
            return None
        if role == PHOTO_ID:
            return int(self.tiles.ids[row])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            caption = self._captions.get(int(self.tiles.ids[row]))
            place, count = row + 1, len(self.tiles)
            if caption is None:
                return tr("Photo {place} of {count}", place=place, count=count)
            return tr(
                "{caption}, photo {place} of {count}", caption=spoken(caption), place=place, count=count
            )
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def replace(self, tiles: Tiles) -> None:
        """Shows other photographs; the view keeps what it can of selection and place."""
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()
