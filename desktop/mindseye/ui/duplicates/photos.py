"""The photos of a group, read large on workers; those that will be looked at next are read ahead."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.ui.door import Door, Request
from mindseye.ui.large_photos import LargePhoto, read_large
from mindseye.ui.translating import translated

_KEPT_BYTES = 256 * 1024**2
"""Pixels that are kept of photos that are not seen."""


class SidePhotos(QObject):
    """Reads what is wished for and keeps what was read last."""

    came = Signal(int)
    """A photo (its id) was read, or it is known why it cannot be."""

    def __init__(self) -> None:
        super().__init__()
        self.door = Door("window-side-by-side", threads=2)
        self._library: Library | None = None
        self._side = 256
        self._wanted: tuple[int, ...] = ()
        self._ahead: tuple[int, ...] = ()
        self._kept: OrderedDict[int, LargePhoto] = OrderedDict()
        self._troubles: dict[int, str] = {}
        self._asked: dict[int, Request[LargePhoto]] = {}

    def read_from(self, library: Library) -> None:
        """Where photos are."""
        self._library = library

    def get(self, photo_id: int) -> LargePhoto | None:
        """A photo, if it was read."""
        return self._kept.get(photo_id)

    def trouble(self, photo_id: int) -> str:
        """Why a photo cannot be read, in a sentence; empty where that is not known."""
        return self._troubles.get(photo_id, "")

    def want(self, photo_ids: Sequence[int], side: int) -> None:
        """Reads these with a shorter side of at least so many pixels; earlier wishes are called off."""
        wanted = tuple(dict.fromkeys(photo_ids))
        if wanted != self._wanted:
            self._troubles.clear()  # their drives may be back
        self._side, self._wanted = side, wanted
        for photo_id in [each for each in self._asked if each not in self._wanted]:
            self._asked.pop(photo_id).cancel()
        for photo_id in self._wanted:
            if not (photo_id in self._asked or photo_id in self._troubles or self._serves(photo_id)):
                self._ask(photo_id, side)
        self._read_ahead()

    def want_whole(self, photo_id: int) -> None:
        """Reads all pixels of a photo."""
        kept = self._kept.get(photo_id)
        if photo_id not in self._asked and (kept is None or not kept.whole):
            self._ask(photo_id, None)

    def expect(self, photo_ids: Sequence[int]) -> None:
        """These will be wished for next."""
        self._ahead = tuple(photo_ids)
        self._read_ahead()

    def _serves(self, photo_id: int) -> bool:
        kept = self._kept.get(photo_id)
        return kept is not None and (kept.whole or min(kept.image.width(), kept.image.height()) >= self._side)

    def _ask(self, photo_id: int, side: int | None) -> None:
        library = self._library
        if library is None:
            return

        def take(photo: LargePhoto) -> None:
            self._asked.pop(photo_id, None)
            self._keep(photo)
            self.came.emit(photo_id)
            self._read_ahead()

        def fail(error: MindseyeError) -> None:
            self._asked.pop(photo_id, None)
            self._troubles[photo_id] = translated(error.message)
            self.came.emit(photo_id)
            self._read_ahead()

        self._asked[photo_id] = self.door.ask(
            lambda token: read_large(library, photo_id, side, token), take, fail
        )

    def _read_ahead(self) -> None:
        """One after the other, once everything wished for is there."""
        while self._ahead and not self._asked:
            photo_id, *rest = self._ahead
            self._ahead = tuple(rest)
            if photo_id not in self._troubles and not self._serves(photo_id):
                self._ask(photo_id, self._side)

    def _keep(self, photo: LargePhoto) -> None:
        self._kept[photo.photo_id] = photo
        self._kept.move_to_end(photo.photo_id)
        size = sum(each.image.sizeInBytes() for each in self._kept.values())
        for photo_id in list(self._kept):
            if size <= _KEPT_BYTES:
                break
            if photo_id not in self._wanted:
                size -= self._kept.pop(photo_id).image.sizeInBytes()
