"""Computes the losses of one batch with both towers."""

from __future__ import annotations

import torch
from torch import Tensor

from starter.batches import Batch
from starter.losses import both_ways, contrast, recital
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


def losses(model: Towers, batch: Batch, where: torch.device, bfloat16: bool) -> dict[str, Tensor]:
    """The parts of the loss of one batch."""
    with torch.autocast(where.type, dtype=torch.bfloat16, enabled=bfloat16):
        pooled = model.image.pool(batch.pixels.to(where))
        images, guesses = model.image.finish(pooled), model.guess(pooled).float()
        vectors = speak(model, batch.ids.to(where))
    texts, spoken = vectors[: batch.truth.shape[1]], vectors[batch.truth.shape[1] :]
    logits, truth, cut = model.scale() * images @ texts.T, batch.truth.to(where), batch.groups
    columns = {name: (logits[:, part], truth[:, part]) for name, part in cut.items()}
    said, owned = columns["captions"]
    rows = (owned == 1).any(dim=1)
    named = {name: contrast(guesses[:, cut[name]], columns[name][1]) for name in ("objects", "scenes")}
    return {
        "objects": contrast(*columns["objects"], smoothing=0.05),
        "scenes": both_ways(*columns["scenes"]),
        "words": both_ways(*columns["words"]),
        "captions": (contrast(said[rows], owned[rows]) + contrast(said.T, owned.T)) / 2,
        "guesses": named["objects"] + 0.25 * named["scenes"],
        "anchors": recital(model.recite(spoken), batch.anchor_vectors.to(where)),
    }
