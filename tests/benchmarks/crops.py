"""What extra crops of long and tall pictures bring to finding, and what they cost.

Panoramas are composed of photographs: the one that is looked for stands at an end, a third of its width in,
and others fill the rest. It is looked for by itself, alone, and by its description, among as many panoramas.
*Found* means among the first ten.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mindseye import imaging, paths
from mindseye.clip import ClipModel
from mindseye.clip.installed import open_manifest
from mindseye.search.bank import read_words
from mindseye.search.directions import centred, library_mean
from tests.benchmarks.frame import Figure, median_seconds, recorded_data

_SIDE = 320
_FIRST = 10
_AWAY_FROM_END = _SIDE // 3

Views = list[NDArray[np.uint8]]


def measure(*, photos: int = 500, model: str = "starter") -> Iterator[Figure]:
    """Figures of three shapes for the ways to look at them."""
    clip = ClipModel(open_manifest(model))
    size = clip.manifest.image.preprocessing.size
    squares, texts = _photographs(recorded_data() / "unsplash", photos)
    pictures = _embed(clip, [[imaging.square_pixels(each, size)] for each in squares])[0]
    bank = clip.embed_texts(list(read_words(paths.resource("neutral-words.txt")))).mean(axis=0)
    words = centred(clip.embed_texts([f"a photo of {text}" for text in texts]), bank)
    for ratio in (1.78, 2.0, 3.0, 4.0):
        library = [_panorama(squares, number, ratio) for number in range(len(squares))]
        looks = {
            "the middle": [[imaging.square_pixels(each, size)] for each in library],
            "all of it, squashed": [[imaging.square_pixels(each, size, resize="squash")] for each in library],
            "middle and crops, best counts": [_with_crops(each, size) for each in library],
        }
        for look, views in looks.items():
            embeddings, owners = _embed(clip, views)
            mean = library_mean(embeddings)
            for asked, queries, photos_of in (
                ("picture", centred(pictures, mean), centred(embeddings, mean)),
                ("words", words, embeddings),
            ):
                share = _found(queries @ photos_of.T, owners)
                yield Figure(f"{ratio:g}:1, {look}, by {asked}", share, "found", better="more")
    wide = _panorama(squares, 0, 3.0)
    once = median_seconds(lambda: clip.embed_images([imaging.square_pixels(wide, size)]), repeats=20)
    more = median_seconds(lambda: clip.embed_images(_with_crops(wide, size)), repeats=20)
    yield Figure("time to embed a 3:1 panorama with crops, against without", more / once, "times")


def _photographs(folder: Path, count: int) -> tuple[list[Image.Image], list[str]]:
    with (folder / "photos.csv").open(encoding="utf-8", newline="") as lines:
        texts = {
            row["photo_id"]: row["photo_description"] or row["ai_description"] or "a photo"
            for row in csv.DictReader(lines)
        }
    squares, kept = [], []
    for path in sorted((folder / "photos").iterdir())[:count]:
        picture = imaging.decode(path.read_bytes(), shortest=_SIDE).pixels
        side = min(picture.size)
        left, top = (picture.width - side) // 2, (picture.height - side) // 2
        squares.append(picture.crop((left, top, left + side, top + side)).resize((_SIDE, _SIDE)))
        kept.append(texts.get(path.stem, "a photo"))
    return squares, kept


def _panorama(squares: Sequence[Image.Image], number: int, ratio: float) -> Image.Image:
    """Of odd numbers the mirror image, so that the one looked for stands at either end."""
    width = round(_SIDE * ratio)
    picture = Image.new("RGB", (width, _SIDE))
    picture.paste(squares[(number + 101) % len(squares)], (_AWAY_FROM_END - _SIDE, 0))
    picture.paste(squares[number], (_AWAY_FROM_END, 0))
    for step, left in enumerate(range(_AWAY_FROM_END + _SIDE, width, _SIDE), start=1):
        picture.paste(squares[(number + 37 * step) % len(squares)], (left, 0))
    if number % 2:
        turned = Image.new("RGB", picture.size)
        turned.paste(picture.crop((_AWAY_FROM_END + _SIDE, 0, width, _SIDE)), (0, 0))
        turned.paste(picture.crop((0, 0, _AWAY_FROM_END + _SIDE, _SIDE)), (width - _AWAY_FROM_END - _SIDE, 0))
        return turned
    return picture


def _with_crops(picture: Image.Image, size: int) -> Views:
    count = max(imaging.extra_crops(*picture.size), 2)
    return [imaging.square_pixels(picture, size), *imaging.crop_pixels(picture, size, count)]


def _embed(clip: ClipModel, views: list[Views]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Unit vectors of all views, and whose each is."""
    flat = [square for of_one in views for square in of_one]
    embeddings = np.concatenate([clip.embed_images(flat[at : at + 16]) for at in range(0, len(flat), 16)])
    return embeddings, np.repeat(np.arange(len(views)), [len(of_one) for of_one in views])


def _found(scores: NDArray[np.float32], owners: NDArray[np.int64]) -> float:
    """The share of queries whose own picture is among the first, each picture counting with its best view."""
    count = int(owners[-1]) + 1
    best = np.stack([scores[:, owners == each].max(axis=1) for each in range(count)], axis=1)
    own = best[np.arange(count), np.arange(count)]
    return float(((best > own[:, None]).sum(axis=1) < _FIRST).mean())
