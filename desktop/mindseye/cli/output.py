"""Writing for people and for scripts: JSON on standard output, everything else on standard error."""

import faulthandler
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

from mindseye.errors import MindseyeError

JsonValue = Mapping[str, object] | Sequence[Mapping[str, object]]


class ReaderGoneError(Exception):
    """Whoever read standard output (``head``, ``less``) has seen enough; the rest is wanted by nobody."""


def write_json(value: JsonValue) -> None:
    """Prints a value as JSON, in ASCII so that names that are no UTF-8 survive a pipe.

    Raises:
        ReaderGoneError: nobody reads it any more.
        MindseyeError: standard output cannot be written.
    """
    with _told_of_failure():
        print(json.dumps(value, indent=2))


def say(text: str) -> None:
    """Prints a line for people, with characters the terminal cannot show replaced.

    Raises:
        ReaderGoneError: nobody reads it any more.
        MindseyeError: standard output cannot be written.
    """
    with _told_of_failure():
        print(_shown(text, sys.stdout))


def finish() -> None:
    """Writes what is still held back, so that it cannot fail when the program has ended.

    Raises:
        ReaderGoneError: nobody reads it any more.
        MindseyeError: standard output cannot be written.
    """
    with _told_of_failure():
        sys.stdout.flush()


def complain(sentence: str) -> None:
    """Prints one sentence on standard error, if that can be written."""
    try:
        print(f"mindseye: {_shown(sentence, sys.stderr)}", file=sys.stderr)
    except OSError:
        _give_up(sys.stderr)


def give_streams() -> None:
    """Puts something in the place of standard streams that the program was started without.

    Python has no object for them then (so has Windows for a program without a console), and on other systems
    the next files that are opened would get their numbers, and what libraries print with that.
    """
    if os.name != "nt":
        for number in (0, 1, 2):
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)  # gets the lowest free number
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end


def keep_stderr_to_ourselves() -> None:
    """From now on standard error is Python's alone; what C libraries print there goes nowhere.

    libtiff and LibRaw describe every oddity of a broken file; the recorded reason says what matters.
    For a process that is a command of its own, before anything has been printed.
    """
    ours = os.dup(2)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    os.close(silent)
    sys.stderr = os.fdopen(ours, "w", encoding=sys.stderr.encoding, errors="backslashreplace", buffering=1)
    faulthandler.enable(sys.stderr)  # a crash is still told


def _shown(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, errors="replace").decode(encoding)


@contextmanager
def _told_of_failure() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _give_up(sys.stdout)
        raise ReaderGoneError from error
    except OSError as error:
        _give_up(sys.stdout)
        raise MindseyeError(
            f"Standard output cannot be written ({error.strerror}). Make room there, or send it elsewhere."
        ) from error


def _give_up(stream: TextIO) -> None:
    """Lets what is held back go nowhere: Python would try to write it once more at its end."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, stream.fileno())
    os.close(silent)
