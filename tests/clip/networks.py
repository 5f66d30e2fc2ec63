"""Small real ONNX files for tests: towers that know three colours and the words for them."""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

DIMENSION = 6
SIDE = 8
WORDS = ["<pad>", "<start>", "<end>", "<unknown>", "red", "green", "blue", "a", "picture", "dog", "in", "the"]

_COLOURS = {"red": (1.0, -0.5, -0.5), "green": (-0.5, 1.0, -0.5), "blue": (-0.5, -0.5, 1.0)}


def save_vision(
    path: Path, *, taken: str = "pixel_values", given: str = "image_embeds", lifted: int = 3,
    dimension: int = DIMENSION,
) -> Path:  # fmt: skip
    """A vision tower: the mean of each channel, spread over the dimensions."""
    nodes = _vision_nodes(taken, given)
    return _save(path, [_pixels(taken)], nodes, [_vector(given)], lifted=lifted, dimension=dimension)


def save_text(
    path: Path, *, taken: str = "input_ids", given: str = "text_embeds", kind: int = TensorProto.INT64,
    padding_counts: bool = False, mask: bool = False, dimension: int = DIMENSION,
) -> Path:  # fmt: skip
    """A text tower: the sum of its words' vectors; with ``padding_counts`` short texts must be padded."""
    inputs = [helper.make_tensor_value_info(taken, kind, ["n", "length"])]
    if mask:
        inputs.append(helper.make_tensor_value_info("attention_mask", kind, ["n", "length"]))
    return _save(
        path, inputs, _text_nodes(taken, given), [_vector(given)],
        padding_counts=padding_counts, dimension=dimension,
    )  # fmt: skip


def save_both(path: Path, *, scale: float = 25.0) -> Path:
    """Both towers in one file, with the scaled similarities, as transformers exports CLIP."""
    ids = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "length"])
           for name in ("input_ids", "attention_mask")]  # fmt: skip
    nodes = _vision_nodes("pixel_values", "image_embeds") + _text_nodes("input_ids", "text_embeds")
    nodes += [
        helper.make_node("ReduceL2", ["image_embeds"], ["image_length"], axes=[1], keepdims=1),
        helper.make_node("ReduceL2", ["text_embeds"], ["text_length"], axes=[1], keepdims=1),
        helper.make_node("Div", ["image_embeds", "image_length"], ["image_unit"]),
        helper.make_node("Div", ["text_embeds", "text_length"], ["text_unit"]),
        helper.make_node("Transpose", ["text_unit"], ["text_columns"], perm=[1, 0]),
        helper.make_node("MatMul", ["image_unit", "text_columns"], ["cosine"]),
        helper.make_node("Mul", ["cosine", "scale"], ["logits_per_image"]),
    ]
    logits = helper.make_tensor_value_info("logits_per_image", TensorProto.FLOAT, ["pictures", "texts"])
    outputs = [logits, _vector("text_embeds"), _vector("image_embeds")]
    return _save(path, [*ids, _pixels("pixel_values")], nodes, outputs, scale=scale)


def save_tokenizer(path: Path, *, lowercase: bool = True, pad_token: str = WORDS[0]) -> Path:
    """A tokenizer for ``WORDS``, with a start and an end token."""
    vocabulary = {word: i for i, word in enumerate([pad_token, *WORDS[1:]])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unknown>"))
    if lowercase:
        tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<start> $A <end>", special_tokens=[("<start>", 1), ("<end>", 2)]
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(path))
    return path


