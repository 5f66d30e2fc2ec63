"""The start of the finished program."""

import importlib
import os
import sys

import pytest


def test_other_programs_do_not_get_the_libraries_of_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    hide = importlib.import_module("entry").hide_own_libraries
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/mindseye/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    hide()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/lib/mindseye/_internal"  # not the finished program
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    hide()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/mindseye/_internal:/opt/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    hide()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
