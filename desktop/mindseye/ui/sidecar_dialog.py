"""What writing tags into sidecars, or into pictures, would change, to be looked at before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mindseye.operations import picture_labels, sidecars
from mindseye.operations.picture_labels import PictureChange, PicturePlan
from mindseye.operations.sidecars import Plan, SidecarChange, Written
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.part import UnseenPart
from mindseye.ui.parts import named
from mindseye.ui.translating import tr, tr_n, translated

MOST_SHOWN = 2000
"""Files that are listed; the others are counted."""


class SidecarWriting(UnseenPart):
    """Plans on a worker, asks, and writes on a worker."""

    def __init__(self, window: QWidget, chosen: ChosenPhotos, *, allowed: bool) -> None:
        super().__init__("window-sidecars", window)
        self._window, self._chosen = window, chosen
        self.allowed = allowed
        """Whether the user agreed once that sidecars are written."""

    def begin(self) -> None:
        """Shows what writing would change for the chosen photos."""
        library, ids = self._library, self._chosen.ids()
        if library is not None and ids:
            self.door.ask(lambda _: sidecars.plan_sidecars(library, ids), self._show)

    def begin_with_pictures(self) -> None:
        """Shows what writing into the chosen pictures themselves would change."""
        library, ids = self._library, self._chosen.ids()
        if library is not None and ids:
            self.door.ask(lambda _: picture_labels.plan_pictures(library, ids), self._show)

    def _show(self, plan: Plan | PicturePlan) -> None:
        if not plan.changes and not plan.problems:
            self.told.emit(
                tr("Their sidecars say already what the library says.")
                if isinstance(plan, Plan)
                else tr("These pictures say already what the library says.")
            )
            return
        # Into pictures it is asked each time.
        allowed = self.allowed and isinstance(plan, Plan)
        dialog = SidecarDialog(plan, allowed=allowed, parent=self._window)
        if isinstance(plan, Plan):
            dialog.agreed.connect(self._agree)
        dialog.accepted.connect(lambda: self._write(plan))
        dialog.open()

    def _agree(self, allowed: bool) -> None:
        self.allowed = allowed

    def _write(self, plan: Plan | PicturePlan) -> None:
        library = self._library
        if library is None:
            return
        if isinstance(plan, Plan):
            self.door.ask(lambda _: sidecars.write_sidecars(library, plan.changes), self._tell)
        else:
            self.door.ask(lambda _: picture_labels.write_pictures(library, plan.changes), self._tell)

    def _tell(self, written: Written) -> None:
        sentence = tr_n(
            "1 file written. Undo takes it back.", "{n} files written. Undo takes it back.", n=written.files
        )
        failed = len(written.left) + len(written.problems)
        if failed:
            first = next(iter(written.problems.values()), tr("changed meanwhile"))
            sentence = tr_n(
                "1 file written, {failed} left alone ({first}).",
                "{n} files written, {failed} left alone ({first}).",
                n=written.files,
                failed=failed,
                first=first,
            )
        self.told.emit(sentence)


class SidecarDialog(QDialog):
    """Every file with its lines; nothing is written before the box is ticked and the button pressed."""

    agreed = Signal(bool)
    """The box was ticked or unticked."""

    def __init__(self, plan: Plan | PicturePlan, *, allowed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(plan.changes)
        if isinstance(plan, Plan):
            self.setWindowTitle(tr("Write tags to sidecars"))
            words = QLabel(
                tr_n(
                    "1 sidecar would change. The pictures themselves stay as they are, and so does what else "
                    "a sidecar holds. Undo takes it back.",
                    "{n} sidecars would change. The pictures themselves stay as they are, and so does what "
                    "else a sidecar holds. Undo takes it back.",
                    n=count,
                )
            )
            self.box = QCheckBox(tr("Mindseye may write sidecars (.xmp) beside my photographs"))
        else:
            self.setWindowTitle(tr("Write tags into pictures"))
            words = QLabel(
                tr_n(
                    "1 picture would change. ExifTool writes the tags; a picture of which anything else "
                    "would change is left alone. Undo puts every byte back. Sidecars are the gentler way: "
                    "with them your pictures stay as they are.",
                    "{n} pictures would change. ExifTool writes the tags; a picture of which anything else "
                    "would change is left alone. Undo puts every byte back. Sidecars are the gentler way: "
                    "with them your pictures stay as they are.",
                    n=count,
                )
            )
            self.box = QCheckBox(tr("Mindseye may write into these pictures themselves"))
        words.setWordWrap(True)
        self.tree = named(QTreeWidget(), "sidecars")
        self.tree.setAccessibleName(tr("Changes by file"))
        self.tree.setHeaderHidden(True)
        for change in plan.changes[:MOST_SHOWN]:
            self.tree.addTopLevelItem(_item(change))
        if count > MOST_SHOWN:
            self.tree.addTopLevelItem(QTreeWidgetItem([tr("and {count} more", count=count - MOST_SHOWN)]))
        for path, reason in plan.problems.items():
            item = QTreeWidgetItem([tr("{name} is left alone: {reason}", name=path.name, reason=reason)])
            item.setToolTip(0, str(path))
            self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        self.box.setChecked(allowed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = buttons.addButton(tr("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.setEnabled(allowed and bool(count))
        self.box.toggled.connect(lambda on: self.write.setEnabled(on and bool(count)))
        self.box.toggled.connect(self.agreed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.tree, 1)
        column.addWidget(self.box)
        column.addWidget(buttons)
        self.resize(560, 460)


def _item(change: SidecarChange | PictureChange) -> QTreeWidgetItem:
    path = change.file.path if isinstance(change, SidecarChange) else change.picture
    is_new = isinstance(change, SidecarChange) and change.is_new
    item = QTreeWidgetItem([tr("{name} (new)", name=path.name) if is_new else path.name])
    item.setToolTip(0, str(path))
    item.addChildren([QTreeWidgetItem([translated(line)]) for line in change.lines()])
    return item
