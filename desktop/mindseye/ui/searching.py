"""The search of the window: what is asked, the answer to it, and the fold between likely and less likely."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mindseye.library import Library
from mindseye.operations import find, searches
from mindseye.search import Box, PictureFile, Query, SimilarTo, format_query
from mindseye.ui.asked import Asked, Chip, SearchPicture
from mindseye.ui.door import Door, Newest
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.outside_pictures import from_bytes, from_file, from_library, part_of, read_image
from mindseye.ui.part_chooser import PartDialog
from mindseye.ui.parts import single_shot
from mindseye.ui.places import NEAREST, Answer, answer
from mindseye.ui.translating import tr

TYPING_MILLISECONDS = 200
"""Pause in typing after which is searched."""


class Searching(QObject):
    """What is asked of the library and what it answered; late answers are dropped."""

    asked_changed = Signal()
    """What the search bar holds changed, other than by typing."""
    answered = Signal(bool)
    """An answer is there; true when it is another view, false when it was renewed."""
    refolded = Signal()
    """The fold was opened or closed, or the nearest photos are to be shown all the same."""
    vocabulary_read = Signal(object)
    """What can be completed is known, or changed."""
    ended = Signal()
    """Nothing is asked any more."""

    def __init__(self, reader: Door) -> None:
        super().__init__()
        self.asked = Asked()
        self.answer: Answer | None = None
        self.unfolded = False
        self.nearest_anyway = False
        self.door = Door("window-search")
        self.model_door = Door("window-model")
        """Gets the model ready for words, while photos are shown and names are searched."""
        self._library: Library | None = None
        self._newest_search, self._newest_picture = Newest(self.door), Newest(reader)
        self._newest_words = Newest(reader)
        self._typing = single_shot(self, TYPING_MILLISECONDS, self.search_now)

    def take(self, library: Library) -> None:
        """Searches this library from now on."""
        self._library = library
        self.model_door.ask(lambda _: find.get_words_ready(library), lambda _: self._get_real_answer())

    def close(self) -> None:
        """Calls off what is under way."""
        self._typing.stop()
        self.door.close()
        self.model_door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that was asked is answered."""
        return self.door.idle and self.model_door.idle and not self._typing.isActive()

    # What is asked

    def type_words(self, words: str) -> None:
        """Takes what is typed; searches when the typing pauses."""
        self.asked = replace(self.asked, words=words)
        self._typing.start()

    def search_words(self, words: str) -> None:
        """Searches for words that were not typed, in the language of queries."""
        self._ask(Asked(words))

    def search_query(self, query: Query) -> None:
        """Searches for a query that was made elsewhere."""
        self._ask(Asked.of([*query.parts, *query.conditions], self.asked.chips))

    def settle(self) -> None:
        """Turns the finished pieces of the text into chips, searches at once, and remembers the search."""
        self._ask(self.asked.settled())
        query = self.asked.query()
        if not self.asked.parsed().mistakes and not query.empty and not self.asked.with_picture:
            self._remember(format_query(query))

    def forget_searches(self) -> None:
        """Forgets what was searched before."""
        library = self._library
        if library is not None:
            self.door.ask(lambda _: searches.forget_searches(library), lambda _: self.read_vocabulary())

    def read_vocabulary(self) -> None:
        """Reads what can be completed."""
        library = self._library
        if library is not None:
            self._newest_words.ask(lambda _: searches.vocabulary(library), self.vocabulary_read.emit)

    def _remember(self, text: str) -> None:
        library = self._library
        if library is not None:
            self.door.ask(lambda _: searches.remember_search(library, text), lambda _: self.read_vocabulary())

    def set_chip(self, place: int, chip: Chip | None) -> None:
        """Puts another chip in the place of one, or takes it away."""
        self.asked = self.asked.with_chip_instead(place, chip)
        self.asked_changed.emit()
        self._typing.start()  # a weight that is dragged changes many times

    def edit_chip(self, place: int) -> None:
        """Takes a chip back into the text, before what is typed."""
        chip = self.asked.chips[place]
        text = f"{chip.text} {self.asked.words}".strip()
        self._ask(replace(self.asked.with_chip_instead(place, None), words=text))

    def choose_part(self, place: int, dialog: PartDialog) -> None:
        """Lets a part of the picture of a chip be chosen in a dialog, and searches by that instead."""
        library, piece = self._library, self.asked.chips[place].piece
        if library is None or not isinstance(piece, PictureFile | SimilarTo):
            return

        def search(box: Box) -> None:
            self._newest_picture.ask(
                lambda _: part_of(library, piece, box),
                lambda found: self._ask(self.asked.with_chip_instead(place, _chip(found))),
            )

        dialog.chosen.connect(search)
        self._newest_picture.ask(lambda _: read_image(library, piece), dialog.show_image)

    def find_similar(self, photo_id: int, box: Box | None = None) -> None:
        """Searches for photos that look like one of the library, or like a part of it."""
        library = self._library
        if library is not None:
            self._newest_picture.ask(
                lambda _: from_library(library, photo_id, box),
                lambda found: self._ask(Asked(chips=(_chip(found),))),
            )

    def search_by_files(self, paths: Sequence[Path]) -> None:
        """Searches for photos that look like the pictures in some files."""
        self._newest_picture.ask(lambda _: [from_file(path) for path in paths], self._search_by)

    def search_by_bytes(self, data: bytes, name: str) -> None:
        """Searches for photos that look like a picture that was pasted or dropped."""
        self._newest_picture.ask(lambda _: [from_bytes(data, name)], self._search_by)

    def clear(self) -> None:
        """Ends the search."""
        self.forget()
        self.ended.emit()

    def forget(self) -> None:
        """Ends the search without a word, because another view takes its place."""
        self._typing.stop()
        self._newest_search.cancel()
        self._newest_picture.cancel()
        self.answer = None
        self.unfolded = self.nearest_anyway = False
        if not self.asked.empty:
            self.asked = Asked()
            self.asked_changed.emit()

    def _search_by(self, pictures: Sequence[SearchPicture]) -> None:
        known = {chip.piece for chip in self.asked.chips}
        new = tuple(_chip(each) for each in pictures if each.part not in known)
        self._ask(replace(self.asked, chips=(*self.asked.chips, *new)))

    def _ask(self, asked: Asked) -> None:
        self.asked = asked
        self.asked_changed.emit()
        self.search_now()

    # The answer

    def search_now(self) -> None:
        """Searches at once."""
        self._search(another=True)

    def renew(self) -> None:
        """Asks again where there is an answer, because the library changed."""
        if self.answer is not None:
            self._search(another=False)

    def set_unfolded(self, unfolded: bool) -> None:
        """Opens or closes the fold."""
        self.unfolded = unfolded
        self.refolded.emit()

    def show_nearest(self) -> None:
        """Shows all results although none is likely."""
        self.nearest_anyway = True
        self.refolded.emit()

    @property
    def probably_none(self) -> bool:
        """Whether the answer is that there is probably no such photo."""
        found = self.answer
        if found is None or found.likely or found.by_name:
            return False
        return not len(found.tiles) or not (self.nearest_anyway or self.asked.with_picture)

    @property
    def getting_ready(self) -> bool:
        """Whether the model is not ready for words yet, and no file is named like them."""
        return self.answer is not None and self.answer.by_name and not len(self.answer.tiles)

    @property
    def visible_tiles(self) -> Tiles:
        """The photos of the answer that are to be seen: the likely ones, all, or the nearest few."""
        if self.answer is None:
            return Tiles.none()
        if self.probably_none:
            return self.answer.tiles.first(NEAREST)
        if self.unfolded or not self.answer.likely:
            return self.answer.tiles
        return self.answer.tiles.first(self.answer.likely)

    @property
    def fold_at(self) -> int | None:
        """Where the fold lies among the visible photos; None when there is none."""
        if self.answer is None or not self.answer.likely or not self.answer.less_likely:
            return None
        return self.answer.likely

    @property
    def title(self) -> str:
        """How many were found, in words."""
        if self.answer is None:
            return ""
        if self.answer.by_name:
            return tr("{count} by name", count=len(self.answer.tiles))
        if self.answer.likely:
            return tr("{count} likely", count=self.answer.likely)
        return tr("{count} nearest", count=len(self.answer.tiles))

    @property
    def subtitle(self) -> str:
        """What the title leaves out."""
        if self.answer is None:
            return ""
        if self.answer.by_name:
            return tr("getting ready to look at what they show")
        if not self.answer.likely:
            return tr("none of them stands out")
        less = self.answer.less_likely
        return tr("{count} less likely", count=less) if less else ""

    def _search(self, *, another: bool) -> None:
        self._typing.stop()
        library, query = self._library, self.asked.query()
        if query.empty:
            if self.answer is not None:
                self.clear()
        elif library is not None:
            self._newest_search.ask(
                lambda _: answer(library, query), lambda found: self._take(found, another=another)
            )

    def _get_real_answer(self) -> None:
        """The model is ready: what was answered by names alone is asked again."""
        if self.answer is not None and self.answer.by_name:
            self._search(another=True)

    def _take(self, found: Answer, *, another: bool) -> None:
        self.answer = found
        if another:
            self.nearest_anyway = False
            # Whoever asks for look-alikes has the picture itself already.
            self.unfolded = self.asked.with_picture and found.likely <= 1
        self.answered.emit(another)


def _chip(picture: SearchPicture) -> Chip:
    return Chip(picture.part, picture.name, picture.image)
