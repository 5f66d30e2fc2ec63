"""The details of the photo the keyboard is at: name, place, camera, tags with their probability."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mindseye.catalog.photos import Photo
from mindseye.catalog.tags import Tag
from mindseye.library import Library
from mindseye.metadata import Metadata
from mindseye.operations import browse
from mindseye.ui.parts import icon_button, named
from mindseye.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Details:
    """A photo with its tags and the size of its file in bytes, when that can be told."""

    photo: Photo
    tags: tuple[Tag, ...]
    bytes: int | None


def read_details(library: Library, photo_id: int) -> Details | None:
    """Everything the panel shows; None when the photo is gone."""
    photo = browse.photo(library, photo_id)
    if photo is None:
        return None
    return Details(photo, tuple(browse.tags_of(library, photo_id)), _size(photo))


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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Details")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._shown: Details | None = None
        self._chosen = 0
        self._any = False
        theme.changed.connect(self._fill)
        self._fill()

    def show_details(self, details: Details | None, chosen: int, *, selectable: bool = True) -> None:
        """Shows a photo, or says how many are selected, or that one can be where there are any."""
        self._shown, self._chosen, self._any = details, chosen, selectable
        self._fill()

    def _fill(self) -> None:
        body = named(QFrame(), "details")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        if self._chosen > 1:
            column.addWidget(_label(f"{self._chosen:,} photos selected", "name"))
        elif self._shown is None and self._any:
            hint = _label("Select a photo to see where it lies and what is known of it.", "quiet")
            column.addWidget(hint)
        if self._shown is not None and self._chosen <= 1:
            self._describe(self._shown, column)
        column.addStretch(1)
        self.setWidget(body)

    def _describe(self, details: Details, column: QVBoxLayout) -> None:
        photo = details.photo
        path = photo.paths[0] if photo.paths else None
        column.addWidget(_label(path.name if path else "A photo without a file", "name"))
        if photo.facts.taken_at is not None:
            column.addWidget(_label(f"{photo.facts.taken_at:%-d %B %Y, %H:%M}"))
        if not photo.online:
            column.addWidget(_label("Away: it can be opened when its drive is back.", "quiet"))
        self._table("Picture", _picture_rows(photo.facts, details.bytes), column)
        self._table("Camera", _camera_rows(photo.facts), column)
        if details.tags:
            self._table(
                "Tags", [(f"{tag.label}", _percent(tag)) for tag in details.tags], column, numbers=True
            )
        if path is not None:
            _section("Place" if len(photo.paths) == 1 else "Places", column)
            for place in photo.paths:
                column.addWidget(_label(_breakable(place.parent), "quiet"))
            column.addSpacing(8)
            reveal = icon_button("Show in file manager", self._theme.icon("reveal"))
            reveal.setEnabled(photo.online)
            reveal.clicked.connect(lambda: self.reveal_wanted.emit(path))
            similar = icon_button("Find similar", self._theme.icon("similar"))
            similar.clicked.connect(lambda: self.similar_wanted.emit(photo.id))
            for button in (similar, reveal):
                column.addWidget(button)
                column.addSpacing(4)

    def _table(
        self, title: str, rows: list[tuple[str, str]], column: QVBoxLayout, *, numbers: bool = False
    ) -> None:
        if not rows:
            return
        _section(title, column)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0 if numbers else 1, 1)
        for number, (name, value) in enumerate(rows):
            left, right = _label(name, "" if numbers else "quiet"), _label(value, "quiet" if numbers else "")
            left.setWordWrap(numbers)
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)


def _picture_rows(facts: Metadata, size: int | None) -> list[tuple[str, str]]:
    megapixels = facts.width * facts.height / 1e6
    rows = [
        ("Size", f"{facts.width:,} \N{MULTIPLICATION SIGN} {facts.height:,}"),
        ("Pixels", f"{megapixels:.1f} MP"),
    ]
    rows.append(("Format", facts.format))
    if size is not None:
        rows.append(("File", f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size / 1e3, 1):.0f} KB"))
    return rows


def _camera_rows(facts: Metadata) -> list[tuple[str, str]]:
    rows = [("Camera", facts.camera or ""), ("Lens", facts.lens or "")]
    if facts.focal_length_mm:
        rows.append(("Focal length", f"{facts.focal_length_mm:g} mm"))
    if facts.aperture:
        rows.append(("Aperture", f"f/{facts.aperture:g}"))
    if facts.exposure_seconds:
        rows.append(("Exposure", exposure(facts.exposure_seconds)))
    if facts.iso:
        rows.append(("ISO", f"{facts.iso:,}"))
    return [row for row in rows if row[1]]


def exposure(seconds: float) -> str:
    """A time as photographers write it: 1/250 s, 2.5 s."""
    return f"1/{round(1 / seconds):,} s" if seconds < 0.4 else f"{seconds:g} s"


def _percent(tag: Tag) -> str:
    if tag.state == "confirmed":
        return "confirmed"
    return "" if tag.probability is None else f"{tag.probability:.0%}"


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


def _breakable(path: Path) -> str:
    """A path that may be broken after each of its parts."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
