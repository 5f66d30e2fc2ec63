"""What every system tells of its programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is installed."""

    id: str
    """Names it on this computer, from one session to the next."""
    name: str
    """As the system shows it, in the user's language where it has one."""


class Programs(Protocol):
    """The programs of a computer. Everything here may wait for the disk or for other processes."""

    @property
    def asks_itself(self) -> bool:
        """Whether the system has a list of its own to choose from, which ``ask`` shows."""

    def for_files(self, paths: Sequence[Path]) -> list[Program]:
        """Those that open all of these, the one that the user chose for such files first."""

    def others(self) -> list[Program]:
        """Every program that takes files, by name."""

    def open(self, program: Program, paths: Sequence[Path]) -> None:
        """Opens files in a program, and does not wait for it.

        Raises:
            InputError: it cannot be started.
        """

    def ask(self, path: Path) -> None:
        """Lets the system ask what a file is to be opened in.

        Raises:
            InputError: it cannot.
        """

    def reveal(self, paths: Sequence[Path]) -> bool:
        """Shows files in the file manager, selected; false where the system cannot."""
