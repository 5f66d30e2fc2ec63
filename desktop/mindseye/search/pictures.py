"""The pictures of a query: which photo or file is meant, and its embedding."""

import stat
import threading
from collections import OrderedDict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.catalog import Catalog, photos, vectors
from mindseye.clip import ClipModel
from mindseye.errors import InputError, UnreadablePictureError
from mindseye.phrases import Phrase
from mindseye.search.embed import embed_picture
from mindseye.search.query import Box, PictureFile, PicturePart, SimilarTo, SimilarToContent

_KEPT = 256
"""Embeddings of outside pictures and regions that are remembered, the last used ones: half a megabyte."""


class PictureReader:
    """Embeds pictures for one space. Safe to use from several threads."""

    def __init__(self, catalog: Catalog, model: ClipModel, space_id: int) -> None:
        self._catalog = catalog
        self._model = model
        self._space_id = space_id
        self._lock = threading.Lock()
        self._embeddings: OrderedDict[tuple[bytes, Box | None], NDArray[np.float32]] = OrderedDict()

    def photo_id(self, part: PicturePart) -> int | None:
        """The photo of the library that is meant as a whole; None for a region and for outside pictures.

        Raises:
            InputError: there is no such photo or file.
        """
        if part.box is not None:
            return None
        match part:
            case PictureFile(path):
                with self._catalog.read() as connection:
                    content = imaging.content_hash(read_file(path))
                    return vectors.embedded_photo(connection, self._space_id, content)
            case SimilarTo() | SimilarToContent():
                return self._known(part)

    def embedding(self, part: PicturePart) -> NDArray[np.float32]:
        """What the model makes of the picture or region: float32 [dimension], unit length.

        Raises:
            InputError: there is no such photo or file, or it is no picture.
            ModelError: the model cannot be run.
        """
        photo_id = self.photo_id(part)
        if photo_id is not None:
            with self._catalog.read() as connection:
                stored = vectors.get(connection, self._space_id, [photo_id])
            if photo_id not in stored:
                raise InputError(
                    Phrase("This photo is not indexed yet; try again when the indexer is done with it.")
                )
            return stored[photo_id].astype(np.float32)
        if isinstance(part, PictureFile):
            return self._embedded(read_file(part.path), part.box, part.path.name)
        return self._region_of_photo(self._known(part), part.box)

    def _known(self, part: SimilarTo | SimilarToContent) -> int:
        match part:
            case SimilarTo(photo_id):
                return photo_id
            case SimilarToContent(content):
                with self._catalog.read() as connection:
                    found = photos.with_content(connection, content)
                if not found:
                    raise InputError(
                        Phrase("The library holds no photo with the content {content}.", content=content)
                    )
                if len(found) > 1:
                    raise InputError(
                        Phrase(
                            "Several photos begin with the content {content}: give more digits.",
                            content=content,
                        )
                    )
                return found[0]

    def _region_of_photo(self, photo_id: int, box: Box | None) -> NDArray[np.float32]:
        with self._catalog.read() as connection:
            photo = photos.get(connection, photo_id)
        if photo is None:
            raise InputError(Phrase("This photo is not in the library any more."))
        kept = self._kept(photo.content_hash, box)
        if kept is not None:
            return kept
        for path in photo.paths:
            try:
                data = path.read_bytes()
            except OSError:
                continue  # its drive is away, or it went; another file may hold the same picture
            if imaging.content_hash(data) == photo.content_hash:
                return self._embedded(data, box, path.name)
        name = photo.paths[0].name if photo.paths else Phrase("this photo")
        raise InputError(
            Phrase(
                "A region of {name} cannot be searched by: its file is not there. Connect its drive.",
                name=name,
            )
        )

    def _embedded(self, data: bytes, box: Box | None, name: str) -> NDArray[np.float32]:
        key = imaging.content_hash(data), box
        kept = self._kept(*key)
        if kept is not None:
            return kept
        try:
            made = embed_picture(self._model, data, box)
        except UnreadablePictureError as error:
            raise InputError(
                Phrase("{name} cannot be searched by: {reason}", name=name, reason=error.message)
            ) from error
        with self._lock:
            self._embeddings[key] = made
            while len(self._embeddings) > _KEPT:
                self._embeddings.popitem(last=False)
        return made

    def _kept(self, content: bytes, box: Box | None) -> NDArray[np.float32] | None:
        with self._lock:
            if (content, box) in self._embeddings:
                self._embeddings.move_to_end((content, box))
            return self._embeddings.get((content, box))


def read_file(path: Path) -> bytes:
    """The bytes of a picture file that was named by a person.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        place = path.expanduser()
        if not stat.S_ISREG(place.stat().st_mode) and not place.is_dir():
            # A pipe gives its bytes once, and a device may give them for ever.
            raise InputError(Phrase("{path} is no ordinary file.", path=path), path=path)
        return place.read_bytes()
    except FileNotFoundError as error:
        raise InputError(Phrase("There is no file {path}.", path=path), path=path) from error
    except IsADirectoryError as error:
        raise InputError(Phrase("{path} is a folder, not a picture.", path=path), path=path) from error
    except RuntimeError as error:  # ~nobody
        raise InputError(Phrase("There is no home folder for {path}.", path=path), path=path) from error
    except OSError as error:
        raise InputError(
            Phrase("{path} cannot be read: {error}.", path=path, error=error.strerror), path=path
        ) from error
