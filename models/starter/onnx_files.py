"""Writes one tower as an ONNX file with float16 weights and compares what it says with the tower."""

from __future__ import annotations

import copy
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval


def fold(tower: nn.Module) -> nn.Module:
    """A copy in which every convolution has taken in the batch norm after it."""
    tower = copy.deepcopy(tower).eval()
    for module in list(tower.modules()):
        if not isinstance(module, nn.Sequential):
            continue
        for at in range(len(module) - 1):
            first, second = module[at], module[at + 1]
            if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d):
                module[at], module[at + 1] = fuse_conv_bn_eval(first, second), nn.Identity()
    return tower


def halve(model: onnx.ModelProto) -> onnx.ModelProto:
    """Keeps large float32 weights as float16 with a Cast at load: half the bytes, float32 arithmetic."""
    graph, casts = model.graph, []
    for weights in list(graph.initializer):
        if weights.data_type != TensorProto.FLOAT or numpy_helper.to_array(weights).size < 1024:
            continue
        name = weights.name
        half = numpy_helper.from_array(numpy_helper.to_array(weights).astype(np.float16), name + ".half")
        graph.initializer.remove(weights)
        graph.initializer.append(half)
        casts.append(helper.make_node("Cast", [half.name], [name], name=name + ".cast", to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def write_tower(tower: nn.Module, example: Tensor, path: Path, given: str, axes: dict[int, str]) -> None:
    """Exports one tower with a dynamic batch (and length) to an ONNX file with halved weights."""
    with warnings.catch_warnings():
        # The tracing exporter is deprecated, but the newer one needs another package.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            tower,
            (example,),
            str(path),
            input_names=[given],
            output_names=["embedding"],
            opset_version=17,
            dynamic_axes={given: axes, "embedding": {0: "n"}},
            dynamo=False,
        )
    onnx.save(halve(onnx.load(str(path))), str(path))


def drift(tower: nn.Module, examples: list[Tensor], path: Path) -> float:
    """Largest difference of any output number between the file in ONNX Runtime and the tower."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    given, worst = session.get_inputs()[0].name, 0.0
    for example in examples:
        with torch.no_grad():
            wanted = tower(example).numpy()
        got = session.run(["embedding"], {given: example.numpy()})[0]
        worst = max(worst, float(np.abs(wanted - got).max()))
    return worst
