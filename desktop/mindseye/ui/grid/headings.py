"""Headings in the grid: photographs grouped by time or by folder, under a line that stays in view."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.ui.grid.layout import MARGIN, Sections
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.translating import month_words, tr

_RING = 3
"""Pixels that the ring around a photograph below reaches up."""

_FEW = 4
"""Photos a month, on average, below which a heading for each month says less than one for a year."""

HEIGHT = 40
"""Of a heading, in device-independent pixels."""


class Grouping(Enum):
    """What photographs are gathered under one heading by."""

    NONE = "none"
    FITTING = "fitting"
    """By month, or by year where photos lie so far apart in time that most months would have one or two."""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    FOLDER = "folder"


def grouping_named(name: str) -> Grouping:
    """The grouping of this name; the fitting one where there is none of it."""
    return next((each for each in Grouping if each.value == name), Grouping.FITTING)


@dataclass(frozen=True, slots=True, eq=False)
class Headings:
    """The groups of photographs that stand in order of time, or by folder."""

    grouping: Grouping
    sections: Sections
    """The groups, each below its heading."""
    days: NDArray[np.int32]
    """[k]: a day of each group, counted from 1970; or the place of its folder's name."""
    height: int
    names: tuple[str, ...] = ()
    """Of folders."""

    @classmethod
    def of(cls, tiles: Tiles, grouping: Grouping, *, height: int = HEIGHT) -> "Headings":
        """Groups photographs.

        Args:
            tiles: the photographs in the order of the grid.
            grouping: what a group is; photographs in order of time have none by folder, nor the other way.
            height: of a heading in device-independent pixels.
        """
        days = tiles.days
        by_folder = tiles.folders is not None
        if grouping is Grouping.FOLDER and tiles.folders is not None and len(days):
            starts = _turns(tiles.folders)
            heights = np.full(len(starts), height, dtype=np.int64)
            sections = Sections.at(starts, heights, len(days))
            return cls(grouping, sections, tiles.folders[starts], height, tiles.folder_names)
        if grouping in (Grouping.NONE, Grouping.FOLDER) or by_folder or not len(days):
            whole = Sections.of((0, 0), count=len(days))
            return cls(Grouping.NONE, whole, np.zeros(1, dtype=np.int32), 0)
        starts = _turns(days)
        # The few days that differ from their neighbour are enough to look at.
        months = starts[_turns(_periods(days[starts], "M"))]
        if grouping is Grouping.FITTING:
            grouping = Grouping.YEAR if len(days) < _FEW * len(months) else Grouping.MONTH
        if grouping is Grouping.MONTH:
            starts = months
        elif grouping is Grouping.YEAR:
            starts = starts[_turns(_periods(days[starts], "Y"))]
        heights = np.full(len(starts), height, dtype=np.int64)
        return cls(grouping, Sections.at(starts, heights, len(days)), days[starts], height)

    @property
    def shown(self) -> bool:
        """Whether there are headings."""
        return self.grouping is not Grouping.NONE

    def title(self, group: int) -> str:
        """The words of a heading."""
        key = int(self.days[group])
        return self.names[key] if self.grouping is Grouping.FOLDER else day_words(key, self.grouping)

    def group_at(self, item: int) -> int:
        """The group that a photograph is in."""
        return int(self.sections.of_items[item])


def _periods(days: NDArray[np.int32], unit: str) -> NDArray[np.int64]:
    """The months ("M") or years ("Y") of days, counted from 1970."""
    periods = days.astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)
    periods[days == UNKNOWN_DAY] = UNKNOWN_DAY
    return periods


def _turns(keys: NDArray[np.signedinteger]) -> NDArray[np.int64]:
    """Where a run of equal keys begins."""
    return np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1))


def day_words(day: int, grouping: Grouping) -> str:
    """A day counted from 1970 in words: the whole date, its month and year, or its year."""
    if day == UNKNOWN_DAY:
        return tr("Date not known")
    when, locale = QDate(1970, 1, 1).addDays(day), QLocale()
    if grouping is Grouping.DAY:
        weekday = locale.standaloneDayName(when.dayOfWeek())
        return tr("{weekday}, {date}", weekday=weekday, date=locale.toString(when, tr("d MMMM yyyy")))
    if grouping is Grouping.YEAR:
        return str(when.year())
    return month_words(when.year(), when.month())


def paint_heading(
    painter: QPainter, band: QRect, title: str, *, font: QFont, ink: QColor, ground: QColor
) -> None:
    """Paints a heading on its own ground, so that photographs pass below it."""
    painter.fillRect(band.adjusted(0, 0, 0, -_RING), ground)
    painter.setFont(font)
    painter.setPen(ink)
    words = band.adjusted(MARGIN + 2, 0, -MARGIN, 0)
    aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(words, aligned, title)
