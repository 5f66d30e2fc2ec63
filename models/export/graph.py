"""Writing one tower as an ONNX file in float32."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from export.failure import ExportError

OPSET = 17
"""The first with LayerNormalization as one operator; every ONNX Runtime the program takes knows it."""

_LARGEST_FILE = 2**31 - 2**24
"""Bytes of weights that one ONNX file can hold, with room for the graph."""


def write_tower(tower: nn.Module, example: Tensor, path: Path, given: str, axes: dict[int, str]) -> None:
    """Exports a tower.

    Args:
        tower: takes one tensor, gives embeddings [n, d].
        example: an input; two of everything that is dynamic, so that nothing is taken for a constant 1.
        path: the file to write.
        given: the name of the input; the output is ``embedding``.
        axes: the input's dynamic axes by name.

    Raises:
        ExportError: the tower is too large for one file.
    """
    size = sum(weights.numel() * 4 for weights in tower.parameters())
    if size > _LARGEST_FILE:
        raise ExportError(
            f"The weights for {path.name} take {size / 1e9:.1f} GB; one ONNX file holds 2.1 GB."
        )
    with warnings.catch_warnings():
        # The tracing exporter is deprecated, but the newer one needs another package. What it has to say of
        # the trace itself (a shape taken for a constant) is no DeprecationWarning and stays loud.
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            tower,
            (example,),
            str(path),
            input_names=[given],
            output_names=["embedding"],
            opset_version=OPSET,
            dynamic_axes={given: axes, "embedding": {0: "n"}},
            dynamo=False,
        )
