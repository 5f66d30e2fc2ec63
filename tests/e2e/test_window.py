"""The real window on a real X server, as a process of its own."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.conftest import Program
from tests.support.library_file import count_vectors, wait_until
from tests.support.pictures import write_picture, write_pictures

pytestmark = pytest.mark.display


def test_the_window_indexes_watches_and_closes_cleanly(
    program: Program, display: str, tmp_path: Path
) -> None:
    library, photos = tmp_path / "library", tmp_path / "photos"
    photos.mkdir()
    program.run("index", photos, "--library", library)
    write_pictures(photos, 10)
    shown = replace(program, environment={"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})

    with shown.start("--library", library) as window:
        wait_until(lambda: count_vectors(library) == 10)
        write_picture(photos / "new" / "picture.jpg", "blue", seed=99)
        wait_until(lambda: count_vectors(library) == 11)
        window.send_signal(signal.SIGTERM)
        _, errors = window.communicate(timeout=20)

    assert (window.returncode, errors) == (0, "")


def test_a_second_start_hands_its_folder_to_the_window_that_is_there(
    program: Program, display: str, tmp_path: Path
) -> None:
    library, photos = tmp_path / "library", tmp_path / "photos"
    write_pictures(photos, 4)
    shown = replace(program, environment={"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
    with shown.start("--library", library) as window:
        wait_until((library / "window.json").exists)
        wait_until((library / "catalog.sqlite").exists)
        second = shown.run("--library", library, "--open", photos)
        assert (second.returncode, second.stderr) == (0, "")
        wait_until(lambda: count_vectors(library) == 4)
        window.send_signal(signal.SIGTERM)
        _, errors = window.communicate(timeout=20)
    assert (window.returncode, errors) == (0, "")
