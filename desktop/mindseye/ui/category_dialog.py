"""A category to be changed or made, with a look at what that would do to the library before it is done."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations import browse, categories
from mindseye.operations.categories import Change
from mindseye.phrases import Phrase
from mindseye.tagging import Category, Label
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.parts import named, single_shot
from mindseye.ui.theme import Theme
from mindseye.ui.tick_grid import TickGrid
from mindseye.ui.translating import tr, translated

_PROMPTS = Qt.ItemDataRole.UserRole
_SOON = 400
"""Milliseconds without a change before the preview is made."""

_PICTURE_BYTES = 4 * 1024**2
_PHOTOS = 5
"""Photos that are shown of those that would get or lose a label."""

_NEW = Category("", (), certain_from=0.75)
_HINT = Phrase(
    "Give the category a name, and add labels with phrases that describe them. What it would say of the "
    "library is shown here."
)


class CategoryDialog(QDialog):
    """Name, band, labels and phrases at the top; below what every label would gain and lose."""

    agreed = Signal(object, str)
    """The category as it is to be, and the name that it had before; empty where it is new."""
    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        category: Category | None,
        parent: QWidget | None = None,
    ) -> None:
        """The dialog.

        Args:
            theme: the look.
            library: what the preview is about.
            category: the one to change; a new one is made without it.
            parent: what it stands above.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            tr("New category") if category is None else tr("Category “{name}”", name=category.name)
        )
        self._library, self._before = library, category
        self._changes: list[Change] = []
        self._door = Door("window-category")
        self._door.went_wrong.connect(self.told)
        self._newest = Newest(self._door)
        self._soon = single_shot(self, _SOON, self._preview)
        self.name = named(QLineEdit(), "tagline")
        self.exclusive = QCheckBox(tr("Exactly one label fits a photo"))
        self.certain_from = QSpinBox()
        self.certain_from.setRange(1, 99)
        self.certain_from.setSuffix(" %")
        self.certain_from.setFixedWidth(96)
        self.certain_from.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.templates = named(QPlainTextEdit(), "phrases")
        self.labels = named(QListWidget(), "tags")
        self.labels.setAccessibleName(tr("Labels"))
        self.prompts = named(QPlainTextEdit(), "phrases")
        self.prompts.setAccessibleName(tr("Phrases of the label"))
        self.add, self.take = QPushButton(tr("Add label")), QPushButton(tr("Remove label"))
        self.table = named(QTreeWidget(), "sidecars")
        self.gained, self.lost = (TickGrid(theme, self._pictures(), judging=True) for _ in range(2))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._put_together()
        self._fill(category or _NEW)
        self._connect()
        self._preview()

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(self._form())
        whole.addLayout(self._label_editor(), 3)
        whole.addWidget(self._words)
        whole.addWidget(self.table, 2)
        whole.addLayout(self._photos())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = box.addButton(tr("Apply to the library"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("role", "primary")
        box.accepted.connect(self._agree)
        box.rejected.connect(self.reject)
        whole.addWidget(box)
        self.resize(760, 720)

    def _pictures(self) -> Thumbnails:
        """Of its own, since each grid calls off what another one asked for."""
        library, thumbnails = self._library, Thumbnails(self._door, maximum_bytes=_PICTURE_BYTES)
        thumbnails.setParent(self)
        thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))
        return thumbnails

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(tr("Name"), self.name)
        form.addRow("", self.exclusive)
        form.addRow(tr("Given from"), self.certain_from)
        self.templates.setFixedHeight(58)
        self.templates.setToolTip(tr("One a line; each phrase is put in at {}"))
        form.addRow(tr("Templates"), self.templates)
        return form

    def _label_editor(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.labels, 1)
        buttons = QHBoxLayout()
        for button in (self.add, self.take):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.addWidget(self.prompts, 1)
        hint = QLabel(tr("Phrases that describe the label, one a line"))
        hint.setProperty("role", "quiet")
        right.addWidget(hint)
        labels = QHBoxLayout()
        labels.setSpacing(8)
        labels.addLayout(left, 2)
        labels.addLayout(right, 3)
        return labels

    def _photos(self) -> QHBoxLayout:
        """The table's look, and the photos of the line that is chosen in it."""
        self.table.setAccessibleName(tr("What would change"))
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels([tr("Label"), tr("Now"), tr("Then"), tr("Get it"), tr("Lose it")])
        header = self.table.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.headerItem().setTextAlignment(
            0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        shown = QHBoxLayout()
        shown.setSpacing(8)
        for words, grid in ((tr("Would get it"), self.gained), (tr("Would lose it"), self.lost)):
            grid.setFixedHeight(84)
            grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            grid.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            grid.setAccessibleName(words)
            column = QVBoxLayout()
            title = QLabel(words)
            title.setProperty("role", "section")
            column.addWidget(title)
            column.addWidget(grid)
            shown.addLayout(column)
        return shown

    def _fill(self, category: Category) -> None:
        self.name.setText(category.name)
        self.exclusive.setChecked(category.exclusive)
        self.certain_from.setValue(round(100 * category.certain_from))
        self.templates.setPlainText("\n".join(category.templates))
        for label in category.labels:
            self._add_label(label)
        self.labels.setCurrentRow(0)
        self._show_prompts()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._changed)
        self.exclusive.toggled.connect(self._changed)
        self.certain_from.valueChanged.connect(self._changed)
        self.templates.textChanged.connect(self._changed)
        self.prompts.textChanged.connect(self._keep_prompts)
        self.labels.currentRowChanged.connect(self._show_prompts)
        self.labels.itemChanged.connect(self._changed)
        self.add.clicked.connect(self._new_label)
        self.take.clicked.connect(self._take_label)
        self.table.currentItemChanged.connect(self._show_photos)

    def done(self, result: int) -> None:
        self._soon.stop()
        self._door.close()
        super().done(result)

    @property
    def idle(self) -> bool:
        """Whether the preview is that of what stands there."""
        return self._door.idle and not self._soon.isActive()

    def category(self) -> Category:
        """The category as it stands there; it need not make sense."""
        items = [self.labels.item(row) for row in range(self.labels.count())]
        return Category(
            self.name.text().strip(),
            tuple(Label(item.text().strip(), _lines(item.data(_PROMPTS))) for item in items),
            certain_from=self.certain_from.value() / 100,
            exclusive=self.exclusive.isChecked(),
            enabled=True if self._before is None else self._before.enabled,
            templates=_lines(self.templates.toPlainText()),
        )

    # Labels

    def _add_label(self, label: Label) -> QListWidgetItem:
        item = QListWidgetItem(label.name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(_PROMPTS, "\n".join(label.prompts))
        self.labels.addItem(item)
        return item

    def _new_label(self) -> None:
        item = self._add_label(Label(tr("new label"), (tr("new label"),)))
        self.labels.setCurrentItem(item)
        self.labels.editItem(item)
        self._changed()

    def _take_label(self) -> None:
        self.labels.takeItem(self.labels.currentRow())
        self._show_prompts()
        self._changed()

    def _show_prompts(self) -> None:
        any_label = self.labels.currentRow() >= 0
        with QSignalBlocker(self.prompts):
            self.prompts.setPlainText(self.labels.currentItem().data(_PROMPTS) if any_label else "")
        self.prompts.setEnabled(any_label)

    def _keep_prompts(self) -> None:
        if self.labels.currentRow() >= 0:
            self.labels.currentItem().setData(_PROMPTS, self.prompts.toPlainText())

    # The preview

    def _changed(self) -> None:
        self.apply.setEnabled(False)
        self._soon.start()

    def _preview(self) -> None:
        library, wanted = self._library, self.category()
        taken = {each.name for each in categories.categories_of(library)}
        if wanted.name in taken and (self._before is None or wanted.name != self._before.name):
            self._tell(tr("There is a category of this name already."), [])
            return
        if not wanted.name and not wanted.labels:
            self._tell(translated(_HINT), [])
            return
        self._words.setText(tr("Looking at what would change"))
        self._newest.ask(
            lambda _: categories.preview(library, wanted),
            lambda changes: self._tell("", changes),
            self._refuse,
        )

    def _refuse(self, error: MindseyeError) -> None:
        self._tell(translated(error.message), [])

    def _tell(self, problem: str, changes: list[Change]) -> None:
        self._changes = changes
        same = bool(changes) and not any(each.came or each.went for each in changes)
        self._words.setText(problem or (tr("No photo would change.") if same else tr("This would change:")))
        self.table.clear()
        for each in changes:
            row = [each.label, *(f"{count:,}" for count in (each.before, each.after, each.came, each.went))]
            item = QTreeWidgetItem(row)
            for column in range(1, 5):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.addTopLevelItem(item)
        most = max(range(len(changes)), key=lambda at: changes[at].came + changes[at].went, default=-1)
        if most >= 0:
            self.table.setCurrentIndex(self.table.model().index(most, 0))
        self._show_photos()
        self.apply.setEnabled(not problem)

    def _show_photos(self) -> None:
        row = self.table.currentIndex().row()
        change = self._changes[row] if 0 <= row < len(self._changes) else None
        self.gained.show_photos(() if change is None else change.gained[:_PHOTOS])
        self.lost.show_photos(() if change is None else change.lost[:_PHOTOS])

    def _agree(self) -> None:
        self.agreed.emit(self.category(), "" if self._before is None else self._before.name)
        self.accept()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
