"""What can be made again from the catalog: the vector index and the suggested tags."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, Connection, suggestions, vectors
from mindseye.catalog.suggestions import Given, Question
from mindseye.tagging import ZeroShotTagger
from mindseye.vectors import VectorIndex, crop_keys, photos_of

_CHUNK = 4096


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
    """Judges every photo of a space by the questions that were not asked like this before; says so.

    A label that is no longer asked for loses its suggestions; what a person said of a photo stays.

    Raises:
        CatalogError: the catalog cannot be read or written.
        ModelError: the text tower cannot be run.
    """
    questions = tagger.questions()
    with catalog.read() as connection:
        judged = suggestions.judged(connection, space_id, questions)
    new = [question for question, known in zip(questions, judged, strict=True) if not known]
    found = judge_all(catalog, space_id, tagger, new) if new else []

    def store(connection: Connection) -> bool:
        for question, given in found:
            suggestions.replace(connection, space_id, question, given)
        return suggestions.keep_only(connection, space_id, questions)

    return catalog.write(store) or bool(new)


def judge_all(
    catalog: Catalog, space_id: int, tagger: ZeroShotTagger, questions: Sequence[Question]
) -> list[tuple[Question, dict[str, Given]]]:
    """What these of the tagger's questions give every photo of a space, by label."""
    parts: list[list[dict[str, Given]]] = [[] for _ in questions]
    with catalog.read() as connection:
        for photo_ids, embeddings in vectors.batches(connection, space_id):
            for verdict in tagger.judge(embeddings):
                if verdict.question in questions:
                    parts[questions.index(verdict.question)].append(verdict.given(photo_ids))
    return [
        (question, {label: _joined([part[label] for part in of_question]) for label in question.labels})
        for question, of_question in zip(questions, parts, strict=True)
    ]


def _joined(parts: Sequence[Given]) -> Given:
    if not parts:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
