"""The embedding spaces an open library works with, and the change from one to the next.

The catalog says which model answers and which one is wished for; what is open here follows it. So a change
can be interrupted anywhere and goes on, in this process or another.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from mindseye.catalog import Connection, model_choice, vectors
from mindseye.catalog.model_choice import Wish
from mindseye.clip import ModelManifest
from mindseye.clip.installed import open_manifest
from mindseye.errors import CatalogError, InputError, MindseyeError
from mindseye.events import Event, Events, ModelChanged, PhotosChanged, SwitchChanged
from mindseye.indexing.projection import refresh_tags, sync_index
from mindseye.indexing.space import Space
from mindseye.phrases import Phrase
from mindseye.space import EmbeddingSpace, SpaceMaker
from mindseye.tagging import Category
from mindseye.vectors import sketch_file

log = logging.getLogger(__name__)


class Spaces:
    """The space that answers, and during a change of model the one that is being filled."""

    def __init__(self, maker: SpaceMaker, events: Events, manifest: ModelManifest, *, follow: bool) -> None:
        """Opens the spaces. Loads no network.

        Args:
            maker: opens a space.
            events: where changes are told.
            manifest: the model that is asked for.
            follow: whether ``manifest`` is only what a library without a choice of its own takes. Else it
                answers whatever the library chose, and no change of model is made where the two differ.

        Raises:
            CatalogError: the catalog cannot be read or written.
        """
        self._maker = maker
        self._events = events
        self._lock = threading.RLock()
        self._next: EmbeddingSpace | None = None
        self._wish: Wish | None = None
        self._left: list[tuple[int, str]] = []
        """Spaces that were let go of: id and fingerprint."""
        with maker.catalog.read() as connection:
            chosen = model_choice.answering(connection)
        own = self._own(chosen) if chosen is not None and follow else None
        self._active = maker.open(own, chosen) if own is not None else maker.open(manifest)
        self.pinned = not follow and chosen not in {None, self._active.reference}
        """Whether another model answers than the library's own, because somebody named it."""
        if follow and chosen != self._active.reference and not maker.catalog.read_only:
            maker.catalog.write(
                lambda connection: model_choice.set_answering(connection, self._active.reference)
            )
        try:
            self.follow()
        except BaseException:
            self.close()
            raise

    @property
    def active(self) -> EmbeddingSpace:
        """The one that answers."""
        return self._active

    @property
    def next(self) -> EmbeddingSpace | None:
        """The one that is being filled and will answer then."""
        return self._next

    def ask(self, categories: Sequence[Category]) -> None:
        """Lets every space judge by other categories from now on."""
        with self._lock:
            self._maker = replace(self._maker, categories=tuple(categories))
            for space in (self._active, self._next):
                if space is not None:
                    space.tagger.ask(categories)

    def wish(self, reference: str, *, keep_old: bool) -> None:
        """Begins the change to another model; to the one that answers calls a change off.

        Raises:
            InputError: the library is open with a model that somebody named.
            CatalogError: the catalog cannot be written.
        """
        if self.pinned:
            raise InputError(
                Phrase(
                    "The library is open with {name} because --model names it. Open it without --model "
                    "to change its model.",
                    name=self._active.manifest.name,
                )
            )
        wanted = Wish(reference, keep_old) if reference != self._active.reference else None

        def store(connection: Connection) -> None:
            if model_choice.answering(connection) is None:
                model_choice.set_answering(connection, self._active.reference)
            model_choice.set_wish(connection, wanted)

        self._maker.catalog.write(store)
        self.follow()

    def call_off(self) -> None:
        """Ends a change of model; the vectors that were made stay for another attempt."""
        self._maker.catalog.write(lambda connection: model_choice.set_wish(connection, None))
        self.follow()

    def follow(self) -> None:
        """Opens what the catalog says, and lets go of the rest; tells what changed.

        Raises:
            CatalogError: the catalog cannot be read or written.
        """
        if self.pinned:
            return
        with self._lock:
            with self._maker.catalog.read() as connection:
                chosen = model_choice.answering(connection)
                wish = model_choice.wish(connection)
            happened = [*self._follow_choice(chosen), *self._follow_wish(wish)]
        for event in happened:
            self._events.publish(event)

    def complete(self, prepared: Space) -> None:
        """Lets the next space answer, if it is still the one that was prepared.

        The tags it suggests are its own and are there before it answers; what a person confirmed or rejected
        belongs to no space.

        Raises:
            CatalogError: the catalog cannot be written; the old space goes on answering then.
            ModelError: the text tower cannot be run.
        """
        space, wish, old = self._next, self._wish, self._active
        if space is None or space is not prepared or wish is None:
            return
        catalog = self._maker.catalog
        sync_index(catalog, space.space_id, space.index)
        space.engine.warm_up()
        refresh_tags(catalog, space.space_id, space.tagger)

        def store(connection: Connection) -> bool:
            if model_choice.wish(connection) != wish:
                return False
            model_choice.set_answering(connection, wish.model)
            model_choice.set_wish(connection, None)
            if not wish.keep_old and old.space_id != space.space_id:
                vectors.drop(connection, old.space_id)
            return True

        catalog.write(store)
        self.follow()

    def drop(self, space_id: int, fingerprint: str) -> None:
        """Deletes the vectors, the index file and the map of a space that nobody uses.

        Raises:
            InputError: it answers, or is being filled.
            CatalogError: the catalog cannot be written.
        """
        with self._lock:
            if space_id in {space.space_id for space in (self._active, self._next) if space is not None}:
                raise InputError(Phrase("The vectors of a model that is in use cannot be dropped."))
            self._maker.catalog.write(lambda connection: vectors.drop(connection, space_id))
            self._forget_file(fingerprint)

    def close(self) -> None:
        """Lets go of the index files."""
        with self._lock:
            for space in (self._active, self._next):
                if space is not None:
                    space.index.close()
            for space_id, fingerprint in self._left:
                self._forget_if_empty(space_id, fingerprint)

    def _follow_choice(self, chosen: str | None) -> list[Event]:
        """Lets the chosen model answer."""
        if chosen is None or chosen == self._active.reference:
            return []
        old, self._wish = self._active, None
        if self._next is not None and self._next.reference == chosen:
            new, self._next = self._next, None
        else:
            manifest = self._own(chosen)
            if manifest is None:
                return []
            new = self._maker.open(manifest, chosen)
        missing = np.setdiff1d(old.index.ids(), new.index.ids(), assume_unique=True)
        self._active = new
        # Not closed: a search may still be at work in it, and it ends with the last of them.
        self._left.append((old.space_id, old.manifest.fingerprint))
        self._forget_if_empty(old.space_id, old.manifest.fingerprint)
        return [ModelChanged(new.reference, new.manifest.title, len(missing)), PhotosChanged(other=True)]

    def _follow_wish(self, wish: Wish | None) -> list[Event]:
        """Opens the space that is to be filled, or lets go of one that is not wanted any more."""
        if wish == self._wish:
            return []
        before, self._wish = self._next, wish
        if wish is None:
            self._next = None
        elif before is None or before.reference != wish.model:
            manifest = self._own(wish.model)
            self._next = None if manifest is None else self._maker.open(manifest, wish.model)
        if before is self._next:
            return []
        return [SwitchChanged(self._next.manifest.title if self._next is not None else "")]

    def _own(self, reference: str) -> ModelManifest | None:
        """A model that the library chose earlier; it may have gone since."""
        try:
            return open_manifest(reference)
        except MindseyeError as error:
            log.warning("The library's model %s cannot be used: %s", reference, error.message)
            return None

    def _forget_if_empty(self, space_id: int, fingerprint: str) -> None:
        """Deletes the index file of a space whose vectors were dropped."""
        used = {each.space_id for each in (self._active, self._next) if each is not None}
        if space_id in used:
            return
        try:
            with self._maker.catalog.read() as connection:
                held = any(each.id == space_id for each in vectors.spaces(connection))
        except CatalogError:
            return
        if not held:
            self._forget_file(fingerprint)

    def _forget_file(self, fingerprint: str) -> None:
        try:
            self._maker.map_file(fingerprint).unlink(missing_ok=True)
            index_file = self._maker.index_file(fingerprint)
            sketch_file(index_file).unlink(missing_ok=True)
            index_file.unlink(missing_ok=True)
        except OSError as error:  # Windows holds a file that is being read; closing tries again
            log.info("An index file stays for now: %s", error)
