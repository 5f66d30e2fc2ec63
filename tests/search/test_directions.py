"""What is common to all is taken off a query, and on real vectors that ranks better."""

from pathlib import Path

import numpy as np
import pytest
from tests.benchmarks.ranking import pictures_table, words_table
from tests.benchmarks.recorded_vectors import Recorded, load

from mindseye.errors import InputError
from mindseye.search.directions import centred, library_mean, weighted_sum


def test_the_mean_of_a_few_photos_counts_less() -> None:
    one = np.array([[1.0, 0.0]], np.float32)
    assert np.linalg.norm(library_mean(one)) < 0.1
    assert np.linalg.norm(library_mean(np.repeat(one, 2000, axis=0))) > 0.98
    assert library_mean(np.empty((0, 2), np.float32)).tolist() == [0, 0]


def test_what_is_left_has_unit_length_even_where_nothing_is_left() -> None:
    vectors = np.eye(3, dtype=np.float32)
    left = centred(vectors, np.array([0.5, 0, 0], np.float32))
    np.testing.assert_allclose(np.linalg.norm(left, axis=1), 1, atol=1e-6)
    assert np.isfinite(centred(vectors[:1], vectors[0])).all()


def test_parts_add_up_by_weight_and_must_not_cancel() -> None:
    both = np.eye(2, dtype=np.float32)
    total = weighted_sum(both, [3.0, 4.0])
    np.testing.assert_allclose(total, [0.6, 0.8], atol=1e-6)
    with pytest.raises(InputError, match="cancel"):
        weighted_sum(np.stack([both[0], both[0]]), [1.0, -1.0])


@pytest.fixture(scope="module")
def recorded(photographs: Path) -> Recorded:
    """Real CLIP vectors."""
    return load(photographs)


@pytest.mark.data
def test_real_words_rank_better_without_the_neutral_mean(recorded: Recorded) -> None:
    table = words_table(recorded)
    bare, corrected = table["bare cosine"], table["neutral mean taken off"]
    assert corrected["mAP"] > bare["mAP"] + 0.05
    assert corrected["AUC present or absent"] > max(bare["AUC present or absent"], 0.8)


@pytest.mark.data
def test_real_look_alikes_rank_better_without_the_library_mean(recorded: Recorded) -> None:
    table = pictures_table(recorded)
    assert table["library mean taken off"]["mAP"] > table["bare cosine"]["mAP"] + 0.02
