"""Photos read large, ahead of being looked at: the one that is shown, and the ones beside it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from mindseye import imaging
from mindseye.errors import InputError, MindseyeError, UnreadablePictureError
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.tasks import CancelToken
from mindseye.ui.door import Door, Newest
from mindseye.ui.outside_pictures import image_of
from mindseye.ui.translating import tr, translated

KEPT = 5
"""Photos that are kept: what is shown, two on either side."""

_MUCH = 80_000_000
"""Bytes of pixels above which a photo is not kept for later."""


@dataclass(frozen=True, slots=True)
class LargePhoto:
    """A photo's pixels, scaled down where not all of them were wanted."""

    photo_id: int
    name: str
    path: Path
    image: QImage
    width: int
    height: int
    """Of the whole photo, upright, in pixels."""
    may_move: bool = False
    """Whether files of its kind may be animations."""

    @property
    def whole(self) -> bool:
        """Whether these are all its pixels."""
        return self.image.width() >= self.width and self.image.height() >= self.height


def read_large(library: Library, photo_id: int, side: int | None, token: CancelToken) -> LargePhoto:
    """Reads and decodes a photo.

    Args:
        library: where it is.
        photo_id: which.
        side: the shorter side in pixels that is wanted at least; None for all there are.
        token: called off when it is no longer wanted.

    Raises:
        InputError: none of its files can be read now.
    """
    found = browse.photo(library, photo_id)
    if found is None or not found.paths:
        raise InputError(tr("This photo is no longer in the library."))
    wanted = side or max(found.facts.width, found.facts.height, 1)
    reason = ""
    for path in found.paths:
        token.check()
        try:
            pixels = library.decoder.decode(path.read_bytes(), shortest=wanted).pixels
        except OSError as error:
            reason = tr(
                "{name} cannot be opened ({error}). It is shown when its folder is back.",
                name=path.name,
                error=error.strerror,
            )
            continue
        except UnreadablePictureError as error:
            reason = f"{path.name}: {translated(error.message)}"
            continue
        token.check()
        width, height = found.facts.width, found.facts.height
        if (width > height) != (pixels.width > pixels.height):
            width, height = height, width
        image = image_of(pixels.tobytes(), *pixels.size)
        may_move = found.facts.format in imaging.MOVING_FORMATS
        return LargePhoto(photo_id, path.name, path, image, width, height, may_move)
    raise InputError(reason)


@dataclass(frozen=True, slots=True)
class Moving:
    """The frames of an animation."""

    photo_id: int
    frames: tuple[QImage, ...]
    milliseconds: tuple[int, ...]


def read_frames(library: Library, photo: LargePhoto, side: int, token: CancelToken) -> Moving | None:
    """Reads the frames of a photo that may be an animation; None where it is none or cannot be shown so."""
    try:
        read = library.decoder.decode_frames(photo.path.read_bytes(), shortest=side)
    except (OSError, UnreadablePictureError):  # its first picture is there
        return None
    token.check()
    count = len(read.milliseconds)
    if count < 2:
        return None
    strip = image_of(read.strip.tobytes(), *read.strip.size)
    width, height = strip.width(), strip.height() // count
    frames = tuple(strip.copy(0, number * height, width, height) for number in range(count))
    return Moving(photo.photo_id, frames, read.milliseconds)


class LargePhotos:
    """Reads what is asked for first, then what will be asked for next."""

    def __init__(self, library: Library, door: Door) -> None:
        self._library, self._door = library, door
        self._newest, self._ahead, self._frames = Newest(door), Newest(door), Newest(door)
        self._kept: OrderedDict[int, LargePhoto] = OrderedDict()

    def get(self, photo_id: int, side: int) -> LargePhoto | None:
        """The photo, if it is there with a shorter side of at least as many pixels."""
        found = self._kept.get(photo_id)
        if found is None or not (found.whole or min(found.image.width(), found.image.height()) >= side):
            return None
        self._kept.move_to_end(photo_id)
        return found

    def ask(
        self,
        photo_id: int,
        side: int | None,
        then: Callable[[LargePhoto], None],
        failed: Callable[[MindseyeError], None],
    ) -> None:
        """Reads a photo; what was asked before is called off."""
        library = self._library
        self._ahead.cancel()
        self._frames.cancel()

        def take(photo: LargePhoto) -> None:
            self._keep(photo)
            then(photo)

        self._newest.ask(lambda token: read_large(library, photo_id, side, token), take, failed)

    def ask_frames(self, photo: LargePhoto, side: int, then: Callable[[Moving | None], None]) -> None:
        """Reads the frames of a photo, as long as it is the one that was asked for last."""
        library = self._library
        self._frames.ask(lambda token: read_frames(library, photo, side, token), then)

    def read_ahead(self, photo_ids: Sequence[int], side: int) -> None:
        """Reads these when there is nothing else to read, one after the other."""
        library = self._library
        missing = [each for each in photo_ids if self.get(each, side) is None]
        if missing:
            first, rest = missing[0], missing[1:]

            def take(photo: LargePhoto) -> None:
                self._keep(photo)
                self.read_ahead(rest, side)

            self._ahead.ask(
                lambda token: read_large(library, first, side, token),
                take,
                lambda _: self.read_ahead(rest, side),
            )

    def cancel(self) -> None:
        """Nothing is looked at any more."""
        for each in (self._newest, self._ahead, self._frames):
            each.cancel()
        self._kept.clear()

    def _keep(self, photo: LargePhoto) -> None:
        if photo.image.sizeInBytes() > _MUCH:
            return
        self._kept[photo.photo_id] = photo
        self._kept.move_to_end(photo.photo_id)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
