"""Changes that are noted by themselves, and taken back where they are still as they were left."""

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindseye.catalog import Catalog, Connection, free_tags, history, photos, recording, remarks
from mindseye.metadata import Metadata

Work = Callable[[Connection], object]


@pytest.fixture
def ids(catalog: Catalog) -> list[int]:
    """Five photos."""
    return add_photos(catalog, 5)


def add_photos(catalog: Catalog, count: int) -> list[int]:
    return catalog.write(
        lambda connection: [
            photos.add(connection, number.to_bytes(16), Metadata(4, 3, "JPEG")) for number in range(count)
        ]
    )


def change(catalog: Catalog, work: Work, words: str = "changing") -> history.Entry | None:
    return catalog.write(lambda connection: history.record(connection, work, lambda _: words))


def state(catalog: Catalog) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tracked tables."""
    with catalog.read() as connection:
        return {
            name: sorted(tuple(row) for row in connection.execute(f"SELECT * FROM {name}"))
            for name in recording.TRACKED
        }


def words_of(catalog: Catalog) -> list[tuple[str, bool]]:
    with catalog.read() as connection:
        return [(entry.words, entry.undone) for entry in history.entries(connection, 100)]


def tag(*names: str, of: list[int]) -> Work:
    return lambda connection: free_tags.give(connection, of, names)


def test_a_change_is_one_entry_that_is_undone_and_redone(catalog: Catalog, ids: list[int]) -> None:
    before = state(catalog)
    entry = change(catalog, tag("boat", "Places/Norway", of=ids), "tagging")
    assert entry is not None
    assert (entry.words, entry.rows, entry.undone) == ("tagging", 10, False)
    after = state(catalog)
    step = catalog.write(history.undo)
    assert step is not None
    assert (step.put_back, step.left) == (10, 0)
    assert state(catalog) == before
    assert words_of(catalog) == [("tagging", True)]
    step = catalog.write(history.redo)
    assert step is not None
    assert step.put_back == 10
    assert state(catalog) == after
    assert catalog.write(history.redo) is None


def test_the_words_are_told_how_many_photos_changed(catalog: Catalog, ids: list[int]) -> None:
    change(catalog, tag("boat", of=ids[:2]))
    entry = catalog.write(
        lambda connection: history.record(connection, tag("boat", "ship", of=ids[:3]), "{} photos".format)
    )
    assert entry is not None
    assert (entry.words, entry.rows) == ("3 photos", 4)


def test_what_changes_nothing_is_no_entry(catalog: Catalog, ids: list[int]) -> None:
    change(catalog, tag("boat", of=ids))
    assert change(catalog, tag("boat", of=ids)) is None

    def there_and_back(connection: Connection) -> None:
        remarks.rate(connection, [(ids[0], 3)])
        remarks.rate(connection, [(ids[0], 0)])

    assert change(catalog, there_and_back) is None
    assert len(words_of(catalog)) == 1


def test_undo_reaches_across_restarts(path: Path) -> None:
    catalog = Catalog(path)
    ids = add_photos(catalog, 3)
    change(catalog, tag("boat", of=ids))
    catalog.close()
    catalog = Catalog(path)
    assert catalog.write(history.undo) is not None
    assert state(catalog)["tags"] == []
    catalog.close()
    catalog = Catalog(path)
    assert catalog.write(history.redo) is not None
    assert len(state(catalog)["tags"]) == 3
    catalog.close()


def test_another_process_undoes_what_this_one_did(path: Path) -> None:
    ours, theirs = Catalog(path), Catalog(path)
    ids = add_photos(ours, 3)
    change(ours, tag("boat", of=ids), "ours")
    change(theirs, tag("ship", of=ids), "theirs")
    step = ours.write(history.undo)
    assert step is not None
    assert step.entry.words == "theirs"
    step = theirs.write(history.undo)
    assert step is not None
    assert step.entry.words == "ours"
    assert state(ours)["tags"] == []
    ours.close()
    theirs.close()


def test_a_new_change_ends_what_could_be_redone(catalog: Catalog, ids: list[int]) -> None:
    change(catalog, tag("boat", of=ids), "first")
    change(catalog, tag("ship", of=ids), "second")
    catalog.write(history.undo)
    change(catalog, tag("raft", of=ids), "third")
    assert catalog.write(history.redo) is None
    assert words_of(catalog) == [("third", False), ("first", False)]


def test_a_change_that_fails_leaves_neither_rows_nor_entry_nor_triggers(
    catalog: Catalog, ids: list[int]
) -> None:
    def fails(connection: Connection) -> None:
        free_tags.give(connection, ids, ["boat"])
        remarks.rate(connection, [(ids[0], 9)])

    with pytest.raises(sqlite3.IntegrityError):
        change(catalog, fails)
    assert state(catalog)["tags"] == []
    assert words_of(catalog) == []
    catalog.write(tag("ship", of=ids))  # nobody listens any more
    assert words_of(catalog) == []
    assert change(catalog, tag("raft", of=ids)) is not None


def test_rows_that_something_else_changed_since_stay(catalog: Catalog, ids: list[int]) -> None:
    change(catalog, lambda connection: remarks.rate(connection, [(each, 3) for each in ids]))
    catalog.write(lambda connection: remarks.rate(connection, [(ids[0], 5), (ids[1], 0)], source="file"))
    step = catalog.write(history.undo)
    assert step is not None
    assert (step.put_back, step.left) == (3, 2)
    assert [row[:2] for row in state(catalog)["ratings"]] == [(ids[0], 5)]
    step = catalog.write(history.redo)
    assert step is not None
    assert step.left == 1  # the other is as it was before: without a rating
    assert {row[0]: row[1] for row in state(catalog)["ratings"]} == {ids[0]: 5} | dict.fromkeys(ids[1:], 3)


def test_what_does_not_tell_whose_row_it_is_may_change(catalog: Catalog, ids: list[int]) -> None:
    change(catalog, lambda connection: remarks.caption(connection, [(ids[0], "at sea")]))
    catalog.write(lambda connection: connection.execute("UPDATE captions SET source = 'file'"))
    step = catalog.write(history.undo)
    assert step is not None
    assert step.left == 0
    assert state(catalog)["captions"] == []


def test_a_rejected_tag_does_not_come_back(catalog: Catalog, ids: list[int]) -> None:
    catalog.write(lambda c: free_tags.give(c, ids, ["boat"], source="file"))
    catalog.write(lambda c: free_tags.take_away(c, ids, ["boat"]))
    catalog.write(lambda c: free_tags.give(c, ids, ["boat"], source="file"))
    assert {row[3:5] for row in state(catalog)["tags"]} == {("file", "rejected")}
    catalog.write(tag("boat", of=ids))  # but a person may change their mind
    assert {row[3:5] for row in state(catalog)["tags"]} == {("user", "confirmed")}


def test_taking_away_forgets_ones_own_and_rejects_what_others_said(catalog: Catalog, ids: list[int]) -> None:
    catalog.write(tag("boat", of=[ids[0]]))
    catalog.write(lambda c: free_tags.give(c, [ids[1]], ["boat"], source="file"))
    catalog.write(lambda c: free_tags.take_away(c, ids, ["boat"]))
    assert [(row[0], row[4]) for row in state(catalog)["tags"]] == [(ids[1], "rejected")]


def test_the_oldest_entries_are_forgotten(
    catalog: Catalog, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_ENTRIES", 3)
    for number in range(5):
        change(catalog, tag(f"tag {number}", of=ids), str(number))
    assert [words for words, _ in words_of(catalog)] == ["4", "3", "2"]
    monkeypatch.setattr(history, "MOST_BYTES", 10)
    change(catalog, tag("last", of=ids), "last")
    assert [words for words, _ in words_of(catalog)] == ["last"]
    assert catalog.write(history.undo) is not None


def test_renaming_takes_what_lies_below_along_and_merges(catalog: Catalog, ids: list[int]) -> None:
    catalog.write(tag("Place/Norway", "Place", "Placebo", of=ids[:2]))
    catalog.write(tag("Places", of=[ids[0]]))
    before = state(catalog)
    change(catalog, lambda connection: free_tags.rename(connection, "Place", "Places"))
    with catalog.read() as connection:
        assert free_tags.names(connection) == ["Placebo", "Places", "Places/Norway"]
        assert free_tags.photos_with(connection, "Places") == []  # they lie nowhere
    catalog.write(history.undo)
    assert state(catalog) == before


def test_a_row_that_insert_or_replace_drove_out_comes_back(catalog: Catalog, ids: list[int]) -> None:
    catalog.write(lambda connection: remarks.caption(connection, [(ids[0], "old")]))
    change(
        catalog,
        lambda connection: connection.execute(
            "INSERT OR REPLACE INTO captions (photo_id, caption, source) VALUES (?, 'new', 'file')", (ids[0],)
        ),
    )
    catalog.write(history.undo)
    assert state(catalog)["captions"] == [(ids[0], "old", "user")]


names = st.sampled_from(["boat", "ship", "Places", "Places/Norway"])
which = st.lists(st.integers(0, 4), min_size=1, max_size=4)
one_change = st.one_of(
    st.tuples(st.just("give"), which, names),
    st.tuples(st.just("reject"), which, names),
    st.tuples(st.just("take"), which, names),
    st.tuples(st.just("forget"), which, names),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("rate"), which, st.integers(0, 5)),
    st.tuples(st.just("caption"), which, st.sampled_from(["", "a", "b"])),
)


def work_of(drawn: tuple[object, ...], ids: list[int]) -> Work:
    match drawn:
        case "rename", str(old), str(new):
            return lambda connection: free_tags.rename(connection, old, new)
        case "rate", list(places), int(rating):
            return lambda connection: remarks.rate(connection, [(ids[each], rating) for each in places])
        case "caption", list(places), str(text):
            return lambda connection: remarks.caption(connection, [(ids[each], text) for each in places])
        case str(verb), list(places), str(name):
            chosen = [ids[each] for each in places]
            verbs = {"give": free_tags.give, "reject": free_tags.reject, "take": free_tags.take_away,
                     "forget": free_tags.forget}  # fmt: skip
            return lambda connection: verbs[verb](connection, chosen, [name])
    raise AssertionError(drawn)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(one_change, max_size=12), seed=st.integers())
def test_any_walk_back_and_forth_meets_every_state_again(
    drawn: list[tuple[object, ...]], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    catalog = Catalog(tmp_path_factory.mktemp("walk") / "catalog.sqlite")
    ids = add_photos(catalog, 5)
    states = [state(catalog)]
    for each in drawn:
        if change(catalog, work_of(each, ids)) is not None:
            states.append(state(catalog))
        else:
            assert state(catalog) == states[-1]
    here = len(states) - 1
    steps = random.Random(seed)
    for _ in range(2 * len(states)):
        back = steps.random() < 0.5
        step = catalog.write(history.undo if back else history.redo)
        there = here - 1 if back else here + 1
        assert (step is not None) == (0 <= there < len(states))
        here = min(max(there, 0), len(states) - 1)
        assert state(catalog) == states[here]
    catalog.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from mindseye.catalog import Catalog, free_tags, history

def work(connection):
    free_tags.give(connection, range(1, 6), ["ship"])
    if sys.argv[2] == "change":
        os.kill(os.getpid(), signal.SIGKILL)

def half_undone(connection):
    history.undo(connection)
    os.kill(os.getpid(), signal.SIGKILL)

catalog = Catalog(Path(sys.argv[1]))
if sys.argv[2] == "undo":
    catalog.write(half_undone)
catalog.write(lambda connection: history.record(connection, work, lambda _: "killed"))
"""


@pytest.mark.parametrize("during", ["change", "undo"])
def test_a_killed_process_leaves_a_change_done_or_not_done(path: Path, during: str) -> None:
    catalog = Catalog(path)
    ids = add_photos(catalog, 5)
    change(catalog, tag("boat", of=ids), "first")
    before = state(catalog)
    catalog.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), during], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    catalog = Catalog(path)
    assert state(catalog) == before
    assert words_of(catalog) == [("first", False)]
    catalog.write(history.undo)
    assert state(catalog)["tags"] == []
    catalog.close()
