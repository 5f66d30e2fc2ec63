"""Scenes of towers: a skyline by night and by day."""

from __future__ import annotations

import numpy as np
from paint import (
    Colour,
    Picture,
    Rng,
    Sheet,
    add,
    blend,
    blur,
    gradient,
    grid,
    mix,
    ramp,
    rgb,
    smooth,
    vary,
)
from plants import blades
from sky import calm, clouds, stars


def _towers(
    rng: Rng, w: int, count: int, tall: tuple[float, float], wide: tuple[float, float]
) -> list[tuple[float, float, float]]:
    """Left edge, width and height of towers, highest about the middle."""
    out = []
    for x in np.sort(rng.uniform(-0.03 * w, w, count)):
        crowd = 0.45 + 0.75 * np.exp(-(((x / w - 0.55) / 0.24) ** 2))
        out.append((float(x), float(rng.uniform(*wide)), float(rng.uniform(*tall) * crowd)))
    return out


def city_at_night(rng: Rng, h: int, w: int) -> Picture:
    """A skyline of lit windows doubled in a river."""
    shore = int(h * 0.7)
    rows, _ = grid(h, w)
    picture = gradient(
        h, w, [(0, "0a1030"), (0.35, "252a58"), (0.6, "6a4468"), (0.7, "b86a5a"), (1, "b86a5a")]
    )
    picture = stars(rng, picture, 260, (rows < h * 0.4).astype(np.float32))
    lights = ["ffd88a", "ffe9b8", "ffc66a", "dfeaff", "fff4dc"]
    for layer, (tone, count, tall, wide) in enumerate(
        (
            ("40365c", 60, (0.12, 0.34), (40, 90)),
            ("262645", 46, (0.14, 0.5), (50, 110)),
            ("12142a", 34, (0.1, 0.42), (60, 130)),
        )
    ):
        sheet = Sheet(picture)
        for x, width, height in _towers(rng, w, count, tall, wide):
            top = shore - height * h
            body = vary(rng, rgb(tone), 0.012)
            sheet.box(x, top, x + width, shore, body)
            sheet.box(x + width * 0.78, top, x + width, shore, mix(body, (0, 0, 0), 0.3))
            crown = rng.random()
            if crown < 0.3:
                sheet.box(x + width * 0.2, top - h * 0.025, x + width * 0.8, top, body)
            if crown < 0.16:
                sheet.line([(x + width / 2, top - h * 0.09), (x + width / 2, top)], body, 3)
                sheet.disc(x + width / 2, top - h * 0.09, 3, 3, rgb("ff4a3a"))
            step = 10 + int(rng.integers(0, 4))
            busy = rng.uniform(0.25, 0.7)
            strip = lights[int(rng.integers(len(lights)))]
            for wy in np.arange(top + 8, shore - 8, step * 1.25):
                for wx in np.arange(x + 6, x + width - 8, step):
                    if rng.random() < busy:
                        glass = mix(body, rgb(strip), rng.uniform(0.35, 1) * (0.55 + 0.22 * layer))
                        sheet.box(wx, wy, wx + step * 0.5, wy + step * 0.62, glass)
        picture = sheet.done()
        picture = blend(
            picture,
            rgb("80587a"),
            (0.16 - 0.06 * layer) * smooth(shore - h * 0.4, shore, rows) * (rows < shore),
        )
    sheet = Sheet(picture)
    sheet.box(0, shore - 9, w, shore, rgb("0c0d1a"))
    for post in range(10, w, 46):
        sheet.disc(post, shore - 14, 3.4, 3.4, rgb("ffd690"))
    picture = sheet.done()
    bright = np.clip(picture.max(-1) - 0.55, 0, 1)
    picture = add(picture, (1.0, 0.75, 0.4), blur(bright, 7) * 0.9 + blur(bright, 30) * 0.8)
    return calm(rng, picture, shore, rgb("0b1228"), 1.7)


