"""``mindseye xmp``: what would be written into sidecars, writing it, and reading files again."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from mindseye.cli.output import complain, say, write_json
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.labelling import photos_at
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.sidecars import Plan, plan_sidecars, read_again, write_sidecars


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "xmp",
        help="write tags, ratings and captions into XMP sidecars, and read them back",
        description="Pictures themselves are never written. Sidecars keep what else they hold; writing them "
        "can be undone: mindseye undo",
    )
    parser.add_argument(
        "action",
        choices=("preview", "write", "read"),
        help="preview: tell what would change; write: change it; read: take over what other programs wrote",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="photos, or folders of them")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        if options.action == "read":
            _read(library, as_json=options.json)
        else:
            _preview_or_write(library, options)


def _read(library: Library, *, as_json: bool) -> None:
    count = read_again(library)
    if as_json:
        write_json({"read": count})
    else:
        say(
            f"{count:,} {'file' if count == 1 else 'files'} read."
            if count
            else "There was nothing new to read."
        )


def _preview_or_write(library: Library, options: argparse.Namespace) -> None:
    chosen = photos_at(library, options.files) if options.files else _everything(library)
    plan = plan_sidecars(library, chosen)
    problems = dict(plan.problems)
    left: Sequence[Path] = ()
    written = 0
    if options.action == "write":
        done = write_sidecars(library, plan.changes)
        problems |= done.problems
        left, written = done.left, done.files
    if options.json:
        write_json(
            {
                "written": written,
                "changes": [_facts(plan, at) for at in range(len(plan.changes))],
                "left": [str(path) for path in left],
                "problems": {str(path): reason for path, reason in problems.items()},
            }
        )
        return
    for change in plan.changes:
        say(f"{change.file.path}{' (new)' if change.is_new else ''}")
        for line in change.lines():
            say(f"  {line}")
    for path, reason in problems.items():
        complain(f"{path} is left alone: {reason}")
    for path in left:
        complain(f"{path} is left alone: it was changed meanwhile.")
    if not plan.changes:
        say("Every sidecar says already what the library says.")
    elif options.action == "write":
        say(f"{written:,} of {_counted(plan)} written. To take it back: mindseye undo")
    else:
        say(f"{_counted(plan)} would be written: mindseye xmp write")


def _counted(plan: Plan) -> str:
    count = len(plan.changes)
    return f"{count:,} sidecar" if count == 1 else f"{count:,} sidecars"


def _facts(plan: Plan, at: int) -> dict[str, object]:
    change = plan.changes[at]
    return {
        "sidecar": str(change.file.path),
        "picture": str(change.picture),
        "new": change.is_new,
        "changes": change.lines(),
    }


def _everything(library: Library) -> list[int]:
    return [tile.id for tile in all_tiles(library)]
