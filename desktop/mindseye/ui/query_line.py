"""The line of the search bar: what cannot be read in it is underlined in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from mindseye.search.query_reader import Mistake
from mindseye.ui.translating import tr, translated


class QueryLine(QLineEdit):
    """A line of text with wavy underlines."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Search photos"))
        self._marked = False

    def mark(self, mistakes: Sequence[Mistake], colour: QColor) -> None:
        """Underlines the places of mistakes, and says what is wrong with them to a screen reader."""
        self.setAccessibleDescription(" ".join(translated(mistake.sentence) for mistake in mistakes))
        if not mistakes and not self._marked:
            return
        self._marked = bool(mistakes)
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(colour)
        # A line has no formats of its own; those of an input method with nothing to insert do as well.
        places = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                mistake.start - self.cursorPosition(),
                mistake.end - mistake.start,
                wave,
            )
            for mistake in mistakes
        ]
        QApplication.sendEvent(self, QInputMethodEvent("", places))

    @property
    def at_start(self) -> bool:
        """Whether the cursor stands before everything and nothing is selected."""
        return self.cursorPosition() == 0 and not self.hasSelectedText()

    def replace_text(self, start: int, end: int, text: str) -> None:
        """Puts ``text`` in the place of ``[start, end)``, as if it had been typed."""
        self.setSelection(start, end - start)
        self.insert(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textEdited.emit(self.text())
