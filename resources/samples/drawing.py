"""A line drawing in pencil: a house, a tree, a fence, the sun."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from paint import Colour, Picture, Point, Rng, Sheet, blend, curve, noise, ramp, rgb, smooth

_LEAD: Colour = (0.16, 0.16, 0.18)


class _Pencil:
    """A hand with a pencil; points are hundredths of the paper's width."""

    def __init__(self, rng: Rng, height: int, width: int) -> None:
        self.rng = rng
        self._sheet = Sheet(np.ones((height, width, 3), dtype=np.float32))
        self._unit = width / 100

    def stroke(self, points: list[Point], width: float = 0.42, bold: int = 2, *, ink: Colour = _LEAD) -> None:
        """A line through the points, gone over `bold` times and never quite hit."""
        for _ in range(bold):
            spots: list[Point] = []
            for (ax, ay), (bx, by) in pairwise(points):
                n = max(2, int(np.hypot(bx - ax, by - ay) / 4))
                spots += [(ax + (bx - ax) * k / n, ay + (by - ay) * k / n) for k in range(n)]
            spots.append(points[-1])
            wobble = self.rng.normal(0, 0.16, (len(spots) // 4 + 3, 2)).cumsum(axis=0) * 0.35
            wobble -= np.linspace(0, 1, len(wobble))[:, None] * wobble[-1]
            at = np.linspace(0, len(wobble) - 1, len(spots))
            wx, wy = (np.interp(at, np.arange(len(wobble)), wobble[:, k]) for k in (0, 1))
            jitter = self.rng.normal(0, 0.14, 2)
            line = [
                ((x + a + jitter[0]) * self._unit, (y + b + jitter[1]) * self._unit)
                for (x, y), a, b in zip(spots, wx, wy, strict=True)
            ]
            self._sheet.line(line, ink, width * self._unit)

    def hatch(self, x0: float, y0: float, x1: float, y1: float, gap: float, slant: float) -> None:
        """Thin parallel lines over a rectangle."""
        for x in np.arange(x0, x1, gap):
            self.stroke([(x, y1), (x + slant, y0)], 0.22, 1, ink=(0.45, 0.45, 0.47))

    def dot(self, x: float, y: float, r: float) -> None:
        """A filled spot."""
        u = self._unit
        self._sheet.disc(x * u, y * u, r * u, r * u, (0.2, 0.2, 0.2))

    def done(self) -> Picture:
        """What was drawn, black on white."""
        return self._sheet.done()


def house_drawing(rng: Rng, h: int, w: int) -> Picture:
    """A pencil drawing of a house, a tree, a fence and the sun."""
    tooth = noise(rng, h, w, 6, 3)
    paper = ramp(tooth * 0.3 + noise(rng, h, w, 500, 3) * 0.4, [(0, "efece3"), (0.7, "fbf9f3")])
    pencil = _Pencil(rng, h, w)
    _house(pencil)
    _tree(pencil)
    _sun(pencil)
    _fence(pencil)
    _path_and_birds(pencil)
    ink = 1 - pencil.done()[..., 0]
    # Graphite catches on the tooth of the paper.
    return blend(paper, rgb("2e2f33"), np.clip(ink * (0.55 + 0.75 * smooth(0.2, 0.6, tooth)), 0, 1))


def _house(pencil: _Pencil) -> None:
    pencil.stroke([(30, 76), (30, 50), (66, 50), (66, 76), (30, 76)])
    pencil.stroke([(26, 51), (48, 30), (70, 51), (26, 51)])
    pencil.stroke([(57, 38), (57, 29), (62, 29), (62, 43)])
    pencil.stroke([(43, 76), (43, 60), (52, 60), (52, 76)])
    pencil.dot(50.4, 68.5, 0.55)
    for x in (34, 56):
        pencil.stroke([(x, 56), (x + 6.5, 56), (x + 6.5, 63), (x, 63), (x, 56)])
        pencil.stroke([(x + 3.2, 56), (x + 3.2, 63)], bold=1)
        pencil.stroke([(x, 59.5), (x + 6.5, 59.5)], bold=1)
    for k in range(5):
        y = 34 + 3.6 * k
        pencil.stroke([(48 - (y - 30) * 1.02, y), (48 + (y - 30) * 1.02, y)], 0.2, 1, ink=(0.5, 0.5, 0.52))
    pencil.hatch(43.6, 61, 51, 75, 1.2, 0.6)


def _tree(pencil: _Pencil) -> None:
    pencil.stroke([(81, 77), (81.5, 58), (79, 50)])
    pencil.stroke([(86, 77), (85, 58), (89, 49)])
    crown: list[Point] = []
    for k in range(13):
        a = k / 13 * 2 * np.pi
        for d, r in ((0, 11.5), (0.24, 14.5)):
            crown.append((84 + np.cos(a + d) * r * 0.86, 42 + np.sin(a + d) * r))
    outline = curve(crown, 8)
    pencil.stroke([*outline, outline[0]])
    for _ in range(26):
        a, r = pencil.rng.uniform(0, 6.28), 9 * pencil.rng.random() ** 0.5
        x, y = 84 + np.cos(a) * r, 42 + np.sin(a) * r
        pencil.stroke(curve([(x - 1, y), (x, y - 0.9), (x + 1, y)], closed=False), 0.25, 1)


def _sun(pencil: _Pencil) -> None:
    pencil.stroke([(17 + 6.5 * np.cos(a), 19 + 6.5 * np.sin(a)) for a in np.linspace(0, 6.4, 40)])
    for a in np.linspace(0, 2 * np.pi, 13)[:-1]:
        pencil.stroke(
            [
                (17 + 8.6 * np.cos(a), 19 + 8.6 * np.sin(a)),
                (17 + 12 * np.cos(a), 19 + 12 * np.sin(a)),
            ],
            0.35,
        )


def _fence(pencil: _Pencil) -> None:
    pencil.stroke([(3, 77), (28, 76.4), (60, 76.6), (97, 77)])
    for x in np.arange(5, 27, 3.6):
        pencil.stroke([(x, 77), (x, 68.6), (x + 1, 67), (x + 2, 68.6), (x + 2, 77)], 0.32, 1)
    pencil.stroke([(4, 71), (28, 71)], 0.3)
    pencil.stroke([(4, 74.4), (28, 74.4)], 0.3)


def _path_and_birds(pencil: _Pencil) -> None:
    pencil.stroke(curve([(43, 76), (41, 82), (46, 88), (42, 97)], closed=False))
    pencil.stroke(curve([(52, 76), (52, 82), (60, 88), (58, 97)], closed=False))
    for x, y in ((44, 14), (52, 18), (60, 12)):
        pencil.stroke(
            curve(
                [(x - 3, y - 1), (x - 1.5, y - 2.2), (x, y), (x + 1.5, y - 2.2), (x + 3, y - 1)],
                closed=False,
            ),
            0.3,
        )
    pencil.stroke(curve([(60, 26), (63, 23), (60, 20), (64, 16), (62, 12)], closed=False), 0.25, 1)
    for x in (8, 14, 22, 68, 74, 92):
        pencil.stroke([(x, 85), (x + 0.6, 81)], 0.25, 1)
        pencil.stroke([(x + 1, 85), (x + 2, 81.6)], 0.25, 1)
