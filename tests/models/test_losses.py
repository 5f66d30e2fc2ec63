"""The contrast loss: several positives, unknown cells, rows that teach nothing."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")

from starter.losses import both_ways, contrast, pairs, recital  # noqa: E402


def truth(rows: list[list[int]]) -> torch.Tensor:
    return torch.tensor(rows, dtype=torch.int8)


def test_one_positive_is_plain_cross_entropy() -> None:
    logits = torch.tensor([[2.0, 0.5, -1.0], [0.0, 1.0, 3.0]])
    wanted = torch.nn.functional.cross_entropy(logits, torch.tensor([0, 2]))
    assert torch.allclose(contrast(logits, truth([[1, 0, 0], [0, 0, 1]])), wanted)


def test_unknown_cells_change_nothing() -> None:
    said = truth([[1, 0, -1]])
    low, high = torch.tensor([[2.0, 0.5, -9.0]]), torch.tensor([[2.0, 0.5, 9.0]])
    assert torch.allclose(contrast(low, said), contrast(high, said), atol=1e-6)


def test_two_positives_are_both_wanted() -> None:
    said = truth([[1, 1, 0]])
    even, uneven = torch.tensor([[3.0, 3.0, 0.0]]), torch.tensor([[6.0, 0.0, 0.0]])
    assert contrast(even, said) < contrast(uneven, said)


def test_rows_without_positive_or_negative_are_skipped() -> None:
    logits = torch.randn(3, 3, requires_grad=True)
    loss = contrast(logits, truth([[0, 0, -1], [1, -1, 1], [-1, -1, -1]]))
    loss.backward()
    assert loss.item() == 0.0
    assert logits.grad is not None
    assert not logits.grad.any()


def test_smoothing_keeps_the_loss_finite() -> None:
    loss = contrast(torch.randn(2, 4), truth([[1, 0, -1, 0], [0, 1, 0, -1]]), smoothing=0.1)
    assert torch.isfinite(loss)


def test_both_ways_is_symmetric() -> None:
    logits, said = torch.randn(3, 3), truth([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    assert torch.allclose(both_ways(logits, said), both_ways(logits.T, said.T))


def test_recital_of_the_same_vectors_is_zero_and_of_none_too() -> None:
    vectors = torch.randn(4, 8)
    assert recital(vectors, vectors).item() == pytest.approx(0.0, abs=1e-6)
    assert recital(vectors[:0], vectors[:0]).item() == 0.0


def test_balanced_lets_the_rare_answer_weigh_as_much() -> None:
    logits = torch.tensor([[2.0, 0.0]] * 9 + [[2.0, 0.0]])
    said = truth([[1, 0]] * 9 + [[0, 1]])
    right, wrong = contrast(logits[:1], said[:1]), contrast(logits[9:], said[9:])
    assert torch.allclose(contrast(logits, said, balanced=True), (right + wrong) / 2)


def test_pairs_want_each_row_beside_its_own() -> None:
    vectors, scale = torch.eye(4), torch.tensor(10.0)
    assert pairs(vectors, vectors, scale) < pairs(vectors, vectors.roll(1, 0), scale)
    assert pairs(vectors[:0], vectors[:0], scale).item() == 0.0
