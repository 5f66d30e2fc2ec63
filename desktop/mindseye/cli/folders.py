"""``mindseye folders``: the watched folders, what they leave out, and taking one out of the library."""

import argparse
from pathlib import Path

from mindseye.catalog.folders import Folder
from mindseye.cli.output import say, write_json
from mindseye.errors import InputError
from mindseye.folders.mounts import is_remote
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.watched_folders import folder_at, list_folders, remove_folder, set_excludes


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("folders", help="list the watched folders; say what they leave out")
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="the one to change")
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
        listed = list_folders(library)
    if options.json:
        write_json(
            [
                {
                    "path": str(folder.path),
                    "away": not folder.online,
                    "polled": is_remote(folder.path),
                    "excludes": list(folder.excludes),
                }
                for folder in listed
            ]
        )
        return
    for folder in listed:
        say(_line(folder))
    if not listed:
        say("The library watches no folder yet. Add one: mindseye index FOLDER")


def _line(folder: Folder) -> str:
    facts = [] if folder.online else ["away"]
    if is_remote(folder.path):
        facts.append("looked at by the clock, since nothing tells of changes there")
    if folder.excludes:
        facts.append(f"without {', '.join(folder.excludes)}")
    return f"{folder.path}{': ' if facts else ''}{'; '.join(facts)}"
