"""Scenes of high and dry land: snow, a lake, dunes, a volcano, northern lights."""

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
    noise,
    ramp,
    rgb,
    smooth,
    tile,
    vec,
)
from plants import conifer
from sky import calm, clouds, stars
from terrain import Land, Seen, haze, look, ridged


def _peaks(rng: Rng, tall: float, sun: tuple[float, float, float], start: float = 0.25) -> Land:
    """A range that rises from lowland; `start` is how far from the viewer's edge it begins."""
    size = 1024
    away = grid(size, size)[0] / size
    rise = smooth(start, start + 0.4, away) * smooth(1.0, 0.9, away)
    peaks = ridged(tile(rng, size, 2.25)) ** 2.2
    spurs = ridged(tile(rng, size, 1.9, squash=0.8)) ** 1.5
    rough = tile(rng, size, 1.7)
    height = (peaks * (0.7 + 0.5 * spurs) + 0.3 * spurs + 0.035 * rough) * rise * tall
    height += 0.004 * tile(rng, size, 2.2)
    return Land.lit(height.astype(np.float32), sun)


def _alpine(rng: Rng, seen: Seen, snow_from: float, sunlight: str = "fff4e2") -> Picture:
    light = seen.of(seen.land.light)
    steep = seen.of(seen.land.slope)
    level = seen.of(seen.land.height)
    grainy = seen.of(tile(rng, 1024, 1.0))
    rock = ramp(0.5 + 0.2 * grainy, [(0, "4a4850"), (0.5, "6d6868"), (1, "8d8880")])
    snow = smooth(snow_from, snow_from + 0.05, level + 0.012 * grainy)
    snow = snow * smooth(0.42, 0.6, steep + 0.03 * grainy)
    woods = smooth(snow_from * 0.75, snow_from * 0.45, level + 0.012 * grainy)
    ground = blend(rock, rgb("3d4f3a"), woods * 0.9)
    ground = blend(ground, (0.97, 0.975, 1.0), snow)
    warm = vec(rgb(sunlight)) * (light[..., None] * 1.05)
    lit: Picture = ground * (warm + vec((0.30, 0.37, 0.50)) * (0.55 + 0.45 * steep[..., None]))
    return lit


def _day(rng: Rng, h: int, w: int, stops: list[tuple[float, str]], cover: float) -> Picture:
    picture = gradient(h, w, stops)
    thick, lit = clouds(rng, h, w, 0.6, cover=cover, sun=(0.2, 0.0))
    return blend(picture, ramp(lit, [(0, "a9b6c8"), (0.6, "f1f4f8"), (1, "ffffff")]), thick * 0.92)


def _compose(sky: Picture, land: Picture, seen: Seen) -> Picture:
    return blend(sky, np.clip(land, 0, 1), seen.ground)


def snowy_mountains(rng: Rng, h: int, w: int) -> Picture:
    """Snow on high peaks under a blue sky, spruces before them."""
    land = _peaks(rng, 0.145, (-0.8, 0.42, -0.15), 0.2)
    seen = look(land, h, w, eye=(0.52, 0.05, 0.0), horizon=0.78, focal=1.5, near=0.05, far=0.95)
    sky = _day(rng, h, w, [(0, "2f6fb8"), (0.45, "8dbbe3"), (0.7, "d5e6f2")], 0.22)
    ground = haze(_alpine(rng, seen, 0.03), seen, rgb("b4cde6"), 1.9)
    sheet = Sheet(_compose(sky, ground, seen))
    for t in np.linspace(0, 1, 150):
        x = rng.uniform(-20, w + 20)
        edge = abs(x / w - 0.5) * 2
        tall = h * (0.06 + 0.13 * t * (0.35 + edge))
        foot = h * (0.93 + 0.12 * t)
        conifer(rng, sheet, x, foot, tall * rng.uniform(0.7, 1.25), rgb("20352f"))
    return sheet.done()


