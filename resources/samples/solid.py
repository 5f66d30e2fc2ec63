"""Solid things under a light: rays march to a shape given by its distance, and are shaded there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from paint import (
    Colour,
    Picture,
    Plane,
    blend,
    gradient,
    grid,
    ramp,
    rgb,
    sample,
    smooth,
    tile,
    vec,
)

Shape = Callable[[Plane, Plane, Plane], Plane]
"""The distance from points (right, up, away) to a surface; negative inside."""
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Part:
    """A shape and what it is made of."""

    shape: Shape
    colour: Colour | Callable[[Plane, Plane, Plane], Picture]
    gloss: float = 0.0
    glow: float = 0.0


@dataclass(frozen=True)
class Light:
    """A sun far away, and the sky's fill light from above and below."""

    toward: Vector = (-0.5, 0.8, -0.5)
    sun: Colour = (2.3, 2.15, 1.9)
    above: Colour = (0.55, 0.6, 0.7)
    below: Colour = (0.3, 0.26, 0.22)
    softness: float = 9.0
    """Lower makes broader penumbras."""


def ball(x: float, y: float, z: float, r: float, squash: float = 1.0) -> Shape:
    """A sphere, flatter for a squash below 1."""
    return lambda px, py, pz: (
        (np.sqrt((px - x) ** 2 + ((py - y) / squash) ** 2 + (pz - z) ** 2) - r) * min(1.0, squash)
    )


def box(x: float, y: float, z: float, wide: float, tall: float, deep: float, edge: float = 0.01) -> Shape:
    """A box about a point, half sizes given, its edges rounded."""

    def distance(px: Plane, py: Plane, pz: Plane) -> Plane:
        qx = np.abs(px - x) - wide + edge
        qy = np.abs(py - y) - tall + edge
        qz = np.abs(pz - z) - deep + edge
        outside = np.sqrt(np.maximum(qx, 0) ** 2 + np.maximum(qy, 0) ** 2 + np.maximum(qz, 0) ** 2)
        result: Plane = outside + np.minimum(np.maximum(qx, np.maximum(qy, qz)), 0) - edge
        return result

    return distance


def drum(
    x: float, y: float, z: float, r: float, tall: float, edge: float = 0.01, flare: float = 0.0
) -> Shape:
    """An upright cylinder, half height given; flare widens its top and narrows its foot."""

    def distance(px: Plane, py: Plane, pz: Plane) -> Plane:
        radius = r + flare * (py - y) / tall
        qr = np.sqrt((px - x) ** 2 + (pz - z) ** 2) - radius + edge
        qy = np.abs(py - y) - tall + edge
        outside = np.sqrt(np.maximum(qr, 0) ** 2 + np.maximum(qy, 0) ** 2)
        result: Plane = (outside + np.minimum(np.maximum(qr, qy), 0) - edge) * 0.9
        return result

    return distance


def rod(a: Vector, b: Vector, r: float) -> Shape:
    """A round stick from a to b."""
    ax, ay, az = a
    dx, dy, dz = b[0] - ax, b[1] - ay, b[2] - az
    square = dx * dx + dy * dy + dz * dz

    def distance(px: Plane, py: Plane, pz: Plane) -> Plane:
        t = np.clip(((px - ax) * dx + (py - ay) * dy + (pz - az) * dz) / square, 0, 1)
        result: Plane = (
            np.sqrt((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2 + (pz - az - t * dz) ** 2) - r
        )
        return result

    return distance


def ring(x: float, y: float, z: float, r: float, thick: float, *, upright: bool = False) -> Shape:
    """A torus lying flat, or upright facing the viewer."""

    def distance(px: Plane, py: Plane, pz: Plane) -> Plane:
        u, v, n = (px - x, py - y, pz - z) if upright else (px - x, pz - z, py - y)
        result: Plane = np.sqrt((np.sqrt(u * u + v * v) - r) ** 2 + n * n) - thick
        return result

    return distance


def floor(level: float = 0.0) -> Shape:
    """Everything below a level."""
    return lambda _right, py, _away: py - level


def join(*shapes: Shape) -> Shape:
    """All of the shapes."""
    return lambda px, py, pz: np.minimum.reduce([s(px, py, pz) for s in shapes])


def cut(shape: Shape, *holes: Shape) -> Shape:
    """The shape without the holes."""
    return lambda px, py, pz: np.maximum.reduce([shape(px, py, pz), *(-s(px, py, pz) for s in holes)])


def melt(soft: float, *shapes: Shape) -> Shape:
    """The shapes, flowing into one another over a soft distance."""

    def distance(px: Plane, py: Plane, pz: Plane) -> Plane:
        out = shapes[0](px, py, pz)
        for shape in shapes[1:]:
            other = shape(px, py, pz)
            t = np.clip(0.5 + 0.5 * (other - out) / soft, 0, 1)
            out = other * (1 - t) + out * t - soft * t * (1 - t)
        return out

    return distance


def _unit(v: Sequence[float]) -> NDVector:
    a = np.asarray(v, dtype=np.float32)
    return a / np.float32(np.linalg.norm(a))


NDVector = np.ndarray[tuple[int], np.dtype[np.float32]]


def render(
    parts: Sequence[Part],
    backdrop: Picture,
    *,
    eye: Vector,
    target: Vector,
    focal: float = 1.5,
    light: Light | None = None,
    far: float = 12.0,
) -> Picture:
    """The parts before a backdrop; focal is in heights of the picture."""
    light = light or Light()
    h, w = backdrop.shape[:2]
    forward = _unit([t - e for t, e in zip(target, eye, strict=True)])
    right = _unit([forward[2], 0, -forward[0]])
    up = np.cross(forward, right)
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float32)
    u = ((columns - w / 2) / h).ravel()[:, None]
    v = ((h / 2 - rows) / h).ravel()[:, None]
    ray = u * right + v * up + focal * forward
    ray = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).astype(np.float32)
    origin = np.array(eye, dtype=np.float32)
    everything = join(*(part.shape for part in parts))
    t = np.full(h * w, 0.05, dtype=np.float32)
    active = np.arange(h * w)
    hit = np.zeros(h * w, dtype=bool)
    for _ in range(110):
        p = origin + ray[active] * t[active, None]
        step = everything(p[:, 0], p[:, 1], p[:, 2])
        t[active] += step * 0.95
        near = step < 0.0006 * t[active]
        hit[active[near]] = True
        active = active[~near & (t[active] < far)]
        if not len(active):
            break
    out = backdrop.reshape(-1, 3).copy()
    where = np.flatnonzero(hit)
    p = origin + ray[where] * t[where, None]
    out[where] = _shade(parts, everything, p, ray[where], light)
    return out.reshape(h, w, 3)


