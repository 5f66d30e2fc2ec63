"""Two to four photos beside one another, looked at in the same place and as closely."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.large_photos import LargePhoto, read_large
from mindseye.ui.photo_canvas import GROUND, PALE, Look, PhotoCanvas
from mindseye.ui.translating import tr, translated

FEWEST, MOST = 2, 4
_RING = 2


class ComparePane(QWidget):
    """One of the photos that are compared, with its name below."""

    pressed = Signal()

    def __init__(self, photo_id: int, library: Library, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self.photo_id = photo_id
        self._library, self._newest = library, Newest(door)
        self._side = 256
        self._shown: LargePhoto | None = None
        self._current = False
        self.canvas = PhotoCanvas()
        self.canvas.more_wanted.connect(lambda: self._ask(None))
        self.canvas.installEventFilter(self)
        self._name = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name.setStyleSheet(f"color: {PALE.name()};")
        column = QVBoxLayout(self)
        column.setContentsMargins(_RING, _RING, _RING, _RING + 4)
        column.setSpacing(4)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._name)

    @property
    def complete(self) -> bool:
        """Whether the photo is shown in its full quality, or it is told why not."""
        return self._shown is not None or bool(self.canvas.message)

    def begin(self, side: int, thumbnails: Thumbnails) -> None:
        """Shows what there is and reads the photo with a shorter side of at least ``side`` pixels."""
        self._side = side
        small = thumbnails.get(self.photo_id)
        if small is not None:
            size = small.pixmap.deviceIndependentSize() * 100
            self.canvas.show_pixmap(small.pixmap, size, whole=True, final=False)
        self._ask(side)

    def mark(self, *, current: bool) -> None:
        """Shows whether this is the photo that keys are for."""
        self._current = current
        self.update()

    def cancel(self) -> None:
        """Nothing more is to be read."""
        self._newest.cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() == QEvent.Type.MouseButtonPress:
            self.pressed.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)
            if self._current:
                painter.setPen(QPen(PALE, _RING))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _ask(self, side: int | None) -> None:
        if side is None and self._shown is not None and self._shown.whole:
            return
        library, photo_id = self._library, self.photo_id
        self._newest.ask(lambda token: read_large(library, photo_id, side, token), self._take, self._cannot)

    def _take(self, photo: LargePhoto) -> None:
        self._shown = photo
        size = QSizeF(photo.width, photo.height)
        self.canvas.show_pixmap(QPixmap.fromImage(photo.image), size, whole=photo.whole)
        self._name.setText(photo.name)
        self.setAccessibleName(tr("Photo {name}", name=photo.name))

    def _cannot(self, error: MindseyeError) -> None:
        self.canvas.message = translated(error.message)
        self.canvas.update()


class Compared(QWidget):
    """The photos that are compared; what one of them is enlarged and moved, all are."""

    current_changed = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 8, 8)
        self._grid.setSpacing(8)
        self._panes: list[ComparePane] = []
        self._at = 0

    def show_photos(self, photo_ids: Sequence[int], library: Library, door: Door, side: int) -> None:
        """Shows two to four photos; the first is the current one."""
        self.clear()
        columns = 2 if len(photo_ids) == MOST else len(photo_ids)
        for place, photo_id in enumerate(photo_ids):
            pane = ComparePane(photo_id, library, door, self)
            pane.pressed.connect(lambda place=place: self._go(place))
            pane.canvas.look_changed.connect(lambda look, pane=pane: self._follow(pane, look))
            self._panes.append(pane)
            self._grid.addWidget(pane, place // columns, place % columns)
            pane.begin(side, self._thumbnails)
        self._go(0)

    def clear(self) -> None:
        """Shows none any more."""
        for pane in self._panes:
            pane.cancel()
            self._grid.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        self._panes, self._at = [], 0

    @property
    def panes(self) -> Sequence[ComparePane]:
        """The photos, in order; none while nothing is compared."""
        return self._panes

    @property
    def current(self) -> ComparePane | None:
        """The photo that keys are for."""
        return self._panes[self._at] if self._panes else None

    def step(self, step: int) -> None:
        """Makes the next photo the current one, or the one before; from the last it goes on at the first."""
        self._go((self._at + step) % len(self._panes))

    def _go(self, place: int) -> None:
        self._at = place
        for number, pane in enumerate(self._panes):
            pane.mark(current=number == place)
        self.current_changed.emit()

    def _follow(self, leader: ComparePane, look: Look) -> None:
        """The others are enlarged as many times as this one, so that unlike sizes stay alike."""
        for pane in self._panes:
            if pane is not leader:
                zoom = look.zoom * pane.canvas.fitting_zoom / leader.canvas.fitting_zoom
                pane.canvas.set_look(Look(zoom, look.centre))
