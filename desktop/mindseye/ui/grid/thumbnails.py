"""Thumbnails for what is visible and just about to be, decoded on workers, kept up to a size."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from mindseye.errors import MindseyeError
from mindseye.tasks import CancelToken
from mindseye.ui.door import Door, Request

MAXIMUM_BYTES = 192 * 1024**2
"""Pixels kept: about 900 thumbnails of an ordinary window on an ordinary screen."""

_NEAR_ENOUGH = 0.04
"""A thumbnail whose size is off by no more than this part is drawn as it is."""

Fetch = Callable[[int], bytes | None]


@dataclass(slots=True)
class Thumbnail:
    """A photograph's pixels at the size its cell had, and when they came."""

    pixmap: QPixmap
    came: float

    @property
    def cost(self) -> int:
        """Bytes of its pixels."""
        return self.pixmap.width() * self.pixmap.height() * 4


Wish = tuple[int, QSize]
"""A photo id and the size in device pixels that is to be filled."""


class Thumbnails(QObject):
    """Loads what is wished for and forgets what was not seen longest."""

    came = Signal(int)
    """A photograph's thumbnail is there, or is there in a better size."""

    def __init__(self, door: Door, *, maximum_bytes: int = MAXIMUM_BYTES) -> None:
        super().__init__()
        self._door = door
        self._maximum_bytes = maximum_bytes
        self._bytes = 0
        self._fetch: Fetch | None = None
        self._kept: OrderedDict[int, Thumbnail] = OrderedDict()
        self._asked: dict[int, tuple[QSize, Request[QImage | None]]] = {}
        self._missing: set[int] = set()

    def read_from(self, fetch: Fetch) -> None:
        """Where thumbnails come from: called on a worker with a photo id, gives JPEG bytes."""
        self._fetch = fetch

    def get(self, photo_id: int) -> Thumbnail | None:
        """The thumbnail, if it is there, in whatever size."""
        found = self._kept.get(photo_id)
        if found is not None:
            self._kept.move_to_end(photo_id)
        return found

    def is_missing(self, photo_id: int) -> bool:
        """Whether the photograph turned out to have no thumbnail that can be made."""
        return photo_id in self._missing

    def want(self, wishes: Sequence[Wish]) -> None:
        """Loads these, the first first, and calls off what was wished for before and is not now."""
        fetch = self._fetch
        if fetch is None:
            return
        wanted = {photo_id for photo_id, _ in wishes}
        for photo_id in [each for each in self._asked if each not in wanted]:
            self._asked.pop(photo_id)[1].cancel()
        for photo_id, size in wishes:
            if photo_id in self._missing or self._fits(photo_id, size):
                continue
            asked = self._asked.get(photo_id)
            if asked is not None:
                if asked[0] == size:
                    continue
                asked[1].cancel()
            self._ask(fetch, photo_id, size)

    def forget_missing(self) -> None:
        """Tries again for photographs that had none; their files may be back."""
        self._missing.clear()

    @property
    def idle(self) -> bool:
        """Whether everything wished for has come."""
        return not self._asked

    def _ask(self, fetch: Fetch, photo_id: int, size: QSize) -> None:
        def load(token: CancelToken) -> QImage | None:
            jpeg = fetch(photo_id)
            token.check()
            return None if jpeg is None else scaled_image(jpeg, size)

        self._asked[photo_id] = (
            size,
            self._door.ask(
                load, lambda image: self._keep(photo_id, image), lambda error: self._lack(photo_id, error)
            ),
        )

    def _fits(self, photo_id: int, size: QSize) -> bool:
        found = self._kept.get(photo_id)
        if found is None:
            return False
        off = abs(found.pixmap.height() - size.height()) + abs(found.pixmap.width() - size.width())
        return off <= 2 + _NEAR_ENOUGH * size.height()

    def _keep(self, photo_id: int, image: QImage | None) -> None:
        self._asked.pop(photo_id, None)
        if image is None or image.isNull():
            self._missing.add(photo_id)
            self.came.emit(photo_id)
            return
        before = self._kept.pop(photo_id, None)
        if before is not None:
            self._bytes -= before.cost
        kept = Thumbnail(QPixmap.fromImage(image), before.came if before else time.monotonic())
        self._kept[photo_id] = kept
        self._bytes += kept.cost
        while self._bytes > self._maximum_bytes and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].cost
        self.came.emit(photo_id)

    def _lack(self, photo_id: int, error: MindseyeError) -> None:  # noqa: ARG002 - its tile shows it
        self._keep(photo_id, None)


def scaled_image(data: bytes, size: QSize) -> QImage:
    """Decodes a JPEG so that it fills ``size`` in one direction and does not exceed it in the other."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    full = reader.size()
    if full.isEmpty():
        return QImage()
    target = full.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    if abs(target.width() - size.width()) <= 2 and abs(target.height() - size.height()) <= 2:
        target = size  # the cell's own rounding, so that it is drawn pixel by pixel
    if target.width() >= full.width():
        image = reader.read()
        return image.scaled(
            target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    # JPEG is scaled by its own transform to the next larger size first, then smoothly.
    half = full
    while half.width() // 2 >= target.width() and half.height() // 2 >= target.height():
        half = QSize(half.width() // 2, half.height() // 2)
    reader.setScaledSize(half)
    image = reader.read()
    return image.scaled(
        target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)
