"""The towers as plain PyTorch, written so that their ONNX graphs are plain too.

They hold the weights of an original and nothing decides by shape: the batch may have any size, and the
causal text tower takes any length. That they say what the original says is measured, not assumed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from export.failure import ExportError


def quick_gelu(x: Tensor) -> Tensor:
    """OpenAI's stand-in for GELU: x * sigmoid(1.702 x)."""
    return x * torch.sigmoid(1.702 * x)


def tanh_gelu(x: Tensor) -> Tensor:
    """GELU by its tanh approximation, as in SigLIP."""
    return functional.gelu(x, approximate="tanh")


ACTIVATIONS: Mapping[str, Callable[[Tensor], Tensor]] = {
    "quick_gelu": quick_gelu,
    "gelu": functional.gelu,
    "gelu_pytorch_tanh": tanh_gelu,
    "gelu_new": tanh_gelu,
}
"""Every activation that is known, by the name transformers gives it."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The shape of a stack of transformer layers."""

    width: int
    depth: int
    heads: int
    hidden: int
    """Width between the two linear layers of a block."""
    activation: str
    epsilon: float
    """Keeps layer norms from dividing by nothing."""

    def activate(self) -> Callable[[Tensor], Tensor]:
        """The activation function.

        Raises:
            ExportError: it is none of those known.
        """
        if self.activation not in ACTIVATIONS:
            raise ExportError(
                f"The activation {self.activation!r} is not known; known are {', '.join(ACTIVATIONS)}."
            )
        return ACTIVATIONS[self.activation]


class Attention(nn.Module):
    """Multi-head attention: queries [n, q, w], others [n, l, w], mask [q, l] to add -> [n, q, w]."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj = nn.Linear(width, width)
        self.k_proj = nn.Linear(width, width)
        self.v_proj = nn.Linear(width, width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, queries: Tensor, others: Tensor, mask: Tensor | None = None) -> Tensor:
        n, width = others.shape[0], self.q_proj.out_features

        def split(x: Tensor) -> Tensor:
            return x.reshape(n, -1, self.heads, width // self.heads).transpose(1, 2)

        q = split(self.q_proj(queries) * (width // self.heads) ** -0.5)
        weights = q @ split(self.k_proj(others)).transpose(2, 3)
        if mask is not None:
            weights = weights + mask
        mixed = weights.softmax(dim=-1) @ split(self.v_proj(others))
        out: Tensor = self.out_proj(mixed.transpose(1, 2).reshape(n, -1, width))
        return out


class Mlp(nn.Module):
    """The two linear layers of a block: [..., w] -> [..., w]."""

    def __init__(self, stack: Stack) -> None:
        super().__init__()
        self.fc1 = nn.Linear(stack.width, stack.hidden)
        self.fc2 = nn.Linear(stack.hidden, stack.width)
        self.activate = stack.activate()

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.fc2(self.activate(self.fc1(x)))
        return out


class Block(nn.Module):
    """A pre-norm transformer layer: [n, l, w] -> [n, l, w]."""

    def __init__(self, stack: Stack) -> None:
        super().__init__()
        self.layer_norm1 = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.self_attn = Attention(stack.width, stack.heads)
        self.layer_norm2 = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.mlp = Mlp(stack)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        normed = self.layer_norm1(x)
        x = x + self.self_attn(normed, normed, mask)
        out: Tensor = x + self.mlp(self.layer_norm2(x))
        return out


class Pool(nn.Module):
    """SigLIP's pooling: a learnt query looks at all patches, [n, l, w] -> [n, w]."""

    def __init__(self, stack: Stack) -> None:
        super().__init__()
        self.probe = nn.Parameter(torch.empty(1, 1, stack.width))
        self.attention = Attention(stack.width, stack.heads)
        self.layernorm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.mlp = Mlp(stack)

    def forward(self, x: Tensor) -> Tensor:
        seen: Tensor = self.attention(self.probe.expand(x.shape[0], -1, -1), x)[:, 0]
        out: Tensor = seen + self.mlp(self.layernorm(seen))
        return out