def mountain_lake(rng: Rng, h: int, w: int) -> Picture:
    """Mountains doubled in a still lake, early light."""
    land = _peaks(rng, 0.12, (0.85, 0.4, -0.2), 0.22)
    shore = int(h * 0.6)
    seen = look(land, h, w, eye=(0.3, 0.02, 0.0), horizon=0.6, focal=1.15, near=0.05, far=0.95)
    sky = _day(rng, h, w, [(0, "4a86c4"), (0.4, "a5cbe6"), (0.62, "f6e7d2")], 0.3)
    ground = haze(_alpine(rng, seen, 0.05, "ffe0b8"), seen, rgb("c3d3e4"), 1.7)
    sheet = Sheet(_compose(sky, ground, seen))
    for x in np.sort(rng.uniform(-20, w + 20, 260)):
        edge = abs(x / w - 0.48) * 2
        tall = h * (0.03 + 0.14 * edge**2.5) * rng.uniform(0.6, 1.3)
        conifer(rng, sheet, x, shore + 4, tall, rgb("24382c"))
    return calm(rng, sheet.done(), shore, rgb("1e4250"))


def desert_dunes(rng: Rng, h: int, w: int) -> Picture:
    """Sand dunes with knife-edge crests and long shadows."""
    size = 1024
    rows, columns = grid(size, size)
    warp = tile(rng, size, 2.7)
    phase = (columns * 3 + rows * 2) / size + 0.16 * warp
    saw = phase - np.floor(phase)
    # A dune climbs slowly with the wind and falls steeply behind its crest.
    dune = np.where(saw < 0.74, (saw / 0.74) ** 1.5, ((1 - saw) / 0.26) ** 1.1)
    height = blur(dune.astype(np.float32), 2) * 0.07 + 0.022 * tile(rng, size, 2.9)
    land = Land.lit(height.astype(np.float32), (0.9, 0.32, 0.15))
    seen = look(land, h, w, eye=(0.2, 0.24, 0.0), horizon=0.36, focal=0.9, near=0.1, far=2.2)
    light = seen.of(land.light)
    ripple = np.sin(seen.row * 2.6 + 7 * seen.of(tile(rng, size, 2.0)) + seen.column * 1.4)
    ripple = ripple * np.exp(-seen.distance * 5)
    sand = ramp(
        light + 0.03 * ripple,
        [
            (0, "6b3a2c"),
            (0.2, "a05c37"),
            (0.42, "d98f4e"),
            (0.7, "f0b470"),
            (1, "ffdca0"),
        ],
    )
    sky = gradient(h, w, [(0, "3e7fbf"), (0.38, "e9d9bd"), (1, "e9d9bd")])
    return _compose(sky, haze(sand, seen, rgb("ecd2ae"), 2.6), seen)


def volcano(rng: Rng, h: int, w: int) -> Picture:
    """A volcano erupting at nightfall: lava, sparks, a lit plume."""
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "141a33"), (0.5, "3b2d4d"), (0.75, "a8553f"), (1, "a8553f")])
    top, foot, middle = h * 0.4, h * 0.93, w * 0.5
    puff = noise(rng, h, w, 150, 7, gain=0.58)
    drift = np.clip(top - rows, 0, None)
    core = middle + drift * 0.28 + (noise(rng, h, w, 220, 3) - 0.5) * 120
    wide = 34 + drift * 0.42
    body = 1 - np.abs(columns - core) / wide + (puff - 0.5) * 2.1
    plume = smooth(0.05, 0.5, body) * (rows < top + 8)
    shaded = np.clip(0.15 + 0.8 * (puff - np.roll(puff, (-14, -14), (0, 1))) * 4, 0, 1)
    tone = ramp(shaded, [(0, "17151d"), (0.5, "453c46"), (1, "877680")])
    red = np.exp(-drift / (h * 0.14))[..., None]
    sky = blend(sky, np.clip(tone + red * vec((0.95, 0.33, 0.08)), 0, 1), plume * 0.97)
    sky = add(sky, (1.0, 0.35, 0.08), glow(h, w, middle, top - 20, 110) * 1.5)
    down = np.clip((rows - top) / (foot - top), 0, 1)
    rough = noise(rng, h, w, 60, 6)
    half = 46 + down**1.35 * w * 0.46 + (rough - 0.5) * 46
    cone = smooth(-2, 2, half - np.abs(columns - middle)) * (rows > top + 10 * (rough - 0.5))
    ridge = noise(rng, h, w, 130, 6, stretch=0.35)
    lit = np.clip(0.16 + 0.6 * (ridge - np.roll(ridge, 6, 1)) * 3 + 0.1 * (columns > middle), 0, 1)
    picture = blend(sky, ramp(lit, [(0, "0d0b10"), (0.4, "2a2329"), (1, "5d4a4a")]), cone)
    pen = Sheet(np.zeros((h, w, 3), dtype=np.float32))
    for lean, reach in ((-0.55, 0.75), (0.08, 0.95), (0.5, 0.62), (-0.18, 0.5)):
        x, y, path = middle + lean * 40, top + 4, []
        while y < top + (foot - top) * reach:
            path.append((x, y))
            y += 7
            x += lean * 7 * 0.8 + rng.normal(0, 3.4)
        for i in range(len(path) - 1):
            pen.line(path[i : i + 2], (1, 1, 1), 13 * (1 - i / len(path)) + 3)
    for _ in range(170):
        angle, speed = rng.normal(0, 0.38), rng.uniform(40, 330)
        x, y = middle + np.sin(angle) * speed * 0.9, top - np.cos(angle) * speed
        dx, dy = np.sin(angle) * 9, -np.cos(angle) * 9 + 4
        pen.line([(x, y), (x + dx, y + dy)], (1, 1, 1), rng.uniform(1.5, 4))
    sheet_lava = pen.done()[..., 0]
    picture = add(picture, (1.0, 0.28, 0.04), 2.2 * sheet_lava + 1.6 * blur(sheet_lava, 16))
    picture = add(picture, (1.0, 0.8, 0.3), 1.5 * blur(sheet_lava, 2) ** 2)
    return _front(rng, picture, 0.9)


