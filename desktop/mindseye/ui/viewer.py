"""One photo, large, over the whole window: its thumbnail at once, its pixels as soon as they are decoded."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.ui.compare import Compared
from mindseye.ui.door import Door
from mindseye.ui.film_strip import FilmStrip, reach_in
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.large_photos import LargePhoto, LargePhotos, Moving
from mindseye.ui.motion import Motion
from mindseye.ui.moving import Player
from mindseye.ui.part_chooser import PartChooser
from mindseye.ui.parts import tool_button
from mindseye.ui.photo_canvas import GROUND, PALE, PhotoCanvas
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated, with_key

SLIDE_MILLISECONDS = 4000
_AHEAD = 2
_PAN = 80.0


class Viewer(QWidget):
    """The photo, arrows to go on, Esc to go back."""

    step_wanted = Signal(int)
    """To the next photo (1) or the one before (-1)."""
    photo_wanted = Signal(int)
    """Another photo is to be shown, chosen in the film strip."""
    current_changed = Signal()
    """Of the photos that are compared, another one is the current one."""
    part_wanted = Signal(int, object)
    """Photos like a part (box) of this photo are to be found."""
    where_wanted = Signal()
    """It is to be shown where in the photo it lies which was searched for, or no longer."""
    turned_away = Signal()
    """Another photo is about to be shown, or none."""
    closed = Signal()
    loaded = Signal(int)
    """A photo is shown in its full quality."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        strip_thumbnails: Thumbnails,
        motion: Motion,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._thumbnails = thumbnails
        self._over = parent
        self._library: Library | None = None
        self._door: Door | None = None
        self._photos: LargePhotos | None = None
        self._photo_id: int | None = None
        self._beside: tuple[int, ...] = ()
        self._shown: LargePhoto | None = None
        self._part_wanted = False  # as soon as it is shown
        self._slides = QTimer(self)
        self._slides.setInterval(SLIDE_MILLISECONDS)
        self._slides.timeout.connect(lambda: self.step_wanted.emit(1))
        self.canvas = PhotoCanvas()
        self.canvas.more_wanted.connect(self._read_whole)
        self.player = Player(self._show_frame, motion, self)
        self.compared = Compared(thumbnails)
        self.compared.current_changed.connect(self.current_changed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.compared)
        self.strip = FilmStrip(strip_thumbnails)
        self.strip.chosen.connect(self.photo_wanted)
        self.strip.hide()
        self._with_strip = False
        self._name, self._where = _pale_label(), _pale_label()
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.part = self._part_chooser()
        self._before = _button(theme, "chevron-right", tr("Previous"))
        self._before.setIcon(_mirrored(self._before.icon()))
        self._after = _button(theme, "chevron-right", tr("Next"))
        self.top = QHBoxLayout()
        self._fill_top(theme)
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    def _fill_top(self, theme: Theme) -> None:
        self.top.setContentsMargins(16, 6, 8, 4)
        self.top.addWidget(self._name, 1)
        self.top.addWidget(self._where)
        self.top.addSpacing(12)
        for button, slot in (
            (_button(theme, "sun", with_key(tr("Where in the photo"), "W")), self.where_wanted.emit),
            (_button(theme, "similar", with_key(tr("Search by a part"), "B")), self.choose_part),
            (_button(theme, "zoom-out", with_key(tr("Smaller"), "-")), lambda: self.active.zoom_by(-1)),
            (_button(theme, "zoom-in", with_key(tr("Larger"), "+")), lambda: self.active.zoom_by(1)),
            (self._before, lambda: self._step(-1)),
            (self._after, lambda: self._step(1)),
            (_button(theme, "close", with_key(tr("Back"), "Esc")), self.leave),
        ):
            button.clicked.connect(lambda _=False, slot=slot: slot())
            self.top.addWidget(button)

    def _part_chooser(self) -> PartChooser:
        part = PartChooser(self.canvas)
        part.chosen.connect(lambda box: self.part_wanted.emit(self._photo_id, box))
        part.left.connect(self.setFocus)
        return part

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)

    def read_from(self, library: Library, door: Door) -> None:
        """Where photos come from."""
        self._library, self._door = library, door
        self._photos = LargePhotos(library, door)

    @property
    def photo_id(self) -> int | None:
        """The photo that is shown."""
        if self.isHidden():
            return None
        current = self.compared.current
        return self._photo_id if current is None else current.photo_id

    @property
    def reach(self) -> int:
        """How many photos before and after the one that is shown can be seen at once."""
        return reach_in(self._over.width())

    @property
    def complete(self) -> bool:
        """Whether everything is shown in its full quality, or it is told why not."""
        if self.compared.panes:
            return all(pane.complete for pane in self.compared.panes)
        return self._shown is not None or bool(self.canvas.message)

    def show_photo(
        self,
        photo_id: int,
        before: Sequence[int],
        after: Sequence[int],
        place: tuple[int, int] | None = None,
    ) -> None:
        """Shows a photo.

        Args:
            photo_id: which.
            before: the photos before it, the nearest last.
            after: the photos after it, the nearest first.
            place: which one it is, from 1, of how many; told beside its name.
        """
        photos, side = self._photos, self._wanted_side()
        if photos is None:
            return
        self.turned_away.emit()
        self.player.stop()
        self.part.hide()
        self._photo_id, self._shown, self._part_wanted = photo_id, None, False
        self._beside = (*after[:_AHEAD], *reversed(before[-_AHEAD:]))
        self._before.setEnabled(bool(before))
        self._after.setEnabled(bool(after))
        if not after:
            self._slides.stop()
        self.compared.clear()
        self._stack.setCurrentWidget(self.canvas)
        self._come_forward()
        self.strip.setVisible(self._with_strip)
        self.strip.show_photos((*before, photo_id, *after), len(before))
        self.canvas.clear()
        self._name.setText("")
        self._where.setText(
            "" if place is None else tr("{number} of {count}", number=place[0], count=place[1])
        )
        kept = photos.get(photo_id, side)
        if kept is not None:
            self._take(kept)
            return
        small = self._thumbnails.get(photo_id)
        if small is not None:
            # As large as the photo itself will be, so that it sharpens in its place.
            size = small.pixmap.deviceIndependentSize() * 100
            self.canvas.show_pixmap(small.pixmap, size, whole=True, final=False)
        photos.ask(photo_id, side, self._take, self._cannot)

    def compare(self, photo_ids: Sequence[int]) -> None:
        """Shows two to four photos beside one another."""
        if self._library is None or self._door is None or self._photos is None:
            return
        self.turned_away.emit()
        self._slides.stop()
        self.player.stop()
        self._photos.cancel()
        self._name.setText("")
        self._where.setText("")
        self._before.setEnabled(True)
        self._after.setEnabled(True)
        self.strip.hide()
        self._stack.setCurrentWidget(self.compared)
        self._come_forward()
        self.compared.show_photos(photo_ids, self._library, self._door, self._wanted_side() // 2)

    def leave(self) -> None:
        """Goes back to the grid."""
        if not self.isHidden():
            self.turned_away.emit()
            self._slides.stop()
            self.player.stop()
            self.part.hide()
            if self._photos is not None:
                self._photos.cancel()
            self.hide()
            self.canvas.clear()
            self.compared.clear()
            self.closed.emit()

    @property
    def showing_slides(self) -> bool:
        """Whether the photos follow one another by themselves."""
        return self._slides.isActive()

    def choose_part(self) -> None:
        """Lets a box be drawn around what is to be found elsewhere."""
        if self.compared.panes or self._photo_id is None:
            return
        self._slides.stop()
        self._part_wanted = self._shown is None
        if self._shown is not None:
            self.part.begin()

    def show_slides(self, wanted: bool) -> None:
        """Shows one photo after the other, or stays with this one."""
        (self._slides.start if wanted else self._slides.stop)()

    def show_strip(self, wanted: bool) -> None:
        """Shows the film strip, or takes it away."""
        self._with_strip = wanted
        self.strip.setVisible(wanted and not self.compared.panes)
        self.strip.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pans = {
            Qt.Key.Key_Left: (_PAN, 0.0),
            Qt.Key.Key_Right: (-_PAN, 0.0),
            Qt.Key.Key_Up: (0.0, _PAN),
            Qt.Key.Key_Down: (0.0, -_PAN),
        }
        key = Qt.Key(event.key())
        if shift and key in pans:
            self.active.move_by(*pans[key])
            return
        match key:
            case Qt.Key.Key_Escape | Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave()
            case Qt.Key.Key_Right | Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self._step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                self._step(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.active.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.active.zoom_by(-1)
            case Qt.Key.Key_P:
                self.player.toggle()
            case Qt.Key.Key_Z:
                self.active.toggle_pixels()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies below must not be clicked through it

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)

    @property
    def active(self) -> PhotoCanvas:
        """The canvas that keys are for."""
        current = self.compared.current
        return self.canvas if current is None else current.canvas

    def _step(self, step: int) -> None:
        if self.compared.panes:
            self.turned_away.emit()
            self.compared.step(step)
        else:
            self.step_wanted.emit(step)

    def _come_forward(self) -> None:
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted_side(self) -> int:
        """The shorter side of the window in device pixels: what can be seen of a photo at once."""
        size = self._over.size() * self.devicePixelRatioF()
        return max(min(size.width(), size.height()), 256)

    def _read_whole(self) -> None:
        shown = self._shown
        if shown is not None and self._photos is not None and not shown.whole:
            self._photos.ask(shown.photo_id, None, self._take, self._cannot)

    def _take(self, photo: LargePhoto) -> None:
        self._shown = photo
        size = QSizeF(photo.width, photo.height)
        self.canvas.show_pixmap(QPixmap.fromImage(photo.image), size, whole=photo.whole)
        self._name.setText(photo.name)
        self.setAccessibleName(tr("Photo {name}", name=photo.name))
        self.loaded.emit(photo.photo_id)
        if self._part_wanted:
            self.choose_part()
        if self._photos is not None and not self.isHidden():
            if photo.may_move:
                self._photos.ask_frames(photo, self._wanted_side(), self._play)
            self._photos.read_ahead(self._beside, self._wanted_side())

    def _play(self, moving: Moving | None) -> None:
        if moving is not None and moving.photo_id == self.photo_id:
            self.player.play(moving.frames, moving.milliseconds)

    def _show_frame(self, image: QImage) -> None:
        if self._shown is not None:
            size = QSizeF(self._shown.width, self._shown.height)
            self.canvas.show_pixmap(QPixmap.fromImage(image), size, whole=True)

    def _cannot(self, error: MindseyeError) -> None:
        self.canvas.message = translated(error.message)
        self.canvas.update()


def _pale_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet(f"color: {PALE.name()};")
    return label


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
