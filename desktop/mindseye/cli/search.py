"""``mindseye search``: finds photos by words, pictures and filters."""

import argparse
from dataclasses import replace

from mindseye.cli.asked import query_of
from mindseye.cli.given import given_limit, given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.operations.find import find, locate, understood
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import unknown_words_sentence
from mindseye.search import PictureFile
from mindseye.search.fields import FIELDS
from mindseye.search.hints import hints_for

LANGUAGE = """\
the query:
  dog in the snow              words that stand together are one phrase
  (a dog) (a red car)          parentheses part phrases; each counts the same
  snow^2 (a dog)^0.5           a weight follows its phrase
  -crowd  -(many people)       less of that; what clearly shows it is left out
  "IMG_20"                     exactly this in a file name, a tag or a caption
  picture:"/path/to.jpg"       like a picture in a file
  picture:"/a.jpg"[0,0,0.5,1]  like a region of it: left, top, right, bottom, 0 to 1
  photo:3f9ac2d1               like a photo of the library, by the content that --json tells
filters, of which all must hold; a comma means or, a minus in front means not:
"""


def language_help() -> str:
    """The language of queries on one page, for people."""
    return LANGUAGE + "\n".join(f"  {each.name + ':':9} {each.expected}" for each in FIELDS.values())


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "search",
        help="find photos by words, pictures and filters",
        epilog=language_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="QUERY", help="what the photos show; see below")
    parser.add_argument(
        "--image", type=given_path, action="append", metavar="FILE", help="a picture that the photos resemble"
    )
    parser.add_argument("--limit", type=given_limit, default=20, metavar="N", help="how many results (20)")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    query = query_of(options.words)
    pictures = tuple(PictureFile(path) for path in options.image or ())
    query = replace(query, parts=(*query.parts, *pictures))
    with open_existing_library(options.library, model=options.model) as library:
        found = locate(library, find(library, query, limit=options.limit))
        unknown = understood(library, query).unknown
        title = library.model.manifest.title
    if options.json:
        more: dict[str, object] = {"unknown_words": list(unknown)} if unknown else {}
        write_json(
            [
                {
                    "path": str(photo.path),
                    "score": round(photo.score, 6),
                    "likely": photo.likely,
                    "content": photo.content,
                }
                | more
                for photo in found
            ]
        )
        return
    if unknown:
        complain(f"{unknown_words_sentence(title, unknown)} See: mindseye models list")
    for photo in found:
        say(f"{photo.score:7.3f}  {'likely     ' if photo.likely else 'less likely'}  {photo.path}")
    if not found and query.conditions:
        say("No indexed photo meets all of that.")
    elif not found:
        say("The library holds no indexed photos yet. Add a folder: mindseye index FOLDER")
    for hint in hints_for(query):
        say(hint.sentence)
