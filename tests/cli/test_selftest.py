"""The self test: it says each step, leaves nothing behind, and fails with a sentence."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from mindseye import paths
from mindseye.operations import selftest

STARTER = paths.shipped_models() / "starter"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throw-away folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_every_step_is_said_and_nothing_is_left(mindseye: Run, own_home: Path, temporary: Path) -> None:
    result = mindseye("--selftest", "--model", own_home / "models" / "fake")
    assert result.status == 0, result.err
    steps = [line.partition(":")[0] for line in result.out.splitlines()]
    assert steps == [
        "library", "indexing", "search by words", "search by a picture", "window", "Everything works.",
    ]  # fmt: skip
    assert not list(temporary.iterdir())
    assert not (own_home / "library").exists()
    assert os.environ[paths.HOME_VARIABLE] == str(own_home)


def test_a_step_that_fails_is_told_in_a_sentence(
    mindseye: Run, own_home: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_ITSELF", 1.5)
    result = mindseye("--selftest", "--model", own_home / "models" / "fake")
    assert result.status == 1
    assert "lighthouse.jpg" in result.err
    assert "instead of itself" in result.err
    assert "Everything works" not in result.out
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("more", [["tags"], ["--library", "somewhere"]])
def test_it_goes_with_no_command_and_no_library(mindseye: Run, more: list[str]) -> None:
    assert "--selftest" in mindseye("--selftest", *more).refused()


@pytest.mark.skipif(not (STARTER / "image.onnx").exists(), reason="the starter model is not in this checkout")
def test_the_program_itself_passes(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "mindseye", "--selftest"],
        capture_output=True, text=True, check=False, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "window: 37 photos shown" in done.stdout
