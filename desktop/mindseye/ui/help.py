"""What this program is, and where newer versions of it are."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from mindseye import __version__, paths
from mindseye.ui.parts import open_roomily
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr

_ICON = 64


def show_about(parent: QWidget, theme: Theme) -> QDialog:
    """Opens what this program is."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("About Mindseye"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(32, 32, 32, 16)
    column.setSpacing(8)
    icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    icon.setPixmap(theme.pixmap("mindseye", _ICON))
    column.addWidget(icon)
    for text, role in (
        (f"Mindseye {__version__}", "title"),
        (tr("Finds pictures by what they show. Nothing leaves this computer."), ""),
        (tr("Free software under the MIT licence."), "quiet"),
        (tr("Library and settings: {folder}", folder=paths.data_home()), "quiet"),
    ):
        label = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 12)
    layout.addWidget(body, 1)
    row = QVBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(buttons)
    layout.addLayout(row)
    dialog.resize(420, 300)
    dialog.open()
    return dialog


def releases_page() -> str:
    """The address of the page with newer versions; empty in a copy that was not built to be published."""
    try:
        return paths.resource("releases.txt").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def show_updates(parent: QWidget) -> QMessageBox:
    """Tells which version this is, and opens the page with newer ones in the browser if the user says so."""
    page = releases_page()
    more = (
        tr("Newer versions are on {page}", page=page)
        if page
        else tr("Newer versions are where you got this one.")
    )
    words = tr("This is Mindseye {version}.", version=__version__)
    dialog = QMessageBox(QMessageBox.Icon.NoIcon, tr("Check for updates"), words, parent=parent)
    dialog.setIconPixmap(parent.windowIcon().pixmap(_ICON))
    dialog.setInformativeText(
        f"{more}\n\n{tr('Mindseye itself asks nobody. It connects to nothing by itself.')}"
    )
    dialog.addButton(QMessageBox.StandardButton.Close)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if page:
        visit = dialog.addButton(tr("Open the page"), QMessageBox.ButtonRole.AcceptRole)
        visit.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(page)))
    open_roomily(dialog)
    return dialog
