"""A vision tower of the size of CLIP ViT-B/32 (Radford et al. 2021) with random weights, as an ONNX file.

It costs what the real one costs and means nothing; no download and no PyTorch is needed for it.
"""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

DIMENSION = 512
INPUT = "input"

_WIDTH, _HEADS, _LAYERS, _PATCH = 768, 12, 12, 32


class _Network:
    """Nodes and weights, one after the other."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._dice = np.random.default_rng(0)

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        """A node with one output; gives the output's name."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, value: NDArray[np.generic]) -> str:
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def numbers(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def random(self, *shape: int) -> str:
        return self.constant((self._dice.standard_normal(shape) * 0.02).astype(np.float32))

    def linear(self, taken: str, width: int, to: int) -> str:
        return self.add("Add", self.add("MatMul", taken, self.random(width, to)), self.random(to))

    def norm(self, taken: str) -> str:
        scale, shift = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)
        return self.add(
            "LayerNormalization", taken, self.constant(scale), self.constant(shift), axis=-1, epsilon=1e-5
        )

    def attention(self, taken: str) -> str:
        heads = self.numbers(0, 0, _HEADS, _WIDTH // _HEADS)
        query, key, value = (self.add("Reshape", self.linear(taken, _WIDTH, _WIDTH), heads) for _ in range(3))
        scores = self.add(
            "MatMul",
            self.add("Transpose", query, perm=[0, 2, 1, 3]),
            self.add("Transpose", key, perm=[0, 2, 3, 1]),
        )
        scaled = self.add("Mul", scores, self.constant(np.float32((_WIDTH / _HEADS) ** -0.5)))
        mixed = self.add(
            "MatMul",
            self.add("Softmax", scaled, axis=-1),
            self.add("Transpose", value, perm=[0, 2, 1, 3]),
        )
        joined = self.add(
            "Reshape", self.add("Transpose", mixed, perm=[0, 2, 1, 3]), self.numbers(0, 0, _WIDTH)
        )
        return self.linear(joined, _WIDTH, _WIDTH)

    def perceptron(self, taken: str) -> str:
        inner = self.linear(taken, _WIDTH, 4 * _WIDTH)
        gate = self.add("Sigmoid", self.add("Mul", inner, self.constant(np.float32(1.702))))
        return self.linear(self.add("Mul", inner, gate), 4 * _WIDTH, _WIDTH)


def save_vit(path: Path, *, side: int) -> None:
    """Writes the tower: float32 [n, 3, side, side] to [n, ``DIMENSION``]."""
    net = _Network()
    patches = net.add(
        "Conv",
        INPUT,
        net.random(_WIDTH, 3, _PATCH, _PATCH),
        strides=[_PATCH, _PATCH],
        kernel_shape=[_PATCH] * 2,
    )
    rows = net.add("Transpose", net.add("Reshape", patches, net.numbers(0, _WIDTH, -1)), perm=[0, 2, 1])
    count = net.add("Gather", net.add("Shape", INPUT), net.numbers(0), axis=0)
    first = net.add(
        "Expand", net.random(1, 1, _WIDTH), net.add("Concat", count, net.numbers(1, _WIDTH), axis=0)
    )
    tokens = net.add("Concat", first, rows, axis=1)
    tokens = net.norm(net.add("Add", tokens, net.random(1, (side // _PATCH) ** 2 + 1, _WIDTH)))
    for _ in range(_LAYERS):
        tokens = net.add("Add", tokens, net.attention(net.norm(tokens)))
        tokens = net.add("Add", tokens, net.perceptron(net.norm(tokens)))
    looked = net.add("Gather", tokens, net.constant(np.array(0, dtype=np.int64)), axis=1)
    embedding = net.add("MatMul", net.norm(looked), net.random(_WIDTH, DIMENSION))
    net.nodes.append(helper.make_node("Identity", [embedding], ["embedding"]))
    graph = helper.make_graph(
        net.nodes,
        "vit",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["n", 3, side, side])],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", DIMENSION])],
        net.weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
