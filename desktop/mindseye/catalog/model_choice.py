"""Which model answers in a library, and which one is to answer instead as soon as its vectors are there.

A model is known by its name, or by its folder where it is not among the installed ones.
"""

import json
from dataclasses import asdict, dataclass

from mindseye.catalog import meta
from mindseye.catalog.connection import Connection

_ANSWERS = "model"
_WISHED = "next_model"


@dataclass(frozen=True, slots=True)
class Wish:
    """A change of model that is under way."""

    model: str
    keep_old: bool
    """Whether the vectors of the model that answers now stay, so that going back costs nothing."""


def answering(connection: Connection) -> str | None:
    """The model that answers; None in a library that never chose one."""
    return meta.get(connection, _ANSWERS)


def set_answering(connection: Connection, model: str) -> None:
    """Stores which model answers."""
    meta.put(connection, _ANSWERS, model)


def wish(connection: Connection) -> Wish | None:
    """The change that is under way."""
    stored = meta.get(connection, _WISHED)
    return None if stored is None else Wish(**json.loads(stored))


def set_wish(connection: Connection, wanted: Wish | None) -> None:
    """Begins a change, or calls it off."""
    if wanted is None:
        meta.remove(connection, _WISHED)
    else:
        meta.put(connection, _WISHED, json.dumps(asdict(wanted)))
