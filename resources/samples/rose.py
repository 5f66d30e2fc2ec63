"""A rose from close by."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Plane,
    Point,
    Rng,
    Sheet,
    blend,
    blur,
    curve,
    grid,
    mix,
    noise,
    ramp,
    rgb,
    smooth,
    stencil,
)


def red_rose(rng: Rng, h: int, w: int) -> Picture:
    """A red rose from close by, drops of dew on it."""
    rows, columns = grid(h, w)
    soft = noise(rng, h, w, 420, 4)
    picture = ramp(soft, [(0, "10200f"), (0.5, "2c4a22"), (0.8, "5f7f3a"), (1, "93a85a")])
    picture = blur(picture, 20)
    cx, cy, size = w * 0.5, h * 0.49, h * 0.43
    picture = _leaves(picture, soft, (cx, cy), size)
    count = 38
    for i in range(count):
        t = i / (count - 1)
        a = i * 2.39996 + rng.normal(0, 0.12)
        out = size * (1 - t) ** 0.8
        # A petal is a broad cup; later ones lie further in, smaller, more upright and darker.
        reach = 0.5 * out + size * 0.1
        px, py = cx + np.cos(a) * out * 0.52, cy + np.sin(a) * out * 0.52 - size * 0.02 * (1 - t)
        turn = np.linspace(0, 2 * np.pi, 26, endpoint=False)
        frill = 1 + 0.035 * np.sin(turn * 5 + i) + 0.02 * np.sin(turn * 9 + 2 * i)
        radial, wide = reach * 0.86, reach * (1.12 - 0.2 * t)
        bow = np.where(np.cos(turn) > 0, np.abs(np.cos(turn)) ** 0.75, -np.abs(np.cos(turn)))
        u, v = bow * radial * frill, np.sin(turn) * wide * frill
        shape = curve(
            [
                (
                    float(px + np.cos(a) * p - np.sin(a) * q),
                    float(py + np.sin(a) * p + np.cos(a) * q),
                )
                for p, q in zip(u, v, strict=True)
            ],
            4,
        )
        mask = stencil(h, w, shape)
        shadow = np.clip(blur(mask, max(4.0, float(reach) * 0.09)) * 1.25 - mask, 0, 1)
        picture = picture * (1 - 0.62 * shadow)[..., None]
        run = ((columns - px) * np.cos(a) + (rows - py) * np.sin(a)) / radial
        across = (-(columns - px) * np.sin(a) + (rows - py) * np.cos(a)) / wide
        rim = smooth(0.62, 1.0, np.sqrt(run**2 * (run > 0) + across**2 * 0.8))
        lit = 0.36 + 0.25 * run + 0.34 * rim - 0.16 * (np.cos(a) * 0.5 + np.sin(a)) * (1 - t) - 0.1 * t
        streak = 0.03 * np.sin(across * 60 + 3 * soft * 20)
        tone = ramp(
            lit + streak,
            [(0, "2e0209"), (0.28, "8a0a1c"), (0.52, "c4162c"), (0.78, "e8485a"), (1.05, "f9a3a6")],
        )
        picture = blend(picture, tone, mask)
    sheet = Sheet(picture)
    for k in range(44):
        a, q = k * 0.42, size * 0.085 * (1 - k / 46)
        b = a + 0.5
        sheet.line(
            [
                (cx + np.cos(a) * q, cy + np.sin(a) * q),
                (cx + np.cos(b) * q * 0.97, cy + np.sin(b) * q * 0.97),
            ],
            mix(rgb("4a0510"), rgb("d8384c"), (k % 8) / 8),
            size * 0.012,
        )
    picture = sheet.done()
    return _dew(rng, picture, (cx, cy), size)


def _leaves(picture: Picture, soft: Plane, middle: Point, size: float) -> Picture:
    h, w = soft.shape
    rows, columns = grid(h, w)
    cx, cy = middle
    for a in (0.6, 2.5, 3.9, 5.4):
        steps = np.linspace(0, 1, 30)
        side = np.sin(np.pi * steps) ** 0.8 * 0.26
        ux, uy = np.cos(a), np.sin(a)
        along = 0.55 + 0.68 * steps
        edge = [
            (cx + size * (ux * p - uy * q), cy + size * (uy * p + ux * q))
            for p, q in zip(along, side, strict=True)
        ]
        edge += [
            (cx + size * (ux * p + uy * q), cy + size * (uy * p - ux * q))
            for p, q in zip(along[::-1], side[::-1], strict=True)
        ]
        mask = stencil(h, w, edge)
        across = ((columns - cx) * -uy + (rows - cy) * ux) / size
        run = ((columns - cx) * ux + (rows - cy) * uy) / size
        vein = (
            smooth(0.012, 0.0, np.abs(((run - np.abs(across) * 0.8) * 12) % 1 - 0.5) * 0.08) * 0.12
            + smooth(0.014, 0.004, np.abs(across)) * 0.25
        )
        leaf = ramp(
            0.45 + 0.9 * across + 0.2 * (soft - 0.5) + vein,
            [(0, "143014"), (0.5, "2f6428"), (1, "7fae55")],
        )
        picture = blend(picture, leaf, mask)
    return picture


def _dew(rng: Rng, picture: Picture, middle: Point, size: float) -> Picture:
    h, w = picture.shape[:2]
    rows, columns = grid(h, w)
    cx, cy = middle
    for _ in range(34):
        a, q = rng.uniform(0, 6.28), size * rng.uniform(0.25, 0.9)
        dx, dy, r = cx + np.cos(a) * q, cy + np.sin(a) * q, size * rng.uniform(0.008, 0.024)
        away = np.hypot(columns - dx, rows - dy) / r
        inside = smooth(1.05, 0.9, away)
        drop = 0.75 + 0.5 * ((rows - dy) / r * 0.5 + (columns - dx) / r * 0.3)
        picture = picture * (1 - inside * (1 - np.clip(drop, 0.5, 1.4)))[..., None]
        spark = smooth(0.35, 0.1, np.hypot(columns - dx + r * 0.35, rows - dy + r * 0.35) / r)
        picture = blend(np.clip(picture, 0, 1), (1, 1, 1), spark * 0.9)
    return np.clip(picture, 0, 1)
