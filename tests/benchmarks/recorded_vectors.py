"""The recorded CLIP vectors: 500 photos, some 1,400 nouns, and which descriptions hold which noun.

A photo is said to show a noun when its description holds the word. Descriptions are short, so many photos
show what theirs does not say: figures on this truth are lower than people would give, and serve to compare.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.search.bank import read_words


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the folder of recorded vectors holds."""

    photos: NDArray[np.float32]
    """[500, 512], unit length"""
    nouns: list[str]
    texts: NDArray[np.float32]
    """[nouns, 512] of "a NOUN", unit length"""
    shown: NDArray[np.bool_]
    """[nouns, 500]"""
    bank: NDArray[np.float32]
    """[words, 512]: those of the shipped neutral words that were recorded"""

    @property
    def present(self) -> NDArray[np.int64]:
        """The nouns that two photos or more show."""
        return np.flatnonzero(self.shown.sum(axis=1) >= 2)

    @property
    def absent(self) -> NDArray[np.int64]:
        """The nouns that no description holds."""
        return np.flatnonzero(~self.shown.any(axis=1))


def load(data: Path) -> Recorded:
    """Reads the folder that ``MINDSEYE_TEST_DATA`` names."""
    photos = _unit(np.load(data / "unsplash" / "clip-vit-b32.npy"))
    texts_of: dict[str, NDArray[np.float32]] = {}
    for source in ("lvis", "objects365"):
        names = (data / "clip-words" / f"{source}-names.txt").read_text(encoding="utf-8").splitlines()
        texts = _unit(np.load(data / "clip-words" / f"{source}-vit-b32.npy"))
        for name, text in zip(names, texts, strict=True):
            texts_of.setdefault(_plain(name), text)
    with (data / "unsplash" / "photos.csv").open(encoding="utf-8", newline="") as file:
        described = [
            set(re.findall("[a-z]+", f"{row['photo_description']} {row['ai_description']}".lower()))
            for row in csv.DictReader(file)
        ]
    nouns = sorted(texts_of)
    shown = np.array([[_holds(words, noun) for words in described] for noun in nouns])
    neutral = set(read_words(paths.resource("neutral-words.txt")))
    bank = np.stack([texts_of[noun] for noun in nouns if noun in neutral])
    return Recorded(photos, nouns, np.stack([texts_of[noun] for noun in nouns]), shown, bank)


def _plain(name: str) -> str:
    return re.sub(r"\(.*\)", "", name.lower()).replace("_", " ").strip()


def _holds(words: set[str], noun: str) -> bool:
    parts = re.findall("[a-z]+", noun)
    return bool(parts) and all({part, f"{part}s", f"{part}es"} & words for part in parts)


def _unit(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    full = vectors.astype(np.float32)
    unit: NDArray[np.float32] = full / np.linalg.norm(full, axis=1, keepdims=True)
    return unit
