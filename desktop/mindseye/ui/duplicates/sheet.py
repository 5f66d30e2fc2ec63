"""A group of near-duplicates side by side: the photos at one scale, and below them what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mindseye.operations.duplicate_facts import MemberFacts
from mindseye.ui.cut_label import CutLabel
from mindseye.ui.duplicates.pane import MemberPane
from mindseye.ui.duplicates.photos import SidePhotos
from mindseye.ui.duplicates.review import Review
from mindseye.ui.duplicates.words import Row, best_sentence, fact_rows, member_words
from mindseye.ui.parts import tool_button
from mindseye.ui.photo_canvas import Look
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, with_key

BESIDE = 4
"""Photos that are seen at once; a larger group is moved through."""

_FACTS = 12
_MORE = 2.0
"""How many times larger than fitted a click shows a photo at least."""


class Sheet(QWidget):
    """Shows what it is given; keys that it does not know itself are passed on."""

    member_wanted = Signal(int)
    """Keys are to be for the photo at this place of the group."""
    turn_wanted = Signal(int)
    """The photo at this place is to be kept, or to go."""
    pressed = Signal(QKeyEvent)
    """A key that is for the page."""

    def __init__(self, theme: Theme, photos: SidePhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Photos of this group"))
        self._photos = photos
        self._review: Review | None = None
        self._at = self._first = 0
        self.rows: list[Row] = []
        """What is told of the photos, as far as it was read."""
        self.panes = [MemberPane(theme) for _ in range(BESIDE)]
        self._names = [_quiet() for _ in range(_FACTS)]
        self._same = CutLabel(Qt.TextElideMode.ElideRight)
        self._seen = _quiet()
        self.before = tool_button(with_key(tr("Photos before"), "Left"))
        self.after = tool_button(with_key(tr("Photos after"), "Right"))
        self._theme = theme
        self._grid = QGridLayout()
        self._put_together()
        photos.came.connect(self._show_photo)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setRowStretch(0, 1)
        moving = QHBoxLayout()
        moving.setSpacing(4)
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, step=step: self._step(step * BESIDE))
            moving.addWidget(button)
        moving.addWidget(self._seen, 1)
        grid.addLayout(moving, 1, 0)
        for row, name in enumerate(self._names, start=3):
            grid.addWidget(name, row, 0)
        for place, pane in enumerate(self.panes):
            grid.addWidget(pane, 0, place + 1)
            grid.addWidget(pane.keep, 1, place + 1)
            grid.addWidget(pane.best, 2, place + 1)
            for row in range(_FACTS):
                label = CutLabel()
                pane.facts.append(label)
                grid.addWidget(label, row + 3, place + 1)
            pane.pressed.connect(lambda place=place: self._press(place))
            pane.turned.connect(lambda place=place: self.turn_wanted.emit(self._first + place))
            pane.canvas.look_changed.connect(lambda look, pane=pane: self._follow(pane, look))
            pane.canvas.clicked.connect(self.look_closer)
            pane.canvas.more_wanted.connect(lambda pane=pane: self._read_whole(pane))
        column.addLayout(grid, 1)
        column.addWidget(self._same)

    # What is shown

    def show_review(self, review: Review | None, at: int, facts: Sequence[MemberFacts]) -> None:
        """Shows a group, and which of its photos keys are for.

        Args:
            review: the group; None for none.
            at: the place of that photo.
            facts: of the group's photos; none as long as they were not read.
        """
        another = review is None or self._review is None or review.key != self._review.key
        self._review, self._at = review, at
        count = 0 if review is None else len(review.group.members)
        first = 0 if another else self._first
        self._first = max(min(max(first, at - BESIDE + 1), at, max(count - BESIDE, 0)), 0)
        self.rows = fact_rows(facts)
        if another or self._first != first:
            for pane in self.panes:
                pane.canvas.fit()
        self._show_panes()
        self._show_facts()
        self._describe(facts)

    def look_closer(self, point: QPointF | None = None) -> None:
        """Enlarges all photos about one point of theirs, or shows the whole ones again."""
        shown = [pane for pane in self._seen_panes() if pane.photo is not None]
        if not shown:
            return
        # The largest tells what there is to be seen.
        leader = max(shown, key=lambda pane: pane.photo.width * pane.photo.height if pane.photo else 0)
        if leader.canvas.fitted:
            zoom = max(1.0, _MORE * leader.canvas.fitting_zoom)
            leader.canvas.zoom_at(zoom, point or QPointF(0.5, 0.5))
        else:
            leader.canvas.fit()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Z:
                self.look_closer()
            case Qt.Key.Key_Space:
                self.turn_wanted.emit(self._at)
            case _:
                event.ignore()
                self.pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()

    # Within

    def _step(self, step: int) -> None:
        if self._review is not None:
            last = len(self._review.group.members) - 1
            self.member_wanted.emit(max(min(self._at + step, last), 0))

    def _press(self, column: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.member_wanted.emit(self._first + column)

    def _seen_panes(self) -> list[MemberPane]:
        count = 0 if self._review is None else len(self._review.group.members)
        return self.panes[: min(BESIDE, count)]

    def _show_panes(self) -> None:
        review = self._review
        members = () if review is None else review.group.members
        shown = members[self._first : self._first + BESIDE]
        for column, pane in enumerate(self.panes):
            there = column < len(shown)
            for widget in (pane, pane.keep, pane.best, *pane.facts):
                widget.setVisible(there)
            self._grid.setColumnStretch(column + 1, 1 if there else 0)
            if not there or review is None:
                pane.show_photo(None)
                continue
            member = shown[column]
            pane.show_choice(
                member.file.path.name, kept=member.file.id in review.kept, free=member.file.online
            )
            best = self._first + column == 0
            pane.best.say(best_sentence(review.group.reasons) if best else "")
        side = min(self.panes[0].canvas.width(), self.panes[0].canvas.height()) * self.devicePixelRatioF()
        self._photos.want([member.photo.id for member in shown], round(max(side, 256)))
        for member in shown:
            self._show_photo(member.photo.id)
        many = len(members) > BESIDE
        self._seen.setVisible(many)
        for button in (self.before, self.after):
            button.setVisible(many)
        first, last = self._first + 1, self._first + len(shown)
        self._seen.setText(tr("{first} to {last} of {count}", first=first, last=last, count=len(members)))
        self._mark()

    def _show_photo(self, photo_id: int) -> None:
        review = self._review
        if review is None:
            return
        shown = review.group.members[self._first : self._first + BESIDE]
        for pane, member in zip(self.panes, shown, strict=False):
            if member.photo.id == photo_id:
                photo = self._photos.get(photo_id)
                if photo is None or photo is not pane.photo:
                    pane.show_photo(photo, self._photos.trouble(photo_id))

    def _show_facts(self) -> None:
        differing = [row for row in self.rows if row.differs]
        for number, name in enumerate(self._names):
            there = number < len(differing)
            name.setVisible(there)
            name.setText(differing[number].name if there else "")
            for column, pane in enumerate(self.panes):
                place = self._first + column
                seen = there and place < len(differing[number].values)
                pane.facts[number].setVisible(seen and not pane.isHidden())
                if seen:
                    value, best = differing[number].values[place], differing[number].values[0]
                    pane.facts[number].say(value or "\N{EN DASH}", strong=value != best)
        same = [f"{row.name} {row.values[0]}" for row in self.rows if not row.differs]
        self._same.say(tr("The same in all: {facts}", facts="; ".join(same)) if same else "")

    def _describe(self, facts: Sequence[MemberFacts]) -> None:
        review = self._review
        if review is None or self._at >= len(facts):
            return
        each = facts[self._at]
        best = best_sentence(review.group.reasons) if self._at == 0 else ""
        kept = each.file_id in review.kept
        self.setAccessibleName(member_words(self._at, each, self.rows, kept=kept, best=best))

    def _mark(self) -> None:
        for column, pane in enumerate(self.panes):
            pane.mark(current=self._first + column == self._at, keyed=self.hasFocus())

    def _follow(self, leader: MemberPane, look: Look) -> None:
        """The others are enlarged as many times as this one about the same point."""
        for pane in self._seen_panes():
            if pane is not leader:
                zoom = look.zoom * pane.canvas.fitting_zoom / leader.canvas.fitting_zoom
                pane.canvas.set_look(Look(zoom, look.centre))

    def _read_whole(self, pane: MemberPane) -> None:
        if pane.photo is not None:
            self._photos.want_whole(pane.photo.photo_id)

    def _paint_icons(self) -> None:
        self.before.setIcon(self._theme.icon("chevron-left"))
        self.after.setIcon(self._theme.icon("chevron-right"))


def _quiet() -> QLabel:
    label = QLabel()
    label.setProperty("role", "quiet")
    return label
