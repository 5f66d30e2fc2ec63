"""``mindseye search``: finds photos by words, by a picture, or by both."""

import argparse
from pathlib import Path

from mindseye.cli.output import complain, say, write_json
from mindseye.operations.find import find, locate, understood
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import unknown_words_sentence
from mindseye.search import Part, PictureFile, Query, Words


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser("search", help="find photos by words or by a picture")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what the photos show")
    parser.add_argument("--image", type=Path, metavar="FILE", help="a picture that the photos resemble")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many results (20)")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    parts: list[Part] = []
    if any(word.strip() for word in options.words):
        parts.append(Words(" ".join(options.words)))
    if options.image is not None:
        parts.append(PictureFile(options.image))
    with open_existing_library(options.library, model=options.model) as library:
        query = Query(tuple(parts))
        found = locate(library, find(library, query, limit=options.limit))
        unknown = understood(library, query).unknown
        title = library.model.manifest.title
    if options.json:
        more: dict[str, object] = {"unknown_words": list(unknown)} if unknown else {}
        write_json(
            [
                {"path": str(photo.path), "score": round(photo.score, 6), "likely": photo.likely} | more
                for photo in found
            ]
        )
        return
    if unknown:
        complain(f"{unknown_words_sentence(title, unknown)} See: mindseye models list")
    for photo in found:
        say(f"{photo.score:7.3f}  {'likely     ' if photo.likely else 'less likely'}  {photo.path}")
    if not found:
        say("The library holds no indexed photos yet. Add a folder: mindseye index FOLDER")
