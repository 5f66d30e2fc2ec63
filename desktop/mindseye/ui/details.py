"""The details of the photo the keyboard is at: name, place, camera, tags with their probability."""

import re
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mindseye.catalog.photos import Photo
from mindseye.library import Library
from mindseye.metadata import Metadata
from mindseye.operations import albums, browse, labelling
from mindseye.operations.labelling import Labels
from mindseye.ui.histogram import HistogramView
from mindseye.ui.parts import icon_button, named
from mindseye.ui.said_rows import Stars, TagRows
from mindseye.ui.theme import Theme
from mindseye.ui.translating import bytes_words, figure, grouped, tr

_MARGIN = 16


@dataclass(frozen=True, slots=True)
class Details:
    """A photo with what is said of it, and the size of its file in bytes when that can be told."""

    photo: Photo
    labels: Labels
    albums: list[tuple[str, str]]
    """What was said of it and albums: name and state."""
    bytes: int | None
    histogram: NDArray[np.float32] | None
    """As ``imaging.histogram``; None where the photo cannot be read."""


def read_details(library: Library, photo_id: int) -> Details | None:
    """Everything the panel shows; None when the photo is gone."""
    photo = browse.photo(library, photo_id)
    if photo is None:
        return None
    labels = labelling.labels_of(library, [photo_id])[photo_id]
    inside = albums.said_of_photo(library, photo_id)
    return Details(photo, labels, inside, _size(photo), browse.histogram(library, photo_id))


def _size(photo: Photo) -> int | None:
    if not photo.paths or not photo.online:
        return None
    try:
        return photo.paths[0].stat().st_size
    except OSError:
        return None


