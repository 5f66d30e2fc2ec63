"""Where the finished program starts; ``mindseye.spec`` freezes this file."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mindseye.__main__ import main


def arguments(given: Sequence[str]) -> list[str]:
    """The arguments of the program.

    macOS gives documents that were opened with it as bare paths; no command is one.
    """
    if given and all(Path(each).is_absolute() and Path(each).exists() for each in given):
        return ["--open", *given]
    return list(given)


def give_streams() -> None:
    """Replaces the streams that Windows does not give to a program without a console."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end


if __name__ == "__main__":
    give_streams()
    sys.exit(main(arguments(sys.argv[1:])))