def save_json(path: Path, value: object) -> Path:
    """Writes a configuration file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


PREPROCESSOR = {
    "do_center_crop": True, "crop_size": {"height": SIDE, "width": SIDE}, "size": {"shortest_edge": SIDE},
    "resample": 3, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5],
}  # fmt: skip


def save_xenova(folder: Path, *, both: bool = False, padding_counts: bool = False) -> Path:
    """An export as Xenova and onnx-community lay them out."""
    if both:
        save_both(folder / "onnx" / "model.onnx")
    else:
        save_vision(folder / "onnx" / "vision_model.onnx")
        save_text(folder / "onnx" / "text_model.onnx", padding_counts=padding_counts)
    save_tokenizer(folder / "tokenizer.json")
    save_json(folder / "tokenizer_config.json", {"pad_token": "<pad>", "model_max_length": 12})
    save_json(folder / "preprocessor_config.json", PREPROCESSOR)
    save_json(folder / "config.json", {"model_type": "clip", "_name_or_path": "somebody/Colour CLIP"})
    return folder


def save_qdrant(folder: Path) -> Path:
    """Two folders, one a tower, as Qdrant lays them out."""
    vision, text = folder / "colours-vision", folder / "colours-text"
    save_vision(vision / "model.onnx")
    save_json(vision / "preprocessor_config.json", PREPROCESSOR)
    save_text(text / "model.onnx", mask=True)
    save_tokenizer(text / "tokenizer.json")
    save_json(text / "tokenizer_config.json", {"pad_token": {"content": "<pad>"}, "model_max_length": 12})
    save_json(text / "config.json", {"model_type": "clip_text_model"})
    return folder


def save_immich(folder: Path) -> Path:
    """An export as immich lays them out: its own names for inputs, 32-bit token ids."""
    save_vision(folder / "visual" / "model.onnx", taken="image", given="embedding")
    save_text(folder / "textual" / "model.onnx", taken="text", given="embedding", kind=TensorProto.INT32)
    save_tokenizer(folder / "textual" / "tokenizer.json")
    save_json(folder / "textual" / "tokenizer_config.json", {"pad_token": "<pad>"})
    preprocess = {"size": [SIDE, SIDE], "mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic",
                  "resize_mode": "shortest"}  # fmt: skip
    save_json(folder / "visual" / "preprocess_cfg.json", preprocess)
    save_json(folder / "config.json", {"embed_dim": DIMENSION, "text_cfg": {"context_length": 12}})
    return folder


def _pixels(name: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["pictures", 3, "height", "width"])


def _vector(name: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n_" + name, "d_" + name])


def _vision_nodes(taken: str, given: str) -> list[onnx.NodeProto]:
    return [
        helper.make_node("ReduceMean", [taken], ["means"], axes=[2, 3], keepdims=0),
        helper.make_node("MatMul", ["means", "spread"], [given]),
    ]


def _text_nodes(taken: str, given: str) -> list[onnx.NodeProto]:
    return [
        helper.make_node("Gather", ["words", taken], ["vectors"]),
        helper.make_node("ReduceSum", ["vectors", "along"], [given], keepdims=0),
    ]


def _save(
    path: Path, inputs: list[onnx.ValueInfoProto], nodes: list[onnx.NodeProto],
    outputs: list[onnx.ValueInfoProto], *, scale: float = 1.0, lifted: int = 3, padding_counts: bool = False,
    dimension: int = DIMENSION,
) -> Path:  # fmt: skip
    spread = np.zeros((3, dimension), dtype=np.float32)
    spread[:, :3] = np.eye(3) - 1 / 3
    spread[:, lifted] += 0.01
    words = np.zeros((len(WORDS), dimension), dtype=np.float32)
    for word, values in _COLOURS.items():
        words[WORDS.index(word), :3] = values
    words[4:, 3] += 0.01
    words[2, 4] = 0.05
    if padding_counts:
        words[0, 5] = 0.7
    weights = {"spread": spread, "words": words, "along": np.array([1]), "scale": np.array(scale, np.float32)}
    used = {name for node in nodes for name in node.input}
    graph = helper.make_graph(
        nodes, "colours", inputs, outputs,
        [numpy_helper.from_array(array, name) for name, array in weights.items() if name in used],
    )  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    return path
