"""Writing for people and for scripts: JSON on standard output, everything else on standard error."""

import faulthandler
import json
import os
import sys
from collections.abc import Mapping, Sequence

JsonValue = Mapping[str, object] | Sequence[Mapping[str, object]]


def write_json(value: JsonValue) -> None:
    """Prints a value as JSON, in ASCII so that names that are no UTF-8 survive a pipe."""
    print(json.dumps(value, indent=2))


def say(text: str) -> None:
    """Prints a line for people, with characters the terminal cannot show replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, errors="replace").decode(encoding))


def complain(sentence: str) -> None:
    """Prints one sentence on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    shown = sentence.encode(encoding, errors="replace").decode(encoding)
    print(f"mindseye: {shown}", file=sys.stderr)


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
