"""One photo, large, over the whole window: its thumbnail at once, its pixels as soon as they are decoded."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mindseye.errors import InputError, MindseyeError, UnreadablePictureError
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.tasks import CancelToken
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.outside_pictures import image_of
from mindseye.ui.parts import tool_button
from mindseye.ui.theme import Theme

GROUND = QColor("#141517")
"""Behind a photo it is dark in both themes, as in a room where pictures are projected."""

_PALE = QColor("#B9BDC4")
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_EDGE = 12
_TOP = 48


@dataclass(frozen=True, slots=True)
class LargePhoto:
    """A photo's pixels, scaled down where the screen is smaller."""

    photo_id: int
    name: str
    path: Path
    image: QImage


def read_large(library: Library, photo_id: int, side: int, token: CancelToken) -> LargePhoto:
    """Reads and decodes a photo.

    Raises:
        InputError: none of its files can be read now.
    """
    found = browse.photo(library, photo_id)
    if found is None or not found.paths:
        raise InputError("This photo is no longer in the library.")
    reason = ""
    for path in found.paths:
        token.check()
        try:
            pixels = library.decoder.decode(path.read_bytes(), shortest=side).pixels
        except OSError as error:
            reason = f"{path.name} cannot be opened ({error.strerror}). It is shown when its folder is back."
            continue
        except UnreadablePictureError as error:
            reason = f"{path.name}: {error.message}"
            continue
        token.check()
        return LargePhoto(photo_id, path.name, path, image_of(pixels.tobytes(), *pixels.size))
    raise InputError(reason)


class Viewer(QWidget):
    """The photo, arrows to go on, Esc to go back."""

    step_wanted = Signal(int)
    """To the next photo (1) or the one before (-1)."""
    closed = Signal()
    loaded = Signal(int)
    """A photo is shown in its full quality."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._thumbnails = thumbnails
        self._over = parent
        self._library: Library | None = None
        self._door: Door | None = None
        self._newest: Newest | None = None
        self._photo_id: int | None = None
        self._pixmap = QPixmap()
        self._message = ""
        self._name = QLabel()
        self._name.setStyleSheet(f"color: {_PALE.name()};")
        back = _button(theme, "close", "Back  (Esc)")
        back.clicked.connect(self.leave)
        before, after = _button(theme, "chevron-right", "Previous"), _button(theme, "chevron-right", "Next")
        before.setIcon(_mirrored(before.icon()))
        before.clicked.connect(lambda: self.step_wanted.emit(-1))
        after.clicked.connect(lambda: self.step_wanted.emit(1))
        self._before, self._after = before, after
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        for button in (before, after, back):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 8)
        column.addLayout(top)
        column.addStretch(1)
        self.hide()

    def read_from(self, library: Library, door: Door) -> None:
        """Where photos come from."""
        self._library, self._door, self._newest = library, door, Newest(door)

    @property
    def photo_id(self) -> int | None:
        """The photo that is shown."""
        return None if self.isHidden() else self._photo_id

    @property
    def complete(self) -> bool:
        """Whether the photo is shown in its full quality, or it is told why not."""
        return bool(self._name.text() or self._message)

    def show_photo(self, photo_id: int, *, first: bool, last: bool) -> None:
        """Shows a photo; ``first`` and ``last`` say where the grid ends."""
        if self._library is None or self._newest is None:
            return
        library, side = self._library, self._wanted_side()
        self._photo_id, self._message = photo_id, ""
        self._before.setEnabled(not first)
        self._after.setEnabled(not last)
        small = self._thumbnails.get(photo_id)
        self._pixmap = small.pixmap if small is not None else QPixmap()
        self._name.setText("")
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._newest.ask(lambda token: read_large(library, photo_id, side, token), self._take, self._cannot)
        self.update()

    def leave(self) -> None:
        """Goes back to the grid."""
        if not self.isHidden():
            if self._newest is not None:
                self._newest.cancel()
            self.hide()
            self._pixmap = QPixmap()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self.step_wanted.emit(-1)
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies below must not be clicked through it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)
            room = self.rect().adjusted(_EDGE, _TOP, -_EDGE, -_EDGE)
            if not self._pixmap.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(self._place(room), self._pixmap)
            if self._message:
                painter.setPen(_PALE)
                words = room.adjusted(48, 0, -48, 0)
                box = painter.boundingRect(words, _WRAPPED, self._message)
                painter.fillRect(box.adjusted(-16, -12, 16, 12), QColor(20, 21, 23, 220))
                painter.drawText(words, _WRAPPED, self._message)

    def _place(self, room: QRect) -> QRect:
        size = QSize(self._full_size).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        whole = self._full_size
        if whole.width() <= room.width() and whole.height() <= room.height() and not self._is_thumbnail:
            size = whole
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    @property
    def _full_size(self) -> QSize:
        return self._pixmap.deviceIndependentSize().toSize()

    @property
    def _is_thumbnail(self) -> bool:
        return not self._name.text()

    def _wanted_side(self) -> int:
        """The shorter side of the window in device pixels: what can be seen of a photo at once."""
        size = self._over.size() * self.devicePixelRatioF()
        return max(min(size.width(), size.height()), 256)

    def _take(self, photo: LargePhoto) -> None:
        pixmap = QPixmap.fromImage(photo.image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._pixmap = pixmap
        self._name.setText(photo.name)
        self.setAccessibleName(f"Photo {photo.name}")
        self.update()
        self.loaded.emit(photo.photo_id)

    def _cannot(self, error: MindseyeError) -> None:
        self._message = error.message
        self.update()


def _button(theme: Theme, icon: str, tip: str) -> QToolButton:
    button = tool_button(tip)
    button.setIcon(theme.pale_icon(icon))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setStyleSheet("QToolButton:hover { background: #34373D; }")
    return button


def _mirrored(icon: QIcon) -> QIcon:
    mirrored = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for size in icon.availableSizes(mode):
            mirrored.addPixmap(icon.pixmap(size, mode).transformed(QTransform().scale(-1, 1)), mode)
    return mirrored
