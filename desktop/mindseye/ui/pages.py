"""What fills the middle when there are no photos to show: designed states, each with a way on."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.parts import tool_button
from mindseye.ui.places import Page
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr

_ICON = 48
_WIDTH = 480
_NEAREST_HEIGHT = 112


class StatePage(QFrame):
    """An icon, a heading, a few words, and at most one button, in the calm centre."""

    acted = Signal(object)
    """The button of a page was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._page = Page.OPENING
        self._icon_name, self._icon_role = "photos", "quiet"
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading = Prose("title")
        self._words = Prose("quiet")
        self._button = QPushButton()
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(lambda: self.acted.emit(self._page))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(8)
        self.column.addStretch(2)
        self.column.addWidget(self._icon)
        self.column.addSpacing(8)
        self.column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addSpacing(12)
        self.column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(3)
        theme.changed.connect(self._paint_icon)

    def tell(
        self,
        page: Page,
        heading: str,
        words: str,
        *,
        button: str = "",
        icon: str = "photos",
        role: str = "quiet",
    ) -> None:
        """Shows a state."""
        self._page = page
        self._icon_name, self._icon_role = icon, role
        self._heading.say(heading)
        self._words.say(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, _ICON, self._icon_role))


class ProbablyNonePage(QFrame):
    """No photo is likely: says so, shows the nearest ones small, and what to try."""

    opened = Signal(int)
    all_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._thumbnails = theme, thumbnails
        self._tiles = Tiles.none()
        self._heading = Prose("title")
        self._words = Prose("quiet")
        self._nearest = QWidget()
        self._row = QHBoxLayout(self._nearest)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._all = QPushButton()
        self._all.setProperty("role", "link")
        self._all.clicked.connect(self.all_wanted)
        self._models = QPushButton(tr("See the models"))
        self._models.setProperty("role", "primary")
        self._models.clicked.connect(self.models_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(self._nearest, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._models, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        thumbnails.came.connect(self._on_thumbnail)

    def tell(
        self, asked: str, nearest: Tiles, others: int, *, described: bool = True, unknown: str = ""
    ) -> None:
        """Says what was asked for, and shows what came nearest.

        Args:
            asked: the query, as part of a sentence.
            nearest: the photos that are shown.
            others: how many there are in all.
            described: whether it begins with words for what is to be seen, not with pictures.
            unknown: that the model knows no word of it, if so; then nothing is near.
        """
        self._nearest.setVisible(not unknown)
        self._models.setVisible(bool(unknown))
        if unknown:
            self._heading.say(tr("No answer for {asked}", asked=asked))
        else:
            self._heading.say(
                tr("Probably no photo of {words} here", words=asked)
                if described
                else tr("Probably no photo {like} here", like=asked)
            )
        self._words.say(
            tr("{unknown} Without one, try another word for the same thing.", unknown=unknown)
            if unknown
            else tr(
                "These come nearest. Try other words for the same thing, or describe the whole scene: "
                "“a guitar on a stage” finds more than “guitar”."
            )
            if len(nearest)
            else tr("There is nothing to search in yet; photos can be found as soon as they are indexed.")
        )
        self._all.setText(tr("Show the {others} nearest photos", others=others))
        self._all.setVisible(others > len(nearest) and not unknown)
        if not nearest.same_as(self._tiles):
            self._tiles = nearest
            self._fill()

    def wish(self) -> None:
        """Asks for the thumbnails of what is shown."""
        ratio = self.devicePixelRatioF()
        self._thumbnails.want(
            [
                (int(photo_id), QSize(round(_width(aspect) * ratio), round(_NEAREST_HEIGHT * ratio)))
                for photo_id, aspect in zip(self._tiles.ids, self._tiles.aspects, strict=True)
            ]
        )
        for photo_id in self._tiles.ids.tolist():
            self._on_thumbnail(photo_id)  # those that were there already do not come again

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, (photo_id, aspect) in enumerate(
            zip(self._tiles.ids.tolist(), self._tiles.aspects.tolist(), strict=True)
        ):
            button = tool_button(tr("Nearest photo {place}", place=place + 1), name="small")
            button.setProperty("photo", photo_id)
            button.setIconSize(QSize(_width(aspect), _NEAREST_HEIGHT))
            button.setFixedSize(_width(aspect) + 8, _NEAREST_HEIGHT + 8)
            button.clicked.connect(lambda _=False, photo_id=photo_id: self.opened.emit(photo_id))
            self._row.addWidget(button)
            self._on_thumbnail(photo_id)

    def _on_thumbnail(self, photo_id: int) -> None:
        found = self._thumbnails.get(photo_id) if self.isVisibleTo(self.window()) else None
        if found is None:
            return
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            button = item.widget() if item is not None else None
            if isinstance(button, QToolButton) and button.property("photo") == photo_id:
                pixmap = QPixmap(found.pixmap)
                pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                button.setIcon(QIcon(pixmap))


class Prose(QLabel):
    """Centred words that wrap and take the height they need."""

    def __init__(self, role: str) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setFixedWidth(_WIDTH)

    def say(self, words: str) -> None:
        """Shows words; nothing takes no room."""
        self.setText(words)
        self.setVisible(bool(words))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        self.setFixedHeight(max(self.heightForWidth(_WIDTH), 0))


def _width(aspect: float) -> int:
    return min(round(_NEAREST_HEIGHT * aspect), 2 * _NEAREST_HEIGHT)
