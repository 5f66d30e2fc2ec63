"""What can be made again from the catalog: the vector index and the suggested tags."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, Connection, meta, tags, vectors
from mindseye.tagging import Judgement, ZeroShotTagger
from mindseye.vectors import VectorIndex

_CHUNK = 4096
_JUDGED = "categories"
"""Under this name stands who judged the photos last."""


def sync_index(catalog: Catalog, space_id: int, index: VectorIndex) -> int:
    """Adds to the index what only the catalog has and removes what it should not have; counts both."""
    with catalog.read() as connection:
        wanted = vectors.searchable(connection, space_id)
    there = index.ids()
    surplus = np.setdiff1d(there, wanted, assume_unique=True)
    missing = np.setdiff1d(wanted, there, assume_unique=True)
    index.remove(surplus)
    add_to_index(catalog, space_id, index, missing)
    return len(surplus) + len(missing)


def add_to_index(
    catalog: Catalog, space_id: int, index: VectorIndex, photo_ids: NDArray[np.int64]
) -> list[int]:
    """Adds the stored vectors of those of these photos [n] that the index lacks; gives their ids."""
    added: list[int] = []
    missing = photo_ids[~index.contains(photo_ids)] if len(photo_ids) else photo_ids
    for start in range(0, len(missing), _CHUNK):
        with catalog.read() as connection:
            stored = vectors.get(connection, space_id, missing[start : start + _CHUNK].tolist())
        if stored:
            index.add(np.array(list(stored), dtype=np.int64), np.stack(list(stored.values())))
            added += stored
    return added


def refresh_tags(catalog: Catalog, space_id: int, tagger: ZeroShotTagger) -> bool:
    """Judges every photo again when the categories or the space are not those of last time; says so."""
    with catalog.read() as connection:
        if meta.get(connection, _JUDGED) == _judge(space_id, tagger):
            return False
    found = judge_all(catalog, space_id, tagger)
    catalog.write(lambda connection: replace_tags(connection, space_id, tagger, found))
    return True


def judge_all(catalog: Catalog, space_id: int, tagger: ZeroShotTagger) -> list[tags.Suggestion]:
    """What the categories say of every photo of a space."""
    with catalog.read() as connection:
        return [
            suggestion
            for ids, embeddings in vectors.batches(connection, space_id)
            for suggestion in suggestions(ids.tolist(), tagger.judge(embeddings))
        ]


def suggestions(
    photo_ids: Sequence[int], judgements: Sequence[Sequence[Judgement]]
) -> Iterator[tags.Suggestion]:
    """What the judgements of photos suggest; undecided ones suggest nothing."""
    for photo_id, of_photo in zip(photo_ids, judgements, strict=True):
        for judgement in of_photo:
            if judgement.label is not None:
                yield tags.Suggestion(photo_id, judgement.category, judgement.label, judgement.probability)


def replace_tags(
    connection: Connection, space_id: int, tagger: ZeroShotTagger, found: Iterable[tags.Suggestion]
) -> None:
    """Puts suggestions in the place of all earlier ones; what a person said of a photo stays."""
    tags.forget_suggestions(connection)
    tags.suggest(connection, space_id, found)
    meta.put(connection, _JUDGED, _judge(space_id, tagger))


def _judge(space_id: int, tagger: ZeroShotTagger) -> str:
    return f"{space_id}:{tagger.fingerprint}"
