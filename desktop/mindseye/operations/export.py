"""Photos out of the library: copies in a folder, or a list of them as CSV or JSON. Nothing is overwritten."""

import csv
import errno
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from mindseye import imaging, paths
from mindseye.catalog import photos
from mindseye.errors import InputError, MindseyeError
from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.phrases import Phrase
from mindseye.search import Hit
from mindseye.whole_files import give_free_name, making

LISTS = (".csv", ".json")
"""The ends of names that mean a list; anything else is a folder."""

_OTHER_FILES = frozenset(
    (".html", ".jsonl", ".ods", ".pdf", ".tar", ".tsv", ".txt", ".xls", ".xlsx", ".xml", ".yaml", ".zip")
)
"""The ends of names that nobody means a folder by."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to."""

    written: int
    """Files copied, or lines of the list."""
    there: int = 0
    """Photos of which the folder held the very same picture under this name already."""
    problems: tuple[str, ...] = ()
    """A sentence for each photo that could not be copied."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a list tells of one photo."""

    path: str
    score: float
    content: str
    taken_at: str
    camera: str
    lens: str
    width: int
    height: int
    latitude: float | None
    longitude: float | None
    rating: int
    caption: str
    tags: tuple[str, ...]


def export(library: Library, hits: Sequence[Hit], target: Path) -> Exported:
    """Copies photos into a folder, or writes a list of them, by the end of the target's name.

    Raises:
        InputError: the target cannot be written, or is a list that exists already or of another kind.
        MindseyeError: the disk became full; what was copied whole stays.
    """
    if not paths.is_folder(target):
        if target.suffix.lower() in LISTS:
            return Exported(_write_list(target, list(lines(library, hits))))
        if target.suffix.lower() in _OTHER_FILES:
            raise InputError(
                Phrase(
                    "A list of photos can be written as {one} or {two}, not as {other}.",
                    one=LISTS[0],
                    two=LISTS[1],
                    other=target.suffix,
                ),
                path=target,
            )
    return _copy(library, [hit.photo_id for hit in hits], target)


def lines(library: Library, hits: Sequence[Hit]) -> Iterator[Line]:
    """What is known of each photo that lies somewhere."""
    labels = labelling.labels_of(library, [hit.photo_id for hit in hits])
    for hit in hits:
        with library.catalog.read() as connection:
            photo = photos.get(connection, hit.photo_id)
        if photo is None or not photo.paths:
            continue
        facts, own = photo.facts, labels[hit.photo_id]
        yield Line(
            path=str(photo.paths[0]),
            score=round(hit.score, 6),
            content=photo.content_hash.hex(),
            taken_at="" if facts.taken_at is None else facts.taken_at.isoformat(sep=" "),
            camera=facts.camera or "",
            lens=facts.lens or "",
            width=facts.width,
            height=facts.height,
            latitude=facts.latitude,
            longitude=facts.longitude,
            rating=own.rating,
            caption=own.caption,
            tags=tuple(tag.label for tag in own.tags if tag.state == "confirmed"),
        )


def _write_list(target: Path, told: Sequence[Line]) -> int:
    try:
        # Names of files need not be valid UTF-8; in JSON they are escaped.
        with (
            making(target) as temporary,
            temporary.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file,
        ):
            if target.suffix.lower() == ".json":
                json.dump([asdict(line) for line in told], file, indent=1)
                file.write("\n")
            else:
                rows = csv.writer(file)
                rows.writerow(Line.__dataclass_fields__)
                rows.writerows(
                    [*(value for key, value in asdict(line).items() if key != "tags"), "; ".join(line.tags)]
                    for line in told
                )
    except FileExistsError as error:
        raise InputError(f"{target} exists already. Name another file.", path=target) from error
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror}.", path=target) from error
    return len(told)


def _copy(library: Library, photo_ids: Sequence[int], folder: Path) -> Exported:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be made: {error.strerror}.", path=folder) from error
    written, there, problems = 0, 0, []
    for photo_id in photo_ids:
        with library.catalog.read() as connection:
            photo = photos.get(connection, photo_id)
        if photo is None or not photo.paths:
            continue
        source = next(filter(paths.is_file, photo.paths), None)
        if source is None:
            problems.append(f"{photo.paths[0]} is not there. Connect its drive and try again.")
            continue
        try:
            if _copied(source, folder):
                written += 1
            else:
                there += 1
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise MindseyeError(
                    f"The disk that holds {folder} is full; {written} photos were copied."
                    " Make room and repeat.",
                    path=folder,
                ) from error
            problems.append(f"{source} cannot be copied: {error.strerror}.")
    return Exported(written, there, tuple(problems))


def _copied(source: Path, folder: Path) -> bool:
    """Copies a file under its own name or with a number; False where the picture is there already."""
    temporary = folder / f".{os.getpid()}.part"
    content = imaging.content_hash(source.read_bytes())
    try:
        for target in _names(source.name, folder):
            if target.is_file() and imaging.content_hash(target.read_bytes()) == content:
                return False
            if os.path.lexists(target):
                continue
            if not temporary.exists():
                shutil.copy2(source, temporary)
            try:
                give_free_name(temporary, target)
            except FileExistsError:
                continue  # another program was faster
            return True
    finally:
        temporary.unlink(missing_ok=True)
    raise AssertionError("there are always more names")


def _names(name: str, folder: Path) -> Iterator[Path]:
    plain = Path(name)
    yield folder / plain
    number = 2
    while True:
        yield folder / f"{plain.stem} ({number}){plain.suffix}"
        number += 1
