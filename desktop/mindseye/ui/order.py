"""The order that photos stand in where they are no answer to a search."""

import re
from enum import Enum

import numpy as np

from mindseye.catalog.tiles import UNKNOWN_DAY
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.ui.grid.tiles import Tiles


class Order(Enum):
    """What comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    NAME = "name"

    @property
    def in_time(self) -> bool:
        """Whether photos stand in the order in which they were taken, there or back."""
        return self in (Order.NEWEST, Order.OLDEST)


def order_named(name: str) -> Order:
    """The order of this name; the newest first where there is none of it."""
    return next((each for each in Order if each.value == name), Order.NEWEST)


def arranged(library: Library, tiles: Tiles, order: Order) -> Tiles:
    """Photos that stand newest first, in another order; those of no date or name stay last."""
    match order:
        case Order.NEWEST:
            return tiles
        case Order.OLDEST:
            known = tiles.days != UNKNOWN_DAY
            return tiles.at(np.concatenate([np.flatnonzero(known)[::-1], np.flatnonzero(~known)]))
        case Order.ADDED:
            return tiles.at(np.argsort(-tiles.ids))  # ids are given as photos are found
        case Order.NAME:
            names = [natural(name) for name in browse.names_of(library, tiles.ids.tolist())]
            return tiles.at(np.array(sorted(range(len(names)), key=names.__getitem__), np.int64))


def natural(name: str) -> tuple[bool, list[tuple[int, str]]]:
    """What names are sorted by: numbers count as numbers, so that IMG_9 comes before IMG_10."""
    parts = re.split(r"([0-9]+)", name.casefold())
    return not name, [(int(each), "") if each.isdecimal() else (-1, each) for each in parts]
