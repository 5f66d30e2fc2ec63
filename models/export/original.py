"""A model as it was trained: its own outputs as the measure, its weights in plain towers, and its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Original:
    """What the export needs to know of a model, whichever library wrote it."""

    kind: str
    """The class that trained it: "CLIPModel", "SiglipModel", "Siglip2Model", "open_clip"."""
    image: nn.Module
    """float32 [n, 3, side, side] -> float32 [n, dimension], unit length; what is exported."""
    text: nn.Module
    """int64 [n, l] -> float32 [n, dimension], unit length; what is exported."""
    embed_images: Callable[[Tensor], Tensor]
    """The same by the original class, to compare with."""
    embed_texts: Callable[[Tensor], Tensor]
    """The same by the original class, to compare with."""
    side: int
    """Pixels of the square input."""
    context_length: int
    vocabulary: int
    end: int | None
    """The end token; None where the largest id is taken for it."""
    causal: bool
    """Whether no token sees a later one, so that short texts may be given short."""
    dimension: int
    temperature: float
    """Divides cosine similarities."""
    bias: float | None
    """Added to them before the sigmoid; None for a softmax model."""

    @property
    def score(self) -> Literal["softmax", "sigmoid"]:
        """How similarities become probabilities."""
        return "softmax" if self.bias is None else "sigmoid"
