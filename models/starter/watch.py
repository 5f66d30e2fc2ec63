"""Looks at how a run is doing, on training-side photographs that it does not learn from."""

from __future__ import annotations

import numpy as np
import torch
from PIL import Image

from starter.batches import Sampler
from starter.data import Pixels, Source
from starter.night import darkened
from starter.objective import speak
from starter.pixels import normalise
from starter.towers import Towers

SIDE, MOST = 64, 1000


class Watch:
    """Holds the watched photographs at one size; `look` returns shares of right answers."""

    def __init__(self, watched: dict[str, Source], sampler: Sampler) -> None:
        self.sampler = sampler
        self.watched = {
            name: source.some(np.arange(min(MOST, len(source)))) for name, source in watched.items()
        }

    def _see(self, model: Towers, photos: Pixels, where: torch.device, side: int) -> torch.Tensor:
        rows = [
            np.asarray(Image.fromarray(photo).resize((side, side), Image.Resampling.BICUBIC))
            for photo in photos
        ]
        pixels = torch.from_numpy(normalise(np.stack(rows))).to(where)
        return torch.cat([model.image(part) for part in pixels.split(100)])

    def _read(self, model: Towers, texts: list[str], where: torch.device) -> torch.Tensor:
        return speak(model, self.sampler.tokens(texts).to(where))

    @torch.no_grad()
    def look(self, model: Towers, where: torch.device, side: int = SIDE) -> dict[str, float]:
        """Zero-shot answers of the averaged towers, which are shown photographs of so many pixels a side."""
        concepts = self.sampler.concepts
        objects, captions, scenes = (self.watched[name] for name in ("objects", "captions", "scenes"))
        found: dict[str, float] = {}
        names = sorted(set(self.sampler.sources["objects"].labels))
        words = self._read(model, [f"a photo of a {name.split(',')[0]}" for name in names], where)
        scores = self._see(model, objects.pixels, where, side) @ words.T
        truth = torch.tensor([names.index(label) for label in objects.labels])
        ranks = (scores > scores.gather(1, truth[:, None].to(where))).sum(dim=1)
        found["watched top-1"] = float((ranks < 1).float().mean())
        found["watched top-5"] = float((ranks < 5).float().mean())
        texts = self._read(model, [said[0] for said in captions.captions], where)
        scores = texts @ self._see(model, captions.pixels, where, side).T
        ranks = (scores > scores.diagonal()[:, None]).sum(dim=1)
        found["watched R@1"] = float((ranks < 1).float().mean())
        found["watched R@10"] = float((ranks < 10).float().mean())
        labels = [said[0] for said in concepts.phrases[concepts.scenes_at : concepts.sheets_at]]
        seen = self._see(model, scenes.pixels, where, side)
        answers = (seen @ self._read(model, labels, where).T).argmax(dim=1).cpu().numpy()
        found["watched scenes"] = float((np.array(labels)[answers] == np.array(scenes.labels)).mean())
        rng = np.random.default_rng(0)
        nights = self._see(model, np.stack([darkened(photo, rng) for photo in scenes.pixels]), where, side)
        both = self._read(model, ["day", "night"], where)
        right = [(seen @ both.T).argmax(dim=1) == 0, (nights @ both.T).argmax(dim=1) == 1]
        found["watched day"], found["watched made nights"] = (float(r.float().mean()) for r in right)
        return {name: round(value, 4) for name, value in found.items()}
