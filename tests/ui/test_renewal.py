"""When what is shown is read anew."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mindseye.ui.renewal import Renewal


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Moves the clock on."""
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def on(seconds: float) -> None:
        now[0] += seconds

    return on


def test_it_reads_soon_and_once_however_much_news_there_is(qtbot: QtBot) -> None:
    parent, reads = QObject(), list[int]()
    renewal = Renewal(parent, lambda: reads.append(1), least=0.0, patience=0.0)
    for _ in range(3):
        renewal.soon()
    assert renewal.waiting
    assert not reads
    qtbot.waitUntil(lambda: not renewal.waiting)
    assert reads == [1]
    renewal.soon()
    renewal.stop()
    assert not renewal.waiting


def test_it_rests_the_longer_the_longer_reading_took(clock: Callable[[float], None]) -> None:
    parent = QObject()
    renewal = Renewal(parent, lambda: None, least=2.0, patience=6.0)
    renewal.begin()
    clock(0.1)
    renewal.end()
    assert renewal.rest == 2.0
    renewal.begin()
    clock(1.5)
    renewal.end()
    assert renewal.rest == pytest.approx(9.0)
    renewal.end(began=1001.1)
    assert renewal.rest == pytest.approx(3.0)


def test_news_waits_for_the_rest_of_the_rest(clock: Callable[[float], None]) -> None:
    parent = QObject()
    renewal = Renewal(parent, lambda: None, least=2.0, patience=6.0, soonest=0.1)
    renewal.soon()
    assert renewal._timer.interval() == 100
    renewal.stop()
    renewal.begin()
    clock(0.5)
    renewal.soon()
    assert renewal._timer.interval() == 1500
    renewal.at_once()
    assert renewal._timer.interval() == 0
    renewal.stop()
