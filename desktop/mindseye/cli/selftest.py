"""``mindseye --selftest``: whether this installation works, without touching the user's library."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from mindseye import paths
from mindseye.cli.output import say
from mindseye.operations.selftest import check_library

CheckWindow = Callable[[Path, str | None], str]
"""Opens and closes the window on a library and gives a line about it."""


def selftest(model: str | None, check_window: CheckWindow) -> None:
    """Takes a throw-away library through a session and prints a line for each step.

    Raises:
        MindseyeError: a step failed.
    """
    with tempfile.TemporaryDirectory(prefix="mindseye-selftest-", ignore_cleanup_errors=True) as folder:
        before = os.environ.get(paths.HOME_VARIABLE)
        # Only what ships is tested: the user's settings and models are out of the way.
        os.environ[paths.HOME_VARIABLE] = folder
        try:
            library = paths.default_library()
            for line in check_library(library, model=model):
                say(line)
            say(check_window(library, model))
        finally:
            if before is None:
                del os.environ[paths.HOME_VARIABLE]
            else:
                os.environ[paths.HOME_VARIABLE] = before
    say("Everything works.")
