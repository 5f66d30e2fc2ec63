"""The programs of Windows: its shell has a list of its own to choose from, and shows files in Explorer."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.programs.kinds import Program
from mindseye.programs.starting import answer

Shell = Callable[[str, str], None]
"""Does something (a verb of the shell) with a file, or raises OSError."""


def _start(path: str, verb: str) -> None:
    os.startfile(path, verb)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606 - on Windows only


class WindowsPrograms:
    """What the shell offers."""

    def __init__(self, shell: Shell = _start, ask: Callable[[Sequence[str]], str | None] = answer) -> None:
        """``shell`` carries out a verb; ``ask`` runs a command and gives what it writes."""
        self._shell, self._run = shell, ask

    @property
    def asks_itself(self) -> bool:
        return True

    def for_files(self, paths: Sequence[Path]) -> list[Program]:  # noqa: ARG002 - the shell lists them
        return []

    def others(self) -> list[Program]:
        return []

    def open(self, program: Program, paths: Sequence[Path]) -> None:  # noqa: ARG002 - the shell chose it
        for path in paths:
            self._do(path, "open")

    def ask(self, path: Path) -> None:
        self._do(path, "openas")

    def reveal(self, paths: Sequence[Path]) -> bool:
        """Explorer selects one file a window; it ends with 1 even where it did, so that says nothing."""
        self._run(["explorer.exe", "/select,", str(paths[0])])
        return True

    def _do(self, path: Path, verb: str) -> None:
        try:
            self._shell(str(path), verb)
        except OSError as error:
            raise InputError(
                Phrase("{name} cannot be opened ({error}).", name=path.name, error=error.strerror), path=path
            ) from error
