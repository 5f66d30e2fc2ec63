"""CLIP's words attend only to the words before them: what stands after the end token cannot matter."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from mindseye.clip.session import OnnxSession

WIDTH, VOCABULARY, CONTEXT, END = 16, 40, 20, 39


def save_causal_tower(path: Path) -> Path:
    """One layer of causal attention over words and places, read off at the end token, as in CLIP."""
    random = np.random.default_rng(0)
    arrays = {
        "words": random.standard_normal((VOCABULARY, WIDTH)),
        "places": random.standard_normal((CONTEXT, WIDTH)),
        **{name: random.standard_normal((WIDTH, WIDTH)) for name in ("query", "key", "value", "project")},
    }
    weights = [numpy_helper.from_array(array.astype(np.float32), name) for name, array in arrays.items()]
    weights += [numpy_helper.from_array(np.array(value), name) for name, value in
                (("zero", [0]), ("one", [1]), ("two", [2]), ("first", 1))]  # fmt: skip
    low = helper.make_tensor("low", TensorProto.FLOAT, [1], [-1e9])
    nodes = [
        helper.make_node("Shape", ["input_ids"], ["shape"]),
        helper.make_node("Slice", ["shape", "one", "two"], ["length"]),
        helper.make_node("Slice", ["places", "zero", "length"], ["here"]),
        helper.make_node("Gather", ["words", "input_ids"], ["said"]),
        helper.make_node("Add", ["said", "here"], ["x"]),
        *(helper.make_node("MatMul", ["x", name], [name[0]]) for name in ("query", "key", "value")),
        helper.make_node("Transpose", ["k"], ["k_turned"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["q", "k_turned"], ["scores"]),
        helper.make_node("Concat", ["length", "length"], ["square"], axis=0),
        helper.make_node("ConstantOfShape", ["square"], ["lows"], value=low),
        helper.make_node("Trilu", ["lows", "first"], ["mask"], upper=1),
        helper.make_node("Add", ["scores", "mask"], ["masked"]),
        helper.make_node("Softmax", ["masked"], ["weights"], axis=-1),
        helper.make_node("MatMul", ["weights", "v"], ["mixed"]),
        helper.make_node("ArgMax", ["input_ids"], ["end"], axis=1, keepdims=1),
        helper.make_node("GatherND", ["mixed", "end"], ["read"], batch_dims=1),
        helper.make_node("MatMul", ["read", "project"], ["text_embeds"]),
    ]
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["n", "length"])
    out = helper.make_tensor_value_info("text_embeds", TensorProto.FLOAT, ["n", WIDTH])
    graph = helper.make_graph(nodes, "causal", [ids], [out], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    return path


def test_a_short_text_gives_the_vector_of_the_padded_one(tmp_path: Path) -> None:
    session = OnnxSession(save_causal_tower(tmp_path / "text.onnx"))
    random = np.random.default_rng(1)
    for length in range(2, CONTEXT):
        ids = random.integers(1, END, (3, length))
        ids[:, -1] = END
        for padding in (0, END):
            padded = np.pad(ids, ((0, 0), (0, CONTEXT - length)), constant_values=padding)
            np.testing.assert_allclose(
                session.run({"input_ids": ids}), session.run({"input_ids": padded}), rtol=1e-4, atol=1e-5
            )
