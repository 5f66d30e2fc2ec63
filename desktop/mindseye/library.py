"""An open library: its parts wired together, its threads owned, everything closed in order."""

import logging
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mindseye import paths
from mindseye.catalog import Catalog, ThumbnailCache, vectors
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.model import SessionLoader
from mindseye.clip.session import OnnxSession
from mindseye.events import Events
from mindseye.indexing import Indexer
from mindseye.indexing.projection import sync_index
from mindseye.indexing.run import Stores
from mindseye.search import SearchEngine
from mindseye.search.bank import read_words
from mindseye.tagging import ZeroShotTagger, load_categories
from mindseye.vectors import VectorIndex

log = logging.getLogger(__name__)

_CATALOG = "catalog.sqlite"


@dataclass(frozen=True, slots=True)
class Library:
    """One folder on disk with a catalog, thumbnails and an index, and the model it is searched with."""

    directory: Path
    catalog: Catalog
    thumbnails: ThumbnailCache
    events: Events
    model: ClipModel
    space_id: int
    tagger: ZeroShotTagger
    indexer: Indexer
    engine: SearchEngine
    _index: VectorIndex

    @staticmethod
    def exists(directory: Path) -> bool:
        """Whether the folder holds a library."""
        return (directory / _CATALOG).is_file()

    @classmethod
    def open(
        cls, directory: Path, manifest: ModelManifest, *, load_session: SessionLoader = OnnxSession
    ) -> Self:
        """Opens a library, or makes it where there is none. Loads no network and starts no watching.

        Raises:
            CatalogError: the catalog cannot be opened, is damaged, or was made by a newer Mindseye.
            InputError: the categories file is damaged.
        """
        categories = load_categories(paths.resource("categories.toml"))
        bank = read_words(paths.resource("neutral-words.txt"))
        projections = directory / "index"
        with ExitStack() as opened:
            catalog = Catalog(directory / _CATALOG)
            opened.callback(catalog.close)
            thumbnails = ThumbnailCache(directory / "thumbnails.sqlite")
            opened.callback(thumbnails.close)
            space_id = catalog.write(
                lambda connection: vectors.space(
                    connection, manifest.fingerprint, model=manifest.name, dimension=manifest.dimension
                )
            )
            index = VectorIndex(projections / f"{manifest.fingerprint}.usearch", dimension=manifest.dimension)
            opened.callback(index.close)
            if index.was_damaged:
                log.warning("The search index was damaged; it is made again from the catalog")
            # What a killed process committed and did not get into the index.
            sync_index(catalog, space_id, index)
            opened.pop_all()
        model = ClipModel(manifest, load_session=load_session)
        tagger = ZeroShotTagger(model, categories)
        events = Events()
        stores = Stores(catalog, thumbnails, index, space_id)
        return cls(
            directory=directory,
            catalog=catalog,
            thumbnails=thumbnails,
            events=events,
            model=model,
            space_id=space_id,
            tagger=tagger,
            indexer=Indexer(stores, model, tagger, events, lock_file=directory / "indexing.lock"),
            engine=SearchEngine(catalog, model, space_id, index, bank=bank, cache=projections),
            _index=index,
        )

    def sync_index(self) -> None:
        """Lets the searches see what the catalog knows now; the file on disk follows at the next pass."""
        sync_index(self.catalog, self.space_id, self._index)

    def close(self) -> None:
        """Ends the background work, then closes the files; what was committed stays."""
        self.indexer.close()
        self._index.close()
        self.thumbnails.close()
        self.catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
