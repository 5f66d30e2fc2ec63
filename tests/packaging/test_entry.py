"""The start of the finished program."""

import importlib
import sys
from pathlib import Path

import pytest


def test_documents_are_opened_and_commands_are_left_alone(tmp_path: Path) -> None:
    arguments = importlib.import_module("entry").arguments
    assert arguments([]) == []
    assert arguments([str(tmp_path)]) == ["--open", str(tmp_path)]
    assert arguments(["index", str(tmp_path)]) == ["index", str(tmp_path)]
    assert arguments([str(tmp_path / "nowhere")]) == [str(tmp_path / "nowhere")]


def test_messages_go_nowhere_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    importlib.import_module("entry").give_streams()
    with sys.stdout as stream:
        assert stream.write("heard by nobody") > 0
