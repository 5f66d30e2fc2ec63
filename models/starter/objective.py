"""Computes the losses of one batch with both towers."""

from __future__ import annotations

import torch
from torch import Tensor

from starter.batches import Batch
from starter.losses import both_ways, contrast, pairs, recital
from starter.towers import Towers


def speak(model: Towers, ids: Tensor) -> Tensor:
    """Text vectors of ids [t, l] by groups of like length, as most texts are short and padding costs."""
    lengths = (ids != model.text.pad).sum(dim=1)
    rows, vectors, shortest = [], [], 0
    for longest in (6, 9, 13, 18, ids.shape[1]):
        mine = ((lengths > shortest) & (lengths <= longest)).nonzero()[:, 0]
        if len(mine):
            rows.append(mine)
            vectors.append(model.text.pool(ids[mine, :longest]))
        shortest = max(shortest, longest)
    return model.text.finish(torch.cat(vectors)[torch.cat(rows).argsort()])


def _split(batch: Batch, vectors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """(concepts and captions, the other captions, anchors) of the vectors of all texts."""
    texts = batch.truth.shape[1]
    captions = batch.groups["captions"]
    second = texts + captions.stop - captions.start
    return vectors[:texts], vectors[texts:second], vectors[second:]


def text_losses(model: Towers, batch: Batch, vectors: Tensor) -> dict[str, Tensor]:
    """What the words learn without pictures: captions of one photo agree, nouns recite their vectors."""
    texts, others, spoken = _split(batch, vectors)
    return {
        "agree": pairs(texts[batch.groups["captions"]], others, model.scale()),
        "anchors": recital(model.recite(spoken), batch.anchor_vectors.to(vectors.device)),
    }


def losses(model: Towers, batch: Batch, where: torch.device, bfloat16: bool) -> dict[str, Tensor]:
    """The parts of the loss of one batch."""
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=bfloat16):
        pooled = model.image.pool(batch.pixels.to(where))
        images, guesses = model.image.finish(pooled), model.guess(pooled).float()
        vectors = speak(model, batch.ids.to(where))
    texts, others, _ = _split(batch, vectors)
    truth, cut = batch.truth.to(where), batch.groups
    logits = model.scale() * images @ texts.T
    columns = {name: (logits[:, part], truth[:, part]) for name, part in cut.items()}
    said, owned = columns["captions"]
    rows = (owned == 1).any(dim=1)
    again = model.scale() * images @ others.T
    captioned = [
        (contrast(scores[rows], owned[rows]) + contrast(scores.T, owned.T)) / 2 for scores in (said, again)
    ]
    return {
        "objects": contrast(*columns["objects"], smoothing=0.05),
        "scenes": both_ways(*columns["scenes"]),
        "sheets": both_ways(*columns["sheets"], balanced=True),
        "light": both_ways(*columns["light"], balanced=True),
        "place": both_ways(*columns["place"], balanced=True),
        "words": both_ways(*columns["words"]),
        "captions": (captioned[0] + captioned[1]) / 2,
        "guesses": contrast(guesses[:, cut["objects"]], columns["objects"][1], smoothing=0.05),
        **text_losses(model, batch, vectors),
    }
