"""The line above the photos: what is shown and how many, and how large they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from mindseye.ui.grid.laid_out_view import HIGHEST_ROW, LOWEST_ROW
from mindseye.ui.parts import named, tool_button
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, with_key


class ResultLine(QFrame):
    """Title, a quiet second part, and the size of the photos."""

    row_height_wanted = Signal(int)
    keep_wanted = Signal()
    """The search is to be kept as an album."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultline")
        self.setFixedHeight(44)
        self._theme = theme
        self._title = named(QLabel(), "count")
        self._more = QLabel()
        for label in (self._title, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(LOWEST_ROW, HIGHEST_ROW)
        self._slider.setFixedWidth(112)
        self._slider.setSingleStep(16)
        self._slider.setPageStep(48)
        self._slider.setAccessibleName(tr("Size of the photos"))
        self._slider.valueChanged.connect(self.row_height_wanted)
        self._smaller, self._larger = (
            tool_button(tr("Smaller photos"), icon_size=16),
            tool_button(tr("Larger photos"), icon_size=16),
        )
        self._smaller.clicked.connect(lambda: self._slider.triggerAction(_ACTION.SliderPageStepSub))
        self._larger.clicked.connect(lambda: self._slider.triggerAction(_ACTION.SliderPageStepAdd))
        self.keep = tool_button(with_key(tr("Keep this search as an album"), "Ctrl+D"), icon_size=16)
        self.keep.clicked.connect(self.keep_wanted)
        self.order = named(QToolButton(), "order")
        self.order.setAccessibleName(tr("Order and headings"))
        self.order.setToolTip(tr("Order and headings"))
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # Its arrow stands behind the words, as it does in a list to choose from.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        behind = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        self.order.setLayoutDirection(behind)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._more)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.order)
        row.addSpacing(8)
        for widget in (self._smaller, self._slider, self._larger):
            row.addWidget(widget)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def tell(self, title: str, more: str, *, sizes: bool, keepable: bool, orderable: bool) -> None:
        """Shows the words; the size can be changed where there is a grid, a search can be kept."""
        self.keep.setVisible(keepable)
        self.order.setVisible(orderable)
        self._title.setText(title)
        self._more.setText(more)
        for widget in (self._smaller, self._slider, self._larger):
            widget.setVisible(sizes)

    def show_order(self, words: str) -> None:
        """Tells the order that photos stand in."""
        self.order.setText(words)

    def show_row_height(self, height: int) -> None:
        """Moves the handle."""
        self._slider.setValue(height)

    def _paint_icons(self) -> None:
        self.keep.setIcon(self._theme.icon("album", "quiet"))
        self.order.setIcon(self._theme.icon("chevron-down", "quiet"))
        self._smaller.setIcon(self._theme.icon("zoom-out", "quiet"))
        self._larger.setIcon(self._theme.icon("zoom-in", "quiet"))


_ACTION = QSlider.SliderAction
