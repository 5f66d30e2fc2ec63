"""The codes beside an index file: opened with it, given up with it, made again when they are missing."""

import threading
from pathlib import Path

from mindseye.errors import CatalogError
from mindseye.phrases import Phrase
from mindseye.vectors.layer import Layer
from mindseye.vectors.sketch import Sketch, sketch_file, write_sketch


class SketchKeeper:
    """Holds the codes that go with the index file as it is, if there are any."""

    def __init__(self, index_file: Path, dimension: int, lock: threading.Lock) -> None:
        """``lock`` is held by whoever searches, opens or drops."""
        self.sketch: Sketch | None = None
        self._path = sketch_file(index_file)
        self._dimension = dimension
        self._lock = lock
        self._checked = False
        self._failed_for = b""
        """Token of the file whose codes could not be written: to try at each pass would cost too much."""

    def open(self, token: bytes) -> None:
        """Takes the codes that belong to the index file with this token, if they are there."""
        self.sketch = Sketch.open(self._path, token, self._dimension)

    def drop(self) -> None:
        """Lets go of them."""
        if self.sketch is not None:
            self.sketch.close()
        self.sketch, self._checked = None, False

    def make(self, token: bytes, vectors: Layer) -> bool:
        """Makes the codes of the index file with this token when they are missing or damaged; says so.

        Searches go on meanwhile; the vectors must stay. Codes are read through once after they were opened.
        Writing that failed is not tried again before the index file is another or opened anew.

        Raises:
            CatalogError: they cannot be written; searches do without.
        """
        with self._lock:
            if self.sketch is None:  # another process may have made them
                self.open(token)
            found = self.sketch
        if found is not None and (self._checked or found.is_whole()):
            self._checked = True
            return False
        with self._lock:
            self.drop()
        if self._failed_for == token:
            return False
        try:
            write_sketch(self._path, token, vectors.keys(), vectors.get)
        except OSError as error:
            self._failed_for = token
            raise CatalogError(
                Phrase(
                    "What makes searches fast cannot be written to {path} ({error}). Make room or check "
                    "the folder; searches go on, but more slowly.",
                    path=self._path,
                    error=error,
                ),
                path=self._path,
            ) from error
        with self._lock:
            self.open(token)
        self._checked = True
        return True
