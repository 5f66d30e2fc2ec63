"""Scenes within four walls: a living room, a bookshelf."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Plane,
    Rng,
    Sheet,
    add,
    blend,
    blur,
    fill,
    glow,
    gradient,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    smooth,
    vary,
    vec,
)
from PIL import ImageFont
from plants import hill
from solid import Light, Part, ball, box, cut, drum, join, render, rod, wood


def living_room(rng: Rng, h: int, w: int) -> Picture:
    """A sofa, a lamp and a plant by a sunny window."""
    outside = gradient(h, w, [(0, "9cc8ef"), (0.42, "e4f1f8"), (0.5, "e4f1f8"), (1, "86a860")])
    sheet = Sheet(outside)
    sheet.polygon(hill(rng, w, h * 0.44, h * 0.03), rgb("7da36a"))
    for x in rng.uniform(0, w, 40):
        r = h * rng.uniform(0.02, 0.05)
        sheet.disc(x, h * 0.45, r, r, vary(rng, rgb("5f8f50"), 0.04))
    outside = np.clip(blur(sheet.done(), 5) * 1.08, 0, 1)
    wall = cut(box(0, 1.5, 2.1, 4, 1.7, 0.1), box(-0.75, 1.75, 2.1, 0.85, 0.78, 0.5))
    frame = join(
        cut(box(-0.75, 1.75, 2.02, 0.93, 0.86, 0.05), box(-0.75, 1.75, 2.0, 0.84, 0.77, 0.4)),
        box(-0.75, 1.75, 2.05, 0.025, 0.8, 0.03),
        box(-0.75, 1.75, 2.05, 0.85, 0.025, 0.03),
        box(-0.75, 0.9, 1.95, 1.0, 0.03, 0.14),
    )

    def curtain(x0: float, x1: float) -> Part:
        middle, half = (x0 + x1) / 2, (x1 - x0) / 2

        def shape(x: Plane, y: Plane, z: Plane) -> Plane:
            fold = 0.05 * np.sin(x * 44)
            return box(middle, 1.45, 1.86, half, 1.28, 0.035)(x, y, z + fold) * 0.5

        return Part(shape, rgb("d9d2c2"))

    def rug(x: Plane, _y: Plane, z: Plane) -> Picture:
        r = np.maximum(np.abs(x - 0.2) / 1.55, np.abs(z - 0.1) / 0.95)
        line = smooth(0.02, 0.0, np.abs((r * 6) % 1 - 0.5) - 0.28)
        return ramp(line, [(0, "a8483a"), (1, "dfc9a4")])

    sofa = join(
        box(1.15, 0.33, 1.25, 1.0, 0.16, 0.45, 0.06),
        box(1.15, 0.72, 1.66, 1.0, 0.42, 0.12, 0.09),
        box(0.14, 0.5, 1.25, 0.13, 0.3, 0.47, 0.1),
        box(2.16, 0.5, 1.25, 0.13, 0.3, 0.47, 0.1),
        box(0.7, 0.56, 1.2, 0.43, 0.1, 0.4, 0.08),
        box(1.6, 0.56, 1.2, 0.43, 0.1, 0.4, 0.08),
    )
    leaves = []
    for i in range(13):
        a, tall = i * 2.4, 0.55 + 0.45 * ((i * 7) % 5) / 5
        tip = (-2.05 + 0.42 * np.cos(a), 0.45 + tall, 1.45 + 0.35 * np.sin(a))
        leaves.append(rod((-2.05, 0.45, 1.45), tip, 0.016))
        leaves.append(ball(*tip, 0.13, 0.45))
    legs = [rod((x, 0.0, z), (x, 0.4, z), 0.025) for x in (-0.35, 0.55) for z in (0.05, 0.55)]
    parts = [
        Part(wall, rgb("d8d0bf")),
        Part(frame, rgb("f7f5f0"), 0.2),
        Part(box(0, -0.1, 0, 5, 0.1, 5, 0), wood(23, "b5814e", "7a5030"), 0.1),
        Part(box(-3.0, 1.5, 0, 0.1, 1.7, 4), rgb("cdc5b4")),
        Part(box(0, 0.06, 1.98, 4, 0.07, 0.03), rgb("f4f1ea")),
        Part(box(0.2, 0.012, 0.1, 1.6, 0.012, 1.0, 0.005), rug),
        Part(box(0, 3.2, -1.9, 4, 0.1, 4), rgb("e8e4da")),
        Part(sofa, rgb("4f6f84")),
        Part(box(0.5, 0.86, 1.45, 0.24, 0.22, 0.08, 0.07), rgb("e0a83c")),
        Part(box(1.85, 0.86, 1.45, 0.24, 0.22, 0.08, 0.07), rgb("d8d3c6")),
        Part(join(drum(0.1, 0.42, 0.3, 0.6, 0.025), *legs), rgb("8a5a34"), 0.3),
        Part(
            join(box(0.0, 0.47, 0.3, 0.2, 0.022, 0.14), box(0.02, 0.51, 0.3, 0.17, 0.02, 0.12)),
            rgb("b3382e"),
        ),
        Part(drum(0.38, 0.52, 0.2, 0.06, 0.07), rgb("f3efe8"), 0.5),
        Part(
            join(drum(2.45, 0.03, 1.7, 0.2, 0.03), rod((2.45, 0, 1.7), (2.45, 1.6, 1.7), 0.022)),
            rgb("3a3632"),
            0.4,
        ),
        Part(
            cut(
                drum(2.45, 1.72, 1.7, 0.24, 0.2, 0.01, -0.08),
                drum(2.45, 1.72, 1.7, 0.22, 0.25, 0.01, -0.09),
            ),
            rgb("ffe6ae"),
            0,
            1.6,
        ),
        Part(ball(2.45, 1.66, 1.7, 0.08), rgb("fff6dc"), 0, 6),
        Part(drum(-2.05, 0.22, 1.45, 0.2, 0.22, 0.02, 0.04), rgb("c8704a")),
        Part(join(*leaves), rgb("4a8040"), 0.2),
        Part(
            cut(box(1.15, 1.95, 1.97, 0.5, 0.36, 0.03), box(1.15, 1.95, 1.9, 0.45, 0.31, 0.12)),
            rgb("3f2d20"),
        ),
        Part(box(1.15, 1.95, 1.985, 0.46, 0.32, 0.02), _painting),
        curtain(-1.95, -1.55),
        curtain(0.05, 0.45),
    ]
    picture = render(
        parts,
        outside,
        eye=(0.1, 1.4, -3.2),
        target=(0.05, 1.12, 1.0),
        focal=1.12,
        far=9,
        light=Light(
            toward=(-0.36, 0.5, 0.85),
            sun=(4.2, 3.6, 2.8),
            above=(0.6, 0.57, 0.55),
            below=(0.42, 0.36, 0.3),
            softness=16,
        ),
    )
    x, y = w * 0.5 + h * 1.12 * 2.37 / 4.9, h * 0.405
    picture = add(picture, (1.0, 0.78, 0.42), glow(h, w, x, y, h * 0.11) * 0.42)
    return add(picture, (1.0, 0.95, 0.85), glow(h, w, w * 0.34, h * 0.34, h * 0.16) * 0.22)


def _painting(x: Plane, y: Plane, _z: Plane) -> Picture:
    hillside = y - 1.88 - 0.08 * np.sin(x * 6)
    picture = ramp(hillside, [(-0.3, "33566a"), (-0.02, "6f9a8a"), (0.0, "f0c890"), (0.3, "6f93b8")])
    sun = smooth(0.09, 0.08, np.hypot(x - 1.35, y - 2.06))
    return blend(picture, rgb("f6e3b0"), sun)


def bookshelf(rng: Rng, h: int, w: int) -> Picture:
    """Four shelves of books, a plant and a clock."""
    rows, columns = grid(h, w)
    grain = noise(rng, h, w, 90, 6, stretch=7)
    case = ramp(grain, [(0, "5f3d22"), (1, "94663a")])
    picture = case * 0.42
    tones = [
        "8c2f2a",
        "2f4f6f",
        "3f6a4a",
        "c8a04a",
        "6a3f5a",
        "d9cdb4",
        "2c2f3a",
        "b5603a",
        "4f7f8a",
        "7a7a4a",
        "e3dcc8",
        "a23a4a",
    ]
    boards = [0.035, 0.275, 0.515, 0.755, 0.985]
    for shelf in range(4):
        top, foot = h * boards[shelf] + 26, h * boards[shelf + 1]
        room = foot - top
        x, right = w * 0.05, w * 0.95
        gap_at = (0.62, 0.1, 0.72, 0.3)[shelf]
        while x < right - 20:
            if abs(x / w - gap_at) < 0.025:
                picture = _ornament(rng, picture, shelf, x + w * 0.09, foot, room)
                x += w * 0.19
                continue
            wide = float(min(rng.uniform(0.022, 0.055) * w, right - x))
            tall = room * rng.uniform(0.66, 0.93)
            picture = _book(rng, picture, x, foot, wide, tall, tones[int(rng.integers(len(tones)))])
            x += wide + 1.5
    for board in boards:
        y = round(h * board)
        plank = smooth(0, 3, rows - y) * smooth(26, 23, rows - y)
        picture = blend(picture, case * (1.12 - 0.012 * np.clip(rows - y, 0, 26))[..., None], plank)
        shade = smooth(y + 90, y + 26, rows) * (rows >= y + 26) * 0.55
        picture = picture * (1 - shade)[..., None]
    side = smooth(w * 0.045, w * 0.04, columns) + smooth(w * 0.955, w * 0.96, columns)
    picture = blend(picture, case * 1.05, np.clip(side, 0, 1))
    warm = glow(h, w, w * 0.3, h * 0.25, h * 0.6)
    return np.clip(picture * (0.62 + 0.62 * warm)[..., None] * vec((1.06, 1.0, 0.9)), 0, 1)


def _book(rng: Rng, picture: Picture, x: float, foot: float, wide: float, tall: float, tone: str) -> Picture:
    top, left, width = int(foot - tall), int(x), max(8, int(wide))
    cover = vary(rng, rgb(tone), 0.03)
    height = int(foot) - top
    patch = fill(height, width, cover)
    trim = mix(cover, rgb("f2dfa4") if sum(cover) < 1.7 else rgb("6a2a22"), 0.75)
    sheet = Sheet(patch)
    for y in (0.06, 0.09, 0.9):
        sheet.box(0, height * y, width, height * y + 3, trim)
    if rng.random() < 0.45:
        sheet.box(0, height * 0.2, width, height * 0.34, mix(cover, (0, 0, 0), 0.35))
    patch = sheet.done()
    words = [
        "Hills",
        "Rivers",
        "The Sea",
        "Maps",
        "Light",
        "Birds",
        "North",
        "Trees",
        "Colour",
        "A Winter",
        "Gardens",
        "Stars",
    ]
    label = fill(width, height, (0, 0, 0))
    strip = Sheet(label, scale=1)
    font = ImageFont.load_default(size=max(10, min(34, int(width * 0.5))))
    strip.pen.text(
        (height * 0.42, width * 0.5),
        words[int(rng.integers(len(words)))],
        fill=(255, 255, 255),
        font=font,
        anchor="lm",
    )
    # Titles run down the spine.
    letters = np.rot90(strip.done()[..., 0], k=3)[:height, :width]
    patch = blend(patch, trim, letters)
    u = np.linspace(-1, 1, width, dtype=np.float32)
    shade = 0.5 + 0.62 * np.sqrt(np.clip(1 - (u * 0.96) ** 2, 0, 1)) - 0.12 * u
    patch = np.clip(patch * shade[None, :, None], 0, 1)
    right = min(left + width, picture.shape[1])
    out = picture.copy()
    out[max(top, 0) : int(foot), left:right] = patch[max(0, -top) :, : right - left]
    return out


def _ornament(rng: Rng, picture: Picture, kind: int, x: float, foot: float, room: float) -> Picture:
    sheet = Sheet(picture)
    r = room * 0.24
    if kind % 2 == 0:
        for k in range(26):
            a = rng.uniform(0.2, np.pi - 0.2)
            reach = room * rng.uniform(0.2, 0.42)
            px, py = x + np.cos(a) * reach * 0.75, foot - room * 0.3 - np.sin(a) * reach
            tone = vary(rng, mix(rgb("2f5a2c"), rgb("7fae52"), k / 26), 0.03)
            sheet.line([(x, foot - room * 0.3), (px, py)], tone, 3)
            sheet.disc(px, py, r * 0.24, r * 0.16, tone)
        for k in range(20):
            t = k / 20 * 2 - 1
            tone = mix(rgb("e9e2d4"), rgb("8d8578"), 0.5 + 0.5 * t)
            sheet.box(x + t * r * 0.7, foot - room * 0.32, x + (t + 0.1) * r * 0.7, foot, tone)
    else:
        sheet.disc(x, foot - r * 1.15, r * 1.1, r * 1.1, rgb("a87a34"))
        sheet.disc(x, foot - r * 1.15, r * 0.95, r * 0.95, rgb("f4eedd"))
        for k in range(12):
            a = k * np.pi / 6
            sheet.disc(
                x + np.cos(a) * r * 0.78,
                foot - r * 1.15 + np.sin(a) * r * 0.78,
                4,
                4,
                rgb("3a2c22"),
            )
        sheet.line([(x, foot - r * 1.15), (x + r * 0.35, foot - r * 1.5)], rgb("221a14"), 6)
        sheet.line([(x, foot - r * 1.15), (x - r * 0.2, foot - r * 1.75)], rgb("221a14"), 4)
        sheet.box(x - r * 0.6, foot - r * 0.14, x + r * 0.6, foot, rgb("8a6028"))
    return sheet.done()
