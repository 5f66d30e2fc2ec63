"""Tags in files: what sidecars would say, written on the user's word and taken back again; and read anew.

Pictures themselves are another choice (``picture_labels`` beside this). What other programs changed in a
sidecar is taken over before it is written (see ``catalog/file_labels``), and whatever else it holds stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mindseye import imaging, xmp
from mindseye.catalog import Connection, file_labels, files, folders, history
from mindseye.catalog.history import Entry, FileChange
from mindseye.errors import UnreadablePictureError
from mindseye.events import PhotosChanged
from mindseye.imaging import RAW_SUFFIXES, is_picture_name
from mindseye.indexing.scan import scan
from mindseye.indexing.sidecars import read_sidecars
from mindseye.library import Library
from mindseye.metadata import FileLabels
from mindseye.operations.browse import photo
from mindseye.operations.exchange_sidecars import exchange
from mindseye.phrases import Phrase, counted
from mindseye.tasks import CancelToken

_SMALLEST = 64
"""Pixels that a picture is decoded to when only what it says is wanted."""


@dataclass(frozen=True, slots=True)
class SidecarChange:
    """What writing would change in one sidecar."""

    picture: Path
    file: FileChange
    said: FileLabels
    """What the sidecar says."""
    wanted: FileLabels
    """What it would say."""

    @property
    def is_new(self) -> bool:
        """Whether the sidecar would be made."""
        return self.file.before is None

    def lines(self) -> list[str]:
        """The difference, a line each: ``+ keyword``, ``- keyword``, ``rating 3 → 5``."""
        return difference(self.said, self.wanted)


def difference(said: FileLabels, wanted: FileLabels) -> list[str]:
    """What differs, a line each: ``+ keyword``, ``- keyword``, ``rating 3 → 5``."""
    lines = [f"+ {name}" for name in wanted.keywords if name not in said.keywords]
    lines += [f"- {name}" for name in said.keywords if name not in wanted.keywords]
    if said.rating != wanted.rating:
        lines.append(Phrase("rating {before} → {after}", before=said.rating, after=wanted.rating))
    if said.caption != wanted.caption:
        lines.append(Phrase("caption “{before}” → “{after}”", before=said.caption, after=wanted.caption))
    return lines


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would change, and which sidecars it would leave alone."""

    changes: list[SidecarChange] = field(default_factory=list)
    problems: dict[Path, str] = field(default_factory=dict)
    """Sidecars that cannot be read, and why; they are not written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing."""

    entry: Entry | None
    files: int
    left: list[Path]
    """Files that somebody changed since the plan was made; they were left alone."""
    problems: dict[Path, str]
    """Files that could not be written, and why."""


def plan_sidecars(library: Library, photo_ids: Sequence[int]) -> Plan:
    """What the sidecars of these photos would say; takes over first what others changed in them.

    Folders that are away are passed over.

    Raises:
        CatalogError: the library cannot be read or written.
    """
    with library.catalog.read() as connection:
        places = files.places_of(connection, photo_ids)
    _look_again(library, {folder_id for _, folder_id, _ in places})
    with library.catalog.read() as connection:
        wanted = file_labels.wanted(connection, photo_ids)
    plan = Plan()
    beside: dict[Path, dict[str, list[str]]] = {}
    planned: set[Path] = set()
    for photo_id, _, picture in places:
        if picture.parent not in beside:
            beside[picture.parent] = _sidecars_in(picture.parent)
        names = beside[picture.parent].get(picture.name)
        if names is None:  # gone since the last pass
            continue
        path = picture.with_name(names[0] if names else picture.name + xmp.SUFFIX)
        if path not in planned:
            planned.add(path)
            _plan_one(plan, picture, path, wanted[photo_id])
    return plan


def write_sidecars(library: Library, changes: Sequence[SidecarChange]) -> Written:
    """Writes sidecars as planned, as one entry: undo puts back every byte, or takes the file away.

    Raises:
        CatalogError: the library cannot be written; no file has changed then.
    """
    words = counted("writing {n} sidecar", "writing {n} sidecars", n=len(changes))
    return write_files(library, [change.file for change in changes], words)


