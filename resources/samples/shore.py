"""Scenes by the sea: sunset, moon, beach, sail and lighthouse."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Rng,
    Sheet,
    add,
    blend,
    blur,
    curve,
    fill,
    glow,
    gradient,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    smooth,
    stencil,
    vary,
)
from sky import clouds, sea, stars


def _cloudy(
    rng: Rng,
    sky: Picture,
    horizon: float,
    cover: float,
    tones: list[tuple[float, str]],
    sun: tuple[float, float],
    strength: float = 0.9,
) -> Picture:
    h, w = sky.shape[:2]
    thick, lit = clouds(rng, h, w, horizon, cover=cover, sun=sun)
    return blend(sky, ramp(lit, tones), thick * strength)


def sunset_sea(rng: Rng, h: int, w: int) -> Picture:
    """The sun going down over open water."""
    horizon = int(h * 0.56)
    x, y = w * 0.58, horizon - h * 0.075
    sky = gradient(h, w, [(0, "2c3f73"), (0.25, "8a5a8c"), (0.42, "e8795a"), (0.56, "ffc46b")])
    sky = _cloudy(
        rng,
        sky,
        0.56,
        0.42,
        [
            (0, "4d3358"),
            (0.45, "a34f5f"),
            (0.65, "f0835a"),
            (0.9, "ffd08a"),
        ],
        (0.58, 0.56),
    )
    sky = add(sky, (1.0, 0.62, 0.25), glow(h, w, x, y, h * 0.11) * 1.5)
    rows, columns = grid(h, w)
    sky = blend(sky, (1.0, 0.97, 0.82), smooth(h * 0.046, h * 0.04, np.hypot(rows - y, columns - x)))
    return sea(rng, sky, horizon, rgb("22304f"), roughness=1.0, mirror=0.45)


def moon_over_sea(rng: Rng, h: int, w: int) -> Picture:
    """A full moon and its path on dark water."""
    horizon = int(h * 0.6)
    x, y, r = w * 0.42, h * 0.24, h * 0.065
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "060a18"), (0.4, "10203c"), (0.6, "27405f")])
    sky = stars(rng, sky, 500, (rows < horizon).astype(np.float32))
    sky = _cloudy(rng, sky, 0.6, 0.32, [(0, "0b1224"), (0.6, "2c3d59"), (1, "8494ac")], (0.42, 0.24))
    sky = add(sky, (0.7, 0.82, 1.0), glow(h, w, x, y, h * 0.085) * 1.1)
    away = np.hypot(rows - y, columns - x)
    seas = smooth(0.45, 0.65, noise(rng, h, w, r * 1.1, 4))
    face = ramp(0.85 - 0.3 * seas, [(0, "8d8f92"), (0.6, "cfcdc4"), (1, "fffdf0")])
    sky = blend(sky, face, smooth(r + 1.5, r - 1.5, away))
    # The moon is far above its path: a column of light stands in for what the swell would catch.
    path = np.exp(-(((columns - x) / (h * 0.05)) ** 2)) * smooth(horizon - h * 0.35, horizon, rows)
    lit = sea(
        rng,
        add(sky, (0.9, 0.95, 1.0), path * 1.2),
        horizon,
        rgb("0a1526"),
        roughness=1.25,
        mirror=0.5,
    )
    lit[:horizon] = sky[:horizon]
    return lit


def _frond(rng: Rng, sheet: Sheet, x: float, y: float, angle: float, length: float) -> None:
    sag = 0.55 + 0.35 * rng.random()
    t = np.linspace(0, 1, 46)
    px = x + np.cos(angle) * length * t
    py = y - np.sin(angle) * length * t + sag * length * t**2.2
    tone = mix(rgb("1f4a20"), rgb("86ac3e"), float(np.clip(0.45 + 0.6 * np.sin(angle), 0, 1)))
    for i in range(3, 46):
        leaf = length * 0.27 * np.sin(np.pi * (0.1 + 0.84 * t[i])) ** 0.8 * rng.uniform(0.85, 1.1)
        along = np.arctan2(py[i] - py[i - 1], px[i] - px[i - 1])
        for side in (-1, 1):
            turn = along + side * (1.05 - 0.5 * t[i])
            dx, dy = np.cos(turn), np.sin(turn) + 0.5
            tip = (px[i] + dx * leaf, py[i] + dy * leaf)
            bow = (px[i] + dx * leaf * 0.5 + 2, py[i] + dy * leaf * 0.42)
            colour = vary(rng, mix(tone, (0, 0, 0), 0.18 if side * np.cos(angle) > 0 else 0), 0.035)
            sheet.polygon([(px[i] - 3, py[i] - 2), bow, tip, (px[i] + 3, py[i] + 3)], colour)
    sheet.line(list(zip(px.tolist(), py.tolist(), strict=True)), rgb("8fa552"), length * 0.012)


def beach_palm(rng: Rng, h: int, w: int) -> Picture:
    """A palm leaning over a white beach and a turquoise sea."""
    horizon = int(h * 0.47)
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "2b7fce"), (0.3, "7fbdec"), (0.47, "d9eef6")])
    sky = _cloudy(rng, sky, 0.47, 0.3, [(0, "b9cbdc"), (0.6, "fafcff"), (1, "ffffff")], (0.8, 0.0))
    water = sea(rng, sky, horizon, rgb("1272a8"), roughness=0.55, mirror=0.1, shallow=rgb("5fd8cf"))
    edge = h * 0.66 + 34 * np.sin(columns / w * 4.2 + 0.6) + (columns / w - 0.5) * h * -0.12
    edge = edge + (noise(rng, h, w, 70, 4, stretch=3) - 0.5) * 36
    wet = smooth(-2, 4, rows - edge)
    sand = ramp(noise(rng, h, w, 30, 6) * 0.4 + 0.6 * (rows / h), [(0.3, "e6cfa2"), (0.9, "f7e7c6")])
    damp = np.exp(-np.clip(rows - edge, 0, None) / (h * 0.03))
    sand = blend(sand, rgb("b39a74"), damp * 0.7)
    picture = blend(water, sand, wet)
    lace = noise(rng, h, w, 22, 4, stretch=3)
    for gap, wide in ((0.004, 0.012), (0.05, 0.006), (0.1, 0.003)):
        band = np.exp(-((((edge - rows) / h - gap) / wide) ** 2))
        picture = blend(picture, (1, 1, 1), np.clip(band * (0.35 + 1.1 * lace), 0, 0.95))
    foot = np.array((w * 0.84, h * 0.9))
    t = np.linspace(0, 1, 40)
    tx = foot[0] - w * 0.34 * t**1.6 + w * 0.05 * np.sin(np.pi * t)
    ty = foot[1] - h * 0.66 * t
    # The shadow of the crown on the sand tells where the sun is.
    shade = np.hypot((columns - w * 0.6) / (w * 0.3), (rows - h * 0.925) / (h * 0.035))
    dapple = noise(rng, h, w, 26, 3, stretch=2)
    picture = picture * (1 - 0.42 * smooth(1.1, 0.3, shade + 0.7 * dapple - 0.35))[..., None]
    sheet = Sheet(picture)
    for i in range(39):
        wide = w * (0.034 - 0.016 * t[i])
        tone = mix(rgb("8a6f50"), rgb("5a452f"), (i % 3) / 2)
        sheet.line([(tx[i], ty[i]), (tx[i + 1], ty[i + 1])], tone, wide)
        sheet.line(
            [(tx[i] - wide * 0.3, ty[i]), (tx[i + 1] - wide * 0.3, ty[i + 1])],
            rgb("b59a74"),
            wide * 0.25,
        )
    angles = [2.9, 0.2, 3.4, -0.25, 2.3, 0.75, 1.15, 1.95, 1.55, 2.65, 0.45]
    for angle in angles:
        _frond(rng, sheet, tx[-1], ty[-1], angle + rng.normal(0, 0.05), h * rng.uniform(0.24, 0.33))
    for dx in (-14, 10, -2):
        sheet.disc(tx[-1] + dx, ty[-1] + 18 + abs(dx) * 0.3, 13, 14, vary(rng, rgb("6b4a2c"), 0.05))
    return sheet.done()


def sailing_boat(rng: Rng, h: int, w: int) -> Picture:
    """A white sail on blue water, hills far behind."""
    horizon = int(h * 0.58)
    sky = gradient(h, w, [(0, "3f86cc"), (0.35, "9ecbec"), (0.58, "e6f1f5")])
    sky = _cloudy(rng, sky, 0.58, 0.34, [(0, "aebfd2"), (0.6, "f6f9fc"), (1, "ffffff")], (0.2, 0))
    for base, tall, tone in ((0.0, 0.05, "a5bfd6"), (0.01, 0.028, "7f9fb8")):
        across = np.linspace(0, w, 200)
        line = noise(rng, 4, w, 260, 6, stretch=1)[1][np.clip(across.astype(int), 0, w - 1)]
        top = [(float(a), horizon - h * (base + tall * float(b))) for a, b in zip(across, line, strict=True)]
        sky = blend(sky, rgb(tone), stencil(h, w, [*top, (w, horizon + 2), (0, horizon + 2)]))
    x, y, s = w * 0.47, h * 0.7, h * 0.0105
    main = curve([(x + s, y - 48 * s), (x + 14 * s, y - 22 * s), (x + 21 * s, y - 5 * s)], closed=False)
    main = [*main, (x + 21 * s, y - 4.5 * s), (x + s, y - 4.5 * s)]
    jib = curve([(x - s, y - 44 * s), (x - 8 * s, y - 22 * s), (x - 19 * s, y - 3.5 * s)], closed=False)
    jib = [*jib, (x - 19 * s, y - 3 * s), (x - 1.5 * s, y - 5.5 * s)]
    hull = curve(
        [
            (x - 21 * s, y - 2.5 * s),
            (x + 21 * s, y - 2 * s),
            (x + 19 * s, y + 3 * s),
            (x + 4 * s, y + 4.4 * s),
            (x - 12 * s, y + 3.4 * s),
        ]
    )

    def boat(picture: Picture) -> Picture:
        rows, columns = grid(h, w)
        for shape, side in ((main, 1.0), (jib, -1.0)):
            shade = np.clip((columns - x) / (22 * s) * side, 0, 1)
            fold = 0.03 * np.sin(rows / s * 0.9 + columns / s * 0.3)
            cloth = ramp(shade + fold, [(0, "d9dee6"), (0.35, "ffffff"), (1, "e9e4da")])
            picture = blend(picture, cloth, stencil(h, w, shape))
        sheet = Sheet(picture)
        sheet.line([(x, y - 50 * s), (x, y)], rgb("5b4636"), 0.7 * s)
        sheet.line([(x, y - 4 * s), (x + 22 * s, y - 4 * s)], rgb("5b4636"), 0.6 * s)
        sheet.polygon(hull, rgb("f3f1ec"))
        sheet.line([(x - 19 * s, y + 0.4 * s), (x + 20 * s, y + 0.8 * s)], rgb("a8322c"), 1.1 * s)
        sheet.polygon(
            [
                (x - 6 * s, y - 2 * s),
                (x - 4 * s, y - 4.5 * s),
                (x + 7 * s, y - 4.3 * s),
                (x + 9 * s, y - 2 * s),
            ],
            rgb("8a5d3b"),
        )
        sheet.disc(x + 13 * s, y - 5.2 * s, 1.1 * s, 1.2 * s, rgb("d9a27c"))
        sheet.polygon(
            [
                (x + 11.6 * s, y - 1.5 * s),
                (x + 12 * s, y - 4.4 * s),
                (x + 14 * s, y - 4.4 * s),
                (x + 14.6 * s, y - 1.5 * s),
            ],
            rgb("2f4a7a"),
        )
        return sheet.done()

    water = sea(rng, sky, horizon, rgb("1b4f7c"), roughness=0.8, mirror=0.25, shallow=rgb("1f6487"))
    # The boat's own mirror image, broken by the swell.
    over = boat(fill(h, w, (0, 0, 0)))
    rows, columns = grid(h, w)
    swell = (noise(rng, h, w, 14, 4, stretch=5) - 0.5) * 46
    index = np.clip(2 * (y + 3 * s) - rows, 0, h - 1).astype(int)
    bent = np.clip(columns + swell, 0, w - 1).astype(int)
    flipped = over[index, bent]
    seen = np.clip(flipped.sum(-1), 0, 1) * (rows > y + 3 * s) * 0.42
    water = blend(water, flipped, seen * np.exp(-(rows - y) / (h * 0.28)))
    wake = (
        np.exp(-(((rows - y - 4 * s) / (1.1 * s)) ** 2))
        * smooth(x - 26 * s, x, columns)
        * smooth(x + 60 * s, x + 10 * s, columns)
    )
    water = blend(water, (1, 1, 1), np.clip(wake * noise(rng, h, w, 12, 3, stretch=4) * 1.1, 0, 0.8))
    return boat(water)


def lighthouse(rng: Rng, h: int, w: int) -> Picture:
    """A red and white lighthouse on rocks, surf below."""
    horizon = int(h * 0.68)
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "3a73b0"), (0.45, "96c0dd"), (0.68, "f3e3cc")])
    sky = _cloudy(rng, sky, 0.68, 0.4, [(0, "93a3b8"), (0.55, "eef2f6"), (1, "ffffff")], (0.1, 0.2))
    picture = sea(rng, sky, horizon, rgb("1d4a63"), roughness=0.9, mirror=0.25, shallow=rgb("2c6f7c"))
    crag = noise(rng, h, w, 120, 7, gain=0.55)
    top = h * (
        0.66
        + 0.3 * smooth(0.62, 0.05, columns / w) ** 1.0 * 0
        + 0.34 * np.clip(0.52 - columns / w, 0, 1) ** 1.1
    )
    top = (
        top
        + h * 0.5 * np.clip(columns / w - 0.94, 0, 1)
        + (noise(rng, h, w, 60, 6, stretch=1.0)[h // 2][None, :] - 0.5) * 46
    )
    rock = smooth(-2, 2, rows - top)
    light = np.clip(0.45 + (crag - np.roll(crag, (5, 7), (0, 1))) * 5, 0, 1)
    stone = ramp(light, [(0, "241f1f"), (0.45, "6a5a4e"), (0.8, "a8917a"), (1, "cdb79b")])
    stone = blend(stone, rgb("63773a"), smooth(h * 0.05, 0, rows - top + (crag - 0.5) * 60) * 0.85)
    picture = blend(picture, stone, rock)
    mid, foot, head = w * 0.66, h * 0.7, h * 0.2
    t = np.clip((rows - head) / (foot - head), 0, 1)
    half = w * (0.062 + 0.035 * t)
    u = (columns - mid) / half
    tower = smooth(1.02, 0.99, np.abs(u)) * (rows > head) * (rows < foot + 8 * (1 - u * u))
    stripe = np.floor((t + 0.012 * u * u) * 6.0) % 2
    paint = blend(fill(h, w, rgb("f4f1ea")), rgb("c2332b"), (stripe == 0).astype(np.float32))
    shade = np.clip(
        0.98 - 0.55 * np.clip(u * 0.8 + 0.15, 0, 1) ** 1.3 - 0.15 * np.clip(-u - 0.6, 0, 1), 0.2, 1
    )
    picture = blend(picture, paint * shade[..., None], tower)
    sheet = Sheet(picture)
    lw = w * 0.062
    for y in (0.32, 0.47, 0.6):
        sheet.box(mid - 10, h * y - 18, mid + 8, h * y + 18, rgb("2c3038"))
    sheet.box(mid - lw * 1.35, head - 6, mid + lw * 1.35, head + 12, rgb("2b2c31"))
    for i in range(-6, 7):
        sheet.line([(mid + i * lw * 0.22, head - 5), (mid + i * lw * 0.22, head - 34)], rgb("2b2c31"), 2)
    sheet.line([(mid - lw * 1.35, head - 34), (mid + lw * 1.35, head - 34)], rgb("2b2c31"), 3)
    sheet.box(mid - lw * 0.7, head - 92, mid + lw * 0.7, head - 5, rgb("ffe9ae"))
    for i in range(-3, 4):
        sheet.line([(mid + i * lw * 0.233, head - 92), (mid + i * lw * 0.233, head - 5)], rgb("33343a"), 3)
    dome = [
        (mid + lw * 0.85 * np.cos(a), head - 90 - lw * 0.75 * np.sin(a)) for a in np.linspace(0, np.pi, 30)
    ]
    sheet.polygon(dome, rgb("b02c26"))
    sheet.line([(mid, head - 90 - lw * 0.7), (mid, head - 90 - lw * 1.2)], rgb("33343a"), 4)
    left = mid + w * 0.09
    sheet.polygon(
        [
            (left, h * 0.7),
            (left, h * 0.645),
            (left + w * 0.17, h * 0.645),
            (left + w * 0.17, h * 0.7),
        ],
        rgb("ece7dc"),
    )
    sheet.polygon(
        [
            (left - 10, h * 0.647),
            (left + w * 0.05, h * 0.61),
            (left + w * 0.15, h * 0.61),
            (left + w * 0.18, h * 0.647),
        ],
        rgb("9c3b2e"),
    )
    sheet.box(left + w * 0.06, h * 0.658, left + w * 0.09, h * 0.68, rgb("40505e"))
    picture = add(sheet.done(), (1.0, 0.9, 0.6), glow(h, w, mid, head - 48, 26) * 0.9)
    spray = noise(rng, h, w, 26, 5, stretch=1.6)
    low = h * 0.9 + (noise(rng, h, w, 90, 4, stretch=2) - 0.5) * 80
    foam = np.exp(-(((rows - low) / (h * 0.022)) ** 2)) * smooth(0.3, 0.75, spray) * 1.5
    foam = foam + smooth(low.mean(), h * 1.02, rows) * smooth(0.55, 0.8, spray) * 0.7
    body = smooth(-3, 8, rows - low)
    picture = blend(picture, rgb("2b6271"), body * 0.95)
    return blend(picture, (0.96, 0.98, 1.0), np.clip(blur(foam, 1), 0, 0.95))
