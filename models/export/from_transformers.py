"""CLIPModel, SiglipModel and Siglip2Model of transformers, from a local folder or from memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor
from torch.nn import functional
from transformers import CLIPModel, PreTrainedModel, Siglip2Model, SiglipModel

from export.failure import ExportError
from export.image_tower import ClipImageTower, SiglipImageTower
from export.original import Original
from export.stored import read_json
from export.text_tower import ClipTextTower, SiglipTextTower
from export.towers import Stack
from export.weights import as_patches, fill, parted_weights

CLASSES: Mapping[str, type[PreTrainedModel]] = {
    "clip": CLIPModel,
    "siglip": SiglipModel,
    "siglip2": Siglip2Model,
}
"""The classes that are exported, by the ``model_type`` in their config.json."""

_LARGEST_ID = 2
"""The end token that old configurations name by mistake; the largest id was read then, and is read still."""


def load_folder(folder: Path) -> Original:
    """Reads a folder that ``save_pretrained`` wrote, or a copy of one from the hub.

    Raises:
        ExportError: the folder holds no model of these classes, or not all its weights.
    """
    kind = str(read_json(folder / "config.json").get("model_type"))
    if kind not in CLASSES:
        raise ExportError(f"{folder} holds a model of type {kind!r}; {', '.join(CLASSES)} can be exported.")
    try:
        model, told = CLASSES[kind].from_pretrained(
            folder, local_files_only=True, dtype=torch.float32, output_loading_info=True
        )
    except (OSError, RuntimeError, ValueError, SafetensorError) as error:
        raise ExportError(f"The weights in {folder} cannot be read ({_first_line(error)}).") from error
    if told["missing_keys"]:
        raise ExportError(f"The weights in {folder} lack {min(told['missing_keys'])} and perhaps more.")
    return describe(model)


def describe(model: PreTrainedModel, kind: str | None = None) -> Original:
    """Takes a model in memory apart.

    Args:
        model: one of ``CLASSES``.
        kind: what to call it; by default its class.

    Raises:
        ExportError: it is none of them, or of a shape that is not known.
    """
    kind = kind or type(model).__name__
    model = model.float().eval()
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    return _clip(model, kind) if isinstance(model, CLIPModel) else _siglip(model, kind)


def _clip(model: CLIPModel, kind: str) -> Original:
    vision, words = model.config.vision_config, model.config.text_config
    dimension = int(model.config.projection_dim)
    end = None if words.eos_token_id == _LARGEST_ID else int(words.eos_token_id)
    side, patch = _square(vision.image_size), _square(vision.patch_size)
    image = ClipImageTower(_stack(vision), side, patch, dimension)
    text = ClipTextTower(_stack(words), words.vocab_size, words.max_position_embeddings, dimension, end)
    weights = model.state_dict()
    fill(image, weights, "vision_model.", {"visual_projection.weight": "projection.weight"})
    fill(text, weights, "text_model.", {"text_projection.weight": "projection.weight"})
    return Original(
        kind=kind,
        image=image,
        text=text,
        embed_images=lambda pixels: _unit(model.get_image_features(pixel_values=pixels).pooler_output),
        embed_texts=lambda ids: _unit(model.get_text_features(input_ids=ids).pooler_output),
        side=side,
        context_length=int(words.max_position_embeddings),
        vocabulary=int(words.vocab_size),
        end=end,
        causal=True,
        dimension=dimension,
        temperature=float(torch.exp(-model.logit_scale)),
        bias=None,
    )


def _siglip(model: PreTrainedModel, kind: str) -> Original:
    vision, words = model.config.vision_config, model.config.text_config
    if not vision.vision_use_head or words.projection_size != vision.hidden_size:
        raise ExportError(f"This {kind} has no pooling head, or towers of two dimensions; that is not known.")
    patch = _square(vision.patch_size)
    flexible = isinstance(model, Siglip2Model)
    side = round(vision.num_patches**0.5) * patch if flexible else _square(vision.image_size)
    image = SiglipImageTower(_stack(vision), side, patch)
    text = SiglipTextTower(
        _stack(words), words.vocab_size, words.max_position_embeddings, words.projection_size
    )
    weights = parted_weights(model.state_dict(), vision.hidden_size, patch)
    fill(image, weights, "vision_model.", {})
    fill(text, weights, "text_model.", {})

    def embed_images(pixels: Tensor) -> Tensor:
        given = as_patches(pixels, patch) if flexible else {"pixel_values": pixels}
        return _unit(model.get_image_features(**given).pooler_output)

    return Original(
        kind=kind,
        image=image,
        text=text,
        embed_images=embed_images,
        embed_texts=lambda ids: _unit(model.get_text_features(input_ids=ids).pooler_output),
        side=side,
        context_length=int(words.max_position_embeddings),
        vocabulary=int(words.vocab_size),
        end=None,
        causal=False,
        dimension=int(words.projection_size),
        temperature=float(torch.exp(-model.logit_scale)),
        bias=float(model.logit_bias),
    )


def _square(size: int | list[int] | tuple[int, int]) -> int:
    sides = {int(side) for side in (size if isinstance(size, list | tuple) else (size,))}
    if len(sides) != 1:
        raise ExportError(f"The vision tower takes {size} pixels, which is no square.")
    return sides.pop()


def _stack(config: Any) -> Stack:
    return Stack(
        width=config.hidden_size,
        depth=config.num_hidden_layers,
        heads=config.num_attention_heads,
        hidden=config.intermediate_size,
        activation=config.hidden_act,
        epsilon=config.layer_norm_eps,
    )


def _unit(embeddings: Tensor) -> Tensor:
    return functional.normalize(embeddings, dim=-1)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
