"""The main window: its parts put together, and what they say to one another."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mindseye import paths
from mindseye.catalog.folders import Folder
from mindseye.imaging import PICTURE_SUFFIXES, RAW_SUFFIXES
from mindseye.operations import browse
from mindseye.settings import Settings
from mindseye.ui.actions import Actions
from mindseye.ui.chosen_photos import ChosenPhotos, open_folder
from mindseye.ui.details import DetailsPanel
from mindseye.ui.door import Door
from mindseye.ui.dropping import Dropped, is_welcome, meaning
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.grid.view import PhotoGrid
from mindseye.ui.help import show_about, show_keys
from mindseye.ui.models_desk import ModelsDesk
from mindseye.ui.models_page import ModelsPage
from mindseye.ui.notice import Notice
from mindseye.ui.pages import ProbablyNonePage, StatePage
from mindseye.ui.parts import named
from mindseye.ui.places import Models, Page
from mindseye.ui.problems_page import ProblemsPage
from mindseye.ui.result_line import ResultLine
from mindseye.ui.screen import Screen
from mindseye.ui.search_bar import SearchBar
from mindseye.ui.sidebar import SideBar
from mindseye.ui.state_words import words_for
from mindseye.ui.status_line import StatusLine
from mindseye.ui.theme import Theme
from mindseye.ui.viewer import Viewer

_WIDEST_BAR = 960


class Window(QMainWindow):
    """One library, one window."""

    def __init__(self, screen: Screen, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Mindseye")
        self.setAcceptDrops(True)
        self.showing = screen
        self._theme = theme
        self._loader = Door("window-thumbnails", threads=2)
        self._opener = Door("window-viewer")
        for door in (self._loader, self._opener):
            door.went_wrong.connect(self._tell)
        self.thumbnails = Thumbnails(self._loader)

        self.search_bar = SearchBar(theme)
        self.sidebar = SideBar(theme)
        self.details = DetailsPanel(theme)
        self.result_line = ResultLine(theme)
        self.grid = PhotoGrid(self.thumbnails, theme.grid_colours())
        self.state_page = StatePage(theme)
        self.none_page = ProbablyNonePage(theme, self.thumbnails)
        self.problems_page = ProblemsPage()
        self.models_desk = ModelsDesk()
        self.models_page = ModelsPage(theme, self.models_desk)
        self.status_line = StatusLine(theme)
        self._put_together()
        self.viewer = Viewer(theme, self.thumbnails, self.whole)
        self.notice = Notice(theme, self.pages)
        self.actions_by_name = Actions(self, self.grid, self.menuBar())
        self.chosen = ChosenPhotos(screen, self.grid, self.viewer, self.details, self.actions_by_name)
        self.chosen.reader.went_wrong.connect(self._tell)
        self._connect_screen()
        self._connect_parts()
        self._connect_actions()
        self._restore(settings)
        self._follow_theme()
        self._show_page(another=True)

    # Put together

    def _put_together(self) -> None:
        top = named(QFrame(), "topbar")
        top.setFixedHeight(self._theme.tokens.bar)
        row = QHBoxLayout(top)
        row.setContentsMargins(12, 0, 12, 0)
        self.search_bar.setMaximumWidth(_WIDEST_BAR)
        row.addStretch(1)
        row.addWidget(self.search_bar, 12)
        row.addStretch(1)
        self.pages = QStackedWidget()
        for page in (self.grid, self.state_page, self.none_page, self.problems_page, self.models_page):
            self.pages.addWidget(page)
        middle = named(QFrame(), "shell")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.result_line)
        column.addWidget(self.pages, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for number, part in enumerate((self.sidebar, middle, self.details)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(number, 1 if part is middle else 0)
        self.sidebar.setMinimumWidth(160)
        self.details.setMinimumWidth(200)
        middle.setMinimumWidth(280)
        whole = named(QWidget(), "shell")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status_line)
        self.whole = whole
        self.setCentralWidget(whole)
        for before, after in (
            (self.search_bar.line, self.grid),
            (self.grid, self.grid.fold),
            (self.grid.fold, self.sidebar.tree),
        ):
            QWidget.setTabOrder(before, after)

    def _connect_screen(self) -> None:
        screen = self.showing
        screen.opened.connect(self._on_open)
        screen.shown.connect(lambda another: self._show_page(another=another))
        screen.surveyed.connect(lambda: self.sidebar.show_survey(screen.survey))
        screen.progressed.connect(self._show_progress)
        screen.asked_changed.connect(lambda: self.search_bar.show_asked(screen.asked))
        screen.told.connect(self._tell)
        self.models_desk.told.connect(self._tell)

    def _connect_parts(self) -> None:
        screen, bar, grid = self.showing, self.search_bar, self.grid
        bar.typed.connect(screen.type_words)
        bar.entered.connect(screen.search_now)
        bar.left.connect(self._focus_photos)
        bar.cleared.connect(screen.clear_search)
        bar.picture_removed.connect(screen.remove_picture)
        bar.picture_wanted.connect(self._choose_picture)
        bar.picture_pasted.connect(self._paste)
        self.sidebar.chosen.connect(screen.go)
        self.sidebar.add_wanted.connect(self._choose_folder)
        self.sidebar.removal_wanted.connect(self._remove_folder)
        self.sidebar.reveal_wanted.connect(open_folder)
        grid.opened.connect(self.chosen.open_photo)
        grid.chosen_changed.connect(self.chosen.on_chosen)
        grid.escaped.connect(self._escape)
        grid.fold.clicked.connect(lambda: screen.set_unfolded(not screen.unfolded))
        grid.customContextMenuRequested.connect(self.chosen.menu)
        grid.row_height_changed.connect(self.result_line.show_row_height)
        self.result_line.row_height_wanted.connect(grid.set_row_height)
        self.none_page.opened.connect(self.chosen.open_photo)
        self.none_page.all_wanted.connect(screen.show_nearest)
        self.state_page.acted.connect(self._act_on_state)
        self.problems_page.reveal_wanted.connect(lambda path: open_folder(path.parent))
        self.status_line.pause_wanted.connect(screen.set_paused)
        self.details.reveal_wanted.connect(lambda path: open_folder(path.parent))
        self.details.similar_wanted.connect(screen.find_similar)
        self.viewer.step_wanted.connect(self.chosen.step)
        self.viewer.closed.connect(self.grid.setFocus)
        self._theme.changed.connect(self._follow_theme)

    def _connect_actions(self) -> None:
        screen, actions = self.showing, self.actions_by_name
        actions.connect(
            {
                "add_folder": self._choose_folder,
                "search_by_file": self._choose_picture,
                "models": lambda: screen.go(Models()),
                "look_again": screen.look_again,
                "pause": lambda: screen.set_paused(not screen.paused),
                "quit": self.close,
                "search": self.search_bar.take_focus,
                "paste": self._paste,
                "similar": self.chosen.find_similar,
                "copy": self.chosen.copy,
                "copy_path": self.chosen.copy_path,
                "reveal": self.chosen.reveal,
                "select_all": self.grid.selectAll,
                "open": self.chosen.open_current,
                "fold": self._toggle_fold,
                "larger": self.grid.enlarge,
                "smaller": self.grid.shrink,
                "sidebar": lambda: self.sidebar.setVisible(actions["sidebar"].isChecked()),
                "details": self._toggle_details,
                "full_screen": self._toggle_full_screen,
                "keys": lambda: show_keys(self),
                "about": lambda: show_about(self, self._theme),
            }
        )
        actions.themes.triggered.connect(lambda action: self._theme.choose(action.data()))
        for action in actions.themes.actions():
            action.setChecked(action.data() == self._theme.choice)
        actions["sidebar"].setChecked(True)

    # Kept from one session to the next

    def _restore(self, settings: Settings) -> None:
        self.grid.set_row_height(settings.row_height)
        self.result_line.show_row_height(self.grid.row_height)
        self.resize(1280, 800)
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        middle = max(self.width() - settings.sidebar_width - settings.details_width, 280)
        self.splitter.setSizes([settings.sidebar_width, middle, settings.details_width])
        self.actions_by_name["details"].setChecked(settings.details_shown)

    def keep(self, settings: Settings) -> Settings:
        """The settings with what was chosen in this window."""
        left, _, right = self.splitter.sizes()
        return dataclasses.replace(
            settings,
            theme=self._theme.choice,
            row_height=self.grid.row_height,
            window=bytes(self.saveGeometry().toBase64().data()).decode(),
            sidebar_width=left or settings.sidebar_width,
            details_width=right or settings.details_width,
            details_shown=self.actions_by_name["details"].isChecked(),
        )

    def end(self) -> None:
        """Ends the window's own work; to be called before the library is closed."""
        self.chosen.close()
        self.models_desk.close()
        for door in (self._loader, self._opener):
            door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that is to be seen is there."""
        doors = self._loader.idle and self._opener.idle and self.chosen.idle and self.models_desk.idle
        return self.showing.idle and doors and self.thumbnails.idle and not self.grid.fading

    # What the screen says

    def _on_open(self) -> None:
        library = self.showing.library
        assert library is not None
        self.thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))
        self.viewer.read_from(library, self._opener)
        self.models_desk.take(library)
        self._show_progress()

    def _show_page(self, *, another: bool) -> None:
        screen = self.showing
        self.sidebar.show_place(screen.place if screen.answer is None else None)
        self.result_line.tell(screen.title, screen.subtitle, sizes=screen.page is Page.PHOTOS)
        self.result_line.setVisible(screen.page in (Page.PHOTOS, Page.PROBLEMS, Page.MODELS, Page.NOTHING))
        if screen.page is not Page.PHOTOS and (self.grid.hasFocus() or self.grid.fold.hasFocus()):
            self.search_bar.line.setFocus()
        if screen.page in (Page.PHOTOS, Page.NOTHING, Page.LOOKING, Page.NO_FOLDERS):
            self.grid.show_tiles(screen.visible_tiles, fold_at=screen.fold_at, keep_place=not another)
        match screen.page:
            case Page.PHOTOS:
                if screen.answer is not None:
                    self.grid.fold.tell(screen.answer.less_likely, opened=screen.unfolded)
                self.pages.setCurrentWidget(self.grid)
            case Page.PROBLEMS:
                self.problems_page.show_problems(screen.problems)
                self.pages.setCurrentWidget(self.problems_page)
            case Page.MODELS:
                if another:
                    self.models_desk.refresh()
                self.pages.setCurrentWidget(self.models_page)
            case Page.PROBABLY_NONE if screen.answer is not None:
                self.pages.setCurrentWidget(self.none_page)
                asked, found = screen.asked.spoken(), screen.answer.tiles
                self.none_page.tell(asked, screen.visible_tiles, len(found))
                self.none_page.wish()
            case page:
                heading, words, button, icon, role = words_for(page, screen)
                self.state_page.tell(page, heading, words, button=button, icon=icon, role=role)
                self.pages.setCurrentWidget(self.state_page)
        self._show_details_where_useful()
        self.actions_by_name["fold"].setEnabled(screen.fold_at is not None)
        if screen.page is Page.FAILED:
            self.status_line.show_failure()
        self.chosen.on_chosen()

    def _show_progress(self) -> None:
        screen = self.showing
        self.status_line.show_progress(screen.progress, paused=screen.paused)
        self.actions_by_name["pause"].setChecked(screen.paused)
        if screen.library is not None:
            self.status_line.show_model(screen.library.model.manifest.title, screen.provider)

    def _tell(self, sentence: str) -> None:
        self.notice.tell(sentence)

    def _follow_theme(self) -> None:
        self.grid.colours = self._theme.grid_colours()
        self.grid.viewport().update()
        for action, icon in (
            ("add_folder", "folder-add"),
            ("search_by_file", "image-search"),
            ("search", "search"),
            ("similar", "similar"),
            ("copy", "copy"),
            ("reveal", "reveal"),
            ("models", "settings"),
            ("keys", "keyboard"),
        ):
            self.actions_by_name[action].setIcon(self._theme.icon(icon))

    # What the user asks for

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Choose a folder of photographs", str(paths.pictures_folder())
        )
        if chosen:
            self.showing.add_folders([Path(chosen)])

    def _choose_picture(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in sorted(PICTURE_SUFFIXES | RAW_SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Search by a picture", str(paths.pictures_folder()), f"Pictures ({kinds})"
        )
        if chosen:
            self.showing.search_by_file(Path(chosen))

    def _remove_folder(self, folder: Folder) -> None:
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle("Remove from library")
        question.setText(f"Remove {folder.path.name or folder.path} from the library?")
        question.setInformativeText(
            "Its photos can no longer be found here. The files stay where they are, untouched."
        )
        remove = question.addButton("Remove", QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.buttonClicked.connect(
            lambda button: self.showing.remove_folder(folder.id) if button is remove else None
        )
        question.open()

    def _act_on_state(self, page: Page) -> None:
        match page:
            case Page.NO_FOLDERS:
                self._choose_folder()
            case Page.FAILED:
                self.close()
            case _:
                pass

    def _paste(self) -> None:
        mime = QApplication.clipboard().mimeData()
        if mime is not None:
            self.take(meaning(mime))

    def take(self, dropped: Dropped) -> None:
        """Does what something dropped or pasted means."""
        if dropped.folders:
            self.showing.add_folders(dropped.folders)
        elif dropped.picture is not None:
            self.showing.search_by_file(dropped.picture)
        elif dropped.data is not None:
            self.showing.search_by_bytes(dropped.data, "the dropped picture")
        if dropped.sentence:
            self._tell(dropped.sentence)

    def _focus_photos(self) -> None:
        if self.showing.page is Page.PHOTOS:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.grid.current_id is None and len(self.grid.tiles):
                self.grid.go_to(int(self.grid.tiles.ids[0]))

    def _escape(self) -> None:
        if self.isFullScreen():
            self._toggle_full_screen()
        elif not self.showing.asked.empty:
            self.showing.clear_search()

    def _toggle_fold(self) -> None:
        if self.showing.fold_at is not None:
            self.showing.set_unfolded(not self.showing.unfolded)

    def _toggle_details(self) -> None:
        self._show_details_where_useful()
        self.chosen.on_chosen()

    def _show_details_where_useful(self) -> None:
        wanted = self.actions_by_name["details"].isChecked()
        self.details.setVisible(wanted and self.showing.page not in (Page.PROBLEMS, Page.MODELS))

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_by_name["full_screen"].setChecked(self.isFullScreen())

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(meaning(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewer.setGeometry(self.whole.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        QApplication.quit()
