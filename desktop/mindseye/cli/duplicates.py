"""``mindseye duplicates``: lists photos that are nearly the same, or tells some apart. It deletes nothing."""

import argparse

from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.duplicates import Kind
from mindseye.errors import InputError
from mindseye.operations.clear_duplicates import set_apart
from mindseye.operations.duplicates import Group, find_duplicates
from mindseye.operations.labelling import photos_at
from mindseye.operations.open_library import open_existing_library

_KINDS = {"copies": Kind.COPIES, "same": Kind.SAME_PICTURE, "alike": Kind.VERY_ALIKE}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("duplicates", help="list photos that are nearly the same; deletes nothing")
    parser.add_argument(
        "--up-to",
        choices=_KINDS,
        default="same",
        help="how near they are: equal files, one picture in another size or format (the default), "
        "or crops and shots of one scene as well",
    )
    parser.add_argument(
        "--apart",
        metavar="FILE",
        nargs="+",
        type=given_path,
        help="say that these photos are no duplicates of one another, so that they are not listed any more",
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    if options.apart is not None:
        _set_apart(options)
        return
    with open_existing_library(options.library, model=options.model) as library:
        groups = find_duplicates(library, kind=_KINDS[options.up_to])
    if options.json:
        write_json([_as_json(group) for group in groups])
        return
    for group in groups:
        say(f"{_NAMES[group.kind]}: {len(group.members)} files")
        for number, member in enumerate(group.members):
            mark = "best " if number == 0 else "spare" if member.spare else "     "
            size = f"{member.photo.width:,} x {member.photo.height:,}"
            say(f"  {mark}  {size:>15}  {member.file.path}")
    if not groups:
        complain("No duplicates were found.")


def _set_apart(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        photo_ids = [each for path in options.apart for each in photos_at(library, [path])]
        if len(photo_ids) < 2:
            raise InputError("--apart needs two files at least, or a folder with several photos.")
        entry = set_apart(library, photo_ids)
    if options.json:
        write_json({"said": None if entry is None else entry.words})
    else:
        say("It was so already." if entry is None else f"Done: {entry.words}. To take it back: mindseye undo")


def _as_json(group: Group) -> dict[str, object]:
    return {
        "kind": _NAMES[group.kind],
        "because": [reason.value for reason in group.reasons],
        "files": [
            {
                "path": str(member.file.path),
                "best": number == 0,
                "spare": member.spare,
                "kind": _NAMES[member.kind],
                "width": member.photo.width,
                "height": member.photo.height,
                "format": member.photo.format,
                "bytes": member.file.size,
                "taken_at": None if member.photo.taken_at is None else member.photo.taken_at.isoformat(),
                "here": member.file.online,
            }
            for number, member in enumerate(group.members)
        ],
    }
