"""Scenes of open fields: a meadow in flower, sunflowers."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from paint import (
    Colour,
    Picture,
    Rng,
    Sheet,
    blend,
    gradient,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    smooth,
    vary,
)
from plants import blades, hill
from sky import clouds


def _field_sky(rng: Rng, h: int, w: int, horizon: float) -> Picture:
    sky = gradient(h, w, [(0, "3a83cf"), (horizon * 0.7, "9cc9ee"), (horizon, "e2eff5"), (1, "5f8a3a")])
    thick, lit = clouds(rng, h, w, horizon, cover=0.36, sun=(0.2, 0))
    return blend(sky, ramp(lit, [(0, "b3c1d2"), (0.6, "f7f9fc"), (1, "ffffff")]), thick * 0.92)


def flower_meadow(rng: Rng, h: int, w: int) -> Picture:
    """Poppies, daisies and cornflowers in a green meadow."""
    picture = _field_sky(rng, h, w, 0.42)
    sheet = Sheet(picture)
    for i, tone in enumerate(("8fb0b4", "7ba08a", "5f8f58")):
        sheet.polygon(hill(rng, w, h * (0.4 + 0.025 * i), h * 0.03), rgb(tone))
    for _ in range(90):
        x, r = rng.uniform(0, w), rng.uniform(8, 24)
        sheet.disc(x, h * 0.455 - r * 0.4, r, r * 0.8, vary(rng, rgb("3e6b3a"), 0.04))
    picture = sheet.done()
    rows, _ = grid(h, w)
    turf = ramp(noise(rng, h, w, 40, 6, stretch=3), [(0, "55832e"), (0.5, "79a83c"), (1, "a6c956")])
    picture = blend(picture, turf, smooth(h * 0.445, h * 0.46, rows))
    sheet = Sheet(picture)
    greens = [rgb("4e8a2a"), rgb("6fa838"), rgb("8fbf4a"), rgb("3c6e24")]
    bands = np.linspace(0, 1, 22)
    kinds = [("d9301f", 0.36), ("f6f6ef", 0.26), ("f3c72c", 0.2), ("5a6fd0", 0.18)]
    for a, b in pairwise(bands):
        top, bottom = (h * (0.47 + 0.6 * v**1.6) for v in (a, b))
        blades(rng, sheet, 420, (0, top, w, bottom), h * 0.006 + h * 0.13 * b, greens)
        for _ in range(int(90 - 62 * b)):
            tone, _share = kinds[int(rng.choice(4, p=[k[1] for k in kinds]))]
            size = h * (0.0035 + 0.026 * b**1.5) * rng.uniform(0.7, 1.2)
            x, y = rng.uniform(0, w), rng.uniform(top, bottom) - h * 0.07 * b
            _flower(rng, sheet, x, y, size, rgb(tone), detail=b > 0.25)
    return sheet.done()


def _flower(rng: Rng, sheet: Sheet, x: float, y: float, size: float, tone: Colour, *, detail: bool) -> None:
    if detail:
        sheet.line([(x, y), (x + size * 0.4, y + size * 5)], rgb("4d7f2c"), size * 0.16)
    poppy = tone[0] > 0.8 and tone[1] < 0.3
    count = 5 if poppy else 11
    turn = rng.uniform(0, 6)
    for k in range(count):
        a = turn + k * 2 * np.pi / count
        px, py = x + np.cos(a) * size * 0.55, y + np.sin(a) * size * 0.38
        r = size * (0.62 if poppy else 0.27)
        sheet.disc(px, py, r, r * 0.75, vary(rng, mix(tone, (0.1, 0, 0.05), 0.14 * (np.sin(a) + 1)), 0.04))
    heart = rgb("2a1a1c") if poppy else rgb("e8b021")
    sheet.disc(x, y, size * 0.24, size * 0.19, heart)


def _sunflower(rng: Rng, sheet: Sheet, x: float, y: float, r: float, fade: float) -> None:
    far = rgb("b9c27a")
    sheet.line([(x, y), (x + r * 0.1, y + r * 3.2)], mix(rgb("4f7a2b"), far, fade), max(1, r * 0.15))
    for side in (-1, 1):
        ly = y + r * rng.uniform(1.5, 2.1)
        tip = (x + side * r * 1.25, ly + r * 0.25)
        bow = [
            (x, ly),
            (x + side * r * 0.5, ly - r * 0.35),
            tip,
            (x + side * r * 0.5, ly + r * 0.5),
        ]
        sheet.polygon(bow, mix(vary(rng, rgb("4a7a2a"), 0.04), far, fade))
    for ring, reach in ((0, 1.0), (1, 0.86)):
        for k in range(19):
            a = (k + ring * 0.5) * 2 * np.pi / 19 + rng.normal(0, 0.04)
            tone = mix(rgb("d98f0e"), rgb("fdd02c"), 0.35 + 0.5 * ring - 0.2 * np.sin(a))
            ca, sa, n = np.cos(a), np.sin(a) * 0.94, 0.13 * r
            pts = [
                (x + ca * r * 0.4 - sa * n, y + sa * r * 0.4 + ca * n),
                (x + ca * r * 0.78 - sa * n, y + sa * r * 0.78 + ca * n),
                (x + ca * r * reach, y + sa * r * reach),
                (x + ca * r * 0.78 + sa * n, y + sa * r * 0.78 - ca * n),
                (x + ca * r * 0.4 + sa * n, y + sa * r * 0.4 - ca * n),
            ]
            sheet.polygon(pts, mix(vary(rng, tone, 0.03), far, fade * 0.7))
    sheet.disc(x, y, r * 0.47, r * 0.45, mix(rgb("5a3516"), far, fade))
    if r > 14:
        for k in range(150):
            a, q = k * 2.39996, (k / 150) ** 0.5
            tone = mix(rgb("2b170c"), rgb("a8681f"), abs(q - 0.35) * 1.2)
            sheet.disc(
                x + np.cos(a) * q * r * 0.44,
                y + np.sin(a) * q * r * 0.42,
                r * 0.024,
                r * 0.024,
                vary(rng, tone, 0.05),
            )


def sunflower_field(rng: Rng, h: int, w: int) -> Picture:
    """A field of sunflowers to the horizon."""
    picture = _field_sky(rng, h, w, 0.4)
    sheet = Sheet(picture)
    sheet.polygon(hill(rng, w, h * 0.385, h * 0.025), rgb("7f9fa0"))
    sheet.box(0, h * 0.4, w, h, rgb("5d7f33"))
    for t in np.linspace(0, 1, 26):
        depth = t**2.2
        y = h * (0.4 + 0.5 * depth)
        r = h * (0.007 + 0.105 * depth)
        gap = r * 2.05
        dark = mix(rgb("9aa65a"), rgb("2f4a1a"), min(1, t * 1.5))
        sheet.box(0, y + r * 1.0, w, h, dark)
        for x in np.arange(-gap + rng.uniform(0, gap), w + gap, gap):
            jitter = rng.normal(0, r * 0.22, 2)
            _sunflower(
                rng,
                sheet,
                x + jitter[0],
                y + jitter[1] * 1.3,
                r * rng.uniform(0.85, 1.1),
                0.55 * (1 - t) ** 2,
            )
    return sheet.done()
