"""Pictures that are searched by: from a file, from bytes, from the library; each with a small image."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from mindseye import imaging
from mindseye.errors import InputError, UnreadablePictureError
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.operations.find import keep_picture
from mindseye.phrases import Phrase
from mindseye.search import Box, PictureFile, SimilarTo
from mindseye.search.pictures import read_file
from mindseye.ui.asked import SearchPicture
from mindseye.ui.translating import tr

CHIP = QSize(56, 56)
"""Device pixels of a chip's image, enough for a screen of scale 2."""


DIALOG_SIDE = 640
"""Pixels of the shorter side of a picture of which a part is chosen."""


def from_file(path: Path) -> SearchPicture:
    """A picture file.

    Raises:
        InputError: it cannot be read or is no picture.
    """
    return _search_by(PictureFile(path), read_file(path))


def part_of(library: Library, piece: PictureFile | SimilarTo, box: Box) -> SearchPicture:
    """A part of a picture that is searched by; it weighs as much as the picture did.

    Raises:
        InputError: the picture is not there any more.
    """
    if isinstance(piece, SimilarTo):
        found = from_library(library, piece.photo_id, box)
    else:
        image = _cut(read_image(library, piece), box)
        found = SearchPicture(
            replace(piece, box=box), tr("part of {name}", name=piece.path.name), _chip(image)
        )
    return replace(found, part=replace(found.part, weight=piece.weight))


def read_image(library: Library, piece: PictureFile | SimilarTo) -> QImage:
    """A picture that is searched by, large enough to choose a part of.

    Raises:
        InputError: it is not there any more.
    """
    path = piece.path if isinstance(piece, PictureFile) else _file_of(library, piece.photo_id)
    try:
        pixels = library.decoder.decode(read_file(path), shortest=DIALOG_SIDE).pixels
    except UnreadablePictureError as error:
        raise InputError(
            Phrase("{name} cannot be searched by: {reason}", name=path.name, reason=error.message)
        ) from error
    return image_of(pixels.tobytes(), *pixels.size)


def _file_of(library: Library, photo_id: int) -> Path:
    found = browse.photo(library, photo_id)
    if found is None or not found.paths:
        raise InputError(Phrase("This photo is no longer in the library."))
    return next((path for path in found.paths if path.exists()), found.paths[0])


def from_bytes(data: bytes, name: str) -> SearchPicture:
    """The bytes of a picture that lies in no file.

    Raises:
        InputError: they are no picture, or cannot be kept.
    """
    found = _search_by(PictureFile(Path(name)), data)
    return replace(found, part=keep_picture(data, name))


def _search_by(part: PictureFile, data: bytes) -> SearchPicture:
    try:
        pixels = imaging.decode(data, shortest=CHIP.height()).pixels
    except UnreadablePictureError as error:
        raise InputError(
            Phrase("{name} cannot be searched by: {reason}", name=part.path.name, reason=error.message)
        ) from error
    return SearchPicture(part, part.path.name, _chip(image_of(pixels.tobytes(), *pixels.size)))


def from_library(library: Library, photo_id: int, box: Box | None = None) -> SearchPicture:
    """A photo of the library, or a part of it.

    Raises:
        InputError: it is not there any more.
    """
    found = browse.photo(library, photo_id)
    if found is None:
        raise InputError(Phrase("This photo is no longer in the library."))
    jpeg = browse.thumbnail(library, photo_id)
    image = QImage.fromData(jpeg) if jpeg is not None else QImage()
    name = found.paths[0].name if found.paths else "a photo"
    if box is None:
        return SearchPicture(SimilarTo(photo_id), name, _chip(image))
    return SearchPicture(
        SimilarTo(photo_id, box=box), tr("part of {name}", name=name), _chip(_cut(image, box))
    )


def image_of(rgb: bytes, width: int, height: int) -> QImage:
    """An image of its own from packed RGB bytes."""
    return QImage(rgb, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def _cut(image: QImage, box: Box) -> QImage:
    left, top = round(box.left * image.width()), round(box.top * image.height())
    right, bottom = round(box.right * image.width()), round(box.bottom * image.height())
    return image.copy(left, top, max(right - left, 1), max(bottom - top, 1))


def _chip(image: QImage) -> QImage:
    if image.isNull():
        return image
    filling = image.scaled(
        CHIP, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (filling.width() - CHIP.width()) // 2, (filling.height() - CHIP.height()) // 2
    return filling.copy(left, top, CHIP.width(), CHIP.height())
