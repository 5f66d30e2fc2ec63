"""The themes are complete, alike, and legible: contrast is computed from the tokens themselves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

THEME = Path(__file__).parents[2] / "resources" / "theme"
NAMES = ("dark", "light")

# What is drawn on what; a pair not listed here must not be drawn.
TEXT = [
    *((text, under) for text in ("text", "quiet")
      for under in ("window", "surface", "raised", "hover", "pressed")),
    *((text, under) for text in ("accent", "warning", "error", "success")
      for under in ("window", "surface", "raised")),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("selection_text", "selection_fill"),
    ("quiet", "selection_fill"),
    ("badge_text", "badge"),
]  # fmt: skip
MARKS = [
    *((mark, under) for mark in ("icon", "focus", "selection", "accent")
      for under in ("window", "surface", "raised", "hover", "pressed")),
    *((mark, under) for mark in ("outline", "warning", "error", "success")
      for under in ("window", "surface", "raised")),
    ("icon", "selection_fill"),
    ("focus", "selection_fill"),
]  # fmt: skip


def colours(theme: str) -> dict[str, str]:
    table: dict[str, str] = load(theme)["colours"]
    return table


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((THEME / f"{name}.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(("text", "under"), TEXT)
def test_text_can_be_read(theme: str, text: str, under: str) -> None:
    table = colours(theme)
    assert contrast(table[text], table[under]) >= 4.5


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(("mark", "under"), MARKS)
def test_icons_and_focus_can_be_seen(theme: str, mark: str, under: str) -> None:
    table = colours(theme)
    assert contrast(table[mark], table[under]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert colours("dark").keys() == colours("light").keys()


@pytest.mark.parametrize("theme", NAMES)
def test_every_colour_is_hexadecimal(theme: str) -> None:
    for name, value in colours(theme).items():
        assert re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", value), name


@pytest.mark.parametrize("theme", NAMES)
def test_chrome_is_neutral(theme: str) -> None:
    """Coloured surfaces would falsify the photographs beside them."""
    table = colours(theme)
    for name in ("window", "surface", "raised", "hover", "pressed", "line"):
        parts = [int(table[name][i : i + 2], 16) for i in (1, 3, 5)]
        assert max(parts) - min(parts) <= 12, name


def test_measures_keep_to_the_grid() -> None:
    common = load("common")
    assert common["spacing"] == [4, 8, 12, 16, 24]
    assert common["radius"] == {"control": 6, "photograph": 2}
    assert [common["type"][name] for name in ("small", "body", "heading", "title")] == [
        11,
        13,
        15,
        20,
    ]
    assert (common["motion"]["panel"], common["motion"]["thumbnail"]) == (120, 80)
