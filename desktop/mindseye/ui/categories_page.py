"""The Categories page: what each category says of the library, checked by eye, and changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations import categories, labelling
from mindseye.operations.categories import CategoryView
from mindseye.phrases import Phrase
from mindseye.tagging import Category
from mindseye.ui.category_charts import Distribution, LabelBars
from mindseye.ui.category_dialog import CategoryDialog
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.parts import named, open_roomily
from mindseye.ui.places import CATEGORIES
from mindseye.ui.theme import Theme
from mindseye.ui.tick_grid import TickGrid
from mindseye.ui.translating import capital, category_words, label_words, percent, tr, translated

_NONE_TO_CHECK = Phrase("No photo with this label is left to look at.")


class CategoriesPage(DeskPage):
    """The categories at the left; of the chosen one its labels, their probabilities and some photos."""

    place = CATEGORIES

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library: Library | None = None
        self._held: Sequence[Category] = ()
        self._name = ""
        self._seed = 0
        self._sampled: tuple[str, str, int] | None = None
        self._dialog: CategoryDialog | None = None
        self.view: CategoryView | None = None
        """What the chosen category says; None until it is known."""
        self._door = Door("window-categories")
        self._door.went_wrong.connect(self.told)
        self._newest = Newest(self._door)
        self.list = named(QListWidget(), "tags")
        self.list.setAccessibleName(tr("Categories"))
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemChanged.connect(self._switch)
        self.new, self.edit = QPushButton(tr("New…")), QPushButton(tr("Edit…"))
        self.remove = QPushButton(tr("Remove…"))
        self.bars, self.distribution = LabelBars(theme), Distribution(theme)
        self.bars.chosen.connect(self._choose_label)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("role", "quiet")
        self._asked = QLabel()
        self.grid = TickGrid(theme, thumbnails, judging=True)
        self.grid.setAccessibleName(tr("Photos to check"))
        self.grid.installEventFilter(self)
        self.grid.said.connect(self._judge)
        self._no_photos = QLabel(translated(_NONE_TO_CHECK), alignment=Qt.AlignmentFlag.AlignCenter)
        self._no_photos.setProperty("role", "quiet")
        self.another = QPushButton(tr("Other photos"))
        self.another.setToolTip(tr("Enter", "key"))
        self.new.clicked.connect(lambda: self._open_dialog(None))
        self.edit.clicked.connect(lambda: self._open_dialog(self._current()))
        self.remove.clicked.connect(self._ask_removal)
        self.another.clicked.connect(self._sample_again)
        self._put_together()

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.new, self.edit, self.remove):
            buttons.addWidget(button)
        left.addLayout(buttons)
        charts = QHBoxLayout()
        charts.setSpacing(24)
        charts.addWidget(self.bars, 3, Qt.AlignmentFlag.AlignTop)
        charts.addWidget(self.distribution, 2, Qt.AlignmentFlag.AlignTop)
        check = QHBoxLayout()
        check.addWidget(self._asked, 1)
        check.addWidget(self.another)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._no_photos)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._title)
        right.addWidget(self._about)
        right.addLayout(charts)
        right.addLayout(check)
        right.addWidget(middle, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 12)
        row.setSpacing(24)
        row.addLayout(left, 2)
        row.addLayout(right, 7)

    # The page of the window

    def take(self, library: Library) -> None:
        self._library = library

    def enter(self) -> None:
        self._sampled = None
        self._read()
        self.list.setFocus()

    def renew(self) -> None:
        self._read()

    def end(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._door.close()

    @property
    def idle(self) -> bool:
        return self._door.idle and (self._dialog is None or self._dialog.idle)

    # What is shown

    def _read(self) -> None:
        library, name, seed = self._library, self._name, self._seed
        if library is None:
            return

        def work() -> tuple[Sequence[Category], CategoryView]:
            held = categories.categories_of(library)
            shown = name if name in {each.name for each in held} else held[0].name
            return held, categories.look_at(library, shown, seed=seed)

        self._newest.ask(lambda _: work(), lambda found: self._show(*found))

    def _show(self, held: Sequence[Category], view: CategoryView) -> None:
        same = self.view is not None and self.view.category.name == view.category.name
        self._held, self.view, self._name = held, view, view.category.name
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, category in enumerate(held):
                item = QListWidgetItem(category_words(category.name))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if category.enabled else Qt.CheckState.Unchecked)
                item.setToolTip(tr("Ticked categories are asked of every photo"))
                self.list.addItem(item)
                if category.name == self._name:
                    self.list.setCurrentRow(number)
        category = view.category
        self._title.setText(capital(category_words(category.name)))
        self._about.setText(_about(view))
        first = next((at for at, label in enumerate(view.labels) if label.sample), 0)
        current = min(self.bars.current, len(view.labels) - 1) if same else first
        self.bars.show_view(view, current)
        self._choose_label(current)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._held) and self._held[row].name != self._name:
            self._name, self._sampled = self._held[row].name, None
            self._read()

    def _choose_label(self, number: int) -> None:
        view = self.view
        if view is None:
            return
        label = view.labels[number]
        self.distribution.show_label(view.category, label)
        wanted = (view.category.name, label.label, self._seed)
        if self._sampled != wanted:
            self._sampled = wanted
            self.grid.show_photos(label.sample)
        self._stack.setCurrentWidget(self.grid if self.grid.photo_ids() else self._no_photos)
        self.another.setEnabled(bool(label.sample))
        self._asked.setText(
            tr("Is it “{label}”? Y right, N wrong", label=label_words(view.category.name, label.label))
            if self.grid.photo_ids()
            else ""
        )

    # What is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Y | Qt.Key.Key_N:
                    self.grid.judge_current(right=event.key() == Qt.Key.Key_Y)
                case Qt.Key.Key_Space:
                    self.grid.turn_current()
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._sample_again()
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _judge(self, photo_id: int, right: bool) -> None:
        library, view = self._library, self.view
        if library is None or view is None:
            return
        category, label = view.category.name, view.labels[self.bars.current].label
        given, refused = ([photo_id], []) if right else ([], [photo_id])
        self._door.ask(
            lambda _: labelling.judge(library, label, category=category, right=given, wrong=refused),
            lambda _: None,
        )

    def _sample_again(self) -> None:
        self._seed += 1
        self._read()

    def _switch(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        self._change(lambda library: categories.switch_category(library, item.text(), on=on))

    def _change(self, work: Callable[[Library], None]) -> None:
        library = self._library
        if library is not None:
            self._door.ask(lambda _: work(library), lambda _: self._read(), self._refused)

    def _refused(self, error: MindseyeError) -> None:
        self.told.emit(translated(error.message))
        self._read()

    def _current(self) -> Category | None:
        return next((each for each in self._held if each.name == self._name), None)

    def _open_dialog(self, category: Category | None) -> None:
        library = self._library
        if library is None:
            return
        dialog = CategoryDialog(self._theme, library, category, parent=self)
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.agreed.connect(self._apply)
        dialog.told.connect(self.told)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _apply(self, changed: Category, before: str) -> None:
        def work(library: Library) -> None:
            categories.change_category(library, changed)
            if before and before != changed.name:
                categories.remove_category(library, before)

        self._name, self._sampled = changed.name, None
        self._change(work)

    def _ask_removal(self) -> None:
        name = self._name
        question = QMessageBox(
            QMessageBox.Icon.NoIcon, "Mindseye", tr("Remove “{name}”?", name=name), parent=self
        )
        question.setInformativeText(
            tr(
                "Its suggestions go. What you confirmed stays with the photos, and the shipped categories "
                "come back when your file of categories is deleted."
            )
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = question.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.buttonClicked.connect(
            lambda button: (
                self._change(lambda library: categories.remove_category(library, name))
                if button is yes
                else None
            )
        )
        open_roomily(question)


def _about(view: CategoryView) -> str:
    category = view.category
    if not category.enabled:
        return tr(
            "This category is switched off: it is shown here, and asked of no photo until it is ticked."
        )
    if category.exclusive:
        return tr(
            "One label a photo, given from {share} on; below that it stays undecided.",
            share=percent(category.certain_from),
        )
    return tr(
        "Each label for itself, given from {share} on; a photo may have several or none.",
        share=percent(category.certain_from),
    )
