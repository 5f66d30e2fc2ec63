"""Why a photo answers the search: what each part did, nearest words, where in it, what the model sees."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mindseye.search import Box
from mindseye.ui.explaining import Explaining, Row, Why
from mindseye.ui.outside_pictures import image_of
from mindseye.ui.parts import icon_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import percent, tr

_DARKEST = 190
"""Of 255: how dark the coldest place is covered."""

_HIGHEST = 260
_BAR = QSize(64, 8)


class WhyPanel(QWidget):
    """A button, and below it what is told while it is switched on."""

    wanted = Signal(bool)
    """It is to be told, or no longer."""

    def __init__(self, theme: Theme, explaining: Explaining, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._explaining = theme, explaining
        self.button: QPushButton = icon_button(tr("Why this?"))
        self.button.setCheckable(True)
        self.button.clicked.connect(self.wanted)
        self._body = QWidget()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self._body)
        explaining.changed.connect(self._fill)
        theme.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        explaining = self._explaining
        self.setVisible(explaining.possible)
        words = tr("Why this?") if explaining.about_search else tr("What the model sees")
        self.button.setText(f"\N{FOUR-PER-EM SPACE}{words}")
        self.button.setAccessibleName(words)
        self.button.setChecked(explaining.on)
        self.button.setIcon(self._theme.icon("chevron-down" if explaining.on else "chevron-right"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        if explaining.possible and explaining.on:
            self._tell(explaining, column)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _tell(self, explaining: Explaining, column: QVBoxLayout) -> None:
        why = explaining.why
        if explaining.trouble:
            column.addWidget(_label(explaining.trouble, "quiet"))
        if why is None:
            return
        if why.rows:
            column.addWidget(_Rows(why.rows, self._theme))
        if why.words:
            column.addSpacing(8)
            column.addWidget(_label(tr("Nearest words"), "section"))
            column.addWidget(_label(", ".join(why.words)))
        self._tell_where(explaining, why, column)
        column.addSpacing(8)
        column.addWidget(_label(tr("What the model sees"), "section"))
        side = why.seen.pixels.shape[0]
        square = QLabel()
        square.setPixmap(QPixmap.fromImage(image_of(why.seen.pixels.tobytes(), side, side)))
        square.setAccessibleName(
            tr("The part of the photo that the model was shown, as small as it was shown it")
        )
        column.addWidget(square)
        column.addWidget(
            _label(tr("{side} \N{MULTIPLICATION SIGN} {side} pixels, no more.", side=side), "quiet")
        )

    def _tell_where(self, explaining: Explaining, why: Why, column: QVBoxLayout) -> None:
        if not why.rows or why.picture.isNull():
            return
        column.addSpacing(8)
        column.addWidget(_label(tr("Where in the photo"), "section"))
        column.addWidget(HeatPicture(why.picture, explaining.warmth, why.seen.box))
        if explaining.looking:
            column.addWidget(_label(tr("Looking at its parts one by one…"), "quiet"))
        elif explaining.warmth is not None:
            told = tr("Bright is what looks most like it. The model judges the part inside the line.")
            column.addWidget(_label(told, "quiet"))


class HeatPicture(QWidget):
    """A picture that is dark where it is cold, with a line around a part of it."""

    def __init__(self, picture: QImage, warmth: NDArray[np.float32] | None, box: Box) -> None:
        super().__init__()
        self._picture, self._box = picture, box
        self._shade = None if warmth is None else shade(warmth)
        self.setAccessibleName(tr("Where in the photo it lies which was asked for"))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(round(width * self._picture.height() / max(self._picture.width(), 1)), _HIGHEST)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._picture)
            if self._shade is not None:
                painter.drawImage(place, self._shade)
            seen = QRectF(
                self._box.left * size.width(),
                self._box.top * size.height(),
                (self._box.right - self._box.left) * size.width(),
                (self._box.bottom - self._box.top) * size.height(),
            ).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
            painter.drawRect(seen)
            painter.setPen(QPen(QColor("white"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(seen)


class _Rows(QWidget):
    """A line for each part: its name, a bar as long as its share, and the share in figures."""

    def __init__(self, rows: tuple[Row, ...], theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(rows):
            name = tr("not {what}", what=row.name) if row.negative else row.name
            grid.addWidget(_label(name), number, 0)
            grid.addWidget(_Bar(row.share, theme), number, 1, Qt.AlignmentFlag.AlignVCenter)
            sign = "\N{MINUS SIGN}" if row.share < 0 else "+"
            figure = _label(f"{sign}{percent(abs(row.share))}", "quiet")
            figure.setWordWrap(False)
            share = percent(abs(row.share))
            figure.setAccessibleName(
                tr("{name} spoke against it: {share}", name=name, share=share)
                if row.share < 0
                else tr("{name} spoke for it: {share}", name=name, share=share)
            )
            grid.addWidget(figure, number, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Bar(QWidget):
    """A share: filled where it spoke for the photo, hollow where it spoke against it."""

    def __init__(self, share: float, theme: Theme) -> None:
        super().__init__()
        self._share, self._theme = share, theme
        self.setFixedSize(_BAR)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("line"))
            painter.drawRoundedRect(self.rect(), 3, 3)
            length = max(abs(self._share) * (self.width() - 1), 3)
            bar = QRectF(0.5, 0.5, length, self.height() - 1)
            accent = self._theme.colour("accent")
            painter.setPen(QPen(accent, 1))
            painter.setBrush(accent if self._share >= 0 else self._theme.colour("surface"))
            painter.drawRoundedRect(bar, 3, 3)


def shade(warmth: NDArray[np.float32]) -> QImage:
    """A veil over a picture from its warmth [rows, columns], 0 to 1: dark where it is cold."""
    rows, columns = warmth.shape
    veil = np.zeros((rows, columns, 4), np.uint8)
    veil[..., 3] = np.rint(_DARKEST * (1 - warmth))
    return QImage(veil.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
