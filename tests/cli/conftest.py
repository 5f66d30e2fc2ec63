"""The command line in this process, with the model that knows colours in place of the starter model."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_pictures

from mindseye.cli.main import run
from mindseye.clip import ClipModel
from mindseye.library import Library


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    def refused(self, status: int = 2) -> str:
        """The one sentence of a command that was refused."""
        assert self.status == status
        assert self.out == ""
        (line,) = self.err.splitlines()
        assert line.startswith("mindseye: ")
        return line.removeprefix("mindseye: ")


Run = Callable[..., Result]


@pytest.fixture
def opened() -> list[tuple[Path | None, str | None]]:
    """The windows that were opened: library and model."""
    return []


@pytest.fixture
def given_to_window() -> list[Path]:
    """What was opened with the windows."""
    return []


@pytest.fixture
def mindseye(
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opened: list[tuple[Path | None, str | None]],
    given_to_window: list[Path],
) -> Run:
    """Runs a command."""
    write_fake_model(own_home / "models" / "fake")
    write_fake_model(own_home / "models" / "other", "other", other=True)
    (own_home / "settings.json").write_text('{"model": "fake"}', encoding="utf-8")
    monkeypatch.setitem(ClipModel.__init__.__kwdefaults__, "load_session", FakeSession)
    monkeypatch.setitem(Library.open.__func__.__kwdefaults__, "load_session", FakeSession)

    def window(library: Path | None, model: str | None, given: Sequence[Path]) -> int:
        opened.append((library, model))
        given_to_window.extend(given)
        return 0

    def execute(*arguments: str | Path) -> Result:
        given: Sequence[str] = [str(each) for each in arguments]
        capsys.readouterr()
        status = run(given, open_window=window, check_window=lambda *_: "window: fine")
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return execute


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of eight pictures."""
    write_pictures(tmp_path / "photos", 8)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library lies."""
    return tmp_path / "library"


@pytest.fixture
def indexed(mindseye: Run, folder: Path, library: Path) -> Path:
    """The library with the folder in it."""
    assert mindseye("index", folder, "--library", library).status == 0
    return library
