"""What a model's own files say of how a picture becomes its input."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from export.failure import ExportError
from export.stored import read_json
from mindseye.clip.manifest import Interpolation, Preprocessing, Resize

_RESAMPLE: Mapping[int, Interpolation] = {1: "lanczos", 2: "bilinear", 3: "bicubic"}
"""Pillow's numbers, which transformers stores."""

_OPEN_CLIP_DEFAULTS: Mapping[str, Any] = {
    "mean": [0.48145466, 0.4578275, 0.40821073],
    "std": [0.26862954, 0.26130258, 0.27577711],
    "interpolation": "bicubic",
    "resize_mode": "shortest",
}
"""What open_clip does when a model's configuration is silent."""


def of_transformers(folder: Path, side: int) -> Preprocessing:
    """Reads ``preprocessor_config.json``, or the newer ``processor_config.json``.

    Args:
        folder: where they are.
        side: pixels of the network's square input, which must come out.

    Raises:
        ExportError: they are missing, or ask for something the program does not do.
    """
    path = next(
        (
            path
            for name in ("preprocessor_config.json", "processor_config.json")
            if (path := folder / name).is_file()
        ),
        None,
    )
    if path is None:
        raise ExportError(f"{folder} lacks preprocessor_config.json: how pictures are prepared is not known.")
    try:
        stored = read_json(path)
        return _from_transformers(stored.get("image_processor", stored), side)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportError(f"{path} is not understood ({type(error).__name__}: {error}).") from error


def of_open_clip(stored: Mapping[str, Any], side: int) -> Preprocessing:
    """Reads open_clip's ``preprocess_cfg``; what it leaves out is open_clip's default.

    Raises:
        ExportError: it asks for something the program does not do.
    """
    wanted = {**_OPEN_CLIP_DEFAULTS, **stored}
    if wanted["resize_mode"] not in get_args(Resize) or wanted["interpolation"] not in get_args(
        Interpolation
    ):
        raise ExportError(
            f"Pictures resized by {wanted['resize_mode']!r} with {wanted['interpolation']!r} "
            "are not possible here."
        )
    try:
        return Preprocessing(
            size=side,
            resize=wanted["resize_mode"],
            interpolation=wanted["interpolation"],
            mean=_triple(wanted["mean"]),
            std=_triple(wanted["std"]),
        )
    except (TypeError, ValueError) as error:
        raise ExportError(f"The preprocess_cfg is not understood ({error}).") from error


def _from_transformers(stored: Mapping[str, Any], side: int) -> Preprocessing:
    size, cut = stored.get("size"), stored.get("crop_size")
    crops = bool(stored.get("do_center_crop", cut is not None)) and cut is not None
    resize: Resize = "squash"
    if crops:
        shortest = size.get("shortest_edge") if isinstance(size, dict) else size
        resize = "squash" if shortest is None else "shortest"
        if shortest is not None and int(shortest) != side:
            raise ExportError(
                f"The model scales to {shortest} pixels and cuts {side}; that is not possible here."
            )
    # Siglip2's flexible model names no size at all: its own grid is squared.
    found = _sides(cut if crops else size) if size or cut else {side}
    if found != {side}:
        raise ExportError(f"Pictures are prepared as {sorted(found)} pixels, but the network takes {side}.")
    return Preprocessing(
        size=side,
        resize=resize,
        interpolation=_RESAMPLE[int(stored.get("resample", 3))],
        mean=_triple(stored["image_mean"]),
        std=_triple(stored["image_std"]),
    )


def _sides(size: Any) -> set[int]:
    if isinstance(size, dict):
        return {int(size[key]) for key in ("height", "width", "shortest_edge") if size.get(key) is not None}
    return {int(size)}


def _triple(values: Any) -> tuple[float, float, float]:
    first, second, third = (float(value) for value in values)
    return first, second, third
