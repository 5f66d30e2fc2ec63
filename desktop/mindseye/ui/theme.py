"""The look: Fusion, a palette and one stylesheet made of the tokens; dark and light follow the system."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mindseye import paths
from mindseye.settings import Theme as Choice
from mindseye.ui.grid.painting import GridColours
from mindseye.ui.stylesheet import stylesheet
from mindseye.ui.tokens import Name, Tokens, load_tokens

_SCALES = (1, 2, 3)
_Role = QPalette.ColorRole


class Theme(QObject):
    """The theme in force; tells when it changes."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = "system") -> None:
        super().__init__()
        self._application = application
        self._hints = application.styleHints()
        self._choice: Choice = choice
        self.tokens = _tokens("dark")
        application.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    @property
    def choice(self) -> Choice:
        """What the user chose: a theme, or to follow the system."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Uses a theme, or follows the system; dark where the system does not say."""
        self._choice = choice
        self._apply(self._name())

    def colour(self, role: str) -> QColor:
        """A colour of the theme."""
        return to_colour(self.tokens.colours[role])

    def icon(self, name: str, role: str = "icon") -> QIcon:
        """An icon in a colour of the theme, grey when it is disabled."""
        return _icon(name, self.tokens.colours[role], self.tokens.colours["disabled"])

    def pixmap(self, name: str, size: int, role: str = "icon") -> QPixmap:
        """An icon as a picture, sharp on the sharpest screen there is."""
        return _drawn(name, self.tokens.colours[role], size, self._application.devicePixelRatio())

    def pale_icon(self, name: str) -> QIcon:
        """An icon for a dark ground, whatever the theme."""
        dark = _tokens("dark").colours
        return _icon(name, dark["icon"], dark["disabled"])

    def grid_colours(self) -> GridColours:
        """What the grid paints with."""
        return GridColours(
            ground=self.colour("window"),
            placeholder=self.colour("raised" if self.tokens.name == "dark" else "hover"),
            line=self.colour("line"),
            text=self.colour("text"),
            quiet=self.colour("quiet"),
            accent=self.colour("selection"),
            on_accent=self.colour("accent_text"),
        )

    def _name(self) -> Name:
        if self._choice != "system":
            return self._choice
        return "light" if self._hints.colorScheme() == Qt.ColorScheme.Light else "dark"

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply(self._name())

    def _apply(self, name: Name) -> None:
        self.tokens = _tokens(name).with_type(type_factor(_system_pixels()))
        font = QFont(self._application.font())
        font.setPixelSize(self.tokens.body)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens))
        self.changed.emit()


def type_factor(pixels: int) -> float:
    """How much larger or smaller than designed all type is, where the system's own type has so many pixels.

    From 11 to 15 pixels are the sizes that systems come with, and type is as it was designed.
    """
    return 1.0 if 11 <= pixels <= 15 else min(max(pixels / 13, 0.85), 2.0)


def _system_pixels() -> int:
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()


def to_colour(text: str) -> QColor:
    """A colour from #RRGGBB or #RRGGBBAA (Qt's own reading puts the opacity first)."""
    colour = QColor(text[:7])
    if len(text) == 9:
        colour.setAlpha(int(text[7:], 16))
    return colour


@lru_cache(maxsize=2)
def _tokens(name: Name) -> Tokens:
    return load_tokens(paths.resource("theme"), name)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    icon = QIcon()
    for size in (16, 20):
        for scale in _SCALES:
            icon.addPixmap(_drawn(name, colour, size, scale))
            icon.addPixmap(_drawn(name, disabled, size, scale), QIcon.Mode.Disabled)
    return icon


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * scale), round(size * scale)))
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


@lru_cache
def _svg(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _palette(tokens: Tokens) -> QPalette:
    def of(role: str) -> QColor:
        return to_colour(tokens.colours[role])

    palette = QPalette()
    for role, colour in {
        _Role.Window: "window",
        _Role.WindowText: "text",
        _Role.Base: "surface",
        _Role.AlternateBase: "raised",
        _Role.Text: "text",
        _Role.Button: "raised",
        _Role.ButtonText: "text",
        _Role.BrightText: "text",
        _Role.ToolTipBase: "raised",
        _Role.ToolTipText: "text",
        _Role.PlaceholderText: "quiet",
        _Role.Highlight: "accent",
        _Role.HighlightedText: "accent_text",
        _Role.Link: "accent",
        _Role.LinkVisited: "accent",
        _Role.Light: "hover",
        _Role.Midlight: "line",
        _Role.Mid: "line",
        _Role.Dark: "outline",
        _Role.Shadow: "window",
        _Role.Accent: "accent",
    }.items():
        palette.setColor(role, of(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, of("disabled"))
    return palette
