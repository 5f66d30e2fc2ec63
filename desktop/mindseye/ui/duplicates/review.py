"""What was decided of one group of near-duplicates so far; asks neither widgets nor the disk."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from mindseye.operations.clear_duplicates import Decision
from mindseye.operations.duplicates import Group, Member
from mindseye.ui.translating import tr


@dataclass(slots=True)
class Review:
    """A group, which of its files are to be kept, and whether that was accepted."""

    group: Group
    kept: set[int] = field(default_factory=set)
    """Ids of files."""
    accepted: bool = False

    def __post_init__(self) -> None:
        if not self.kept:
            self.kept = {member.file.id for member in self.group.members if not member.spare}

    @property
    def key(self) -> frozenset[int]:
        """The files of the group: the same group when it is found again."""
        return frozenset(member.file.id for member in self.group.members)

    @property
    def spare(self) -> list[Member]:
        """The members that are to go."""
        return [member for member in self.group.members if member.file.id not in self.kept]

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
        self.kept ^= {member.file.id}
        self.accepted = False

    def keep_only(self, member: Member) -> None:
        """Keeps this one and what is away; it must be there."""
        self.kept = {each.file.id for each in self.group.members if each is member or not each.file.online}
        self.accepted = False

    def without(self, gone: Set[int]) -> "Review | None":
        """The same without files that are gone; None where nothing is left to compare."""
        members = tuple(member for member in self.group.members if member.file.id not in gone)
        if len(members) < 2:
            return None
        left = Group(members)
        return Review(left, self.kept & {member.file.id for member in members}, accepted=False)

    def _stays_for_sure(self, member: Member) -> bool:
        return member.file.id in self.kept and member.file.online


def file_count(reviews: Iterable[Review]) -> int:
    """How many files of these groups are to go."""
    return sum(len(review.spare) for review in reviews)


def byte_count(reviews: Iterable[Review]) -> int:
    """How many bytes they take up."""
    return sum(member.file.size for review in reviews for member in review.spare)
