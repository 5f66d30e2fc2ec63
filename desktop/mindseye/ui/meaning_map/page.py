"""The page of the map: the tools above it, the map, and what can be done with what was selected on it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mindseye.library import Library
from mindseye.operations import browse
from mindseye.operations.captions import captions_of
from mindseye.operations.wording import photos
from mindseye.phrases import Phrase
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.cut_label import CutLabel
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.door import Door
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.meaning_map.desk import MapDesk
from mindseye.ui.meaning_map.hand import Tool
from mindseye.ui.meaning_map.view import MapView
from mindseye.ui.parts import icon_button, named, tool_button
from mindseye.ui.places import MAP, Picked
from mindseye.ui.screen import Screen
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, tr_n, translated, with_key

ON_MAP = (
    *("similar", "copy", "tag", "add_to_album", "caption", "confirm", "reject"),
    *(f"rate_{rating}" for rating in range(6)),
)
"""Actions whose keys hold on the map as they do in the grid."""

_IN_MENU = ("similar", "", "tag", "add_to_album", "caption", "", "reveal", "copy", "copy_path")
_TOOLS = (
    (Tool.MOVE, "move", Phrase("Move the map"), ""),
    (Tool.LASSO, "lasso", Phrase("Draw about photos to select them"), "Shift"),
    (Tool.RECTANGLE, "rectangle", Phrase("Select photos in a rectangle"), ""),
)
_MEMORY = 96 * 1024**2
_EMPTY = Phrase("There is nothing to lay out yet. Photos come onto the map once they are indexed.")
_OPENING = Phrase("Laying out the photos")


class MapPage(DeskPage):
    """Everything that the map needs to be used, by pointer and by keyboard."""

    place = MAP

    def __init__(
        self,
        theme: Theme,
        loader: Door,
        describer: Door,
        motion: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = Thumbnails(loader, maximum_bytes=_MEMORY)
        self._captions = Captions(describer, self)
        self.desk = MapDesk()
        self.view = MapView(theme, self._thumbnails, self._captions, motion)
        self._words = CutLabel()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(96)
        self._progress.setAccessibleName(tr("Laying out the photos"))
        self._sentence = named(QLabel(translated(_OPENING), alignment=Qt.AlignmentFlag.AlignCenter), "quiet")
        self._sentence.setWordWrap(True)
        self.tools: dict[Tool, QToolButton] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sentence)
        self._stack.addWidget(self.view)
        self.as_grid = icon_button(tr("Show as a grid"))
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._make_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = named(QWidget(), "maptools")
        top.setLayout(self._row)
        self._row.setContentsMargins(14, 0, 14, 8)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        self.desk.scene_changed.connect(lambda: self.view.show_scene(self.desk.scene))
        self.desk.regions_changed.connect(lambda: self.view.show_regions(self.desk.regions))
        self.desk.progressed.connect(self._show_state)
        self.desk.told.connect(self.told)
        self.view.chosen_changed.connect(self._show_state)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._show_state()

    def join(
        self, chosen: ChosenPhotos, actions: Actions, screen: Screen, escape: Callable[[], object]
    ) -> None:
        """Lets the window's actions be done with what is selected on the map: their keys, buttons, menu."""
        chosen.let_choose(MAP, self.view)
        self.view.chosen_changed.connect(chosen.on_chosen)
        self.view.opened.connect(chosen.open_photo)
        self.view.escaped.connect(escape)
        self.as_grid.clicked.connect(lambda: screen.go(Picked(tuple(self.view.chosen_ids().tolist()))))
        for name in ON_MAP:
            self.view.addAction(actions[name])
        self.view.customContextMenuRequested.connect(lambda point: self._open_menu(actions, point))
        for name in ("similar", "tag", "add_to_album"):
            self._row.addWidget(_button(actions[name]))
        self._row.addWidget(self.as_grid)

    def take(self, library: Library) -> None:
        self.desk.take(library)
        self._thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))
        self._captions.read_from(lambda photo_ids: captions_of(library, photo_ids))

    def enter(self) -> None:
        self.desk.enter()
        taking = self.view if self._stack.currentWidget() is self.view else self
        taking.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        self._captions.renew()
        self._thumbnails.forget_missing()
        self.desk.renew()

    def end(self) -> None:
        self.desk.close()

    @property
    def idle(self) -> bool:
        return self.desk.idle and self._thumbnails.idle and self.view.settled

    def choose_tool(self, tool: Tool) -> None:
        """What pulling the pointer does from now on."""
        self.view.tool = tool
        self.tools[tool].setChecked(True)

    def _make_tools(self) -> None:
        for tool, _, tip, key in _TOOLS:
            button = tool_button(with_key(translated(tip), key))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(tool is Tool.MOVE)
            button.clicked.connect(lambda _=False, tool=tool: self.choose_tool(tool))
            self.tools[tool] = button
            self._row.addWidget(button)
        self._row.addSpacing(12)
        self._nearer, self._farther, self._whole = (
            tool_button(with_key(tr("Nearer"), "+")),
            tool_button(with_key(tr("Farther"), "-")),
            tool_button(with_key(tr("The whole map"), "Home")),
        )
        for button, slot in (
            (self._farther, lambda: self.view.zoom_by(-2)),
            (self._nearer, lambda: self.view.zoom_by(2)),
            (self._whole, self.view.fit),
        ):
            button.clicked.connect(lambda _=False, slot=slot: slot())
            self._row.addWidget(button)
        self._row.addSpacing(12)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._progress)

    def _show_state(self) -> None:
        desk, chosen = self.desk, len(self.view.chosen_ids())
        there = len(desk.scene) > 0
        if there and self._stack.currentWidget() is not self.view:
            self._stack.setCurrentWidget(self.view)
            if self.hasFocus():
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not there:
            self._stack.setCurrentWidget(self._sentence)
        self._sentence.setText(translated(_EMPTY if desk.loaded else _OPENING))
        self.as_grid.setEnabled(chosen > 0)
        self._progress.setVisible(desk.share is not None)
        self._progress.setValue(round(100 * (desk.share or 0)))
        if desk.share is not None:
            self._words.say(tr("Bringing what is alike together"))
        elif chosen:
            self._words.say(
                tr_n(
                    "{chosen} of {n} photo selected",
                    "{chosen} of {n} photos selected",
                    n=len(desk.scene),
                    chosen=chosen,
                )
            )
        else:
            self._words.say(translated(photos(len(desk.scene))) if there else "")

    def _open_menu(self, actions: Actions, point: QPoint) -> None:
        if len(self.view.chosen_ids()):
            self.menu(actions).popup(self.view.mapToGlobal(point))

    def menu(self, actions: Actions) -> QMenu:
        """What can be done with the selected photos."""
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = QAction(tr("Show as a &grid"), menu)
        show.triggered.connect(self.as_grid.click)
        menu.addAction(show)
        for name in _IN_MENU:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        return menu

    def _paint_icons(self) -> None:
        for tool, icon, _, _ in _TOOLS:
            self.tools[tool].setIcon(self._theme.icon(icon))
        for button, icon in ((self._nearer, "zoom-in"), (self._farther, "zoom-out"), (self._whole, "fit")):
            button.setIcon(self._theme.icon(icon))
        self.as_grid.setIcon(self._theme.icon("grid"))


def _button(action: QAction) -> QToolButton:
    """A button that is the action: its icon, its state, its words when the pointer rests on it."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(20, 20))
    words = action.text().replace("&", "")
    button.setAccessibleName(words.rstrip("…"))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{words}  {keys}" if keys else words)
    return button