def _shade(parts: Sequence[Part], everything: Shape, p: Plane, ray: Plane, light: Light) -> Plane:
    x, y, z = p[:, 0], p[:, 1], p[:, 2]
    e = np.float32(0.0015)
    # A tetrahedron of four samples gives the normal with fewer looks than six.
    normal = np.zeros_like(p)
    for k in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        d = everything(x + e * k[0], y + e * k[1], z + e * k[2])
        normal += d[:, None] * vec(k)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    which = np.argmin(np.stack([part.shape(x, y, z) for part in parts]), axis=0)
    colour = np.zeros_like(p)
    gloss = np.zeros(len(p), dtype=np.float32)
    glow = np.zeros(len(p), dtype=np.float32)
    for i, part in enumerate(parts):
        at = which == i
        if at.any():
            paint = part.colour(x[at], y[at], z[at]) if callable(part.colour) else part.colour
            colour[at] = np.asarray(paint, dtype=np.float32) ** 2.2
            gloss[at], glow[at] = part.gloss, part.glow
    sun = _unit(light.toward)
    start = p + normal * 0.004
    shadow = np.ones(len(p), dtype=np.float32)
    along = np.full(len(p), 0.012, dtype=np.float32)
    for _ in range(34):
        q = start + sun * along[:, None]
        d = everything(q[:, 0], q[:, 1], q[:, 2])
        shadow = np.minimum(shadow, np.clip(0.5 + 0.5 * light.softness * d / along, 0, 1))
        along += np.clip(d, 0.012, 0.25)
    shadow = shadow * shadow * (3 - 2 * shadow)
    open_sky = np.ones(len(p), dtype=np.float32)
    for reach, weight in ((0.03, 0.3), (0.09, 0.3), (0.22, 0.3)):
        q = p + normal * np.float32(reach)
        d = everything(q[:, 0], q[:, 1], q[:, 2])
        open_sky -= weight * np.clip(1 - d / reach, 0, 1)
    facing = np.clip(normal @ sun, 0, 1) * shadow
    height = (0.5 + 0.5 * normal[:, 1])[:, None]
    fill_light = vec(light.below) * (1 - height) + vec(light.above) * height
    half = sun - ray
    half /= np.linalg.norm(half, axis=1, keepdims=True)
    spec = np.clip((normal * half).sum(1), 0, 1)
    rim = np.clip(1 + (normal * ray).sum(1), 0, 1) ** 4
    shine = gloss * (spec**70 * 1.8 * shadow + spec**16 * 0.18 * shadow + 0.35 * rim * open_sky)
    lit = colour * (facing[:, None] * vec(light.sun) + fill_light * open_sky[:, None])
    lit += shine[:, None] * vec(light.sun) * 0.6 + colour * glow[:, None]
    # Reinhard's curve keeps bright paint from burning out.
    return np.asarray(np.clip(lit * (1 + lit / 9) / (1 + lit * 0.55), 0, 1) ** (1 / 2.2))


def wood(seed: int, light: str = "b98350", dark: str = "6e4424") -> Callable[[Plane, Plane, Plane], Picture]:
    """Planks running left to right, with grain."""
    field = tile(np.random.default_rng(seed), 512, 1.6, squash=0.06)

    def colour(x: Plane, _y: Plane, z: Plane) -> Picture:
        plank = np.floor((z + 20) / 0.42)
        grain = sample(field, (z + plank * 3.7) * 260, (x + plank * 1.3) * 120)
        seam = np.abs((z + 20) / 0.42 - plank - 0.5) > 0.485
        value = 0.55 + 0.13 * grain + 0.12 * np.sin(plank * 12.9) - 0.4 * seam
        return ramp(np.asarray(value, dtype=np.float32), [(0, dark), (1, light)])

    return colour


def bokeh(height: int, width: int, stops: list[tuple[float, str]], seed: int, discs: int = 26) -> Picture:
    """An out-of-focus room: soft bands with large pale discs of light."""
    rng = np.random.default_rng(seed)
    picture = gradient(height, width, stops)
    rows, columns = grid(height, width)
    for _ in range(discs):
        x, y = rng.uniform(0, width), rng.uniform(-0.05, 0.5) * height
        r = height * rng.uniform(0.02, 0.06)
        spot = smooth(r, r * 0.86, np.hypot(rows - y, columns - x))
        tone = rgb(["ffe2a8", "fff3da", "ffd08a"][int(rng.integers(3))])
        picture = blend(picture, tone, spot * rng.uniform(0.08, 0.35))
    return picture
