"""Draws what is no photograph: pages, receipts, screenshots, charts; no set at hand holds any to train on."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Pixels = NDArray[np.uint8]
KINDS = ("document", "receipt", "screenshot", "chart")
DRAWN = 224
"""Pixels a side at which sheets are drawn before they are made small."""

_SYLLABLES = (
    "ta",
    "ri",
    "mo",
    "le",
    "na",
    "so",
    "ke",
    "pu",
    "di",
    "ra",
    "lo",
    "ven",
    "tor",
    "bal",
    "sim",
    "gar",
    "pen",
    "tul",
    "fo",
    "wi",
    "st",
    "an",
    "er",
    "in",
    "on",
)


def _word(rng: np.random.Generator) -> str:
    return "".join(rng.choice(_SYLLABLES, int(rng.integers(1, 4))))


def _words(rng: np.random.Generator, most: int) -> str:
    return " ".join(_word(rng) for _ in range(int(rng.integers(1, most + 1))))


def _font(rng: np.random.Generator, low: int, high: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(int(rng.integers(low, high + 1)))


def _shade(rng: np.random.Generator, low: int, high: int) -> tuple[int, int, int]:
    base = int(rng.integers(low, high + 1))
    red, green, blue = (int(np.clip(base + rng.integers(-10, 11), 0, 255)) for _ in range(3))
    return red, green, blue


def _colour(rng: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = (int(v) for v in rng.integers(20, 240, 3))
    return red, green, blue


def _document(rng: np.random.Generator) -> Image.Image:
    wide, tall = int(rng.integers(170, 330)), int(rng.integers(200, 400))
    page = Image.new("RGB", (wide, tall), _shade(rng, 215, 252))
    draw, ink, y = ImageDraw.Draw(page), _shade(rng, 5, 90), int(rng.integers(6, 30))
    margin, size = int(rng.integers(6, 26)), int(rng.integers(6, 13))
    if rng.random() < 0.5:
        draw.text((margin, y), _words(rng, 4).title(), ink, _font(rng, 14, 24))
        y += int(rng.integers(26, 40))
    columns = int(rng.choice([1, 1, 1, 2]))
    column = (wide - margin * (columns + 1)) // columns
    for place in range(columns):
        left, line, letters = margin + place * (column + margin), y, ImageFont.load_default(size)
        while line < tall - 12:
            if rng.random() < 0.12:
                line += size
            else:
                text = _words(rng, 14)[: max(4, int(column / size * 2))]
                draw.text((left, line), text, ink, letters)
            line += int(size * 1.35)
    if rng.random() < 0.25:
        at = int(rng.integers(20, tall // 2))
        draw.rectangle((margin, at, wide - margin, at + int(rng.integers(10, 70))), outline=ink)
    return page


def _receipt(rng: np.random.Generator) -> Image.Image:
    wide, tall = int(rng.integers(130, 230)), int(rng.integers(260, 520))
    strip = Image.new("RGB", (wide, tall), _shade(rng, 200, 254))
    draw, ink, y = ImageDraw.Draw(strip), _shade(rng, 10, 120), int(rng.integers(4, 24))
    letters = ImageFont.load_default(int(rng.integers(7, 12)))
    step = int(rng.integers(9, 16))
    for _ in range(int(rng.integers(2, 7))):
        draw.text((wide / 2, y), _words(rng, 3).upper(), ink, letters, anchor="ma")
        y += step
    while y < tall - step:
        if rng.random() < 0.12:
            draw.line((6, y + 4, wide - 6, y + 4), fill=ink)
        elif rng.random() > 0.08:
            draw.text((6, y), _words(rng, 2).upper()[:14], ink, letters)
            if rng.random() < 0.75:
                draw.text((wide - 6, y), f"{rng.uniform(0.5, 300):.2f}", ink, letters, anchor="ra")
        y += step
    if rng.random() < 0.3:
        for x in range(12, wide - 12, 3):
            draw.line((x, tall - 30, x, tall - 6), fill=ink, width=int(rng.integers(1, 3)))
    return strip


def _screenshot(rng: np.random.Generator) -> Image.Image:
    wide, tall = (DRAWN * 3 // 2, DRAWN) if rng.random() < 0.6 else (DRAWN * 2 // 3, DRAWN * 5 // 4)
    dark = rng.random() < 0.35
    screen = Image.new("RGB", (wide, tall), _shade(rng, 15, 50) if dark else _shade(rng, 225, 254))
    draw, ink = ImageDraw.Draw(screen), _shade(rng, 180, 240) if dark else _shade(rng, 20, 90)
    bar = int(rng.integers(10, 24))
    draw.rectangle((0, 0, wide, bar), fill=_colour(rng) if rng.random() < 0.6 else _shade(rng, 60, 220))
    draw.text((8, 2), _words(rng, 3), ink, ImageFont.load_default(8))
    left = 0
    if rng.random() < 0.6:
        left = int(rng.integers(30, 80))
        draw.rectangle((0, bar, left, tall), fill=_shade(rng, 30, 70) if dark else _shade(rng, 190, 240))
        for y in range(bar + 8, tall - 8, int(rng.integers(12, 20))):
            draw.text((6, y), _word(rng), ink, ImageFont.load_default(8))
    y = bar + 8
    while y < tall - 10:
        pick = rng.random()
        if pick < 0.2:
            right = left + int(rng.integers(30, 120))
            draw.rounded_rectangle((left + 8, y, right, y + 14), 4, fill=_colour(rng))
            y += 22
        elif pick < 0.35:
            for x in range(left + 8, wide - 30, 40):
                draw.rectangle((x, y, x + 30, y + 26), fill=_colour(rng))
            y += 34
        else:
            draw.text((left + 8, y), _words(rng, 9), ink, ImageFont.load_default(int(rng.integers(7, 11))))
            y += 12
    return screen


def _chart(rng: np.random.Generator) -> Image.Image:
    side = DRAWN
    sheet = Image.new("RGB", (side, side), _shade(rng, 225, 254))
    draw, ink, count = ImageDraw.Draw(sheet), _shade(rng, 10, 90), int(rng.integers(4, 12))
    heights = rng.uniform(30, side - 60, count)
    style = int(rng.integers(0, 4))
    if style < 2:
        draw.line((24, 16, 24, side - 24, side - 12, side - 24), fill=ink, width=2)
        step = (side - 50) / count
        tops = [(30 + step * place, side - 24 - float(height)) for place, height in enumerate(heights)]
        if style == 0:
            plain = _colour(rng)
            for x, y in tops:
                fill = plain if rng.random() < 0.7 else _colour(rng)
                draw.rectangle((x, y, x + step * 0.7, side - 25), fill=fill)
        else:
            for _ in range(int(rng.integers(1, 4))):
                draw.line([(x, y + float(rng.normal(0, 20))) for x, y in tops], fill=_colour(rng), width=2)
        draw.text((60, 2), _words(rng, 3), ink, ImageFont.load_default(11))
    elif style == 2:
        turns = np.concatenate([[0], np.sort(rng.uniform(0, 360, count)), [360]])
        for begin, end in itertools.pairwise(turns):
            draw.pieslice((30, 30, side - 30, side - 30), begin, end, fill=_colour(rng), outline=ink)
    else:
        for _ in range(int(rng.integers(3, 9))):
            x, y, w, h = (float(v) for v in rng.uniform(10, side / 2, 4))
            shape = rng.random()
            if shape < 0.35:
                draw.rectangle((x, y, x + w, y + h), outline=ink, width=2)
            elif shape < 0.6:
                draw.ellipse((x, y, x + w, y + h), outline=ink, width=2)
            else:
                path = [(float(a), float(b)) for a, b in rng.uniform(8, side - 8, (5, 2))]
                draw.line(path, fill=ink, width=2, joint="curve")
    return sheet


_DRAW = {"document": _document, "receipt": _receipt, "screenshot": _screenshot, "chart": _chart}


def draw_sheet(kind: str, ground: Image.Image, side: int, rng: np.random.Generator) -> Pixels:
    """uint8 [side, side, 3]: one of KINDS, filling the picture or lying on a photo's ground."""
    sheet = _DRAW[kind](rng)
    fills = rng.random() < (0.85 if kind in ("screenshot", "chart") else 0.5)
    if fills:
        wide, tall = sheet.size
        edge = min(wide, tall)
        top = int(rng.integers(0, tall - edge + 1))
        picture = sheet.crop((0, top, edge, top + edge)) if rng.random() < 0.7 else sheet
        picture = picture.rotate(float(rng.normal(0, 2)), fillcolor=_shade(rng, 150, 250))
        picture = picture.resize((side, side), Image.Resampling.BICUBIC)
    else:
        plain = rng.random() < 0.5
        picture = Image.new("RGB", (side, side), _shade(rng, 20, 250)) if plain else ground
        picture = picture.resize((side, side), Image.Resampling.BICUBIC)
        wide, tall = sheet.size
        size = rng.uniform(0.75, 1.25) * side / max(wide, tall)
        small = sheet.resize((max(8, int(wide * size)), max(8, int(tall * size))), Image.Resampling.BICUBIC)
        mask = Image.new("L", small.size, 255)
        turn = float(rng.normal(0, 14))
        small, mask = small.rotate(turn, expand=True), mask.rotate(turn, expand=True)
        place = [int((side - edge) / 2 + rng.normal(0, side / 16)) for edge in small.size]
        picture.paste(small, (place[0], place[1]), mask)
    if rng.random() < 0.3:
        picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.0))))
    x = np.asarray(picture, np.float32)
    # Light falls from one side, and paper has folds.
    across = np.linspace(-1, 1, side, dtype=np.float32)
    slope = rng.normal(0, 0.1, 2)
    x = x * (1 + slope[0] * across[:, None, None] + slope[1] * across[None, :, None])
    if kind in ("document", "receipt"):
        for _ in range(int(rng.integers(0, 4))):
            fold = rng.normal(0, 0.06) * np.tanh((across - rng.uniform(-1, 1)) * 12)
            x = x * (1 + (fold[:, None, None] if rng.random() < 0.5 else fold[None, :, None]))
        x = x * rng.uniform(0.85, 1.05) * rng.uniform([0.97, 0.95, 0.85], [1.03, 1.02, 1.03])
    x = x + rng.normal(0, rng.uniform(0, 8), (side, side, 1))
    return np.asarray(np.clip(x, 0, 255), np.uint8)


def draw_sheets(grounds: Pixels, count: int, side: int, seed: int) -> tuple[Pixels, list[str]]:
    """`count` sheets, uint8 [count, side, side, 3], and the kind of each, the kinds in turn."""
    rng = np.random.default_rng([seed, 7])
    kinds = [KINDS[place % len(KINDS)] for place in range(count)]
    rows = []
    for kind in kinds:
        ground = Image.fromarray(grounds[int(rng.integers(len(grounds)))])
        rows.append(draw_sheet(kind, ground, side, rng))
    return np.stack(rows), kinds
