"""Paint pictures as float arrays: noise, gradients, blends and strokes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Plane = NDArray[np.floating[Any]]
"""One number a pixel, or many numbers of any shape."""
Picture = NDArray[np.floating[Any]]
"""Shape (height, width, 3), red green blue, 0 to 1, gamma as on screen."""
Colour = tuple[float, float, float]
Point = tuple[float, float]
Rng = np.random.Generator


def vec(values: Sequence[float]) -> Plane:
    """Numbers as an array that keeps pictures at 32 bits."""
    return np.array(values, dtype=np.float32)


def rgb(text: str) -> Colour:
    """A colour from six hexadecimal digits."""
    return tuple(int(text[i : i + 2], 16) / 255 for i in (0, 2, 4))  # type: ignore[return-value]


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """The colour a fraction t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def vary(rng: Rng, colour: Colour, amount: float) -> Colour:
    """The colour, a little lighter or darker and a little off in hue, at random."""
    shift = rng.normal(0, amount) + rng.normal(0, amount / 3, 3)
    return (colour[0] + shift[0], colour[1] + shift[1], colour[2] + shift[2])


def smooth(low: Plane | float, high: Plane | float, value: Plane) -> Plane:
    """0 below low, 1 above high, an S between them; low may be the larger."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)


def fill(height: int, width: int, colour: Colour) -> Picture:
    """A picture of one colour."""
    return np.tile(vec(colour), (height, width, 1))


def ramp(values: Plane, stops: Sequence[tuple[float, str]]) -> Picture:
    """Colours for values between stops, each a value and six hexadecimal digits, rising."""
    at = [stop for stop, _ in stops]
    colours = [rgb(text) for _, text in stops]
    bands = [np.interp(values, at, [colour[i] for colour in colours]) for i in range(3)]
    return np.stack(bands, axis=-1).astype(np.float32)


def gradient(height: int, width: int, stops: Sequence[tuple[float, str]]) -> Picture:
    """A picture running down the stops; 0 is the top row and 1 the bottom one."""
    column = ramp(np.linspace(0, 1, height, dtype=np.float32), stops)
    return np.repeat(column[:, None, :], width, axis=1)


def grid(height: int, width: int) -> tuple[Plane, Plane]:
    """Each pixel's row and column, counted from the top left."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    return rows, columns


def blend(picture: Picture, colour: Colour | Picture, alpha: Plane | float) -> Picture:
    """The picture covered by a colour, or another picture, as far as alpha says."""
    weight = np.asarray(alpha, dtype=np.float32)[..., None]
    return picture + (np.asarray(colour, dtype=np.float32) - picture) * weight


def add(picture: Picture, colour: Colour, amount: Plane) -> Picture:
    """The picture with light of a colour laid over it; never whiter than white."""
    light = np.clip(amount, 0, None)[..., None] * vec(colour)
    return 1 - (1 - np.clip(picture, 0, 1)) * np.exp(-light).astype(np.float32)


def noise(
    rng: Rng,
    height: int,
    width: int,
    cell: float,
    octaves: int = 6,
    *,
    gain: float = 0.5,
    stretch: float = 1.0,
) -> Plane:
    """Summed octaves of smooth noise, 0 to 1; the coarsest cell is `cell` pixels high."""
    total = np.zeros((height, width), dtype=np.float32)
    weight = 1.0
    for _ in range(octaves):
        if cell < 1:
            break
        shape = (int(height / cell) + 3, int(width / (cell * stretch)) + 3)
        coarse = Image.fromarray(rng.random(shape, dtype=np.float32))
        # A random origin keeps the lattices of the octaves from lining up.
        left, top = rng.random(2)
        box = (left, top, left + width / (cell * stretch), top + height / cell)
        fine = coarse.resize((width, height), Image.Resampling.BICUBIC, box=box)
        total += weight * np.asarray(fine)
        weight *= gain
        cell /= 2
    result: Plane = (total - total.min()) / max(float(np.ptp(total)), 1e-6)
    return result


def tile(rng: Rng, size: int, fall: float, *, squash: float = 1.0) -> Plane:
    """A square of noise that repeats without a seam, mean 0, deviation 1.

    A larger `fall` is smoother; `squash` above 1 draws its features out sideways.
    """
    fy = np.fft.fftfreq(size)[:, None]
    fx = np.fft.rfftfreq(size)[None, :] * squash
    radius = np.sqrt(fx * fx + fy * fy)
    radius[0, 0] = 1
    spectrum = np.fft.rfft2(rng.standard_normal((size, size))) / radius**fall
    spectrum[0, 0] = 0
    plane = np.fft.irfft2(spectrum, s=(size, size)).astype(np.float32)
    return np.asarray(plane / plane.std(), dtype=np.float32)


