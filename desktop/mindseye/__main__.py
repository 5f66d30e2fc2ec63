"""The program: the window is one command among several, and Qt is imported only when it is asked for."""

import sys
from collections.abc import Sequence
from pathlib import Path

from mindseye.decoding.worker import FLAG, run_worker

_DECODING = frozenset({"index", "search", "tags"})
"""Commands that read picture files."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; gives its exit status."""
    if sys.argv[1:2] == [FLAG]:
        run_worker(float(sys.argv[2]))
        return 0
    from mindseye.cli.output import give_streams, keep_stderr_to_ourselves

    give_streams()
    from mindseye.cli.main import heed_signals, run

    if arguments is None:
        heed_signals()
        if _DECODING.intersection(sys.argv[1:]):
            keep_stderr_to_ourselves()
    return run(
        sys.argv[1:] if arguments is None else arguments, open_window=_open_window, check_window=_check_window
    )


def _open_window(library: Path | None, model: str | None, given: Sequence[Path]) -> int:
    from mindseye.ui.application import run_window

    return run_window(library, model, given)


def _check_window(library: Path, model: str | None) -> str:
    from mindseye.ui.selftest import check_window
    from mindseye.ui.unseen import pass_on_what_matters

    pass_on_what_matters()
    return check_window(library, model)


if __name__ == "__main__":
    sys.exit(main())