def _front(rng: Rng, picture: Picture, top: float) -> Picture:
    h, w = picture.shape[:2]
    sheet = Sheet(picture)
    for x in np.linspace(-20, w + 20, 130):
        tall = h * (0.05 + 0.09 * abs(x / w - 0.5)) * rng.uniform(0.5, 1.5)
        conifer(rng, sheet, x + rng.normal(0, 8), h * (top + 0.06), tall, rgb("08090d"))
    sheet.box(0, h * (top + 0.04), w, h, rgb("08090d"))
    return sheet.done()


def northern_lights(rng: Rng, h: int, w: int) -> Picture:
    """Green curtains of aurora over snow hills and spruces."""
    rows, columns = grid(h, w)
    sky = gradient(h, w, [(0, "060b1e"), (0.5, "0d2038"), (0.75, "1d3f50"), (1, "1d3f50")])
    sky = stars(rng, sky, 1500, (rows < h * 0.7).astype(np.float32))
    light: Plane = np.zeros((h, w), dtype=np.float32)
    x = columns / w
    for base, lean, phase, power in (
        (0.5, -0.2, 0.3, 1.0),
        (0.2, 0.22, 2.4, 0.7),
        (0.6, -0.05, 4, 0.6),
    ):
        wave = np.sin(x * 6 + phase) + 0.5 * np.sin(x * 13 + phase * 2) + 0.25 * np.sin(x * 31)
        above = (base + lean * (x - 0.5) + 0.035 * wave) * h - rows
        fine = noise(rng, 4, w, 4, 4, stretch=6)[1][None, :]
        broad = noise(rng, 4, w, 4, 2, stretch=60)[1][None, :]
        tall = h * (0.05 + 0.2 * broad)
        body = np.exp(-np.clip(above, 0, None) / tall) * smooth(-22, 26, above)
        light += power * body * (0.25 + 0.9 * fine) * smooth(0.1, 0.7, broad)
    high = smooth(h * 0.42, h * 0.02, rows)
    sky = add(sky, (0.16, 1.0, 0.5), (light + 0.5 * blur(light, 40)) * (1 - 0.5 * high))
    sky = add(sky, (0.6, 0.22, 0.85), (light + 0.4 * blur(light, 60)) * high * 0.7)
    land = _peaks(rng, 0.1, (-0.4, 0.8, -0.2), 0.1)
    seen = look(land, h, w, eye=(0.5, 0.05, 0.0), horizon=0.76, focal=1.0, near=0.05, far=0.95)
    shade = 0.2 + 0.65 * blur(seen.of(seen.land.light), 3)
    snow = fill(h, w, rgb("5b9a94")) * shade[..., None] + vec((0.02, 0.04, 0.07))
    return _front(rng, _compose(sky, snow, seen), 0.93)
