"""Recognising exported models by their files: Xenova and onnx-community, Qdrant, immich.

A layout says which files to take and what their configurations tell; what only the networks can tell is
found out later, by running them.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mindseye import paths
from mindseye.clip.manifest import Interpolation, Preprocessing, Resize, Score
from mindseye.errors import InputError, ModelError
from mindseye.phrases import Phrase

_CLIP_END = "<|endoftext|>"
_RESAMPLE: dict[int, Interpolation] = {1: "lanczos", 2: "bilinear", 3: "bicubic"}
# The most exact variant first. Reduced ones lose retrieval or do not run everywhere.
_VARIANTS = ("", "_fp16", "_quantized", "_int8", "_uint8", "_q8", "_bnb4", "_q4", "_q4f16")


@dataclass(frozen=True, slots=True)
class Layout:
    """An exported model in somebody's folder."""

    kind: str
    title: str
    image: str
    """The vision tower's path below the new model folder; so the next two."""
    text: str
    tokenizer: str
    preprocessing: Preprocessing
    context_length: int
    pad_token: str
    dynamic_length: bool
    lowercase: bool
    score: Score
    licence: str = ""
    files: dict[str, Path] = field(default_factory=dict)
    """What is copied: path below the new folder, and where it lies. A tokenizer may be missing: it is built
    from ``vocabulary`` then."""
    vocabulary: tuple[Path, Path] | None = None
    """CLIP's ``vocab.json`` and ``merges.txt``."""


def recognise(folder: Path) -> Layout:
    """Tells how a folder is laid out.

    Raises:
        InputError: it is no folder, or no layout that is known.
        ModelError: it is known but incomplete, damaged, or wants something the program does not do.
    """
    if not paths.is_folder(folder):
        raise InputError(Phrase("There is no folder {folder}.", folder=folder), path=folder)
    readers: Sequence[Callable[[Path], Layout | None]] = (_immich, _transformers, _qdrant)
    for reader in readers:
        try:
            if (found := reader(folder)) is not None:
                return found
        except OSError as error:
            raise InputError(
                Phrase("The folder {folder} cannot be read: {error}.", folder=folder, error=error.strerror),
                path=folder,
            ) from error
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise ModelError(
                Phrase(
                    "The configuration files in {folder} are not understood ({kind}: {error}).",
                    folder=folder,
                    kind=type(error).__name__,
                    error=error,
                ),
                path=folder,
            ) from error
    raise InputError(
        Phrase(
            "{folder} holds no model that is known: no model.toml, no onnx/vision_model.onnx "
            "with onnx/text_model.onnx, no visual/ with textual/, no pair of folders ...-vision "
            "and ...-text.",
            folder=folder,
        ),
        path=folder,
    )


def _transformers(folder: Path) -> Layout | None:
    graphs = folder / "onnx" if (folder / "onnx").is_dir() else folder
    image, text = _variant(graphs, "vision_model"), _variant(graphs, "text_model")
    if image is None or text is None:
        image = text = _variant(graphs, "model")
    if image is None or text is None or not (folder / "preprocessor_config.json").is_file():
        return None
    config = _json(folder / "config.json")
    return _from_transformers("transformers", folder, folder, folder, image, text, config)


def _qdrant(folder: Path) -> Layout | None:
    pairs = [(folder, folder.with_name(folder.name.replace("vision", "text")))]
    inner = sorted(child for child in folder.iterdir() if child.is_dir())
    pairs += [(a, b) for a in inner for b in inner if "vision" in a.name and "text" in b.name]
    for vision, words in pairs:
        image, text = _variant(vision, "model"), _variant(words, "model")
        if vision != words and image and text and (vision / "preprocessor_config.json").is_file():
            return _from_transformers(
                "qdrant", folder, vision, words, image, text, _json(words / "config.json")
            )
    return None


def _from_transformers(
    kind: str, folder: Path, vision: Path, words: Path, image: Path, text: Path, config: dict[str, Any]
) -> Layout:
    siglip = "siglip" in str(config.get("model_type", ""))
    files: dict[str, Path] = {}
    apart = vision != words  # two folders with files of equal names
    image_name = _take(files, image, vision, "vision" if apart else "")
    text_name = _take(files, text, words, "text" if apart else "")
    tokenizer, vocabulary = _tokenizer(files, words)
    return Layout(
        kind=kind,
        title=Path(str(config.get("_name_or_path") or folder.resolve().name)).name,
        image=image_name,
        text=text_name,
        tokenizer=tokenizer,
        preprocessing=_transformers_preprocessing(_json(vision / "preprocessor_config.json")),
        context_length=_context_length(words, config, siglip=siglip),
        pad_token=_pad_token(words),
        dynamic_length=not siglip,
        lowercase=siglip or _lowercases(words),
        score="sigmoid" if siglip else "softmax",
        files=files,
        vocabulary=vocabulary,
    )


