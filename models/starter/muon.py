"""Muon: momentum whose matrices are made orthogonal before each step (Jordan et al. 2024)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

COEFFICIENTS = (
    (4.0848, -6.8946, 2.9270),
    (3.9505, -6.3029, 2.6377),
    (3.7418, -5.5913, 2.3037),
    (2.8769, -3.1427, 1.2046),
    (2.8366, -3.0525, 1.2012),
)
"""Quintic steps, each fitted to what the one before leaves (You, 2025)."""


def orthogonal(matrix: Tensor) -> Tensor:
    """float32 [r, c] -> about the nearest matrix with orthonormal rows (or columns), by Newton and Schulz.

    Only the Gram matrix of the shorter side is iterated; the long side is touched twice.
    """
    x = matrix if matrix.shape[0] <= matrix.shape[1] else matrix.T
    x = x / (x.norm() * 1.01 + 1e-7)
    gram = x @ x.T
    eye = torch.eye(len(gram))
    product = eye
    for a, b, c in COEFFICIENTS:
        polynomial = a * eye + b * gram + c * (gram @ gram)
        product = polynomial @ product
        gram = polynomial @ gram @ polynomial
    x = product @ x
    return x if matrix.shape[0] <= matrix.shape[1] else x.T


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, orthogonalised per matrix (a filter bank counts as one), with decoupled decay.

    Updates are scaled to a root mean square of 0.2, so rates are of Adam's size (Liu et al. 2025).
    """

    def __init__(self, parameters: Any, lr: float, momentum: float = 0.95, weight_decay: float = 0.0) -> None:
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]  # noqa: ARG002 - never called
        """One update of every parameter that has a gradient."""
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                gradient = parameter.grad
                state = self.state[parameter]
                if not state:
                    state["momentum"] = torch.zeros_like(gradient)
                moving = state["momentum"]
                moving.lerp_(gradient, 1 - group["momentum"])
                ahead = gradient.lerp(moving, group["momentum"])
                flat = ahead.reshape(len(ahead), -1)
                scale = 0.2 * max(flat.shape) ** 0.5
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
                parameter.add_(orthogonal(flat).reshape(parameter.shape), alpha=-group["lr"] * scale)
