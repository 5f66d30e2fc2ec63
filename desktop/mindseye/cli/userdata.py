"""``mindseye userdata``: everything people said of photos, out into a JSON file and in again."""

import argparse
from dataclasses import asdict

from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.library import Library
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.userdata import export_userdata, import_userdata
from mindseye.operations.wording import photos


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "userdata",
        help="write tags, ratings, captions and albums into a JSON file, or merge one in",
        description="Photos are told by their content, so that a file fits any library that holds them.",
    )
    parser.add_argument("action", choices=("export", "import"))
    parser.add_argument("file", type=given_path, metavar="FILE")
    parser.add_argument(
        "--theirs-first", action="store_true", help="import: where both say something, the file is right"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="import: tell what would change, change nothing"
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        if options.action == "export":
            _export(library, options)
        else:
            _import(library, options)


def _export(library: Library, options: argparse.Namespace) -> None:
    count = export_userdata(library, options.file)
    if options.json:
        write_json({"photos": count, "file": str(options.file)})
    else:
        say(f"What is said of {photos(count)} was written into {options.file}.")


def _import(library: Library, options: argparse.Namespace) -> None:
    done = import_userdata(library, options.file, theirs_first=options.theirs_first, only_try=options.dry_run)
    if options.json:
        write_json(asdict(done.merge) | {"rows": done.rows, "dry_run": options.dry_run})
        return
    verb = "would change" if options.dry_run else "changed"
    say(f"{_facts(done.rows)} {verb} of {photos(done.merge.photos)} that the file and the library share.")
    if done.merge.conflicts:
        who = "the file's word stands" if options.theirs_first else "the library's word stays"
        verb = "is" if done.merge.conflicts == 1 else "are"
        say(f"{_facts(done.merge.conflicts)} {verb} told otherwise in the two; {who}.")
    if done.merge.unknown:
        say(f"{photos(done.merge.unknown)} of the file are not in the library; import again when they are.")
    if done.entry is not None:
        say("To take it back: mindseye undo")


def _facts(count: int) -> str:
    return f"{count:,} fact" if count == 1 else f"{count:,} facts"
