"""Where in a large photo it lies which was searched for: a veil over the picture, dark where it is cold."""

import numpy as np
from numpy.typing import NDArray

from mindseye.operations import explain
from mindseye.ui.door import Newest
from mindseye.ui.part import UnseenPart
from mindseye.ui.photo_canvas import PhotoCanvas
from mindseye.ui.searching import Searching
from mindseye.ui.translating import tr, translated
from mindseye.ui.why_panel import shade


class Heat(UnseenPart):
    """Lays the veil over one photo at a time, as soon as it was found out on a worker, and takes it away."""

    def __init__(self, searching: Searching) -> None:
        super().__init__("window-heat")
        self._searching = searching
        self._newest = Newest(self.door)
        self._canvas: PhotoCanvas | None = None

    @property
    def on(self) -> bool:
        """Whether a photo has its veil, or is to get it."""
        return self._canvas is not None

    def toggle(self, photo_id: int, canvas: PhotoCanvas) -> None:
        """Lays the veil over the photo of a canvas, or takes it away."""
        if self.on:
            self.end_showing()
            return
        library, answer = self._library, self._searching.answer
        if library is None:
            return
        query = None if answer is None or answer.by_name else answer.query
        self._canvas = canvas
        if query is None or not query.positive:
            self._say(tr("Search for words or a picture first; then this shows where in a photo it lies."))
            return
        self._say(tr("Looking at its parts one by one…"))
        self._newest.ask(
            lambda token: explain.where(library, query, photo_id, token=token),
            self._show,
            lambda error: self._say(translated(error.message)),
        )

    def end_showing(self) -> None:
        """Another photo is shown, or none: the veil goes."""
        self._newest.cancel()
        if self._canvas is not None:
            self._canvas.cover(None)
            self._canvas = None

    def _show(self, warmth: NDArray[np.float32]) -> None:
        if self._canvas is not None:
            self._canvas.cover(shade(warmth), tr("Bright is what looks most like what was searched for."))

    def _say(self, words: str) -> None:
        if self._canvas is not None:
            self._canvas.cover(None, words)
