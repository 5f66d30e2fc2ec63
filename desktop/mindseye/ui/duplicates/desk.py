"""What the page of near-duplicates shows, and the work behind it; paints nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mindseye.duplicates import Kind
from mindseye.events import Event, Events
from mindseye.library import Library
from mindseye.operations.clear_duplicates import Cleared, clear_duplicates, set_apart
from mindseye.operations.duplicate_facts import MemberFacts, facts_of, state_of_files
from mindseye.operations.duplicates import Member, find_duplicates
from mindseye.tasks import CancelToken, Pulse
from mindseye.ui.door import Door, Newest
from mindseye.ui.duplicates.review import Review, file_count
from mindseye.ui.duplicates.words import last_sentence
from mindseye.ui.renewal import Renewal
from mindseye.ui.translating import tr, translated

_PAUSE = 0.1
"""Seconds between two reports of how far it is."""

_REST = 0.5
"""Seconds from one look at the library to the next, at least."""

_PATIENCE = 6
"""It rests at least this many times as long as the look before took."""


@dataclass(frozen=True, slots=True)
class _Share(Event):
    what: str
    share: float


class DuplicatesDesk(QObject):
    """The groups that were found, what was decided of each, and the one that is looked at."""

    listed = Signal()
    """The groups are other ones, or were decided on."""
    turned = Signal()
    """Another group is looked at, another of its photos, or one is kept that was to go."""
    described = Signal()
    """The facts of the group that is looked at are there."""
    progressed = Signal()
    """How far the work is that is under way, or that none is."""
    cleared = Signal(object)
    """Files went to the trash (``Cleared``)."""
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reviews: list[Review] = []
        self.at = 0
        """The group that is looked at, by its place."""
        self.member_at = 0
        """The photo of it that keys are for, by its place."""
        self.facts: Sequence[MemberFacts] = ()
        """Of the group that is looked at; none until they were read."""
        self.kind = Kind.VERY_ALIKE
        """The farthest photos that count."""
        self.doing = ""
        """What is under way, in words; empty when nothing is."""
        self.share = 0.0
        """How much of that is done, 0 to 1."""
        self.looked = False
        """Whether it is known what there is."""
        self.stopped = False
        """Whether the last look was ended before it was through."""
        self._clears = False
        self._library: Library | None = None
        self._state: tuple[int, ...] | None = None
        self._door = Door("window-duplicates", threads=2)
        self._door.went_wrong.connect(self._fail)
        self._looking, self._reading = Newest(self._door), Newest(self._door)
        self._clearing = CancelToken()
        self._shares = Events()
        self._door.listen(self._shares, _Share, self._hear_share)
        self._renewal = Renewal(self, self._look_if_changed, least=_REST, patience=_PATIENCE)

    # The library

    def take(self, library: Library) -> None:
        """The library is open."""
        self._library = library

    def enter(self) -> None:
        """The page is to be seen: groups are looked for if the library is another than at the last look."""
        self._renewal.at_once()

    def renew(self) -> None:
        """The library changed while the page is to be seen."""
        self._renewal.soon()
        self._read_facts()  # tags and ratings may be other ones

    def end(self) -> None:
        """Ends what is under way."""
        self._renewal.stop()
        self._clearing.cancel()
        self._door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that it is to show is there."""
        return self._door.idle and not self._renewal.waiting

    @property
    def can_change(self) -> bool:
        """Whether the library can be written."""
        return self._library is not None and not self._library.read_only

    # Finding

    def choose(self, kind: Kind) -> None:
        """Looks for groups as near as that, anew."""
        if kind is not self.kind:
            self.kind = kind
            self.look()

    def look(self) -> None:
        """Looks for groups anew."""
        library, kind, report = self._library, self.kind, self._reporter()
        if library is None:
            return
        self._renewal.begin()
        self.stopped = False
        self._work(tr("Looking for near-duplicates"))

        def find(token: CancelToken) -> tuple[tuple[int, ...], list[Review]]:
            state = state_of_files(library)
            groups = find_duplicates(library, kind=kind, token=token, report=report)
            return state, [Review(group) for group in groups]

        self._looking.ask(find, self._take, lambda error: self._fail(translated(error.message)))

    def stop(self) -> None:
        """Ends what is under way; what was done of it stays."""
        if self._clears:
            self._clearing.cancel()  # which files went by then is told
            return
        self._looking.cancel()
        self.stopped = True
        self._rest_from_work()

    def _look_if_changed(self) -> None:
        library = self._library

        def compare(state: tuple[int, ...]) -> None:
            if state != self._state and not self.doing:
                self.look()

        if library is not None and not self.doing and not self.stopped:
            self._door.ask(lambda _: state_of_files(library), compare)

    def _take(self, found: tuple[tuple[int, ...], list[Review]]) -> None:
        self._state, reviews = found
        self._renewal.end()
        self.looked = True
        before = {review.key: review for review in self.reviews}
        looked_at = self.current
        for review in reviews:
            known = before.get(review.key)
            if known is not None:
                review.take_over(known)
        self._rest_from_work()
        self._show(reviews, looked_at)

    def _show(self, reviews: list[Review], looked_at: Review | None) -> None:
        """Shows groups, staying at the one that was looked at, or where it was."""
        self.reviews = reviews
        keys = [review.key for review in reviews]
        same = looked_at is not None and looked_at.key in keys
        if looked_at is not None and same:
            self.at = keys.index(looked_at.key)
        else:
            self.at = max(min(self.at, len(reviews) - 1), 0)
            self.member_at, self.facts = 0, ()
        self.listed.emit()
        self.turned.emit()
        self._read_facts()

    # Looking at one

    @property
    def current(self) -> Review | None:
        """The group that is looked at."""
        return self.reviews[self.at] if self.at < len(self.reviews) else None

    @property
    def member(self) -> Member | None:
        """The photo that keys are for."""
        return None if self.current is None else self.current.group.members[self.member_at]

    def go(self, place: int) -> None:
        """Looks at another group."""
        if 0 <= place < len(self.reviews) and place != self.at:
            self.at, self.member_at, self.facts = place, 0, ()
            self.turned.emit()
            self._read_facts()

    def go_to_member(self, place: int) -> None:
        """Makes a photo of the group the one that keys are for."""
        if self.current is not None and 0 <= place < len(self.current.group.members):
            self.member_at = place
            self.turned.emit()

    def _read_facts(self) -> None:
        library, review = self._library, self.current
        if library is None or review is None:
            self._reading.cancel()
            self.facts = ()
            self.described.emit()
            return
        group = review.group

        def take(facts: list[MemberFacts]) -> None:
            self.facts = facts
            self.described.emit()

        self._reading.ask(lambda _: facts_of(library, group), take)

    # Deciding

    def turn(self) -> None:
        """Keeps the current photo if it was to go, or the other way round."""
        review, member = self.current, self.member
        if review is None or member is None or not self._may_change():
            return
        refusal = review.refusal(member) if member.file.id in review.kept else ""
        if refusal:
            self.told.emit(refusal)
            return
        review.turn(member)
        self._decided()

    def keep_only(self) -> None:
        """Keeps the current photo; all others that are there go."""
        review, member = self.current, self.member
        if review is None or member is None or not self._may_change():
            return
        if not member.file.online:
            self.told.emit(
                tr("{name} is away, so another one has to stay as well.", name=member.file.path.name)
            )
            return
        review.keep_only(member)
        self._decided()

    def accept(self) -> None:
        """Accepts what is proposed or was chosen for this group, and goes on to the next."""
        review = self.current
        if review is None or not self._may_change():
            return
        review.accepted = bool(review.spare)
        self._decided()
        if self.at == len(self.reviews) - 1:
            self.told.emit(last_sentence(file_count(self.accepted)))
        self.go(self.at + 1)

    def tell_apart(self) -> None:
        """Says that the photos of this group are no duplicates; it is not proposed again."""
        library, review = self._library, self.current
        if library is None or review is None or not self._may_change():
            return
        ids = [member.photo.id for member in review.group.members]

        def done(_: object) -> None:
            self.told.emit(tr("This group is not proposed again. Undo takes that back."))
            if review in self.reviews:
                self._state = None  # what is shown is no longer what was found
                self._show([each for each in self.reviews if each is not review], self.current)

        self._door.ask(lambda _: set_apart(library, ids), done)

    @property
    def accepted(self) -> list[Review]:
        """The groups that were accepted."""
        return [review for review in self.reviews if review.accepted]

    @property
    def copies(self) -> list[Review]:
        """The groups of equal files of which some are to go."""
        return [review for review in self.reviews if review.kind is Kind.COPIES and review.spare]

    # Clearing

    def clear(self, reviews: Iterable[Review]) -> None:
        """Moves what is spare of these groups to the trash; to be called once somebody agreed to it."""
        library, publish = self._library, self._reporter()
        decisions = [review.decision for review in reviews if review.spare]
        if library is None or not decisions or not self._may_change():
            return
        words = tr("Moving files to the trash")
        token = self._clearing = CancelToken()
        self._clears = True
        self._work(words)

        def clear() -> Cleared:
            return clear_duplicates(
                library, decisions, token=token, report=lambda share: publish(words, share)
            )

        self._door.ask(
            lambda _: clear(), self._take_cleared, lambda error: self._fail(translated(error.message))
        )

    def _take_cleared(self, cleared: Cleared) -> None:
        self._rest_from_work()
        self._state = None
        moved = set(cleared.trashed.moved)
        gone = {
            member.file.id
            for review in self.reviews
            for member in review.group.members
            if member.file.path in moved
        }
        left = [review.without(gone) if review.key & gone else review for review in self.reviews]
        self._show([review for review in left if review is not None], self.current)
        self.cleared.emit(cleared)

    # Work under way

    def _work(self, words: str) -> None:
        self.doing, self.share = words, 0.0
        self.progressed.emit()

    def _rest_from_work(self) -> None:
        self.doing, self.share, self._clears = "", 0.0, False
        self.progressed.emit()

    def _fail(self, sentence: str) -> None:
        self._rest_from_work()
        self.looked = True
        self.told.emit(sentence)
        self.listed.emit()

    def _reporter(self) -> Callable[[str, float], None]:
        pulse = Pulse(_PAUSE)

        def report(what: str, share: float) -> None:
            if pulse.is_time():
                self._shares.publish(_Share(what, share))

        return report

    def _hear_share(self, event: _Share) -> None:
        if self.doing:
            self.doing, self.share = translated(event.what), event.share
            self.progressed.emit()

    def _decided(self) -> None:
        self.listed.emit()
        self.turned.emit()

    def _may_change(self) -> bool:
        if not self.can_change:
            self.told.emit(tr("This library is read-only: near-duplicates can be looked at, and no more."))
        return self.can_change
