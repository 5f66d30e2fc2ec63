"""Scenes of the road: a lamp-lit street in rain, a highway to the horizon."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Rng,
    Sheet,
    add,
    blend,
    glow,
    gradient,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    smooth,
    tile,
    vary,
)
from sky import clouds


def street_in_rain(rng: Rng, h: int, w: int) -> Picture:
    """Lamps along a wet street at night, somebody under an umbrella."""
    rows, columns = grid(h, w)
    curb = int(h * 0.63)
    vx, vy = w * 0.5, h * 0.56
    picture = gradient(h, w, [(0, "0b1222"), (0.5, "27324c"), (0.64, "5a5563"), (1, "15181f")])
    sheet = Sheet(picture)
    for side in (-1, 1):
        for near in np.linspace(0.06, 1.25, 8) ** 1.4:
            x0, x1 = (
                vx + side * w * (0.055 + 0.45 * near),
                vx + side * w * (0.055 + 0.45 * near * 1.7 + 0.06),
            )
            t0, t1 = (vy - h * (0.09 + 0.95 * (abs(x - vx) / w)) for x in (x0, x1))
            b0, b1 = (vy + h * 0.15 * (abs(x - vx) / w) + 8 for x in (x0, x1))
            body = mix(rgb("39405a"), vary(rng, rgb("1a1d2a"), 0.02), min(1, near * 1.6))
            sheet.polygon([(x0, t0), (x1, t1), (x1, b1), (x0, b0)], body)
            for i in range(4):
                for j in range(9):
                    u0, u1, v0, v1 = (
                        0.12 + i * 0.23,
                        0.25 + i * 0.23,
                        0.06 + j * 0.1,
                        0.12 + j * 0.1,
                    )
                    if j == 8:
                        u0, u1, v0, v1 = 0.06 + i * 0.235, 0.27 + i * 0.235, 0.87, 0.97
                    on = rng.random() < (0.75 if j == 8 else 0.3)
                    tone = mix(
                        body,
                        rgb(["ffcf80", "ffe2ae", "f7b45a"][int(rng.integers(3))]),
                        rng.uniform(0.5, 0.95) if on else 0.04,
                    )

                    def at(
                        u: float, v: float, q: tuple[float, ...] = (x0, x1, t0, t1, b0, b1)
                    ) -> tuple[float, float]:
                        top, foot = q[2] + (q[3] - q[2]) * u, q[4] + (q[5] - q[4]) * u
                        return (q[0] + (q[1] - q[0]) * u, top + (foot - top) * v)

                    sheet.polygon([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)], tone)
    picture = sheet.done()
    lamps = []
    sheet = Sheet(picture)
    for near in (0.1, 0.17, 0.29, 0.5, 0.9):
        for side in (-1, 1):
            x = vx + side * w * (0.03 + 0.38 * near)
            foot, top = vy + h * (0.012 + 0.12 * near), vy - h * (0.03 + 0.42 * near)
            sheet.line([(x, foot), (x, top)], rgb("0b0c12"), 2 + 9 * near)
            arm = x - side * w * 0.09 * near
            sheet.line([(x, top), (arm, top - h * 0.012 * near)], rgb("0b0c12"), 2 + 6 * near)
            lamps.append((arm, top, near))
    picture = sheet.done()
    for x, y, near in lamps:
        picture = add(picture, (1.0, 0.72, 0.36), glow(h, w, x, y, h * (0.008 + 0.03 * near)) * 1.5)
        disc = smooth(1.2, 0.7, np.hypot((columns - x) / (5 + 26 * near), (rows - y) / (4 + 14 * near)))
        picture = blend(picture, (1.0, 0.95, 0.8), disc)
    picture = add(picture, (1.0, 0.7, 0.42), glow(h, w, vx, vy, h * 0.05) * 0.9)
    sheet = Sheet(picture)
    for dx, lamp in ((-0.055, "fff4d8"), (-0.02, "fff4d8"), (0.055, "ff3a2a"), (0.085, "ff3a2a")):
        sheet.disc(vx + dx * w, curb - h * 0.008, 6.5, 6.5, rgb(lamp))
    picture = sheet.done()
    # The wet road: what stands above it, mirrored, drawn out downwards and broken by ripples.
    ripple = noise(rng, h, w, 20, 5, stretch=4) - 0.5
    near = np.clip((rows - curb) / (h - curb), 0, 1)
    source = np.clip(2 * curb - rows * 1.0 - np.abs(ripple) * 120, 0, curb - 1).astype(int)
    across = np.clip(columns + ripple * 90 * near, 0, w - 1).astype(int)
    long = picture.copy()
    for shift in (16, 32, 64):
        long = np.maximum(long, 0.82 * np.roll(long, shift, axis=0))
    mirror = long[source, across]
    asphalt = ramp(noise(rng, h, w, 10, 4) + 0.2 * ripple, [(0, "0d0f16"), (1, "2c2d36")])
    road = blend(asphalt, mirror, 0.62 + 0.25 * ripple)
    picture = blend(picture, np.clip(road, 0, 1), smooth(curb - 1, curb + 4, rows))
    sheet = Sheet(picture)
    _walker(sheet, h, w)
    _rain(rng, sheet, picture, curb)
    return sheet.done()


def _walker(sheet: Sheet, h: int, w: int) -> None:
    x, y, s = w * 0.4, h * 0.86, h * 0.0016
    ink = rgb("07080d")
    sheet.polygon(
        [
            (x - 17 * s, y - 10 * s),
            (x - 20 * s, y - 62 * s),
            (x - 12 * s, y - 82 * s),
            (x + 12 * s, y - 82 * s),
            (x + 20 * s, y - 62 * s),
            (x + 18 * s, y - 10 * s),
        ],
        ink,
    )
    sheet.line([(x - 8 * s, y - 12 * s), (x - 11 * s, y + 32 * s)], ink, 10 * s)
    sheet.line([(x + 8 * s, y - 12 * s), (x + 13 * s, y + 30 * s)], ink, 10 * s)
    sheet.disc(x, y - 92 * s, 9 * s, 11 * s, ink)
    sheet.line([(x + 14 * s, y - 55 * s), (x + 12 * s, y - 130 * s)], ink, 2.5 * s)
    dome = [
        (x + 12 * s + 52 * s * np.cos(a), y - 104 * s - 36 * s * np.sin(a)) for a in np.linspace(0, np.pi, 30)
    ]
    dome += [(x + 12 * s + 52 * s * (k / 4 - 1), y - (104 + (5 if k % 2 else 0)) * s) for k in range(9)]
    sheet.polygon(dome, rgb("8a1f24"))
    sheet.line(dome[3:16], rgb("d8685a"), 2.4 * s)


def _rain(rng: Rng, sheet: Sheet, picture: Picture, curb: int) -> None:
    h, w = picture.shape[:2]
    for _ in range(700):
        px, py, length = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(14, 52)
        light = float(picture[min(int(py), h - 1), min(int(px), w - 1)].mean())
        tone = mix(rgb("404a60"), rgb("cfd4de"), min(1.0, light * 1.5))
        sheet.line([(px, py), (px - length * 0.13, py + length)], tone, 0.7)
    for _ in range(130):
        px, d = rng.uniform(0, w), rng.random()
        sheet.pen.arc(
            [
                2 * px - 14 * d - 4,
                2 * (curb + d * (h - curb)),
                2 * px + 14 * d + 4,
                2 * (curb + d * (h - curb)) + 6 + 8 * d,
            ],
            0,
            360,
            fill=(120, 122, 135),
            width=2,
        )


def road_to_horizon(rng: Rng, h: int, w: int) -> Picture:
    """A straight road through dry plains to far mesas."""
    rows, columns = grid(h, w)
    horizon = h * 0.46
    picture = gradient(h, w, [(0, "2f78c4"), (0.3, "86bbe4"), (0.46, "e8e3d2"), (1, "e8e3d2")])
    thick, lit = clouds(rng, h, w, 0.46, cover=0.42, sun=(0.8, 0))
    picture = blend(picture, ramp(lit, [(0, "a9b5c6"), (0.6, "f6f6f6"), (1, "ffffff")]), thick * 0.93)
    t = np.clip((rows - horizon) / (h - horizon), 0, 1)
    field = tile(rng, 1024, 1.1)
    depth = 1 / np.maximum(t, 0.004)
    u, v = ((columns - w / 2) / w * depth * 150), depth * 120
    scrub = field[v.astype(int) % 1024, u.astype(int) % 1024]
    earth = ramp(
        0.5 + 0.14 * scrub * np.clip(t * 6, 0.1, 1),
        [(0, "6d5a34"), (0.45, "b98e56"), (0.7, "d8b377"), (1, "ecd09a")],
    )
    picture = blend(
        picture,
        blend(earth, rgb("d9c4a2"), np.clip(0.05 / np.maximum(t, 0.05), 0, 0.8)),
        smooth(horizon - 1, horizon + 1, rows),
    )
    sheet = Sheet(picture)
    for tone, rise, parts in (
        ("b59aa0", 0.085, ((0.02, 0.2), (0.62, 0.9))),
        ("a5705a", 0.06, ((0.12, 0.3), (0.74, 1.05))),
    ):
        for a, b in parts:
            line = np.linspace(a * w, b * w, 60)
            shape = np.minimum(1, np.minimum((line - a * w), (b * w - line)) / (w * 0.03)) * rise * h
            jag = rng.normal(0, 2.2, 60).cumsum() * 0.4
            sheet.polygon(
                [
                    *zip(line.tolist(), (horizon - shape + jag).tolist(), strict=True),
                    (b * w, horizon + 3),
                    (a * w, horizon + 3),
                ],
                rgb(tone),
            )
    picture = sheet.done()
    half = w * (0.002 + 0.3 * t)
    off = (columns - w * 0.5) / half
    wear = noise(rng, h, w, 60, 5, stretch=0.4)
    grit = rng.random((h, w), dtype=np.float32)
    tar = ramp(
        0.35 + 0.25 * wear + 0.1 * np.cos(off * 9) + 0.12 * (grit - 0.5),
        [(0, "303134"), (1, "7d7b78")],
    )
    below = (rows > horizon).astype(np.float32)
    picture = blend(picture, rgb("a88a62"), smooth(1.25, 1.05, np.abs(off)) * below * 0.8)
    picture = blend(picture, tar, smooth(1.02, 0.99, np.abs(off)) * below)
    picture = blend(picture, rgb("f1efe6"), smooth(0.025, 0.012, np.abs(np.abs(off) - 0.92)) * below * 0.9)
    dash = (np.floor(depth * 1.6 + 0.35) % 2 == 0) | (t < 0.02)
    picture = blend(picture, rgb("f0c23c"), smooth(0.035, 0.02, np.abs(off)) * dash * below * 0.95)
    sheet = Sheet(picture)
    for near in (0.015, 0.03, 0.06, 0.12, 0.25, 0.52):
        x, y = w * (0.5 - 0.055 - near * 0.75), horizon + (h - horizon) * near * 1.05
        tall = h * (0.012 + 0.9 * near)
        sheet.line([(x, y), (x, y - tall)], rgb("4a3a2c"), 1.2 + 12 * near)
        sheet.line(
            [(x - tall * 0.14, y - tall * 0.9), (x + tall * 0.14, y - tall * 0.9)],
            rgb("4a3a2c"),
            1 + 9 * near,
        )
    for _ in range(420):
        d = rng.random() ** 2.2
        side = rng.choice([-1, 1])
        x, y = (
            w * 0.5 + side * (w * (0.01 + 0.36 * d) + rng.exponential(0.25) * w * (0.2 + d)),
            horizon + (h - horizon) * d,
        )
        r = 1.5 + 16 * d
        for k in range(7):
            sheet.disc(
                x + rng.normal(0, r * 0.5),
                y - r * 0.3 + rng.normal(0, r * 0.2),
                r * 0.4,
                r * 0.3,
                vary(rng, rgb(["7d7b42", "8f8a50", "5c6136"][k % 3]), 0.03),
            )
    return sheet.done()
