"""Three days of a user with the real window, model and library; each day is a process of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.e2e.conftest import Program

pytestmark = pytest.mark.display


def live(program: Program, story: str, library: Path, photos: Path, *, display: str) -> None:
    command = [sys.executable, "-m", "tests.e2e.user", str(library), story, str(photos)]
    environment = program.variables() | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    done = subprocess.run(
        command,
        env=environment | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("DONE"), (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr


def test_three_days_of_a_user(program: Program, samples: Path, display: str, tmp_path: Path) -> None:
    photos = tmp_path / "Pictures"
    shutil.copytree(samples, photos, ignore=shutil.ignore_patterns("*.toml", "*.txt", "*.md"))
    live(program, "first_day", tmp_path / "library", photos, display=display)
    live(program, "second_day", tmp_path / "library", photos, display=display)
    for original in sorted(photos.glob("*.jpg"))[:2]:
        copy = photos / f"{original.stem} copy.jpg"
        shutil.copy(original, copy)  # not as old as the original, which is the one to keep
    with_trash = replace(program, environment={"XDG_DATA_HOME": str(tmp_path / "share")})
    live(with_trash, "third_day", tmp_path / "library", photos, display=display)
