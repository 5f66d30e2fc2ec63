"""When to look at folders that cannot be watched, and at all of them from time to time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

SHORTEST_SECONDS = 30.0
LONGEST_SECONDS = 3600.0

_REST = 20.0
"""A folder rests so many times as long as looking at it takes, so that looking costs a twentieth at most."""

ROUND_SECONDS = 3600.0
"""Watched folders are looked at so often all the same: a lost event is made good."""


@dataclass(frozen=True, slots=True)
class Polled:
    """A folder that is looked at by the clock."""

    seconds: float
    """How often."""
    reason: str
    """Why it is not watched, as a part of a sentence: "it lies on a network drive"."""


def interval(walk_seconds: float) -> float:
    """How often to look at a folder that takes so long to walk."""
    return min(max(walk_seconds * _REST, SHORTEST_SECONDS), LONGEST_SECONDS)


def differ(walk_seconds: float, others: float) -> bool:
    """Whether the intervals for two lengths of a walk are so far apart that a person is to know."""
    return not 0.8 <= interval(walk_seconds) / interval(others) <= 1.25


class Rounds:
    """Remembers when each folder was looked at, and says which are due."""

    def __init__(self) -> None:
        self._looked: dict[Path, float] = {}
        self._took: dict[Path, float] = {}
        self._reasons: dict[Path, str] = {}

    def cannot_watch(self, reasons: Mapping[Path, str]) -> bool:
        """Takes note of the folders that are not watched, and why; whether that is news."""
        news = dict(reasons) != self._reasons
        self._reasons = dict(reasons)
        return news

    def keep(self, folders: Collection[Path]) -> None:
        """Forgets all folders but these."""
        for folder in self._looked.keys() - set(folders):
            del self._looked[folder], self._took[folder]

    def looked(self, folder: Path, *, now: float, took: float) -> None:
        """Takes note that a folder was walked at a time of a steady clock, and how many seconds that took."""
        self._looked[folder] = now
        self._took[folder] = took

    def due(self, now: float) -> set[Path]:
        """The folders that are to be looked at now."""
        return {folder for folder, last in self._looked.items() if now - last >= self._seconds(folder)}

    @property
    def polled(self) -> dict[Path, Polled]:
        """The folders that are looked at by the clock alone."""
        return {folder: Polled(self._seconds(folder), reason) for folder, reason in self._reasons.items()}

    def _seconds(self, folder: Path) -> float:
        if folder in self._reasons:
            return interval(self._took.get(folder, 0.0))
        return max(ROUND_SECONDS, interval(self._took.get(folder, 0.0)))
