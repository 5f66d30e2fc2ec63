"""Comparing what is known of a folder with what lies there: a pure function that makes a plan."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from mindseye.folders.walk import SeenFile, Walk


class Known(Protocol):
    """What has to be remembered of a file to recognise it again."""

    @property
    def id(self) -> int: ...
    @property
    def path(self) -> bytes: ...
    @property
    def size(self) -> int: ...
    @property
    def mtime_ns(self) -> int: ...
    @property
    def inode(self) -> int: ...


@dataclass(slots=True)
class Plan:
    """What has to change in the catalog so that it speaks of the folder as it is."""

    new: list[SeenFile] = field(default_factory=list)
    changed: list[tuple[int, SeenFile]] = field(default_factory=list)
    """Known files, by id, whose size or time is another: to be read again."""
    moved: list[tuple[int, bytes]] = field(default_factory=list)
    """Known files, by id, that lie under another path now."""
    gone: list[int] = field(default_factory=list)
    """Known files, by id, that are no longer there."""
    unchanged: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.new or self.changed or self.moved or self.gone)


def reconcile(known: Mapping[bytes, Known], seen: Walk) -> Plan:
    """Plans how to get from the known files of one folder to those seen by a walk of it.

    A file that vanished here and one that appeared there are the same when inode, size and time agree.
    Below a folder that could not be listed nothing is believed gone.
    """
    plan = Plan()
    strangers: list[SeenFile] = []
    for path, there in seen.files.items():
        before = known.get(path)
        if before is None:
            strangers.append(there)
        elif before.size == there.size and before.mtime_ns == there.mtime_ns:
            plan.unchanged += 1
        else:
            plan.changed.append((before.id, there))
    if plan.unchanged + len(plan.changed) == len(known):
        plan.new = strangers
        return plan
    # Links to one file are alike in all three.
    missing: dict[tuple[int, int, int], list[Known]] = {}
    for path, file in known.items():
        if path in seen.files or _is_below(path, seen.unreadable):
            continue
        if file.inode:
            missing.setdefault((file.inode, file.size, file.mtime_ns), []).append(file)
        else:
            plan.gone.append(file.id)
    for there in strangers:
        moved = missing.get((there.inode, there.size, there.mtime_ns))
        if moved:
            plan.moved.append((moved.pop().id, there.path))
        else:
            plan.new.append(there)
    plan.gone.extend(file.id for files in missing.values() for file in files)
    return plan


def _is_below(path: bytes, folders: Sequence[bytes]) -> bool:
    return any(path.startswith(folder + os.fsencode(os.sep)) for folder in folders)
