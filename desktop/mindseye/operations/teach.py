"""Teaching a tag by examples: what it has learnt, which photos to ask about next, and giving it to all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Connection, changes, taught, vectors
from mindseye.catalog import tags as said
from mindseye.catalog.history import Entry
from mindseye.catalog.tags import OWN
from mindseye.catalog.taught import TaughtTag
from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.indexing.projection import refresh_tags
from mindseye.library import Library
from mindseye.operations import history
from mindseye.operations.labelling import tag_name
from mindseye.phrases import Phrase
from mindseye.tagging.lesson import CERTAIN_FROM, Learnt, highest, learn, most_doubtful
from mindseye.tagging.taught import read_lesson, sample

DOUBTFUL = 24
"""Photos that are asked about at a time."""


@dataclass(frozen=True, slots=True)
class Study:
    """A tag as it would be with the examples of now."""

    name: str
    prompt: str
    learnt: Learnt
    given: int
    """Photos that it would be suggested for, besides what was said."""
    doubtful: tuple[int, ...]
    """Photos to ask about, most doubtful first."""
    surest: tuple[int, ...]
    """Photos it is surest of, of which nothing was said."""
    applied: bool
    """Whether the tag is suggested by what was learnt of it, now or with fewer examples."""


class Teacher:
    """Studies one tag again and again; holds the vectors of the library while it does."""

    def __init__(self, library: Library) -> None:
        """Reads the vectors of the space that answers.

        Raises:
            CatalogError: the catalog cannot be read.
        """
        self._library = library
        self._space = library.spaces.active
        ids: list[NDArray[np.int64]] = []
        parts: list[NDArray[np.float16]] = []
        with library.catalog.read() as connection:
            self._change = changes.last(connection)
            searchable = vectors.searchable(connection, self._space.space_id)
            for photo_ids, stored in vectors.batches(connection, self._space.space_id):
                lies = np.isin(photo_ids, searchable)
                ids.append(photo_ids[lies])
                parts.append(stored[lies])
        self._ids = np.concatenate(ids) if ids else np.empty(0, dtype=np.int64)
        self._photos = (
            np.concatenate(parts) if parts else np.empty((0, self._space.manifest.dimension), np.float16)
        )

    def holds(self) -> bool:
        """Whether the library still holds the photos that it held then, and the same model answers."""
        with self._library.catalog.read() as connection:
            same = changes.last(connection) == self._change
        return same and self._library.spaces.active is self._space

    @property
    def photo_ids(self) -> NDArray[np.int64]:
        """The photos [n] that are taught from and judged, ascending."""
        return self._ids

    def study(self, name: str, prompt: str = "") -> Study:
        """What the tag has learnt by now. Changes nothing.

        Raises:
            InputError: there is neither an example nor a prompt.
            ModelError: the text tower cannot be run.
        """
        wanted, prompt = tag_name(name), prompt.strip()
        with self._library.catalog.read() as connection:
            tag = TaughtTag(wanted, prompt)
            lesson = read_lesson(
                connection, self._space.space_id, self._space.tagger, tag, background=self._background
            )
            decided = list(said.decisions(connection, OWN, wanted))
            applied = wanted in {tag.name for tag in taught.tags(connection)}
        if lesson.prompt is None and not lesson.fits.any():
            raise InputError(Phrase("“{wanted}” needs an example, or words to start from.", wanted=wanted))
        learnt = learn(lesson)
        open_ones = ~np.isin(self._ids, decided)
        probabilities = learnt.linear.probabilities(self._photos)
        doubtful = most_doubtful(probabilities, self._photos, DOUBTFUL, open_ones)
        surest = highest(probabilities, DOUBTFUL, open_ones)
        return Study(
            wanted,
            prompt,
            learnt,
            int((probabilities[open_ones] >= CERTAIN_FROM).sum()),
            tuple(self._ids[doubtful].tolist()),
            tuple(self._ids[surest].tolist()),
            applied,
        )

    def _background(self, decided: Collection[int]) -> NDArray[np.float32]:
        at = np.searchsorted(self._ids, sample(self._ids, decided))
        return self._photos[at].astype(np.float32)


def give_taught_tag(library: Library, study: Study) -> Entry | None:
    """Suggests a tag for every photo by what was learnt, and for those that come; all spaces learn it.

    Raises:
        CatalogError: the library cannot be written.
        ModelError: the text tower cannot be run.
    """
    space = library.spaces.active
    tag = TaughtTag(study.name, study.prompt)
    entry = history.change(
        library,
        lambda connection: taught.put(connection, tag),
        lambda _: Phrase("teaching “{name}”", name=study.name),
    )

    def store(connection: Connection) -> None:
        taught.drop_models(connection, study.name)
        linear = study.learnt.linear
        taught.put_model(connection, space.space_id, study.name, linear.weights, linear.offset)

    library.catalog.write(store)
    refresh_suggestions(library)
    return entry


def stop_suggesting(library: Library, name: str) -> Entry | None:
    """Ends the suggestions of a taught tag; what was said of photos stays.

    Raises:
        InputError: no such tag is taught.
    """
    name = tag_name(name)
    if name not in {tag.name for tag in taught_tags(library)}:
        raise InputError(Phrase("“{name}” is not taught.", name=name))
    entry = history.change(
        library,
        lambda connection: taught.remove(connection, name),
        lambda _: Phrase("no longer suggesting “{name}”", name=name),
    )
    refresh_suggestions(library)
    return entry


def taught_tags(library: Library) -> Sequence[TaughtTag]:
    """The tags that are suggested by what was learnt of them."""
    with library.catalog.read() as connection:
        return taught.tags(connection)


def refresh_suggestions(library: Library) -> None:
    """Makes the suggestions of the space that answers follow what is asked now, and tells of it."""
    space = library.spaces.active
    if refresh_tags(library.catalog, space.space_id, space.tagger):
        library.events.publish(PhotosChanged(other=True))
