"""The two towers: a small dense residual network for pictures and a small transformer for words."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Shape:
    """Sizes of both towers; the defaults are those of the shipped model."""

    dimension: int = 256
    classes: int = 200
    widths: tuple[int, ...] = (32, 64, 160, 320)
    depths: tuple[int, ...] = (1, 2, 2, 2)
    vocabulary: int = 6000
    word_width: int = 128
    text_width: int = 192
    text_depth: int = 2
    text_heads: int = 4
    context: int = 32


def _conv(inside: int, outside: int, kernel: int, stride: int, active: bool) -> nn.Sequential:
    """Convolution and batch norm, which the export folds into one; ReLU after it if `active`."""
    layers: list[nn.Module] = [
        nn.Conv2d(inside, outside, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outside),
    ]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if active else nn.Sequential(*layers)


class Block(nn.Module):
    """Two 3x3 convolutions with a shortcut; dense, as depthwise ones train slowly on a CPU."""

    def __init__(self, inside: int, outside: int, stride: int) -> None:
        super().__init__()
        self.first = _conv(inside, outside, 3, stride, active=True)
        self.second = _conv(outside, outside, 3, 1, active=False)
        nn.init.zeros_(self.second[1].weight)  # type: ignore[arg-type]
        shortcut: list[nn.Module] = [nn.AvgPool2d(2, ceil_mode=True)] if stride == 2 else []
        if inside != outside:
            shortcut.append(_conv(inside, outside, 1, 1, active=False))
        self.shortcut = nn.Sequential(*shortcut)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.second(self.first(x)) + self.shortcut(x))


class ImageTower(nn.Module):
    """float32 [n, 3, s, s], normalised, any s -> float32 [n, d] of unit length."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        layers: list[nn.Module] = [_conv(3, shape.widths[0], 3, 2, True)]
        inside = shape.widths[0]
        for stage, (width, depth) in enumerate(zip(shape.widths, shape.depths, strict=True)):
            for place in range(depth):
                layers.append(Block(inside, width, 2 if stage and place == 0 else 1))
                inside = width
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(inside, shape.dimension)
        self.centre = nn.BatchNorm1d(shape.dimension, affine=False)

    def forward(self, pixels: Tensor) -> Tensor:
        return self.finish(self.pool(pixels))

    def pool(self, pixels: Tensor) -> Tensor:
        """float32 [n, 3, s, s] -> [n, w], the mean over the places of the picture."""
        pooled: Tensor = self.body(pixels).mean(dim=(2, 3))
        return pooled

    def finish(self, pooled: Tensor) -> Tensor:
        """[n, w] -> float32 [n, d] of unit length."""
        # Centred, as otherwise all vectors share one direction for long and little is learnt meanwhile.
        return functional.normalize(self.centre(self.head(pooled).float()), dim=-1)


class TextLayer(nn.Module):
    """A pre-norm transformer layer, its attention written out so that the exported graph stays plain."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.before_attention, self.before_mixing = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query_key_value, self.joined = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mixing = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        n, length, width = x.shape
        split = self.query_key_value(self.before_attention(x)).view(
            n, length, 3, self.heads, width // self.heads
        )
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = (query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias).softmax(dim=-1)
        x = x + self.joined((weights @ value).transpose(1, 2).reshape(n, length, width))
        mixed: Tensor = self.mixing(self.before_mixing(x))
        return x + mixed


class TextTower(nn.Module):
    """int64 [n, l] token ids, padded at the end with `pad` -> float32 [n, d] of unit length."""

    def __init__(self, shape: Shape, pad: int) -> None:
        super().__init__()
        self.pad, self.context = pad, shape.context
        self.words = nn.Embedding(shape.vocabulary, shape.word_width)
        self.widen = nn.Linear(shape.word_width, shape.text_width, bias=False)
        self.positions = nn.Embedding(shape.context, shape.text_width)
        self.layers = nn.ModuleList(
            [TextLayer(shape.text_width, shape.text_heads) for _ in range(shape.text_depth)]
        )
        self.norm = nn.LayerNorm(shape.text_width)
        self.head = nn.Linear(shape.text_width, shape.dimension)
        self.centre = nn.BatchNorm1d(shape.dimension, affine=False)
        # Wide apart: nearly alike words would all follow the first thing learnt of any of them.
        nn.init.normal_(self.words.weight, std=0.5)
        nn.init.normal_(self.positions.weight, std=0.05)

    def forward(self, ids: Tensor) -> Tensor:
        return self.finish(self.pool(ids))

    def finish(self, pooled: Tensor) -> Tensor:
        """float32 [n, w] -> [n, d] of unit length; in training the n should be all texts of the batch."""
        return functional.normalize(self.centre(self.head(pooled).float()), dim=-1)

    def pool(self, ids: Tensor) -> Tensor:
        """int64 [n, l] -> float32 [n, w], the mean over the real tokens."""
        # The mask comes from the ids, so a text's vector does not depend on how far its batch is padded.
        real = (ids != self.pad).float()
        bias = (real - 1.0)[:, None, None, :] * 10000.0
        places = torch.arange(ids.shape[1], device=ids.device).clamp(max=self.context - 1)
        x = self.widen(self.words(ids)) + self.positions(places)
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x) * real[:, :, None]
        pooled: Tensor = x.sum(dim=1) / real.sum(dim=1, keepdim=True).clamp(min=1.0)
        return pooled


class Towers(nn.Module):
    """Both towers, the learnt scale of their products, and two helpers that only the training needs.

    `guess` names the class of a picture without words: the pictures learn from it while the words are still
    unsettled. `recite` says the recorded vector of a word.
    """

    def __init__(self, shape: Shape, pad: int, anchor_dimension: int = 512) -> None:
        super().__init__()
        self.image, self.text = ImageTower(shape), TextTower(shape, pad)
        self.log_scale = nn.Parameter(torch.tensor(2.8))
        self.guess = nn.Linear(shape.widths[-1], shape.classes)
        self.recite = nn.Linear(shape.dimension, anchor_dimension)

    def scale(self) -> Tensor:
        """The factor before a softmax, at most 100 (1 / temperature)."""
        return self.log_scale.clamp(max=4.6052).exp()
