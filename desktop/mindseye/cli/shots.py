"""``mindseye shots``: whether the raw file and the picture of one shot are one item or two."""

import argparse

from mindseye.cli.output import say, write_json
from mindseye.cli.progress import progress_shown
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.shots import are_together, set_together


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "shots", help="make the raw file and the JPEG or HEIC of a shot one item, or two"
    )
    parser.add_argument(
        "choice", nargs="?", choices=("together", "apart"), help="without it: tell what is so"
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        if options.choice is not None:
            set_together(library, together=options.choice == "together")
            with progress_shown(library):
                library.indexer.index()
        together = are_together(library)
    if options.json:
        write_json({"together": together})
    else:
        say(f"The raw file and the picture of a shot are {'one item' if together else 'two items'}.")
