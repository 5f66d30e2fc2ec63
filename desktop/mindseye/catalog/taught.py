"""Tags that are taught by examples, and what each space has learnt of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog.connection import Connection

_STORED = np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class TaughtTag:
    """A tag that is suggested by what was learnt of it."""

    name: str
    prompt: str
    """Words to start from; empty where there are none."""


def tags(connection: Connection) -> list[TaughtTag]:
    """The taught tags by name."""
    rows = connection.execute("SELECT name, prompt FROM taught_tags ORDER BY name")
    return [TaughtTag(*row) for row in rows]


def put(connection: Connection, tag: TaughtTag) -> None:
    """Adds a taught tag, or gives it another prompt."""
    connection.execute(
        "INSERT INTO taught_tags (name, prompt) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET prompt = excluded.prompt WHERE prompt <> excluded.prompt",
        (tag.name, tag.prompt),
    )


def remove(connection: Connection, name: str) -> None:
    """Ends the suggestions of a tag; its examples stay."""
    connection.execute("DELETE FROM taught_tags WHERE name = ?", (name,))


def model(connection: Connection, space_id: int, name: str) -> tuple[NDArray[np.float32], float] | None:
    """The weights [dimension] and the offset that a space has learnt; None where it has not yet."""
    row = connection.execute(
        "SELECT weights, offset FROM taught_models WHERE space_id = ? AND name = ?", (space_id, name)
    ).fetchone()
    return None if row is None else (np.frombuffer(row[0], dtype=_STORED), float(row[1]))


def put_model(
    connection: Connection, space_id: int, name: str, weights: NDArray[np.float32], offset: float
) -> None:
    """Stores what a space has learnt."""
    connection.execute(
        "INSERT INTO taught_models (space_id, name, weights, offset) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET weights = excluded.weights, offset = excluded.offset",
        (space_id, name, weights.astype(_STORED).tobytes(), offset),
    )


def drop_models(connection: Connection, name: str) -> None:
    """Lets every space learn a tag anew."""
    connection.execute("DELETE FROM taught_models WHERE name = ?", (name,))
