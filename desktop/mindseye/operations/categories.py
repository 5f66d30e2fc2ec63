"""The categories that hold: changed after a look at what that would do, shown with their probabilities."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import suggestions, tags, vectors
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations.teach import refresh_suggestions
from mindseye.phrases import Phrase
from mindseye.tagging import Category, Label, Verdict, categories_file
from mindseye.tagging.categories import CategoryError, check

BINS = 20
"""Bars of a distribution of probabilities, from 0 to 1."""

SAMPLE = 12
"""Photos of each label that are looked at."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one label."""

    label: str
    before: int
    after: int
    came: int
    """How many photos would get it."""
    went: int
    """How many photos would lose it."""
    gained: tuple[int, ...]
    """Some photos that would get it."""
    lost: tuple[int, ...]
    """Some photos that would lose it."""


@dataclass(frozen=True, slots=True)
class LabelView:
    """One label of a category over the whole library."""

    label: str
    count: int
    """Photos that are given it by the model."""
    bins: tuple[int, ...]
    """Photos by its probability, in equal steps; of an exclusive category, where it is the best."""
    sample: tuple[int, ...]
    """Some of the photos that are given it and of which nothing was said, at random."""
    right: int
    """Photos that a person confirmed it for."""
    wrong: int
    """Photos that a person rejected it for."""


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category over the whole library."""

    category: Category
    photos: int
    undecided: int
    """Photos that are given none of its labels."""
    labels: tuple[LabelView, ...]


def categories_of(library: Library) -> tuple[Category, ...]:
    """What is asked in the library, also what is switched off."""
    return library.tagger.categories


def look_at(library: Library, name: str, *, seed: int = 0) -> CategoryView:
    """How a category judges the library: for each label how many, how surely, and a sample to check by eye.

    Raises:
        InputError: there is no such category.
        ModelError: the text tower cannot be run.
    """
    category = _named(library, name)
    photo_ids, verdict = _judge(library, category)
    random = np.random.default_rng(seed)
    best = verdict.probabilities.argmax(axis=1) if len(photo_ids) else np.empty(0, dtype=np.int64)
    views = []
    for at, label in enumerate(category.labels):
        with library.catalog.read() as connection:
            said = tags.decisions(connection, category.name, label.name)
        given = photo_ids[verdict.certain[:, at]]
        column = verdict.probabilities[:, at]
        counted = column[best == at] if category.exclusive else column
        bars = np.histogram(counted, bins=BINS, range=(0.0, 1.0))[0]
        open_ones = np.setdiff1d(given, np.array(list(said), dtype=np.int64))
        sample = random.permutation(open_ones)[:SAMPLE]
        right = sum(each.state == "confirmed" for each in said.values())
        views.append(
            LabelView(
                label.name,
                len(given),
                tuple(bars.tolist()),
                tuple(sample.tolist()),
                right,
                len(said) - right,
            )
        )
    undecided = int((~verdict.certain.any(axis=1)).sum())
    return CategoryView(category, len(photo_ids), undecided, tuple(views))


def preview(library: Library, changed: Category) -> list[Change]:
    """What a changed or new category would do to the library, label by label. Changes nothing.

    Raises:
        InputError: the category makes no sense.
        ModelError: the text tower cannot be run.
    """
    _check(changed)
    photo_ids, verdict = _judge(library, changed)
    names = [label.name for label in changed.labels]
    known = {each.name: each for each in library.tagger.categories}
    if changed.name in known:
        names += [label.name for label in known[changed.name].labels if label.name not in names]
    with library.catalog.read() as connection:
        before = {
            name: suggestions.photos_of(connection, library.space_id, changed.name, name) for name in names
        }
    none = np.empty(0, dtype=np.int64)
    found = []
    for name in names:
        at = verdict.question.labels.index(name) if name in verdict.question.labels else None
        after = photo_ids[verdict.certain[:, at]] if at is not None and changed.enabled else none
        gained, lost = np.setdiff1d(after, before[name]), np.setdiff1d(before[name], after)
        found.append(
            Change(
                name,
                len(before[name]),
                len(after),
                len(gained),
                len(lost),
                _some(gained),
                _some(lost),
            )
        )
    return found


def preview_all(library: Library, wanted: Sequence[Category]) -> list[tuple[str, list[Change]]]:
    """What other categories in the place of all would do, for each that differs. Changes nothing.

    Raises:
        InputError: a category makes no sense.
        ModelError: the text tower cannot be run.
    """
    known = {each.name: each for each in library.tagger.categories}
    differing = [each for each in wanted if known.get(each.name) != each]
    kept = {each.name for each in wanted}
    gone = [replace(each, enabled=False) for each in known.values() if each.name not in kept]
    return [(each.name, preview(library, each)) for each in (*differing, *gone)]


def take_categories(library: Library, wanted: Sequence[Category]) -> None:
    """Puts other categories in the place of all, and judges the library by them.

    Raises:
        InputError: there is none, one makes no sense, or the user's file cannot be written.
        ModelError: the text tower cannot be run.
    """
    for each in wanted:
        _check(each)
    _hold(library, wanted)


def change_category(library: Library, changed: Category) -> None:
    """Puts a category in the place of the one of its name, or adds it, and judges the library by it.

    What a person confirmed or rejected stays. The user's own file is written.

    Raises:
        InputError: the category makes no sense, or the file cannot be written.
        ModelError: the text tower cannot be run.
    """
    _check(changed)
    held = list(library.tagger.categories)
    at = next((at for at, each in enumerate(held) if each.name == changed.name), len(held))
    held[at : at + 1] = [changed]
    _hold(library, held)


def remove_category(library: Library, name: str) -> None:
    """Stops asking; what a person confirmed stays.

    Raises:
        InputError: there is no such category, or it is the last one.
    """
    _named(library, name)
    left = [each for each in library.tagger.categories if each.name != name]
    if not left:
        raise InputError(Phrase("The last category cannot be removed; switch it off instead."))
    _hold(library, left)


def switch_category(library: Library, name: str, *, on: bool) -> None:
    """Asks, or stops asking, by a category.

    Raises:
        InputError: there is no such category.
    """
    change_category(library, replace(_named(library, name), enabled=on))


def as_category(name: str, labels: Sequence[str]) -> Category:
    """A category of any labels, each with its name as the prompt.

    Raises:
        InputError: it makes no sense.
    """
    made = Category(
        name.strip(),
        tuple(Label(label, (label,)) for label in labels),
        certain_from=max(0.6, 1.2 / max(len(labels), 1)) if len(labels) > 1 else 0.6,
        templates=("{}", "a photo of {}"),
    )
    _check(made)
    return made


def free_name(library: Library, labels: Sequence[str]) -> str:
    """A name for a category of these labels that no category has."""
    known = {each.name for each in library.tagger.categories}
    name = " or ".join(labels[:2]) + (" …" if len(labels) > 2 else "")
    numbered = (f"{name} ({number})" for number in itertools.count(2))
    return name if name not in known else next(each for each in numbered if each not in known)


def _hold(library: Library, held: Sequence[Category]) -> None:
    categories_file.save_own(held)
    library.spaces.ask(held)
    refresh_suggestions(library)


def _check(category: Category) -> None:
    try:
        check(category)
    except CategoryError as error:
        raise InputError(Phrase("This does not work: {what}.", what=error.what)) from error


def _named(library: Library, name: str) -> Category:
    for category in library.tagger.categories:
        if category.name == name:
            return category
    raise InputError(Phrase("There is no category “{name}”.", name=name))


def _judge(library: Library, category: Category) -> tuple[NDArray[np.int64], Verdict]:
    """The photos of the space that lie somewhere, and what a category says of them."""
    space = library.spaces.active
    ids: list[NDArray[np.int64]] = []
    verdicts: list[Verdict] = []
    with library.catalog.read() as connection:
        searchable = vectors.searchable(connection, space.space_id)
        for photo_ids, stored in vectors.batches(connection, space.space_id):
            lies = np.isin(photo_ids, searchable)
            ids.append(photo_ids[lies])
            verdicts.append(space.tagger.zero_shot.judge(category, stored[lies].astype(np.float32)))
    if not verdicts:
        empty = np.empty((0, space.manifest.dimension), np.float32)
        return np.empty(0, dtype=np.int64), space.tagger.zero_shot.judge(category, empty)
    joined = Verdict(
        verdicts[0].question,
        np.concatenate([each.probabilities for each in verdicts]),
        np.concatenate([each.certain for each in verdicts]),
    )
    return np.concatenate(ids), joined


def _some(photo_ids: NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(np.random.default_rng(0).permutation(photo_ids)[:SAMPLE].tolist())
