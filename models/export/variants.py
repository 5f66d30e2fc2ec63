"""Smaller files from the float32 ones: weights kept in half precision, or in eight bits."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from export.failure import ExportError
from starter.onnx_files import halve


def to_fp16(exact: Path, out: Path) -> None:
    """Large weights as float16 with a cast when the file is loaded: half the bytes, float32 arithmetic.

    Raises:
        ExportError: a weight is too large for half precision.
    """
    try:
        with np.errstate(over="raise"):
            smaller = halve(onnx.load(str(exact)))
    except FloatingPointError as error:
        raise ExportError(f"{exact.name} has weights beyond 65504, too large for half precision.") from error
    onnx.save(smaller, str(out))


def to_int8(exact: Path, out: Path) -> None:
    """Matrices and embeddings as int8, a scale for each column; activations are scaled at run time.

    ONNX Runtime scales activations over the whole batch, so an embedding may depend on its neighbours.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(out),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            # Seven bits. Processors without VNNI add two products of eight bits in sixteen and overflow, and
            # a ranking that held where it was exported would not hold there.
            reduce_range=True,
        )


VARIANTS: Mapping[str, Callable[[Path, Path], None]] = {"fp16": to_fp16, "int8": to_int8}
"""The reduced variants; float32 is what they are made from."""
