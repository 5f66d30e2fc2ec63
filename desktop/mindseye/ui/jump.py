"""Going to a photo of the grid by typing: a year, a month, a date, or a part of a file's name."""

import re
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from mindseye.library import Library
from mindseye.operations import browse
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.view import PhotoGrid
from mindseye.ui.translating import tr

_FIRST = date(1970, 1, 1)
_NUMBERS = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_WIDTH, _HEIGHT, _EDGE = 280, 36, 12


def days_meant(text: str) -> tuple[int, int] | None:
    """The first and last day, counted from 1970, of what is written: 2023, 2023-05, 2023-05-14, May 2023.

    None where it is no date.
    """
    text = text.strip().casefold()
    numbers = _NUMBERS.fullmatch(text)
    try:
        if numbers is not None:
            year, month, day = (int(each) if each else None for each in numbers.groups())
            assert year is not None
            return _span(year, month, day)
        for month in range(1, 13):
            for locale in (QLocale(), QLocale.c()):
                for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                    name = locale.standaloneMonthName(month, form).casefold().rstrip(".")
                    said = re.fullmatch(rf"{re.escape(name)}\.?\s+(\d{{4}})", text)
                    if said is not None:
                        return _span(int(said[1]), month, None)
    except (ValueError, OverflowError):
        pass
    return None


def _span(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    first = date(year, month or 1, day or 1)
    if day is not None:
        after = first + timedelta(days=1)
    elif month is not None:
        after = date(year + month // 12, month % 12 + 1, 1)
    else:
        after = date(year + 1, 1, 1)
    return (first - _FIRST).days, (after - _FIRST).days - 1


class JumpLine(QLineEdit):
    """A line over the lower edge of the grid while a place is typed."""

    next_wanted = Signal()
    left = Signal()

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setObjectName("jumpline")
        self.setAccessibleName(tr("Jump to a photo"))
        self.setPlaceholderText(tr("A date such as 2023-05, or a name"))
        self.hide()

    def open(self) -> None:
        """Comes up, empty."""
        room = self._grid.viewport().geometry()
        self.setGeometry(room.x() + _EDGE, room.bottom() - _HEIGHT - _EDGE, _WIDTH, _HEIGHT)
        self.clear()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.next_wanted.emit()
            case _:
                super().keyPressEvent(event)


class Jump(QObject):
    """Goes to what is typed while it is typed; Enter goes on to the next."""

    def __init__(self, grid: PhotoGrid, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._grid, self._newest = grid, Newest(door)
        self._library: Library | None = None
        self.line = JumpLine(grid)
        self.line.textEdited.connect(lambda _: self._go(after=-1))
        self.line.next_wanted.connect(lambda: self._go(after=grid.currentIndex().row()))
        self.line.left.connect(self.end)

    def take(self, library: Library) -> None:
        """The library is open."""
        self._library = library

    def begin(self) -> None:
        """Lets a place be typed."""
        self.line.open()

    def end(self) -> None:
        """Goes back to the photos."""
        self._newest.cancel()
        self.line.hide()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, *, after: int) -> None:
        text, library = self.line.text().strip(), self._library
        days, tiles = days_meant(text), self._grid.tiles
        if days is not None:
            first, last = days
            self._go_to(np.flatnonzero((tiles.days >= first) & (tiles.days <= last)), after)
        elif text and library is not None:
            self._newest.ask(
                lambda _: browse.named(library, text.split()),
                lambda found: self._go_to(tiles.rows_of(found), after),
            )

    def _go_to(self, rows: NDArray[np.int64], after: int) -> None:
        if len(rows) and len(self._grid.tiles):
            later = rows[rows > after]
            self._grid.go_to(int(self._grid.tiles.ids[later[0] if len(later) else rows[0]]))
