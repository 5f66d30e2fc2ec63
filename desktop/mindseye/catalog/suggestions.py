"""What the model of a space suggests: a projection, made again whenever what judges has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.connection import Connection

Source = Literal["category", "examples"]

Given = tuple[NDArray[np.int64], NDArray[np.float32]]
"""Photo ids, ascending, and their probabilities, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is judged at once: a category with all its labels, or one tag that was taught."""

    category: str
    labels: tuple[str, ...]
    source: Source
    exclusive: bool
    """Whether a confirmed label silences the suggestion of the others."""
    fingerprint: str
    """Changes when other judgements are to be expected."""


def judged(connection: Connection, space_id: int, questions: Iterable[Question]) -> list[bool]:
    """Which of the questions the suggestions of the space answer as they are."""
    rows = connection.execute(
        "SELECT category, label, source, exclusive, fingerprint FROM suggested_labels WHERE space_id = ?",
        (space_id,),
    )
    stored = {(row[0], row[1]): tuple(row[2:]) for row in rows}
    return [
        all(
            stored.get((each.category, label)) == (each.source, each.exclusive, each.fingerprint)
            for label in each.labels
        )
        for each in questions
    ]


def replace(connection: Connection, space_id: int, question: Question, given: Mapping[str, Given]) -> None:
    """Puts what a question suggests for the whole space, by label, in the place of what was there."""
    connection.executemany(
        "DELETE FROM suggested_labels WHERE space_id = ? AND category = ? AND label = ?",
        [(space_id, question.category, label) for label in question.labels],
    )
    for label in question.labels:
        (label_id,) = connection.execute(
            "INSERT INTO suggested_labels (space_id, category, label, source, exclusive, fingerprint)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (space_id, question.category, label, question.source, question.exclusive, question.fingerprint),
        ).fetchone()
        _store(connection, label_id, given[label])


def add(connection: Connection, space_id: int, question: Question, given: Mapping[str, Given]) -> None:
    """Adds what a question suggests for photos that are new.

    Where the rest of the space was judged by something else, the question counts as not judged from now on.
    """
    for label in question.labels:
        label_id, fingerprint = connection.execute(
            "INSERT INTO suggested_labels (space_id, category, label, source, exclusive, fingerprint)"
            " VALUES (?, ?, ?, ?, ?, '') ON CONFLICT DO UPDATE SET fingerprint ="
            " CASE WHEN fingerprint = ? THEN fingerprint ELSE '' END RETURNING id, fingerprint",
            (space_id, question.category, label, question.source, question.exclusive, question.fingerprint),
        ).fetchone()
        if fingerprint == question.fingerprint:
            _store(connection, label_id, given[label])


def keep_only(connection: Connection, space_id: int, questions: Iterable[Question]) -> bool:
    """Drops the suggestions of labels that nobody judges any more; says whether there were any."""
    wanted = {(each.category, label) for each in questions for label in each.labels}
    rows = connection.execute(
        "SELECT category, label, id FROM suggested_labels WHERE space_id = ?", (space_id,)
    ).fetchall()
    surplus = [(row[2],) for row in rows if (row[0], row[1]) not in wanted]
    connection.executemany("DELETE FROM suggested_labels WHERE id = ?", surplus)
    return bool(surplus)


def photos_of(connection: Connection, space_id: int, category: str, label: str) -> NDArray[np.int64]:
    """The photos, ascending, that lie somewhere and get a label suggested, whatever was said of it."""
    rows = connection.execute(
        "SELECT photo_id FROM suggestions WHERE label_id ="
        " (SELECT id FROM suggested_labels WHERE space_id = ? AND category = ? AND label = ?)"
        " AND EXISTS (SELECT 1 FROM files WHERE files.photo_id = suggestions.photo_id) ORDER BY photo_id",
        (space_id, category, label),
    )
    return np.fromiter((row[0] for row in rows), dtype=np.int64)


def _store(connection: Connection, label_id: int, given: Given) -> None:
    photo_ids, probabilities = given
    connection.executemany(
        "INSERT INTO suggestions (label_id, photo_id, probability) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET probability = excluded.probability",
        zip([label_id] * len(photo_ids), photo_ids.tolist(), probabilities.tolist(), strict=True),
    )
