"""What the window asks the user in dialogs: which folder, which picture, and whether it is meant so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QTextCursor
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPlainTextEdit, QWidget

from mindseye import paths
from mindseye.catalog.folders import Folder
from mindseye.imaging import PICTURE_SUFFIXES, RAW_SUFFIXES
from mindseye.ui import file_dialogs
from mindseye.ui.parts import open_roomily
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr


def choose_folder(parent: QWidget, theme: Theme) -> Path | None:
    """The folder of photographs that the user chose."""
    title = tr("Choose a folder of photographs")
    return file_dialogs.choose_folder(parent, theme, title, paths.pictures_folder())


def choose_picture(parent: QWidget, theme: Theme) -> Path | None:
    """The picture that the user chose to search by."""
    suffixes = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES | RAW_SUFFIXES))
    title, kinds = tr("Search by a picture"), tr("Pictures ({kinds})", kinds=suffixes)
    return file_dialogs.choose_picture(parent, theme, title, kinds, paths.pictures_folder())


def ask(
    parent: QWidget,
    title: str,
    text: str,
    more: str,
    yes: str,
    then: Callable[[], object],
    *,
    picture: QPixmap | None = None,
) -> None:
    """Asks whether something is meant so, and calls ``then`` where it is.

    Args:
        parent: the dialog stands above it.
        title: of the dialog.
        text: the question.
        more: what it means.
        yes: the words of the button that agrees.
        then: called when that button is pressed.
        picture: what it is about, shown beside the question.
    """
    question = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=parent)
    question.setTextFormat(Qt.TextFormat.PlainText)
    if picture is not None:
        question.setIconPixmap(picture)
    question.setInformativeText(more)
    agree = question.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    question.addButton(QMessageBox.StandardButton.Cancel)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.buttonClicked.connect(lambda button: then() if button is agree else None)
    open_roomily(question)


def ask_excludes(parent: QWidget, folder: Folder, then: Callable[[list[str]], object]) -> None:
    """Asks what of a folder is to be left out, and calls ``then`` with the patterns."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(tr("Leave out"))
    dialog.setLabelText(
        tr(
            "What of {folder} is left out, one pattern a line.\n"
            "*.png leaves out files by name, raw/ folders, /old/** all that lies in old.",
            folder=folder.path.name or folder.path,
        )
    )
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue("\n".join(folder.excludes))
    dialog.setOkButtonText(tr("Leave out"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.textValueSelected.connect(lambda text: then(text.splitlines()))
    open_roomily(dialog)
    editor = dialog.findChild(QPlainTextEdit)
    assert editor is not None
    # It comes with everything selected, so that a key would replace it.
    editor.moveCursor(QTextCursor.MoveOperation.End)


def ask_removal(parent: QWidget, folder: Folder, then: Callable[[], object]) -> None:
    """Asks whether a folder is to leave the library."""
    ask(
        parent,
        tr("Remove from library"),
        tr("Remove {folder} from the library?", folder=folder.path.name or folder.path),
        tr("Its photos can no longer be found here. The files stay where they are, untouched."),
        tr("Remove"),
        then,
    )
