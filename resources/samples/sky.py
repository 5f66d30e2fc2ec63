"""Skies and what mirrors them: clouds in perspective, stars, the sea."""

from __future__ import annotations

import numpy as np
from paint import (
    Colour,
    Picture,
    Plane,
    Rng,
    add,
    blend,
    blur,
    grid,
    noise,
    sample,
    smooth,
    tile,
    vec,
)


def clouds(
    rng: Rng,
    height: int,
    width: int,
    horizon: float,
    *,
    cover: float = 0.5,
    scale: float = 1.0,
    sun: tuple[float, float] = (0.5, 0.0),
    soft: float = 1.0,
) -> tuple[Plane, Plane]:
    """Cloud thickness and brightness, 0 to 1, on a layer that runs out to the horizon.

    `horizon` and `sun` are fractions of the picture; `cover` is the part of the sky overcast.
    """
    rows, columns = grid(height, width)
    rise = np.clip(horizon - rows / height, 0, None) + 0.07
    z = 90 / scale / rise
    x = (columns / width - 0.5) * width / height * 160 / scale / rise
    field = tile(rng, 1024, 1.75)
    lift = np.sqrt(rise)
    thick = sample(field, z, x) + 0.25 * sample(field, z * 4.1 + 300, x * 4.1) * lift
    level = float(np.quantile(thick[: int(max(horizon, 0.1) * height)], 1 - cover))
    density = smooth(level - 0.25 * soft, level + 0.9 * soft, thick)
    pull = (sun[0] - columns / width) * 26 / scale, (sun[1] - rows / height) * -26 / scale
    toward = sample(field, z + pull[1], x + pull[0])
    lit = np.clip(0.62 + 0.33 * (thick - toward) - 0.12 * np.clip(thick - level, 0, 2), 0, 1)
    return density * (rows < horizon * height), lit


def stars(rng: Rng, picture: Picture, count: int, area: Plane) -> Picture:
    """The picture with stars, mostly faint, scattered in proportion to the area's values."""
    height, width = area.shape
    chance = np.cumsum(area.ravel().astype(np.float64))
    spots = np.searchsorted(chance, rng.random(count) * chance[-1])
    light = np.zeros((height, width), dtype=np.float32)
    power = rng.pareto(1.6, count).astype(np.float32) * 0.35 + 0.12
    np.add.at(light.reshape(-1), spots, np.clip(power, 0, 5))
    spread = light + 4.0 * blur(light, 1) + 6.0 * blur(np.clip(light - 1.2, 0, None), 3)
    return add(picture, (0.92, 0.95, 1.0), spread)


def waves(rng: Rng, height: int, width: int, horizon: int, roughness: float) -> tuple[Plane, Plane]:
    """Slopes of water (across, away) for the rows below the horizon, calmer far out."""
    field = tile(rng, 512, 1.6, squash=0.6)
    rows, columns = grid(height - horizon, width)
    depth = 1 / ((rows + 1.5) / (height - horizon))
    x = (columns - width / 2) / width * depth
    across = np.zeros_like(rows)
    away = np.zeros_like(rows)
    for size, strength in ((40.0, 1.0), (110.0, 0.7), (300.0, 0.5)):
        u, v = depth * size * 1.3, x * size * 2.2
        a = sample(field, u, v)
        # Waves finer than a pixel only add roughness; they would shimmer as dots.
        keep = strength * np.clip(2.4 * height / (size * depth * depth), 0, 1)
        away += keep * (a - sample(field, u + 1.5, v))
        across += keep * (a - sample(field, u, v + 1.5))
    return across * roughness, away * roughness


def sea(
    rng: Rng,
    picture: Picture,
    horizon: int,
    deep: Colour,
    *,
    roughness: float = 1.0,
    mirror: float = 0.35,
    shallow: Colour | None = None,
) -> Picture:
    """The picture with everything below the horizon row turned into water mirroring what is above.

    `mirror` is how much the water at the viewer's feet reflects; far out it reflects nearly all.
    """
    height, width = picture.shape[:2]
    across, away = waves(rng, height, width, horizon, roughness)
    rows, columns = grid(height - horizon, width)
    near = rows / (height - horizon)
    reach = 30 + 0.16 * height * np.sqrt(near)
    row = horizon - 2 - rows * 0.8 - np.abs(away * 2.2 + 0.4 * roughness) * reach
    column = np.clip(columns + across * reach * 0.8, 0, width - 1)
    reflected = sample(picture, np.clip(row, 0, horizon - 1), column)
    body = blend(np.tile(vec(deep), (*near.shape, 1)), shallow or deep, near)
    body = body * (1 + 0.22 * np.clip(away, -2, 2))[..., None]
    amount = mirror + (0.92 - mirror) * (1 - near) ** 3 - 0.18 * np.clip(away, -1, 1) * near
    out = picture.copy()
    out[horizon:] = np.clip(blend(body, reflected, np.clip(amount, 0, 1)), 0, 1)
    return out


def calm(rng: Rng, picture: Picture, shore: int, tint: Colour, ripple: float = 1.0) -> Picture:
    """The picture with still water below the shore row: a mirror, drawn out by small ripples."""
    height, width = picture.shape[:2]
    rows, columns = grid(height - shore, width)
    near = rows / (height - shore)
    bands = noise(rng, height - shore, width, 26, 5, stretch=9) - 0.5
    shift = bands * ripple * (4 + 50 * near)
    mirror = np.clip(shore - 1 - rows * 1.02 - np.abs(shift), 0, shore - 1)
    reflected = sample(picture, mirror, np.clip(columns + shift * 0.3, 0, width - 1))
    out = picture.copy()
    out[shore:] = blend(reflected * 0.88, tint, 0.18 + 0.34 * near)
    # The thin bright line where wind touches the far shore.
    out[shore : shore + 3] = blend(out[shore : shore + 3], (0.8, 0.85, 0.88), 0.25)
    return out
