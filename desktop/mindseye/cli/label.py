"""``mindseye label``: what people say of photos (tags, ratings, captions), told and changed."""

import argparse
from collections.abc import Callable, Sequence

from mindseye.catalog.history import Entry
from mindseye.cli.given import given_path
from mindseye.cli.output import say, write_json
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import browse, labelling
from mindseye.operations.labelling import Labels
from mindseye.operations.open_library import open_existing_library


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "label",
        help="tag, rate and caption photos by hand",
        description="Without a change it tells what is said of photos; without photos, the tags there are. "
        "Every change can be undone: mindseye undo",
    )
    parser.add_argument(
        "files", nargs="*", type=given_path, metavar="FILE", help="photos, or folders of them"
    )
    for name, words in (
        ("tag", "tag them; a name may be a path, as Places/Norway"),
        ("remove", "take a tag off them"),
        ("reject", "say that they do not show this, whatever a model says"),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], metavar="NAME", help=words)
    parser.add_argument("--rating", type=int, metavar="N", help="rate them 1 to 5; 0 takes the rating away")
    parser.add_argument(
        "--caption", metavar="TEXT", help="caption them; an empty text takes the caption away"
    )
    parser.add_argument(
        "--rename",
        nargs=2,
        metavar=("OLD", "NEW"),
        help="rename a tag in the whole library, with those below it",
    )
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    verbs = _verbs(options)
    if verbs and not options.files:
        raise InputError("Name the photos or folders to label.")
    with open_existing_library(options.library, model=options.model) as library:
        made: list[Entry | None] = []
        chosen = labelling.photos_at(library, options.files)
        if options.rename:
            made.append(labelling.rename_tag(library, *options.rename))
        made += [verb(library, chosen) for verb in verbs]
        if verbs or options.rename:
            _tell_entries([entry for entry in made if entry is not None], as_json=options.json)
        elif options.files:
            _tell_photos(library, chosen, as_json=options.json)
        else:
            _tell_tags(library, as_json=options.json)


def _verbs(options: argparse.Namespace) -> list[Callable[[Library, Sequence[int]], Entry | None]]:
    """What is to be said. All of it is looked at before the first is said, so that nothing is half done."""
    verbs: list[Callable[[Library, Sequence[int]], Entry | None]] = []
    given, taken, rejected = (
        [labelling.tag_name(name) for name in names]
        for names in (options.tag, options.remove, options.reject)
    )
    if given:
        verbs.append(lambda library, chosen: labelling.give_tags(library, chosen, given))
    if taken:
        verbs.append(lambda library, chosen: labelling.take_tags(library, chosen, taken))
    if rejected:
        verbs.append(lambda library, chosen: labelling.reject_tags(library, chosen, rejected))
    if options.rating is not None:
        rating = labelling.checked_rating(options.rating)
        verbs.append(lambda library, chosen: labelling.rate(library, chosen, rating))
    if options.caption is not None:
        caption = labelling.checked_caption(options.caption)
        verbs.append(lambda library, chosen: labelling.caption(library, chosen, caption))
    return verbs


def _tell_entries(made: Sequence[Entry], *, as_json: bool) -> None:
    if as_json:
        write_json([{"id": entry.id, "words": entry.words, "rows": entry.rows} for entry in made])
        return
    for number, entry in enumerate(made):
        times = len(made) - number
        say(f"Done: {entry.words}. To take it back: mindseye undo{f' ({times} times)' if times > 1 else ''}")
    if not made:
        say("Nothing to change: it was so already.")


def _tell_photos(library: Library, chosen: Sequence[int], *, as_json: bool) -> None:
    known = labelling.labels_of(library, chosen)
    paths = dict(zip(chosen, browse.paths_of(library, chosen), strict=True))
    if as_json:
        write_json([{"path": str(paths[each])} | _facts(known[each]) for each in chosen])
        return
    for each in chosen:
        of_photo = known[each]
        words = [f"{tag.category}: {tag.label}" if tag.category else tag.label for tag in of_photo.tags]
        if of_photo.rating:
            words.append("★" * of_photo.rating)
        if of_photo.caption:
            words.append(f"“{of_photo.caption}”")
        say(f"{paths[each]}: {', '.join(words) or 'nothing is said of it'}")


def _facts(of_photo: Labels) -> dict[str, object]:
    return {
        "tags": [{"category": tag.category, "label": tag.label, "state": tag.state} for tag in of_photo.tags],
        "rating": of_photo.rating,
        "caption": of_photo.caption,
    }


def _tell_tags(library: Library, *, as_json: bool) -> None:
    counts = labelling.free_tag_counts(library)
    if as_json:
        write_json([{"tag": count.name, "count": count.count} for count in counts])
        return
    for count in counts:
        say(f"{count.name} {count.count:,}")
    if not counts:
        say("No photo carries a tag yet. Give one: mindseye label FILE --tag NAME")
