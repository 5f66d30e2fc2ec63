"""How near the embedding of a photo decoded at a reduced size comes to that of the photo decoded whole.

The pipeline decodes to the smallest size that serves thumbnail and network; here every photo is also decoded
in full and scaled once, as the model's own recipe has it. The cosine between the two embeddings tells what
that costs.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from mindseye import imaging
from mindseye.clip import ClipModel
from mindseye.clip.installed import open_manifest
from mindseye.indexing.prepare import decoded_side
from tests.benchmarks.frame import Figure, recorded_data

_WHOLE = 1 << 20
"""A shorter side no photo has, so that nothing is scaled while it is decoded."""


def measure(
    *, photos: int = 500, large: int = 150, megapixels: float = 12.0, model: str = "starter"
) -> Iterator[Figure]:
    """Cosines on real photos as they are, and on the first of them enlarged to what cameras write."""
    clip = ClipModel(open_manifest(model))
    data = recorded_data()
    for name in ("unsplash", "coco"):
        paths = _pictures(data / name)
        cosines = [_cosine(clip, path.read_bytes()) for path in paths[:photos]]
        yield from _figures(name, cosines)
        cosines = [_cosine(clip, _enlarged(path, megapixels)) for path in paths[:large]]
        yield from _figures(f"{name} at {megapixels:g} megapixels", cosines)


def _figures(name: str, cosines: Sequence[float]) -> Iterator[Figure]:
    yield Figure(f"{name}: median cosine", float(np.median(cosines)), aim=0.995, better="more")
    yield Figure(f"{name}: 1st percentile", float(np.percentile(cosines, 1)), aim=0.98, better="more")


def _pictures(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if imaging.is_picture_name(each.name))


def _cosine(clip: ClipModel, data: bytes) -> float:
    preprocessing = clip.manifest.image.preprocessing
    squares = [
        imaging.square_pixels(
            imaging.decode(data, shortest=shortest).pixels,
            preprocessing.size,
            resize=preprocessing.resize,
            interpolation=preprocessing.interpolation,
        )
        for shortest in (decoded_side(preprocessing), _WHOLE)
    ]
    scaled, whole = clip.embed_images(squares)
    return float(scaled @ whole)


def _enlarged(path: Path, megapixels: float) -> bytes:
    picture = imaging.decode(path.read_bytes(), shortest=_WHOLE).pixels
    factor = (megapixels * 1e6 / (picture.width * picture.height)) ** 0.5
    size = (round(picture.width * factor), round(picture.height * factor))
    output = BytesIO()
    picture.resize(size, Image.Resampling.BICUBIC).save(output, "JPEG", quality=92)
    return output.getvalue()
