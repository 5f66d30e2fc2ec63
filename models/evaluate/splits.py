"""The one deterministic split of the data: which rows are kept out of training and used for measuring."""

from __future__ import annotations

import hashlib

FLICKR_HELD_OUT = 1000
"""Photos of Flickr8k that no training ever sees."""

SCENES_HELD_OUT = 0.2
"""Share of the six-scenes photos that no training ever sees."""


def _ranked(source: str, count: int) -> list[int]:
    """Row numbers 0..count-1 in a fixed scrambled order (SHA-256 of source and row)."""

    def key(row: int) -> bytes:
        return hashlib.sha256(f"{source}:{row}".encode()).digest()

    return sorted(range(count), key=key)


def flickr_split(count: int, held_out: int = FLICKR_HELD_OUT) -> tuple[list[int], list[int]]:
    """(training rows, held-out rows), each ascending; at most half of a small set is held out."""
    order = _ranked("flickr8k", count)
    held_out = min(held_out, count // 2)
    return sorted(order[held_out:]), sorted(order[:held_out])


def scenes_split(count: int, share: float = SCENES_HELD_OUT) -> tuple[list[int], list[int]]:
    """(training rows, held-out rows), each ascending."""
    order = _ranked("scenes", count)
    held_out = round(count * share)
    return sorted(order[held_out:]), sorted(order[:held_out])
