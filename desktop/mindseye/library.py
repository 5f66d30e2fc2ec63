"""An open library: its parts wired together, its threads owned, everything closed in order."""

import logging
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mindseye import paths
from mindseye.catalog import Catalog, ThumbnailCache
from mindseye.catalog.rescue import Rescue, rescue
from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.model import SessionLoader
from mindseye.clip.processors import warn
from mindseye.clip.session import OnnxSession
from mindseye.decoding import Decoder
from mindseye.errors import CatalogError
from mindseye.events import Events, ProcessorFailed
from mindseye.indexing import Indexer
from mindseye.indexing.projection import sync_index
from mindseye.indexing.run import Stores
from mindseye.phrases import Phrase
from mindseye.search import SearchEngine
from mindseye.search.bank import read_words
from mindseye.space import SpaceMaker
from mindseye.spaces import Spaces
from mindseye.tagging import Tagger, categories_file

log = logging.getLogger(__name__)

_CATALOG = "catalog.sqlite"


@dataclass(frozen=True, slots=True)
class Library:
    """One folder on disk with a catalog, thumbnails and indexes, and the spaces it is searched in."""

    directory: Path
    catalog: Catalog
    thumbnails: ThumbnailCache
    events: Events
    spaces: Spaces
    decoder: Decoder
    indexer: Indexer
    rescue: Rescue | None = None
    """What was done about a catalog that was found damaged when it was to be opened."""

    @staticmethod
    def exists(directory: Path) -> bool:
        """Whether the folder holds a library.

        Raises:
            CatalogError: it cannot be looked into.
        """
        try:
            return (directory / _CATALOG).is_file()
        except OSError as error:
            raise CatalogError(
                Phrase(
                    "The library folder {folder} cannot be looked into ({error}). Check the path and "
                    "its permissions, or choose another.",
                    folder=directory,
                    error=error.strerror,
                ),
                path=directory,
            ) from error

    @classmethod
    def open(
        cls,
        directory: Path,
        manifest: ModelManifest,
        *,
        follow: bool = False,
        load_session: SessionLoader = OnnxSession,
        decoder: Decoder | None = None,
    ) -> Self:
        """Opens a library, or makes it where there is none. Loads no network and starts no watching.

        Args:
            directory: its folder.
            manifest: the model that is asked for.
            follow: whether the model that the library itself chose stands before ``manifest``.
            load_session: loads one ONNX file.
            decoder: decodes what is not ordinary; it is closed with the library.

        Raises:
            CatalogError: the catalog cannot be opened, is damaged, or was made by a newer Mindseye.
            InputError: the categories file is damaged.
        """
        categories = categories_file.current().all
        bank = read_words(paths.resource("neutral-words.txt"))
        with ExitStack() as opened:
            rescued = rescue(directory / _CATALOG) if cls.exists(directory) else None
            if rescued is not None:
                log.warning("%s", rescued.sentence)
            catalog = Catalog(directory / _CATALOG)
            opened.callback(catalog.close)
            thumbnails = ThumbnailCache(directory / "thumbnails.sqlite", read_only=catalog.read_only)
            opened.callback(thumbnails.close)
            events = Events()

            def tell(sentence: str) -> None:
                warn(sentence)
                events.publish(ProcessorFailed(sentence))

            maker = SpaceMaker(catalog, directory / "index", categories, bank, load_session, tell)
            spaces = Spaces(maker, events, manifest, follow=follow)
            opened.pop_all()
        decoder = decoder or Decoder()
        return cls(
            directory=directory,
            catalog=catalog,
            thumbnails=thumbnails,
            events=events,
            spaces=spaces,
            decoder=decoder,
            indexer=Indexer(Stores(catalog, thumbnails), spaces, events, decoder, directory=directory),
            rescue=rescued,
        )

    @property
    def read_only(self) -> bool:
        """Whether it can be searched but not changed."""
        return self.catalog.read_only

    @property
    def model(self) -> ClipModel:
        """The model that answers."""
        return self.spaces.active.model

    @property
    def space_id(self) -> int:
        """The space that answers, in the catalog."""
        return self.spaces.active.space_id

    @property
    def tagger(self) -> Tagger:
        """Judges photos in the space that answers."""
        return self.spaces.active.tagger

    @property
    def engine(self) -> SearchEngine:
        """Searches the space that answers."""
        return self.spaces.active.engine

    def sync_index(self) -> None:
        """Lets the searches see what the catalog knows now; the file on disk follows at the next pass."""
        active = self.spaces.active
        sync_index(self.catalog, active.space_id, active.index)

    def close(self) -> None:
        """Ends the background work, then closes the files; what was committed stays."""
        # First, so that nobody waits for a file that takes long.
        self.decoder.close()
        self.indexer.close()
        self.spaces.close()
        self.thumbnails.close()
        self.catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
