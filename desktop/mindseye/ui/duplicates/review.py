"""What was decided of one group of near-duplicates so far; asks neither widgets nor the disk."""

from collections.abc import Iterable, Set

from mindseye.operations.clear_duplicates import Decision
from mindseye.operations.duplicates import Group, Member
from mindseye.ui.translating import tr


class Review:
    """A group, which of its files are to be kept, and whether that was accepted."""

    def __init__(self, group: Group, kept: Set[int] | None = None) -> None:
        """``kept`` are ids of files; where none are given, those stay that are not proposed to go."""
        self.group = group
        self.kind = group.kind
        """How near the farthest of them is to the best."""
        self.key = frozenset(member.file.id for member in group.members)
        """The files of the group: the same group when it is found again."""
        self.accepted = False
        self.kept: frozenset[int] = frozenset()
        """Ids of files."""
        self.spare: tuple[Member, ...] = ()
        """The members that are to go."""
        self.spare_bytes = 0
        """What they take up."""
        self._keep(kept or {member.file.id for member in group.members if not member.spare})

    def take_over(self, before: "Review") -> None:
        """Decides as it was decided when the same group was found before."""
        self._keep(before.kept)
        self.accepted = before.accepted

    @property
    def decision(self) -> Decision:
        """The best of those that are kept and there, and all that go."""
        keep = next(member for member in self.group.members if self._stays_for_sure(member))
        return Decision(keep.file.id, tuple(member.file.id for member in self.spare))

    def refusal(self, member: Member) -> str:
        """Why a member cannot be turned from kept to spare, in a sentence; empty when it can."""
        if not member.file.online:
            return tr(
                "{name} is away and stays; it can go when its drive is back.", name=member.file.path.name
            )
        others = [each for each in self.group.members if each is not member and self._stays_for_sure(each)]
        return "" if others else tr("One of them has to stay, and to be there to be looked at.")

    def turn(self, member: Member) -> None:
        """Keeps what was to go, or the other way round; what was accepted is open again."""
        self._keep(self.kept ^ {member.file.id})

    def keep_only(self, member: Member) -> None:
        """Keeps this one and what is away; it must be there."""
        self._keep({each.file.id for each in self.group.members if each is member or not each.file.online})

    def without(self, gone: Set[int]) -> "Review | None":
        """The same without files that are gone; None where nothing is left to compare."""
        members = tuple(member for member in self.group.members if member.file.id not in gone)
        if len(members) < 2:
            return None
        return Review(Group(members), self.kept - gone)

    def _keep(self, kept: Set[int]) -> None:
        self.kept, self.accepted = frozenset(kept), False
        # Counted once, since there may be many groups.
        self.spare = tuple(member for member in self.group.members if member.file.id not in kept)
        self.spare_bytes = sum(member.file.size for member in self.spare)

    def _stays_for_sure(self, member: Member) -> bool:
        return member.file.id in self.kept and member.file.online


def file_count(reviews: Iterable[Review]) -> int:
    """How many files of these groups are to go."""
    return sum(len(review.spare) for review in reviews)


def byte_count(reviews: Iterable[Review]) -> int:
    """How many bytes they take up."""
    return sum(review.spare_bytes for review in reviews)
