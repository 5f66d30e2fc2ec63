"""Pictures whose files the program itself wrote: the same photo under another content."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import folders, photos
from mindseye.catalog.connection import Connection


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A picture file that holds another content now, with the same pixels."""

    path: Path
    old: bytes
    """The hash of the content before."""
    new: bytes
    facts: tuple[int, int, int]
    """Size in bytes, time of the last change in ns, and inode, of the file as it is now."""


def take(connection: Connection, written: Sequence[Rewritten]) -> None:
    """Knows photos by their new contents, where every file of a photo was written alike.

    Where some were not (a copy on a drive that is away), nothing is done: the next pass finds edited files,
    and what people said goes on to the new content by that.
    """
    by_content: dict[tuple[bytes, bytes], list[Rewritten]] = defaultdict(list)
    for each in written:
        by_content[each.old, each.new].append(each)
    watched = folders.all_folders(connection)
    for (old, new), places in by_content.items():
        photo_id = photos.find(connection, old)
        if photo_id is None or (old != new and photos.find(connection, new) is not None):
            continue
        rows = {
            (row[0], row[1]): row[2]
            for row in connection.execute(
                "SELECT folder_id, path, id FROM files WHERE photo_id = ?", (photo_id,)
            )
        }
        found = {
            rows.get((folder.id, os.fsencode(each.path.relative_to(folder.path)))): each.facts
            for each in places
            for folder in watched
            if each.path.is_relative_to(folder.path)
        }
        found.pop(None, None)
        if set(found) != set(rows.values()):
            continue
        connection.execute("UPDATE photos SET content_hash = ? WHERE id = ?", (new, photo_id))
        connection.executemany(
            "UPDATE files SET size = ?, mtime_ns = ?, inode = ? WHERE id = ?",
            ((*facts, file_id) for file_id, facts in found.items()),
        )
