"""``mindseye problems``: the files that were refused, why, and once more."""

import argparse

from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.cli.progress import progress_shown
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.problems import problems, problems_at, retry


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "problems", help="list the refused files with their reasons, or try them again"
    )
    parser.add_argument(
        "files", nargs="*", type=given_path, metavar="FILE", help="only these, and what lies below"
    )
    parser.add_argument("--retry", action="store_true", help="read them once more, now")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        chosen = problems_at(library, options.files) if options.files else problems(library)
        if options.retry and retry(library, [problem.file_id for problem in chosen]):
            with progress_shown(library):
                library.indexer.index()
            still = {problem.file_id for problem in chosen}
            chosen = [problem for problem in problems(library) if problem.file_id in still]
    if options.json:
        write_json([{"path": str(problem.path), "reason": problem.reason} for problem in chosen])
        return
    for problem in chosen:
        say(f"{problem.path}: {problem.reason}")
    if not chosen:
        say("Every file could be read.")
