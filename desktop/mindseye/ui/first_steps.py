"""The bar of the first run: three steps, the current one in strong words, and words to try a search with."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mindseye.phrases import Phrase
from mindseye.ui.first_run import Step
from mindseye.ui.parts import named, tool_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated

_DISC = 20
_STEPS = (
    (Step.CHOOSE, Phrase("Choose folders")),
    (Step.APPEAR, Phrase("See your photos appear")),
    (Step.SEARCH, Phrase("Try a search")),
)
_STATES = {"now": Phrase("Current step"), "done": Phrase("Done"), "to come": Phrase("To come")}


class StepMark(QWidget):
    """The number of a step, or a tick where it is done, and its words."""

    def __init__(self, theme: Theme, number: int, words: str) -> None:
        super().__init__()
        self._theme, self._number, self._words = theme, number, words
        self._state = "to come"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    def show_step(self, step: Step) -> None:
        """Shows whether this step is done, is the current one, or is to come."""
        self._state = "now" if step == self._number else "done" if step > self._number else "to come"
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.ensurePolished()
        wide = max(self.fontMetrics().horizontalAdvance(self._words) * 1.12, 40)
        return QSize(_DISC + 8 + round(wide) + 4, max(_DISC + 4, self.fontMetrics().height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colour = self._theme.colour
        now, done = self._state == "now", self._state == "done"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - _DISC - 1
                room = QRectF(0, 0, left - 7, self.height())
            else:
                left = 1
                room = QRectF(left + _DISC + 8, 0, self.width() - _DISC - 9, self.height())
            disc = QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colour("accent" if now else "outline"), 1.5))
            painter.setBrush(colour("accent") if now else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
            painter.setPen(QPen(colour("accent_text" if now else "quiet"), 1.6))
            if done:
                middle = disc.center()
                painter.drawPolyline(
                    [middle + QPointF(-4, 0.5), middle + QPointF(-1, 3.5), middle + QPointF(4.5, -3)]
                )
            else:
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if now else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(colour("text" if now else "quiet"))
            leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, leading, self._words)

    def _say(self) -> None:
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(translated(_STATES[self._state]))


class FirstSteps(QFrame):
    """Is seen during the first run."""

    tried = Signal(str)
    """Words to search for."""
    waved_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firststeps")
        self.setAccessibleName(tr("First steps"))
        self._theme = theme
        self._marks = [StepMark(theme, number, translated(words)) for number, words in _STEPS]
        self._words: tuple[str, ...] = ()
        self._chips = QWidget()
        self._row = QHBoxLayout(self._chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._close = tool_button(tr("Skip the first steps"), icon_size=16)
        self._close.clicked.connect(self.waved_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(16)
        for mark in self._marks:
            row.addWidget(mark)
        row.addWidget(self._chips)
        row.addStretch(1)
        row.addWidget(self._close)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.hide()

    def tell(self, step: Step, suggestions: Sequence[str]) -> None:
        """Shows where the first run is, and words that are worth a search."""
        self.setVisible(step is not Step.OVER)
        for mark in self._marks:
            mark.show_step(step)
        words = tuple(suggestions) if step is Step.SEARCH else ()
        if words != self._words:
            self._words = words
            self._fill()

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in self._words:
            button = named(QPushButton(words), "suggestion")
            button.setAccessibleName(tr("Search for {words}", words=words))
            button.clicked.connect(lambda _=False, words=words: self.tried.emit(words))
            self._row.addWidget(button)

    def _paint_icon(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