def _immich(folder: Path) -> Layout | None:
    visual, textual = folder / "visual", folder / "textual"
    if not (visual / "model.onnx").is_file() or not (textual / "model.onnx").is_file():
        return None
    config, wanted = _json(folder / "config.json"), _json(visual / "preprocess_cfg.json")
    text_config = config.get("text_cfg", {})
    files: dict[str, Path] = {}
    image = _take(files, visual / "model.onnx", folder, "")
    text = _take(files, textual / "model.onnx", folder, "")
    tokenizer, vocabulary = _tokenizer(files, textual, "textual")
    siglip = "siglip" in folder.resolve().name.lower()
    if text_config.get("tokenizer_kwargs", {}).get("clean") == "canonicalize" and not siglip:
        raise ModelError(
            Phrase("{folder} wants its texts cleaned in a way that is not known.", folder=folder), path=folder
        )
    return Layout(
        kind="immich",
        title=folder.resolve().name,
        image=image,
        text=text,
        tokenizer=tokenizer,
        preprocessing=Preprocessing(
            size=_side(wanted["size"]),
            resize=_resize_mode(wanted.get("resize_mode", "shortest")),
            interpolation=_interpolation(wanted.get("interpolation", "bicubic")),
            mean=_triple(wanted["mean"]),
            std=_triple(wanted["std"]),
        ),
        context_length=int(text_config.get("context_length", 77)),
        pad_token=_pad_token(textual),
        dynamic_length=not siglip,
        lowercase=siglip or _lowercases(textual),
        score="sigmoid" if siglip else "softmax",
        files=files,
        vocabulary=vocabulary,
    )


def _transformers_preprocessing(wanted: dict[str, Any]) -> Preprocessing:
    size, cut = wanted["size"], wanted.get("crop_size")
    crops = bool(wanted.get("do_center_crop", cut is not None)) and cut is not None
    shortest = size.get("shortest_edge") if isinstance(size, dict) else size
    resize: Resize = "shortest" if crops and shortest is not None else "squash"
    side = _side(cut if crops else size)
    if crops and shortest is not None and int(shortest) != side:
        raise ModelError(
            Phrase(
                "The model scales to {shortest} pixels and cuts {side} out of them; that is not "
                "possible here.",
                shortest=shortest,
                side=side,
            )
        )
    return Preprocessing(
        size=side,
        resize=resize,
        interpolation=_RESAMPLE[int(wanted.get("resample", 3))],
        mean=_triple(wanted["image_mean"]),
        std=_triple(wanted["image_std"]),
    )


def _side(size: Any) -> int:
    if isinstance(size, dict):
        sides = {int(size[key]) for key in ("height", "width", "shortest_edge") if key in size}
    else:
        sides = {int(side) for side in (size if isinstance(size, list) else [size])}
    if len(sides) != 1:
        raise ValueError(f"the input {size} is no square")
    return sides.pop()


def _resize_mode(mode: str) -> Resize:
    if mode == "shortest":
        return "shortest"
    if mode == "squash":
        return "squash"
    raise ValueError(f"the way {mode!r} of resizing is not known")


def _interpolation(name: str) -> Interpolation:
    return {"bicubic": "bicubic", "bilinear": "bilinear", "lanczos": "lanczos"}[name]  # type: ignore[return-value]


def _context_length(words: Path, config: dict[str, Any], *, siglip: bool) -> int:
    told = config.get("text_config", config).get("max_position_embeddings")
    if told is None:
        told = _optional_json(words / "tokenizer_config.json").get("model_max_length")
    usual = 64 if siglip else 77
    return int(told) if told is not None and 0 < int(told) < 10_000 else usual


def _pad_token(words: Path) -> str:
    for name in ("tokenizer_config.json", "special_tokens_map.json"):
        token = _optional_json(words / name).get("pad_token")
        if isinstance(token, dict):
            token = token.get("content")
        if token:
            return str(token)
    padding = _optional_json(words / "tokenizer.json").get("padding") or {}
    return str(padding.get("pad_token") or _CLIP_END)


def _lowercases(words: Path) -> bool:
    """Whether the tokenizer knows small letters only; CLIP's does, a multilingual one need not."""
    if not (words / "tokenizer.json").is_file():
        return True  # it is built from CLIP's vocabulary
    return '"Lowercase"' in json.dumps(_json(words / "tokenizer.json").get("normalizer"))


def _tokenizer(files: dict[str, Path], words: Path, prefix: str = "") -> tuple[str, tuple[Path, Path] | None]:
    name = f"{prefix}/tokenizer.json".lstrip("/")
    if (words / "tokenizer.json").is_file():
        files[name] = words / "tokenizer.json"
        return name, None
    vocabulary = words / "vocab.json", words / "merges.txt"
    for path in vocabulary:
        if not path.is_file():
            raise ModelError(
                Phrase("{words} has neither tokenizer.json nor vocab.json with merges.txt.", words=words),
                path=words,
            )
    return name, vocabulary


def _take(files: dict[str, Path], graph: Path, root: Path, prefix: str) -> str:
    """Notes a graph for copying, and the weights it keeps beside itself."""
    for path in (graph, *sorted(graph.parent.glob(f"{graph.name}[_.]data*"))):
        files[f"{prefix}/{path.relative_to(root).as_posix()}".lstrip("/")] = path
    return f"{prefix}/{graph.relative_to(root).as_posix()}".lstrip("/")


def _variant(folder: Path, stem: str) -> Path | None:
    paths = (folder / f"{stem}{variant}.onnx" for variant in _VARIANTS)
    return next((path for path in paths if path.is_file()), None)


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(Phrase("The export lacks {path}.", path=path), path=path) from error
    except ValueError as error:
        raise ModelError(Phrase("{path} is damaged ({error}).", path=path, error=error), path=path) from error
    if not isinstance(found, dict):
        raise ModelError(Phrase("{path} is no JSON object.", path=path), path=path)
    return found


def _optional_json(path: Path) -> dict[str, Any]:
    return _json(path) if path.is_file() else {}


def _triple(values: list[Any]) -> tuple[float, float, float]:
    first, second, third = (float(value) for value in values)
    return first, second, third
