"""What can be made again from the catalog: the vector index and the suggested tags."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, Connection, meta, tags, vectors
from mindseye.tagging import Judgement, ZeroShotTagger
from mindseye.vectors import VectorIndex, crop_keys, photos_of

_CHUNK = 4096
_JUDGED = "categories"
"""Under this name stands who judged the photos last."""


def sync_index(catalog: Catalog, space_id: int, index: VectorIndex) -> int:
    """Adds to the index what only the catalog has and removes what it should not have; counts both."""
    with catalog.read() as connection:
        photo_ids = vectors.searchable(connection, space_id)
        wanted = np.concatenate([photo_ids, crop_keys(*vectors.searchable_crops(connection, space_id))])
    there = index.keys()
    surplus = np.setdiff1d(there, wanted, assume_unique=True)
    missing = np.setdiff1d(wanted, there, assume_unique=True)
    index.remove(surplus)
    add_to_index(catalog, space_id, index, np.unique(photos_of(missing)))
    return len(surplus) + len(missing)


def add_to_index(
    catalog: Catalog, space_id: int, index: VectorIndex, photo_ids: NDArray[np.int64]
) -> list[int]:
    """Adds the stored vectors of these photos [n] that the index lacks; gives the ids that came with them."""
    added: set[int] = set()
    for start in range(0, len(photo_ids), _CHUNK):
        chunk = photo_ids[start : start + _CHUNK].tolist()
        with catalog.read() as connection:
            middles = vectors.get(connection, space_id, chunk)
            crops = vectors.get_crops(connection, space_id, chunk)
        keys = np.array(
            [(photo_id, 0) for photo_id in middles] + [(photo_id, crop) for photo_id, crop, _ in crops],
            dtype=np.int64,
        ).reshape(-1, 2)
        missing = np.flatnonzero(~index.contains(crop_keys(keys[:, 0], keys[:, 1])))
        if len(missing):
            stored = np.stack([*middles.values(), *(vector for _, _, vector in crops)])
            index.add(crop_keys(keys[missing, 0], keys[missing, 1]), stored[missing])
            added.update(keys[missing, 0].tolist())
    return sorted(added)


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
