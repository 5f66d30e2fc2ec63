"""The first run: from an empty library over photos that appear to the first search."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from mindseye.ui.first_run import Step
from tests.ui.conftest import StartWindow


def test_the_steps_lead_to_the_first_search(start_window: StartWindow, qtbot: QtBot, photos: Path) -> None:
    opened = start_window()
    window, first = opened.window, opened.window.first_run
    steps = window.middle.first_steps
    qtbot.waitUntil(lambda: first.step is Step.CHOOSE, timeout=10_000)
    assert steps.isVisible()
    seen: list[Step] = []
    first.changed.connect(lambda: seen.append(first.step))
    opened.showing.add_folders([photos])
    qtbot.waitUntil(lambda: first.step is Step.SEARCH, timeout=20_000)
    assert seen[0] is Step.APPEAR
    opened.wait_until_shown()
    assert not window.keep(Settings()).welcomed
    steps.grab()
    first.suggestions = ("red",)
    first.changed.emit()
    buttons = steps.findChildren(QPushButton, "suggestion")
    next(button for button in buttons if button.text() == "red").click()
    opened.wait_until_shown()
    assert opened.showing.searching.answer is not None
    assert first.step is Step.OVER
    assert not steps.isVisible()
    assert window.keep(Settings()).welcomed


def test_the_steps_are_waved_away_for_good(start_window: StartWindow, qtbot: QtBot) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.window.first_run.step is Step.CHOOSE, timeout=10_000)
    opened.window.middle.first_steps.waved_away.emit()
    assert not opened.window.middle.first_steps.isVisible()
    assert opened.window.keep(Settings()).welcomed


def test_who_has_photos_already_is_not_led(full_window: OpenWindow, start_window: StartWindow) -> None:
    settings = full_window.window.keep(Settings())
    full_window.close()
    again = start_window(settings=settings)
    again.wait_until_shown()
    assert again.window.first_run.step is Step.OVER
    assert not again.window.middle.first_steps.isVisible()
