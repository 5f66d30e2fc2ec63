"""Work for the window: results, errors, bugs, and answers that nobody wants any more."""

import logging
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mindseye.errors import InputError
from mindseye.events import Events, FoldersChanged, PhotosChanged
from mindseye.tasks import CancelToken
from mindseye.ui.door import BUG, Door, Newest


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[Door]:
    door = Door("test-door")
    yield door
    door.close()


class Gate:
    """Holds work on the worker until it is opened."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, token: CancelToken) -> str:
        self.entered.set()
        assert self.open.wait(10)
        return "through"


def test_a_result_arrives_in_the_windows_thread(door: Door, qtbot: QtBot) -> None:
    got: list[tuple[str, int]] = []
    door.ask(
        lambda _: threading.current_thread().name, lambda name: got.append((name, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0].startswith("test-door")
    assert got[0][1] == threading.get_ident()
    assert door.idle


def test_an_error_of_the_world_goes_to_who_asked(door: Door, qtbot: QtBot) -> None:
    def work(_: CancelToken) -> None:
        raise InputError("There is no folder X.")

    told: list[str] = []
    door.ask(work, pytest.fail, lambda error: told.append(error.message))
    qtbot.waitUntil(lambda: told == ["There is no folder X."])


def test_an_error_nobody_takes_is_told(door: Door, qtbot: QtBot) -> None:
    def work(_: CancelToken) -> None:
        raise InputError("There is no folder X.")

    with qtbot.waitSignal(door.went_wrong) as told:
        door.ask(work, pytest.fail)
    assert told.args == ["There is no folder X."]


def test_a_bug_is_logged_and_told_as_one(
    door: Door, qtbot: QtBot, caplog: pytest.LogCaptureFixture, expected_logs: list[str]
) -> None:
    expected_logs.append("Work for the window failed")

    def work(_: CancelToken) -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(door.went_wrong) as told:
        door.ask(work, pytest.fail)
    assert told.args == [BUG]
    assert caplog.records[0].exc_info is not None


def test_what_is_called_off_while_it_runs_is_never_heard_of(door: Door, qtbot: QtBot) -> None:
    gate, done = Gate(), []
    request = door.ask(gate, pytest.fail)
    assert gate.entered.wait(10)
    request.cancel()
    gate.open.set()
    door.ask(lambda _: None, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)


def test_what_is_called_off_before_it_runs_never_runs(door: Door, qtbot: QtBot) -> None:
    gate, ran, done = Gate(), [], []
    door.ask(gate, lambda _: None)
    assert gate.entered.wait(10)
    waiting = [door.ask(lambda _: ran.append(1), pytest.fail) for _ in range(20)]
    for request in waiting:
        request.cancel()
    gate.open.set()
    door.ask(lambda _: None, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert not ran


def test_late_answers_are_dropped(door: Door, qtbot: QtBot) -> None:
    gate, answers = Gate(), []
    newest = Newest(door)
    newest.ask(gate, answers.append)
    assert gate.entered.wait(10)
    newest.ask(lambda _: "second", answers.append)
    gate.open.set()
    qtbot.waitUntil(lambda: door.idle)
    assert answers == ["second"]


def test_asking_never_waits(door: Door, qtbot: QtBot) -> None:
    gate, done = Gate(), []
    door.ask(gate, done.append)
    for number in range(1000):
        door.ask(lambda _, number=number: number, done.append)
    gate.open.set()
    qtbot.waitUntil(lambda: len(done) == 1001)
    assert done[1:] == list(range(1000))


def test_events_come_through_until_the_door_closes(door: Door, qtbot: QtBot) -> None:
    events, heard = Events(), []
    door.listen(events, PhotosChanged, heard.append)
    worker = threading.Thread(target=lambda: events.publish(PhotosChanged(added=(1,))))
    worker.start()
    worker.join()
    events.publish(FoldersChanged())
    assert not heard
    qtbot.waitUntil(lambda: heard == [PhotosChanged(added=(1,))])
    events.publish(PhotosChanged(added=(2,)))
    door.close()
    qtbot.wait(20)
    assert len(heard) == 1


def test_no_callback_runs_after_closing(qtbot: QtBot) -> None:
    door, gate = Door("test-closing"), Gate()
    door.ask(gate, pytest.fail)
    assert gate.entered.wait(10)
    gate.open.set()
    door.close()
    door.ask(lambda _: 1, pytest.fail)
    qtbot.wait(20)
