"""Opening a source: a folder of transformers, or an open_clip checkpoint with its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.failure import ExportError
from export.from_open_clip import as_clip_model
from export.from_transformers import describe, load_folder
from export.licence import Terms, read_terms
from export.open_clip_weights import load_weights
from export.original import Original
from export.preprocessing import of_open_clip, of_transformers
from export.stored import read_json
from export.words import Words, read_words
from mindseye.clip.manifest import Preprocessing

OPEN_CLIP_CONFIG = "open_clip_config.json"
_OPEN_CLIP_WEIGHTS = (
    "open_clip_model.safetensors",
    "open_clip_pytorch_model.safetensors",
    "open_clip_pytorch_model.bin",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A model to export with all that belongs to it."""

    title: str
    original: Original
    preprocessing: Preprocessing
    words: Words
    terms: Terms


def open_source(path: Path, *, config: Path | None = None, tokenizer: Path | None = None) -> Source:
    """Reads a model.

    Args:
        path: a folder, or the weights file of an open_clip checkpoint.
        config: open_clip's configuration, where it does not lie beside the weights.
        tokenizer: a tokenizer file or a folder with one, where there is none beside the weights.

    Raises:
        ExportError: something is missing, damaged or of a kind that is not known.
    """
    if not path.exists():
        raise ExportError(f"There is no {path}.")
    folder = path if path.is_dir() else path.parent
    if path.is_dir() and config is None and "model_type" in read_json(path / "config.json"):
        original = load_folder(path)
        preprocessing = of_transformers(path, original.side)
    else:
        stored = _settings(path, config)
        weights = load_weights(path if path.is_file() else _weights(path))
        original = describe(as_clip_model(weights, stored.get("model_cfg", stored)), "open_clip")
        preprocessing = of_open_clip(stored.get("preprocess_cfg", {}), original.side)
    words = read_words(tokenizer or folder, original)
    title = (path if path.is_dir() else path.with_suffix("")).resolve().name
    return Source(title, original, preprocessing, words, read_terms(folder))


def _settings(path: Path, config: Path | None) -> Mapping[str, Any]:
    folder = path if path.is_dir() else path.parent
    beside = [folder / OPEN_CLIP_CONFIG, *([path.with_suffix(".json")] if path.is_file() else [])]
    found = config or next((one for one in beside if one.is_file()), None)
    if found is None:
        raise ExportError(
            f"{folder} has neither transformers' config.json nor {OPEN_CLIP_CONFIG}; "
            "name the latter with --config."
        )
    stored = read_json(found)
    if not stored:
        raise ExportError(f"{found} is missing or empty.")
    return stored


def _weights(folder: Path) -> Path:
    named = [folder / name for name in _OPEN_CLIP_WEIGHTS if (folder / name).is_file()]
    found = named or sorted(
        path for path in folder.iterdir() if path.suffix in {".safetensors", ".bin", ".pt"}
    )
    if not found or (not named and len(found) > 1):
        raise ExportError(
            f"{folder} holds {len(found)} files that may be weights; name the one that is meant."
        )
    return found[0]
