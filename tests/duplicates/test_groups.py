"""Groups: each around its best, strong pairs before weak ones, no chains."""

import numpy as np

from mindseye.duplicates import Kind, Pairs, gathered


def pairs(*of: tuple[int, int]) -> Pairs:
    both = np.array(of, dtype=np.int64).reshape(len(of), 2)
    return Pairs(both.min(axis=1), both.max(axis=1))


def test_a_group_begins_with_its_best() -> None:
    found = gathered(4, [(Kind.SAME_PICTURE, pairs((0, 1), (0, 2), (1, 2)))], np.array([2, 3, 1, 0]))
    assert found == [[(2, Kind.COPIES), (1, Kind.SAME_PICTURE), (0, Kind.SAME_PICTURE)]]


def test_the_ends_of_a_chain_are_not_joined() -> None:
    chain = pairs((0, 1), (1, 2), (2, 3))
    found = gathered(4, [(Kind.SAME_PICTURE, chain)], np.arange(4))
    assert [[place for place, _ in group] for group in found] == [[0, 1], [2, 3]]


def test_what_stands_alone_is_in_no_group() -> None:
    assert gathered(3, [(Kind.SAME_PICTURE, Pairs.none())], np.arange(3)) == []


def test_weaker_pairs_join_whole_groups_of_stronger_ones() -> None:
    found = gathered(
        5,
        [(Kind.VERY_ALIKE, pairs((1, 2), (3, 4))), (Kind.SAME_PICTURE, pairs((0, 1), (2, 3)))],
        np.array([0, 2, 1, 4, 3]),
    )
    assert found == [
        [
            (0, Kind.COPIES),
            (1, Kind.SAME_PICTURE),
            (2, Kind.VERY_ALIKE),
            (3, Kind.VERY_ALIKE),
        ]
    ]
