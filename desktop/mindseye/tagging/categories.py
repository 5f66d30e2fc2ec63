"""The categories file: what can be told of a photo, and the prompts that describe each label."""

import hashlib
import json
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mindseye.errors import InputError


@dataclass(frozen=True, slots=True)
class Label:
    """One answer of a category and the phrases that describe it."""

    name: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A question with answers that exclude one another."""

    name: str
    labels: tuple[Label, ...]
    certain_from: float
    """The probability, above 1 / labels and below 1, from which on a label is given."""


def load_categories(path: Path) -> tuple[Category, ...]:
    """Reads a categories file.

    Raises:
        InputError: it cannot be read, or a category lacks labels, prompts or a sensible band.
    """
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"The categories in {path} cannot be read ({error}).", path=path) from error
    try:
        categories = tuple(_category(table) for table in stored["category"])
        _all_different("a category", [category.name for category in categories])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"The categories in {path} are not complete: {error}.", path=path) from error
    return categories


def digest(categories: Sequence[Category]) -> str:
    """Changes when the categories do."""
    text = json.dumps([asdict(category) for category in categories], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _category(table: dict[str, Any]) -> Category:
    name = str(table["name"])
    labels = tuple(Label(str(label["name"]), _prompts(label["prompts"])) for label in table["label"])
    certain_from = float(table["certain_from"])
    if len(labels) < 2 or any(not label.prompts for label in labels):
        raise ValueError(f"{name!r} needs two labels or more, each with a prompt")
    if not 1 / len(labels) < certain_from < 1:
        raise ValueError(f"certain_from of {name!r} must lie between 1/{len(labels)} and 1")
    _all_different(f"a label of {name!r}", [label.name for label in labels])
    return Category(name, labels, certain_from)


def _prompts(stored: object) -> tuple[str, ...]:
    if not isinstance(stored, list) or not all(isinstance(each, str) and each.strip() for each in stored):
        raise ValueError("prompts is a list of phrases")
    return tuple(stored)


def _all_different(what: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError(f"{what} is there twice")
