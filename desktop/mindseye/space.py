"""One embedding space of a library: a model, its vectors, and what judges and searches with them."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import Catalog, vectors
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.installed import reference_to
from mindseye.clip.model import SessionLoader
from mindseye.clip.processors import Tell
from mindseye.indexing.projection import INDEX_DAMAGED, sync_index
from mindseye.search import SearchEngine
from mindseye.search.bank import bank_mean
from mindseye.tagging import Category, Tagger
from mindseye.vectors import VectorIndex

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EmbeddingSpace:
    """A model with everything in a library that stands and falls with it."""

    reference: str
    """What the model is found by: its name, or its folder."""
    model: ClipModel
    space_id: int
    index: VectorIndex
    tagger: Tagger
    engine: SearchEngine
    map_file: Path
    """Where the map of the space is kept once it was made."""

    @property
    def manifest(self) -> ModelManifest:
        """The model's description."""
        return self.model.manifest


@dataclass(frozen=True, slots=True)
class SpaceMaker:
    """Opens spaces of one library. Loads no network."""

    catalog: Catalog
    projections: Path
    """The folder of the index files."""
    categories: Sequence[Category]
    bank: tuple[str, ...]
    load_session: SessionLoader
    tell: Tell
    """Hears which processor failed."""

    def open(self, manifest: ModelManifest, reference: str | None = None) -> EmbeddingSpace:
        """The space of a model, made when the library has none; its index is brought up to date.

        Raises:
            CatalogError: the catalog cannot be read or written.
        """
        with self.catalog.read() as connection:
            known = vectors.find_space(connection, manifest.fingerprint)
        if known is None:
            known = self.catalog.write(
                lambda connection: vectors.space(
                    connection, manifest.fingerprint, model=manifest.name, dimension=manifest.dimension
                )
            )
        space_id = known
        index = VectorIndex(self.index_file(manifest.fingerprint), dimension=manifest.dimension)
        if index.was_damaged:
            log.warning("%s", INDEX_DAMAGED)
        try:
            # What a killed process committed and did not get into the index.
            sync_index(self.catalog, space_id, index)
        except BaseException:
            index.close()
            raise
        model = ClipModel(manifest, load_session=self.load_session, tell=self.tell)
        engine = SearchEngine(self.catalog, model, space_id, index, bank=self.bank, cache=self.projections)
        return EmbeddingSpace(
            reference or reference_to(manifest),
            model,
            space_id,
            index,
            Tagger(model, self.categories, lambda: bank_mean(model, self.bank, self.projections)),
            engine,
            self.map_file(manifest.fingerprint),
        )

    def map_file(self, fingerprint: str) -> Path:
        """Where the map of the space with this fingerprint is kept."""
        return self.projections / f"{fingerprint}.map.npz"

    def index_file(self, fingerprint: str) -> Path:
        """Where the index of the space with this fingerprint is kept."""
        return self.projections / f"{fingerprint}.usearch"
