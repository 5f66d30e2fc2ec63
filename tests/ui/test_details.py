"""What the details tell of a photo: its light, where it was taken, when."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mindseye import imaging
from mindseye.operations import browse
from mindseye.ui.application import OpenWindow
from mindseye.ui.details import position
from mindseye.ui.histogram import HistogramView, in_words
from tests.ui.conftest import StartWindow


@pytest.mark.parametrize(
    ("latitude", "longitude", "words"),
    [(60.1699, 24.9384, "60.16990° N, 24.93840° E"), (-33.9, -70.25, "33.90000° S, 70.25000° W")],
)
def test_a_position_is_written_with_its_side_of_the_globe(
    latitude: float, longitude: float, words: str
) -> None:
    assert position(latitude, longitude) == words


def test_the_histogram_counts_each_colour() -> None:
    halves = Image.new("RGB", (100, 10), "black")
    halves.paste((255, 0, 0), (50, 0, 100, 10))
    counts = imaging.histogram(halves)
    assert counts.shape == (3, 64)
    assert np.allclose(counts.sum(axis=1), 1)
    assert counts[0, 0] == counts[0, -1] == pytest.approx(0.5)
    assert counts[1, 0] == counts[2, 0] == 1
    assert in_words(counts).startswith("Mostly dark")
    assert "black" in in_words(counts)


def test_the_details_show_the_light_and_the_position(
    start_window: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "far"
    folder.mkdir()
    exif = Image.Exif()
    exif[0x8825] = {1: "S", 2: (33.0, 54.0, 0.0), 3: "W", 4: (70.0, 15.0, 0.0)}
    exif[0x9003] = "2024:02:03 04:05:06"
    Image.new("RGB", (64, 48), "white").save(folder / "a.jpg", exif=exif)
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    opened.showing.add_folders([folder])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 1, timeout=20_000)
    opened.window.grid.go_to(int(opened.showing.tiles.ids[0]))
    opened.wait_until_shown()
    details = opened.window.details
    shown = details.findChild(HistogramView)
    assert isinstance(shown, HistogramView)
    assert shown.accessibleDescription() == "Mostly light. 100% is white."
    shown.grab()
    words = [label.text() for label in details.findChildren(QLabel)]
    assert "33.90000° S, 70.25000° W" in words


def test_a_photo_that_is_gone_has_no_histogram(full_window: OpenWindow) -> None:
    library = full_window.showing.library
    assert library is not None
    assert browse.histogram(library, 10_000) is None
