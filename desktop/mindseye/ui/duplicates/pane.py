"""One photo of a group of near-duplicates: the picture, whether it is kept, what tells it from the others."""

from PySide6.QtCore import QEvent, QObject, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mindseye.ui.cut_label import CutLabel
from mindseye.ui.large_photos import LargePhoto
from mindseye.ui.photo_canvas import GROUND, PhotoCanvas
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr

_RING = 2


class MemberPane(QWidget):
    """The picture with a ring where keys are for it, and a box that is ticked where it is kept."""

    pressed = Signal()
    turned = Signal()
    """The box was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.photo: LargePhoto | None = None
        """What is shown; None until it was read."""
        self._current = self._keyed = False
        self.canvas = PhotoCanvas(fills=True)
        self.canvas.setMinimumSize(QSize(80, 80))
        self.canvas.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * _RING, 2 * _RING, 2 * _RING, 2 * _RING)
        column.addWidget(self.canvas)
        self.keep = QCheckBox()
        self.keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are the sheet's
        self.keep.clicked.connect(self.turned)
        self.best = CutLabel(Qt.TextElideMode.ElideRight)
        self.facts: list[CutLabel] = []

    def show_photo(self, photo: LargePhoto | None, message: str = "") -> None:
        """Shows a photo, or what there is to say in its place."""
        self.photo = photo
        if photo is None:
            self.canvas.clear()
        else:
            size = QSizeF(photo.width, photo.height)
            self.canvas.show_pixmap(QPixmap.fromImage(photo.image), size, whole=photo.whole)
        self.canvas.message = message
        self.canvas.update()

    def show_choice(self, name: str, *, kept: bool, free: bool) -> None:
        """Shows whether the photo is kept.

        Args:
            name: of its file.
            kept: whether it is.
            free: whether it could go at all.
        """
        self.keep.setChecked(kept)
        self.keep.setEnabled(free)
        self.keep.setText(tr("Keep") if kept and free else tr("Away, stays") if kept else tr("To the trash"))
        self.keep.setIcon(QIcon() if kept else self._theme.icon("trash"))
        self.keep.setAccessibleName(tr("Keep {name}", name=name))

    def mark(self, *, current: bool, keyed: bool) -> None:
        """Shows whether keys are for this photo, and whether the sheet has them now."""
        self._current, self._keyed = current, keyed
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() == QEvent.Type.MouseButtonPress:
            self.pressed.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), GROUND)
            if self._current:
                role = "selection" if self._keyed else "outline"
                painter.setPen(QPen(self._theme.colour(role), _RING))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
