"""Taught tags in a space: learnt from the examples where the space has not learnt them yet."""

from collections.abc import Callable, Collection

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, Connection, taught, vectors
from mindseye.catalog import tags as said
from mindseye.catalog.tags import OWN
from mindseye.catalog.taught import TaughtTag
from mindseye.tagging.examples import Linear
from mindseye.tagging.lesson import BACKGROUND, Lesson, learn
from mindseye.tagging.tagger import Tagger

Sample = Callable[[Collection[int]], NDArray[np.float32]]
"""Gives the vectors [m, dimension] of some photos other than these."""


def bring_up(catalog: Catalog, space_id: int, tagger: Tagger) -> None:
    """Lets a tagger know every taught tag; what its space has not learnt is learnt from the examples now.

    Raises:
        CatalogError: the catalog cannot be read or written.
        ModelError: the text tower cannot be run.
    """
    known: dict[str, Linear] = {}
    new: dict[str, Linear] = {}
    with catalog.read() as connection:
        for tag in taught.tags(connection):
            stored = taught.model(connection, space_id, tag.name)
            if stored is not None:
                known[tag.name] = Linear(*stored)
                continue
            lesson = read_lesson(connection, space_id, tagger, tag)
            if lesson.fits.any() or lesson.prompt is not None:
                known[tag.name] = new[tag.name] = learn(lesson).linear

    def store(connection: Connection) -> None:
        for name, linear in new.items():
            taught.put_model(connection, space_id, name, linear.weights, linear.offset)

    if new:
        catalog.write(store)
    tagger.know(known)


def read_lesson(
    connection: Connection, space_id: int, tagger: Tagger, tag: TaughtTag, background: Sample | None = None
) -> Lesson:
    """What a space can learn of a tag: the examples that have a vector there, and some other photos.

    Args:
        connection: a reader of the catalog.
        space_id: the space.
        tagger: the one of that space.
        tag: the tag.
        background: gives the other photos; without one they are read from the catalog.

    Raises:
        ModelError: the text tower cannot be run.
    """
    decisions = said.decisions(connection, OWN, tag.name)
    stored = vectors.get(connection, space_id, list(decisions))
    if background is None:
        chosen = sample(vectors.searchable(connection, space_id), decisions)
        others = _matrix(list(vectors.get(connection, space_id, chosen.tolist()).values()), tagger)
    else:
        others = background(decisions)
    return Lesson(
        _matrix(list(stored.values()), tagger),
        np.array([decisions[photo_id].state == "confirmed" for photo_id in stored], dtype=np.bool_),
        others,
        tagger.zero_shot.standing_out(prompts(tag.prompt)) if tag.prompt else None,
        tagger.zero_shot.temperature,
    )


def sample(photo_ids: NDArray[np.int64], decided: Collection[int]) -> NDArray[np.int64]:
    """Some of the photos of which nothing was said; of the same ones always the same."""
    random = np.random.default_rng(0)
    count = min(BACKGROUND + len(decided), len(photo_ids))
    some = random.choice(photo_ids, count, replace=False)
    return np.sort(some[~np.isin(some, list(decided))][:BACKGROUND])


def prompts(words: str) -> tuple[str, ...]:
    """The phrases that stand for the words a tag starts from."""
    return words, f"a photo of {words}"


def _matrix(rows: list[NDArray[np.float16]], tagger: Tagger) -> NDArray[np.float32]:
    if not rows:
        return np.empty((0, tagger.zero_shot.dimension), dtype=np.float32)
    return np.stack(rows).astype(np.float32)
