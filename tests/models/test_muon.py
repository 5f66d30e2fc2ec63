"""The optimiser of the picture tower's filters."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")

from starter.muon import Muon, orthogonal  # noqa: E402


@pytest.mark.parametrize("shape", [(8, 72), (72, 8), (16, 16)])
def test_rows_or_columns_become_nearly_orthonormal(shape: tuple[int, int]) -> None:
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonal(torch.randn(shape)))
    assert values.min() > 0.3
    assert values.max() < 1.6


def test_directions_are_kept() -> None:
    torch.manual_seed(0)
    matrix = torch.randn(6, 20)
    left, _, right = torch.linalg.svd(matrix, full_matrices=False)
    nearest = left @ right
    cosine = (orthogonal(matrix) * nearest).sum() / (orthogonal(matrix).norm() * nearest.norm())
    assert cosine > 0.95


def test_it_finds_the_least_of_a_bowl_and_goes_on_from_its_state() -> None:
    torch.manual_seed(0)
    goal = torch.randn(4, 3, 3, 3)
    weights = torch.nn.Parameter(torch.zeros_like(goal))
    optimiser = Muon([weights], lr=0.05)
    for step in range(300):
        if step == 100:
            other = Muon([weights], lr=0.05)
            other.load_state_dict(optimiser.state_dict())
            optimiser = other
        for group in optimiser.param_groups:
            group["lr"] = 0.1 * (1 - step / 300)
        optimiser.zero_grad()
        (weights - goal).square().sum().backward()
        optimiser.step()
    assert (weights - goal).abs().max() < 0.05