class DetailsPanel(QScrollArea):
    """The panel at the right."""

    reveal_wanted = Signal(object)
    similar_wanted = Signal(int)
    rated = Signal(int)
    """The photo that is shown, 0 to 5."""
    judged = Signal(int, str, str, bool)
    """A suggested tag of a photo (id, category, label): whether it is right."""
    taken = Signal(int, str, str)
    """A confirmed tag of a photo that is to go."""
    tag_wanted = Signal()
    caption_wanted = Signal()

    def __init__(
        self, theme: Theme, why: QWidget, any_labels: QWidget, parent: QWidget | None = None
    ) -> None:
        """The panel.

        Args:
            theme: the look.
            why: stands below the name of the photo; it fills itself.
            any_labels: stands at the end; it fills itself.
            parent: what it lies in.
        """
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName(tr("Details"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._shown: Details | None = None
        self._chosen = 0
        self._any = False
        body = named(QFrame(), "details")
        column = QVBoxLayout(body)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        self._head, self._rest, self._column = QWidget(), QWidget(), column
        for part in (self._head, why, self._rest, any_labels):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)
        theme.changed.connect(self._fill)
        self._fill()

    def show_details(self, details: Details | None, chosen: int, *, selectable: bool = True) -> None:
        """Shows a photo, or says how many are selected, or that one can be where there are any."""
        self._shown, self._chosen, self._any = details, chosen, selectable
        self._fill()

    def _fill(self) -> None:
        head, rest = _column(), _column()
        if self._chosen > 1:
            head.addWidget(_label(tr("{count} photos selected", count=self._chosen), "name"))
        elif self._shown is None and self._any:
            hint = _label(tr("Select a photo to see where it lies and what is known of it."), "quiet")
            head.addWidget(hint)
        if self._shown is not None and self._chosen <= 1:
            self._name(self._shown.photo, head)
            self._describe(self._shown, rest)
        self._head = self._put(head, self._head)
        self._rest = self._put(rest, self._rest)

    def _put(self, layout: QVBoxLayout, instead_of: QWidget) -> QWidget:
        made = QWidget()
        made.setLayout(layout)
        self._column.replaceWidget(instead_of, made)
        instead_of.hide()
        instead_of.deleteLater()
        return made

    def _name(self, photo: Photo, column: QVBoxLayout) -> None:
        path = photo.paths[0] if photo.paths else None
        name = _label(tr("A photo without a file"), "name") if path is None else _breakable(path.name, "name")
        column.addWidget(name)
        if photo.facts.taken_at is not None:
            column.addWidget(_label(moment(photo.facts.taken_at)))
        if not photo.online:
            column.addWidget(_label(tr("Away: it can be opened when its drive is back."), "quiet"))

    def _describe(self, details: Details, column: QVBoxLayout) -> None:
        photo = details.photo
        path = photo.paths[0] if photo.paths else None
        if details.histogram is not None:
            column.addSpacing(8)
            column.addWidget(HistogramView(details.histogram, self._theme.colour("window")))
        self._table(tr("Picture"), _picture_rows(photo.facts, details.bytes), column)
        self._table(tr("Camera"), _camera_rows(photo.facts), column)
        self._tell_labels(photo.id, details.labels, column)
        if details.albums:
            _section(tr("Albums"), column)
            for name, state in details.albums:
                column.addWidget(_label(_in_album(name, state), "quiet" if state == "excluded" else ""))
        if path is not None:
            _section(tr("Place") if len(photo.paths) == 1 else tr("Places"), column)
            for place in photo.paths:
                column.addWidget(_breakable(str(place.parent), "quiet"))
            if photo.facts.latitude is not None and photo.facts.longitude is not None:
                _section(tr("Position"), column)
                column.addWidget(_label(position(photo.facts.latitude, photo.facts.longitude)))
            column.addSpacing(8)
            reveal = icon_button(tr("Show in file manager"), self._theme.icon("reveal"))
            reveal.setEnabled(photo.online)
            reveal.clicked.connect(lambda: self.reveal_wanted.emit(path))
            similar = icon_button(tr("Find similar"), self._theme.icon("similar"))
            similar.clicked.connect(lambda: self.similar_wanted.emit(photo.id))
            for button in (similar, reveal):
                column.addWidget(button)
                column.addSpacing(4)

    def _tell_labels(self, photo_id: int, labels: Labels, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        stars = Stars(labels.rating)
        stars.rated.connect(self.rated)
        column.addWidget(stars)
        _section(tr("Tags"), column)
        rows = TagRows(labels.tags, self._theme)
        rows.judged.connect(lambda category, label, right: self.judged.emit(photo_id, category, label, right))
        rows.taken.connect(lambda category, label: self.taken.emit(photo_id, category, label))
        column.addWidget(rows)
        if labels.caption:
            _section(tr("Caption"), column)
            column.addWidget(_label(labels.caption))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(6)
        wide = 0
        for words, signal in ((tr("Tag…"), self.tag_wanted), (tr("Caption…"), self.caption_wanted)):
            button = QPushButton(words)
            button.clicked.connect(signal)
            buttons.addWidget(button)
            wide += button.sizeHint().width() + buttons.spacing()
        if wide > self.viewport().width() - 2 * _MARGIN:  # longer words stand below one another
            buttons.setDirection(QHBoxLayout.Direction.TopToBottom)
        else:
            buttons.addStretch(1)
        column.addLayout(buttons)

    def _table(self, title: str, rows: list[tuple[str, str]], column: QVBoxLayout) -> None:
        if not rows:
            return
        _section(title, column)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(rows):
            left, right = _label(name, "quiet"), _label(value)
            left.setWordWrap(False)
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)


def _picture_rows(facts: Metadata, size: int | None) -> list[tuple[str, str]]:
    megapixels = facts.width * facts.height / 1e6
    rows = [
        (tr("Size"), f"{grouped(facts.width)} \N{MULTIPLICATION SIGN} {grouped(facts.height)}"),
        (tr("Pixels"), tr("{size:.1f} MP", size=megapixels)),
    ]
    rows.append((tr("Format"), facts.format))
    if size is not None:
        rows.append((tr("File"), bytes_words(size)))
    return rows


def _camera_rows(facts: Metadata) -> list[tuple[str, str]]:
    rows = [(tr("Camera"), facts.camera or ""), (tr("Lens"), facts.lens or "")]
    if facts.focal_length_mm:
        rows.append((tr("Focal length"), tr("{length} mm", length=figure(facts.focal_length_mm))))
    if facts.aperture:
        rows.append((tr("Aperture"), f"f/{figure(facts.aperture)}"))
    if facts.exposure_seconds:
        rows.append((tr("Exposure"), exposure(facts.exposure_seconds)))
    if facts.iso:
        rows.append(("ISO", grouped(facts.iso)))
    return [row for row in rows if row[1]]


def exposure(seconds: float) -> str:
    """A time as photographers write it: 1/250 s, 2.5 s."""
    if seconds < 0.4:
        return tr("1/{part} s", part=round(1 / seconds))
    return tr("{seconds} s", seconds=figure(seconds))


def _in_album(name: str, state: str) -> str:
    match state:
        case "pinned":
            return tr("{album}, pinned", album=name)
        case "excluded":
            return tr("{album}, kept out", album=name)
        case _:
            return name


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


def moment(when: datetime) -> str:
    """A day and a minute, as the system's language writes them."""
    date, time = QDate(when.year, when.month, when.day), QTime(when.hour, when.minute)
    return QLocale().toString(QDateTime(date, time), tr("d MMMM yyyy, HH:mm"))


def position(latitude: float, longitude: float) -> str:
    """A place on the globe in degrees, with half a metre's exactness: 60.16990° N, 24.93840° E."""
    north = tr("N", "north") if latitude >= 0 else tr("S", "south")
    east = tr("E", "east") if longitude >= 0 else tr("W", "west")
    return tr(
        "{latitude:.5f}° {north}, {longitude:.5f}° {east}",
        latitude=abs(latitude),
        north=north,
        longitude=abs(longitude),
        east=east,
    )


def _section(title: str, column: QVBoxLayout) -> None:
    column.addSpacing(12)
    column.addWidget(_label(title, "section"))


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label


def _breakable(name: str, role: str) -> QLabel:
    """A name or path that may be broken after each of its parts, and is read out as it is."""
    label = _label(re.sub(r"([/\\_-])", "\\1\u200b", name), role)
    label.setAccessibleName(name)
    return label
