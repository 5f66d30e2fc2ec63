"""Scenes with animals: a cat at dusk, a dog in snow."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Point,
    Rng,
    Sheet,
    add,
    blend,
    blur,
    curve,
    glow,
    gradient,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    sample,
    smooth,
    stencil,
    tile,
    vary,
    vec,
)
from plants import conifer, hill
from sky import clouds


def _place(points: list[Point], x: float, y: float, s: float) -> list[Point]:
    return curve([(x + px * s, y + py * s) for px, py in points])


def cat_at_dusk(rng: Rng, h: int, w: int) -> Picture:
    """The outline of a cat sitting on a wall, the sun just gone."""
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "2b2f5e"), (0.35, "7a4f86"), (0.6, "e07a5f"), (0.8, "ffc06a"), (1, "ffc06a")])
    thick, lit = clouds(rng, h, w, 0.85, cover=0.35, sun=(0.3, 0.8))
    sky = blend(sky, ramp(lit, [(0, "4a3260"), (0.5, "b4566a"), (0.9, "ffb27a")]), thick * 0.8)
    picture = add(sky, (1.0, 0.7, 0.3), glow(h, w, w * 0.34, h * 0.74, h * 0.12) * 1.3)
    sheet = Sheet(picture)
    sheet.polygon(hill(rng, w, h * 0.77, h * 0.03), rgb("5a3550"))
    for x in map(float, range(0, w, 52)):
        wide, tall = rng.uniform(26, 60), h * rng.uniform(0.01, 0.05)
        sheet.box(x, h * 0.765 - tall, x + wide, h * 0.8, rgb("4c2c48"))
        sheet.polygon(
            [
                (x - 4, h * 0.766 - tall),
                (x + wide / 2, h * 0.745 - tall),
                (x + wide + 4, h * 0.766 - tall),
            ],
            rgb("4c2c48"),
        )
        if rng.random() < 0.5:
            sheet.box(
                x + wide * 0.4,
                h * 0.785 - tall,
                x + wide * 0.6,
                h * 0.792 - tall * 0.9,
                rgb("ffc874"),
            )
    picture = sheet.done()
    top = h * 0.8
    stone = noise(rng, h, w, 40, 6)
    brick_row = np.floor((rows - top) / 46)
    u = (columns / 118 + 0.5 * (brick_row % 2)) % 1
    v = ((rows - top) / 46) % 1
    mortar = 1 - smooth(0.0, 0.06, np.minimum(np.minimum(u, 1 - u) * 2.4, np.minimum(v, 1 - v)))
    tint = sample(tile(rng, 64, 0.2), brick_row * 7, np.floor(columns / 118 + 0.5 * (brick_row % 2)) * 5)
    bricks = ramp(
        0.4 + 0.5 * (stone - 0.5) + 0.06 * tint - 0.3 * mortar,
        [(0, "140d18"), (0.5, "3b2430"), (1, "6b4444")],
    )
    picture = blend(picture, bricks, smooth(-1, 1, rows - top))
    picture = blend(picture, rgb("d98a66"), np.exp(-(((rows - top - 3) / 4) ** 2)) * 0.5)
    x, y, s = w * 0.62, top + 6, h * 0.0056
    body = _place(
        [
            (-20, 0),
            (-21, -14),
            (-17, -34),
            (-11, -49),
            (-4, -60),
            (4, -63),
            (12, -58),
            (17, -44),
            (22, -25),
            (25, -9),
            (23, 0),
        ],
        x,
        y,
        s,
    )
    head = _place(
        [
            (-19, -73),
            (-18, -64),
            (-11, -57),
            (-2, -55),
            (7, -57),
            (13, -64),
            (14, -74),
            (8, -82),
            (-2, -84),
            (-13, -82),
        ],
        x,
        y,
        s,
    )
    left = [(x - 18.5 * s, y - 75 * s), (x - 20 * s, y - 97 * s), (x - 5 * s, y - 83 * s)]
    right = [(x + 13.5 * s, y - 75 * s), (x + 15 * s, y - 97 * s), (x + 0 * s, y - 83 * s)]
    tail = curve(
        [
            (x + 20 * s, y - 6 * s),
            (x + 33 * s, y - 3 * s),
            (x + 40 * s, y + 12 * s),
            (x + 38 * s, y + 28 * s),
            (x + 44 * s, y + 36 * s),
        ],
        closed=False,
    )
    mask = stencil(h, w, body, head, left, right)
    pen = Sheet(np.repeat(mask[..., None], 3, axis=2))
    pen.line(tail, (1, 1, 1), 6.4 * s)
    pen.disc(tail[-1][0], tail[-1][1], 3.2 * s, 3.2 * s, (1, 1, 1))
    mask = pen.done()[..., 0]
    # The glow behind comes round the edge of the fur.
    rim = np.clip(mask - np.roll(blur(mask, 3), (2, 6), (0, 1)), 0, 1)
    picture = blend(picture, rgb("0d0a14"), mask)
    picture = add(picture, (1.0, 0.55, 0.3), rim * 0.8)
    sheet = Sheet(picture)
    for side in (-1, 1):
        for k in (-0.12, 0.05, 0.2):
            a, b = (
                (x + (-2 + side * 6) * s, y - 66 * s),
                (x + (-2 + side * 29) * s, y - (66 - k * 40) * s),
            )
            sheet.line([a, b], rgb("0d0a14"), 1.6)
    return sheet.done()


_DOG_NEAR: list[Point] = [
    (-60, -62),
    (-52, -67),
    (-30, -67),
    (-8, -65),
    (14, -67),
    (30, -74),
    (40, -90),
    (48, -100),
    (58, -105),
    (68, -103),
    (74, -96),
    (88, -91),
    (93, -86),
    (92, -80),
    (84, -77),
    (72, -75),
    (66, -68),
    (60, -56),
    (54, -44),
    (50, -34),
    (49, -14),
    (50, -3),
    (55, 1),
    (54, 4),
    (40, 4),
    (40, -12),
    (37, -30),
    (32, -37),
    (10, -36),
    (-14, -39),
    (-28, -38),
    (-36, -30),
    (-42, -20),
    (-38, -8),
    (-37, 1),
    (-34, 4),
    (-49, 4),
    (-50, -6),
    (-54, -18),
    (-57, -28),
    (-64, -42),
    (-65, -54),
]


def dog_in_snow(rng: Rng, h: int, w: int) -> Picture:
    """A brown dog standing in falling snow before white woods."""
    rows, columns = grid(h, w)
    picture = gradient(h, w, [(0, "aebfd0"), (0.4, "d9e2ea"), (0.6, "eef2f6"), (1, "eef2f6")])
    sheet = Sheet(picture)
    for layer in range(4):
        tone = mix(rgb("b9c7d2"), rgb("4c6068"), layer / 3)
        for x in rng.uniform(-40, w + 40, 26 - 4 * layer):
            conifer(
                rng,
                sheet,
                x,
                h * (0.56 + 0.015 * layer),
                h * (0.18 + 0.1 * layer) * rng.uniform(0.6, 1.2),
                mix(tone, (1, 1, 1), 0.15),
            )
    picture = blur(sheet.done(), 5)
    drift = noise(rng, h, w, 170, 5, stretch=3)
    bank = rows - h * 0.57 - (drift - 0.5) * 26
    shade = 0.5 + (drift - np.roll(drift, (-10, 14), (0, 1))) * 5 + 0.1 * smooth(h * 0.6, h, rows)
    snow = ramp(shade, [(0, "a9bcd6"), (0.5, "e2eaf3"), (0.9, "ffffff")])
    picture = blend(picture, snow, smooth(-2, 5, bank))
    x, y, s = w * 0.46, h * 0.855, h * 0.0061
    cast = smooth(1.0, 0.2, np.hypot((columns - x - 26 * s) / (82 * s), (rows - y - 1 * s) / (9 * s)))
    picture = picture * (1 - 0.3 * cast[..., None] * vec((1.0, 0.8, 0.55)))
    near = _place(_DOG_NEAR, x, y, s)
    legs = [
        _place(
            [(30, -40), (42, -40), (36, -16), (33, -3), (38, 0), (36, 2), (24, 2), (24, -14)],
            x - 4 * s,
            y - 3 * s,
            s,
        ),
        _place(
            [
                (-48, -44),
                (-26, -40),
                (-30, -22),
                (-27, -8),
                (-25, 0),
                (-23, 2),
                (-35, 2),
                (-37, -10),
                (-44, -24),
            ],
            x + 12 * s,
            y - 3 * s,
            s,
        ),
    ]
    tail = curve(
        [
            (x - 58 * s, y - 60 * s),
            (x - 72 * s, y - 70 * s),
            (x - 80 * s, y - 86 * s),
            (x - 77 * s, y - 98 * s),
            (x - 70 * s, y - 102 * s),
        ],
        closed=False,
    )
    pen = Sheet(np.zeros((h, w, 3), dtype=np.float32))
    for i in range(len(tail) - 1):
        pen.line(tail[i : i + 2], (1, 1, 1), s * (13 - 8 * i / len(tail)))
        pen.disc(*tail[i], s * (6.5 - 4 * i / len(tail)), s * (6.5 - 4 * i / len(tail)), (1, 1, 1))
    brush = pen.done()[..., 0]
    for mask, deep in ((stencil(h, w, *legs), 0.62), (np.maximum(stencil(h, w, near), brush), 1.0)):
        picture = blend(picture, _coat(rng, rows, columns, mask, x, y, s) * deep, mask)
    sheet = Sheet(picture)
    _fur(rng, sheet, np.maximum(stencil(h, w, near), brush), picture)
    ear = _place(
        [(50, -101), (57, -103), (62, -97), (61, -84), (56, -74), (50, -73), (46, -82), (46, -93)],
        x,
        y,
        s,
    )
    sheet.polygon(ear, rgb("5a3318"))
    sheet.polygon(
        _place([(51, -98), (56, -99), (58, -92), (56, -80), (51, -79), (49, -88)], x, y, s),
        rgb("6b401f"),
    )
    sheet.disc(x + 70 * s, y - 94 * s, 2.5 * s, 2.6 * s, rgb("140d0a"))
    sheet.disc(x + 70.8 * s, y - 95 * s, 0.8 * s, 0.8 * s, (1, 1, 1))
    sheet.disc(x + 91.5 * s, y - 87.5 * s, 3.4 * s, 3.0 * s, rgb("120d0d"))
    sheet.disc(x + 91 * s, y - 88.8 * s, 1.0 * s, 0.7 * s, rgb("7a7474"))
    sheet.line(
        curve(
            [(x + 91 * s, y - 84 * s), (x + 86 * s, y - 80.5 * s), (x + 77 * s, y - 80.5 * s)],
            closed=False,
        ),
        rgb("2a1710"),
        1.0 * s,
    )
    sheet.line(
        [(x + 41 * s, y - 80 * s), (x + 52 * s, y - 66 * s), (x + 62 * s, y - 66 * s)],
        rgb("c22a2a"),
        5 * s,
    )
    sheet.disc(x + 60 * s, y - 61 * s, 3 * s, 3 * s, rgb("e0b040"))
    picture = sheet.done()
    # Paws sink into the snow.
    heap = y + 2 * s + (noise(rng, h, w, 40, 4, stretch=2) - 0.5) * 12 * s
    soft = smooth(-4, 4, rows - heap) * smooth(y + 40 * s, y + 8 * s, rows)
    picture = blend(picture, snow, soft * (np.abs(columns - x) < 90 * s))
    sheet = Sheet(picture)
    for _ in range(620):
        r = rng.pareto(2.6) * 1.6 + 1.4
        sheet.disc(rng.uniform(0, w), rng.uniform(0, h), min(r, 9), min(r, 9), rgb("fbfdff"))
    return sheet.done()


def _coat(rng: Rng, rows: Picture, columns: Picture, mask: Picture, x: float, y: float, s: float) -> Picture:
    h, w = mask.shape
    swell = blur(mask, 26) + 0.5 * blur(mask, 9)
    dy, dx = np.gradient(swell)
    relief = np.clip((dx * 0.5 + dy * 0.85) * 38, -1, 1)
    hair = noise(rng, h, w, 16, 5, stretch=2.6) - 0.5
    light = 0.5 + 0.42 * relief + 0.28 * hair
    coat = ramp(light, [(0, "3a1f0f"), (0.35, "7d4a22"), (0.65, "b87a3f"), (1, "e8bf8a")])
    cream = smooth(-50, -28, (rows - y) / s) * smooth(10, 30, (columns - x) / s) * 0.55
    chest = smooth(14, 4, np.hypot((columns - x) / s - 56, ((rows - y) / s + 52) * 0.6)) * 0.9
    muzzle = smooth(80, 90, (columns - x) / s) * 0.35
    pale = ramp(light, [(0, "8a7358"), (0.5, "e6d6bb"), (1, "fffaf0")])
    return blend(coat, pale, np.clip(cream * 0.6 + chest + muzzle, 0, 1))


def _fur(rng: Rng, sheet: Sheet, mask: Picture, picture: Picture) -> None:
    ys, xs = np.nonzero(mask > 0.6)
    for i in rng.integers(len(ys), size=5200):
        px, py = float(xs[i]), float(ys[i])
        r, g, b = (float(c) for c in picture[int(py), int(px)])
        length = rng.uniform(8, 20)
        tip = (px - length * 0.85, py + length * rng.uniform(0.1, 0.6))
        sheet.line([(px, py), tip], vary(rng, (r, g, b), 0.035), 1.1)
