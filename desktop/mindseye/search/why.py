"""Why a photo answers a query: the share of each part, the words nearest to it, and where in the picture."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.clip import ClipModel
from mindseye.search.directions import centred
from mindseye.search.query import Box, Part

_MAD_TO_SIGMA = 1.4826
_LEAST_SPREAD = 0.004

SCALES = (1 / 2, 1 / 3)
"""Sides of the windows that are looked at, as parts of the picture's shorter side."""

_STEPS_A_WINDOW = 3
_CELLS = 24
"""Cells of a heat map along the picture's shorter side."""

_AT_ONCE = 8
_MOST_ACROSS = 4.0
"""A picture longer than so many times its height is looked at more coarsely along it."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Share:
    """What one part of a query does for a photo."""

    part: Part
    share: float
    """-1 to 1: its part in what all of them do; their sizes add up to 1. Below 0 it pushes the photo down."""
    deviations: float
    """How far the photo stands out for this part alone, in robust standard deviations of the library."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a photo stands where it does."""

    shares: tuple[Share, ...]
    words: tuple[str, ...]
    """The neutral words nearest to the photo, the nearest first."""
    crop: int
    """Which crop of the photo the answer goes by: 0 for the middle, from 1 for those of a long picture."""


def shares(
    parts: Sequence[Part],
    directions: Sequence[Matrix],
    weights: Sequence[float],
    photo: Matrix,
    sample: Matrix,
) -> tuple[Share, ...]:
    """How much each part has to do with a photo's place in the answer.

    Args:
        parts: of the query.
        directions: what each asks for [dimension], unit length.
        weights: what each counts; below 0 it pushes down.
        photo: its vector [dimension], unit length.
        sample: vectors of the library [n, dimension], unit length.
    """
    stands: list[float] = []
    for direction in directions:
        scores = sample @ direction
        middle = float(np.median(scores)) if len(scores) else 0.0
        spread = _MAD_TO_SIGMA * float(np.median(np.abs(scores - middle))) if len(scores) else 0.0
        stands.append((float(photo @ direction) - middle) / max(spread, _LEAST_SPREAD))
    pulls = [weight * each for weight, each in zip(weights, stands, strict=True)]
    whole = sum(abs(pull) for pull in pulls) or 1.0
    return tuple(
        Share(part, pull / whole, stand) for part, pull, stand in zip(parts, pulls, stands, strict=True)
    )


def nearest_words(
    words: Sequence[str], texts: Matrix, photo: Matrix, mean: Matrix, *, count: int = 5
) -> tuple[str, ...]:
    """The words that say most of what sets a photo apart from the others, the nearest first.

    Args:
        words: the neutral words.
        texts: their vectors [n, dimension], unit length.
        photo: its vector [dimension], unit length.
        mean: what the photos of the library have in common [dimension].
        count: how many words.
    """
    if not words:
        return ()
    scores = centred(texts, texts.mean(axis=0)) @ (photo - mean)
    return tuple(words[int(place)] for place in np.argsort(-scores)[:count])


def heat_map(
    model: ClipModel,
    picture: imaging.Picture,
    direction: Matrix,
    checkpoint: Callable[[float], None] = lambda _: None,
) -> Matrix:
    """Where in a picture lies what a direction asks for.

    Windows of two sizes are moved over the picture and each is embedded by itself; a cell is as warm as
    the windows over it score on average, those in whose middle it lies counting most. What a window holds
    is judged apart from what surrounds it, which covering parts up does not do.

    Args:
        model: embeds the windows, a few at once.
        picture: decoded; its shorter side twice the model's input or more is best.
        direction: [dimension], unit length.
        checkpoint: called before each few windows with the share that is done, 0 to 1; may raise to end it.

    Returns:
        float32 [rows, columns], upright, 0 where it is coldest and 1 where it is warmest; all 0 where no
        place differs from any other.

    Raises:
        ModelError: the model cannot be run.
    """
    prepare = model.manifest.image.preprocessing
    pixels = picture.pixels
    width, height = pixels.size
    boxes = list(windows(width, height))
    scores: list[float] = []
    for start in range(0, len(boxes), _AT_ONCE):
        checkpoint(start / len(boxes))
        squares = [
            imaging.square_pixels(
                pixels.crop(box), prepare.size, resize=prepare.resize, interpolation=prepare.interpolation
            )
            for box in boxes[start : start + _AT_ONCE]
        ]
        scores += (model.embed_images(squares) @ direction).tolist()
    return _spread(boxes, scores, width, height)


def windows(width: int, height: int) -> Iterator[tuple[int, int, int, int]]:
    """The windows that are looked at, in pixels: left, top, right, bottom."""
    shorter = min(width, height)
    for scale in SCALES:
        side = max(round(shorter * scale), 1)
        for top in _starts(height, side, shorter):
            for left in _starts(width, side, shorter):
                yield left, top, left + side, top + side


def _starts(length: int, side: int, shorter: int) -> list[int]:
    count = (
        round(min(length / shorter, _MOST_ACROSS) * shorter / side * _STEPS_A_WINDOW) - _STEPS_A_WINDOW + 1
    )
    return sorted({round(place) for place in np.linspace(0, length - side, max(count, 1))})


def _spread(
    boxes: Sequence[tuple[int, int, int, int]], scores: Sequence[float], width: int, height: int
) -> Matrix:
    shorter = min(width, height)
    rows, columns = (max(round(_CELLS * min(side / shorter, _MOST_ACROSS)), 1) for side in (height, width))
    down = (np.arange(rows) + 0.5) * height / rows
    across = (np.arange(columns) + 0.5) * width / columns
    total, weight = np.zeros((2, rows, columns))
    for (left, top, right, bottom), score in zip(boxes, scores, strict=True):
        near = np.outer(_hump(down, top, bottom), _hump(across, left, right))
        total += near * score
        weight += near
    # A cell that no window covers, in a picture a few pixels wide, is as cold as the coldest.
    mean = np.where(weight > 0, total / np.maximum(weight, 1e-9), min(scores))
    low, high = float(mean.min()), float(mean.max())
    return ((mean - low) / (high - low) if high - low > 1e-6 else np.zeros_like(mean)).astype(np.float32)


def _hump(places: NDArray[np.float64], start: int, end: int) -> NDArray[np.float64]:
    """1 in the middle of a window, small at its edge, 0 beyond."""
    within = (places - start) / (end - start)
    return np.where((within > 0) & (within < 1), 0.02 + np.sin(np.pi * np.clip(within, 0, 1)) ** 2, 0.0)


def seen_boxes(width: int, height: int, *, whole: bool) -> tuple[Box, ...]:
    """The parts of a picture that the model is shown: the middle, and the crops of a long or tall picture.

    Args:
        width: of the picture in pixels.
        height: of the picture in pixels.
        whole: whether the picture is squashed into the square instead of being cut.
    """
    across, down = min(height / width, 1.0), min(width / height, 1.0)
    middle = Box(0, 0, 1, 1) if whole else _box(0.5, across, down, width >= height)
    count = imaging.extra_crops(width, height)
    ends = (_box(number / max(count - 1, 1), across, down, width >= height) for number in range(count))
    return middle, *ends


def _box(where: float, across: float, down: float, lying: bool) -> Box:
    left, top = (where * (1 - across), 0.0) if lying else (0.0, where * (1 - down))
    return Box(left, top, min(left + across, 1.0), min(top + down, 1.0))
