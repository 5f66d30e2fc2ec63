"""What a person says of photos: free tags, judgements, ratings, captions. Each call is one undoable entry."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path

from mindseye.catalog import Connection, files, folders, free_tags, remarks, tags
from mindseye.catalog.free_tags import TagCount
from mindseye.catalog.history import Entry
from mindseye.catalog.tags import OWN, Tag
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import history
from mindseye.operations.wording import photos
from mindseye.phrases import Phrase, counted, label_phrase, quoted

LONGEST_NAME = 200
"""Characters of a tag."""

LONGEST_CAPTION = 10_000
"""Characters of a caption."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is said of one photo."""

    tags: list[Tag] = field(default_factory=list)
    """Confirmed and suggested ones."""
    rating: int = 0
    """0 where there is none, to 5."""
    caption: str = ""


def labels_of(library: Library, photo_ids: Sequence[int]) -> dict[int, Labels]:
    """What is said of each of these photos."""
    with library.catalog.read() as connection:
        of_tags = tags.of_photos(connection, library.space_id, photo_ids)
        ratings = remarks.ratings_of(connection, photo_ids)
        captions = remarks.captions_of(connection, photo_ids)
    return {
        each: Labels(of_tags.get(each, []), ratings.get(each, 0), captions.get(each, ""))
        for each in photo_ids
    }


def free_tag_counts(library: Library) -> list[TagCount]:
    """The free tags in use, and how many photos carry each or one below it."""
    with library.catalog.read() as connection:
        return free_tags.counts(connection)


def photos_with_free_tag(library: Library, name: str) -> list[int]:
    """The photos that carry a free tag or one below it, newest first."""
    with library.catalog.read() as connection:
        return free_tags.photos_with(connection, name)


def give_tags(library: Library, photo_ids: Sequence[int], names: Sequence[str]) -> Entry | None:
    """Tags photos by hand. A tag that is known in other letter case keeps its spelling.

    Raises:
        InputError: a name is empty or too long.
    """
    wanted = [tag_name(name) for name in names]
    return history.change(
        library,
        lambda connection: free_tags.give(connection, photo_ids, _as_known(connection, wanted)),
        lambda count: counted(
            "tagging {n} photo {tags}", "tagging {n} photos {tags}", n=count, tags=_quoted(wanted)
        ),
    )


def take_tags(library: Library, photo_ids: Sequence[int], names: Sequence[str]) -> Entry | None:
    """Takes free tags off photos; what a file or a model said stays away from now on.

    Raises:
        InputError: a name is empty or too long.
    """
    wanted = [tag_name(name) for name in names]
    return history.change(
        library,
        lambda connection: free_tags.take_away(connection, photo_ids, _as_known(connection, wanted)),
        lambda count: _taken_off(_quoted(wanted), count),
    )


def judge(
    library: Library,
    name: str,
    *,
    category: str = OWN,
    right: Sequence[int] = (),
    wrong: Sequence[int] = (),
) -> Entry | None:
    """Says for which photos a label is right and for which it is wrong, as one entry.

    Rejected stays rejected whatever a model or a file says later, until a person says otherwise; right and
    wrong ones are the examples and counter-examples of a free tag.

    Args:
        library: where.
        name: a free tag, or a label of ``category``.
        category: none for free tags.
        right: photos that show it.
        wrong: photos that do not.

    Raises:
        InputError: the name is empty or too long.
    """
    wanted = [tag_name(name)] if category == OWN else [name]

    def work(connection: Connection) -> None:
        names = _as_known(connection, wanted) if category == OWN else wanted
        free_tags.give(connection, right, names, category=category)
        free_tags.reject(connection, wrong, names, category=category)

    def words(_: int) -> Phrase:
        tagged = _quoted([label_phrase(category, each) for each in wanted])
        if right and wrong:
            return counted(
                "tagging {n} photo {tags} and rejecting it for {wrong}",
                "tagging {n} photos {tags} and rejecting it for {wrong}",
                n=len(right),
                tags=tagged,
                wrong=photos(len(wrong)),
            )
        if wrong:
            return _rejected(tagged, len(wrong))
        return counted("tagging {n} photo {tags}", "tagging {n} photos {tags}", n=len(right), tags=tagged)

    return history.change(library, work, words)


