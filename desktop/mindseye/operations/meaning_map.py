"""The map of meaning of a library: what is there at once, the better one, and the names of its crowds."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.catalog import photos
from mindseye.errors import CatalogError
from mindseye.library import Library
from mindseye.search.bank import bank_vectors, read_words
from mindseye.semantic_map import (
    Reduced,
    Region,
    StoredMap,
    Words,
    beside_neighbours,
    lay_out,
    load_map,
    name_regions,
    reduce,
    save_map,
)
from mindseye.space import EmbeddingSpace
from mindseye.tasks import CancelToken

log = logging.getLogger(__name__)

CHANGED = 0.25
"""Share of photos that came or went since all were laid out together beyond which that is done again."""

Report = Callable[[float], None]
"""Told which share of the work is done, 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class MeaningMap:
    """Where the photos of a space lie in the plane."""

    space_id: int
    ids: NDArray[np.int64]
    """[n], ascending"""
    places: NDArray[np.float32]
    """[n, 2]; near one another where photos show something alike. The unit means nothing."""
    final: bool
    """False for what can be had at once and is to be laid out better."""

    def __len__(self) -> int:
        return len(self.ids)


def kept_map(library: Library, *, token: CancelToken | None = None) -> MeaningMap | None:
    """The map as it was laid out last, without photos that went and with new ones beside their neighbours.

    None where there is none, or where too much changed since; ``first_map`` gives one then.

    Raises:
        Cancelled: it was called off.
    """
    space = library.spaces.active
    stored = load_map(space.map_file)
    if stored is None:
        return None
    ids = space.index.ids()
    stays = np.isin(stored.ids, ids)
    new = np.setdiff1d(ids, stored.ids, assume_unique=True)
    changed = len(new) + (len(stays) - stays.sum()) + abs(len(stored.ids) - stored.laid_out)
    if changed > CHANGED * len(ids) or not stays.any():
        return None
    kept, places = stored.ids[stays], stored.places[stays]
    if len(new):
        came, beside = beside_neighbours(space.index, new, kept, places, checkpoint=_checkpoint(token))
        kept, places = np.concatenate((kept, came)), np.concatenate((places, beside))
        order = np.argsort(kept)
        kept, places = kept[order], places[order]
    if len(new) or not stays.all():
        _keep(library, space, StoredMap(kept, places, stored.laid_out))
    return MeaningMap(space.space_id, kept, places, final=True)


@dataclass(frozen=True, slots=True, eq=False)
class FirstMap:
    """What can be had in seconds, with what ``better_map`` goes on from."""

    shown: MeaningMap
    reduced: Reduced
    space: EmbeddingSpace


def first_map(library: Library, *, token: CancelToken | None = None) -> FirstMap:
    """The two principal components as a map.

    Raises:
        Cancelled: it was called off.
    """
    space = library.spaces.active
    reduced = reduce(space.index, space.index.ids(), checkpoint=_checkpoint(token))
    return FirstMap(MeaningMap(space.space_id, reduced.ids, reduced.plane, final=False), reduced, space)


def better_map(
    library: Library,
    first: FirstMap,
    *,
    token: CancelToken | None = None,
    report: Report = lambda _: None,
) -> MeaningMap:
    """Lays all photos out by who is whose neighbour, and keeps that for another time.

    Where most of the photos were on a map before, it begins with that, so that what one remembers stays where
    it was.

    Args:
        library: the library.
        first: what ``first_map`` gave.
        token: calls it off.
        report: told how far it is.

    Raises:
        Cancelled: it was called off; the map that was kept before stays.
    """
    space, reduced = first.space, first.reduced
    stored, before = load_map(space.map_file), None
    if stored is not None:
        there = np.isin(reduced.ids, stored.ids)
        if 2 * there.sum() > len(reduced.ids):
            before = np.flatnonzero(there), stored.places[np.isin(stored.ids, reduced.ids)]
    places = lay_out(reduced.points, before=before, checkpoint=_checkpoint(token, report))
    _keep(library, space, StoredMap(reduced.ids, places, len(reduced.ids)))
    return MeaningMap(space.space_id, reduced.ids, places, final=True)


def regions_of(library: Library, shown: MeaningMap, *, token: CancelToken | None = None) -> list[Region]:
    """The crowds of a map that an everyday word stands out for, coarse ones first.

    Only words that the model knows are tried. They are embedded once and kept.

    Raises:
        Cancelled: it was called off.
        ModelError: the text tower cannot be run.
    """
    space = library.spaces.active
    if space.space_id != shown.space_id or not len(shown):
        return []
    model = space.model
    known = [
        word for word in read_words(paths.resource("map-words.txt")) if not model.understand(word).unknown
    ]
    if not known:
        return []
    vectors = bank_vectors(model, known, space.map_file.parent)
    return name_regions(
        space.index, shown.ids, shown.places, Words(known, vectors), checkpoint=_checkpoint(token)
    )


def paths_and_places(library: Library, shown: MeaningMap) -> Iterator[tuple[Path, float, float]]:
    """A path of each photo of a map that lies somewhere, and where it is on the map."""
    with library.catalog.read() as connection:
        found = photos.first_paths(connection, shown.ids.tolist())
    for photo_id, (x, y) in zip(shown.ids.tolist(), shown.places.tolist(), strict=True):
        if photo_id in found:
            yield found[photo_id], x, y


def _keep(library: Library, space: EmbeddingSpace, made: StoredMap) -> None:
    if library.read_only:
        return
    try:
        save_map(space.map_file, made)
    except CatalogError as error:  # it is shown all the same, and made again another time
        log.info("%s", error.message)


def _checkpoint(token: CancelToken | None, report: Report = lambda _: None) -> Callable[[float], None]:
    def check(share: float) -> None:
        if token is not None:
            token.check()
        report(share)

    return check
