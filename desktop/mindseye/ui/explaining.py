"""Why the photo that is looked at answers the search: found out on a worker while somebody wants to know."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations import browse, explain
from mindseye.operations.explain import Seen
from mindseye.search import Query
from mindseye.search.why import Explanation
from mindseye.ui.asked import Chip, Piece
from mindseye.ui.door import Newest
from mindseye.ui.part import UnseenPart
from mindseye.ui.searching import Searching
from mindseye.ui.translating import translated


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the query and what it did."""

    name: str
    negative: bool
    share: float
    """-1 to 1"""


@dataclass(frozen=True, slots=True)
class Why:
    """What is told of one photo."""

    rows: tuple[Row, ...]
    words: tuple[str, ...]
    seen: Seen
    picture: QImage
    """The thumbnail."""


class Explaining(UnseenPart):
    """Follows the photo that is looked at while it is switched on."""

    changed = Signal()
    """Something of what is told changed."""

    def __init__(self, searching: Searching) -> None:
        super().__init__("window-why")
        self.why: Why | None = None
        self.warmth: NDArray[np.float32] | None = None
        """Where in the photo it lies: [rows, columns], 0 to 1."""
        self.looking = False
        """Whether it is still being found out where."""
        self.trouble = ""
        """What could not be told, in a sentence."""
        self._searching = searching
        self._newest_why, self._newest_where = Newest(self.door), Newest(self.door)
        self._on = False
        self._about: tuple[int, Query] | None = None
        self._shown: tuple[int, Query] | None = None

    @property
    def on(self) -> bool:
        """Whether somebody wants to know."""
        return self._on

    @property
    def about_search(self) -> bool:
        """Whether there is a search that a photo could answer."""
        return bool(self._query.parts)

    @property
    def possible(self) -> bool:
        """Whether there is a photo to speak of."""
        return self._about is not None

    def switch(self, *, on: bool) -> None:
        """Begins or ends to find out."""
        self._on = on
        self._tell()

    def consider(self, photo_id: int | None) -> None:
        """Another photo is looked at, or the answer changed."""
        self._about = None if photo_id is None else (photo_id, self._query)
        self._tell()

    @property
    def _query(self) -> Query:
        answer = self._searching.answer
        return Query() if answer is None or answer.by_name else answer.query

    def _tell(self) -> None:
        wanted = self._about if self._on else None
        if wanted != self._shown:
            self._shown = wanted
            self._newest_why.cancel()
            self._newest_where.cancel()
            self.why, self.warmth, self.trouble = None, None, ""
            self.looking = False
            library = self._library
            if wanted is not None and library is not None:
                self._ask(library, *wanted)
        self.changed.emit()

    def _ask(self, library: Library, photo_id: int, query: Query) -> None:
        names = {chip.piece: chip.name for chip in self._searching.asked.chips}
        self._newest_why.ask(
            lambda _: read_why(library, query, photo_id, names), self._take_why, self._cannot
        )
        if query.positive:
            self.looking = True
            self._newest_where.ask(
                lambda token: explain.where(library, query, photo_id, token=token),
                self._take_warmth,
                self._cannot,
            )

    def _take_why(self, why: Why) -> None:
        self.why = why
        self.changed.emit()

    def _take_warmth(self, warmth: NDArray[np.float32]) -> None:
        self.warmth, self.looking = warmth, False
        self.changed.emit()

    def _cannot(self, error: MindseyeError) -> None:
        self.trouble, self.looking = translated(error.message), False
        self.changed.emit()


def read_why(library: Library, query: Query, photo_id: int, names: Mapping[Piece, str]) -> Why:
    """Everything that is quick to tell.

    Raises:
        InputError: the photo is not indexed, or none of its files can be read now.
        ModelError: the model cannot be run.
    """
    told: Explanation = explain.explain(library, query, photo_id)
    seen = explain.seen(library, photo_id)
    jpeg = browse.thumbnail(library, photo_id)
    rows = (
        Row(names.get(each.part, Chip.of(each.part).name), each.part.weight < 0, each.share)
        for each in told.shares
    )
    picture = QImage() if jpeg is None else QImage.fromData(jpeg)
    return Why(tuple(rows), told.words, seen[min(told.crop, len(seen) - 1)], picture)
