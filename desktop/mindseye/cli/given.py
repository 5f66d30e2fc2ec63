"""What stands on the command line as more than text: paths and numbers."""

import argparse
import sys
from pathlib import Path

from mindseye.cli.asked import unshielded
from mindseye.errors import InputError


def given_path(text: str) -> Path:
    """A path; ``~`` is the home folder also where the shell left it alone, as in ``--to=~/out``.

    Raises:
        InputError: it is empty, as a variable that a script forgot to set; that must not mean this folder.
    """
    text = unshielded(text)
    if not text:
        raise InputError("An empty path was given. Name a file or a folder; the current folder is “.”.")
    try:
        return Path(text).expanduser()
    except RuntimeError:  # ~nobody
        return Path(text)


def given_limit(text: str) -> int:
    """How many are wanted at most, 1 or more.

    Raises:
        InputError: it is less.
        argparse.ArgumentTypeError: it is no whole number.
    """
    try:
        number = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from error
    if number < 1:
        raise InputError(f"The limit must be 1 or more, not {number}.")
    return min(number, sys.maxsize)
