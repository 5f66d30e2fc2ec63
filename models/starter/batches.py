"""Draws seeded batches: photos of every source, texts of concepts and captions, and who matches whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from starter.data import Anchors, Pixels, Source
from starter.labels import Concepts
from starter.pixels import crop, jitter, normalise
from starter.vocabulary import pad_id
from starter.words import ATTRIBUTES, TEMPLATES


@dataclass
class Batch:
    """pixels float32 [n, 3, s, s]; ids int64 [t + a, l] of concepts, captions, anchors; truth int8 [n, t].

    `groups` cut the t columns; the vectors float32 [a, 512] are those recorded for the anchors.
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
        words: int = 32,
        anchors_each: int = 16,
    ) -> None:
        self.sources, self.concepts, self.anchors, self.tokenizer = sources, concepts, anchors, tokenizer
        self.seed, self.counts, self.words, self.anchors_each = seed, counts, words, anchors_each
        self.pad = pad_id(tokenizer)
        night = concepts.words_at + list(ATTRIBUTES).index("night")
        sunset = concepts.words_at + list(ATTRIBUTES).index("sunset")
        # Photos by night are few in the captions; each is drawn three times as often as another.
        rare = (concepts.truth["captions"][:, [night, sunset]] == 1).any(axis=1)
        weights = np.where(rare, 3.0, 1.0)
        self.weights = {"captions": weights / weights.sum()}

    def tokens(self, texts: list[str]) -> Tensor:
        """int64 [n, l], padded to the longest."""
        rows = [encoded.ids for encoded in self.tokenizer.encode_batch(texts)]
        length = max((len(row) for row in rows), default=1)
        return torch.tensor([row + [self.pad] * (length - len(row)) for row in rows], dtype=torch.int64)

    def draw(self, step: int, size: int, least: float = 0.5) -> Batch:
        """The batch of one step at the given picture size."""
        rng = np.random.default_rng([self.seed, step])
        photos: list[Pixels] = []
        truths: list[NDArray[np.int8]] = []
        texts: list[str] = []
        owner: list[int] = []
        for name, source in self.sources.items():
            rows = rng.choice(len(source), self.counts[name], p=self.weights.get(name))
            truths.append(self.concepts.truth[name][rows])
            for row in rows:
                if source.captions:
                    owner.append(len(photos))
                    texts.append(str(rng.choice(source.captions[row])))
                photos.append(crop(source.pixels[row], size, rng, least))
        truth = np.concatenate(truths)

        chosen = self._choose(truth, rng)
        spoken = [self._phrase(concept, rng) for concept in chosen]
        said = np.zeros((len(photos), len(owner)), np.int8)
        said[owner, np.arange(len(owner))] = 1
        said[np.ix_(owner, range(len(texts)))] = [[int(a == b) for b in texts] for a in texts]
        fixed = self.concepts.words_at
        groups = {
            "objects": slice(0, self.concepts.scenes_at),
            "scenes": slice(self.concepts.scenes_at, fixed),
            "words": slice(fixed, len(chosen)),
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
            self.tokens(spoken + texts + anchor_texts),
            torch.from_numpy(np.concatenate([truth[:, chosen], said], axis=1)),
            groups,
            torch.from_numpy(self.anchors.vectors[picks]),
        )

    def _choose(self, truth: NDArray[np.int8], rng: np.random.Generator) -> list[int]:
        """All classes and scenes, all attributes, and some of the words that the batch shows."""
        start = self.concepts.words_at
        always = start + len(ATTRIBUTES)
        shown = always + np.flatnonzero((truth[:, always:] == 1).any(axis=0))
        picked = rng.choice(shown, min(len(shown), self.words), replace=False) if len(shown) else shown
        return [*range(always), *(int(p) for p in sorted(picked))]

    def _phrase(self, concept: int, rng: np.random.Generator) -> str:
        return str(rng.choice(TEMPLATES)).format(rng.choice(self.concepts.phrases[concept]))
