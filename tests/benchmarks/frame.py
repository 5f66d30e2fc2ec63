"""What every benchmark is made of: figures with their aims, ways to time, and a place to keep what is dear.

A benchmark is a module of this folder with a function ``measure`` that yields figures. Its keyword
arguments are its sizes, with defaults; ``python -m tests.benchmarks`` finds it by that function alone.
"""

import gc
import math
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parent.parent.parent
CACHE = ROOT / "build" / "bench"
"""Where a benchmark keeps what takes long to make, under names that tell its sizes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a benchmark's table."""

    name: str
    measured: float
    unit: str = ""
    aim: float | None = None
    """What it is to reach; None where it is told for comparison only."""
    better: Literal["less", "more"] = "less"
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        met = self.measured <= self.aim if self.better == "less" else self.measured >= self.aim
        return bool(met)  # what is measured may be a number of numpy's


@dataclass(frozen=True, slots=True)
class Skipped:
    """A figure that could not be measured here, and why."""

    name: str
    why: str


class CannotMeasureError(Exception):
    """Ends a benchmark that cannot be run here; the message says why."""


def recorded_data() -> Path:
    """The folder that ``MINDSEYE_TEST_DATA`` names.

    Raises:
        CannotMeasureError: it names none.
    """
    named = os.environ.get("MINDSEYE_TEST_DATA")
    if not named or not Path(named).is_dir():
        raise CannotMeasureError("MINDSEYE_TEST_DATA names no folder of photographs")
    return Path(named).resolve()


def seconds(work: Callable[[], object]) -> float:
    """The time that ``work`` takes once, without the collector of garbage."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began
    finally:
        gc.enable()


def median_seconds(work: Callable[[], object], *, repeats: int) -> float:
    """The median of the times that ``work`` takes."""
    return statistics.median(seconds(work) for _ in range(repeats))


def median_ratio(work: Callable[[], object], against: Callable[[], object], *, repeats: int) -> float:
    """The median of time ratios, the two taking turns, so that a busy machine slows both."""
    return statistics.median(seconds(work) / seconds(against) for _ in range(repeats))


def resident_mib(*, file_pages: bool = True) -> float:
    """The memory of this process that is in RAM, in MiB, with or without pages of mapped files (Linux).

    Raises:
        CannotMeasureError: the system does not tell.
    """
    return _status_mib("VmRSS" if file_pages else "RssAnon")


def peak_mib() -> float:
    """The most memory of this process that was ever in RAM, in MiB, pages of mapped files included (Linux).

    Raises:
        CannotMeasureError: the system does not tell.
    """
    return _status_mib("VmHWM")


def _status_mib(key: str) -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        raise CannotMeasureError("this system does not tell a process's resident memory in /proc")
    sizes = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
    return int(sizes[key].split()[0]) / 1024


def shown(value: float) -> str:
    """A number as a person would write it: three digits that count, thousands apart."""
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"
