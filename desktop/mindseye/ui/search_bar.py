"""The bar: words to search for, the picture to search by, always visible at the top."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from mindseye.ui.parts import give_property, tool_button
from mindseye.ui.places import Asked, SearchPicture
from mindseye.ui.theme import Theme

_CHIP_SIDE = 28
_NAME_WIDTH = 160


class PictureChip(QFrame):
    """The picture that is searched by: its image, its name, and a button that removes it."""

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._theme = theme
        self._image = QLabel()
        self._image.setFixedSize(_CHIP_SIDE, _CHIP_SIDE)
        self._name = QLabel()
        self._remove = tool_button("Remove the picture from the search", icon_size=16)
        self._remove.setFixedSize(22, 22)
        self._remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 4, 2)
        row.setSpacing(8)
        for widget in (self._image, self._name, self._remove):
            row.addWidget(widget)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.hide()

    def show_picture(self, picture: SearchPicture | None) -> None:
        """Shows a picture, or nothing."""
        self.setVisible(picture is not None)
        if picture is None:
            return
        self._image.setPixmap(_rounded(picture.image, self.devicePixelRatioF()))
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(picture.name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH))
        self._name.setToolTip(picture.name)
        self.setAccessibleName(f"Searching by the picture {picture.name}")

    def _paint_icon(self) -> None:
        self._remove.setIcon(self._theme.icon("close"))


class SearchBar(QFrame):
    """Words, a picture, or both."""

    typed = Signal(str)
    """The words, at every change by the user."""
    entered = Signal()
    left = Signal()
    """The bar was empty and the user wants out of it."""
    cleared = Signal()
    picture_removed = Signal()
    picture_wanted = Signal()
    """A picture is to be chosen from a file."""
    picture_pasted = Signal()
    """The clipboard holds a picture and the user pasted it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setFixedHeight(38)
        self._theme = theme
        self._glass = QLabel()
        self.chip = PictureChip(theme)
        self.line = QLineEdit()
        self.line.setAccessibleName("Search photos")
        self.line.setPlaceholderText("Describe a photo, or drop a picture here")
        self.line.installEventFilter(self)
        self._clear = self._button("Clear the search  (Esc)", self.cleared)
        self._choose = self._button("Search by a picture in a file…", self.picture_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 6, 2)
        row.setSpacing(8)
        for widget in (self._glass, self.chip):
            row.addWidget(widget)
        row.addWidget(self.line, 1)
        for button in (self._clear, self._choose):
            row.addWidget(button)
        self.chip.removed.connect(self.picture_removed)
        self.line.textEdited.connect(self.typed)
        self.line.textChanged.connect(self._update_clear)
        self.line.returnPressed.connect(self.entered)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._update_clear()

    def show_asked(self, asked: Asked) -> None:
        """Shows a query that was not typed."""
        if self.line.text() != asked.words:
            self.line.setText(asked.words)
        self.chip.show_picture(asked.picture)
        more = "Add words" if asked.picture is not None else "Describe a photo, or drop a picture here"
        self.line.setPlaceholderText(more)
        self._update_clear()

    def take_focus(self) -> None:
        """Puts the cursor here with the words selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self._show_focus(event.type() == QEvent.Type.FocusIn)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        empty = not self.line.text()
        if event.key() == Qt.Key.Key_Escape:
            (self.left if empty and self.chip.isHidden() else self.cleared).emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and empty and not self.chip.isHidden():
            self.picture_removed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _clipboard_is_picture():
            self.picture_pasted.emit()
        else:
            return False
        return True

    def _button(self, tip: str, signal: SignalInstance) -> QToolButton:
        button = tool_button(tip)
        button.clicked.connect(signal)
        return button

    def _show_focus(self, focused: bool) -> None:
        give_property(self, "active", focused)

    def _update_clear(self) -> None:
        self._clear.setVisible(bool(self.line.text()) or not self.chip.isHidden())

    def _paint_icons(self) -> None:
        self._glass.setPixmap(self._theme.pixmap("search", 20, "quiet"))
        self._clear.setIcon(self._theme.icon("close"))
        self._choose.setIcon(self._theme.icon("image-search"))


def _clipboard_is_picture() -> bool:
    mime = QApplication.clipboard().mimeData()
    return mime.hasImage() or mime.hasUrls()


def _rounded(image: QImage, ratio: float) -> QPixmap:
    side = round(_CHIP_SIDE * ratio)
    pixmap = QPixmap.fromImage(
        image.scaled(
            side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
