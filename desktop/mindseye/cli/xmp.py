"""``mindseye xmp``: what would be written into sidecars or pictures, writing it, and reading files again."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.labelling import photos_at
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.picture_labels import PictureChange, PicturePlan, plan_pictures, write_pictures
from mindseye.operations.sidecars import (
    Plan,
    SidecarChange,
    Written,
    plan_sidecars,
    read_again,
    write_sidecars,
)


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "xmp",
        help="write tags, ratings and captions into XMP sidecars, and read them back",
        description="Pictures themselves are only written with --into-pictures. Files keep what else they "
        "hold; writing can be undone: mindseye undo",
    )
    parser.add_argument(
        "action",
        choices=("preview", "write", "read"),
        help="preview: tell what would change; write: change it; read: take over what other programs wrote",
    )
    parser.add_argument(
        "--into-pictures",
        action="store_true",
        help="into JPEG and PNG files themselves, with ExifTool; what else they hold is proven the same",
    )
    parser.add_argument(
        "files", nargs="*", type=given_path, metavar="FILE", help="photos, or folders of them"
    )
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
    plan: Plan | PicturePlan
    done: Written | None = None
    if options.into_pictures:
        plan = plan_pictures(library, chosen)
        done = write_pictures(library, plan.changes) if options.action == "write" else None
    else:
        plan = plan_sidecars(library, chosen)
        done = write_sidecars(library, plan.changes) if options.action == "write" else None
    problems = plan.problems | ({} if done is None else done.problems)
    left: Sequence[Path] = () if done is None else done.left
    written = 0 if done is None else done.files
    if options.json:
        write_json(
            {
                "written": written,
                "changes": [_facts(change) for change in plan.changes],
                "left": [str(path) for path in left],
                "problems": {str(path): reason for path, reason in problems.items()},
            }
        )
        return
    for change in plan.changes:
        say(f"{_path(change)}{' (new)' if _is_new(change) else ''}")
        for line in change.lines():
            say(f"  {line}")
    for path, reason in problems.items():
        complain(f"{path} is left alone: {reason}")
    for path in left:
        complain(f"{path} is left alone: it was changed meanwhile.")
    if not plan.changes:
        what = "picture that can be written" if options.into_pictures else "sidecar"
        say(f"Every {what} says already what the library says.")
    elif options.action == "write":
        say(f"{written:,} of {_counted(plan)} written. To take it back: mindseye undo")
    else:
        more = " --into-pictures" if options.into_pictures else ""
        say(f"{_counted(plan)} would be written: mindseye xmp write{more}")


def _counted(plan: Plan | PicturePlan) -> str:
    count, what = len(plan.changes), "sidecar" if isinstance(plan, Plan) else "picture"
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _path(change: SidecarChange | PictureChange) -> Path:
    return change.file.path if isinstance(change, SidecarChange) else change.picture


def _is_new(change: SidecarChange | PictureChange) -> bool:
    return isinstance(change, SidecarChange) and change.is_new


def _facts(change: SidecarChange | PictureChange) -> dict[str, object]:
    return {
        "sidecar": str(change.file.path) if isinstance(change, SidecarChange) else None,
        "picture": str(change.picture),
        "new": _is_new(change),
        "changes": change.lines(),
    }


def _everything(library: Library) -> list[int]:
    return [tile.id for tile in all_tiles(library)]
