"""Finding photos that are nearly the same, and saying which of them is the best."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.catalog import apart, copies, fingerprints
from mindseye.catalog.copies import PlacedFile, PlacedPhoto
from mindseye.catalog.fingerprints import Fingerprints
from mindseye.duplicates import Kind, Pairs, gathered, same_picture, very_alike
from mindseye.duplicates.vector_pairs import taken_together
from mindseye.errors import UnreadablePictureError
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken

BURST_SECONDS = 10.0
"""Between two shots of a burst."""

_EPOCH = datetime(1970, 1, 1)
_WRITTEN_AT_ONCE = 256
_FINGERPRINT_SIDE = 192

Report = Callable[[str, float], None]
"""Told what is done and which share of it is, 0 to 1."""


class Reason(Enum):
    """Why one is better than the others."""

    LARGEST = "largest"  # the most pixels
    RAW = "raw"  # it is the raw file, or has it beside it
    DATED = "dated"  # it alone says when it was taken
    EARLIEST = "earliest"  # taken, or of the same content written, before the others
    LEAST_COMPRESSED = "least compressed"  # as many pixels in more bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a group."""

    photo: PlacedPhoto
    file: PlacedFile
    kind: Kind
    """How near it is to the best one."""
    spare: bool
    """Whether it is proposed to go: another of the group is as good or better, without looking at it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are nearly the same, the best first."""

    members: tuple[Member, ...]

    @property
    def kind(self) -> Kind:
        """How near the farthest of them is to the best."""
        return max(member.kind for member in self.members)

    @property
    def spare_bytes(self) -> int:
        """What the files that are proposed to go take up on disk."""
        return sum(member.file.size for member in self.members if member.spare)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the first is the best, the weightiest first; none where the others are as good."""
        best, *others = self.members
        found: list[Reason] = []
        for reason, worth in _WORTHS.items():
            values = [worth(other) for other in others]
            if values and worth(best) >= max(values) and worth(best) > min(values):
                found.append(reason)
        if Reason.LARGEST in found and Reason.LEAST_COMPRESSED in found:
            found.remove(Reason.LEAST_COMPRESSED)  # more bytes for more pixels
        return tuple(found)


def find_duplicates(
    library: Library,
    *,
    kind: Kind = Kind.VERY_ALIKE,
    token: CancelToken | None = None,
    report: Report = lambda _what, _share: None,
) -> list[Group]:
    """Groups of files that are nearly the same, nearest and largest first.

    Photos that were told apart make no group. Photos that were indexed before there were fingerprints get
    theirs now, from their thumbnails, unless the library is read-only; then they are passed over.

    Args:
        library: the library.
        kind: the farthest pairs that count.
        token: calls it off.
        report: told how far it is.

    Raises:
        Cancelled: it was called off; fingerprints that were made by then stay.
        CatalogError: the library cannot be read or written.
    """
    token = token or CancelToken()
    pairs: list[tuple[Kind, Pairs]] = []
    with library.catalog.read() as connection:
        several = copies.in_several_places(connection)
        said = apart.pairs(connection)
    found = Fingerprints.none()
    if kind >= Kind.SAME_PICTURE:
        if not library.read_only:
            make_fingerprints(library, token=token, report=report)
        with library.catalog.read() as connection:
            found = fingerprints.all_of(connection)
        pairs.append((Kind.SAME_PICTURE, same_picture(found.bits, _checkpoint(token, report, "Comparing"))))
    if kind >= Kind.VERY_ALIKE:
        with library.catalog.read() as connection:
            burst = taken_together(copies.times(connection), BURST_SECONDS)
        index = library.spaces.active.index
        checkpoint = _checkpoint(token, report, Phrase("Looking for scenes that are alike"))
        pairs.append((Kind.VERY_ALIKE, very_alike(index, found.ids, found.bits, burst, checkpoint)))
    paired = np.concatenate(
        [np.empty(0, np.int64), *(each for _, of in pairs for each in (of.left, of.right))]
    )
    with library.catalog.read() as connection:
        placed = copies.of_photos(connection, {*found.ids[np.unique(paired)].tolist(), *several})
    return _groups(found.ids, pairs, placed, several, said)


def make_fingerprints(
    library: Library, *, token: CancelToken | None = None, report: Report = lambda _what, _share: None
) -> int:
    """Makes the fingerprints that are missing, from thumbnails; gives how many were made.

    Photos whose thumbnail is lost and whose files cannot be read are passed over until they can.

    Raises:
        Cancelled: it was called off; what was made stays.
    """
    token = token or CancelToken()
    with library.catalog.read() as connection:
        missing = fingerprints.missing(connection)
    made: list[tuple[int, bytes | None]] = []
    total = 0

    def store() -> None:
        library.catalog.write(lambda connection: fingerprints.add(connection, made))

    for number, photo_id in enumerate(missing):
        if token.cancelled:
            break
        report(Phrase("Looking at photos"), number / len(missing))
        jpeg = browse.thumbnail(library, photo_id)
        if jpeg is not None:
            made.append((photo_id, _fingerprint(jpeg)))
        if len(made) == _WRITTEN_AT_ONCE:
            store()
            total += len(made)
            made = []
    store()
    token.check()
    return total + len(made)


def _fingerprint(jpeg: bytes) -> bytes | None:
    try:
        return imaging.fingerprint(imaging.decode(jpeg, shortest=_FINGERPRINT_SIDE).pixels)
    except UnreadablePictureError:  # a damaged thumbnail says nothing
        return None


def _checkpoint(token: CancelToken, report: Report, what: str) -> Callable[[float], None]:
    def checkpoint(share: float) -> None:
        token.check()
        report(what, share)

    return checkpoint


def _groups(
    ids: NDArray[np.int64],
    pairs: Sequence[tuple[Kind, Pairs]],
    placed: dict[int, PlacedPhoto],
    several: Sequence[int],
    said: Set[tuple[int, int]],
) -> list[Group]:
    best_first = sorted(placed, key=lambda photo_id: _rank(placed[photo_id]))
    place = {photo_id: number for number, photo_id in enumerate(best_first)}
    known = [(kind, _placed_pairs(ids, of_kind, placed, place, said)) for kind, of_kind in pairs]
    gathering = [
        _without_those_apart(group, best_first, said)
        for group in gathered(len(place), known, np.arange(len(place)))
    ]
    at_home = {one for one, other in said if one == other}
    alone = set(several) - at_home - {best_first[each] for group in gathering for each, _ in group}
    gathering += [[(place[photo_id], Kind.COPIES)] for photo_id in sorted(alone) if photo_id in place]
    groups = [
        _group([(placed[best_first[each]], kind) for each, kind in group], at_home) for group in gathering
    ]
    return sorted(
        (group for group in groups if len(group.members) > 1),
        key=lambda group: (group.kind, -group.spare_bytes, group.members[0].file.path),
    )


def _without_those_apart(
    group: list[tuple[int, Kind]], best_first: Sequence[int], said: Set[tuple[int, int]]
) -> list[tuple[int, Kind]]:
    """The group without those that came into it by another, and were told apart from its best."""
    best = best_first[group[0][0]]
    return [
        (each, kind)
        for each, kind in group
        if best_first[each] == best or (min(best, best_first[each]), max(best, best_first[each])) not in said
    ]


def _placed_pairs(
    ids: NDArray[np.int64],
    pairs: Pairs,
    placed: dict[int, PlacedPhoto],
    place: dict[int, int],
    said: Set[tuple[int, int]],
) -> Pairs:
    """Pairs of places in the list of the photos concerned; a raw file and its JPEG belong together."""
    kept = [
        (place[left], place[right])
        for left, right in zip(ids[pairs.left].tolist(), ids[pairs.right].tolist(), strict=True)
        if left in placed
        and right in placed
        and (left, right) not in said
        and not _raw_and_its_picture(placed[left], placed[right])
    ]
    both = np.array(kept, dtype=np.int64).reshape(len(kept), 2)
    return Pairs(both[:, 0], both[:, 1])


def _raw_and_its_picture(one: PlacedPhoto, other: PlacedPhoto) -> bool:
    if (one.format == "RAW") is (other.format == "RAW"):
        return False
    beside = {file.path.with_suffix("") for file in one.files}
    return any(file.path.with_suffix("") in beside for file in other.files)


def _rank(photo: PlacedPhoto) -> tuple[object, ...]:
    """Resolution first, then a raw file, a date and the earlier one, then what was compressed least."""
    # A picture that an editor or a messenger wrote anew has often lost its date.
    dated = photo.taken_at is None
    moment = "" if photo.taken_at is None else photo.taken_at.isoformat()
    return (
        -photo.pixels,
        not (photo.format == "RAW" or any(file.with_raw for file in photo.files)),
        dated,
        moment,
        -max(file.size for file in photo.files),
        min(file.mtime_ns for file in photo.files),
        photo.id,
    )


def _earliness(member: Member) -> tuple[float, ...]:
    """The larger, the earlier: by when it was taken, and if nothing tells or it is the same, when written."""
    taken = member.photo.taken_at
    written = -member.file.mtime_ns / 1e9
    return (written,) if taken is None else (-(taken - _EPOCH).total_seconds(), written)


_WORTHS: dict[Reason, Callable[[Member], tuple[float, ...]]] = {
    Reason.LARGEST: lambda member: (member.photo.pixels,),
    Reason.RAW: lambda member: (member.photo.format == "RAW" or member.file.with_raw,),
    Reason.DATED: lambda member: (member.photo.taken_at is not None,),
    Reason.EARLIEST: _earliness,
    Reason.LEAST_COMPRESSED: lambda member: (member.file.size,),
}


def _group(photos: Sequence[tuple[PlacedPhoto, Kind]], at_home: Set[int]) -> Group:
    members: list[Member] = []
    for photo, kind in photos:
        # A link is no second copy, and its file must not go while the link stays.
        files = [file for file in photo.files if not file.path.is_symlink()]
        # The one to keep is there to be looked at, has its raw file if any of them does, and is the oldest.
        for file in sorted(files, key=lambda file: (not file.online, not file.with_raw)):
            best = members[0] if members else None
            spare = (
                best is not None
                and kind < Kind.VERY_ALIKE
                and file.online
                and best.file.online
                and not file.with_raw  # which would be left alone
                and not (photo.id == best.photo.id and photo.id in at_home)
            )
            members.append(Member(photo, file, kind, spare))
    return Group(tuple(members))
