"""Moving a transformers model's weights into the plain towers, every one of them."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from export.failure import ExportError


def fill(tower: nn.Module, weights: Mapping[str, Tensor], prefix: str, renamed: Mapping[str, str]) -> None:
    """Puts every weight of one tower into its place; one without a place is an error, and so is a gap."""
    own = {new: weights[old] for old, new in renamed.items()}
    for name, value in weights.items():
        if name.startswith(prefix):
            own[name.removeprefix(prefix).removeprefix("embeddings.").removeprefix("encoder.")] = value
    try:
        tower.load_state_dict(own)
    except RuntimeError as error:
        raise ExportError(
            f"The weights do not fit the tower {prefix.rstrip('.')} ({' '.join(str(error).split())[:200]})."
        ) from error
    tower.eval().requires_grad_(False)


def parted_weights(weights: Mapping[str, Tensor], width: int, patch: int) -> dict[str, Tensor]:
    """SigLIP's weights with the pooling head's three projections apart and patches taken by a convolution."""
    parted: dict[str, Tensor] = {}
    for name, value in weights.items():
        if ".in_proj_" in name:
            start, kind = name.split("in_proj_")
            for letter, part in zip("qkv", value.chunk(3), strict=True):
                parted[f"{start}{letter}_proj.{kind}"] = part
        elif name.endswith("patch_embedding.weight") and value.ndim == 2:
            parted[name] = value.reshape(width, patch, patch, 3).permute(0, 3, 1, 2).contiguous()
        else:
            parted[name] = value
    return parted


def as_patches(pixels: Tensor, patch: int) -> dict[str, Tensor]:
    """What Siglip2Model takes instead of pixels [n, 3, s, s]: a row of patches, all of them there."""
    n, _, side, _ = pixels.shape
    grid = side // patch
    rows = pixels.reshape(n, 3, grid, patch, grid, patch).permute(0, 2, 4, 3, 5, 1)
    return {
        "pixel_values": rows.reshape(n, grid * grid, -1),
        "pixel_attention_mask": torch.ones(n, grid * grid, dtype=torch.int64),
        "spatial_shapes": torch.tensor([[grid, grid]] * n),
    }
