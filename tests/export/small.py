"""Small randomly initialised models of the real classes, and folders as their authors would publish them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    CLIPConfig,
    CLIPModel,
    PreTrainedModel,
    Siglip2Config,
    Siglip2Model,
    SiglipConfig,
    SiglipModel,
)

Model = TypeVar("Model", bound=PreTrainedModel)

VOCABULARY, SIDE, PATCH = 300, 32, 8
MEAN, STD = (0.48, 0.46, 0.41), (0.27, 0.26, 0.28)
START, END = "<|startoftext|>", "<|endoftext|>"

_WORDS = {
    "hidden_size": 48,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "vocab_size": VOCABULARY,
    "bos_token_id": VOCABULARY - 2,
}
_VISION = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "patch_size": PATCH,
}


def clip(activation: str = "quick_gelu", end: int = 2, vocabulary: int = VOCABULARY) -> CLIPModel:
    """A CLIPModel; ``end`` 2 is how old configurations say that the largest id is the end token."""
    words = {**_WORDS, "max_position_embeddings": 77, "hidden_act": activation, "eos_token_id": end}
    words["vocab_size"] = vocabulary
    vision = {**_VISION, "image_size": SIDE, "hidden_act": activation}
    return _lively(CLIPModel(CLIPConfig(projection_dim=32, text_config=words, vision_config=vision)))


def siglip() -> SiglipModel:
    """A SiglipModel, as SigLIP and the fixed sizes of SigLIP 2 are."""
    return _lively(SiglipModel(SiglipConfig(text_config=_siglip_words(), vision_config=_siglip_vision(SIDE))))


def siglip2() -> Siglip2Model:
    """A Siglip2Model, which takes rows of patches of any aspect ratio."""
    vision = {**_siglip_vision(SIDE), "num_patches": (SIDE // PATCH) ** 2}
    del vision["image_size"]
    return _lively(Siglip2Model(Siglip2Config(text_config=_siglip_words(), vision_config=vision)))


def end_by_id() -> CLIPModel:
    """A CLIPModel with GELU whose configuration names its end token."""
    return clip("gelu", VOCABULARY - 1)


KINDS: dict[str, Callable[[], PreTrainedModel]] = {
    "clip with QuickGELU": clip,
    "clip with GELU": end_by_id,
    "siglip": siglip,
    "siglip2": siglip2,
}


def publish(model: PreTrainedModel, folder: Path) -> Path:
    """Writes a folder as it would be found on the hub."""
    model.save_pretrained(folder)
    causal = isinstance(model, CLIPModel)
    write_tokenizer(folder, causal=causal)
    size: dict[str, Any] = {"shortest_edge": SIDE} if causal else {"height": SIDE, "width": SIDE}
    wanted: dict[str, Any] = {"size": size, "resample": 3 if causal else 2}
    if causal:
        wanted.update(crop_size={"height": SIDE, "width": SIDE}, do_center_crop=True)
    if isinstance(model, Siglip2Model):
        del wanted["size"]
    wanted.update(image_mean=list(MEAN), image_std=list(STD))
    (folder / "preprocessor_config.json").write_text(json.dumps(wanted), encoding="utf-8")
    (folder / "LICENSE").write_text("Do as you like.\n", encoding="utf-8")
    (folder / "README.md").write_text("---\nlicense: mit\nlanguage:\n- en\n---\nA model.\n", encoding="utf-8")
    return folder


def write_tokenizer(folder: Path, *, causal: bool) -> Path:
    """Words w0, w1, ... with CLIP's start and end, or with SigLIP's end alone, which also fills up."""
    folder.mkdir(exist_ok=True, parents=True)
    first = ["<unk>", "</s>"]
    ids = {word: place for place, word in enumerate([*first, *(f"w{n}" for n in range(VOCABULARY - 4))])}
    ids |= {START: VOCABULARY - 2, END: VOCABULARY - 1}
    tokenizer = Tokenizer(models.WordLevel(ids, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}" if causal else "$A </s>",
        special_tokens=[(word, ids[word]) for word in (START, END, "</s>")],
    )
    path = folder / "tokenizer.json"
    tokenizer.save(str(path))
    pad = END if causal else "</s>"
    (folder / "tokenizer_config.json").write_text(json.dumps({"pad_token": pad}), encoding="utf-8")
    return path


def _siglip_words() -> dict[str, Any]:
    return {**_WORDS, "hidden_size": 64, "intermediate_size": 128, "eos_token_id": 1}


def _siglip_vision(side: int) -> dict[str, Any]:
    return {**_VISION, "image_size": side}


def _lively(model: Model) -> Model:
    """Weights far enough from nothing that every part of a tower shows in its embeddings."""
    torch.manual_seed(0)
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if weights.ndim >= 2:
                fan_in = weights[0].numel()
                weights.normal_(0, 1.0 if "embedding" in name else 1.5 / fan_in**0.5)
            elif "norm" not in name and "logit" not in name:
                weights.normal_(0, 0.2)
    return model.eval().requires_grad_(requires_grad=False)
