"""Clearing groups of photos that are nearly the same: what is said of those that go is kept, then they go."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mindseye.catalog import Connection, apart, copies, inherited
from mindseye.catalog.copies import PlacedFile
from mindseye.catalog.history import Entry
from mindseye.library import Library
from mindseye.operations import history, put_back, trash
from mindseye.operations.put_back import PutBack
from mindseye.operations.trash import PutAway, Refusal, Trashed
from mindseye.phrases import Phrase, counted
from mindseye.tasks import CancelToken


@dataclass(frozen=True, slots=True)
class Decision:
    """Of files that are nearly the same: which one certainly stays, and which go."""

    keep: int
    """The id of a file."""
    spare: tuple[int, ...]
    """Ids of files."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What came of clearing groups."""

    trashed: Trashed
    entry: Entry | None
    """That what was said of photos that went is said of those that stay; None where nothing had to be."""


def clear_duplicates(
    library: Library,
    decisions: Iterable[Decision],
    *,
    put: PutAway = trash.put_away,
    token: CancelToken | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> Cleared:
    """Puts the spare files of groups into the trash, each group only if the file that stays is really there.

    Tags, rating, caption and albums of a photo that goes are given to the one that stays before it goes.

    Args:
        library: where they are known.
        decisions: of each group which file stays and which go.
        put: moves one file to the trash.
        token: ends it between two files; what went by then is told.
        report: told which share is done, 0 to 1.

    Raises:
        CatalogError: the library cannot be written; what went to the trash is found missing at the next look.
    """
    decided = list(decisions)
    concerned = [each for decision in decided for each in (decision.keep, *decision.spare)]
    with library.catalog.read() as connection:
        known = copies.files(connection, concerned)
    going: list[tuple[PlacedFile, PlacedFile]] = []
    refused: list[Refusal] = []
    for decision in decided:
        kept = known.get(decision.keep)
        spare = [known[each] for each in decision.spare if each in known and each != decision.keep]
        reason = _UNKNOWN if kept is None else trash.trouble(kept)
        if kept is None or reason:
            refused += [Refusal(file.path, _stays(kept, reason)) for file in spare]
            continue
        for file in spare:
            if _is_same_file(file, kept):
                refused.append(Refusal(file.path, Phrase("It is the same file as {path}.", path=kept.path)))
            else:
                going.append((file, kept))
    entry = _hand_on(library, [pair for pair in going if not trash.trouble(pair[0])])
    done = trash.move_files(
        library, [file for file, _ in going], put=put, token=token or CancelToken(), report=report
    )
    return Cleared(Trashed(done.moved, (*refused, *done.refused)), entry)


def take_back(library: Library, cleared: Cleared) -> PutBack:
    """Puts the files of cleared groups back, and what was said of the kept ones as it was.

    Raises:
        CatalogError: the library cannot be written.
    """
    if cleared.entry is not None:
        history.undo(library, only=cleared.entry)
    return put_back.put_back(library, cleared.trashed.moved)


def set_apart(library: Library, photo_ids: Sequence[int]) -> Entry | None:
    """Says that photos are no duplicates of one another; they make no group of their own from now on.

    Args:
        library: where.
        photo_ids: the photos; one that is named more than once may lie in several places.

    Raises:
        CatalogError: the library cannot be written.
    """
    return history.change(
        library,
        lambda connection: apart.say(connection, photo_ids),
        lambda count: counted("letting {n} photo lie in several places", "telling {n} photos apart", n=count),
    )


def _hand_on(library: Library, going: Sequence[tuple[PlacedFile, PlacedFile]]) -> Entry | None:
    heirs = dict.fromkeys((file.photo_id, kept.photo_id) for file, kept in going)

    def work(connection: Connection) -> None:
        for photo_id, kept_id in heirs:
            if photo_id != kept_id:
                inherited.take_over(connection, photo_id, kept_id)

    return history.change(
        library,
        work,
        lambda count: counted(
            "keeping what was said of duplicates with {n} photo",
            "keeping what was said of duplicates with {n} photos",
            n=count,
        ),
    )


def _is_same_file(one: PlacedFile, other: PlacedFile) -> bool:
    """Whether two paths lead to one and the same file, by a second name or a mounted folder."""
    try:
        return one.path.samefile(other.path)
    except OSError:  # it is not there, which is told when it is to go
        return False


def _stays(kept: PlacedFile | None, reason: str) -> Phrase:
    if kept is None:
        return Phrase("It stays, since {reason}.", reason=reason)
    return Phrase(
        "It stays, since {name}, which was to be kept, {reason}.", name=kept.path.name, reason=reason
    )


_UNKNOWN = Phrase("the one to keep is not known any more")
