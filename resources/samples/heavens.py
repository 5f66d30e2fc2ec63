"""Scenes of the sky: the Milky Way, lightning, a rainbow, balloons."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
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
    tile,
    vary,
)
from plants import blades, conifer, hill
from sky import clouds, stars
from terrain import Land, haze, look


def starry_night(rng: Rng, h: int, w: int) -> Picture:
    """The Milky Way above a dark ridge, somebody standing there."""
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "050814"), (0.5, "0c1630"), (0.8, "27375a"), (0.92, "6b5a5c")])
    across = (columns / w - 0.5) * np.cos(0.42) * (w / h) + (rows / h - 0.45) * np.sin(0.42) * -1
    cloud = noise(rng, h, w, 260, 7, gain=0.58)
    dust = noise(rng, h, w, 200, 7, gain=0.6)
    band = np.exp(-(((across + 0.12 * (cloud - 0.5)) / 0.115) ** 2))
    lane = np.exp(-(((across + 0.03 + 0.2 * (dust - 0.5)) / 0.03) ** 2)) * smooth(0.3, 0.6, dust)
    core = np.exp(-(((rows / h - 0.62) / 0.3) ** 2))
    body = band * (0.25 + 0.95 * cloud) * (1 - 0.75 * lane)
    sky = add(sky, (0.62, 0.68, 0.95), body * 0.55)
    sky = add(sky, (1.0, 0.72, 0.55), body * core * band * 0.75 * (1 - 0.6 * lane))
    sky = add(sky, (0.85, 0.3, 0.55), body * smooth(0.62, 0.85, dust) * 0.5)
    high = rows < h * 0.9
    sky = stars(rng, sky, 9000, ((0.12 + body * (1 - lane)) * high).astype(np.float32))
    sky = stars(rng, sky, 900, high.astype(np.float32))
    sheet = Sheet(sky)
    sheet.polygon(hill(rng, w, h * 0.87, h * 0.045), rgb("10141f"))
    sheet.polygon(hill(rng, w, h * 0.93, h * 0.02), rgb("05070c"))
    x, y, s = w * 0.36, h * 0.922, h * 0.0022
    sheet.polygon(
        [
            (x - 6 * s, y + 22 * s),
            (x - 7 * s, y - 10 * s),
            (x - 5 * s, y - 17 * s),
            (x + 5 * s, y - 17 * s),
            (x + 7 * s, y - 10 * s),
            (x + 6 * s, y + 22 * s),
        ],
        rgb("05070c"),
    )
    sheet.disc(x, y - 22 * s, 4.6 * s, 5.2 * s, rgb("05070c"))
    return sheet.done()


def _bolt(
    rng: Rng, start: tuple[float, float], end: tuple[float, float], swing: float
) -> list[tuple[float, float]]:
    line = np.array([start, end], dtype=np.float64)
    while swing > 1.5:
        middle = (line[:-1] + line[1:]) / 2 + rng.normal(0, swing, (len(line) - 1, 2)) * (1, 0.4)
        merged = np.empty((len(line) + len(middle), 2))
        merged[0::2], merged[1::2] = line, middle
        line, swing = merged, swing * 0.56
    return [(float(x), float(y)) for x, y in line]


def lightning_storm(rng: Rng, h: int, w: int) -> Picture:
    """Forked lightning from black clouds over a plain."""
    rows, _ = grid(h, w)
    picture = gradient(h, w, [(0, "14162a"), (0.5, "332f52"), (0.8, "6a5a78"), (1, "1a1a22")])
    heap = noise(rng, h, w, 230, 7, gain=0.55, stretch=1.7)
    lit = np.clip(0.3 + (heap - np.roll(heap, (-12, 6), (0, 1))) * 3.2, 0, 1)
    tone = ramp(lit, [(0, "0d0e1a"), (0.5, "37365a"), (1, "8580a8")])
    picture = blend(picture, tone, smooth(h * 0.62, h * 0.3, rows + (heap - 0.5) * h * 0.4) * 0.95)
    foot = (w * 0.6, h * 0.86)
    trunk = _bolt(rng, (w * 0.5, h * 0.1), foot, w * 0.075)
    pen = Sheet(np.zeros((h, w, 3), dtype=np.float32))
    for i in range(len(trunk) - 1):
        pen.line(trunk[i : i + 2], (1, 1, 1), 6.5 - 2 * i / len(trunk))
    for at, dx, dy, wide in (
        (0.22, -0.3, 0.3, 4),
        (0.38, 0.28, 0.28, 3.5),
        (0.55, -0.2, 0.2, 3),
        (0.7, 0.14, 0.11, 2.5),
        (0.1, 0.3, 0.16, 3),
    ):
        root = trunk[int(at * len(trunk))]
        limb = _bolt(rng, root, (root[0] + dx * w, root[1] + dy * h), w * 0.045)
        pen.line(limb, (0.8, 0.8, 0.8), wide * 0.8)
        for part in (0.4, 0.7):
            p = limb[int(part * len(limb))]
            twig = _bolt(rng, p, (p[0] + dx * w * 0.3, p[1] + h * 0.1), w * 0.025)
            pen.line(twig, (0.5, 0.5, 0.5), wide * 0.4)
    bolt = pen.done()[..., 0]
    flash = blur(bolt, 60)
    picture = add(picture, (0.66, 0.55, 1.0), 5.5 * flash * (0.5 + lit) + 2.2 * blur(bolt, 14))
    picture = add(picture, (0.95, 0.93, 1.0), 3.2 * bolt + 1.6 * blur(bolt, 3))
    rain = noise(rng, h, w, 260, 6, stretch=0.06, gain=0.7)
    picture = blend(picture, rgb("8f8bb0"), smooth(0.5, 0.9, rain) * 0.25 * smooth(h * 0.5, h * 0.8, rows))
    sheet = Sheet(picture)
    sheet.polygon(hill(rng, w, h * 0.87, h * 0.015), rgb("15141f"))
    picture = sheet.done()
    ground = rows > h * 0.875
    picture = add(picture, (0.6, 0.55, 0.95), glow(h, w, foot[0], h * 0.88, h * 0.035) * ground * 0.7)
    sheet = Sheet(picture)
    for _ in range(40):
        x = rng.uniform(0, w)
        conifer(
            rng,
            sheet,
            x,
            h * 0.9,
            h * rng.uniform(0.012, 0.03) * (1 + 2 * abs(x / w - 0.5)),
            rgb("08080e"),
        )
    blades(rng, sheet, 1600, (0, h * 0.9, w, h * 1.03), h * 0.05, [rgb("0c0d14"), rgb("1a1b26")])
    return sheet.done()


def _meadow_land(
    rng: Rng, h: int, w: int, sky: Picture, horizon: float, light: tuple[float, float, float]
) -> Picture:
    height = 0.035 * tile(rng, 1024, 2.6) + 0.002 * tile(rng, 1024, 1.6)
    land = Land.lit(height.astype(np.float32), light)
    seen = look(land, h, w, eye=(0.3, 0.13, 0.0), horizon=horizon, focal=0.9, near=0.08, far=2.0)
    patch = seen.of(np.floor(tile(rng, 1024, 2.0) * 1.8) / 4)
    tuft = seen.of(tile(rng, 1024, 0.9))
    tone = ramp(0.5 + patch + 0.05 * tuft, [(0, "4b7a2e"), (0.4, "6f9c3a"), (0.7, "a3b152"), (1, "cdbb62")])
    woods = smooth(0.75, 1.05, seen.of(tile(rng, 1024, 1.7)))
    tone = blend(tone, rgb("2c4f26"), woods * 0.9)
    ground = tone * (0.35 + 0.85 * seen.of(land.light))[..., None]
    ground = haze(ground, seen, rgb("b9cbd6"), 2.0)
    return blend(sky, np.clip(ground, 0, 1), seen.ground)


def rainbow(rng: Rng, h: int, w: int) -> Picture:
    """A rainbow over sunlit fields, dark rain clouds behind it."""
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "4a5f78"), (0.3, "7f93a8"), (0.6, "c3ced6"), (1, "c3ced6")])
    thick, lit = clouds(rng, h, w, 0.6, cover=0.7, sun=(0.1, 0.1))
    sky = blend(sky, ramp(lit, [(0, "39475a"), (0.5, "6e7f92"), (1, "b7c2cc")]), thick * 0.8)
    picture = _meadow_land(rng, h, w, sky, 0.6, (-0.7, 0.6, -0.4))
    radius = np.hypot(columns - w * 0.52, rows - h * 0.98) / h
    fade = smooth(h * 0.9, h * 0.55, rows) * (0.75 + 0.25 * smooth(0.3, 0.7, noise(rng, h, w, 300, 3)))
    arc = ramp(
        (radius - 0.72) / 0.085,
        [
            (0, "6a35b8"),
            (0.16, "4a4fd8"),
            (0.33, "2f9fe0"),
            (0.5, "4cc75a"),
            (0.66, "f2e04a"),
            (0.83, "f58a2e"),
            (1, "e63a34"),
        ],
    )
    strength = smooth(0.712, 0.735, radius) * smooth(0.812, 0.79, radius)
    inner = (radius < 0.72) * 0.12
    picture = add(picture, (1, 1, 1), inner * fade * smooth(h * 0.75, h * 0.4, rows))
    picture = blend(picture, np.clip(arc * 1.05, 0, 1), strength * fade * 0.72)
    second = smooth(0.93, 0.95, radius) * smooth(1.01, 0.99, radius)
    picture = blend(
        picture,
        ramp((1.01 - radius) / 0.08, [(0, "6a35b8"), (0.4, "4cc75a"), (1, "e63a34")]),
        second * fade * 0.2,
    )
    sheet = Sheet(picture)
    for x in np.sort(rng.uniform(0, w, 9)):
        y, r = h * rng.uniform(0.66, 0.74), h * rng.uniform(0.012, 0.024)
        for _ in range(50):
            a = rng.normal(0, 0.45, 2)
            sheet.disc(
                x + a[0] * r,
                y - r + a[1] * r * 0.8,
                r * 0.3,
                r * 0.28,
                vary(rng, mix(rgb("6f9a40"), rgb("1f3a1c"), 0.5 + a[0] * 0.6), 0.03),
            )
    x, y, s = w * 0.27, h * 0.71, h * 0.003
    sheet.polygon(
        [(x - 16 * s, y), (x - 16 * s, y - 14 * s), (x + 16 * s, y - 14 * s), (x + 16 * s, y)],
        rgb("f1ece0"),
    )
    sheet.polygon(
        [
            (x - 19 * s, y - 13 * s),
            (x - 11 * s, y - 24 * s),
            (x + 11 * s, y - 24 * s),
            (x + 19 * s, y - 13 * s),
        ],
        rgb("9a4434"),
    )
    return sheet.done()


def _balloon(
    h: int, w: int, picture: Picture, x: float, y: float, r: float, tones: list[str], pattern: str
) -> Picture:
    rows, columns = grid(h, w)
    t = (rows - (y - r)) / (2.45 * r)
    round_part = np.sqrt(np.clip(1 - ((rows - y) / r) ** 2, 0, 1))
    taper = np.clip(1 - (rows - y) / (1.45 * r), 0, 1)
    half = r * np.where(rows < y + 0.35 * r, round_part, 0.937 * np.clip((taper - 0.0) / 0.759, 0, 1) ** 0.78)
    inside = (rows > y - r) & (rows < y + 1.33 * r)
    u = np.clip((columns - x) / np.maximum(half, 1), -1, 1)
    body = smooth(0.5, -1.5, np.abs(columns - x) - half) * inside
    gore = np.floor((np.arcsin(u) / np.pi + 0.5) * 12 + 0.5)
    if pattern == "gores":
        index = gore % len(tones)
    elif pattern == "bands":
        index = np.floor(t * 7) % len(tones)
    else:
        index = (gore + np.floor(t * 9)) % len(tones)
    paint = fill(h, w, rgb(tones[0]))
    for i, tone in enumerate(tones):
        paint[index == i] = rgb(tone)
    nz = np.sqrt(np.clip(1 - u * u, 0, 1))
    seam = np.abs((np.arcsin(u) / np.pi + 0.5) * 12 + 0.5 - gore - 0.5)
    light = (
        0.5
        + 0.55 * np.clip(-0.55 * u + 0.65 * nz - 0.35 * (rows - y) / r, -0.3, 1)
        - 0.07 * smooth(0.4, 0.5, seam)
    )
    picture = blend(picture, np.clip(paint * light[..., None], 0, 1), body)
    sheet = Sheet(picture)
    for dx in (-1, 1):
        sheet.line(
            [(x + dx * r * 0.13, y + 1.3 * r), (x + dx * r * 0.1, y + 1.62 * r)],
            rgb("4a3a2c"),
            max(1, r * 0.012),
        )
    sheet.box(x - r * 0.12, y + 1.6 * r, x + r * 0.12, y + 1.78 * r, rgb("7a5230"))
    sheet.box(x - r * 0.13, y + 1.58 * r, x + r * 0.13, y + 1.63 * r, rgb("4a2f1b"))
    return sheet.done()


def hot_air_balloons(rng: Rng, h: int, w: int) -> Picture:
    """Balloons of many colours drifting over fields at sunrise."""
    sky = gradient(h, w, [(0, "5b93cf"), (0.4, "b4cfe4"), (0.68, "ffe2bd"), (1, "ffe2bd")])
    thick, lit = clouds(rng, h, w, 0.7, cover=0.25, sun=(0.2, 0.5))
    sky = blend(sky, ramp(lit, [(0, "cbb7b4"), (0.6, "fff1e0"), (1, "ffffff")]), thick * 0.7)
    picture = _meadow_land(rng, h, w, sky, 0.74, (-0.9, 0.35, -0.2))
    reds, blues = ["d3322c", "f2b632"], ["2458a8", "f4f1ea"]
    many = ["d3322c", "ef7f2a", "f5cf3a", "4a9f4a", "2f6fc0", "7a3f98"]
    for x, y, r, tones, pattern, far in (
        (0.87, 0.56, 0.026, blues, "bands", 0.5),
        (0.57, 0.6, 0.03, reds, "gores", 0.5),
        (0.07, 0.5, 0.036, many, "bands", 0.4),
        (0.7, 0.38, 0.06, blues, "gores", 0.25),
        (0.44, 0.22, 0.075, reds, "checks", 0.15),
        (0.86, 0.2, 0.095, ["e0592a", "fbe2a8"], "bands", 0.05),
        (0.24, 0.36, 0.2, many, "gores", 0.0),
    ):
        before = picture
        picture = _balloon(h, w, picture, x * w, y * h, r * h, tones, pattern)
        picture = blend(before, picture, 1 - 0.55 * far)
    return picture
