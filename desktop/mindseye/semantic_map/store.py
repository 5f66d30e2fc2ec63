"""A map on disk: one small file a space, replaced whole, and passed over when it is not as it should be."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.errors import CatalogError
from mindseye.phrases import Phrase
from mindseye.whole_files import replacing

FORMAT = 1
"""Goes up when the layout changes so much that stored maps are to be made anew."""


@dataclass(frozen=True, slots=True, eq=False)
class StoredMap:
    """Where photos lie on the map of a space."""

    ids: NDArray[np.int64]
    """[n], ascending"""
    places: NDArray[np.float32]
    """[n, 2]"""
    laid_out: int
    """How many photos there were when all were last laid out together; the others were put beside them."""


def load_map(path: Path) -> StoredMap | None:
    """The map in a file; None where there is none that can be used, which is no error: it is made again."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            found = StoredMap(stored["ids"], stored["places"], int(stored["laid_out"]))
            usable = int(stored["format"]) == FORMAT
    except (OSError, ValueError, KeyError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return None
    count = len(found.ids)
    usable &= found.ids.dtype == np.int64 and found.places.dtype == np.float32
    usable &= found.ids.shape == (count,) and found.places.shape == (count, 2)
    if not usable or not np.isfinite(found.places).all() or (np.diff(found.ids) <= 0).any():
        return None
    return found


def save_map(path: Path, made: StoredMap) -> None:
    """Puts a map in the place of the one that was there.

    Raises:
        CatalogError: the file cannot be written; the old one stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temporary, temporary.open("wb") as file:
            np.savez(file, format=FORMAT, ids=made.ids, places=made.places, laid_out=made.laid_out)
    except OSError as error:
        raise CatalogError(
            Phrase(
                "The map {path} cannot be written ({error}). Make room or check the folder; the map "
                "is made again at the next start.",
                path=path,
                error=error.strerror,
            ),
            path=path,
        ) from error
