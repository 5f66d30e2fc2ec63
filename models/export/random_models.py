"""Models of the real classes with random weights, in the sizes that benchmarks want."""

from __future__ import annotations

import torch
from transformers import CLIPConfig, CLIPModel

from export.from_transformers import describe
from export.licence import Terms
from export.original import Original
from export.source import Source
from export.words import Words
from mindseye.clip.manifest import Preprocessing

_MEAN = (0.48145466, 0.4578275, 0.40821073)
_STD = (0.26862954, 0.26130258, 0.27577711)


def random_vit_b_32(seed: int = 0) -> Original:
    """A CLIP of the size of OpenAI's ViT-B/32 that was never trained."""
    torch.manual_seed(seed)
    return describe(CLIPModel(CLIPConfig()))


def as_source(original: Original, title: str) -> Source:
    """A source without files around it; its tokenizer is a stand-in that nobody reads."""
    return Source(
        title=title,
        original=original,
        preprocessing=Preprocessing(original.side, "shortest", "bicubic", _MEAN, _STD),
        words=Words("{}", "<|endoftext|>", lowercase=True),
        terms=Terms("", (), ()),
    )
