"""The main window: its parts put together, kept and ended together."""

import dataclasses
import itertools

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from mindseye.operations import browse
from mindseye.operations.captions import captions_of
from mindseye.settings import Settings
from mindseye.ui.actions import Actions
from mindseye.ui.albums import Albums
from mindseye.ui.any_labels import AnyLabels
from mindseye.ui.categories_page import CategoriesPage
from mindseye.ui.chosen_photos import ChosenPhotos
from mindseye.ui.connections import connect
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.details import DetailsPanel
from mindseye.ui.door import Door
from mindseye.ui.dropping import dragged_photos, is_welcome, meaning
from mindseye.ui.duplicates.page import DuplicatesPage
from mindseye.ui.explaining import Explaining
from mindseye.ui.file_work import FileWork
from mindseye.ui.first_run import FirstRun
from mindseye.ui.frame import Frame
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.headings import grouping_named
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.heat import Heat
from mindseye.ui.indexing_control import IndexingControl
from mindseye.ui.jump import Jump
from mindseye.ui.label_desk import LabelDesk
from mindseye.ui.labelling import Labelling
from mindseye.ui.meaning_map.page import MapPage
from mindseye.ui.middle import Middle
from mindseye.ui.models_page import ModelsPage
from mindseye.ui.motion import Motion
from mindseye.ui.notice import Notice
from mindseye.ui.order import order_named
from mindseye.ui.other_programs import OtherPrograms
from mindseye.ui.palette import CommandPalette
from mindseye.ui.part import Part
from mindseye.ui.places import MAP, Page
from mindseye.ui.problems_page import ProblemsPage
from mindseye.ui.requests import Requests
from mindseye.ui.screen import Screen
from mindseye.ui.search_bar import SearchBar
from mindseye.ui.sidebar import SideBar
from mindseye.ui.sidecar_dialog import SidecarWriting
from mindseye.ui.status_line import StatusLine
from mindseye.ui.teach_page import TeachPage
from mindseye.ui.theme import Theme
from mindseye.ui.viewer import Viewer
from mindseye.ui.why_panel import WhyPanel


