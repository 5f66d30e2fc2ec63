"""What can be made again from the catalog: the vector index and the suggested tags."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Catalog, Connection, changes, suggestions, vectors
from mindseye.catalog.suggestions import Given, Question
from mindseye.tagging import Tagger
from mindseye.tagging.taught import bring_up
from mindseye.vectors import VectorIndex, crop_keys, photos_of

INDEX_DAMAGED = "The search index was damaged; it is made again from the catalog"

_CHUNK = 4096


def sync_index(catalog: Catalog, space_id: int, index: VectorIndex) -> int:
    """Adds to the index what only the catalog has and removes what it should not have; counts both.

    It costs what has changed since the last time, if the index file goes with the catalog, else a comparison
    of all there is, vector by vector: a process that was killed may have written a newer one to either.
    """
    with index.sync_lock:
        index.follow_file()
        with catalog.read() as connection:
            connection.execute("BEGIN")  # all of it at one moment
            try:
                in_step = index.in_step or changes.file_token(connection, space_id) == index.token
                newest = changes.last(connection)
                if in_step:
                    concerned = changes.since(connection, index.sequence)
                else:
                    there = photos_of(index.keys())
                    concerned = np.union1d(vectors.searchable(connection, space_id), there)
            finally:
                connection.execute("COMMIT")
        count = _replay(catalog, space_id, index, concerned)
        index.follows(newest, file_goes_with_it=in_step)
    return count


def _replay(catalog: Catalog, space_id: int, index: VectorIndex, concerned: NDArray[np.int64]) -> int:
    """Brings these photos [n] in line; counts the vectors that were not."""
    count = 0
    for start in range(0, len(concerned), _CHUNK):
        chunk = concerned[start : start + _CHUNK]
        with catalog.read() as connection:
            lying = vectors.lying(connection, chunk.tolist())
            keys, stored = _stored(connection, space_id, lying, index.dimension)
        surplus = np.setdiff1d(index.keys_of(chunk), keys)
        index.remove(surplus)
        differ = ~index.holds(keys, stored)
        index.add(keys[differ], stored[differ])
        count += len(surplus) + int(differ.sum())
    return count


def save_index(catalog: Catalog, space_id: int, index: VectorIndex) -> None:
    """Writes the index file anew, and in the catalog that it goes with it; makes its codes.

    Raises:
        CatalogError: one of them cannot be written; what is in memory stays.
    """
    if index.save():
        token = index.token
        catalog.write(lambda connection: changes.set_file_token(connection, space_id, token))
    index.make_codes()


def add_to_index(
    catalog: Catalog, space_id: int, index: VectorIndex, photo_ids: NDArray[np.int64]
) -> list[int]:
    """Adds the stored vectors of these photos [n] that the index lacks; gives the ids that came with them."""
    added: set[int] = set()
    for start in range(0, len(photo_ids), _CHUNK):
        with catalog.read() as connection:
            keys, stored = _stored(
                connection, space_id, photo_ids[start : start + _CHUNK].tolist(), index.dimension
            )
        missing = ~index.contains(keys)
        index.add(keys[missing], stored[missing])
        added.update(photos_of(keys[missing]).tolist())
    return sorted(added)


def _stored(
    connection: Connection, space_id: int, photo_ids: Sequence[int], dimension: int
) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    """The keys [n] and vectors [n, dimension] that the catalog has of photos; middles and extra crops."""
    middles = vectors.get(connection, space_id, photo_ids)
    crops = vectors.get_crops(connection, space_id, photo_ids)
    if not middles and not crops:
        return np.empty(0, np.int64), np.empty((0, dimension), np.float16)
    of_crops = np.array([(photo_id, crop) for photo_id, crop, _ in crops], dtype=np.int64).reshape(-1, 2)
    keys = np.concatenate(
        [np.array(list(middles), dtype=np.int64), crop_keys(of_crops[:, 0], of_crops[:, 1])]
    )
    return keys, np.stack([*middles.values(), *(vector for _, _, vector in crops)])


def refresh_tags(catalog: Catalog, space_id: int, tagger: Tagger) -> bool:
    """Judges every photo of a space by the questions that were not asked like this before; says so.

    A label that is no longer asked for loses its suggestions; what a person said of a photo stays.

    Raises:
        CatalogError: the catalog cannot be read or written.
        ModelError: the text tower cannot be run.
    """
    bring_up(catalog, space_id, tagger)
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
    catalog: Catalog, space_id: int, tagger: Tagger, questions: Sequence[Question]
) -> list[tuple[Question, dict[str, Given]]]:
    """What these of the tagger's questions give every photo of a space, by label."""
    parts: list[list[dict[str, Given]]] = [[] for _ in questions]
    with catalog.read() as connection:
        for photo_ids, embeddings in vectors.batches(connection, space_id):
            for verdict in tagger.judge(embeddings, questions):
                parts[questions.index(verdict.question)].append(verdict.given(photo_ids))
    return [
        (question, {label: _joined([part[label] for part in of_question]) for label in question.labels})
        for question, of_question in zip(questions, parts, strict=True)
    ]


def _joined(parts: Sequence[Given]) -> Given:
    if not parts:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
