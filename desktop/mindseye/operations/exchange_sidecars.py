"""Putting files in the place of others: each only where the file is still what it is believed to be.

A file is replaced as a whole (a temporary file beside it, synced, renamed), so a kill leaves the old one or
the new one. What the catalog remembers of it changes around that in such an order that a kill in between
never looks like somebody taking keywords away.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mindseye import imaging, xmp
from mindseye.catalog import Connection, files, folders, rewritten, sidecars
from mindseye.catalog.history import FileChange
from mindseye.catalog.rewritten import Rewritten
from mindseye.catalog.sidecars import Remembered
from mindseye.folders.walk import INODE_BITS
from mindseye.indexing.sidecars import owners
from mindseye.library import Library
from mindseye.whole_files import replacing


@dataclass(slots=True)
class Exchanged:
    """What came of it, by path."""

    done: list[Path] = field(default_factory=list)
    """Files that are now as wanted."""
    left: list[Path] = field(default_factory=list)
    """Files that are neither as believed nor as wanted: somebody else changed them, and they stay."""
    problems: dict[Path, str] = field(default_factory=dict)
    """Files that could not be read or written, and why."""
    rewritten: list[Rewritten] = field(default_factory=list)
    """Of the pictures among those that are as wanted, which contents they held and hold."""


def exchange(library: Library, changes: Sequence[FileChange]) -> Exchanged:
    """Replaces files that are ``before`` by ``after``; those that are ``after`` already count as done.

    Raises:
        CatalogError: the library cannot be written; the files that were replaced by then stay so.
    """
    beside = [each for each in changes if xmp.is_sidecar_name(each.path.name)]
    library.catalog.write(lambda connection: _expect(connection, beside))
    result = Exchanged()
    for change in changes:
        try:
            _replace(change, result)
        except OSError as error:
            result.problems[change.path] = error.strerror or str(error)
    done = set(result.done)

    def remember(connection: Connection) -> None:
        _remember(connection, [each for each in beside if each.path in done])
        rewritten.take(connection, result.rewritten)

    library.catalog.write(remember)
    return result


def _replace(change: FileChange, result: Exchanged) -> None:
    if change.head or change.tail:
        _replace_part(change, result)
        return
    assert xmp.is_sidecar_name(change.path.name), change.path
    try:
        now = change.path.read_bytes()
    except FileNotFoundError:
        now = None
    if now not in (change.before, change.after):
        result.left.append(change.path)
        return
    if now != change.after:
        if change.after is None:
            change.path.unlink()
        else:
            with replacing(change.path) as temporary:
                temporary.write_bytes(change.after)
    result.done.append(change.path)


def _replace_part(change: FileChange, result: Exchanged) -> None:
    now, before, after = change.path.read_bytes(), change.before or b"", change.after or b""
    end = len(now) - change.tail
    part = now[change.head : end] if change.head <= end else None
    if part not in (before, after):
        result.left.append(change.path)
        return
    old, new = (now[: change.head] + middle + now[end:] for middle in (before, after))
    if part != after:
        with replacing(change.path) as temporary:
            temporary.write_bytes(new)
    result.done.append(change.path)
    facts = change.path.stat()
    place = (facts.st_size, facts.st_mtime_ns, facts.st_ino & INODE_BITS)
    contents = imaging.content_hash(old), imaging.content_hash(new)
    result.rewritten.append(Rewritten(change.path, *contents, place))


def _expect(connection: Connection, changes: Sequence[FileChange]) -> None:
    """Remembers of each file only what it says before and after."""
    for folder_id, path, change in _placed(connection, changes):
        known = sidecars.at(connection, folder_id, path)
        if known is None:
            continue
        if change.after is None:
            sidecars.remove(connection, [known.id])
            continue
        stays = set(xmp.read(change.after).keywords)
        for photo_id, reading in sidecars.readings(connection, known.id).items():
            kept = tuple(name for name in reading.labels.keywords if name in stays)
            sidecars.remember(
                connection, known.id, photo_id, Remembered(kept, None, None),
                size=reading.size, mtime_ns=reading.mtime_ns,
            )  # fmt: skip


def _remember(connection: Connection, changes: Sequence[FileChange]) -> None:
    """Remembers what the files say now, so that nobody takes it for somebody else's change."""
    placed = [each for each in _placed(connection, changes) if each[2].after is not None]
    belongs: dict[tuple[int, bytes], list[int]] = {}
    for folder_id in {folder_id for folder_id, _, _ in placed}:
        paths = {*sidecars.known(connection, folder_id), *(path for of, path, _ in placed if of == folder_id)}
        found = owners(files.photos_of_folder(connection, folder_id), paths)
        belongs |= {(folder_id, path): photo_ids for path, photo_ids in found.items()}
    for folder_id, path, change in placed:
        try:
            facts = change.path.stat()
        except OSError:  # gone again; the next scan will say so
            continue
        size, mtime_ns = facts.st_size, facts.st_mtime_ns
        known = sidecars.put_one(
            connection, folder_id, path, size=size, mtime_ns=mtime_ns, inode=facts.st_ino & INODE_BITS
        )
        labels = xmp.read(change.after or b"")
        for photo_id in belongs[folder_id, path]:
            sidecars.remember(connection, known, photo_id, labels, size=size, mtime_ns=mtime_ns)


def _placed(connection: Connection, changes: Sequence[FileChange]) -> list[tuple[int, bytes, FileChange]]:
    """The watched folder of each file, and its path in it; files outside of all are left out."""
    watched = folders.all_folders(connection)
    return [
        (folder.id, os.fsencode(change.path.relative_to(folder.path)), change)
        for change in changes
        for folder in watched
        if change.path.is_relative_to(folder.path)
    ]
