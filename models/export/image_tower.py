"""The two kinds of vision tower: CLIP's with a class token, SigLIP's with a pooling head."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from export.towers import Block, Pool, Stack


class ClipImageTower(nn.Module):
    """float32 [n, 3, s, s], normalised -> float32 [n, d] of unit length; the class token is the picture."""

    def __init__(self, stack: Stack, side: int, patch: int, dimension: int) -> None:
        super().__init__()
        positions = (side // patch) ** 2 + 1
        self.class_embedding = nn.Parameter(torch.empty(stack.width))
        self.patch_embedding = nn.Conv2d(3, stack.width, patch, patch, bias=False)
        self.position_embedding = nn.Embedding(positions, stack.width)
        self.pre_layrnorm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.layers = nn.ModuleList(Block(stack) for _ in range(stack.depth))
        self.post_layernorm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.projection = nn.Linear(stack.width, dimension, bias=False)

    def forward(self, pixels: Tensor) -> Tensor:
        patches = self.patch_embedding(pixels).flatten(2).transpose(1, 2)
        whole = self.class_embedding.expand(patches.shape[0], 1, -1)
        x = self.pre_layrnorm(torch.cat((whole, patches), dim=1) + self.position_embedding.weight)
        for layer in self.layers:
            x = layer(x)
        return functional.normalize(self.projection(self.post_layernorm(x[:, 0])), dim=-1)


class SiglipImageTower(nn.Module):
    """float32 [n, 3, s, s], normalised -> float32 [n, d] of unit length; a learnt query pools the patches."""

    def __init__(self, stack: Stack, side: int, patch: int) -> None:
        super().__init__()
        self.patch_embedding = nn.Conv2d(3, stack.width, patch, patch)
        self.position_embedding = nn.Embedding((side // patch) ** 2, stack.width)
        self.layers = nn.ModuleList(Block(stack) for _ in range(stack.depth))
        self.post_layernorm = nn.LayerNorm(stack.width, eps=stack.epsilon)
        self.head = Pool(stack)

    def forward(self, pixels: Tensor) -> Tensor:
        x = self.patch_embedding(pixels).flatten(2).transpose(1, 2) + self.position_embedding.weight
        for layer in self.layers:
            x = layer(x)
        return functional.normalize(self.head(self.post_layernorm(x)), dim=-1)
