"""What is said of a photo, as the details show it: stars, tags to confirm and reject, the caption."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from mindseye.catalog.tags import Tag
from mindseye.ui.parts import tool_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import label_words, percent, tr, with_key

_STARS = 5
_SMALL = 14
_STAR = 22


class Stars(QWidget):
    """Five stars; the last one again takes the rating away."""

    rated = Signal(int)

    def __init__(self, rating: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setAccessibleName(
            tr("Rating {rating} of {most}", rating=rating, most=_STARS) if rating else tr("No rating")
        )
        for star in range(1, _STARS + 1):
            wanted = 0 if star == rating else star
            tip = with_key(tr("Rate {star}", star=star) if wanted else tr("No rating"), str(wanted))
            button = tool_button(tip, name="star")
            button.setText("★" if star <= rating else "☆")
            button.setProperty("on", star <= rating)
            button.setFixedSize(_STAR, _STAR)
            button.clicked.connect(lambda _=False, wanted=wanted: self.rated.emit(wanted))
            row.addWidget(button)
        row.addStretch(1)


class TagRows(QWidget):
    """One line a tag: a suggested one, paler, to be confirmed or rejected; a confirmed one to go."""

    judged = Signal(str, str, bool)
    """Category, label, and whether it is right."""
    taken = Signal(str, str)
    """A confirmed tag, category and label, that is to go."""

    def __init__(self, tags: Sequence[Tag], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, tag in enumerate(tags):
            self._add(grid, row, tag, theme)

    def _add(self, grid: QGridLayout, row: int, tag: Tag, theme: Theme) -> None:
        words = label_words(tag.category, tag.label)
        name = QLabel(words)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setProperty("role", "quiet" if tag.state == "suggested" else "")
        grid.addWidget(name, row, 0)
        if tag.state == "suggested":
            share = QLabel("" if tag.probability is None else percent(tag.probability))
            share.setProperty("role", "quiet")
            grid.addWidget(share, row, 1)
            for column, right, icon, tip in (
                (2, True, "check", with_key(tr("Confirm {label}", label=words), "Y")),
                (3, False, "close", with_key(tr("Reject {label}", label=words), "N")),
            ):
                button = _small(tip, icon, theme)
                button.clicked.connect(
                    lambda _=False, right=right: self.judged.emit(tag.category, tag.label, right)
                )
                grid.addWidget(button, row, column)
        else:
            button = _small(tr("Take {label} off", label=words), "close", theme)
            button.clicked.connect(lambda: self.taken.emit(tag.category, tag.label))
            grid.addWidget(button, row, 3)


def _small(tip: str, icon: str, theme: Theme) -> QToolButton:
    button = tool_button(tip, icon_size=_SMALL)
    button.setIcon(theme.icon(icon))
    return button
