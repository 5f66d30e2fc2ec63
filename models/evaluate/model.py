"""Loads a model folder by its model.toml and turns pictures and texts into unit vectors."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]

FILTERS = {"bicubic": Image.Resampling.BICUBIC, "bilinear": Image.Resampling.BILINEAR}


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """A tower on the processor with so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Model:
    """The two towers of a folder; files whose hash differs from model.toml are refused."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.folder = folder
        self.settings: dict[str, Any] = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
        self.picture, self.words = self.settings["image"], self.settings["text"]
        for file, digest in (
            (self.picture["file"], self.picture["sha256"]),
            (self.words["file"], self.words["sha256"]),
            (self.words["tokenizer"], self.words["tokenizer_sha256"]),
        ):
            if sha256_of(folder / file) != digest:
                raise ValueError(f"{folder / file} is not the file that model.toml names")
        self.image = session(folder / self.picture["file"], threads)
        self.text = session(folder / self.words["file"], threads)
        self.tokenizer = Tokenizer.from_file(str(folder / self.words["tokenizer"]))
        self.tokenizer.enable_truncation(int(self.words["context_length"]))
        self.pad = self.tokenizer.token_to_id(self.words["pad_token"])
        self.temperature = float(self.settings["temperature"])

    @property
    def size(self) -> int:
        """Bytes of both towers."""
        return sum((self.folder / tower["file"]).stat().st_size for tower in (self.picture, self.words))

    def prepare(self, photo: Image.Image) -> Vectors:
        """Photo of any size -> float32 [3, s, s] as model.toml says (centre crop, or squash)."""
        size = int(self.picture["size"])
        photo = photo.convert("RGB")
        width, height = photo.size
        box = (0.0, 0.0, float(width), float(height))
        if self.picture["resize"] == "shortest":
            side = min(width, height)
            left, top = (width - side) / 2, (height - side) / 2
            box = (left, top, left + side, top + side)
        resized = photo.resize((size, size), FILTERS[self.picture["interpolation"]], box=box)
        scaled = np.asarray(resized, np.float32) / 255.0
        scaled = scaled - np.asarray(self.picture["mean"], np.float32)
        scaled /= np.asarray(self.picture["std"], np.float32)
        return np.ascontiguousarray(scaled.transpose(2, 0, 1))

    def see(self, photos: Iterable[Image.Image], batch: int = 32) -> Vectors:
        """float32 [n, d] unit vectors of photos."""
        rows: list[Vectors] = []
        waiting: list[Vectors] = []
        for photo in photos:
            waiting.append(self.prepare(photo))
            if len(waiting) == batch:
                rows.append(self.image.run(["embedding"], {"pixel_values": np.stack(waiting)})[0])
                waiting = []
        if waiting:
            rows.append(self.image.run(["embedding"], {"pixel_values": np.stack(waiting)})[0])
        return np.concatenate(rows)

    def read(self, texts: Sequence[str], batch: int = 64) -> Vectors:
        """float32 [n, d] unit vectors of texts."""
        rows: list[Vectors] = []
        for at in range(0, len(texts), batch):
            encoded = [e.ids for e in self.tokenizer.encode_batch(list(texts[at : at + batch]))]
            ids = np.full((len(encoded), max(map(len, encoded))), self.pad, np.int64)
            for row, tokens in enumerate(encoded):
                ids[row, : len(tokens)] = tokens
            rows.append(self.text.run(["embedding"], {"input_ids": ids})[0])
        return np.concatenate(rows)

    def prototypes(self, names: Sequence[str], templates: Sequence[str]) -> Vectors:
        """float32 [n, d]: for each name the mean vector over the prompt templates, of unit length."""
        spoken = self.read([template.format(name) for name in names for template in templates])
        mean = spoken.reshape(len(names), len(templates), -1).mean(axis=1)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)
