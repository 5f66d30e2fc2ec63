"""Scenes of woods: fog, autumn, a waterfall, a campfire."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Rng,
    Sheet,
    add,
    blend,
    blur,
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
from plants import blades, broadleaf, conifer, hill
from sky import stars


def foggy_forest(rng: Rng, h: int, w: int) -> Picture:
    """Tall spruces and trunks fading into morning fog."""
    picture = gradient(h, w, [(0, "c9d0cf"), (0.45, "e2e5df"), (1, "bfc7c0")])
    picture = add(picture, (1.0, 0.93, 0.75), glow(h, w, w * 0.62, h * 0.22, h * 0.16) * 0.8)
    rows, _ = grid(h, w)
    layers = 8
    for i in range(layers):
        near = (i / (layers - 1)) ** 1.5
        tone = mix(rgb("b6c1bd"), rgb("16231f"), near)
        sheet = Sheet(picture)
        foot = h * (0.66 + 0.3 * near)
        for x in rng.uniform(-60, w + 60, int(26 - 12 * near)):
            tall = h * (0.36 + 0.5 * near) * rng.uniform(0.7, 1.15)
            if i > 4 and abs(x / w - 0.58) < 0.3:
                continue
            wide = tall * 0.021
            sheet.polygon(
                [(x - wide, foot), (x - 2, foot - tall), (x + 2, foot - tall), (x + wide, foot)],
                tone,
            )
            conifer(rng, sheet, x, foot - tall * rng.uniform(0.05, 0.25), tall * 0.85, tone)
        sheet.polygon(hill(rng, w, foot, h * 0.012), mix(tone, rgb("56654a"), 0.25))
        picture = sheet.done()
        mist = noise(rng, h, w, 190, 4, stretch=3)
        low = smooth(foot - h * 0.45, foot + h * 0.08, rows)
        cover = (1 - near) * low * (0.35 + 0.75 * mist)
        picture = blend(picture, rgb("dfe3dd"), np.clip(cover, 0, 0.9))
    sheet = Sheet(picture)
    blades(
        rng,
        sheet,
        2200,
        (0, h * 0.9, w, h * 1.06),
        h * 0.09,
        [rgb("34452c"), rgb("4b5a35"), rgb("26331f")],
    )
    return sheet.done()


def autumn_forest(rng: Rng, h: int, w: int) -> Picture:
    """A path under golden and red trees."""
    rows, columns = grid(h, w)
    picture = gradient(h, w, [(0, "f4e3b2"), (0.45, "fdf0cf"), (0.56, "e9c883"), (1, "8a4f22")])
    back = noise(rng, h, w, 90, 6)
    far = ramp(back, [(0.1, "9b5a22"), (0.4, "d78a2b"), (0.6, "f1b847"), (0.9, "fbe3a0")])
    picture = blend(picture, far, smooth(h * 0.6, h * 0.25, rows + 160 * (back - 0.5)) * 0.75)
    floor = noise(rng, h, w, 18, 4, stretch=2.2)
    leaves = ramp(floor, [(0.1, "5a2d14"), (0.35, "9c4a1a"), (0.55, "d07a24"), (0.8, "f0b040")])
    picture = blend(picture, leaves, smooth(h * 0.55, h * 0.6, rows))
    t = np.clip((rows / h - 0.56) / 0.44, 0, 1)
    middle = w * (0.52 + 0.05 * np.sin(t * 4))
    path = smooth(1.05, 0.85, np.abs(columns - middle) / (w * (0.012 + 0.2 * t**1.1)) + 0.3 * (floor - 0.5))
    earth = ramp(floor, [(0.1, "8d6a48"), (0.8, "d8b98c")])
    picture = blend(picture, earth, path * smooth(h * 0.555, h * 0.58, rows) * 0.85)
    golds = [rgb("e8a32a"), rgb("f2c14a"), rgb("d9721f"), rgb("c2431d")]
    spots = [
        (s * (0.09 + 0.46 * n**1.2) * rng.uniform(0.95, 1.15), n)
        for n in np.linspace(0.02, 1, 9)
        for s in (-1, 1)
    ]
    sheet = Sheet(picture)
    for _ in range(2600):
        d = rng.random() ** 0.6
        y = h * (0.6 + 0.4 * d)
        r = 1.5 + 5.5 * d
        sheet.disc(rng.uniform(0, w), y, r, r * 0.5, vary(rng, golds[int(rng.integers(4))], 0.06))
    for side, near in spots:
        x = w * (0.52 + side)
        foot = h * (0.575 + 0.34 * near)
        tall = h * (0.24 + 0.78 * near)
        fade = 0.6 * (1 - near) ** 2
        first = int(rng.integers(4))
        tones = [mix(golds[(first + k) % 4], rgb("fbe6b4"), fade) for k in range(3)]
        bark = mix(rgb("34241c"), rgb("c9a878"), fade)
        for k in range(5):
            shade = x + (k - 2) * tall * 0.03
            sheet.line(
                [(shade, foot), (shade - tall * 0.32, foot + tall * 0.09)],
                vary(rng, rgb("6b3817"), 0.03),
                3,
            )
        broadleaf(rng, sheet, x, foot, tall, bark, tones, leaf=0.0065, count=int(1800 + 4200 * near))
    picture = sheet.done()
    return add(picture, (1.0, 0.8, 0.42), glow(h, w, w * 0.52, h * 0.44, h * 0.17) * 0.75)


def waterfall(rng: Rng, h: int, w: int) -> Picture:
    """White water down a mossy cliff into a green pool."""
    rows, columns = grid(h, w)
    crag = noise(rng, h, w, 150, 7, gain=0.56, stretch=0.7)
    light = np.clip(0.4 + (crag - np.roll(crag, (7, 5), (0, 1))) * 4.2, 0, 1)
    rock = ramp(light, [(0, "12161a"), (0.4, "3d4240"), (0.75, "727469"), (1, "a3a08c")])
    moss = noise(rng, h, w, 110, 6)
    green = ramp(light, [(0, "13260f"), (0.5, "3f6a24"), (1, "86a944")])
    side = np.abs(columns / w - 0.5)
    picture = blend(rock, green, smooth(0.42, 0.62, moss + (side - 0.22) * 0.7) * 0.92)
    picture = picture * (0.72 + 0.4 * smooth(0.12, 0.4, side))[..., None]
    lip = h * 0.17 + (noise(rng, h, w, 130, 4)[10] - 0.5)[None, :] * 40
    sky = gradient(h, w, [(0, "b7d3e6"), (0.2, "eef3ee"), (1, "eef3ee")])
    picture = blend(picture, sky, smooth(3, -3, rows - lip + 60 * smooth(0.12, 0.5, side) * 1.4))
    sheet = Sheet(picture)
    for x in np.sort(rng.uniform(0, w, 70)):
        if abs(x / w - 0.5) > 0.11:
            top = lip.min() - 40 * abs(x / w - 0.5) + rng.uniform(0, 50)
            conifer(rng, sheet, x, top + 40, h * rng.uniform(0.07, 0.17), vary(rng, rgb("274a24"), 0.03))
    picture = sheet.done()
    pool = h * 0.78
    t = np.clip((rows - lip) / (pool - lip), 0, 1)
    threads = noise(rng, h, w, 400, 7, stretch=0.05, gain=0.62)
    ledge = 26 * np.sin(t * 14) * t
    half = w * (0.085 + 0.075 * t**0.8) + (noise(rng, h, w, 160, 5) - 0.5) * 70 + ledge
    off = columns - w * (0.5 + 0.02 * np.sin(t * 5))
    fall = (
        smooth(1.15, 0.45, np.abs(off) / half + 0.55 * (0.5 - threads))
        * smooth(-6, 10, rows - lip)
        * (rows < pool + 30)
    )
    white = ramp(threads + 0.12 * t, [(0.15, "7f9fb0"), (0.4, "d3e2ea"), (0.65, "ffffff")])
    picture = blend(picture, white, np.clip(fall * (0.6 + 0.5 * smooth(0.2, 0.6, threads)), 0, 1))
    ripple = noise(rng, h, w, 26, 5, stretch=5)
    water = ramp(ripple, [(0.1, "123a3c"), (0.5, "2f7470"), (0.75, "79b9ab"), (0.95, "e6f6f0")])
    mirror = picture[
        np.clip(2 * pool - rows + 60 * (ripple - 0.5), 0, h - 1).astype(int), columns.astype(int)
    ]
    water = blend(water, mirror, 0.35)
    picture = blend(picture, water, smooth(-4, 6, rows - pool - 14 * np.sin(columns / w * 9)))
    mist = np.exp(-((off / (w * 0.24)) ** 2) - ((rows - pool) / (h * 0.055)) ** 2)
    picture = blend(
        picture, (0.97, 0.99, 1), np.clip(mist * (0.55 + 0.7 * noise(rng, h, w, 120, 5)), 0, 0.96)
    )
    sheet = Sheet(picture)
    for _ in range(16):
        edge = rng.choice([-1, 1])
        x, y = w * (0.5 + edge * rng.uniform(0.26, 0.52)), h * rng.uniform(0.8, 1.0)
        r = (y - h * 0.72) * rng.uniform(0.25, 0.5)
        for k in range(12):
            s = 1 - k / 13
            sheet.disc(
                x - k * r * 0.025,
                y - k * r * 0.035,
                r * s,
                r * 0.62 * s,
                mix(rgb("1b211f"), rgb("7c8074"), k / 14),
            )
    return sheet.done()


def campfire(rng: Rng, h: int, w: int) -> Picture:
    """A fire of logs at night among trees and stars."""
    rows, columns = grid(h, w)
    picture = gradient(h, w, [(0, "050914"), (0.6, "14233a"), (0.72, "1d2a38"), (1, "0b0908")])
    picture = stars(rng, picture, 700, (rows < h * 0.66).astype(np.float32))
    sheet = Sheet(picture)
    for x in rng.uniform(-40, w + 40, 60):
        tall = h * (0.16 + 0.75 * abs(x / w - 0.5) ** 1.2) * rng.uniform(0.7, 1.2)
        conifer(rng, sheet, x, h * 0.74, tall, rgb("060b0e"))
    picture = sheet.done()
    earth = ramp(noise(rng, h, w, 24, 5, stretch=2.5), [(0, "2a1c12"), (0.6, "6b4a2d"), (1, "9c7145")])
    x0, y0 = w * 0.5, h * 0.84
    reach = np.hypot((columns - x0) / 1.7, (rows - y0) * 1.9)
    lit = 1 / (1 + (reach / (h * 0.22)) ** 2)
    picture = blend(picture, earth * (0.07 + 1.0 * lit)[..., None], smooth(h * 0.72, h * 0.745, rows))
    sheet = Sheet(picture)
    tent = [(w * 0.1, h * 0.8), (w * 0.21, h * 0.54), (w * 0.34, h * 0.8)]
    sheet.polygon(tent, rgb("8a5a2a"))
    sheet.polygon([tent[1], tent[2], (w * 0.385, h * 0.765), (w * 0.25, h * 0.535)], rgb("c2803a"))
    sheet.polygon([(w * 0.19, h * 0.8), tent[1], (w * 0.25, h * 0.8)], rgb("2b1a10"))
    for k in range(15):
        a = k / 15 * 2 * np.pi
        x, y = x0 + np.cos(a) * h * 0.2, y0 + np.sin(a) * h * 0.062
        for j in range(6):
            s = h * 0.028 * (1 - j / 7)
            sheet.disc(
                x - np.cos(a) * j * 2,
                y - j * 2,
                s,
                s * 0.7,
                mix(rgb("1c1714"), rgb("a06a40"), j / 8 * (1 if np.sin(a) < 0 else 0.6)),
            )
    for start, end in (
        ((-0.17, 0.02), (0.13, -0.05)),
        ((0.17, 0.025), (-0.12, -0.05)),
        ((-0.13, 0.045), (0.16, 0.035)),
        ((-0.05, 0.06), (0.02, -0.09)),
    ):
        p = (x0 + start[0] * h, y0 + start[1] * h)
        q = (x0 + end[0] * h, y0 + end[1] * h)
        for j, tone in enumerate(("20130c", "4a2c18", "8a4f24")):
            sheet.line([(p[0], p[1] - j * 5), (q[0], q[1] - j * 5)], rgb(tone), h * 0.036 - j * 14)
        sheet.disc(*p, h * 0.018, h * 0.02, rgb("b98a58"))
    picture = sheet.done()
    field = tile(rng, 512, 1.9)
    up = (y0 + h * 0.01 - rows) / (h * 0.46)
    sway = sum(np.sin(up * f + p) * g for f, p, g in ((5, 0.4, 0.03), (11, 2, 0.02))) * h
    curl = field[(rows * 0.5 + columns * 0.08).astype(int) % 512, (columns * 0.62).astype(int) % 512]
    tongue = noise(rng, h, w, 210, 5, stretch=0.4)
    shape = (np.abs(columns - x0 + sway * np.clip(up, 0, 1)) / (h * 0.125)) ** 1.3
    heat = (
        1.15
        - shape
        - np.clip(up, 0, 2) * 1.0
        + (tongue - 0.5) * 1.5 * np.clip(up + 0.25, 0, 1)
        + 0.06 * curl * up
    )
    heat = heat * smooth(-0.06, 0.03, up)
    flame = smooth(0.06, 0.42, heat)
    blaze = ramp(heat, [(0, "b3240a"), (0.25, "ee5a10"), (0.5, "ffa626"), (0.8, "ffe27a"), (1.1, "fffbe2")])
    picture = add(picture, (1.0, 0.45, 0.12), glow(h, w, x0, y0 - h * 0.12, h * 0.16) * 0.75)
    picture = blend(picture, blaze, flame)
    pen = Sheet(np.zeros((h, w, 3), dtype=np.float32))
    for _ in range(130):
        y = y0 - rng.exponential(0.25) * h - h * 0.1
        x = x0 + rng.normal(0, 0.04 + 0.16 * (y0 - y) / h) * h
        r = rng.uniform(1, 3.2)
        pen.disc(x, y, r, r, (1, 1, 1))
    spark = pen.done()[..., 0]
    return add(picture, (1.0, 0.5, 0.12), 1.8 * spark + 2 * blur(spark, 4))
