"""``mindseye why``: why a photo answers a query, and where in it that lies."""

import argparse

import numpy as np
from numpy.typing import NDArray

from mindseye.cli.asked import query_of
from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.errors import InputError
from mindseye.operations import explain, labelling
from mindseye.operations.open_library import open_existing_library
from mindseye.search import Box
from mindseye.search.query_text import format_piece
from mindseye.search.why import Explanation

_WARM = " .:-=+*#%@"
_DRAWN_WIDTH, _DRAWN_HEIGHT = 60, 20


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "why",
        help="tell why a photo answers a query",
        description="Tells what each part of a query did for a photo, which words are nearest to the photo, "
        "which crops of it the model was shown, and where in it lies what is asked for.",
    )
    parser.add_argument("file", type=given_path, metavar="FILE", help="a photo of the library")
    parser.add_argument("words", nargs="+", metavar="QUERY", help="see: mindseye search --help")
    parser.add_argument("--no-map", action="store_true", help="leave out where in the photo it lies")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    query = query_of(options.words)
    with open_existing_library(options.library, model=options.model) as library:
        found = labelling.photos_at(library, [options.file])
        if len(found) != 1:
            raise InputError(f"Name one photo, not a folder: {options.file}", path=options.file)
        (photo_id,) = found
        told = explain.explain(library, query, photo_id)
        seen = [each.box for each in explain.seen(library, photo_id)]
        wanted = bool(query.positive) and not options.no_map
        warmth = explain.where(library, query, photo_id) if wanted else None
    if options.json:
        write_json(_as_json(told, seen, warmth))
    else:
        _tell(told, seen, warmth)


def _as_json(told: Explanation, seen: list[Box], warmth: NDArray[np.float32] | None) -> dict[str, object]:
    return {
        "parts": [
            {
                "part": format_piece(each.part),
                "share": round(each.share, 4),
                "deviations": round(each.deviations, 3),
            }
            for each in told.shares
        ],
        "nearest_words": list(told.words),
        "crops": [[box.left, box.top, box.right, box.bottom] for box in seen],
        "crop": told.crop,
        "map": None if warmth is None else [[round(float(cell), 3) for cell in row] for row in warmth],
    }


def _tell(told: Explanation, seen: list[Box], warmth: NDArray[np.float32] | None) -> None:
    for each in told.shares:
        verb = "for it" if each.share >= 0 else "against it"
        text = format_piece(each.part)
        say(f"{abs(each.share):4.0%} {verb:10}  {text}  ({each.deviations:+.1f} deviations from the median)")
    if told.words:
        say(f"Nearest words: {', '.join(told.words)}")
    box = seen[min(told.crop, len(seen) - 1)]
    say(
        f"The model saw {box.left:.0%} to {box.right:.0%} across and "
        f"{box.top:.0%} to {box.bottom:.0%} down of it."
    )
    if warmth is not None:
        for row in _drawn(warmth):
            say(row)


def _drawn(warmth: NDArray[np.float32]) -> list[str]:
    """A map in characters, which are about twice as high as wide."""
    rows, columns = warmth.shape
    width = min(_DRAWN_WIDTH, 2 * _DRAWN_HEIGHT * columns // rows)
    height = max(round(width * rows / columns / 2), 1)
    down = (np.arange(height) * rows) // height
    across = (np.arange(width) * columns) // width
    steps = np.rint(warmth[np.ix_(down, across)] * (len(_WARM) - 1)).astype(int)
    return ["".join(_WARM[step] for step in row) for row in steps]
