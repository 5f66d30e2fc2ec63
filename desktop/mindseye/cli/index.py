"""``mindseye index``: adds folders and indexes them to the end."""

import argparse
from dataclasses import asdict

from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.cli.progress import progress_shown
from mindseye.folders.excludes import clean
from mindseye.operations import albums
from mindseye.operations.index_folders import IndexSummary, index_folders
from mindseye.operations.open_library import open_library
from mindseye.operations.watched_folders import check_folders
from mindseye.operations.wording import duration


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("index", help="add folders and index their pictures")
    parser.add_argument("folders", nargs="+", type=given_path, metavar="FOLDER")
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave out files and folders like this, as .gitignore would: '*.png', 'raw/', '/old/**'",
    )
    parser.add_argument(
        "--gently",
        action="store_true",
        help="rest, or wait, on battery and while other programs are busy, as the window's settings say",
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    wanted = check_folders(options.folders)  # before a library is made for nothing
    clean(options.exclude)
    with open_library(options.library, model=options.model) as library:
        with progress_shown(library):
            summary = index_folders(library, wanted, leave_out=options.exclude, gently=options.gently)
        for problem in albums.refresh_all(library):
            complain(problem)
    if options.json:
        write_json(asdict(summary) | {"seconds": round(summary.seconds, 3),
                                      "photos_per_second": round(summary.photos_per_second, 2)})  # fmt: skip
    else:
        say(_sentence(summary))


def _sentence(summary: IndexSummary) -> str:
    text = f"{summary.photos:,} photos indexed in {duration(summary.seconds)}"
    if summary.photos:
        text += f" ({summary.photos_per_second:.0f} a second with {summary.model} on {summary.provider})"
    text += f"; {summary.skipped:,} of {summary.files:,} files were known already"
    if summary.failed:
        text += f"; {summary.failed:,} cannot be read, see: mindseye problems"
    return text + "."
