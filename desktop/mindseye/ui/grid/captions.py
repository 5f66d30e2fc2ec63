"""The words for the photographs in view, read on a worker: for screen readers and for badges."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from mindseye.operations.captions import Caption
from mindseye.ui.door import Door, Newest
from mindseye.ui.translating import long_date, tr, translated

MAXIMUM = 4000
"""Captions that are kept."""

Read = Callable[[Sequence[int]], dict[int, Caption]]


class Captions(QObject):
    """Captions of what is in view and was so lately."""

    came = Signal()
    """More captions are there."""
    outdated = Signal()
    """Those in view are to be wanted again."""

    def __init__(self, door: Door, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = Newest(door)
        self._read: Read | None = None
        self._kept: OrderedDict[int, Caption] = OrderedDict()
        self._outdated: set[int] = set()
        self._changes = 0

    def read_from(self, read: Read) -> None:
        """Where captions come from: called on a worker with photo ids."""
        self._read = read

    def get(self, photo_id: int) -> Caption | None:
        """The caption, if it is there."""
        return self._kept.get(photo_id)

    def want(self, photo_ids: Sequence[int]) -> None:
        """Reads those of these that are not there; what was asked before is called off."""
        read = self._read
        missing = [each for each in photo_ids if each not in self._kept or each in self._outdated]
        if read is not None and missing:
            changes = self._changes
            self._newest.ask(lambda _: read(missing), lambda found: self._take(found, changes))

    def renew(self) -> None:
        """The library changed: all of them are read again when they are wanted, and told until then."""
        self._changes += 1
        self._outdated = set(self._kept)
        self.outdated.emit()

    def _take(self, found: dict[int, Caption], changes: int) -> None:
        self._kept.update(found)
        if changes == self._changes:
            self._outdated -= found.keys()
        else:
            self._outdated |= found.keys()  # the library changed while they were read
        while len(self._kept) > MAXIMUM:
            self._kept.popitem(last=False)
        self.came.emit()


def pins(caption: Caption) -> list[str]:
    """That a photo stays in live albums whatever their searches find."""
    return [tr("pinned to {album}", album=name) for name in caption.pinned_to]


def spoken(caption: Caption) -> str:
    """A caption as it is read out: sea.jpg, 3 May 2021, beach, day."""
    parts = [caption.name]
    if caption.taken_at is not None:
        parts.append(long_date(caption.taken_at))
    parts += [translated(tag) for tag in caption.tags]
    parts += pins(caption)
    if not caption.online:
        parts.append(tr("away"))
    return ", ".join(parts)
