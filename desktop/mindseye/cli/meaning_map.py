"""``mindseye map``: lays the photos out by what they show, and tells what its crowds are called."""

import argparse
import csv
from pathlib import Path

from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations.meaning_map import (
    MeaningMap,
    better_map,
    first_map,
    kept_map,
    paths_and_places,
    regions_of,
)
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import photos
from mindseye.semantic_map import Region
from mindseye.whole_files import making

_INDENT = "  "


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("map", help="lay the photos out by what they show, and name the crowds")
    parser.add_argument("--again", action="store_true", help="lay all out anew, though there is a map")
    parser.add_argument(
        "--out",
        type=given_path,
        metavar="FILE.csv",
        help="write where each photo lies; an existing file stays",
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        shown = None if options.again else kept_map(library)
        shown = shown or better_map(library, first_map(library))
        regions = regions_of(library, shown)
        if options.out is not None:
            _write(library, shown, options.out)
    if options.json:
        write_json([_as_json(region) for region in regions])
        return
    for region in regions:
        say(f"{_INDENT * region.level}{region.name}: {photos(region.photos)}")
    if not regions:
        complain("No crowd of photos stands out by a word." if len(shown) else "There are no photos yet.")


def _as_json(region: Region) -> dict[str, object]:
    return {
        "name": region.name,
        "photos": region.photos,
        "level": region.level,
        "x": region.x,
        "y": region.y,
        "clearness": round(region.clearness, 3),
    }


def _write(library: Library, shown: MeaningMap, target: Path) -> None:
    try:
        with (
            making(target) as temporary,
            temporary.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file,
        ):
            lines = csv.writer(file)
            lines.writerow(("path", "x", "y"))
            lines.writerows(paths_and_places(library, shown))
    except FileExistsError as error:
        raise InputError(f"{target} exists already. Name another file.", path=target) from error
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror}.", path=target) from error
