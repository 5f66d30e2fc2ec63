"""``mindseye export``: copies of what a query finds, or a list of it."""

import argparse

from mindseye.cli.asked import query_of
from mindseye.cli.given import given_limit, given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.cli.search import language_help
from mindseye.errors import MindseyeError
from mindseye.operations.export import LISTS, export
from mindseye.operations.find import find
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import photos


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "export",
        help="copy what a query finds into a folder, or write a list of it",
        description="Exports the likely results. Nothing is overwritten: a copy whose name is taken gets a "
        "number, and a picture that is there already is not copied again. An album: album:NAME",
        epilog=language_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="+", metavar="QUERY", help="what to export; see below")
    parser.add_argument(
        "--to",
        type=given_path,
        required=True,
        metavar="TARGET",
        help=f"a folder, or a file ending in {' or '.join(LISTS)}",
    )
    parser.add_argument(
        "--limit", type=given_limit, default=10_000, metavar="N", help="how many at most (10000)"
    )
    parser.add_argument("--less-likely", action="store_true", help="also what lies below the line")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    query = query_of(options.words)
    with open_existing_library(options.library, model=options.model) as library:
        hits = find(library, query, limit=options.limit)
        done = export(library, [hit for hit in hits if hit.likely or options.less_likely], options.to)
    for problem in done.problems:
        complain(problem)
    if options.json:
        write_json({"written": done.written, "there": done.there, "failed": len(done.problems)})
    else:
        there = f"; {photos(done.there)} lay there already" if done.there else ""
        say(f"{photos(done.written)} exported to {options.to}{there}")
    if done.problems and not done.written and not done.there:
        raise MindseyeError("No photo could be exported.")
