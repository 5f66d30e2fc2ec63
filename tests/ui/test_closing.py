"""The window closes at once, whatever is under way."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mindseye.events import Phase
from tests.support.pictures import write_pictures
from tests.ui.conftest import StartWindow

ATTEMPTS = 3
"""One of them has to be quick; on a busy machine any may be held up."""


def test_closing_while_photos_are_indexed_takes_less_than_a_second(
    start_window: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    photos = tmp_path / "many"
    write_pictures(photos, 300)
    times: list[float] = []
    for attempt in range(ATTEMPTS):
        opened = start_window(tmp_path / f"library {attempt}")
        qtbot.waitUntil(lambda opened=opened: opened.showing.library is not None, timeout=10_000)
        opened.showing.add_folders([photos])
        indexing = opened.showing.indexing
        qtbot.waitUntil(lambda indexing=indexing: indexing.progress.phase is Phase.INDEXING, timeout=20_000)
        began = time.monotonic()
        assert opened.close() == 0
        times.append(time.monotonic() - began)
        if times[-1] < 1.0:
            return
    pytest.fail(f"closing took {times} seconds")