class Window(QMainWindow):
    """One library, one window."""

    def __init__(self, screen: Screen, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Mindseye")
        self.setAcceptDrops(True)
        self.showing = screen
        self.theme = theme
        self.motion = Motion()
        self._loader = Door("window-thumbnails", threads=2)
        self._opener = Door("window-viewer")
        self.thumbnails = Thumbnails(self._loader)
        self._describer = Door("window-captions")
        self.captions = Captions(self._describer, self)
        self.first_run = FirstRun(screen, self._describer, welcomed=settings.welcomed)
        self.search_bar, self.sidebar = SearchBar(theme), SideBar(theme)
        self.middle = Middle(theme, self.thumbnails, self.captions, self._make_pages(theme))
        self.grid = self.middle.grid
        self.explaining, self.heat = Explaining(screen.searching), Heat(screen.searching)
        self.why_panel = WhyPanel(theme, self.explaining)
        self.any_labels = AnyLabels()
        self.details = DetailsPanel(theme, self.why_panel, self.any_labels)
        self.status_line = StatusLine(theme)
        self.frame = Frame(
            theme,
            search_bar=self.search_bar,
            sidebar=self.sidebar,
            middle=self.middle,
            details=self.details,
            status_line=self.status_line,
        )
        self.setCentralWidget(self.frame)
        self._strip_thumbnails = Thumbnails(self._loader, maximum_bytes=16 * 1024**2)
        self.viewer = Viewer(theme, self.thumbnails, self._strip_thumbnails, self.motion, self.frame)
        self.notice = Notice(theme, self.middle.stack, self.frame)
        self.actions_by_name = Actions(self, self.grid, self.menuBar())
        self.addActions(self.actions_by_name.everywhere())
        self.palette_above = CommandPalette(self.actions_by_name, self)
        self.chosen = ChosenPhotos(screen, self.grid, self.viewer, self.details, self.actions_by_name)
        self.jump = Jump(self.grid, self.chosen.reader, self)
        self.labelling = Labelling(self, self.chosen, self.actions_by_name)
        self.sidecar_writing = SidecarWriting(self, self.chosen, allowed=settings.sidecars)
        self.file_work = FileWork(self, self.chosen, self.labelling, self.actions_by_name)
        self.other_programs = OtherPrograms(self, self.chosen, self.actions_by_name, settings.open_with)
        self.indexing = IndexingControl(screen, self.actions_by_name, self.status_line, settings)
        self.albums = Albums(self, screen, self.chosen, self.actions_by_name)
        self._parts: tuple[Part, ...] = (
            *self.middle.own_pages.values(),
            *(self.labelling, self.file_work, self.other_programs, self.sidecar_writing),
            *(self.explaining, self.heat, self.any_labels, self.albums),
        )
        self._doors = (self._loader, self._opener, self._describer)
        self.requests = Requests(self, settings.language)
        self._set_tab_order()
        self._connect_screen()
        connect(self)
        self._restore(settings)
        self._follow_theme()
        self._show_page(another=True)

    # Put together

    def _make_pages(self, theme: Theme) -> tuple[DeskPage, ...]:
        """The pages that do their own work."""
        self.problems_page, self.models_page = ProblemsPage(), ModelsPage(theme)
        self.label_desk = LabelDesk(theme, self.thumbnails)
        self.teach_page = TeachPage(theme, self.thumbnails)
        self.categories_page = CategoriesPage(theme, self.thumbnails)
        self.map_page = MapPage(theme, self._loader, self._describer, lambda: self.motion.welcome)
        self.duplicates_page = DuplicatesPage(theme, self._loader)
        return (
            *(self.map_page, self.problems_page, self.models_page, self.duplicates_page),
            *(self.label_desk, self.teach_page, self.categories_page),
        )

    def _set_tab_order(self) -> None:
        order = (self.search_bar.line, self.grid, self.grid.fold, self.sidebar.tree)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect_screen(self) -> None:
        screen = self.showing
        screen.opened.connect(self._on_open)
        screen.shown.connect(lambda another: self._show_page(another=another))
        screen.renewed.connect(self._renew)
        screen.told.connect(self.notice.tell)
        for part in self._parts:
            part.told.connect(self.notice.tell)
        for door in (*self._doors, self.chosen.reader):
            door.went_wrong.connect(self.notice.tell)
        self.theme.changed.connect(self._follow_theme)

    # Kept from one session to the next

    def _restore(self, settings: Settings) -> None:
        self.grid.set_row_height(settings.row_height)
        self.middle.result_line.show_row_height(self.grid.row_height)
        grouping = grouping_named(settings.headings)
        self.requests.group(grouping.value)
        self.actions_by_name.connect_choice("headings", grouping.value, self.requests.group)
        order = order_named(settings.order).value
        self.actions_by_name.connect_choice("order", order, self.requests.sort)
        self.requests.sort(order)
        line = self.middle.result_line
        line.order.setMenu(self.actions_by_name.menu_of(line, "order", "headings"))
        self.grid.set_squares(settings.squares)
        self.actions_by_name["timeline"].setChecked(settings.timeline)
        self.requests.show_timeline(wanted=settings.timeline)
        self.actions_by_name.take_keys(settings.keys)
        self.actions_by_name["less_motion"].setChecked(settings.less_motion)
        self.requests.reduce_motion(reduced=settings.less_motion)
        self.viewer.show_strip(settings.film_strip)
        self.actions_by_name["strip"].setChecked(settings.film_strip)
        self.actions_by_name["squares"].setChecked(settings.squares)
        self.resize(1280, 800)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        self.frame.set_widths(self.width(), settings.sidebar_width, settings.details_width)
        self.actions_by_name["details"].setChecked(settings.details_shown)

    def keep(self, settings: Settings) -> Settings:
        """The settings with what was chosen in this window."""
        left, _, right = self.frame.widths()
        return dataclasses.replace(
            self.indexing.keep(settings),
            theme=self.theme.choice,
            language=self.requests.language,
            row_height=self.grid.row_height,
            headings=self.grid.grouping.value,
            order=self.showing.order.value,
            squares=self.grid.squares,
            timeline=self.middle.timeline_wanted,
            keys=self.actions_by_name.changed_keys(),
            welcomed=self.first_run.welcomed,
            less_motion=self.motion.reduced,
            film_strip=self.actions_by_name["strip"].isChecked(),
            window=bytes(self.saveGeometry().toBase64().data()).decode(),
            sidebar_width=left or settings.sidebar_width,
            details_width=right or settings.details_width,
            details_shown=self.actions_by_name["details"].isChecked(),
            open_with=self.other_programs.last,
            sidecars=self.sidecar_writing.allowed,
        )

    def end(self) -> None:
        """Ends the window's own work; to be called before the library is closed."""
        self.chosen.close()
        for part in self._parts:
            part.end()
        for door in self._doors:
            door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that is to be seen is there."""
        doors = all(door.idle for door in self._doors) and self.chosen.idle
        thumbnails = self.thumbnails.idle and self._strip_thumbnails.idle and not self.grid.fades.active
        return self.showing.idle and doors and thumbnails and all(part.idle for part in self._parts)

    # What the screen says

    def _on_open(self) -> None:
        library = self.showing.library
        assert library is not None
        for thumbnails in (self.thumbnails, self._strip_thumbnails):
            thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))
        self.captions.read_from(lambda photo_ids: captions_of(library, photo_ids))
        self.viewer.read_from(library, self._opener)
        for part in self._parts:
            part.take(library)
        self.jump.take(library)
        self.indexing.show()

    def _show_page(self, *, another: bool) -> None:
        screen = self.showing
        self.sidebar.show_place(screen.place if screen.searching.answer is None else None)
        if screen.page is not Page.PHOTOS and (self.grid.hasFocus() or self.grid.fold.hasFocus()):
            self.search_bar.line.setFocus()
        self.middle.show_screen(screen, another=another)
        self.show_details_where_useful()
        self.actions_by_name["fold"].setEnabled(screen.searching.fold_at is not None)
        if screen.page is Page.FAILED:
            self.status_line.show_failure()
        self.chosen.on_chosen()

    def _renew(self) -> None:
        self.captions.renew()
        self.labelling.renew()
        self.chosen.on_chosen()
        page = self.middle.own_page(self.showing)
        if page is not None:
            page.renew()

    def _follow_theme(self) -> None:
        self.grid.colours = self.theme.grid_colours()
        self.grid.viewport().update()
        self.actions_by_name.paint_icons(self.theme.icon)

    def show_details_where_useful(self) -> None:
        """Shows the details beside photos, if they are wanted."""
        wanted = self.actions_by_name["details"].isChecked()
        page, on_map = self.showing.page, self.showing.place == MAP
        nothing_yet = page in (Page.OPENING, Page.FAILED, Page.NO_FOLDERS)
        self.details.setVisible(wanted and not nothing_yet and (page is not Page.OWN or on_map))

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # another screen, with finer pixels or coarser
            self.grid.laid_out.emit()
        if event.type() == QEvent.Type.WindowStateChange:
            # Nothing but the photos; keys go on holding, since the actions are the window's as well.
            self.menuBar().setVisible(not self.isFullScreen())
            self.actions_by_name["full_screen"].setChecked(self.isFullScreen())
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        over_bar = self.search_bar.rect().contains(self.search_bar.mapFrom(self, event.position().toPoint()))
        if dragged_photos(event.mimeData()) and not over_bar:
            event.ignore()  # photos of the library that were let go of on their way
            return
        event.acceptProposedAction()
        self.requests.take(meaning(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        QApplication.quit()
