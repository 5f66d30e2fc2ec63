"""The tokens: every colour the stylesheet names is there, and what must be read can be read."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from mindseye import paths
from mindseye.settings import Settings
from mindseye.ui import stylesheet
from mindseye.ui.theme import type_factor
from mindseye.ui.tokens import Name, load_tokens
from tests.ui.conftest import StartWindow

THEMES: list[Name] = ["dark", "light"]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_the_stylesheet_uses_tokens_that_exist(name: Name) -> None:
    sheet = stylesheet.stylesheet(load_tokens(paths.resource("theme"), name))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text", "window", 4.5), ("text", "surface", 4.5), ("text", "raised", 4.5), ("text", "hover", 4.5),
        ("quiet", "window", 4.5), ("quiet", "surface", 4.5), ("quiet", "raised", 4.5),
        ("accent", "window", 4.5), ("accent_text", "accent", 4.5), ("selection_text", "selection_fill", 4.5),
        ("error", "surface", 4.5), ("outline", "window", 3), ("focus", "surface", 3), ("icon", "surface", 3),
        ("selection", "window", 3), ("warning", "surface", 3), ("success", "surface", 3),
    ],
)  # fmt: skip
def test_contrast(name: Name, text: str, ground: str, least: float) -> None:
    colours = load_tokens(paths.resource("theme"), name).colours
    assert contrast(colours[text], colours[ground]) >= least


def test_no_colour_is_written_into_the_stylesheet() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}", stylesheet._SHEET)


def test_every_icon_that_is_named_is_there() -> None:
    folder = Path(stylesheet.__file__).parent
    named = {
        name
        for file in folder.rglob("*.py")
        for name in re.findall(r'(?:\.icon|\.pixmap|pale_icon)\(\s*"([a-z-]+)"', file.read_text("utf-8"))
    }
    assert named
    missing = [name for name in named if not paths.resource("icons", f"{name}.svg").is_file()]
    assert not missing


@pytest.mark.parametrize(("pixels", "body"), [(12, 13), (15, 13), (20, 20), (26, 26), (60, 26), (8, 11)])
def test_type_grows_with_the_type_of_the_system(pixels: int, body: int) -> None:
    tokens = load_tokens(paths.resource("theme"), "dark").with_type(type_factor(pixels))
    assert tokens.body == body
    assert tokens.small <= tokens.body < tokens.heading < tokens.title
    assert f"font-size: {body}px" in stylesheet.stylesheet(tokens)


def test_what_holds_words_grows_with_them() -> None:
    tokens = load_tokens(paths.resource("theme"), "dark")
    assert (tokens.scale, tokens.row) == (1.0, 28)
    assert tokens.with_type(2).scale == 2.0
    assert tokens.with_type(2).row == 56
    assert tokens.with_type(0.85).row == 28


def test_panels_are_as_wide_as_their_type_is_large(
    start_window: StartWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = start_window().window
    monkeypatch.setattr("mindseye.ui.theme._system_pixels", lambda: 26)
    large = start_window().window
    for name in ("sidebar", "details"):
        narrow, wide = getattr(usual, name).minimumWidth(), getattr(large, name).minimumWidth()
        assert wide == 2 * narrow


@pytest.mark.parametrize("name", THEMES)
def test_a_box_that_is_half_ticked_looks_unlike_both_others(
    start_window: StartWindow, qtbot: QtBot, name: Name
) -> None:
    opened = start_window(settings=Settings(theme=name))
    box = QCheckBox("on some", opened.window)
    box.setTristate(True)
    box.show()
    drawn = []
    for state in Qt.CheckState:
        box.setCheckState(state)
        drawn.append(box.grab().toImage())
    assert len(drawn) == 3
    assert all(one != other for one, other in itertools.combinations(drawn, 2))
    box.deleteLater()
