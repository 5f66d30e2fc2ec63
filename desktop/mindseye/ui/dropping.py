"""What something dropped or pasted means: folders to add, a picture to search by, or a sentence why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from mindseye.imaging import is_picture_name
from mindseye.phrases import Phrase
from mindseye.ui.translating import tr, translated

WEB_ADDRESS = Phrase("Drop the picture itself, not its address: Mindseye does not open web pages.")
MOST_PICTURES = 8
"""Pictures that are searched by at once."""

PHOTO_IDS = "application/x-mindseye-photos"
"""What is pulled within the window: photo ids as decimal numbers between spaces."""

NO_PICTURE = Phrase("This is neither a picture nor a folder.")


@dataclass(frozen=True, slots=True)
class Dropped:
    """What to do; more than one part may be filled."""

    folders: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()
    data: bytes | None = None
    """A picture that lies in no file."""
    sentence: str = ""
    """What to tell."""


def dragged_photos(mime: QMimeData) -> list[int]:
    """The photos that are pulled within the window; none where something else is."""
    data = bytes(mime.data(PHOTO_IDS).data()) if mime.hasFormat(PHOTO_IDS) else b""
    return [int(each) for each in data.split()]


def is_welcome(mime: QMimeData) -> bool:
    """Whether it is worth trying to drop it."""
    return mime.hasUrls() or mime.hasImage()


def meaning(mime: QMimeData) -> Dropped:
    """Looks at what was dropped. Touches the disk only to tell folders from files."""
    if paths := [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]:
        return meaning_of_files(paths)
    if mime.hasImage():
        data = _png(mime)
        return Dropped(data=data) if data else Dropped(sentence=translated(NO_PICTURE))
    return Dropped(sentence=translated(WEB_ADDRESS if mime.hasUrls() else NO_PICTURE))


def meaning_of_files(paths: Sequence[Path]) -> Dropped:
    """What some folders and files mean, dropped or opened with the program; there must be one at least."""
    folders = tuple(path for path in paths if path.is_dir())
    files = [path for path in paths if path not in folders]
    pictures = [path for path in files if is_picture_name(path.name)]
    if folders:
        told = tr("The folders are added; the files beside them are left out.") if files else ""
        return Dropped(folders=folders, sentence=told)
    if pictures:
        told = ""
        if len(pictures) > MOST_PICTURES:
            told = tr(
                "Searching by the first {most} of {count} pictures.",
                most=MOST_PICTURES,
                count=len(pictures),
            )
        elif len(pictures) < len(files):
            told = tr("What is not a picture is left out.")
        return Dropped(pictures=tuple(pictures[:MOST_PICTURES]), sentence=told)
    return Dropped(sentence=tr("{name} is not a picture that Mindseye reads.", name=files[0].name))


def _png(mime: QMimeData) -> bytes:
    """The picture's bytes; as they came where a browser gave them whole."""
    for kind in ("image/png", "image/jpeg", "image/webp"):
        if mime.hasFormat(kind):
            return bytes(mime.data(kind).data())
    image = mime.imageData()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage) and image.save(buffer, "PNG"):  # type: ignore[call-overload]
        return bytes(buffer.data().data())
    return b""
