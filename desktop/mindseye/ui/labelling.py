"""What people say of the chosen photos, by key and by menu: tags, ratings, captions; and taking it back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from mindseye.catalog.history import Entry, Step
from mindseye.library import Library
from mindseye.operations import history, labelling
from mindseye.operations.labelling import Labels
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.door import Newest
from mindseye.ui.part import UnseenPart
from mindseye.ui.parts import named, open_roomily
from mindseye.ui.tag_editor import TagEditor, Tags
from mindseye.ui.translating import tr, tr_n, translated

RATINGS = range(6)

IN_VIEWER = ("tag", "caption", "confirm", "reject", *(f"rate_{rating}" for rating in RATINGS))
"""Actions whose keys hold for the photo that is shown large, too."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pending:
    """Something outside the history that undo takes back as long as nothing else was done since."""

    words: str
    """As they follow "undo"."""
    undo: Callable[[], object]


class Labelling(UnseenPart):
    """Carries out on a worker what is said of photos, and tells what was done."""

    def __init__(self, window: QWidget, chosen: ChosenPhotos, actions: Actions) -> None:
        super().__init__("window-labelling", window)
        self._window, self._chosen, self._actions = window, chosen, actions
        self._newest_steps = Newest(self.door)
        self._pending: Pending | None = None
        self._since: int | None = None  # the newest entry when that was offered, once it is known
        self._steps: tuple[Entry | None, Entry | None] = (None, None)
        self._show_steps((None, None))
        actions.connect(
            {
                "undo": self.undo,
                "redo": self.redo,
                "tag": self.edit_tags,
                "caption": self.edit_caption,
                "confirm": lambda: self._judge_next(right=True),
                "reject": lambda: self._judge_next(right=False),
            }
            | {f"rate_{rating}": partial(self.rate, rating) for rating in RATINGS}
        )

    def take(self, library: Library) -> None:
        """The library is open."""
        super().take(library)
        self.renew()

    def renew(self) -> None:
        """The library changed: what undo and redo would do."""
        library = self._library
        if library is not None:
            self._newest_steps.ask(lambda _: history.next_steps(library), self._take_steps)

    def offer(self, pending: Pending) -> None:
        """Lets undo take this back next."""
        self._pending, self._since = pending, None
        self._show_steps(self._steps)
        self.renew()

    def undo(self) -> None:
        """Takes the last change back, whoever made it."""
        pending, self._pending = self._pending, None
        if pending is not None:
            self._show_steps(self._steps)
            pending.undo()
            return
        self._step(history.undo, history.undone_sentence, tr("There is nothing to undo."))

    def redo(self) -> None:
        """Makes the change again that was undone last."""
        self._step(history.redo, history.redone_sentence, tr("There is nothing to redo."))

    def rate(self, rating: int) -> None:
        """Rates the chosen photos."""
        ids = self._chosen.ids()
        if ids:
            self.do(lambda library: labelling.rate(library, ids, rating))

    def judge(self, photo_id: int, category: str, label: str, *, right: bool) -> None:
        """Confirms or rejects a label of one photo."""
        given, refused = ([photo_id], []) if right else ([], [photo_id])
        self.do(
            lambda library: labelling.judge(library, label, category=category, right=given, wrong=refused)
        )

    def take_tag(self, photo_id: int, category: str, label: str) -> None:
        """Takes a tag off one photo."""
        self.do(lambda library: labelling.take_label(library, [photo_id], label, category=category))

    def edit_tags(self) -> None:
        """Opens the tags of the chosen photos."""
        ids = self._chosen.ids()
        self._ask(lambda library: Tags.of(library, ids) if ids else None, self._open_editor)

    def edit_caption(self) -> None:
        """Opens the caption of the chosen photos."""
        ids = self._chosen.ids()

        def read(library: Library) -> str | None:
            captions = {each.caption for each in labelling.labels_of(library, ids).values()}
            return (captions.pop() if len(captions) == 1 else "") if ids else None

        self._ask(read, lambda text: self._open_caption(ids, text))

    def do(self, work: Callable[[Library], Entry | None]) -> None:
        """Changes what is said, and tells what was changed."""
        self._ask(work, self._tell_entry)

    def _ask(self, work: Callable[[Library], T], then: Callable[[T], None]) -> None:
        library = self._library
        if library is not None:
            self.door.ask(lambda _: work(library), then)

    def _step(
        self, step: Callable[[Library], Step | None], words: Callable[[Step], str], nothing: str
    ) -> None:
        self._ask(step, lambda done: self.told.emit(nothing if done is None else translated(words(done))))

    def _tell_entry(self, entry: Entry | None) -> None:
        if entry is not None:
            self._pending = None
            self.told.emit(tr("Done: {words}. Undo takes it back.", words=entry.words))

    def _take_steps(self, steps: tuple[Entry | None, Entry | None]) -> None:
        """Somebody may have done something else since, on a page of the window or outside of it."""
        newest = 0 if steps[0] is None else steps[0].id
        if self._since is None:
            self._since = newest
        elif newest > self._since:
            self._pending = None
        self._show_steps(steps)

    def _show_steps(self, steps: tuple[Entry | None, Entry | None]) -> None:
        self._steps = steps
        last, undone = (translated(entry.words) if entry is not None else "" for entry in steps)
        if self._pending is not None:
            last = self._pending.words
        self._actions["undo"].setText(tr("&Undo {what}", what=last) if last else tr("&Undo"))
        self._actions["redo"].setText(tr("&Redo {what}", what=undone) if undone else tr("&Redo"))
        self._actions["undo"].setEnabled(bool(last))
        self._actions["redo"].setEnabled(bool(undone))

    def _judge_next(self, *, right: bool) -> None:
        """Judges the first label that is suggested for the current photo."""
        photo_id = self._chosen.current
        if photo_id is None:
            return

        def work(library: Library) -> Entry | None:
            of_photo: Labels = labelling.labels_of(library, [photo_id])[photo_id]
            waiting = [tag for tag in of_photo.tags if tag.state == "suggested"]
            if not waiting:
                return None
            tag = waiting[0]
            given, refused = ([photo_id], []) if right else ([], [photo_id])
            return labelling.judge(library, tag.label, category=tag.category, right=given, wrong=refused)

        self.do(work)

    def _open_editor(self, tags: Tags | None) -> None:
        if tags is None:
            return
        editor = TagEditor(tags, self._window)
        editor.wanted.connect(
            lambda add, remove: self.do(
                lambda library: labelling.change_tags(library, tags.photo_ids, add=add, remove=remove)
            )
        )
        editor.open()

    def _open_caption(self, ids: list[int], text: str | None) -> None:
        if text is None:
            return
        dialog = named(QInputDialog(self._window), "caption")
        dialog.setWindowTitle(tr("Caption"))
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setLabelText(
            tr_n("What the photo should say in words:", "What {n} photos should say in words:", n=len(ids))
        )
        dialog.setTextValue(text)
        dialog.resize(440, 220)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(
            lambda words: self.do(lambda library: labelling.caption(library, ids, words))
        )
        open_roomily(dialog)
