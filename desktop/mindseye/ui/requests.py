"""What is asked of the window as a whole: by its menus, its keys, and what is dropped on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mindseye.catalog.folders import Folder
from mindseye.search import Query, Words
from mindseye.settings import THEMES
from mindseye.ui.dropping import Dropped, meaning
from mindseye.ui.grid.headings import Grouping
from mindseye.ui.order import order_named
from mindseye.ui.part_chooser import PartDialog
from mindseye.ui.places import LABELLING, TEACHING, Page, WithTag
from mindseye.ui.questions import ask_excludes, ask_removal, choose_folder, choose_picture
from mindseye.ui.translating import tr

if TYPE_CHECKING:
    from mindseye.ui.window import Window


class Requests:
    """Each method does one thing that concerns several parts of the window."""

    def __init__(self, window: "Window", language: str) -> None:
        self._window = window
        self._screen = window.showing
        self._searching = window.showing.searching
        self._actions = window.actions_by_name
        self.language = language
        """What was chosen as the window's language."""

    # Folders and pictures

    def choose_folder(self) -> None:
        """Asks for a folder and adds it."""
        chosen = choose_folder(self._window, self._window.theme)
        if chosen is not None:
            self._screen.add_folders([chosen])

    def remove_folder(self, folder: Folder) -> None:
        """Asks whether a folder is to be forgotten."""
        ask_removal(self._window, folder, lambda: self._screen.remove_folder(folder.id))

    def choose_excludes(self, folder: Folder) -> None:
        """Asks what of a folder is to be left out."""
        ask_excludes(self._window, folder, lambda patterns: self._screen.set_excludes(folder.id, patterns))

    def choose_picture(self) -> None:
        """Asks for a picture and searches by it."""
        chosen = choose_picture(self._window, self._window.theme)
        if chosen is not None:
            self._searching.search_by_files([chosen])

    def paste(self) -> None:
        """Takes what lies on the clipboard."""
        mime = QApplication.clipboard().mimeData()
        if mime is not None:
            self.take(meaning(mime))

    def take(self, dropped: Dropped) -> None:
        """Does what something dropped or pasted means."""
        if dropped.folders:
            self._screen.add_folders(dropped.folders)
        elif dropped.pictures:
            self._searching.search_by_files(dropped.pictures)
        elif dropped.data is not None:
            self._searching.search_by_bytes(dropped.data, tr("the dropped picture"))
        if dropped.sentence:
            self._window.notice.tell(dropped.sentence)

    def choose_part(self, place: int) -> None:
        """Lets a box be drawn on the picture of the chip at this place."""
        dialog = PartDialog(self._searching.asked.chips[place].name, self._window)
        self._searching.choose_part(place, dialog)
        dialog.open()

    def act_on_state(self, page: Page) -> None:
        """Does what the button of a state in words offers."""
        match page:
            case Page.NO_FOLDERS:
                self.choose_folder()
            case Page.FAILED:
                self._window.close()
            case _:
                pass

    # Labels

    def label_many(self) -> None:
        """Goes to the labelling desk with what is shown, or with what was searched for."""
        if self._screen.page in (Page.PHOTOS, Page.PROBABLY_NONE):
            query = self._searching.asked.query()
            shown = [int(photo_id) for photo_id in self._window.grid.tiles.ids]
            self._window.label_desk.begin_with(shown, query if self._searching.answer else Query())
        self._screen.go(LABELLING)

    def teach_shown(self) -> None:
        """Goes to teaching with what was searched for, or the tag that is shown, and what is chosen."""
        place, parts = self._screen.place, self._searching.asked.query().positive
        words = " ".join(part.text for part in parts if isinstance(part, Words))
        chosen: Sequence[int] = ()
        if self._screen.page is Page.PHOTOS:
            chosen = [int(each) for each in self._window.grid.chosen_ids()]
        self.teach(place.name if isinstance(place, WithTag) else words, words, chosen)

    def teach(self, tag: str, words: str = "", chosen: Sequence[int] = ()) -> None:
        """Goes to teaching a tag; with a new one where there is neither name nor example."""
        if tag or chosen:
            self._window.teach_page.begin_with(tag, words, chosen)
        self._screen.go(TEACHING)

    def ask_labels(self) -> None:
        """Goes to the line that takes any labels."""
        self.show_details()
        line = self._window.any_labels.line
        line.setFocus()
        self._window.details.ensureWidgetVisible(line)

    # Where one is

    def focus_photos(self) -> None:
        """Gives the keys to the photos."""
        grid = self._window.grid
        if self._screen.page is Page.PHOTOS:
            grid.setFocus(Qt.FocusReason.OtherFocusReason)
            if grid.current_id is None and len(grid.tiles):
                grid.go_to(int(grid.tiles.ids[0]))

    def escape(self) -> None:
        """Goes one step back: out of full screen, then out of the search."""
        if self._window.isFullScreen():
            self.toggle_full_screen()
        elif not self._searching.asked.empty:
            self._searching.clear()

    def jump(self) -> None:
        """Asks for a date or a name to go to, where there are photos to go to."""
        if self._screen.page is Page.PHOTOS and self._window.viewer.photo_id is None:
            self._window.notice.hide()  # it would lie over the line
            self._window.jump.begin()

    def end_viewing(self) -> None:
        """The viewer was closed: the keys go back to where the photo was opened."""
        self._actions["slides"].setChecked(False)
        (self._window.chosen.chooser or self._window.grid).setFocus()

    # How it looks

    def choose_theme(self, chosen: str) -> None:
        """Takes the theme of this name."""
        for choice in THEMES:
            if choice == chosen:
                self._window.theme.choose(choice)

    def choose_language(self, chosen: str) -> None:
        """Speaks another language from the next start on; what is shown already would stay as it is."""
        self.language = chosen
        self._window.notice.tell(tr("Mindseye speaks the chosen language when it is started again."))

    def toggle_fold(self) -> None:
        """Shows or hides what is less likely."""
        if self._searching.fold_at is not None:
            self._searching.set_unfolded(not self._searching.unfolded)

    def show_details(self) -> None:
        """Shows the details if they are not."""
        if not self._actions["details"].isChecked():
            self._actions["details"].setChecked(True)
            self.follow_details()

    def follow_details(self) -> None:
        """Shows the details or not, as their action says."""
        self._window.show_details_where_useful()
        self._window.chosen.on_chosen()

    def why(self) -> None:
        """Tells why a photo answers, or shows where in the one that is shown large it lies."""
        if self._window.viewer.photo_id is None:
            self.set_why(self._actions["why"].isChecked())
        else:
            self._actions["why"].setChecked(self._window.explaining.on)
            self.show_where()

    def show_where(self) -> None:
        """Shows where in the photo that is shown large it lies, or takes that away."""
        viewer = self._window.viewer
        if viewer.photo_id is not None:
            self._window.heat.toggle(viewer.photo_id, viewer.active)

    def set_why(self, wanted: bool) -> None:
        """Begins or ends to tell why a photo answers."""
        self._actions["why"].setChecked(wanted)
        self._window.explaining.switch(on=wanted)
        if wanted:
            self.show_details()

    def show_timeline(self, *, wanted: bool) -> None:
        """Shows the timeline or not."""
        self._window.middle.timeline_wanted = wanted
        self._window.middle.show_timeline(self._screen)

    def reduce_motion(self, *, reduced: bool) -> None:
        """Lets nothing move by itself, or as much as the system allows."""
        self._window.motion.reduced = reduced
        self._window.grid.fades.wanted = self._window.motion.welcome

    def group(self, chosen: str) -> None:
        """Gathers photos under headings of this kind."""
        grouping = Grouping(chosen)
        self._window.grid.set_grouping(grouping)
        self._screen.set_by_folder(grouping is Grouping.FOLDER)

    def sort(self, chosen: str) -> None:
        """Shows photos in the order of this name."""
        self._screen.set_order(order_named(chosen))
        self._window.middle.result_line.show_order(self._actions.chosen_words("order"))

    def show_strip(self, wanted: bool) -> None:
        """Shows the film strip or not."""
        viewer = self._window.viewer
        viewer.show_strip(wanted)
        if viewer.photo_id is not None and not viewer.compared.panes:
            self._window.chosen.open_photo(viewer.photo_id)

    def toggle_full_screen(self) -> None:
        """Fills the screen, or no longer."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._actions["full_screen"].setChecked(self._window.isFullScreen())
