"""The held-out rows stay the same for ever and never meet the training rows."""

from __future__ import annotations

from evaluate.splits import flickr_split, scenes_split


def test_flickr_holds_out_a_thousand_and_loses_none() -> None:
    train, held = flickr_split(7091)
    assert len(held) == 1000
    assert sorted(train + held) == list(range(7091))


def test_scenes_hold_out_a_fifth() -> None:
    train, held = scenes_split(4371)
    assert len(held) == 874
    assert not set(train) & set(held)


def test_split_is_pinned() -> None:
    """A changed split would let a later training see what an earlier figure was measured on."""
    assert flickr_split(7091)[1][:5] == FLICKR_FIRST
    assert scenes_split(4371)[1][:5] == SCENES_FIRST


def test_small_sets_keep_half_for_training() -> None:
    train, held = flickr_split(7)
    assert (len(train), len(held)) == (4, 3)


FLICKR_FIRST = [9, 24, 42, 60, 67]
SCENES_FIRST = [4, 10, 22, 31, 34]
