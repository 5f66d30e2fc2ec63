"""The timeline: a slim strip of months and their photos, which scrolls the grid and shows where one is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.operations.wording import photos
from mindseye.ui.theme import Theme
from mindseye.ui.translating import month_words, tr

_HEIGHT = 48
_BARS = 24
_MARGIN = 14
_LEAST = 2.0
_APART = 8


@dataclass(frozen=True, slots=True, eq=False)
class Months:
    """The months from the first photo to the last."""

    first: int
    """The oldest, counted from January 1970."""
    counts: NDArray[np.int64]
    """[k], photos of each month, oldest first; none in some"""
    rows: NDArray[np.int64]
    """[k], where the photos of each month, or of the last before it that has some, begin in the grid"""
    days: NDArray[np.int32]
    """[n], of the photos of the grid"""

    @classmethod
    def of(cls, days: NDArray[np.int32]) -> "Months | None":
        """The months of photos in the order of the grid, newest first, by their days counted from 1970.

        None where they span no more than one, and there is nothing to go to.
        """
        starts = _turns(days)
        known = days[starts] != UNKNOWN_DAY
        starts, lengths = starts[known], np.diff(np.append(starts, len(days)))[known]
        month = _months(days[starts])
        if not len(month) or month.min() == month.max():
            return None
        first = int(month.min())
        counts = np.zeros(int(month.max()) - first + 1, np.int64)
        np.add.at(counts, month - first, lengths)
        rows = np.full(len(counts), len(days), np.int64)
        np.minimum.at(rows, month - first, starts)
        # An empty month leads to what was taken last before it; the oldest one has photos.
        for number in np.flatnonzero(counts == 0).tolist():
            rows[number] = rows[number - 1]
        return cls(first, counts, rows, days)

    def __len__(self) -> int:
        return len(self.counts)

    def year_of(self, number: int) -> int:
        """The year of a month."""
        return 1970 + (self.first + number) // 12

    def title(self, number: int) -> str:
        """The name and year of a month."""
        return month_words(self.year_of(number), (self.first + number) % 12 + 1)

    def in_view(self, visible: range) -> tuple[int, int] | None:
        """The oldest and the newest month among rows of the grid."""
        days = self.days[visible.start : visible.stop]
        seen = _months(days[days != UNKNOWN_DAY]) - self.first
        return (int(seen.min()), int(seen.max())) if len(seen) else None


def _turns(days: NDArray[np.int32]) -> NDArray[np.int64]:
    """Where a run of photos of one day begins; there are few of them among many photos."""
    return np.flatnonzero(np.append(True, days[1:] != days[:-1])) if len(days) else np.empty(0, np.int64)


def _months(days: NDArray[np.int32]) -> NDArray[np.int64]:
    """The months of days, both counted from 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


class Timeline(QAbstractSlider):
    """A slider over months, oldest at the beginning of the line."""

    went = Signal(int)
    """A row of the grid that is to be at its top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFixedHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setPageStep(12)
        self._theme = theme
        self.months: Months | None = None
        self._seen: tuple[int, int] | None = None
        self.actionTriggered.connect(lambda _: self._go(self.sliderPosition()))
        theme.changed.connect(self.update)

    def show_days(self, days: NDArray[np.int32]) -> None:
        """Takes the days of the photos in the grid, newest first."""
        self.months = Months.of(days)
        self._seen = None
        self.setRange(0, len(self.months) - 1 if self.months is not None else 0)
        self.update()

    def show_place(self, visible: range) -> None:
        """Tells which rows of the grid are in view."""
        if self.months is None:
            return
        seen = self.months.in_view(visible)
        if seen != self._seen:
            self._seen = seen
            if seen is not None:
                self.setValue(seen[1])
            self._tell()
            self.update()

    @property
    def seen(self) -> tuple[int, int] | None:
        """The oldest and the newest month in view."""
        return self._seen

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def words(self, number: int) -> str:
        """A month and how many photos it has."""
        assert self.months is not None
        return tr(
            "{month}: {photos}",
            month=self.months.title(number),
            photos=photos(int(self.months.counts[number])),
        )

    def month_at(self, x: float) -> int:
        """The month at a pixel."""
        room = max(self.width() - 2 * _MARGIN, 1)
        share = (x - _MARGIN) / room
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return min(max(int(share * (self.maximum() + 1)), 0), self.maximum())

    def _go(self, number: int) -> None:
        if self.months is not None:
            self.went.emit(int(self.months.rows[number]))

    def _tell(self) -> None:
        if self.months is not None and self._seen is not None:
            self.setAccessibleDescription(self.words(self._seen[1]))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.months is not None:
            QToolTip.showText(event.globalPos(), self.words(self.month_at(event.pos().x())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pull(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pull(event.position())

    def _pull(self, point: QPointF) -> None:
        if self.months is not None:
            self._go(self.month_at(point.x()))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        months = self.months
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("window"))
            if months is None:
                return
            painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                self._paint(painter, months, -1)
            else:
                self._paint(painter, months, 1)
            if self.hasFocus():
                painter.setPen(self._theme.colour("focus"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 3.5, -4.5, -2.5), 6, 6)

    def _paint(self, painter: QPainter, months: Months, direction: int) -> None:
        """Bars in groups of as many months as a bar can be seen of, and the years below."""
        room = max(self.width() - 2 * _MARGIN, 1)
        start = _MARGIN if direction > 0 else self.width() - _MARGIN
        group = max(int(np.ceil(_LEAST * len(months) / room)), 1)
        starts = np.arange(0, len(months), group)
        counts = np.add.reduceat(months.counts, starts)
        heights = _BARS * np.sqrt(counts / counts.max())
        width = room * group / len(months)
        quiet, accent = self._theme.colour("outline"), self._theme.colour("accent")
        for number, height in zip(starts.tolist(), heights.tolist(), strict=True):
            if not height:
                continue
            x = start + direction * room * number / len(months)
            bar = QRectF(x, 6 + _BARS - height, direction * max(width - 1, 1), max(height, 2)).normalized()
            seen = self._seen is not None and number + group > self._seen[0] and number <= self._seen[1]
            painter.fillRect(bar, accent if seen else quiet)
        self._paint_years(painter, months, start, direction * room / len(months))

    def _paint_years(self, painter: QPainter, months: Months, start: float, step: float) -> None:
        font = self.font()
        font.setPixelSize(self._theme.tokens.small)
        painter.setFont(font)
        painter.setPen(self._theme.colour("quiet"))
        wide = painter.fontMetrics().horizontalAdvance("2000") + _APART
        free_from, edge = 0.0, abs(step) * len(months) - wide + _APART
        for number in range(len(months)):
            if number and (months.first + number) % 12:
                continue
            along = abs(step) * number
            if along < free_from or along > edge:
                continue
            free_from = along + wide
            x = start + step * number
            box = QRectF(x if step > 0 else x - wide, _HEIGHT - 17, wide, 14)
            aligned = Qt.AlignmentFlag.AlignLeft if step > 0 else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, aligned | Qt.AlignmentFlag.AlignVCenter, str(months.year_of(number)))
