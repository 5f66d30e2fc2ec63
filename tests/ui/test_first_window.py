"""One window a library."""

import json
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mindseye.ui.first_window import FirstWindow


def test_the_first_takes_what_later_starts_were_given(tmp_path: Path, qtbot: QtBot) -> None:
    first = FirstWindow.claim(tmp_path / "library", [])
    assert first is not None
    try:
        with qtbot.waitSignal(first.called) as called:
            assert FirstWindow.claim(tmp_path / "library", [tmp_path / "a.jpg"]) is None
        assert called.args == [[tmp_path / "a.jpg"]]
    finally:
        first.close()
    again = FirstWindow.claim(tmp_path / "library", [])
    assert again is not None
    again.close()


def test_two_libraries_have_a_window_each(tmp_path: Path, qapp: object) -> None:
    both = [FirstWindow.claim(tmp_path / name, []) for name in ("one", "two")]
    assert all(both)
    for each in both:
        if each is not None:
            each.close()


def test_a_stranger_without_the_key_is_not_heard(tmp_path: Path, qtbot: QtBot) -> None:
    first = FirstWindow.claim(tmp_path, [])
    assert first is not None
    ear = json.loads((tmp_path / "window.json").read_text(encoding="utf-8"))
    assert (tmp_path / "window.json").stat().st_mode & 0o077 == 0
    with pytest.raises(AuthenticationError), Client(ear["address"], authkey=b"guessed"):
        pass
    with qtbot.waitSignal(first.called):
        assert FirstWindow.claim(tmp_path, []) is None
    first.close()


def test_a_window_that_crashed_does_not_stand_in_the_way(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "window.json").write_text('{"address": "/nowhere", "key": "00"}', encoding="utf-8")
    (tmp_path / "window.lock").touch()
    first = FirstWindow.claim(tmp_path, [])
    assert first is not None
    first.close()


def test_nonsense_from_someone_with_the_key_ends_nothing(
    tmp_path: Path, qtbot: QtBot, expected_logs: list[str]
) -> None:
    expected_logs.append("Another start of the program could not be understood")
    first = FirstWindow.claim(tmp_path, [])
    assert first is not None
    ear = json.loads((tmp_path / "window.json").read_text(encoding="utf-8"))
    with Client(ear["address"], authkey=bytes.fromhex(ear["key"])) as connection:
        connection.send_bytes(b"\x80\x04 no JSON")
        assert connection.poll(10)
    with qtbot.waitSignal(first.called):
        assert FirstWindow.claim(tmp_path, []) is None
    first.close()
