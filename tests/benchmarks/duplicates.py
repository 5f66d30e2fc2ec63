"""How well nearly equal photos are told from different ones, and how long that takes."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mindseye import imaging
from mindseye.clip import ClipModel
from mindseye.clip.installed import open_manifest
from mindseye.duplicates import Pairs
from mindseye.duplicates.fingerprint_pairs import SAME, SAME_COARSE, bits_apart, same_picture
from mindseye.duplicates.vector_pairs import ALIKE, ALIKE_BITS, very_alike
from mindseye.vectors import VectorIndex
from tests.benchmarks.frame import Figure, recorded_data, seconds

Edit = Callable[[Image.Image], Image.Image]
Bits = NDArray[np.uint8]
Vectors = NDArray[np.float32]


def _saved(picture: Image.Image, quality: int) -> Image.Image:
    data = BytesIO()
    picture.save(data, "JPEG", quality=quality)
    return Image.open(data).convert("RGB")


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    return picture.resize((width, round(width * picture.height / picture.width)), Image.Resampling.LANCZOS)


def _cropped(picture: Image.Image, share: float, across: float, down: float) -> Image.Image:
    width, height = round(picture.width * (1 - share)), round(picture.height * (1 - share))
    left, top = int((picture.width - width) * across), int((picture.height - height) * down)
    return picture.crop((left, top, left + width, top + height))


EDITS: dict[str, Edit] = {
    "saved anew, quality 90": lambda picture: _saved(picture, 90),
    "saved anew, quality 30": lambda picture: _saved(picture, 30),
    "half the size": lambda picture: _scaled(picture, picture.width // 2),
    "160 pixels wide": lambda picture: _scaled(picture, 160),
    "a third brighter": lambda picture: picture.point(lambda value: min(255, round(value * 1.3))),
    "two fifths darker": lambda picture: picture.point(lambda value: round(value * 0.6)),
    "in grey": lambda picture: picture.convert("L").convert("RGB"),
    "3 % cropped, centre": lambda picture: _cropped(picture, 0.03, 0.5, 0.5),
    "5 % cropped, corner": lambda picture: _cropped(picture, 0.05, 0, 0),
    "10 % cropped, centre": lambda picture: _cropped(picture, 0.1, 0.5, 0.5),
    "10 % cropped, corner": lambda picture: _cropped(picture, 0.1, 1, 1),
}


def fingerprints(pictures: Sequence[Image.Image]) -> Bits:
    """Their fingerprints [n, 32]; a plain one is all zeros."""
    made = [imaging.fingerprint(picture) or bytes(32) for picture in pictures]
    return np.frombuffer(b"".join(made), np.uint8).reshape(len(made), 32)


def embedded(model: ClipModel, pictures: Sequence[Image.Image]) -> Vectors:
    """Their vectors [n, dimension]."""
    prepare = model.manifest.image.preprocessing
    squares = [
        imaging.square_pixels(each, prepare.size, resize=prepare.resize, interpolation=prepare.interpolation)
        for each in pictures
    ]
    return np.concatenate([model.embed_images(squares[at : at + 16]) for at in range(0, len(squares), 16)])


def is_same(left: Bits, right: Bits) -> NDArray[np.bool_]:
    """Row by row: whether two fingerprints [n, 32] tell of one picture."""
    places = np.arange(len(left))
    both = np.concatenate([left, right])
    coarse = bits_apart(both[:, :8], places, places + len(left)) <= SAME_COARSE
    return coarse & (bits_apart(both, places, places + len(left)) <= SAME)


def is_alike(left: Bits, right: Bits, cosines: Vectors) -> NDArray[np.bool_]:
    """Row by row: whether two photos are very alike."""
    places = np.arange(len(left))
    apart = bits_apart(np.concatenate([left, right]), places, places + len(left))
    return (apart <= ALIKE_BITS) & (cosines >= ALIKE)


def found(model: ClipModel, pictures: Sequence[Image.Image]) -> Iterator[Figure]:
    """Which share of edited photos is found beside its original."""
    bits, vectors = fingerprints(pictures), embedded(model, pictures)
    for name, edit in EDITS.items():
        edited = [edit(picture) for picture in pictures]
        other, other_vectors = fingerprints(edited), embedded(model, edited)
        cosines = (vectors * other_vectors).sum(axis=1)
        same = is_same(bits, other)
        either = same | is_alike(bits, other, cosines)
        alone = f"the vector alone finds {(cosines >= ALIKE).mean():.3f}"
        yield Figure(f"found, {name}: same picture", float(same.mean()), better="more")
        yield Figure(f"found, {name}: or very alike", float(either.mean()), better="more", note=alone)


def taken_for_one(name: str, pictures: Sequence[Image.Image], vectors: Vectors) -> Iterator[Figure]:
    """How many pairs of different pictures are taken for one."""
    bits = fingerprints(pictures)
    left, right = np.triu_indices(len(bits), 1)
    cosines = (vectors[left] * vectors[right]).sum(axis=1)
    pairs = f"of {len(left):,} pairs"
    alone = f"; the vector alone takes {int((cosines >= ALIKE).sum())}"
    yield Figure(f"{name}: same picture", float(is_same(bits[left], bits[right]).sum()), "pairs", note=pairs)
    alike = is_alike(bits[left], bits[right], cosines).sum()
    yield Figure(f"{name}: very alike", float(alike), "pairs", note=pairs + alone)


def times(count: int) -> Iterator[Figure]:
    """Seconds for a library of made-up photos: vectors in bunches, a twentieth of the photos with a twin."""
    random = np.random.default_rng(0)
    bits = np.packbits(random.random((count, 256)) < 0.5, axis=1)
    twins = np.arange(count // 20)
    bits[-len(twins) :] = bits[twins]
    bits[-len(twins) :, 20] ^= 3
    bunches = random.standard_normal((2_000, 512), dtype=np.float32)
    vectors = bunches[random.integers(0, len(bunches), count)]
    vectors += 0.7 * random.standard_normal((count, 512), dtype=np.float32)
    vectors[-len(twins) :] = vectors[twins] + 0.3 * random.standard_normal(
        (len(twins), 512), dtype=np.float32
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    named = f"{count:,} made-up photos"
    yield Figure(f"{named}, pairs by fingerprint", seconds(lambda: same_picture(bits)), "s")
    with tempfile.TemporaryDirectory() as folder:
        index = VectorIndex(Path(folder) / "index", dimension=512)
        ids = np.arange(count, dtype=np.int64)
        index.add(ids, vectors.astype(np.float16))
        kept: list[Pairs] = []

        def pair() -> None:
            kept.append(very_alike(index, ids, bits, lambda left, _: np.zeros(len(left), np.bool_)))

        yield Figure(f"{named}, pairs by vector", seconds(pair), "s")
        index.close()
    cosines = (vectors[twins] * vectors[-len(twins) :]).sum(axis=1)
    recall = len(kept[0].left) / (cosines >= ALIKE).sum()
    yield Figure(f"{named}, share of pairs that is found by vector", float(recall), better="more")


def measure(*, photos: int = 100_000) -> Iterator[Figure]:
    """Figures of what is found, what is wrongly found, and how long it takes."""
    data = recorded_data()
    model = ClipModel(open_manifest("starter"))
    unsplash = _read(data / "unsplash" / "photos")
    yield from found(model, unsplash)
    yield from taken_for_one("Unsplash, starter", unsplash, embedded(model, unsplash))
    recorded = np.load(data / "unsplash" / "clip-vit-b32.npy").astype(np.float32)
    recorded /= np.linalg.norm(recorded, axis=1, keepdims=True)
    yield from taken_for_one("Unsplash, recorded ViT-B/32", unsplash, recorded)
    receipts = _read(data / "documents")
    yield from taken_for_one("receipts, starter", receipts, embedded(model, receipts))
    yield from times(photos)


def _read(folder: Path) -> list[Image.Image]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".jpg", ".png"})
    return [Image.open(path).convert("RGB") for path in files]
