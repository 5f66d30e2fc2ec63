"""A training run: steps, running mean of the weights, log, and checkpoints to take it up again."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from starter.batches import Batch, Sampler
from starter.machine import Threads, device, uses_bfloat16
from starter.muon import Muon
from starter.objective import losses, speak, text_losses
from starter.plan import SETTLING, SHIPPED, WEIGHTS, Plan, rate_at, share_done, size_at
from starter.towers import Shape, Towers
from starter.watch import SIDE, Watch


def groups(model: Towers, plan: Plan) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Parameters for (Muon, Adam): filters inside the picture tower; the rest, by tower and by shape.

    Words learn at a share of the rate, and only matrices decay.
    """
    filters, rest = [], {(words, wide): [] for words in (True, False) for wide in (True, False)}
    for name, parameter in model.named_parameters():
        if parameter.ndim == 4 and parameter.shape[1] > 3:
            filters.append(parameter)
        else:
            rest[name.startswith("text."), parameter.ndim > 1].append(parameter)
    adam = [
        {
            "params": parameters,
            "weight_decay": plan.decay if wide else 0.0,
            "share": plan.text_share if words else 1.0,
        }
        for (words, wide), parameters in rest.items()
    ]
    return [{"params": filters, "weight_decay": 2 * plan.decay, "share": 1.0}], adam


class Run:
    """A training run that can be stopped and taken up again at any checkpoint."""

    def __init__(
        self, plan: Plan, shape: Shape, sampler: Sampler, work: Path, watch: Watch | None = None
    ) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.shape, self.sampler, self.work, self.watch = plan, shape, sampler, work, watch
        self.where = device()
        self.bfloat16 = uses_bfloat16(self.where)
        self.model = Towers(shape, sampler.pad).to(self.where)
        self.model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.mean = copy.deepcopy(self.model).eval()
        filters, rest = groups(self.model, plan)
        self.optimisers = [
            Muon(filters, lr=plan.rate),
            torch.optim.AdamW(rest, lr=plan.rate, betas=(0.9, 0.98)),
        ]
        self.step, self.seconds, self.photos = 0, 0.0, 0

    @property
    def checkpoint(self) -> Path:
        return self.work / "checkpoint.pt"

    @property
    def log(self) -> Path:
        return self.work / "log.jsonl"

    def save(self) -> None:
        """Writes the checkpoint in one move, so that a stop in the middle leaves the older one."""
        self.work.mkdir(parents=True, exist_ok=True)
        state = {
            "plan": asdict(self.plan),
            "shape": asdict(self.shape),
            "step": self.step,
            "seconds": self.seconds,
            "photos": self.photos,
            "model": self.model.state_dict(),
            "mean": self.mean.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in self.optimisers],
        }
        torch.save(state, self.checkpoint.with_suffix(".part"))
        self.checkpoint.with_suffix(".part").replace(self.checkpoint)

    def resume(self) -> bool:
        """Takes up the checkpoint of the same seed and shape where there is one."""
        if not self.checkpoint.is_file():
            return False
        state: dict[str, Any] = torch.load(self.checkpoint, map_location=self.where, weights_only=True)
        if state["shape"] != asdict(self.shape) or state["plan"]["seed"] != self.plan.seed:
            raise SystemExit(f"{self.checkpoint} is of another run; name another --work folder")
        self.model.load_state_dict(state["model"])
        self.mean.load_state_dict(state["mean"])
        for optimiser, kept in zip(self.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(kept)
        self.step, self.seconds, self.photos = state["step"], state["seconds"], state["photos"]
        if self.log.is_file():
            lines = self.log.read_text(encoding="utf-8").splitlines(keepends=True)
            # What was logged after the checkpoint is done, and logged, again.
            self.log.write_text(
                "".join(t for t in lines if json.loads(t)["step"] <= self.step), encoding="utf-8"
            )
        return True

    def advance(self, batch: Batch) -> dict[str, float]:
        """One step; returns what the log says of it."""
        share = share_done(self.plan, self.step, self.seconds)
        alone = self.step < self.plan.prelude
        rate = self.plan.rate if alone else rate_at(self.plan, share)
        self.model.train()
        if alone:
            parts = text_losses(self.model, batch, speak(self.model, batch.ids.to(self.where)))
        else:
            parts = losses(self.model, batch, self.where, self.bfloat16)
        self._descend(parts, rate)
        self.step += 1
        self.photos += 0 if alone else len(batch.pixels)
        self._average()
        said = {name: round(float(part.detach()), 4) for name, part in parts.items()}
        size = batch.pixels.shape[-1]
        return {"step": self.step, "share": round(share, 4), "size": size, "rate": round(rate, 6), **said}

    def _descend(self, parts: dict[str, Tensor], rate: float) -> None:
        total = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
            for group in optimiser.param_groups:
                group["lr"] = rate * group["share"]
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        for optimiser in self.optimisers:
            optimiser.step()

    @torch.no_grad()
    def _average(self) -> None:
        """Moves the running mean of the weights; it is young at first and so forgets faster."""
        keep = min(self.plan.average, (1 + self.step) / (10 + self.step))
        for mean, now in zip(self.mean.state_dict().values(), self.model.state_dict().values(), strict=True):
            mean.lerp_(now, 1 - keep) if mean.is_floating_point() else mean.copy_(now)

    def _sizes(self) -> Iterator[int]:
        """Size of each next batch; it is asked for one step ahead, and without end."""
        while True:
            yield size_at(share_done(self.plan, self.step, self.seconds))

    def finish(self, threads: Threads, every: int = 25, save_seconds: float = 240.0) -> None:
        """Runs to the end of the budget, logging every so many steps and saving every so many seconds."""
        self.work.mkdir(parents=True, exist_ok=True)
        saved = begun = time.monotonic()
        for batch in self.sampler.ahead(self.step, self._sizes()):
            if share_done(self.plan, self.step, self.seconds) >= self.plan.end:
                break
            entry = self.advance(batch)
            took, begun = time.monotonic() - begun, time.monotonic()
            self.seconds += took
            threads.told(self.step, sum(self.sampler.counts.values()), took)
            if self.step % every == 0:
                self._note(
                    entry
                    | {
                        "scale": round(float(self.model.scale().detach()), 2),
                        "photos": self.photos,
                        "seconds": round(self.seconds, 1),
                        "threads": threads.now,
                    }
                )
            if time.monotonic() - saved > save_seconds:
                self.save()
                saved = time.monotonic()
                self._watch()
        self.settle()
        self.save()
        self._watch(SHIPPED)

    @torch.no_grad()
    def settle(self, batches: int = 12) -> None:
        """Measures the picture tower's batch norms anew, on pictures as the program will show them.

        The run showed smaller ones, cut tighter (Touvron et al. 2019), and the mean of the weights has yet to
        meet any. Doing it twice changes nothing.
        """
        tower = self.mean.image
        norms = [part for part in tower.modules() if isinstance(part, nn.BatchNorm2d)]
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None
            norm.train()
        for place in range(batches):
            tower(self.sampler.draw(SETTLING + place, SHIPPED, least=0.7).pixels.to(self.where))
        for norm in norms:
            norm.momentum = 0.1
            norm.eval()

    def _watch(self, side: int = SIDE) -> None:
        if self.watch is not None and self.step > self.plan.prelude:
            self._note({"step": self.step, **self.watch.look(self.mean, self.where, side)})

    def _note(self, entry: dict[str, float]) -> None:
        with self.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
