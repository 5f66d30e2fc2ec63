"""``mindseye problems``: the files that were refused, why, and once more."""

import argparse

from mindseye.cli.output import say, write_json
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.problems import problems, retry


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "problems", help="list the refused files with their reasons, or try them again"
    )
    parser.add_argument("--retry", action="store_true", help="read them all once more, now")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        if options.retry and retry(library):
            library.indexer.index()
        found = problems(library)
    if options.json:
        write_json([{"path": str(problem.path), "reason": problem.reason} for problem in found])
        return
    for problem in found:
        say(f"{problem.path}: {problem.reason}")
    if not found:
        say("Every file could be read.")
