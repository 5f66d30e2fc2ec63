"""Trees, grass and leaves drawn stroke by stroke, for the scenes out of doors."""

from __future__ import annotations

import numpy as np
from paint import Colour, Rng, Sheet, mix, vary


def conifer(rng: Rng, sheet: Sheet, x: float, foot: float, tall: float, colour: Colour) -> None:
    """A spruce: tiers of drooping boughs, ragged, lighter on the left."""
    sheet.line([(x, foot), (x, foot - tall * 0.97)], mix(colour, (0, 0, 0), 0.4), tall * 0.02)
    tiers = max(9, int(tall / 9))
    for i in range(tiers):
        t = i / tiers
        y = foot - tall * (1 - t) * 0.98
        reach = tall * (0.015 + 0.15 * t**0.9) * rng.uniform(0.75, 1.1)
        drop = tall * (0.05 + 0.035 * t)
        for side, light in ((-1, 0.07), (1, -0.02)):
            tone = vary(rng, (colour[0] + light, colour[1] + light, colour[2] + light), 0.018)
            tip = (x + side * reach * rng.uniform(0.8, 1.1), y + drop * rng.uniform(0.8, 1.2))
            under = (x + side * reach * 0.45, y + drop * 0.95)
            sheet.polygon([(x, y - drop * 0.5), tip, under, (x, y + drop * 1.1)], tone)


def blades(
    rng: Rng,
    sheet: Sheet,
    count: int,
    area: tuple[float, float, float, float],
    tall: float,
    colours: list[Colour],
) -> None:
    """Grass, drawn from far to near, over (left, top, right, bottom), taller towards the viewer."""
    left, top, right, bottom = area
    spots = np.sort(rng.random(count) ** 0.7)
    for t in spots:
        x = rng.uniform(left, right)
        y = top + (bottom - top) * t
        length = tall * (0.12 + 0.88 * t) * rng.uniform(0.5, 1.2)
        lean = rng.normal(0.1, 0.25) * length
        tone = vary(rng, colours[int(rng.integers(len(colours)))], 0.05)
        tone = mix(tone, (0, 0, 0), 0.15 * t)
        width = max(0.6, 0.04 * length)
        base, tip = (x - width, y), (x + lean, y - length)
        sheet.polygon([base, (x + lean * 0.3, y - length * 0.6), tip, (x + width, y)], tone)


def broadleaf(
    rng: Rng,
    sheet: Sheet,
    x: float,
    foot: float,
    tall: float,
    bark: Colour,
    leaves: list[Colour],
    *,
    leaf: float = 0.012,
    count: int = 1500,
) -> None:
    """A tree with a round crown of single leaves, lit from the upper left."""
    tips: list[tuple[float, float]] = []

    def branch(x0: float, y0: float, angle: float, length: float, width: float, level: int) -> None:
        x1, y1 = x0 + np.cos(angle) * length, y0 - np.sin(angle) * length
        sheet.line([(x0, y0), (x1, y1)], vary(rng, bark, 0.02), width)
        if level == 0:
            tips.append((x1, y1))
            return
        for turn in (-0.5, 0.1, 0.55):
            bend = angle + turn + rng.normal(0, 0.14)
            branch(x1, y1, bend, length * rng.uniform(0.6, 0.8), width * 0.62, level - 1)

    branch(x, foot, np.pi / 2 + rng.normal(0, 0.05), tall * 0.34, tall * 0.05, 3)
    middle = np.array(tips).mean(axis=0)
    picks = rng.integers(len(tips), size=count)
    spread = rng.normal(0, tall * 0.07, (count, 2))
    spots = np.array(tips)[picks] + spread
    for i in np.argsort(-spots[:, 1] + rng.normal(0, tall * 0.1, count)):
        px, py = spots[i]
        light = 0.5 - (py - middle[1]) / tall * 1.2 - (px - middle[0]) / tall * 0.6
        tone = leaves[int(rng.integers(len(leaves)))]
        tone = mix(mix(tone, (0.05, 0.03, 0.05), 0.45), tone, float(np.clip(light, 0, 1.25)))
        r = tall * leaf * rng.uniform(0.6, 1.4)
        sheet.disc(px, py, r, r * rng.uniform(0.5, 1), vary(rng, tone, 0.04))


def hill(rng: Rng, width: int, base: float, rise: float, rough: float = 0.55) -> list[tuple[float, float]]:
    """A ragged skyline from edge to edge by midpoint displacement, closed far below."""
    heights = np.array([rng.normal(0, 0.5), rng.normal(0, 0.5)])
    swing = 1.0
    for _ in range(8):
        middle = (heights[:-1] + heights[1:]) / 2 + rng.normal(0, swing / 2, len(heights) - 1)
        merged = np.empty(len(heights) + len(middle))
        merged[0::2], merged[1::2] = heights, middle
        heights = merged
        swing *= rough
    x = np.linspace(0, width, len(heights))
    line = [(float(a), float(base - rise * b)) for a, b in zip(x, heights, strict=True)]
    return [*line, (width, base + 9999), (0, base + 9999)]
