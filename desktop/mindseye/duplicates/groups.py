"""From pairs to groups: each around its best photo, to which all the others are paired."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray


class Kind(IntEnum):
    """How near the photos of a group are; a larger number is a weaker reason to throw one away."""

    COPIES = 0
    """Files with the very same bytes."""
    SAME_PICTURE = 1
    """One picture in another size, format, compression or brightness."""
    VERY_ALIKE = 2
    """A crop of it, or another shot of the same scene: to be looked at by a person."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of places in a list of photos, the smaller place first."""

    left: NDArray[np.int64]
    """[k]"""
    right: NDArray[np.int64]
    """[k]"""

    @classmethod
    def none(cls) -> Self:
        """No pairs."""
        return cls(np.empty(0, np.int64), np.empty(0, np.int64))


def gathered(
    count: int, pairs: Sequence[tuple[Kind, Pairs]], order: NDArray[np.int64]
) -> list[list[tuple[int, Kind]]]:
    """Groups of photos, each begun by its best, with all that are paired to it.

    A chain of small changes does not join its two ends: within one kind every member is paired to the
    first. Weaker pairs then join what the stronger ones made, whole groups at once.

    Args:
        count: how many photos there are.
        pairs: the pairs of each kind.
        order: their places [count], the best first.

    Returns:
        groups of two or more: places, each with the kind by which it came to the first, which itself
        stands with ``COPIES``; nearest first, and the best first among those.
    """
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    first_of = np.arange(count)
    groups: dict[int, list[tuple[int, Kind]]] = {}
    for kind, of_kind in sorted(pairs, key=lambda item: item[0]):
        beside = _neighbours(first_of[of_kind.left], first_of[of_kind.right])
        taken: set[int] = set()
        for first in sorted(beside, key=lambda place: int(rank[place])):
            joined = beside[first] - taken if first not in taken else set()
            if joined:
                taken |= {first, *joined}
                members = groups.setdefault(first, [(first, Kind.COPIES)])
                for place in joined:
                    members += [(each, kind) for each, _ in groups.pop(place, [(place, kind)])]
        for first, members in groups.items():
            first_of[[place for place, _ in members]] = first
            members[1:] = sorted(members[1:], key=lambda member: (member[1], int(rank[member[0]])))
    return [groups[first] for first in sorted(groups, key=lambda place: int(rank[place]))]


def _neighbours(left: NDArray[np.int64], right: NDArray[np.int64]) -> dict[int, set[int]]:
    beside: dict[int, set[int]] = {}
    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        if one != other:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
    return beside
