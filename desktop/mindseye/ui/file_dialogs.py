"""The dialogs in which folders and files are chosen: the system's own, else Qt's in our look."""

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from mindseye.ui.theme import Theme

_BUTTONS = (
    ("backButton", "chevron-left"),
    ("forwardButton", "chevron-right"),
    ("toParentButton", "arrow-up"),
    ("newFolderButton", "folder-add"),
    ("listModeButton", "grid"),
    ("detailModeButton", "rows"),
)
"""Of Qt's dialog, by their names there."""


class Icons(QAbstractFileIconProvider):
    """Folders and files in the window's own icons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        """The icon of a kind of place, or of a file."""
        files = QAbstractFileIconProvider.IconType.File
        is_file = of.isFile() if isinstance(of, QFileInfo) else of is files
        return self._theme.icon("photo" if is_file else "folder", "quiet")


def choose_folder(parent: QWidget, theme: Theme, title: str, begin: Path | None = None) -> Path | None:
    """The folder that the user chose; ``begin`` is shown first."""
    dialog = QFileDialog(parent, title, "" if begin is None else str(begin))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog, theme)


def choose_picture(parent: QWidget, theme: Theme, title: str, kinds: str, begin: Path) -> Path | None:
    """The picture that the user chose; ``kinds`` are offered, as Qt writes them: Pictures (*.png *.jpg)."""
    dialog = QFileDialog(parent, title, str(begin))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _chosen(dialog, theme)


def dress(dialog: QFileDialog, theme: Theme) -> Icons:
    """Gives a dialog of Qt's own the icons of the window; one of the system is as it is.

    Gives what draws them, which the dialog needs as long as it is there.
    """
    icons = Icons(theme)
    dialog.setIconProvider(icons)
    for name, icon in _BUTTONS:
        button = dialog.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(theme.icon(icon))
    return icons


def _chosen(dialog: QFileDialog, theme: Theme) -> Path | None:
    icons = dress(dialog, theme)
    found = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    del icons
    return Path(found[0]) if found else None
