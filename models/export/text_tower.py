"""The two kinds of text tower: CLIP's, causal and of any length, and SigLIP's, which reads its padding."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from export.towers import Block, Stack


class ClipTextTower(nn.Module):
    """int64 [n, l], any l up to the context -> float32 [n, d] of unit length.

    No token sees a later one, and only the end token is read, so that what follows it cannot matter.
    """

    mask: Tensor

    def __init__(self, stack: Stack, vocabulary: int, context: int, dimension: int, end: int | None) -> None:
        """Empty towers.

        Args:
            stack: the layers.
            vocabulary: how many tokens there are.
            context: the longest sequence.
            dimension: numbers in an embedding.
            end: the end token; None where the original reads the largest id, which is the end token's.
        """
        super().__init__()
        self.end = end
        self.token_embedding = nn.Embedding(vocabulary, stack.width)
        self.position_embedding = nn.Embedding(context, stack.width)
        self.layers = nn.ModuleList(Block(stack) for _ in range(stack.depth))
        self.final_layer_norm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.projection = nn.Linear(stack.width, dimension, bias=False)
        later = torch.full((context, context), -torch.inf).triu(1)
        self.register_buffer("mask", later, persistent=False)

    def forward(self, ids: Tensor) -> Tensor:
        length = ids.shape[1]
        x = self.token_embedding(ids) + self.position_embedding.weight[:length]
        mask = self.mask[:length, :length]
        for layer in self.layers:
            x = layer(x, mask)
        marks = ids if self.end is None else ids == self.end
        place = marks.int().argmax(dim=-1).reshape(-1, 1, 1).expand(-1, 1, x.shape[2])
        return functional.normalize(self.projection(self.final_layer_norm(x.gather(1, place)[:, 0])), dim=-1)


class SiglipTextTower(nn.Module):
    """int64 [n, l], l always the whole context -> float32 [n, d] of unit length.

    Every token sees every other and the last is read, padding or not: that is how it was trained.
    """

    def __init__(self, stack: Stack, vocabulary: int, context: int, dimension: int) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(vocabulary, stack.width)
        self.position_embedding = nn.Embedding(context, stack.width)
        self.layers = nn.ModuleList(Block(stack) for _ in range(stack.depth))
        self.final_layer_norm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.head = nn.Linear(stack.width, dimension)

    def forward(self, ids: Tensor) -> Tensor:
        x = self.token_embedding(ids) + self.position_embedding.weight
        for layer in self.layers:
            x = layer(x)
        return functional.normalize(self.head(self.final_layer_norm(x[:, -1])), dim=-1)
