"""What this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mindseye import __version__, paths
from mindseye.ui.theme import Theme

_ICON = 64


def show_about(parent: QWidget, theme: Theme) -> QDialog:
    """Opens what this program is."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("About Mindseye")
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
        ("Finds pictures by what they show. Nothing leaves this computer.", ""),
        ("Free software under the MIT licence.", "quiet"),
        (f"Library and settings: {paths.data_home()}", "quiet"),
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
