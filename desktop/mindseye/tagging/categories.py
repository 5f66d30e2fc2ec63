"""Categories: what is asked of a photo, and the phrases that describe each answer."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from mindseye.phrases import Phrase

PLAIN = ("{}",)
"""Phrases are taken as they stand."""


@dataclass(frozen=True, slots=True)
class Label:
    """One answer of a category and the phrases that describe it."""

    name: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A question about photos."""

    name: str
    labels: tuple[Label, ...]
    certain_from: float
    """The probability from which on a label is given; what is below stays undecided."""
    exclusive: bool = True
    """Whether exactly one label fits a photo; else each is judged for itself, against any photo."""
    enabled: bool = True
    templates: tuple[str, ...] = PLAIN
    """What every prompt is put into, at ``{}``; a label's direction is the mean over all of them."""

    def phrases(self, label: Label) -> tuple[str, ...]:
        """Everything that is embedded for a label."""
        return tuple(
            template.replace("{}", prompt) for template in self.templates for prompt in label.prompts
        )


class CategoryError(ValueError):
    """A category makes no sense; says where."""

    def __init__(self, what: str, category: int, label: int | None = None) -> None:
        super().__init__(what)
        self.what = what
        """What is wrong, in a few words."""
        self.category = category
        """Which category of the file, from 0."""
        self.label = label
        """Which label of it, from 0; None where the category itself is wrong."""


def from_tables(stored: Mapping[str, Any]) -> tuple[Category, ...]:
    """Categories from what a TOML file holds.

    Raises:
        CategoryError: a category lacks a name, labels, prompts or a sensible band.
    """
    tables = stored.get("category")
    if not tables or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise CategoryError(Phrase("there is no [[category]]"), 0)
    categories = [_category(table, at) for at, table in enumerate(tables)]
    names = [category.name for category in categories]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise CategoryError(Phrase("the category {category} is there twice", category=repr(name)), at)
    return tuple(categories)


def check(category: Category, at: int = 0) -> None:
    """Looks whether a category makes sense.

    Raises:
        CategoryError: it lacks a name, labels, prompts or a sensible band.
    """
    if not category.name.strip():
        raise CategoryError(Phrase("a category needs a name"), at)
    what = repr(category.name)
    if not category.labels or (category.exclusive and len(category.labels) < 2):
        if category.exclusive:
            raise CategoryError(Phrase("{category} needs two labels or more", category=what), at)
        raise CategoryError(Phrase("{category} needs a label", category=what), at)
    if not category.templates or any("{}" not in template for template in category.templates):
        raise CategoryError(
            Phrase(
                "each template of {category} needs a place {place} for the prompt", category=what, place="{}"
            ),
            at,
        )
    least = 1 / len(category.labels) if category.exclusive else 0.0
    if not least < category.certain_from < 1:
        raise CategoryError(
            Phrase(
                "certain_from of {category} must lie between {least:.2f} and 1", category=what, least=least
            ),
            at,
        )
    names = [label.name for label in category.labels]
    for number, label in enumerate(category.labels):
        if not label.name.strip():
            raise CategoryError(Phrase("a label of {category} needs a name", category=what), at, number)
        if not label.prompts or any(not prompt.strip() for prompt in label.prompts):
            raise CategoryError(
                Phrase(
                    "the label {label} of {category} needs prompts, none of them empty",
                    label=repr(label.name),
                    category=what,
                ),
                at,
                number,
            )
        if label.name in names[:number]:
            raise CategoryError(
                Phrase(
                    "the label {label} of {category} is there twice", label=repr(label.name), category=what
                ),
                at,
                number,
            )


def digest(categories: Sequence[Category]) -> str:
    """Changes when the meaning of the categories does; the bands and what is switched off do not matter."""
    tables = [asdict(category) for category in categories]
    for table in tables:
        del table["certain_from"], table["enabled"]
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


def _category(table: Mapping[str, Any], at: int) -> Category:
    labels = table.get("label", [])
    if not isinstance(labels, list):
        raise CategoryError(Phrase("the labels of a category are [[category.label]]"), at)
    known = {"name", "certain_from", "exclusive", "enabled", "templates", "label"}
    for key in table:
        if key not in known:
            raise CategoryError(Phrase("{key} means nothing in a category", key=repr(key)), at)
    category = Category(
        _typed(table, "name", str, at),
        tuple(_label(label, at, number) for number, label in enumerate(labels)),
        float(_typed(table, "certain_from", (int, float), at)),
        _typed(table, "exclusive", bool, at, default=True),
        _typed(table, "enabled", bool, at, default=True),
        _texts(table.get("templates", list(PLAIN)), "templates", at),
    )
    check(category, at)
    return category


def _label(table: object, at: int, number: int) -> Label:
    if not isinstance(table, dict):
        raise CategoryError(Phrase("the labels of a category are [[category.label]]"), at, number)
    name = _typed(table, "name", str, at, number)
    return Label(name, _texts(table.get("prompts"), "prompts", at, number))


def _typed(
    table: Mapping[str, Any], key: str, kind: Any, at: int, label: int | None = None, default: Any = None
) -> Any:
    value = table.get(key, default)
    if value is None:
        raise CategoryError(Phrase("{key} is missing", key=key), at, label)
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise CategoryError(Phrase("{key} has a wrong value, {value}", key=key, value=repr(value)), at, label)
    return value


def _texts(stored: object, key: str, at: int, label: int | None = None) -> tuple[str, ...]:
    if not isinstance(stored, list) or not all(isinstance(each, str) for each in stored):
        raise CategoryError(Phrase("{key} is a list of phrases", key=key), at, label)
    return tuple(stored)
