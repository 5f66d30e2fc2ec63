"""One piece of the query in the search bar: to be seen, weighed, turned round, edited and removed."""

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from mindseye.phrases import Phrase
from mindseye.ui.asked import Chip
from mindseye.ui.parts import named, tool_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import figure, keys, tr, translated

_SIDE = 26
_NAME_WIDTH = 140
_DOUBLING = 80
"""Pixels that a chip is dragged for twice the weight."""
_DRAG_BEGINS = 4

HELP = Phrase(
    "Alt+Up and Alt+Down change how much it counts, minus excludes it, Return edits it, Delete removes it."
)


class ChipView(QFrame):
    """A chip. Everything that the mouse does to it a key does too."""

    changed = Signal(object)
    """The chip as it is to be; None when it is to go."""
    edited = Signal()
    """It is to be taken back into the text."""
    part_wanted = Signal()
    """A part of its picture is to be chosen."""
    left_to = Signal(int)
    """The keyboard goes to the chip before (-1) or after (1)."""
    escaped = Signal()

    def __init__(self, theme: Theme, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chip = chip
        self._pressed_at: QPoint | None = None
        self._weight_then = 1.0
        self._dragged = False
        name = QLabel(self.fontMetrics().elidedText(chip.name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
        name.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8 if chip.image is None else 3, 2, 2, 2)
        row.setSpacing(6)
        if chip.image is not None:
            image = QLabel()
            image.setPixmap(rounded(chip.image, self.devicePixelRatioF()))
            row.addWidget(image)
        if chip.negative:
            font = QFont(name.font())
            font.setStrikeOut(True)
            name.setFont(font)
            self.setProperty("negative", True)
            row.addWidget(QLabel(tr("not", "before what is unwanted")))
        row.addWidget(name)
        if chip.weight not in (None, 1):
            row.addWidget(named(QLabel(f"\N{MULTIPLICATION SIGN}{figure(chip.weight)}"), "weight"))
        remove = tool_button(tr("Remove {spoken} from the search", spoken=chip.spoken), icon_size=16)
        remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        remove.setIcon(theme.icon("close"))
        remove.setFixedSize(20, 20)
        remove.clicked.connect(lambda: self.changed.emit(None))
        row.addWidget(remove)
        self.setToolTip(f"{chip.name}\n{translated(HELP)}")
        self.setAccessibleName(chip.spoken)
        self.setAccessibleDescription(translated(HELP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self._change(self.chip.stepped(1 if event.key() == Qt.Key.Key_Up else -1))
            case Qt.Key.Key_Minus:
                self._change(self.chip.negated())
            case Qt.Key.Key_B if self.chip.has_parts:
                self.part_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edited.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.changed.emit(None)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.left_to.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y()
        if notches:
            self._change(self.chip.stepped(1 if notches > 0 else -1))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at, self._weight_then = event.position().toPoint(), self.chip.weight or 1.0
            self._dragged = False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self.chip.weight is None:
            return
        across = event.position().toPoint().x() - self._pressed_at.x()
        self._dragged |= abs(across) > _DRAG_BEGINS
        if self._dragged:
            self.setToolTip("")
            weighed = self.chip.weighing(self._weight_then * 2 ** (across / _DOUBLING))
            for label in self.findChildren(QLabel, "weight"):
                label.setText(f"\N{MULTIPLICATION SIGN}{figure(weighed.weight or 1)}")
            self._weighed = weighed

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self._dragged:
            self._change(self._weighed)
        self._pressed_at = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edited.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        turn = tr("Ask for it") if self.chip.negative else tr("Exclude it")
        menu.addAction(f"{turn}\t-", lambda: self._change(self.chip.negated()))
        if self.chip.weight is not None:
            menu.addAction(
                f"{tr('Counts more')}\t{keys('Alt+Up')}", lambda: self._change(self.chip.stepped(1))
            )
            menu.addAction(
                f"{tr('Counts less')}\t{keys('Alt+Down')}", lambda: self._change(self.chip.stepped(-1))
            )
        if self.chip.has_parts:
            menu.addAction(f"{tr('Search by a part…')}\tB", self.part_wanted.emit)
        menu.addAction(f"{tr('Edit')}\t{keys('Return')}", self.edited.emit)
        menu.addSeparator()
        menu.addAction(f"{tr('Remove')}\t{keys('Del')}", lambda: self.changed.emit(None))
        menu.popup(event.globalPos())

    def _change(self, chip: Chip) -> None:
        if chip != self.chip:
            self.changed.emit(chip)


def rounded(image: QImage, ratio: float) -> QPixmap:
    """A square image with soft corners, sharp at this ratio of device pixels."""
    side = round(_SIDE * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath(QPointF(0, 0))
        outline.addRoundedRect(0, 0, side, side, 3 * ratio, 3 * ratio)
        painter.setClipPath(outline)
        painter.drawImage(pixmap.rect(), image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
