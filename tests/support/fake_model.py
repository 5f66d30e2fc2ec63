"""A model whose embedding is the colours of a picture, and whose words are colours.

It has the true shape of a model folder and goes through the real tokenizer and manifest; only the two
ONNX sessions are replaced. So a red picture is found by "red", without a network.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from mindseye.clip import ModelManifest

DIMENSION = 8
SIZE = 16

# The words each colour axis is known by: red, green, blue, and the brightness of the picture.
WORDS = {
    "red": (1, 0, 0, 0), "green": (0, 1, 0, 0), "blue": (0, 0, 1, 0),
    "day": (0, 0, 0, 1), "daylight": (0, 0, 0, 1), "daytime": (0, 0, 0, 1), "sunny": (0, 0, 0, 1),
    "night": (0, 0, 0, -1), "dark": (0, 0, 0, -1),
    "sunset": (2, 0, 0, -1), "sunrise": (2, 0, 0, -1), "setting": (2, 0, 0, -1), "dusk": (2, 0, 0, -1),
    "dawn": (2, 0, 0, -1),
}  # fmt: skip


class FakeSession:
    """Either tower, told apart by the file it was loaded from."""

    provider = "FakeExecutionProvider"

    def __init__(self, path: Path) -> None:
        self.is_image = path.name == "image.onnx"
        self.input_names: Sequence[str] = ("pixel_values",) if self.is_image else ("input_ids",)
        self.is_other = path.is_file() and path.read_bytes().startswith(b"another")
        self.runs: list[int] = []
        """The batch size of every run."""

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        batch = inputs[self.input_names[0]]
        self.runs.append(len(batch))
        embed = _embed_pixels if self.is_image else _embed_ids
        vectors = np.stack([_spread(embed(item)) for item in batch]).astype(np.float32)
        return vectors[:, ::-1] if self.is_other else vectors


def write_fake_model(
    folder: Path, name: str = "fake", *, other: bool = False, listed: bool = False
) -> ModelManifest:
    """Writes a model folder for ``FakeSession`` and gives its description.

    Args:
        folder: where.
        name: what the model is called.
        other: whether it is another network, whose vectors mean nothing in the space of the first.
        listed: whether it brings the list of the words it knows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {"<pad>": 0, "<start>": 1, "<end>": 2, "<unknown>": 3}
    vocabulary |= {word: number for number, word in enumerate(WORDS, start=4)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unknown>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<start> $A <end>", special_tokens=[("<start>", 1), ("<end>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    for file in ("image.onnx", "text.onnx"):
        (folder / file).write_bytes((b"another" if other else b"a") + b" stand-in for " + file.encode())
    hashes = {
        file: hashlib.sha256((folder / file).read_bytes()).hexdigest()
        for file in ("image.onnx", "text.onnx", "tokenizer.json")
    }
    if listed:
        lines = "".join(f"{word}\t100\n" for word in WORDS)
        (folder / "vocabulary.txt").write_text(lines, encoding="utf-8")
    (folder / "model.toml").write_text(
        f"""
name = "{name}"
title = "{"Other colours" if other else "Colours"}"
dimension = {DIMENSION}
temperature = 0.1
[image]
file = "image.onnx"
sha256 = "{hashes["image.onnx"]}"
size = {SIZE}
mean = [0.5, 0.5, 0.5]
std = [0.5, 0.5, 0.5]
[text]
file = "text.onnx"
sha256 = "{hashes["text.onnx"]}"
tokenizer = "tokenizer.json"
tokenizer_sha256 = "{hashes["tokenizer.json"]}"
context_length = 16
pad_token = "<pad>"
""",
        encoding="utf-8",
    )
    return ModelManifest.load(folder)


def _embed_pixels(pixels: NDArray[np.float32]) -> NDArray[np.float64]:
    """Pixels [3, s, s] of -1 to 1: how much each channel stands out, and the brightness."""
    means = pixels.mean(axis=(1, 2))
    return np.append(means - means.mean(), means.mean()) + 0.01 * _texture(pixels)


def _texture(pixels: NDArray[np.float32]) -> NDArray[np.float64]:
    """Tells pictures of one colour apart."""
    return np.array(
        [pixels[:, :8].std(), pixels[:, 8:].std(), pixels[:, :, :8].std(), pixels[:, :, 8:].std()]
    )


def _embed_ids(ids: NDArray[np.int64]) -> NDArray[np.float64]:
    known = list(WORDS.values())
    return np.array([0.0] * 4) + sum((np.array(known[int(i) - 4]) for i in ids if i >= 4), np.zeros(4))


def _spread(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Four numbers as a vector that always has a direction."""
    return np.concatenate([values, [0.2, 0.2, 0.0, 0.0]])