def write_files(library: Library, wanted: Sequence[FileChange], words: str) -> Written:
    """Changes files as one entry of the history.

    Args:
        library: where.
        wanted: the changes.
        words: the entry's, as they follow "undo".

    Raises:
        CatalogError: the library cannot be written; no file has changed then.
    """
    if not wanted:
        return Written(None, 0, [], {})
    # Committed before the first file changes, so that whatever happens can be taken back.
    entry = library.catalog.write(
        lambda connection: history.record(connection, lambda _: None, lambda _: words, wanted)
    )
    assert entry is not None
    result = exchange(library, wanted)
    failed = [*result.left, *result.problems]
    if failed:
        library.catalog.write(lambda connection: history.forget_files(connection, entry.id, failed))
    library.events.publish(PhotosChanged(other=True))
    return Written(entry if result.done else None, len(result.done), result.left, result.problems)


def read_again(library: Library) -> int:
    """Reads what sidecars say that are new or were changed, and what pictures say that were never asked.

    Pictures are asked when they are indexed; those of a library that is older than this are asked now.
    Gives how many files were read.

    Raises:
        CatalogError: the library cannot be written.
    """
    with library.catalog.read() as connection:
        folder_ids = {folder.id for folder in folders.all_folders(connection) if folder.online}
        unasked = file_labels.never_asked(connection)
    done = _look_again(library, folder_ids) + ask_pictures(library, unasked)
    if done:
        library.events.publish(PhotosChanged(other=True))
    return done


def ask_pictures(library: Library, photo_ids: Iterable[int]) -> int:
    """Takes over what pictures themselves say that were never asked; gives how many could be.

    Raises:
        CatalogError: the library cannot be written.
    """
    done = 0
    for photo_id in photo_ids:
        labels = _embedded(library, photo_id)
        if labels is not None:
            _take(library, photo_id, labels)
            done += 1
    return done


def _look_again(library: Library, folder_ids: Iterable[int]) -> int:
    chosen = set(folder_ids)
    with library.catalog.read() as connection:
        watched = [folder for folder in folders.all_folders(connection) if folder.id in chosen]
    for folder in watched:
        scan(library.catalog, folder, CancelToken())
    return read_sidecars(library.catalog, sorted(chosen))


def _plan_one(plan: Plan, picture: Path, path: Path, wanted: FileLabels) -> None:
    try:
        before = path.read_bytes() if path.exists() else None
        said = FileLabels() if before is None else xmp.read(before)
        if before is None and wanted == FileLabels():
            return
        after = xmp.change(before, wanted)
    except OSError as error:
        plan.problems[path] = error.strerror or str(error)
        return
    except xmp.PacketError as error:
        plan.problems[path] = error.message
        return
    if after != before:
        plan.changes.append(SidecarChange(picture, FileChange(path, before, after), said, xmp.read(after)))


def _sidecars_in(folder: Path) -> dict[str, list[str]]:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return {}
    pictures = [name for name in names if is_picture_name(name)]
    beside = [name for name in names if xmp.is_sidecar_name(name)]
    return dict(xmp.sidecar_names(pictures, beside, RAW_SUFFIXES))


def _embedded(library: Library, photo_id: int) -> FileLabels | None:
    found = photo(library, photo_id)
    for path in () if found is None else found.paths:
        try:
            data = path.read_bytes()
            labels = imaging.decode(data, shortest=_SMALLEST).metadata.labels
        except (OSError, UnreadablePictureError):
            continue
        if found is not None and imaging.content_hash(data) == found.content_hash:
            return labels
    return None


def _take(library: Library, photo_id: int, labels: FileLabels) -> None:
    def store(connection: Connection) -> None:
        file_labels.take_embedded(connection, photo_id, labels)

    library.catalog.write(store)
