"""What the page of near-duplicates says: facts side by side, why one is the best, what is asked first."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.duplicates import Kind
from mindseye.operations.duplicate_facts import MemberFacts
from mindseye.operations.duplicates import Reason
from mindseye.phrases import Phrase
from mindseye.ui.details import moment
from mindseye.ui.translating import bytes_words, grouped, tr, tr_n, translated

KINDS = {
    Kind.COPIES: Phrase("Equal files"),
    Kind.SAME_PICTURE: Phrase("Same picture"),
    Kind.VERY_ALIKE: Phrase("Alike"),
}
"""How near the photos of a group are."""

MEANINGS = {
    Kind.COPIES: Phrase("Files with the very same content, in several places"),
    Kind.SAME_PICTURE: Phrase("Besides, one picture in another size, format or compression"),
    Kind.VERY_ALIKE: Phrase("Besides, crops and shots of one scene; of those none is proposed to go"),
}
"""What is found where photos as near as this count."""

_REASONS = {
    Reason.LARGEST: Phrase("the most pixels"),
    Reason.RAW: Phrase("a raw file"),
    Reason.DATED: Phrase("says when it was taken"),
    Reason.EARLIEST: Phrase("the earliest"),
    Reason.LEAST_COMPRESSED: Phrase("the least compressed"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of every photo of a group."""

    name: str
    values: tuple[str, ...]
    differs: bool


def fact_rows(facts: Sequence[MemberFacts]) -> list[Row]:
    """The facts that any of the photos has, each told of all of them."""
    folders = _folders([each.path.parent for each in facts])
    told: tuple[tuple[str, Sequence[str]], ...] = (
        (tr("Size"), _of(facts, _size)),
        (tr("File"), _of(facts, lambda each: bytes_words(each.size))),
        (tr("Format"), _of(facts, _format)),
        (tr("Taken"), _of(facts, lambda each: "" if each.taken_at is None else moment(each.taken_at))),
        (tr("Changed"), _of(facts, lambda each: moment(each.written_at))),
        (tr("Camera"), _of(facts, lambda each: each.camera)),
        (tr("Name"), _of(facts, lambda each: each.path.name)),
        (tr("Folder"), folders),
        (tr("Rating"), _of(facts, lambda each: "★" * each.rating)),
        (tr("Tags"), _of(facts, lambda each: ", ".join(each.tags))),
        (tr("Caption"), _of(facts, lambda each: each.caption)),
        (tr("Albums"), _of(facts, lambda each: ", ".join(each.albums))),
    )
    return [Row(name, tuple(values), len(set(values)) > 1) for name, values in told if any(values)]


def best_sentence(reasons: Sequence[Reason]) -> str:
    """Why the best one is the best; it is as good as the others where there is no reason."""
    if not reasons:
        return tr("As good as the others")
    return tr("The best: {reasons}", reasons=", ".join(translated(_REASONS[each]) for each in reasons))


def last_sentence(count: int) -> str:
    """That the last group was accepted, and how many files of all of them are to go."""
    if not count:
        return tr("That was the last group. Nothing is to go to the trash.")
    return tr_n(
        "That was the last group. {n} file is ready to go to the trash.",
        "That was the last group. {n} files are ready to go to the trash.",
        n=count,
    )


def found_sentence(groups: int, spare: int, size: int) -> str:
    """How many groups there are, and what is proposed or chosen to go of them."""
    counted = tr_n("{n} group", "{n} groups", n=groups)
    if not spare:
        return counted
    return tr_n(
        "{groups}; {n} file could go, {size}",
        "{groups}; {n} files could go, {size}",
        n=spare,
        groups=counted,
        size=bytes_words(size),
    )


def move_words(count: int) -> str:
    """The button that moves what was accepted to the trash."""
    if not count:
        return tr("Move to the trash…", "near-duplicates")
    return tr_n("Move {n} file to the trash…", "Move {n} files to the trash…", n=count)


def trash_question(count: int, groups: int) -> str:
    """What is asked before anything goes."""
    if groups == 1:
        return tr_n("Move {n} file to the trash?", "Move {n} files of one group to the trash?", n=count)
    return tr("Move {count} files of {groups} groups to the trash?", count=count, groups=groups)


def trash_meaning(size: int, *, equal: bool, can_undo: bool) -> str:
    """What agreeing to that means."""
    said = [
        tr("{size} of files go to the system's trash.", size=bytes_words(size)),
        tr("One file of each photo stays where it is.")
        if equal
        else tr("What you keep stays, and takes over tags, rating, caption and albums of what goes."),
        tr("Undo takes this back as long as the trash is not emptied.")
        if can_undo
        else tr("What is in the trash of the system can be put back from there."),
    ]
    return " ".join(said)


def group_words(kind: Kind, files: int) -> tuple[str, str]:
    """The two lines of a group in the list."""
    return translated(KINDS[kind]), tr_n("{n} file", "{n} files", n=files)


def member_words(place: int, facts: MemberFacts, rows: Sequence[Row], *, kept: bool, best: str) -> str:
    """What a screen reader says of the photo that keys are for.

    Args:
        place: its place in the group.
        facts: of it.
        rows: those of the whole group.
        kept: whether it is to be kept.
        best: why it is proposed; empty where it is not.
    """
    count, name = len(rows[0].values) if rows else 1, facts.path.name
    said = [tr("Photo {place} of {count}, {name}", place=place + 1, count=count, name=name)]
    said.append(tr("kept") if kept else tr("to the trash"))
    if best:
        said.append(best)
    if not facts.online:
        said.append(tr("away"))
    said += [
        f"{row.name} {row.values[place] or tr('none')}"
        for row in rows
        if row.differs and row.values[place] != name
    ]
    return "; ".join(said)


def _of(facts: Sequence[MemberFacts], tell: Callable[[MemberFacts], str]) -> list[str]:
    return [tell(each) for each in facts]


def _size(facts: MemberFacts) -> str:
    return f"{grouped(facts.width)} \N{MULTIPLICATION SIGN} {grouped(facts.height)}"


def _format(facts: MemberFacts) -> str:
    return tr("{format}, with its raw file", format=facts.format) if facts.with_raw else facts.format


def _folders(paths: Sequence[Path]) -> list[str]:
    """The folders below the last one that all of them lie in, or its name where they are one."""
    if len(set(paths)) == 1:
        return [path.name or str(path) for path in paths]
    try:
        shared = Path(os.path.commonpath(paths))
    except ValueError:  # of different drives
        return [str(path) for path in paths]
    return [str(path.relative_to(shared.parent)) for path in paths]
