"""The page of near-duplicates: groups at the left, one of them side by side, what is done with it below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mindseye.library import Library
from mindseye.operations import browse, put_back
from mindseye.phrases import Phrase
from mindseye.ui.cut_label import CutLabel
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door
from mindseye.ui.duplicates.desk import DuplicatesDesk
from mindseye.ui.duplicates.group_list import GroupList
from mindseye.ui.duplicates.photos import SidePhotos
from mindseye.ui.duplicates.review import Review, byte_count, file_count
from mindseye.ui.duplicates.sheet import Sheet
from mindseye.ui.duplicates.words import (
    KINDS,
    MEANINGS,
    found_sentence,
    move_words,
    trash_meaning,
    trash_question,
)
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.places import DUPLICATES
from mindseye.ui.questions import ask
from mindseye.ui.theme import Theme
from mindseye.ui.translating import keys, tr, translated, with_key

_MEMORY = 8 * 1024**2
_NONE = Phrase("No near-duplicates here.")
_STOPPED = Phrase("The search was stopped. Look again finds out whether there are near-duplicates.")
_LOOKING = Phrase("Photos are compared in the background; everything else can go on meanwhile.")


class DuplicatesPage(DeskPage):
    """Everything by keys: arrows, Space, O, Enter, N, Z, Delete; what is under way can be stopped."""

    place = DUPLICATES

    def __init__(self, theme: Theme, loader: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = DuplicatesDesk()
        self._thumbnails = Thumbnails(loader, maximum_bytes=_MEMORY)
        self._photos = SidePhotos()
        self.list = GroupList(theme, self._thumbnails)
        self.sheet = Sheet(theme, self._photos)
        self.kinds = QButtonGroup(self)
        self._counted = CutLabel(Qt.TextElideMode.ElideRight)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(QSize(96, 4))
        self._progress.setAccessibleName(tr("How far the work is"))
        self.stop = QPushButton(tr("Stop"))
        self.again = QPushButton(tr("Look again"))
        self.copies = QPushButton(tr("Clear equal files…"))
        self.apart = QPushButton(tr("Not duplicates"))
        self.apart.setToolTip(with_key(tr("This group is not proposed again"), "N"))
        self.accept = QPushButton(tr("Accept and go on"))
        self.accept.setToolTip(keys("Return"))
        self.move_away = QPushButton(move_words(0))
        self.move_away.setProperty("role", "primary")
        self.move_away.setToolTip(keys("Del"))
        self._sentence = _quiet()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._put_together()
        self._connect()
        self._show_all()

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for kind, words in KINDS.items():
            button = QPushButton(translated(words))
            button.setCheckable(True)
            button.setToolTip(translated(MEANINGS[kind]))
            button.setChecked(kind is self.desk.kind)
            self.kinds.addButton(button, int(kind))
            top.addWidget(button)
        top.addSpacing(8)
        top.addWidget(self._counted, 1)
        for widget in (self._progress, self.stop, self.again, self.copies):
            top.addWidget(widget)
        groups = QWidget()
        row = QHBoxLayout(groups)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.sheet, 1)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._sentence)
        self._stack.addWidget(groups)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.apart, self.accept, self.move_away):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(middle, 1)
        column.addLayout(foot)
        for button in (self.stop, self.again, self.copies, self.apart, self.accept, self.move_away):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the photos

    def _connect(self) -> None:
        desk = self.desk
        desk.told.connect(self.told)
        desk.listed.connect(self._show_all)
        desk.turned.connect(self._show_group)
        desk.described.connect(self._show_group)
        desk.progressed.connect(self._show_all)
        self.list.chosen.connect(desk.go)
        self.list.pressed.connect(self._press)
        self.sheet.pressed.connect(self._press)
        self.sheet.member_wanted.connect(desk.go_to_member)
        self.sheet.turn_wanted.connect(self._turn)
        self.kinds.idClicked.connect(self._choose)
        self.stop.clicked.connect(desk.stop)
        self.again.clicked.connect(desk.look)
        self.copies.clicked.connect(lambda: self.ask_to_clear(desk.copies, equal=True))
        self.apart.clicked.connect(desk.tell_apart)
        self.accept.clicked.connect(desk.accept)
        self.move_away.clicked.connect(lambda: self.ask_to_clear(desk.accepted))

    # The page of the window

    def take(self, library: Library) -> None:
        self.desk.take(library)
        self._photos.read_from(library)
        self._thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))

    def enter(self) -> None:
        self.desk.enter()
        (self.sheet if self.desk.reviews else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        self.desk.renew()

    def end(self) -> None:
        self.desk.end()
        self._photos.door.close()

    @property
    def idle(self) -> bool:
        return self.desk.idle and self._photos.door.idle and self._thumbnails.idle

    # What is done

    def ask_to_clear(self, reviews: Sequence[Review], *, equal: bool = False) -> None:
        """Asks whether what is to go of these groups goes to the trash; nothing goes before that.

        Args:
            reviews: the groups.
            equal: whether all of them are of equal files.
        """
        count, size = file_count(reviews), byte_count(reviews)
        if not count:
            self.told.emit(tr("Nothing was accepted yet: Enter accepts the group that is looked at."))
            return
        text = trash_question(count, sum(bool(review.spare) for review in reviews))
        more = trash_meaning(size, equal=equal, can_undo=put_back.can_put_back())
        title = tr("Move to the trash")
        ask(self, title, text, more, title, lambda: self.desk.clear(reviews))

    def _choose(self, number: int) -> None:
        self.desk.choose(next(kind for kind in KINDS if int(kind) == number))

    def _turn(self, place: int) -> None:
        self.desk.go_to_member(place)
        self.desk.turn()

    def _press(self, event: QKeyEvent) -> None:
        event.accept()
        desk, place = self.desk, self.desk.at
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                desk.go(place - 1)
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                desk.go(place + 1)
            case Qt.Key.Key_Home:
                desk.go(0)
            case Qt.Key.Key_End:
                desk.go(len(desk.reviews) - 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Z | Qt.Key.Key_Space:
                self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
                self.sheet.keyPressEvent(event)
            case Qt.Key.Key_O:
                desk.keep_only()
            case Qt.Key.Key_N:
                desk.tell_apart()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                desk.accept()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.ask_to_clear(desk.accepted)
            case _:
                event.ignore()

    # What is shown

    def _show_all(self) -> None:
        desk = self.desk
        there, busy = bool(desk.reviews), bool(desk.doing)
        accepted = file_count(desk.accepted)
        self._progress.setVisible(busy)
        self._progress.setValue(round(100 * desk.share))
        self.stop.setVisible(busy)
        self.again.setVisible(not busy)
        if busy:
            self._counted.say(desk.doing)
        elif there:
            spare = file_count(desk.reviews)
            self._counted.say(found_sentence(len(desk.reviews), spare, byte_count(desk.reviews)))
        else:
            self._counted.say("")
        free = there and desk.can_change and not busy
        for button in (self.apart, self.accept):
            button.setEnabled(free)
        for button in (self.apart, self.accept, self.move_away, self.copies):
            button.setVisible(there)
        self.copies.setEnabled(free and bool(desk.copies))
        self.move_away.setEnabled(free and accepted > 0)
        self.move_away.setText(move_words(accepted))
        said = _LOOKING if busy else _STOPPED if desk.stopped else _NONE if desk.looked else _LOOKING
        self._sentence.setText(translated(said))
        if there and self._stack.currentIndex() == 0:
            self._stack.setCurrentIndex(1)
            if self.hasFocus():
                self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not there and self._stack.currentIndex() == 1:
            focused = self.list.hasFocus() or self.sheet.hasFocus()
            self._stack.setCurrentIndex(0)
            if focused:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.show_reviews(desk.reviews, desk.at)

    def _show_group(self) -> None:
        desk = self.desk
        self.list.show_reviews(desk.reviews, desk.at)
        self.sheet.show_review(desk.current, desk.member_at, desk.facts)
        following = desk.reviews[desk.at + 1 : desk.at + 2]
        self._photos.expect([member.photo.id for each in following for member in each.group.members[:2]])


def _quiet() -> QLabel:
    label = QLabel()
    label.setProperty("role", "quiet")
    return label
