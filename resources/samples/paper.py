"""Pictures that are not of places: a receipt, a window on a screen."""

from __future__ import annotations

import numpy as np
from paint import (
    Picture,
    Point,
    Rng,
    blend,
    blur,
    fill,
    grid,
    noise,
    ramp,
    rgb,
)
from PIL import Image, ImageDraw, ImageFont

_GOODS = (
    ("Bread, rye", "3.20"),
    ("Butter 250 g", "2.85"),
    ("Apples 1.2 kg", "3.48"),
    ("Milk 1 l", "1.35"),
    ("Coffee beans", "8.90"),
    ("Tomatoes", "2.64"),
    ("Cheese, mild", "5.75"),
    ("Pears 0.8 kg", "2.56"),
    ("Candles", "4.10"),
    ("Olive oil", "7.95"),
    ("Notebook", "3.30"),
)


def _write(
    pen: ImageDraw.ImageDraw,
    at: Point,
    text: str,
    size: float,
    ink: tuple[int, int, int],
    anchor: str = "ls",
) -> None:
    pen.text(at, text, fill=ink, font=ImageFont.load_default(size=size), anchor=anchor)


def shop_receipt(rng: Rng, h: int, w: int) -> Picture:
    """A paper receipt lying on a dark table."""
    rows, columns = grid(h, w)
    grain = noise(rng, h, w, 60, 6, stretch=0.12)
    table = ramp(grain, [(0, "2b1c12"), (0.5, "53361f"), (1, "7c5430")])
    table = table * (1.15 - 0.5 * rows / h)[..., None]
    pw, ph = int(w * 0.62), int(h * 0.9)
    paper = Image.new("RGB", (pw, ph), (247, 245, 238))
    pen = ImageDraw.Draw(paper)
    ink, u = (44, 44, 52), pw / 100
    _write(pen, (pw / 2, 15 * u), "CORNER SHOP", 9.5 * u, ink, "ms")
    _write(pen, (pw / 2, 22 * u), "12 Harbour Street", 4.6 * u, ink, "ms")
    _write(pen, (pw / 2, 28 * u), "14 May 2022   17:42", 4.6 * u, ink, "ms")
    y = 36 * u
    for name, price in _GOODS:
        y += 7.2 * u
        _write(pen, (9 * u, y), name, 5 * u, ink)
        _write(pen, (91 * u, y), price, 5 * u, ink, "rs")
    for line in (33 * u, y + 4 * u, y + 17 * u):
        for x in np.arange(8 * u, 91 * u, 3 * u):
            pen.line([(x, line), (x + 1.7 * u, line)], fill=ink, width=max(2, int(0.5 * u)))
    total = f"{sum(float(price) for _, price in _GOODS):.2f}"
    _write(pen, (9 * u, y + 13 * u), "TOTAL", 7.6 * u, ink)
    _write(pen, (91 * u, y + 13 * u), total, 7.6 * u, ink, "rs")
    _write(pen, (9 * u, y + 24 * u), "Card", 5 * u, ink)
    _write(pen, (91 * u, y + 24 * u), total, 5 * u, ink, "rs")
    x = 16 * u
    while x < 84 * u:
        wide = float(rng.choice([0.5, 0.9, 1.5])) * u
        pen.rectangle([x, y + 31 * u, x + wide, y + 45 * u], fill=ink)
        x += wide + float(rng.choice([0.6, 1.0])) * u
    _write(pen, (pw / 2, y + 53 * u), "Thank you", 5.4 * u, ink, "ms")
    sheet = Image.new("RGBA", (w, h))
    sheet.paste(paper, ((w - pw) // 2, int(h * 0.05)))
    turned = np.asarray(sheet.rotate(-4, Image.Resampling.BICUBIC), dtype=np.float32) / 255
    mask = turned[..., 3]
    shadow = np.roll(blur(mask, 16), (20, 16), (0, 1))
    picture = table * (1 - 0.6 * shadow)[..., None]
    crease = (
        1
        + 0.035 * np.sin(rows / h * 13 + 0.4)
        + 0.05 * (noise(rng, h, w, 300, 4) - 0.5)
        - 0.1 * (columns / w - 0.4)
    )
    return np.clip(blend(picture, turned[..., :3] * np.clip(crease, 0, 1.02)[..., None], mask), 0, 1)


def program_window(rng: Rng, h: int, w: int) -> Picture:
    """A screenshot: a window with a list, a table and a chart."""
    image = Image.fromarray((fill(h, w, rgb("f7f8fa")) * 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    u = w / 100
    ink, quiet, line = (32, 36, 44), (110, 116, 128), (222, 225, 230)
    pen.rectangle([0, 0, w, 4.4 * u], fill=(233, 235, 239))
    for i, tone in enumerate(((237, 106, 94), (245, 191, 79), (98, 197, 84))):
        pen.ellipse([(1.4 + 2 * i) * u, 1.5 * u, (2.8 + 2 * i) * u, 2.9 * u], fill=tone)
    _write(pen, (50 * u, 2.9 * u), "Garden log - May", 1.6 * u, ink, "ms")
    for i, name in enumerate(("File", "Edit", "View", "Insert", "Tools", "Help")):
        _write(pen, ((2 + 5.6 * i) * u, 7.2 * u), name, 1.45 * u, ink)
    pen.line([(0, 8.8 * u), (w, 8.8 * u)], fill=line, width=2)
    pen.rectangle([0, 8.9 * u, 19 * u, h], fill=(240, 242, 245))
    for i, name in enumerate(
        ("Overview", "Beds", "Seeds", "Weather", "Harvest", "Tasks", "Notes", "Settings")
    ):
        y = (12.6 + 3.7 * i) * u
        if i == 4:
            pen.rounded_rectangle([0.8 * u, y - 2.2 * u, 18.2 * u, y + 1.1 * u], 0.6 * u, fill=(31, 95, 191))
        _write(pen, (4.4 * u, y), name, 1.55 * u, (255, 255, 255) if i == 4 else ink)
        pen.rectangle(
            [2 * u, y - 1.1 * u, 3.2 * u, y + 0.1 * u],
            outline=(255, 255, 255) if i == 4 else quiet,
            width=3,
        )
    _write(pen, (22 * u, 13 * u), "Harvest", 2.6 * u, ink)
    pen.rounded_rectangle([86 * u, 10.6 * u, 97 * u, 13.8 * u], 0.6 * u, fill=(31, 95, 191))
    _write(pen, (91.5 * u, 12.75 * u), "Add entry", 1.5 * u, (255, 255, 255), "ms")
    pen.rounded_rectangle(
        [22 * u, 16 * u, 97 * u, 37 * u], 0.8 * u, fill=(255, 255, 255), outline=line, width=2
    )
    for k in range(5):
        y = (19.5 + 3.6 * k) * u
        pen.line([(26 * u, y), (95 * u, y)], fill=(236, 238, 241), width=2)
        _write(pen, (25 * u, y + 0.5 * u), str(40 - 10 * k), 1.2 * u, quiet, "rs")
    for k in range(12):
        x = (28 + 5.6 * k) * u
        a, b = rng.uniform(3, 9) + k * 0.5, rng.uniform(2, 6) + k * 0.3
        pen.rectangle([x, (33.9 - a) * u, x + 1.9 * u, 33.9 * u], fill=(31, 95, 191))
        pen.rectangle([x + 2.1 * u, (33.9 - b) * u, x + 4 * u, 33.9 * u], fill=(242, 166, 60))
        _write(pen, (x + 2 * u, 36 * u), f"W{k + 10}", 1.15 * u, quiet, "ms")
    heads = ("Day", "Bed", "Crop", "Weight", "Note")
    rows = (
        ("2 May", "North", "Radish", "0.8 kg", "first of the year"),
        ("5 May", "Frame", "Lettuce", "1.1 kg", "cut young"),
        ("9 May", "North", "Spinach", "0.9 kg", "after rain"),
        ("14 May", "South", "Peas", "0.6 kg", "sweet"),
        ("20 May", "Frame", "Herbs", "0.3 kg", "dried"),
        ("27 May", "South", "Strawberry", "1.4 kg", "birds had some"),
    )
    for r, cells in enumerate((heads, *rows)):
        y = (41.4 + 2.95 * r) * u
        if r % 2:
            pen.rectangle([22 * u, y - 2 * u, 97 * u, y + 0.9 * u], fill=(239, 242, 247))
        for c, text in enumerate(cells):
            _write(
                pen,
                ((23 + (0, 12, 25, 41, 54)[c]) * u, y),
                text,
                1.45 * u,
                quiet if r == 0 else ink,
            )
    return np.asarray(image, dtype=np.float32) / 255
