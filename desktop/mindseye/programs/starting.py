"""Starting another program: it lives on its own, in surroundings as before a frozen Mindseye was started."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from mindseye.errors import InputError
from mindseye.phrases import Phrase

_LET_GO = '"$@" </dev/null >/dev/null 2>&1 &'
_FOREIGN = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "PYTHONHOME", "PYTHONPATH")


def surroundings(
    environment: Mapping[str, str] = os.environ, *, frozen: bool | None = None
) -> dict[str, str]:
    """The environment as the user's own programs expect it.

    PyInstaller leads the loader to the libraries of the frozen program, of which another one would die, and
    keeps what was there before under the same name with ``_ORIG``.
    """
    clean = dict(environment)
    if getattr(sys, "frozen", False) if frozen is None else frozen:
        for name in _FOREIGN:
            before = clean.pop(f"{name}_ORIG", None)
            clean.pop(name, None)
            if before is not None:
                clean[name] = before
    return clean


def start(command: Sequence[str], *, folder: Path | None = None) -> None:
    """Starts a program that outlives this one, by way of the shell, which leaves it to the system.

    Raises:
        InputError: there is no such program.
    """
    program = shutil.which(command[0])
    if program is None:
        raise InputError(
            Phrase("{command} is not installed any more. Choose another program.", command=command[0])
        )
    try:
        subprocess.run(  # noqa: S603 - what the user chose from the list of installed programs
            ["/bin/sh", "-c", _LET_GO, "sh", program, *command[1:]],
            check=True,
            cwd=folder,
            env=surroundings(),
            start_new_session=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise InputError(
            Phrase("{command} cannot be started ({error}).", command=command[0], error=error)
        ) from error


def answer(command: Sequence[str], *, seconds: float = 10) -> str | None:
    """What a program of the system writes; None where it is not there, fails, or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - commands of the system, written down in this room
            list(command), check=True, capture_output=True, timeout=seconds, env=surroundings()
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