def change_tags(
    library: Library, photo_ids: Sequence[int], *, add: Sequence[str], remove: Sequence[str]
) -> Entry | None:
    """Gives some free tags and takes others off, as one entry.

    Raises:
        InputError: a name is empty or too long.
    """
    given, taken = [tag_name(name) for name in add], [tag_name(name) for name in remove]

    def work(connection: Connection) -> None:
        free_tags.give(connection, photo_ids, _as_known(connection, given))
        free_tags.take_away(connection, photo_ids, _as_known(connection, taken))

    def words(count: int) -> Phrase:
        if given and taken:
            return counted(
                "tagging {n} photo {given} and taking {taken} off it",
                "tagging {n} photos {given} and taking {taken} off them",
                n=count,
                given=_quoted(given),
                taken=_quoted(taken),
            )
        if taken:
            return _taken_off(_quoted(taken), count)
        return counted("tagging {n} photo {tags}", "tagging {n} photos {tags}", n=count, tags=_quoted(given))

    return history.change(library, work, words)


def take_label(library: Library, photo_ids: Sequence[int], label: str, *, category: str) -> Entry | None:
    """Takes a confirmed label off photos; a model may suggest it again."""
    return history.change(
        library,
        lambda connection: free_tags.take_away(connection, photo_ids, [label], category=category),
        lambda count: _taken_off(_quoted([label_phrase(category, label)]), count),
    )


def reject_tags(library: Library, photo_ids: Sequence[int], names: Sequence[str]) -> Entry | None:
    """Says that photos do not show these free tags, whatever a model or a file says.

    Raises:
        InputError: a name is empty or too long.
    """
    wanted = [tag_name(name) for name in names]
    return history.change(
        library,
        lambda connection: free_tags.reject(connection, photo_ids, _as_known(connection, wanted)),
        lambda count: _rejected(_quoted(wanted), count),
    )


def forget_judgement(
    library: Library, photo_ids: Sequence[int], name: str, *, category: str = OWN
) -> Entry | None:
    """Takes back what a person said of a label, right or wrong, so that models may suggest it again."""
    return history.change(
        library,
        lambda connection: free_tags.forget(connection, photo_ids, [name], category=category),
        lambda count: counted(
            "forgetting {tags} for {n} photo",
            "forgetting {tags} for {n} photos",
            n=count,
            tags=_quoted([label_phrase(category, name)]),
        ),
    )


def rename_tag(library: Library, old: str, new: str) -> Entry | None:
    """Renames a free tag, with all below it; an existing one of the new name takes it in.

    Raises:
        InputError: the new name is empty or too long, or there is no such tag.
    """
    wanted = tag_name(new)
    if not any(free_tags.is_below(name, old) for name in _names(library)):
        raise InputError(Phrase("There is no tag “{old}”.", old=old))
    return history.change(
        library,
        lambda connection: free_tags.rename(connection, old, wanted),
        lambda _: Phrase("renaming “{old}” to “{new}”", old=old, new=wanted),
    )


def rate(library: Library, photo_ids: Sequence[int], rating: int) -> Entry | None:
    """Rates photos 1 to 5; 0 takes the rating away.

    Raises:
        InputError: it is another number.
    """
    checked_rating(rating)
    return history.change(
        library,
        lambda connection: remarks.rate(connection, ((each, rating) for each in photo_ids)),
        lambda count: (
            counted("rating {n} photo {rating}", "rating {n} photos {rating}", n=count, rating=rating)
            if rating
            else counted("unrating {n} photo", "unrating {n} photos", n=count)
        ),
    )


