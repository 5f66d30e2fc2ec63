"""Cutting one tower out of a file with both."""

from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from mindseye.clip.one_tower import cut_tower
from mindseye.clip.session import OnnxSession
from mindseye.errors import ModelError
from tests.clip.networks import save_both

PIXELS = np.random.default_rng(0).random((2, 3, 8, 8), dtype=np.float32)
IDS = np.array([[1, 4, 2], [1, 5, 2]])


def test_each_tower_stands_alone_and_gives_the_same(tmp_path: Path) -> None:
    path = save_both(tmp_path / "both.onnx")
    whole = OnnxSession(path)
    for inputs, output in (({"pixel_values": PIXELS}, "image_embeds"), ({"input_ids": IDS}, "text_embeds")):
        alone = OnnxSession(path, only=output)
        assert alone.input_names == tuple(inputs), "the other tower's inputs are gone"
        assert [port.name for port in alone.outputs] == [output]
        np.testing.assert_array_equal(alone.run(inputs), whole.run(inputs, output))


def test_what_is_left_is_a_right_model_and_smaller(tmp_path: Path) -> None:
    content = save_both(tmp_path / "both.onnx").read_bytes()
    cut = cut_tower(content, "text_embeds")
    assert len(cut) < len(content)
    model = onnx.load_from_string(cut)
    onnx.checker.check_model(model)
    assert [node.op_type for node in model.graph.node] == ["Gather", "ReduceSum"]
    assert {item.name for item in model.graph.initializer} == {"words", "along"}


def test_inner_graphs_keep_what_they_take(tmp_path: Path) -> None:
    number = helper.make_tensor_value_info
    inner = helper.make_graph(
        [helper.make_node("Add", ["doubled", "doubled"], ["sum"])], "inner", [],
        [number("sum", TensorProto.FLOAT, [1])],
    )  # fmt: skip
    nodes = [
        helper.make_node("Add", ["x", "x"], ["doubled"]),
        helper.make_node("Neg", ["x"], ["other"]),
        helper.make_node("If", ["yes"], ["wanted"], then_branch=inner, else_branch=inner),
    ]
    graph = helper.make_graph(
        nodes, "outer", [number("x", TensorProto.FLOAT, [1]), number("yes", TensorProto.BOOL, [])],
        [number("wanted", TensorProto.FLOAT, [1]), number("other", TensorProto.FLOAT, [1])],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    cut = onnx.load_from_string(cut_tower(model.SerializeToString(), "wanted"))
    onnx.checker.check_model(cut)
    assert [node.op_type for node in cut.graph.node] == ["Add", "If"]


def test_an_output_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = save_both(tmp_path / "both.onnx")
    with pytest.raises(ModelError, match="no node gives 'nothing'"):
        OnnxSession(path, only="nothing")


@given(content=st.binary(max_size=200))
def test_other_bytes_are_refused_or_left(content: bytes) -> None:
    with suppress(ValueError):
        assert len(cut_tower(content, "x")) <= len(content) + 8
