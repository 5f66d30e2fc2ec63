"""The real program in a process of its own, with the starter model and a home of its own.

It is the one of this checkout, or the finished one that ``MINDSEYE_PROGRAM`` names (``make test-dist``).
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mindseye import paths


@dataclass(frozen=True, slots=True)
class Program:
    """Runs ``mindseye`` as a user's shell would."""

    home: Path
    python: str = sys.executable
    environment: Mapping[str, str] | None = None

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line of a run."""
        finished = os.environ.get("MINDSEYE_PROGRAM")
        if finished and self.python == sys.executable:
            return [finished, *map(str, arguments)]
        return [self.python, "-m", "mindseye", *map(str, arguments)]

    def variables(self) -> dict[str, str]:
        """The environment of a run: no display, this home, nothing of the tests' own settings."""
        kept = {
            name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
        }
        return kept | {"MINDSEYE_HOME": str(self.home)} | dict(self.environment or {})

    def run(self, *arguments: str | Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Runs to the end and checks the exit status; nothing may look like a crash."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.variables(),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def json(self, *arguments: str | Path) -> Any:
        """What a command prints with ``--json``."""
        return json.loads(self.run(*arguments, "--json").stdout)

    @contextmanager
    def start(self, *arguments: str | Path) -> "Iterator[subprocess.Popen[str]]":
        """Starts it and does not wait; it has ended when the block ends."""
        with subprocess.Popen(
            self.command(*arguments),
            env=self.variables(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as running:
            try:
                yield running
            finally:
                running.kill()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program as it is in this checkout."""
    return Program(tmp_path / "home")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample pictures that ship with the program."""
    return paths.resource("samples", "pictures")


def paths_of(results: Sequence[Mapping[str, Any]]) -> list[Path]:
    """The paths in an answer of ``search --json``."""
    return [Path(result["path"]) for result in results]


@pytest.fixture
def display() -> Iterator[str]:
    """A screen in memory."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as running:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()
