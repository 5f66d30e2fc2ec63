"""From where the map is looked at: the middle of the view and how large the map is; nothing here knows Qt."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

MARGIN = 64.0
"""Pixels about a map that is fitted to its view."""

CLOSEST = 600.0
"""How much larger than fitted a map of one hundred thousand photos can be seen; a smaller one less."""

Size = tuple[int, int]
"""Width and height of a view in pixels."""

Bounds = tuple[float, float, float, float]
"""Of a map: left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The point of the map in the middle of the view, and the pixels that one unit of the map takes."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    @classmethod
    def fitted(cls, bounds: Bounds | None, size: Size) -> "Camera":
        """Shows all of a map; a single photo in the middle of the view."""
        if bounds is None:
            return cls()
        left, top, right, bottom = bounds
        room = (max(size[0] - 2 * MARGIN, 16.0), max(size[1] - 2 * MARGIN, 16.0))
        spans = (right - left, bottom - top)
        scales = [part / span for part, span in zip(room, spans, strict=True) if span > 1e-9]
        return cls((left + right) / 2, (top + bottom) / 2, min(scales, default=1.0))

    def on_screen(self, places: NDArray[np.float32], size: Size) -> NDArray[np.float32]:
        """Where places [n, 2] lie in a view, in pixels [n, 2]."""
        shift = np.array([size[0] / 2 - self.x * self.scale, size[1] / 2 - self.y * self.scale], np.float32)
        seen: NDArray[np.float32] = places * np.float32(self.scale) + shift
        return seen

    def on_map(self, x: float, y: float, size: Size) -> tuple[float, float]:
        """The point of the map below a pixel of a view."""
        return self.x + (x - size[0] / 2) / self.scale, self.y + (y - size[1] / 2) / self.scale

    def moved(self, x: float, y: float) -> "Camera":
        """The map pulled along by some pixels."""
        return replace(self, x=self.x - x / self.scale, y=self.y - y / self.scale)

    def zoomed(
        self, factor: float, at: tuple[float, float], size: Size, *, between: tuple[float, float]
    ) -> "Camera":
        """The map larger by a factor, with the point below a pixel of a view staying there.

        Args:
            factor: less than 1 makes it smaller.
            at: the pixel.
            size: of the view.
            between: the least and the greatest scale.
        """
        scale = min(max(self.scale * factor, between[0]), between[1])
        x, y = self.on_map(*at, size)
        return Camera(x - (at[0] - size[0] / 2) / scale, y - (at[1] - size[1] / 2) / scale, scale)

    def kept_near(self, bounds: Bounds | None) -> "Camera":
        """The same with its middle over the map, so that nobody gets lost beside it."""
        if bounds is None:
            return self
        left, top, right, bottom = bounds
        return replace(self, x=min(max(self.x, left), right), y=min(max(self.y, top), bottom))


def scales_between(fitted: float, count: int) -> tuple[float, float]:
    """The least and the greatest scale for a map of ``count`` photos that is fitted at a scale."""
    closest = CLOSEST * min(max(count / 100_000, 0.0), 1.0) ** 0.5
    return 0.5 * fitted, max(closest, 12.0) * fitted
