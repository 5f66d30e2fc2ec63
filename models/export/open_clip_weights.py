"""open_clip's weights: read from a file, renamed to what transformers calls them."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from export.failure import ExportError

_BLOCK = {
    "ln_1": "layer_norm1",
    "ln_2": "layer_norm2",
    "attn.out_proj": "self_attn.out_proj",
    "mlp.c_fc": "mlp.fc1",
    "mlp.c_proj": "mlp.fc2",
}
SINGLE = {
    "visual.class_embedding": "vision_model.embeddings.class_embedding",
    "visual.conv1.weight": "vision_model.embeddings.patch_embedding.weight",
    "visual.positional_embedding": "vision_model.embeddings.position_embedding.weight",
    "visual.ln_pre.weight": "vision_model.pre_layrnorm.weight",
    "visual.ln_pre.bias": "vision_model.pre_layrnorm.bias",
    "visual.ln_post.weight": "vision_model.post_layernorm.weight",
    "visual.ln_post.bias": "vision_model.post_layernorm.bias",
    "token_embedding.weight": "text_model.embeddings.token_embedding.weight",
    "positional_embedding": "text_model.embeddings.position_embedding.weight",
    "ln_final.weight": "text_model.final_layer_norm.weight",
    "ln_final.bias": "text_model.final_layer_norm.bias",
    "logit_scale": "logit_scale",
}
"""Weights that are there once, in both libraries' names."""
TURNED = {"visual.proj": "visual_projection.weight", "text_projection": "text_projection.weight"}
"""Matrices that open_clip multiplies from the right."""


def load_weights(path: Path) -> dict[str, Tensor]:
    """The state dict in a .safetensors, .bin, .pt or .pth file, unwrapped.

    Raises:
        ExportError: it cannot be read, or holds something else than tensors.
    """
    try:
        stored = (
            load_file(path)
            if path.suffix == ".safetensors"
            else torch.load(path, map_location="cpu", weights_only=True)
        )
    except (OSError, RuntimeError, SafetensorError, pickle.UnpicklingError, EOFError) as error:
        raise ExportError(f"{path} holds no state dict that can be read ({type(error).__name__}).") from error
    if isinstance(stored, dict) and isinstance(stored.get("state_dict"), dict):
        stored = stored["state_dict"]
    if not isinstance(stored, dict) or not all(isinstance(value, Tensor) for value in stored.values()):
        raise ExportError(f"{path} holds no state dict.")
    # Training in parallel puts "module." before every name, a custom text tower "text." before its own.
    return {str(name).removeprefix("module.").removeprefix("text."): value for name, value in stored.items()}


def translate(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """open_clip's names in transformers'; what is not known keeps its own and will be missed or left over."""
    own: dict[str, Tensor] = {}
    for name, value in weights.items():
        tower = "vision_model" if name.startswith("visual.") else "text_model"
        rest = name.removeprefix("visual.")
        if name in SINGLE:
            own[SINGLE[name]] = value
        elif name in TURNED:
            own[TURNED[name]] = value.T.contiguous()
        elif rest.startswith("transformer.resblocks."):
            _, _, number, part = rest.split(".", 3)
            place = f"{tower}.encoder.layers.{number}."
            if part.startswith("attn.in_proj_"):
                for letter, third in zip("qkv", value.chunk(3), strict=True):
                    own[f"{place}self_attn.{letter}_proj.{part.removeprefix('attn.in_proj_')}"] = third
            else:
                known, kind = part.rsplit(".", 1)
                own[f"{place}{_BLOCK.get(known, known)}.{kind}"] = value
        elif name != "attn_mask":  # made anew; old checkpoints carry it
            own[name] = value
    return own
