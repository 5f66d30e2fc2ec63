"""Tags written into the pictures themselves: a choice of its own, with ExifTool, taken back byte by byte.

Everything else of a picture is proven to be the same (``imaging/embedding_xmp``). The photo is known by its
new content afterwards, so nothing is embedded again. Sidecars are the gentler way; see
:mod:`mindseye.operations.sidecars`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mindseye import imaging, xmp
from mindseye.catalog import file_labels, files, photos
from mindseye.catalog.history import FileChange
from mindseye.errors import InputError
from mindseye.imaging import embedding_xmp
from mindseye.library import Library
from mindseye.metadata import FileLabels
from mindseye.operations.sidecars import Written, ask_pictures, difference, write_files
from mindseye.phrases import Phrase, counted

_CHANGED = Phrase("it changed since it was indexed; let it be looked at first")


@dataclass(frozen=True, slots=True)
class PictureChange:
    """What writing would change in one picture."""

    picture: Path
    content: str
    """The hash of the file that the change is meant for, hexadecimal."""
    said: FileLabels
    """What its XMP says."""
    wanted: FileLabels
    """What it would say."""

    def lines(self) -> list[str]:
        """The difference, a line each: ``+ keyword``, ``- keyword``, ``rating 3 → 5``."""
        return difference(self.said, self.wanted)


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """What writing would change, and which pictures it would leave alone."""

    changes: list[PictureChange] = field(default_factory=list)
    problems: dict[Path, str] = field(default_factory=dict)
    """Pictures that cannot be written, and why."""


def plan_pictures(library: Library, photo_ids: Sequence[int]) -> PicturePlan:
    """What the XMP of these photos' own files would say, every copy of them that is there.

    Raises:
        CatalogError: the library cannot be read or written.
    """
    with library.catalog.read() as connection:
        unasked = set(file_labels.never_asked(connection)).intersection(photo_ids)
    ask_pictures(library, sorted(unasked))
    with library.catalog.read() as connection:
        places = files.places_of(connection, photo_ids)
        contents = photos.contents_of(connection, photo_ids)
        wanted = file_labels.wanted(connection, photo_ids)
    plan = PicturePlan()
    for photo_id, _, picture in places:
        if picture.suffix.lower() not in embedding_xmp.SUFFIXES:
            plan.problems[picture] = Phrase("only JPEG and PNG files can be written")
            continue
        try:
            packet = embedding_xmp.packet_in(_read(picture, contents[photo_id]))
            said = FileLabels() if packet is None else xmp.read(packet)
            nothing = packet is None and wanted[photo_id] == FileLabels()
            after = None if nothing else xmp.change(packet, wanted[photo_id])
        except (embedding_xmp.UnwritableError, xmp.PacketError) as error:
            plan.problems[picture] = error.message
            continue
        except OSError as error:
            plan.problems[picture] = error.strerror or str(error)
            continue
        if after is not None and after != packet:
            plan.changes.append(PictureChange(picture, contents[photo_id], said, xmp.read(after)))
    return plan


def write_pictures(library: Library, changes: Sequence[PictureChange]) -> Written:
    """Writes pictures as planned, as one entry: undo puts back every byte.

    Raises:
        InputError: ExifTool is not installed.
        CatalogError: the library cannot be written; no file has changed then.
    """
    exiftool = embedding_xmp.program()
    if exiftool is None:
        raise InputError(
            Phrase(
                "ExifTool, which writes into pictures, is not installed. Install it (Debian: "
                "libimage-exiftool-perl), or write sidecars."
            )
        )
    ready: list[FileChange] = []
    problems: dict[Path, str] = {}
    for change in changes:
        try:
            before = _read(change.picture, change.content)
            packet = xmp.change(embedding_xmp.packet_in(before), change.wanted)
            after = embedding_xmp.with_packet(before, packet, exiftool)
        except (embedding_xmp.UnwritableError, xmp.PacketError) as error:
            problems[change.picture] = error.message
        except OSError as error:
            problems[change.picture] = error.strerror or str(error)
        else:
            ready.append(FileChange.between(change.picture, before, after))
    words = counted("writing into {n} picture", "writing into {n} pictures", n=len(ready))
    done = write_files(library, ready, words)
    return Written(done.entry, done.files, done.left, problems | done.problems)


def _read(picture: Path, content: str) -> bytes:
    data = picture.read_bytes()
    if imaging.content_hash(data).hex() != content:
        raise embedding_xmp.UnwritableError(_CHANGED)
    return data
