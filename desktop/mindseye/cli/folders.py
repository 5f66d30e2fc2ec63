"""``mindseye folders``: the watched folders, what they leave out, and taking one out of the library."""

import argparse

from mindseye.catalog.folders import Folder
from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.errors import InputError
from mindseye.folders.polling import Polled
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.watched_folders import (
    folder_at,
    list_folders,
    polled_folders,
    remove_folder,
    set_excludes,
)
from mindseye.operations.wording import duration


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("folders", help="list the watched folders; say what they leave out")
    parser.add_argument("folder", nargs="?", type=given_path, metavar="FOLDER", help="the one to change")
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="leave out what is like this from the next look on, as .gitignore would",
    )
    parser.add_argument("--include-all", action="store_true", help="forget what was left out so far")
    parser.add_argument("--remove", action="store_true", help="take the folder out of the library")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    changes = options.exclude or options.include_all or options.remove
    if changes and options.folder is None:
        raise InputError("Name the folder that is to be changed: mindseye folders FOLDER --exclude PATTERN")
    with open_existing_library(options.library, model=options.model) as library:
        if options.remove:
            remove_folder(library, folder_at(library, options.folder).id)
        elif changes:
            folder = folder_at(library, options.folder)
            before = () if options.include_all else folder.excludes
            set_excludes(library, folder.id, [*before, *options.exclude])
        listed, polled = list_folders(library), polled_folders(library)
    if options.json:
        write_json(
            [
                {
                    "path": str(folder.path),
                    "away": not folder.online,
                    "polled": folder.path in polled,
                    "polled_seconds": polled[folder.path].seconds if folder.path in polled else None,
                    "excludes": list(folder.excludes),
                }
                for folder in listed
            ]
        )
        return
    for folder in listed:
        say(_line(folder, polled.get(folder.path)))
    if not listed:
        say("The library watches no folder yet. Add one: mindseye index FOLDER")


def _line(folder: Folder, polled: Polled | None) -> str:
    facts = [] if folder.online else ["away"]
    if polled is not None:
        often = duration(polled.seconds)
        facts.append(f"looked at every {often} while the window is open, because {polled.reason}")
    if folder.excludes:
        facts.append(f"without {', '.join(folder.excludes)}")
    return f"{folder.path}{': ' if facts else ''}{'; '.join(facts)}"
