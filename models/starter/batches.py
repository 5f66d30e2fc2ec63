"""Draws seeded batches: photos of every source, texts of concepts and captions, and who matches whom."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from starter.data import Anchors, Pixels, Source
from starter.labels import Concepts
from starter.night import darkened
from starter.pixels import crop, jitter, normalise
from starter.vocabulary import pad_id
from starter.words import ATTRIBUTES, TEMPLATES

DARKENED = {"scenes": 0.3, "captions": 0.12, "objects": 0.12, "small": 0.1}
"""Share of the photos taken outdoors that are shown as if by night, by source."""

DAY_LEVEL = 70.0
"""Mean brightness (0..255) from which a photo of a scene counts as taken by day."""

MUTED = 0.1
"""Share of the words of a caption that are left out."""


@dataclass
class Batch:
    """pixels float32 [n, 3, s, s]; truth int8 [n, t]; ids int64 [2t' + a, l] of texts.

    The first t texts are concepts and captions, whose columns `groups` cut; then come as many other captions
    as there are captions, of the same photos in the same order; then the anchors, whose recorded vectors are
    float32 [a, 512].
    """

    pixels: Tensor
    ids: Tensor
    truth: Tensor
    groups: dict[str, slice]
    anchor_vectors: Tensor


class Sampler:
    """Batch number k is the same whenever it is drawn: its generator is seeded by (seed, k)."""

    def __init__(
        self,
        sources: dict[str, Source],
        concepts: Concepts,
        anchors: Anchors,
        tokenizer: Tokenizer,
        *,
        seed: int,
        counts: dict[str, int],
        words: int = 40,
        anchors_each: int = 24,
    ) -> None:
        self.sources, self.concepts, self.anchors, self.tokenizer = sources, concepts, anchors, tokenizer
        self.seed, self.counts, self.words, self.anchors_each = seed, counts, words, anchors_each
        self.pad = pad_id(tokenizer)
        self.at = {name: concepts.index[name] for name in ("night", "day", "indoors", "outdoors")}
        rare = (concepts.truth["captions"][:, [self.at["night"], concepts.index["sunset"]]] == 1).any(axis=1)
        inside = concepts.truth["captions"][:, self.at["indoors"]] == 1
        # Photos by night or indoors are few in the captions; each is drawn oftener than another.
        weights = np.where(rare, 3.0, np.where(inside, 1.5, 1.0))
        self.weights = {"captions": weights / weights.sum()}

    def tokens(self, texts: list[str]) -> Tensor:
        """int64 [n, l], padded to the longest."""
        rows = [encoded.ids for encoded in self.tokenizer.encode_batch(texts)]
        length = max((len(row) for row in rows), default=1)
        return torch.tensor([row + [self.pad] * (length - len(row)) for row in rows], dtype=torch.int64)

    def ahead(self, step: int, sizes: Iterator[int]) -> Iterator[Batch]:
        """Batches from `step` on; the next is drawn by another thread while one is used."""
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(self.draw, step, next(sizes))
            for size in sizes:
                step += 1
                ready, waiting = waiting, pool.submit(self.draw, step, size)
                yield ready.result()

    def draw(self, step: int, size: int, least: float = 0.4) -> Batch:
        """The batch of one step at the given picture size."""
        rng = np.random.default_rng([self.seed, step])
        photos: list[Pixels] = []
        truths: list[NDArray[np.int8]] = []
        texts: list[str] = []
        others: list[str] = []
        owner: list[int] = []
        for name, source in self.sources.items():
            rows = rng.choice(len(source), self.counts[name], p=self.weights.get(name))
            truth = self.concepts.truth[name][rows]
            for place, row in enumerate(rows):
                if source.captions:
                    owner.append(len(photos))
                    first, second = rng.choice(len(source.captions[row]), 2, replace=False)
                    texts.append(self._muted(source.captions[row][first], rng))
                    others.append(self._muted(source.captions[row][second], rng))
                photo = crop(source.pixels[row], size, rng, least)
                photos.append(self._lit(photo, name, truth[place], rng))
            truths.append(truth)
        truth = np.concatenate(truths)

        chosen = self._choose(truth, rng)
        spoken = [self._phrase(concept, rng) for concept in chosen]
        said = np.zeros((len(photos), len(owner)), np.int8)
        said[np.ix_(owner, range(len(texts)))] = [[int(a == b) for b in texts] for a in texts]
        said[owner, np.arange(len(owner))] = 1
        concepts = self.concepts
        fixed = concepts.words_at
        groups = {
            "objects": slice(0, concepts.scenes_at),
            "scenes": slice(concepts.scenes_at, concepts.sheets_at),
            "sheets": slice(concepts.sheets_at, fixed),
            "light": slice(fixed, fixed + 2),
            "place": slice(fixed + 2, fixed + 4),
            "words": slice(fixed + 4, len(chosen)),
            "captions": slice(len(chosen), len(chosen) + len(texts)),
        }
        picks = rng.integers(
            0, max(1, len(self.anchors.names)), self.anchors_each if self.anchors.names else 0
        )
        anchor_texts = [str(rng.choice(TEMPLATES)).format(self.anchors.names[p]) for p in picks]
        return Batch(
            torch.from_numpy(normalise(jitter(np.stack(photos), rng))).contiguous(
                memory_format=torch.channels_last
            ),
            self.tokens(spoken + texts + others + anchor_texts),
            torch.from_numpy(np.concatenate([truth[:, chosen], said], axis=1)),
            groups,
            torch.from_numpy(self.anchors.vectors[picks]),
        )

    def _lit(self, photo: Pixels, name: str, truth: NDArray[np.int8], rng: np.random.Generator) -> Pixels:
        """Shows some photos as if by night and notes in `truth` what is known of the light."""
        night, day = self.at["night"], self.at["day"]
        if truth[self.at["outdoors"]] == 1 and truth[night] != 1 and rng.random() < DARKENED.get(name, 0.0):
            truth[night], truth[day] = 1, 0
            return darkened(photo, rng)
        if name in ("scenes", "small") and truth[self.at["outdoors"]] == 1 and photo.mean() > DAY_LEVEL:
            truth[night], truth[day] = 0, 1
        return photo

    def _muted(self, text: str, rng: np.random.Generator) -> str:
        words = text.split()
        kept = [word for word in words if rng.random() >= MUTED]
        return " ".join(kept or words)

    def _choose(self, truth: NDArray[np.int8], rng: np.random.Generator) -> list[int]:
        """All classes, scenes, sheets and attributes, and some of the words that the batch shows."""
        always = self.concepts.words_at + len(ATTRIBUTES)
        shown = always + np.flatnonzero((truth[:, always:] == 1).any(axis=0))
        picked = rng.choice(shown, min(len(shown), self.words), replace=False) if len(shown) else shown
        return [*range(always), *(int(p) for p in sorted(picked))]

    def _phrase(self, concept: int, rng: np.random.Generator) -> str:
        phrase = str(rng.choice(self.concepts.phrases[concept]))
        plain = self.concepts.sheets_at <= concept < self.concepts.words_at + len(ATTRIBUTES)
        return phrase if plain else str(rng.choice(TEMPLATES)).format(phrase)
