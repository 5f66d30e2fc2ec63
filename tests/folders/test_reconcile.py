"""Comparing what is known with what is seen: a table of cases, and what holds for every case."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.folders.reconcile import Plan, reconcile
from mindseye.folders.walk import SeenFile, Walk


@dataclass(frozen=True)
class File:
    """A known file."""

    id: int
    path: bytes
    size: int = 10
    mtime_ns: int = 100
    inode: int = 1


def known(*files: File) -> dict[bytes, File]:
    return {file.path: file for file in files}


def seen(*files: SeenFile, unreadable: tuple[bytes, ...] = ()) -> Walk:
    return Walk({file.path: file for file in files}, list(unreadable))


def there(path: bytes, size: int = 10, mtime_ns: int = 100, inode: int = 1) -> SeenFile:
    return SeenFile(path, size, mtime_ns, inode)


CASES = {
    "nothing": (known(), seen(), Plan()),
    "new": (known(), seen(there(b"a")), Plan(new=[there(b"a")])),
    "unchanged": (known(File(1, b"a")), seen(there(b"a")), Plan(unchanged=1)),
    "another inode is no change": (known(File(1, b"a")), seen(there(b"a", inode=9)), Plan(unchanged=1)),
    "larger": (known(File(1, b"a")), seen(there(b"a", size=11)), Plan(changed=[(1, there(b"a", size=11))])),
    "touched": (
        known(File(1, b"a")),
        seen(there(b"a", mtime_ns=99)),
        Plan(changed=[(1, there(b"a", mtime_ns=99))]),
    ),
    "gone": (known(File(1, b"a")), seen(), Plan(gone=[1])),
    "moved": (known(File(1, b"a")), seen(there(b"x/b")), Plan(moved=[(1, b"x/b")])),
    "moved and edited": (
        known(File(1, b"a")),
        seen(there(b"b", mtime_ns=101)),
        Plan(new=[there(b"b", mtime_ns=101)], gone=[1]),
    ),
    "moved without inodes": (
        known(File(1, b"a", inode=0)),
        seen(there(b"b", inode=0)),
        Plan(new=[there(b"b", inode=0)], gone=[1]),
    ),
    "copied": (
        known(File(1, b"a")),
        seen(there(b"a"), there(b"b", inode=2)),
        Plan(new=[there(b"b", inode=2)], unchanged=1),
    ),
    "linked": (known(File(1, b"a")), seen(there(b"a"), there(b"b")), Plan(new=[there(b"b")], unchanged=1)),
    "moved over another": (
        known(File(1, b"a"), File(2, b"b", inode=2, size=20)),
        seen(there(b"b")),
        Plan(changed=[(2, there(b"b"))], gone=[1]),
    ),
    "below what cannot be listed": (
        known(File(1, b"x/a"), File(2, b"x/y/b", inode=2), File(3, b"xa", inode=3)),
        seen(unreadable=(b"x",)),
        Plan(gone=[3]),
    ),
    "moved out of what cannot be listed": (
        known(File(1, b"x/a")),
        seen(there(b"a"), unreadable=(b"x",)),
        Plan(new=[there(b"a")]),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_plan_is_right(case: str) -> None:
    before, found, expected = CASES[case]
    assert reconcile(before, found) == expected


def test_links_to_one_file_that_vanish_together_are_all_gone() -> None:
    plan = reconcile(known(File(1, b"a"), File(2, b"b")), seen())
    assert sorted(plan.gone) == [1, 2]


def test_links_to_one_file_that_move_together_all_keep_their_ids() -> None:
    plan = reconcile(known(File(1, b"a"), File(2, b"b")), seen(there(b"x/a"), there(b"x/b")))
    assert sorted(file_id for file_id, _ in plan.moved) == [1, 2]
    assert {path for _, path in plan.moved} == {b"x/a", b"x/b"}
    assert not plan.new
    assert not plan.gone


def test_a_plan_is_empty_when_nothing_has_to_change() -> None:
    assert Plan(unchanged=5).empty
    assert not Plan(gone=[1]).empty


# A small world, so that paths, inodes and times meet often.
PATHS = st.sampled_from([b"a", b"b", b"x/a", b"x/b", b"x/y/a", b"y/a", b"xa"])
SMALL = st.integers(0, 2)
WORLDS = st.dictionaries(PATHS, st.tuples(SMALL, SMALL, SMALL), max_size=7)
UNREADABLE = st.lists(st.sampled_from([b"x", b"x/y", b"y"]), unique=True, max_size=2)


def _below(path: bytes, folders: list[bytes]) -> bool:
    return any(path.startswith(folder + b"/") for folder in folders)


def _known_of(world: dict[bytes, tuple[int, int, int]]) -> dict[bytes, File]:
    return known(*(File(number, path, *facts) for number, (path, facts) in enumerate(world.items(), start=1)))


def _seen_of(world: dict[bytes, tuple[int, int, int]], unreadable: list[bytes]) -> Walk:
    readable = (there(path, *facts) for path, facts in world.items() if not _below(path, unreadable))
    return seen(*readable, unreadable=tuple(unreadable))


@given(before=WORLDS, after=WORLDS, unreadable=UNREADABLE)
def test_carrying_out_a_plan_leads_to_what_was_seen(
    before: dict[bytes, tuple[int, int, int]],
    after: dict[bytes, tuple[int, int, int]],
    unreadable: list[bytes],
) -> None:
    files, found = _known_of(before), _seen_of(after, unreadable)
    plan = reconcile(files, found)

    result = {file.id: (file.path, file.size, file.mtime_ns) for file in files.values()}
    for file_id in plan.gone:
        del result[file_id]
    for file_id, path in plan.moved:
        result[file_id] = (path, *result[file_id][1:])
    for file_id, file in plan.changed:
        assert result[file_id][0] == file.path
        result[file_id] = (file.path, file.size, file.mtime_ns)
    places = [*result.values(), *((file.path, file.size, file.mtime_ns) for file in plan.new)]

    unseen = {(path, *facts[:2]) for path, facts in before.items() if _below(path, unreadable)}
    assert sorted(places) == sorted({(f.path, f.size, f.mtime_ns) for f in found.files.values()} | unseen)


@given(before=WORLDS, after=WORLDS, unreadable=UNREADABLE)
def test_every_known_file_has_one_fate(
    before: dict[bytes, tuple[int, int, int]],
    after: dict[bytes, tuple[int, int, int]],
    unreadable: list[bytes],
) -> None:
    files = _known_of(before)
    plan = reconcile(files, _seen_of(after, unreadable))
    told = [*plan.gone, *(each for each, _ in plan.moved), *(each for each, _ in plan.changed)]
    assert len(told) == len(set(told))
    unseen = sum(_below(path, unreadable) for path in before)
    assert len(told) + plan.unchanged + unseen == len(files)


@given(before=WORLDS, after=WORLDS, unreadable=UNREADABLE)
def test_nothing_below_a_folder_that_cannot_be_listed_is_believed_gone(
    before: dict[bytes, tuple[int, int, int]],
    after: dict[bytes, tuple[int, int, int]],
    unreadable: list[bytes],
) -> None:
    files = _known_of(before)
    plan = reconcile(files, _seen_of(after, unreadable))
    by_id = {file.id: file.path for file in files.values()}
    assert not [by_id[each] for each in plan.gone if _below(by_id[each], unreadable)]


@given(world=WORLDS)
def test_a_folder_that_did_not_change_gives_an_empty_plan(world: dict[bytes, tuple[int, int, int]]) -> None:
    plan = reconcile(_known_of(world), _seen_of(world, []))
    assert plan.empty
    assert plan.unchanged == len(world)


@given(facts=st.lists(st.tuples(SMALL, SMALL, st.integers(1, 3)), max_size=5, unique=True))
def test_a_folder_that_was_renamed_keeps_every_id(facts: list[tuple[int, int, int]]) -> None:
    files = known(*(File(n, b"old/%d" % n, *each) for n, each in enumerate(facts)))
    found = seen(*(there(b"new/%d" % n, *each) for n, each in enumerate(facts)))
    plan = reconcile(files, found)
    assert sorted(plan.moved) == [(n, b"new/%d" % n) for n in range(len(facts))]
    assert not plan.new
    assert not plan.gone
