"""The middle of the window: photos, a state in words, or a page that does its own work, one at a time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from mindseye.operations.wording import unknown_words_sentence
from mindseye.search.hints import hints_for
from mindseye.ui.desk_page import DeskPage
from mindseye.ui.first_steps import FirstSteps
from mindseye.ui.grid.captions import Captions
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.grid.view import PhotoGrid
from mindseye.ui.hint_line import HintLine
from mindseye.ui.pages import ProbablyNonePage, StatePage
from mindseye.ui.places import MODELS, OwnPage, Page
from mindseye.ui.result_line import ResultLine
from mindseye.ui.screen import Screen
from mindseye.ui.state_words import words_for
from mindseye.ui.theme import Theme
from mindseye.ui.timeline import Timeline
from mindseye.ui.translating import tr, translated

_WITH_PHOTOS = (Page.PHOTOS, Page.NOTHING, Page.LOOKING, Page.NO_FOLDERS)


class Middle(QFrame):
    """The line above and the page that is shown below it."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        captions: Captions,
        own_pages: Sequence[DeskPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shell")
        self.setMinimumWidth(280)
        self.result_line = ResultLine(theme)
        self.hint_line = HintLine(theme)
        self.first_steps = FirstSteps(theme)
        self.grid = PhotoGrid(thumbnails, captions, theme.grid_colours())
        self.state_page = StatePage(theme)
        self.none_page = ProbablyNonePage(theme, thumbnails)
        self.own_pages: dict[OwnPage, DeskPage] = {page.place: page for page in own_pages}
        self.timeline = Timeline(theme)
        self.timeline.went.connect(self.grid.bring_to_top)
        self.timeline_wanted = True
        """Whether the timeline is shown where there is something to go to."""
        self.grid.laid_out.connect(lambda: self.timeline.show_place(self.grid.in_view))
        self.stack = QStackedWidget()
        for page in (self.grid, self.state_page, self.none_page, *own_pages):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.first_steps)
        column.addWidget(self.result_line)
        column.addWidget(self.hint_line)
        column.addWidget(self.stack, 1)
        column.addWidget(self.timeline)
        self.grid.row_height_changed.connect(self.result_line.show_row_height)
        self.result_line.row_height_wanted.connect(self.grid.set_row_height)

    def own_page(self, screen: Screen) -> DeskPage | None:
        """The page of its own that is shown, if it is one."""
        place = screen.place
        return self.own_pages[place] if screen.page is Page.OWN and isinstance(place, OwnPage) else None

    def show_screen(self, screen: Screen, *, another: bool) -> None:
        """Shows what the screen says."""
        own = self.own_page(screen)
        photos = screen.page is Page.PHOTOS
        keepable = photos and screen.searching.answer is not None
        self.result_line.tell(
            screen.title,
            screen.subtitle,
            sizes=photos,
            keepable=keepable,
            orderable=photos and screen.orderable,
        )
        self.result_line.setVisible(screen.page in (Page.PHOTOS, Page.NOTHING, Page.OWN))
        searching = screen.searching
        self._hint(screen)
        if screen.page in _WITH_PHOTOS:
            if screen.in_time:
                self.timeline.show_days(screen.visible_tiles.days)
            self.grid.show_tiles(
                screen.visible_tiles,
                fold_at=searching.fold_at,
                in_time=screen.in_time,
                keep_place=not another,
            )
            self.timeline.show_place(self.grid.in_view)
        self.show_timeline(screen)
        if own is not None:
            if another:
                own.enter()
            self.stack.setCurrentWidget(own)
        elif screen.page is Page.PHOTOS:
            if searching.answer is not None:
                self.grid.fold.tell(searching.answer.less_likely, opened=searching.unfolded)
            self.stack.setCurrentWidget(self.grid)
        elif screen.page is Page.PROBABLY_NONE and searching.answer is not None:
            self.stack.setCurrentWidget(self.none_page)
            found = len(searching.answer.tiles)
            unknown = self._unknown(screen) if searching.answer.understood.nothing else ""
            self.none_page.tell(
                searching.asked.spoken(),
                screen.visible_tiles,
                found,
                described=searching.asked.with_words,
                unknown=unknown,
            )
            self.none_page.wish()
        else:
            heading, words, button, icon, role = words_for(screen.page, screen)
            self.state_page.tell(screen.page, heading, words, button=button, icon=icon, role=role)
            self.stack.setCurrentWidget(self.state_page)

    def _hint(self, screen: Screen) -> None:
        """Which words the model does not know (the page of none says so itself), or what it is bad at."""
        answer = screen.searching.answer
        sentence = self._unknown(screen) if screen.page is Page.PHOTOS else ""
        if sentence or answer is None or screen.page not in (Page.PHOTOS, Page.PROBABLY_NONE):
            self.hint_line.tell(sentence, tr("See the models"), lambda: screen.go(MODELS))
            return
        hints = hints_for(answer.query)
        suggestion = hints[0].suggestion if hints else None
        if suggestion is None:
            self.hint_line.tell(translated(hints[0].sentence) if hints else "")
        else:
            self.hint_line.tell(
                translated(hints[0].sentence),
                tr("Search for that"),
                lambda: screen.searching.search_query(suggestion),
            )

    def show_timeline(self, screen: Screen) -> None:
        """Shows the timeline where the photos stand in order of time and span more than a month."""
        useful = screen.page is Page.PHOTOS and screen.in_time and self.timeline.months is not None
        self.timeline.setVisible(useful and self.timeline_wanted)

    @staticmethod
    def _unknown(screen: Screen) -> str:
        answer, library = screen.searching.answer, screen.library
        if answer is None or library is None or not answer.understood.unknown:
            return ""
        return translated(unknown_words_sentence(library.model.manifest.title, answer.understood.unknown))
