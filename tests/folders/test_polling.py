"""Folders that cannot be watched are looked at by the clock, the less often the longer that takes."""

from pathlib import Path

import pytest

from mindseye.folders.polling import (
    LONGEST_SECONDS,
    ROUND_SECONDS,
    SHORTEST_SECONDS,
    Rounds,
    differ,
    interval,
)

HERE, THERE = Path("/here"), Path("/there")


def test_looking_costs_a_twentieth_of_the_time_at_most() -> None:
    assert interval(0.0) == SHORTEST_SECONDS
    assert interval(15.0) == 300.0
    assert interval(1e6) == LONGEST_SECONDS


def test_only_what_is_not_watched_is_due_soon_and_everything_in_the_end() -> None:
    rounds = Rounds()
    assert rounds.cannot_watch({THERE: "it is so"})
    assert not rounds.cannot_watch({THERE: "it is so"})
    for folder in (HERE, THERE):
        rounds.looked(folder, now=100.0, took=3.0)
    assert rounds.due(100.0 + 59) == set()
    assert rounds.due(100.0 + 60) == {THERE}
    assert rounds.due(100.0 + ROUND_SECONDS) == {HERE, THERE}
    assert {folder: polled.seconds for folder, polled in rounds.polled.items()} == {THERE: 60.0}
    rounds.keep([HERE])
    assert rounds.due(1e9) == {HERE}
    assert rounds.cannot_watch({})
    assert rounds.polled == {}


@pytest.mark.parametrize(
    ("took", "before", "told"),
    [(0.1, 0.0, False), (1.4, 0.2, False), (3.0, 1.0, True), (1.0, 3.0, True), (3.1, 3.0, False)],
)
def test_only_an_interval_that_people_would_call_another_is_news(
    took: float, before: float, told: bool
) -> None:
    assert differ(took, before) is told
