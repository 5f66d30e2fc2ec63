"""Teaching a tag: photos to judge at one key each, what it has learnt by now, and giving it to all photos."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from mindseye.catalog.history import Entry
from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations import labelling, teach
from mindseye.operations.teach import Study, Teacher
from mindseye.phrases import Phrase
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.judging_page import JudgingPage, tag_line
from mindseye.ui.places import TEACHING
from mindseye.ui.teach_words import learnt_sentence
from mindseye.ui.theme import Theme
from mindseye.ui.tick_grid import TickGrid
from mindseye.ui.translating import keys, tr, tr_n, translated

FEW = 3
"""Right ones below which the surest photos are shown first: to learn from, there have to be some."""

_START = Phrase(
    "Name a tag and, if you like, words to start from; then Enter. Photos to judge come here: "
    "Y for right, N for wrong, Enter to let the tag learn from them."
)
_DONE = Phrase("Nothing is left to ask: everything was judged.")


class TeachPage(JudgingPage):
    """What is right and wrong is stored as it is learnt from; nothing is suggested before it is asked for."""

    place = TEACHING

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        grid = TickGrid(theme, thumbnails, judging=True)
        super().__init__("window-teach", grid, tr("The tag to teach: Boats"), parent)
        self._teacher: Teacher | None = None
        self._given: Sequence[int] = ()
        self._chose_kind = False
        self._page_done = False
        self.study: Study | None = None
        """What the tag has learnt by now; None before it was asked for."""
        self.prompt = tag_line(tr("Words to start from"), tr("Words to start from, or none: a boat"))
        self.doubtful, self.surest = _choice(tr("Most doubtful")), _choice(tr("Surest"))
        self._kinds = QButtonGroup(self)
        for button in (self.doubtful, self.surest):
            self._kinds.addButton(button)
        self.doubtful.setChecked(True)
        self.learnt = QLabel()
        self.learnt.setWordWrap(True)
        self.learnt.setAccessibleName(tr("What it has learnt"))
        self.grid.setAccessibleName(tr("Photos to judge"))
        self.stop = QPushButton(tr("Stop suggesting it"))
        self.learn = QPushButton(tr("Learn and ask again"))
        self.learn.setToolTip(tr("Enter", "key"))
        self.apply = QPushButton(tr("Suggest it for all photos"))
        self.apply.setProperty("role", "primary")
        self.apply.setToolTip(keys("Ctrl+Enter"))
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.learnt, 1)
        for button in (self.doubtful, self.surest):
            told.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._put_together(
            ((tr("Tag"), self.tag, 2), (tr("Start from"), self.prompt, 3)),
            told,
            (self.stop, self.learn, self.apply),
        )
        for line in (self.tag, self.prompt):
            line.returnPressed.connect(self._begin)
        self._kinds.buttonClicked.connect(self._choose_kind)
        self.learn.clicked.connect(self.learn_now)
        self.apply.clicked.connect(self.give)
        self.stop.clicked.connect(self.end_suggesting)
        self._show_nothing(translated(_START))

    # The page of the window

    def enter(self) -> None:
        self._read_tags()
        if self.tag.text().strip():
            self._ask_study(focus=True)
        else:
            self.tag.setFocus()

    def renew(self) -> None:
        if self.study is not None:
            self._ask_study(keep=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._teacher = None  # it holds the vectors of all photos

    def begin_with(self, tag: str, prompt: str, given: Sequence[int] = ()) -> None:
        """Sets out what to teach: a tag, words to start from, photos that are taken to show it."""
        self.tag.setText(tag)
        self.prompt.setText(prompt)
        self._given, self._chose_kind, self.study = list(given), False, None
        self._show_nothing(translated(_START))

    # What is done

    def learn_now(self) -> None:
        """Stores what was said of this page, and asks about the photos that are then the most doubtful."""
        library, name = self._library, self.tag.text()
        right, wrong = self.grid.ticked(), self.grid.unticked()
        if library is None or not name.strip():
            return
        self._given = ()
        if right or wrong:
            self._page_done = True
            self._do(
                lambda: labelling.judge(library, name, right=right, wrong=wrong),
                lambda _: self._ask_study(focus=True),
            )
        else:
            self._ask_study(focus=True)

    def give(self) -> None:
        """Suggests the tag for every photo by what was learnt, this page included."""
        library, name, prompt = self._library, self.tag.text(), self.prompt.text()
        right, wrong = self.grid.ticked(), self.grid.unticked()
        if library is None or self.study is None:
            return
        self._given, self._page_done = (), True

        def work() -> tuple[Study, Entry | None]:
            if right or wrong:
                labelling.judge(library, name, right=right, wrong=wrong)
            study = self._held(library).study(name, prompt)
            return study, teach.give_taught_tag(library, study)

        def done(outcome: tuple[Study, Entry | None]) -> None:
            study = outcome[0]
            self.told.emit(
                tr_n(
                    "“{name}” is suggested for {n} photo; it stands in the side bar.",
                    "“{name}” is suggested for {n} photos; it stands in the side bar.",
                    n=study.given,
                    name=study.name,
                )
            )
            self._ask_study(focus=True)

        self._do(work, done)

    def end_suggesting(self) -> None:
        """Takes the suggestions away; what was said of photos stays."""
        library, study = self._library, self.study
        if library is not None and study is not None:
            name = study.name

            def done(_: Entry | None) -> None:
                self.told.emit(
                    tr("“{name}” is suggested no longer; what was said of photos stays.", name=name)
                )
                self._ask_study()

            self._do(lambda: teach.stop_suggesting(library, name), done)

    def _press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.give()
                else:
                    self.learn_now()
            case Qt.Key.Key_Y:
                self.grid.judge_current(right=True)
            case Qt.Key.Key_N:
                self.grid.judge_current(right=False)
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete:
                self.grid.judge_current(right=None)
            case Qt.Key.Key_Space:
                self.grid.turn_current()
            case Qt.Key.Key_Escape:
                self.tag.setFocus()
                self.tag.selectAll()
            case _:
                return False
        return True

    def _begin(self) -> None:
        self._given, self._chose_kind = (), False
        if self.tag.text().strip():
            self._ask_study(focus=True)
        else:
            self._show_nothing(translated(_START))

    def _choose_kind(self) -> None:
        self._chose_kind = True
        if self.study is not None:
            self._show_photos(self.study)
            self.grid.setFocus()

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        for button in (self.learn, self.apply, self.stop):
            button.setEnabled(False)

        def failed(error: MindseyeError) -> None:
            self._page_done = False
            self.told.emit(translated(error.message))
            self._count()

        self._door.ask(lambda _: work(), then, failed)

    def _held(self, library: Library) -> Teacher:
        """On a worker: the teacher, with the photos of now."""
        if self._teacher is None or not self._teacher.holds():
            self._teacher = Teacher(library)
        return self._teacher

    def _ask_study(self, *, keep: bool = False, focus: bool = False) -> None:
        library, name, prompt = self._library, self.tag.text(), self.prompt.text()
        if library is None or not name.strip():
            return

        def done(study: Study) -> None:
            self._show_study(study, keep=keep)
            if focus and self.grid.photo_ids():
                self.grid.setFocus()

        def failed(error: MindseyeError) -> None:
            self.study = None
            if self._given:
                self._show_given()
            else:
                self._show_nothing(translated(error.message))

        self._newest.ask(lambda _: self._held(library).study(name, prompt), done, failed)

    def _show_study(self, study: Study, *, keep: bool) -> None:
        self.study = study
        self.learnt.setText(learnt_sentence(study))
        if not self._chose_kind:
            (self.surest if study.learnt.examples < FEW else self.doubtful).setChecked(True)
        if self._given:
            self._show_given()
        elif self._page_done or not (keep and (self.grid.ticked() or self.grid.unticked())):
            self._show_photos(study)
        self._count()

    def _show_photos(self, study: Study) -> None:
        self._page_done = False
        asked = study.surest if self.surest.isChecked() else study.doubtful
        if list(asked) != self.grid.photo_ids():
            self.grid.show_photos(asked)
        self._words.setText(translated(_DONE))
        self._stack.setCurrentWidget(self.grid if asked else self._words)
        self._count()

    def _show_given(self) -> None:
        """The photos that were selected before, taken to be right until somebody says otherwise."""
        if list(self._given) != self.grid.photo_ids():
            self.grid.show_photos(self._given)
            self.grid.judge_all(right=True)
        self._stack.setCurrentWidget(self.grid)
        self._count()
        self.grid.setFocus()

    def _show_nothing(self, words: str) -> None:
        self.learnt.setText("")
        self.grid.show_photos(())
        self._words.setText(words)
        self._stack.setCurrentWidget(self._words)
        self._count()

    def _count(self) -> None:
        right, wrong = len(self.grid.ticked()), len(self.grid.unticked())
        shown, study = len(self.grid.photo_ids()), self.study
        for button in (self.doubtful, self.surest):
            button.setVisible(study is not None and not self._given)
        self.learn.setEnabled(bool(right or wrong))
        self.apply.setEnabled(study is not None)
        self.stop.setVisible(study is not None and study.applied)
        self.stop.setEnabled(True)
        self._counted.setText(
            tr_n(
                "Of {n} photo here {right} right, {wrong} wrong. Y right, N wrong",
                "Of {n} photos here {right} right, {wrong} wrong. Y right, N wrong",
                n=shown,
                right=right,
                wrong=wrong,
            )
            if shown
            else ""
        )


def _choice(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(True)
    return button
