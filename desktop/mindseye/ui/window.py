"""The main window: its parts put together, and what they say to one another."""

import dataclasses
import itertools
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from mindseye.catalog.folders import Folder
from mindseye.operations import browse
from mindseye.operations.captions import captions_of
from mindseye.search import Query, Words
from mindseye.settings import THEMES, Settings
from mindseye.ui import file_work
from mindseye.ui.actions import Actions
from mindseye.ui.albums import Albums
from mindseye.ui.any_labels import AnyLabels
from mindseye.ui.categories_page import CategoriesPage
from mindseye.ui.chosen_photos import ChosenPhotos, open_folder
from mindseye.ui.details import DetailsPanel
from mindseye.ui.door import Door
from mindseye.ui.dropping import Dropped, dragged_photos, is_welcome, meaning
from mindseye.ui.explaining import Explaining
from mindseye.ui.file_work import FileWork
from mindseye.ui.first_run import FirstRun
from mindseye.ui.frame import Frame
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.headings import Grouping, grouping_named
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.help import show_about, show_updates
from mindseye.ui.indexing_control import IndexingControl
from mindseye.ui.jump import Jump
from mindseye.ui.keys_dialog import KeysDialog
from mindseye.ui.label_desk import LabelDesk
from mindseye.ui.labelling import IN_VIEWER, Labelling
from mindseye.ui.meaning_map.page import MapPage
from mindseye.ui.middle import Middle
from mindseye.ui.models_page import ModelsPage
from mindseye.ui.motion import Motion
from mindseye.ui.notice import Notice
from mindseye.ui.palette import CommandPalette
from mindseye.ui.part_chooser import PartDialog
from mindseye.ui.places import CATEGORIES, LABELLING, MAP, MODELS, TEACHING, Page, WithTag
from mindseye.ui.problems_page import ProblemsPage
from mindseye.ui.questions import ask_excludes, ask_removal, choose_folder, choose_picture
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
        self._theme = theme
        self._motion = Motion()
        self._loader = Door("window-thumbnails", threads=2)
        self._opener = Door("window-viewer")
        self.thumbnails = Thumbnails(self._loader)
        self._describer = Door("window-captions")
        self.captions = Captions(self._describer, self)
        self.first_run = FirstRun(screen, self._describer, welcomed=settings.welcomed)
        self.search_bar = SearchBar(theme)
        self.sidebar = SideBar(theme)
        self.problems_page, self.models_page = ProblemsPage(), ModelsPage(theme)
        self.label_desk = LabelDesk(theme, self.thumbnails)
        self.teach_page = TeachPage(theme, self.thumbnails)
        self.categories_page = CategoriesPage(theme, self.thumbnails)
        self.map_page = MapPage(theme, self._loader, self._describer, lambda: self._motion.welcome)
        pages = [
            *(self.map_page, self.problems_page, self.models_page),
            *(self.label_desk, self.teach_page, self.categories_page),
        ]
        self.middle = Middle(theme, self.thumbnails, self.captions, pages)
        self.grid = self.middle.grid
        self.explaining = Explaining(screen.searching)
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
        self.viewer = Viewer(theme, self.thumbnails, self._strip_thumbnails, self._motion, self.frame)
        self.notice = Notice(theme, self.middle.stack)
        self.actions_by_name = Actions(self, self.grid, self.menuBar())
        self.palette_above = CommandPalette(self.actions_by_name, self)
        self.chosen = ChosenPhotos(screen, self.grid, self.viewer, self.details, self.actions_by_name)
        self.jump = Jump(self.grid, self.chosen.reader, self)
        self.labelling = Labelling(self, self.chosen, self.actions_by_name)
        self.sidecar_writing = SidecarWriting(self, self.chosen, allowed=settings.sidecars)
        self.file_work = FileWork(self, self.chosen, self.labelling, self.actions_by_name)
        self.indexing = IndexingControl(screen, self.actions_by_name, self.status_line, settings)
        self.albums = Albums(self, screen, self.chosen, self.actions_by_name)
        self._own_pages = tuple(self.middle.own_pages.values())
        self._set_tab_order()
        self._connect_screen()
        self._connect_parts()
        self._connect_albums_and_parts()
        self._connect_actions()
        self._restore(settings)
        self._follow_theme()
        self._show_page(another=True)

    # Put together

    def _set_tab_order(self) -> None:
        order = (self.search_bar.line, self.grid, self.grid.fold, self.sidebar.tree)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect_screen(self) -> None:
        screen = self.showing
        screen.opened.connect(self._on_open)
        screen.shown.connect(lambda another: self._show_page(another=another))
        screen.renewed.connect(self._renew)
        screen.surveyed.connect(lambda: self.sidebar.show_survey(screen.survey))
        screen.surveyed.connect(screen.searching.read_vocabulary)
        screen.searching.asked_changed.connect(lambda: self.search_bar.show_asked(screen.searching.asked))
        screen.told.connect(self.notice.tell)
        for page in self._own_pages:
            page.told.connect(self.notice.tell)
        self.file_work.going.connect(self.chosen.make_way)
        for teller in (self.labelling, self.file_work, self.sidecar_writing, self.any_labels, self.albums):
            teller.told.connect(self.notice.tell)
        for door in (self._loader, self._opener, self._describer, self.chosen.reader, self.explaining.door):
            door.went_wrong.connect(self.notice.tell)

    def _connect_parts(self) -> None:
        screen, searching, bar = self.showing, self.showing.searching, self.search_bar
        bar.typed.connect(searching.type_words)
        bar.entered.connect(searching.settle)
        bar.left.connect(self._focus_photos)
        bar.cleared.connect(searching.clear)
        bar.chip_changed.connect(searching.set_chip)
        bar.chip_edited.connect(searching.edit_chip)
        searching.vocabulary_read.connect(lambda words: setattr(bar, "vocabulary", words))
        bar.picture_wanted.connect(self._choose_picture)
        bar.picture_pasted.connect(self._paste)
        self.sidebar.chosen.connect(screen.go)
        self.sidebar.search_wanted.connect(searching.search_words)
        self.sidebar.opened_changed.connect(screen.open_folders)
        searching.vocabulary_read.connect(lambda words: self.sidebar.show_searches(words.searches))
        self.sidebar.add_wanted.connect(self._choose_folder)
        self.sidebar.removal_wanted.connect(self._remove_folder)
        self.sidebar.excludes_wanted.connect(
            lambda folder: ask_excludes(
                self, folder, lambda patterns: self.showing.set_excludes(folder.id, patterns)
            )
        )
        self.sidebar.reveal_wanted.connect(open_folder)
        self.sidebar.teach_wanted.connect(lambda tag: self._teach(tag, ""))
        self.grid.opened.connect(self.chosen.open_photo)
        self.grid.chosen_changed.connect(self.chosen.on_chosen)
        self.grid.escaped.connect(self._escape)
        self.grid.drag_wanted.connect(self.chosen.drag_out)
        self.grid.fold.clicked.connect(lambda: searching.set_unfolded(not searching.unfolded))
        self.grid.customContextMenuRequested.connect(self.chosen.menu)
        self.first_run.changed.connect(self._show_first_steps)
        self.middle.first_steps.waved_away.connect(self.first_run.end)
        self.middle.first_steps.tried.connect(searching.search_words)
        self.middle.none_page.opened.connect(self.chosen.open_photo)
        self.middle.none_page.all_wanted.connect(searching.show_nearest)
        self.middle.none_page.models_wanted.connect(lambda: screen.go(MODELS))
        self.middle.state_page.acted.connect(self._act_on_state)
        self.problems_page.reveal_wanted.connect(lambda path: open_folder(path.parent))
        self.chosen.rested.connect(self.explaining.consider)
        self.chosen.rested.connect(lambda _: self.any_labels.show_photos(self.chosen.ids()))
        self.why_panel.wanted.connect(self._set_why)
        self.details.reveal_wanted.connect(lambda path: open_folder(path.parent))
        self.details.rated.connect(self.labelling.rate)
        self.details.judged.connect(
            lambda photo_id, category, label, right: self.labelling.judge(
                photo_id, category, label, right=right
            )
        )
        self.details.taken.connect(self.labelling.take_tag)
        self.details.tag_wanted.connect(self.labelling.edit_tags)
        self.details.caption_wanted.connect(self.labelling.edit_caption)
        self.details.similar_wanted.connect(searching.find_similar)
        self.viewer.step_wanted.connect(self.chosen.step)
        self.viewer.closed.connect(self._on_viewer_closed)
        self.viewer.current_changed.connect(self.chosen.on_chosen)
        self.viewer.photo_wanted.connect(self.chosen.open_photo)
        self._theme.changed.connect(self._follow_theme)

    def _connect_albums_and_parts(self) -> None:
        self.sidebar.album_renamed.connect(self.albums.rename)
        self.sidebar.album_deleted.connect(self.albums.delete)
        self.sidebar.album_search_opened.connect(self.albums.open_search)
        self.sidebar.photos_dropped.connect(self.albums.put)
        self.middle.result_line.keep_wanted.connect(self.albums.keep_search)
        self.chosen.chose.connect(self.albums.update_actions)
        self.search_bar.chip_part_wanted.connect(self._choose_part)
        self.viewer.part_wanted.connect(self.chosen.find_part)

    def _connect_actions(self) -> None:
        for name in (*IN_VIEWER, *file_work.IN_VIEWER):
            self.viewer.addAction(self.actions_by_name[name])
        screen, actions = self.showing, self.actions_by_name
        self.map_page.join(self.chosen, actions, screen, self._escape)
        actions.connect(
            {
                "add_folder": self._choose_folder,
                "search_by_file": self._choose_picture,
                "map": lambda: screen.go(MAP),
                "models": lambda: screen.go(MODELS),
                "label": self._label_many,
                "teach": self._teach_shown,
                "categories": lambda: screen.go(CATEGORIES),
                "ask_labels": self._ask_labels,
                "sidecars": self.sidecar_writing.begin,
                "into_pictures": self.sidecar_writing.begin_with_pictures,
                "quit": self.close,
                "search": self.search_bar.take_focus,
                "paste": self._paste,
                "similar": self.chosen.find_similar,
                "forget_searches": screen.searching.forget_searches,
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
                "why": lambda: self._set_why(actions["why"].isChecked()),
                "jump": self._jump,
                "compare": self.chosen.compare,
                "slides": lambda: self.chosen.show_slides(actions["slides"].isChecked()),
                "strip": lambda: self._show_strip(actions["strip"].isChecked()),
                "timeline": lambda: self._show_timeline(wanted=actions["timeline"].isChecked()),
                "squares": lambda: self.grid.set_squares(actions["squares"].isChecked()),
                "less_motion": lambda: self._reduce_motion(reduced=actions["less_motion"].isChecked()),
                "full_screen": self._toggle_full_screen,
                "palette": self.palette_above.open,
                "keys": lambda: KeysDialog(self.actions_by_name, self).open(),
                "updates": lambda: show_updates(self),
                "about": lambda: show_about(self, self._theme),
            }
        )
        actions.connect_choice("theme", self._theme.choice, self._choose_theme)
        actions["sidebar"].setChecked(True)

    # Kept from one session to the next

    def _restore(self, settings: Settings) -> None:
        self.grid.set_row_height(settings.row_height)
        self.middle.result_line.show_row_height(self.grid.row_height)
        grouping = grouping_named(settings.headings)
        self._group(grouping.value)
        self.actions_by_name.connect_choice("headings", grouping.value, self._group)
        self.grid.set_squares(settings.squares)
        self.actions_by_name["timeline"].setChecked(settings.timeline)
        self._show_timeline(wanted=settings.timeline)
        self.actions_by_name.take_keys(settings.keys)
        self.actions_by_name["less_motion"].setChecked(settings.less_motion)
        self._reduce_motion(reduced=settings.less_motion)
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
            theme=self._theme.choice,
            row_height=self.grid.row_height,
            headings=self.grid.grouping.value,
            squares=self.grid.squares,
            timeline=self.middle.timeline_wanted,
            keys=self.actions_by_name.changed_keys(),
            welcomed=self.first_run.welcomed,
            less_motion=self._motion.reduced,
            film_strip=self.actions_by_name["strip"].isChecked(),
            window=bytes(self.saveGeometry().toBase64().data()).decode(),
            sidebar_width=left or settings.sidebar_width,
            details_width=right or settings.details_width,
            details_shown=self.actions_by_name["details"].isChecked(),
            sidecars=self.sidecar_writing.allowed,
        )

    def end(self) -> None:
        """Ends the window's own work; to be called before the library is closed."""
        self.chosen.close()
        self.labelling.end()
        self.file_work.end()
        self.sidecar_writing.end()
        self.explaining.end()
        self.any_labels.end()
        self.albums.end()
        for page in self._own_pages:
            page.end()
        for door in (self._loader, self._opener, self._describer):
            door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that is to be seen is there."""
        doors = self._loader.idle and self._opener.idle and self._describer.idle and self.chosen.idle
        pages = all(page.idle for page in self._own_pages)
        doors = (
            doors
            and self.labelling.idle
            and self.file_work.idle
            and self.sidecar_writing.idle
            and self.explaining.idle
            and self.any_labels.door.idle
        )
        doors = doors and self.labelling.idle and self.sidecar_writing.idle and self.explaining.idle
        doors = doors and self.albums.idle
        thumbnails = self.thumbnails.idle and self._strip_thumbnails.idle and not self.grid.fades.active
        return doors and pages and self.showing.idle and thumbnails

    # What the screen says

    def _on_open(self) -> None:
        library = self.showing.library
        assert library is not None
        for thumbnails in (self.thumbnails, self._strip_thumbnails):
            thumbnails.read_from(lambda photo_id: browse.thumbnail(library, photo_id))
        self.captions.read_from(lambda photo_ids: captions_of(library, photo_ids))
        self.viewer.read_from(library, self._opener)
        for page in self._own_pages:
            page.take(library)
        self.labelling.take(library)
        self.file_work.take(library)
        self.jump.take(library)
        self.sidecar_writing.take(library)
        self.explaining.take(library)
        self.any_labels.take(library)
        self.albums.take(library)
        self.indexing.show()

    def _show_page(self, *, another: bool) -> None:
        screen = self.showing
        self.sidebar.show_place(screen.place if screen.searching.answer is None else None)
        if screen.page is not Page.PHOTOS and (self.grid.hasFocus() or self.grid.fold.hasFocus()):
            self.search_bar.line.setFocus()
        self.middle.show_screen(screen, another=another)
        self._show_details_where_useful()
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
        self.grid.colours = self._theme.grid_colours()
        self.grid.viewport().update()
        self.actions_by_name.paint_icons(self._theme.icon)

    # What the user asks for

    def _choose_folder(self) -> None:
        chosen = choose_folder(self)
        if chosen is not None:
            self.showing.add_folders([chosen])

    def _label_many(self) -> None:
        """Goes to the labelling desk with what is shown, or with what was searched for."""
        screen = self.showing
        if screen.page in (Page.PHOTOS, Page.PROBABLY_NONE):
            query = screen.searching.asked.query()
            shown = [int(photo_id) for photo_id in self.grid.tiles.ids]
            self.label_desk.begin_with(shown, query if screen.searching.answer else Query())
        screen.go(LABELLING)

    def _teach_shown(self) -> None:
        """Goes to teaching with what was searched for, or the tag that is shown, and what is chosen."""
        screen, place = self.showing, self.showing.place
        words = " ".join(
            part.text for part in screen.searching.asked.query().positive if isinstance(part, Words)
        )
        chosen = [int(each) for each in self.grid.chosen_ids()] if screen.page is Page.PHOTOS else []
        self._teach(place.name if isinstance(place, WithTag) else words, words, chosen)

    def _teach(self, tag: str, words: str, chosen: Sequence[int] = ()) -> None:
        if tag or chosen:
            self.teach_page.begin_with(tag, words, chosen)
        self.showing.go(TEACHING)

    def _ask_labels(self) -> None:
        self.actions_by_name["details"].setChecked(True)
        self._toggle_details()
        self.any_labels.line.setFocus()
        self.details.ensureWidgetVisible(self.any_labels.line)

    def _choose_theme(self, chosen: str) -> None:
        for choice in THEMES:
            if choice == chosen:
                self._theme.choose(choice)

    def _choose_picture(self) -> None:
        chosen = choose_picture(self)
        if chosen is not None:
            self.showing.searching.search_by_files([chosen])

    def _remove_folder(self, folder: Folder) -> None:
        ask_removal(self, folder, lambda: self.showing.remove_folder(folder.id))

    def _choose_part(self, place: int) -> None:
        dialog = PartDialog(self.showing.searching.asked.chips[place].name, self)
        self.showing.searching.choose_part(place, dialog)
        dialog.open()

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
        elif dropped.pictures:
            self.showing.searching.search_by_files(dropped.pictures)
        elif dropped.data is not None:
            self.showing.searching.search_by_bytes(dropped.data, "the dropped picture")
        if dropped.sentence:
            self.notice.tell(dropped.sentence)

    def _focus_photos(self) -> None:
        if self.showing.page is Page.PHOTOS:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.grid.current_id is None and len(self.grid.tiles):
                self.grid.go_to(int(self.grid.tiles.ids[0]))

    def _escape(self) -> None:
        if self.isFullScreen():
            self._toggle_full_screen()
        elif not self.showing.searching.asked.empty:
            self.showing.searching.clear()

    def _toggle_fold(self) -> None:
        searching = self.showing.searching
        if searching.fold_at is not None:
            searching.set_unfolded(not searching.unfolded)

    def _toggle_details(self) -> None:
        self._show_details_where_useful()
        self.chosen.on_chosen()

    def _set_why(self, wanted: bool) -> None:
        self.actions_by_name["why"].setChecked(wanted)
        self.explaining.switch(on=wanted)
        if wanted and not self.actions_by_name["details"].isChecked():
            self.actions_by_name["details"].setChecked(True)
            self._toggle_details()

    def _show_details_where_useful(self) -> None:
        wanted = self.actions_by_name["details"].isChecked()
        self.details.setVisible(wanted and (self.showing.page is not Page.OWN or self.showing.place == MAP))

    def _show_timeline(self, *, wanted: bool) -> None:
        self.middle.timeline_wanted = wanted
        self.middle.show_timeline(self.showing)

    def _reduce_motion(self, *, reduced: bool) -> None:
        self._motion.reduced = reduced
        self.grid.fades.wanted = self._motion.welcome

    def _group(self, chosen: str) -> None:
        grouping = Grouping(chosen)
        self.grid.set_grouping(grouping)
        self.showing.set_by_folder(grouping is Grouping.FOLDER)

    def _jump(self) -> None:
        if self.showing.page is Page.PHOTOS and self.viewer.photo_id is None:
            self.jump.begin()

    def _show_first_steps(self) -> None:
        self.middle.first_steps.tell(self.first_run.step, self.first_run.suggestions)

    def _show_strip(self, wanted: bool) -> None:
        self.viewer.show_strip(wanted)
        if self.viewer.photo_id is not None and not self.viewer.compared.panes:
            self.chosen.open_photo(self.viewer.photo_id)

    def _on_viewer_closed(self) -> None:
        self.actions_by_name["slides"].setChecked(False)
        (self.chosen.chooser or self.grid).setFocus()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_by_name["full_screen"].setChecked(self.isFullScreen())

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        over_bar = self.search_bar.rect().contains(self.search_bar.mapFrom(self, event.position().toPoint()))
        if dragged_photos(event.mimeData()) and not over_bar:
            event.ignore()  # photos of the library that were let go of on their way
            return
        event.acceptProposedAction()
        self.take(meaning(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewer.setGeometry(self.frame.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        QApplication.quit()
