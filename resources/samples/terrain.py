"""Look across a height map: each pixel finds the ground it sees, then light, shadow and haze."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from paint import Colour, Picture, Plane, blend, sample


@dataclass(frozen=True)
class Land:
    """A square of ground, repeating; heights and lengths in the width of the square."""

    height: Plane
    light: Plane
    slope: Plane

    @classmethod
    def lit(cls, height: Plane, sun: tuple[float, float, float]) -> Land:
        """The land under a sun at (right, up, away); shadows fall across it."""
        size = height.shape[0]
        step = 1 / size
        dz = (np.roll(height, -1, 0) - np.roll(height, 1, 0)) / (2 * step)
        dx = (np.roll(height, -1, 1) - np.roll(height, 1, 1)) / (2 * step)
        length = np.sqrt(dx * dx + dz * dz + 1)
        right, up, away = np.array(sun) / np.linalg.norm(sun)
        lambert = np.clip((-dx * right + up - dz * away) / length, 0, 1)
        flat = float(np.hypot(right, away))
        rows, columns = np.mgrid[0:size, 0:size].astype(np.float32)
        shade = np.ones_like(height)
        for reach in np.geomspace(2, size / 6, 28):
            there = sample(height, rows + away / flat * reach, columns + right / flat * reach)
            over = (there - height - reach * step * up / flat) / (reach * step)
            shade = np.minimum(shade, np.clip(1 - over * 5, 0, 1))
        return cls(height, lambert * shade, 1 / length)


@dataclass(frozen=True)
class Seen:
    """What each pixel sees; the arrays have the picture's shape and mean nothing where sky."""

    ground: Plane
    """1 where there is ground and 0 where there is sky."""
    distance: Plane
    row: Plane
    column: Plane
    land: Land

    def of(self, plane: Plane) -> Plane:
        """A map of the land as it lies in the picture."""
        return sample(plane, self.row, self.column)


def look(
    land: Land,
    height: int,
    width: int,
    *,
    eye: tuple[float, float, float],
    horizon: float,
    focal: float = 1.0,
    near: float = 0.02,
    far: float = 2.0,
) -> Seen:
    """The land from an eye at (right, up, away), level; horizon is a fraction from the top."""
    size = land.height.shape[0]
    depths = np.geomspace(near, far, 900).astype(np.float32)
    across = (np.arange(width, dtype=np.float32) - width / 2) / (width * focal)
    column = (eye[0] + across[None, :] * depths[:, None]) * size
    row = np.broadcast_to(((eye[2] + depths) * size)[:, None], column.shape)
    rise = (sample(land.height, row, column) - eye[1]) / depths[:, None]
    crest = np.maximum.accumulate(rise, axis=0)
    want = (horizon * height - np.arange(height, dtype=np.float32)) / (width * focal)
    distance = np.full((height, width), far, dtype=np.float32)
    ground = np.zeros((height, width), dtype=np.float32)
    for x in range(width):
        line = crest[:, x]
        index = np.searchsorted(line, want)
        hit = index < len(depths)
        k = np.clip(index, 1, len(depths) - 1)
        rest = (want - line[k - 1]) / np.maximum(line[k] - line[k - 1], 1e-9)
        between = depths[k - 1] + np.clip(rest, 0, 1) * (depths[k] - depths[k - 1])
        distance[hit, x] = between[hit]
        ground[hit, x] = 1
    z = (eye[2] + distance) * size
    x_map = (eye[0] + across[None, :] * distance) * size
    return Seen(ground, distance, z, x_map, land)


def ridged(base: Plane, sharp: float = 1.0) -> Plane:
    """Noise of mean 0 folded into ridges, 0 to 1."""
    folded = 1 - np.abs(base) / np.abs(base).max()
    return np.asarray(folded**sharp, dtype=np.float32)


def haze(picture: Picture, seen: Seen, colour: Colour | Picture, reach: float) -> Picture:
    """The picture with the far land fading into the air."""
    return blend(picture, colour, (1 - np.exp(-seen.distance / reach)) * seen.ground)