def _facade(
    rng: Rng,
    sheet: Sheet,
    x: float,
    top: float,
    width: float,
    foot: float,
    tone: Colour,
    glass: str,
) -> None:
    side = width * 0.24
    sheet.box(x, top, x + width, foot, tone)
    sheet.polygon(
        [
            (x + width, top),
            (x + width + side, top + side * 0.45),
            (x + width + side, foot),
            (x + width, foot),
        ],
        mix(tone, (0.1, 0.13, 0.2), 0.45),
    )
    columns = max(3, int(width / 17))
    cell = width / columns
    rows = int((foot - top) / (cell * 1.15))
    pick = rng.random()
    for r in range(rows):
        y = top + cell * 0.35 + r * cell * 1.15
        sky = mix(rgb(glass), rgb("dceaf5"), float(np.clip(0.75 - r / max(rows, 1), 0, 1)))
        if pick < 0.35:
            sheet.box(x + 4, y, x + width - 4, y + cell * 0.66, vary(rng, sky, 0.03))
            for c in range(1, columns):
                sheet.line([(x + c * cell, y), (x + c * cell, y + cell * 0.66)], mix(tone, sky, 0.4), 1.2)
        else:
            for c in range(columns):
                sheet.box(
                    x + c * cell + cell * 0.22,
                    y,
                    x + c * cell + cell * 0.78,
                    y + cell * 0.72,
                    vary(rng, sky, 0.05),
                )
        for c in range(3):
            a = x + width + side * (0.14 + c * 0.29)
            drop = side * 0.45 * (0.14 + c * 0.29)
            sheet.box(
                a,
                y + drop,
                a + side * 0.17,
                y + drop + cell * 0.66,
                mix(sky, (0.12, 0.16, 0.24), 0.5),
            )


def city_by_day(rng: Rng, h: int, w: int) -> Picture:
    """Towers of stone and glass over a park in sunshine."""
    rows, _ = grid(h, w)
    picture = gradient(h, w, [(0, "3c84cf"), (0.5, "a9d0ee"), (0.75, "e3eef3"), (1, "e3eef3")])
    thick, lit = clouds(rng, h, w, 0.75, cover=0.32, sun=(0.1, 0))
    picture = blend(picture, ramp(lit, [(0, "b5c4d4"), (0.6, "f8fafc"), (1, "ffffff")]), thick * 0.9)
    tones = [
        ["c9c2b4", "b7a58e", "d8d4cb", "8fa3b5", "a8b6c2"],
        ["c7b9a2", "9a6a50", "dcd6ca", "6f8ba3", "b9c3ca", "b58a64"],
    ]
    glasses = ["4d6f8f", "3b5a78", "5f8199", "44525f"]
    for layer, (count, tall, wide) in enumerate(
        ((34, (0.14, 0.42), (40, 90)), (24, (0.22, 0.62), (70, 140)), (15, (0.1, 0.32), (110, 190)))
    ):
        sheet = Sheet(picture)
        foot = h * (0.8 + 0.025 * layer)
        for x, width, height in _towers(rng, w, count, tall, wide):
            tone = rgb(tones[min(layer, 1)][int(rng.integers(5))])
            fade = (0.6, 0.22, 0.0)[layer]
            top = foot - height * h
            haze = rgb("c4d6e4")
            _facade(
                rng,
                sheet,
                x,
                top,
                width,
                foot,
                mix(vary(rng, tone, 0.03), haze, fade),
                "5a7890" if layer == 0 else glasses[int(rng.integers(4))],
            )
            if rng.random() < 0.35:
                sheet.box(
                    x + width * 0.25,
                    top - h * 0.02,
                    x + width * 0.7,
                    top,
                    mix(rgb("8c8a84"), haze, fade),
                )
            if rng.random() < 0.14:
                sheet.line(
                    [(x + width * 0.45, top - h * 0.09), (x + width * 0.45, top)],
                    mix(rgb("6a6c70"), haze, fade),
                    3,
                )
        picture = sheet.done()
        picture = blend(picture, rgb("d3e1ea"), (0.3, 0.16, 0.0)[layer] * smooth(h * 0.4, h * 0.8, rows))
    sheet = Sheet(picture)
    sheet.box(0, h * 0.845, w, h, rgb("6f9a43"))
    for y, spread in ((0.84, 0.022), (0.868, 0.034)):
        for bush in range(-30, w + 40, 34):
            cx, cy, r = bush + rng.normal(0, 9), h * y, h * spread * rng.uniform(0.8, 1.2)
            for _ in range(60):
                a = rng.normal(0, 0.5, 2)
                shade = mix(
                    rgb("82b048"),
                    rgb("23431f"),
                    float(np.clip(0.5 + a[1] * 0.5 + a[0] * 0.25, 0, 1)),
                )
                sheet.disc(
                    cx + a[0] * r,
                    cy - r * 0.4 + a[1] * r * 0.8,
                    r * 0.25,
                    r * 0.22,
                    vary(rng, shade, 0.025),
                )
    blades(
        rng,
        sheet,
        5000,
        (0, h * 0.9, w, h * 1.03),
        h * 0.03,
        [rgb("5f9338"), rgb("7aae48"), rgb("92bd58")],
    )
    return sheet.done()