def caption(library: Library, photo_ids: Sequence[int], text: str) -> Entry | None:
    """Gives photos a caption; an empty one takes it away.

    Raises:
        InputError: it is too long.
    """
    text = checked_caption(text)
    return history.change(
        library,
        lambda connection: remarks.caption(connection, ((each, text) for each in photo_ids)),
        lambda count: (
            counted("captioning {n} photo", "captioning {n} photos", n=count)
            if text
            else counted("taking the caption off {n} photo", "taking the caption off {n} photos", n=count)
        ),
    )


def checked_rating(given: int) -> int:
    """A rating as it can be stored, 0 to 5.

    Raises:
        InputError: it is another number.
    """
    if not 0 <= given <= 5:
        raise InputError(Phrase("A rating is a number from 0 to 5, not {rating}.", rating=given))
    return given


def checked_caption(given: str) -> str:
    """A caption as it is stored, without blanks around it.

    Raises:
        InputError: it is too long.
    """
    text = given.strip()
    if len(text) > LONGEST_CAPTION:
        raise InputError(
            Phrase(
                "A caption has at most {most} characters; this has {count}.",
                most=LONGEST_CAPTION,
                count=len(text),
            )
        )
    return text


def photos_at(library: Library, paths: Iterable[Path]) -> list[int]:
    """The photos in these files, and in all files below these folders, each once.

    Raises:
        InputError: a path holds no photo of the library.
    """
    found: dict[int, None] = {}
    with library.catalog.read() as connection:
        for path in paths:
            there = _photos_below(connection, path)
            if not there:
                raise InputError(
                    Phrase("{path} is no photo of this library, nor a folder that holds some.", path=path),
                    path=path,
                )
            found |= dict.fromkeys(there)
    return list(found)


def tag_name(given: str) -> str:
    """A tag's name as it is stored: parts without blanks around them, one slash between.

    Raises:
        InputError: nothing is left of it, or it is too long.
    """
    parts = [" ".join(part.split()) for part in given.split("/")]
    name = "/".join(part for part in parts if part)
    if not name:
        raise InputError(Phrase("A tag needs a name."))
    if len(name) > LONGEST_NAME:
        raise InputError(
            Phrase(
                "A tag has at most {most} characters; “{name}…” has {count}.",
                most=LONGEST_NAME,
                name=name[:30],
                count=len(name),
            )
        )
    return name


def _photos_below(connection: Connection, given: Path) -> list[int]:
    path = given.expanduser()
    found: list[int] = []
    for folder in folders.all_folders(connection):
        # A link inside a watched folder is known by the path of the link.
        for spelling in (path.absolute(), path.resolve()):
            if spelling.is_relative_to(folder.path):
                relative = spelling.relative_to(folder.path)
                inside = os.fsencode(relative) if relative.parts else b""
                found += files.photos_below(connection, folder.id, inside)
            elif folder.path.is_relative_to(spelling):
                found += files.photos_below(connection, folder.id, b"")
    return found


def _as_known(connection: Connection, wanted: Sequence[str]) -> list[str]:
    known = {name.casefold(): name for name in free_tags.names(connection)}
    return [known.get(name.casefold(), name) for name in wanted]


def _names(library: Library) -> list[str]:
    with library.catalog.read() as connection:
        return free_tags.names(connection)


def _quoted(names: Sequence[str]) -> Phrase:
    each = (quoted(name) for name in names)
    return reduce(lambda words, last: Phrase("{words}, {last}", words=words, last=last), each)


def _taken_off(tagged: Phrase, count: int) -> Phrase:
    return counted("taking {tags} off {n} photo", "taking {tags} off {n} photos", n=count, tags=tagged)


def _rejected(tagged: Phrase, count: int) -> Phrase:
    return counted("rejecting {tags} for {n} photo", "rejecting {tags} for {n} photos", n=count, tags=tagged)
