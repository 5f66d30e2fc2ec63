"""The frame of the window: the bar on top, side bar, middle and details in a row, the status line below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mindseye.ui.parts import named
from mindseye.ui.theme import Theme

_WIDEST_BAR = 960
_NARROWEST_MIDDLE = 280


class Frame(QWidget):
    """Where the parts of the window stand."""

    def __init__(
        self,
        theme: Theme,
        *,
        search_bar: QWidget,
        sidebar: QWidget,
        middle: QWidget,
        details: QWidget,
        status_line: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("shell")
        top = named(QFrame(), "topbar")
        top.setFixedHeight(theme.tokens.bar)
        row = QHBoxLayout(top)
        row.setContentsMargins(12, 0, 12, 0)
        search_bar.setMaximumWidth(_WIDEST_BAR)
        row.addStretch(1)
        row.addWidget(search_bar, 12)
        row.addStretch(1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for number, part in enumerate((sidebar, middle, details)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(number, 1 if part is middle else 0)
        sidebar.setMinimumWidth(round(160 * theme.tokens.scale))
        details.setMinimumWidth(round(220 * theme.tokens.scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._splitter, 1)
        column.addWidget(status_line)

    def set_widths(self, whole: int, left: int, right: int) -> None:
        """Sets the widths of side bar and details; the middle takes the rest of the whole."""
        self._splitter.setSizes([left, max(whole - left - right, _NARROWEST_MIDDLE), right])

    def widths(self) -> Sequence[int]:
        """Of side bar, middle and details in pixels; 0 for one that is hidden."""
        return self._splitter.sizes()
