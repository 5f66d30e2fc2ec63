"""Whether things may move by themselves: as the system's settings say where Qt knows them, or the user."""

from PySide6.QtWidgets import QApplication, QStyle


class Motion:
    """Asked before anything is faded, or set in motion."""

    def __init__(self) -> None:
        self.reduced = False
        """The user wants nothing to move, whatever the system says."""

    @property
    def welcome(self) -> bool:
        """Whether things may move by themselves."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return not self.reduced and QApplication.style().styleHint(hint) > 0
