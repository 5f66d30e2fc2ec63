"""A training run: steps, running mean of the weights, log, and checkpoints to take it up again."""

from __future__ import annotations

import copy
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from starter.batches import Sampler
from starter.machine import Threads, device, uses_bfloat16
from starter.objective import losses
from starter.plan import SIZES, WEIGHTS, Plan, rate_at, share_done
from starter.towers import Shape, Towers


def groups(model: Towers, plan: Plan) -> list[dict[str, Any]]:
    """Parameters by tower (words learn at a share of the rate) and by shape (only matrices decay)."""
    found = []
    for share, words in ((1.0, False), (plan.text_share, True)):
        mine = [p for name, p in model.named_parameters() if name.startswith("text.") == words]
        for decay, wide in ((plan.decay, True), (0.0, False)):
            parameters = [p for p in mine if (p.ndim > 1) == wide]
            found.append({"params": parameters, "weight_decay": decay, "share": share})
    return found


class Run:
    """A training run that can be stopped and taken up again at any checkpoint."""

    def __init__(self, plan: Plan, shape: Shape, sampler: Sampler, work: Path) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.shape, self.sampler, self.work = plan, shape, sampler, work
        self.where = device()
        self.bfloat16 = uses_bfloat16(self.where)
        self.model = Towers(shape, sampler.pad).to(self.where)
        self.model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.mean = copy.deepcopy(self.model).eval()
        self.optimiser = torch.optim.AdamW(groups(self.model, plan), lr=plan.rate, betas=(0.9, 0.98))
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
            "optimiser": self.optimiser.state_dict(),
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
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds, self.photos = state["step"], state["seconds"], state["photos"]
        if self.log.is_file():
            lines = self.log.read_text(encoding="utf-8").splitlines(keepends=True)
            # What was logged after the checkpoint is done, and logged, again.
            self.log.write_text(
                "".join(t for t in lines if json.loads(t)["step"] <= self.step), encoding="utf-8"
            )
        return True

    def advance(self) -> dict[str, float]:
        """One step; returns what the log says of it."""
        share = share_done(self.plan, self.step, self.seconds)
        rate = rate_at(self.plan, share)
        size = next(size for until, size in SIZES if share < until)
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["share"]
        batch = self.sampler.draw(self.step, size)
        self.model.train()
        parts = losses(self.model, batch, self.where, self.bfloat16)
        total = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
        self.optimiser.step()
        self.step += 1
        self.photos += len(batch.pixels)
        self._average()
        said = {name: round(float(part.detach()), 4) for name, part in parts.items()}
        return {"step": self.step, "share": round(share, 4), "size": size, "rate": round(rate, 6), **said}

    @torch.no_grad()
    def _average(self) -> None:
        """Moves the running mean of the weights; it is young at first and so forgets faster."""
        keep = min(self.plan.average, (1 + self.step) / (10 + self.step))
        for mean, now in zip(self.mean.state_dict().values(), self.model.state_dict().values(), strict=True):
            mean.lerp_(now, 1 - keep) if mean.is_floating_point() else mean.copy_(now)

    def finish(self, threads: Threads, every: int = 25, save_seconds: float = 180.0) -> None:
        """Runs to the end of the budget, logging every so many steps and saving every so many seconds."""
        self.work.mkdir(parents=True, exist_ok=True)
        saved = time.monotonic()
        while share_done(self.plan, self.step, self.seconds) < 1.0:
            begun = time.monotonic()
            entry = self.advance()
            self.seconds += (took := time.monotonic() - begun)
            threads.told(self.step, sum(self.sampler.counts.values()), took)
            if self.step % every == 0:
                entry |= {
                    "scale": round(float(self.model.scale().detach()), 2),
                    "photos": self.photos,
                    "seconds": round(self.seconds, 1),
                    "threads": threads.now,
                }
                with self.log.open("a", encoding="utf-8") as log:
                    log.write(json.dumps(entry) + "\n")
            if time.monotonic() - saved > save_seconds:
                self.save()
                saved = time.monotonic()
        self.save()