def sample(plane: Plane, row: Plane, column: Plane) -> Plane:
    """The plane between its pixels, repeating beyond its edges."""
    height, width = plane.shape[:2]
    r0 = np.floor(row)
    c0 = np.floor(column)
    fr = (row - r0).astype(np.float32)
    fc = (column - c0).astype(np.float32)
    if plane.ndim == 3:
        fr, fc = fr[..., None], fc[..., None]
    r = r0.astype(np.int64) % height
    c = c0.astype(np.int64) % width
    r1, c1 = (r + 1) % height, (c + 1) % width
    upper = plane[r, c] * (1 - fc) + plane[r, c1] * fc
    lower = plane[r1, c] * (1 - fc) + plane[r1, c1] * fc
    return np.asarray(upper * (1 - fr) + lower * fr, dtype=np.float32)


def blur(plane: Plane, radius: float) -> Plane:
    """A plane or a picture under three box blurs, near enough to a Gaussian."""
    if plane.ndim == 3:
        return np.stack([blur(plane[..., i], radius) for i in range(plane.shape[2])], axis=-1)
    # Pillow blurs bytes only; cumulative sums keep the faint glows of night scenes unbanded.
    width = max(1, round(radius))
    for axis in (0, 1, 0, 1, 0, 1):
        pad = [(0, 0), (0, 0)]
        pad[axis] = (width + 1, width)
        sums = np.cumsum(np.pad(plane, pad, mode="edge"), axis=axis, dtype=np.float64)
        span = 2 * width + 1
        length = plane.shape[axis]
        upper = np.take(sums, range(span, span + length), axis=axis)
        lower = np.take(sums, range(length), axis=axis)
        plane = ((upper - lower) / span).astype(np.float32)
    return plane


def glow(height: int, width: int, x: float, y: float, radius: float) -> Plane:
    """Light around a point: 1 at its middle, a half at the radius, a long tail."""
    rows, columns = grid(height, width)
    return 1 / (1 + ((columns - x) ** 2 + (rows - y) ** 2) / radius**2)


def curve(points: Sequence[Point], steps: int = 12, *, closed: bool = True) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    p = np.array(points, dtype=np.float64)
    p = np.vstack([p[-1:], p, p[:2]]) if closed else np.vstack([p[:1], p, p[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out: list[Point] = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True):
        piece = b + t * (c - a) / 2 + t**2 * (a - 2.5 * b + 2 * c - d / 2)
        piece = piece + t**3 * (1.5 * b - a / 2 - 1.5 * c + d / 2)
        out.extend((float(x), float(y)) for x, y in piece)
    return out


class Sheet:
    """A picture to draw strokes on: lines, discs and polygons, smoothed when it is done."""

    def __init__(self, picture: Picture, scale: int = 2) -> None:
        height, width = picture.shape[:2]
        self._size = (width, height)
        self._scale = scale
        pixels = Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
        self._image = pixels.resize((width * scale, height * scale), Image.Resampling.BICUBIC)
        self.pen = ImageDraw.Draw(self._image)

    def _points(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self._scale, y * self._scale) for x, y in points]

    def polygon(self, points: Iterable[Point], colour: Colour) -> None:
        """A filled shape."""
        self.pen.polygon(self._points(points), fill=_bytes(colour))

    def line(self, points: Iterable[Point], colour: Colour, width: float) -> None:
        """A stroke `width` pixels thick."""
        thick = max(1, round(width * self._scale))
        self.pen.line(self._points(points), fill=_bytes(colour), width=thick, joint="curve")

    def disc(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """A filled ellipse about x, y."""
        s = self._scale
        box = ((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s)
        self.pen.ellipse(box, fill=_bytes(colour))

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """A filled rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def done(self) -> Picture:
        """The picture with all strokes."""
        reduced = self._image.resize(self._size, Image.Resampling.BOX)
        return np.asarray(reduced, dtype=np.float32) / 255


def stencil(height: int, width: int, *shapes: Iterable[Point]) -> Plane:
    """1 inside the shapes and 0 outside, with soft edges."""
    sheet = Sheet(np.zeros((height, width, 3), dtype=np.float32))
    for shape in shapes:
        sheet.polygon(shape, (1, 1, 1))
    return sheet.done()[..., 0]


def finish(rng: Rng, picture: Picture, size: tuple[int, int], grain: float) -> Image.Image:
    """The picture at its final width and height, its corners a little darker, with fine grain."""
    image = Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
    image = image.resize(size, Image.Resampling.LANCZOS)
    width, height = size
    pixels: Plane = np.asarray(image, dtype=np.float32)
    if grain > 0:
        rows, columns = grid(height, width)
        far = ((rows / height - 0.5) ** 2 + (columns / width - 0.5) ** 2) * 2
        speck = rng.normal(0, 255 * grain, (height, width)).astype(np.float32)
        pixels = pixels * (1 - 0.16 * far**1.5)[..., None] + speck[..., None]
        image = Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))
        return image.filter(ImageFilter.GaussianBlur(0.3))
    return image


def _bytes(colour: Colour) -> tuple[int, int, int]:
    r, g, b = (min(255, max(0, round(c * 255))) for c in colour)
    return (r, g, b)
