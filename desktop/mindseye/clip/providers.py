"""Choosing the processor: each one there is timed on the real model, and its vectors are checked.

The choice is a pure function of the trials; it is kept per model and machine in ``providers.json``, and
made anew when the machine, its providers or ONNX Runtime change.
"""

import json
import logging
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.session import CPU_PROVIDER, Session, runtime_version
from mindseye.errors import ModelError
from mindseye.phrases import Phrase
from mindseye.whole_files import replacing

log = logging.getLogger(__name__)

AGREEMENT = 0.999
"""Least cosine similarity to the CPU's vectors, over every row of the example."""

TRIAL_SECONDS = 2.0
"""How long each provider is timed."""

Load = Callable[[str], Session]
"""Loads a network on the named provider; raises :class:`ModelError` when that does not work."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a network is tried on."""

    inputs: Mapping[str, NDArray[Any]]
    output: str | None = None

    @property
    def rows(self) -> int:
        """Pictures or texts in one run."""
        return len(next(iter(self.inputs.values())))

    def run(self, session: Session) -> NDArray[np.float32]:
        """One run of the example."""
        return session.run(self.inputs, self.output) if self.output else session.run(self.inputs)


@dataclass(frozen=True, slots=True)
class Trial:
    """How one provider did."""

    provider: str
    load_seconds: float = 0.0
    per_second: float = 0.0
    """Rows (pictures or texts) a second."""
    cosine: float | None = None
    """The least cosine similarity between its vectors and the CPU's."""
    error: str | None = None
    """Why it cannot be used, if so."""

    @property
    def usable(self) -> bool:
        """Whether it runs and agrees with the CPU."""
        return self.error is None and self.cosine is not None and self.cosine >= AGREEMENT


def try_providers(
    names: Sequence[str],
    load: Load,
    example: Example,
    *,
    seconds: float = TRIAL_SECONDS,
    clock: Callable[[], float] = time.perf_counter,
) -> list[Trial]:
    """Times each provider on the example and compares its vectors with the CPU's.

    Raises:
        ModelError: the CPU itself cannot run the network.
    """
    began = clock()
    reference = load(CPU_PROVIDER)
    loaded = clock() - began
    wanted = example.run(reference)
    cpu = Trial(CPU_PROVIDER, loaded, _rate(reference, example, seconds, clock), 1.0)
    return [
        cpu if name == CPU_PROVIDER else _try(name, load, example, wanted, seconds, clock) for name in names
    ]


def fastest(trials: Sequence[Trial]) -> str:
    """The fastest provider that agrees with the CPU; the CPU where none does."""
    usable = [trial for trial in trials if trial.usable]
    return max(usable, key=lambda trial: trial.per_second).provider if usable else CPU_PROVIDER


def least_cosine(vectors: NDArray[np.float32], wanted: NDArray[np.float32]) -> float:
    """The least cosine similarity between equal rows; 0 where shapes differ or numbers are not finite."""
    if vectors.shape != wanted.shape or not np.isfinite(vectors).all():
        return 0.0
    lengths = np.linalg.norm(vectors, axis=1) * np.linalg.norm(wanted, axis=1)
    if not lengths.all():
        return 0.0
    return float(((vectors * wanted).sum(axis=1) / lengths).min())


def _try(
    name: str,
    load: Load,
    example: Example,
    wanted: NDArray[np.float32],
    seconds: float,
    clock: Callable[[], float],
) -> Trial:
    try:
        began = clock()
        session = load(name)
        cosine = least_cosine(example.run(session), wanted)
        loaded = clock() - began  # the first run is part of it: that is when kernels are built
        if cosine < AGREEMENT:
            return Trial(
                name,
                loaded,
                0.0,
                cosine,
                Phrase("its vectors differ from the CPU's (cosine {cosine:.4f})", cosine=cosine),
            )
        return Trial(name, loaded, _rate(session, example, seconds, clock), cosine)
    except ModelError as error:
        return Trial(name, error=error.message)


def _rate(session: Session, example: Example, seconds: float, clock: Callable[[], float]) -> float:
    began, rows = clock(), 0
    while True:
        example.run(session)
        rows += example.rows
        if (spent := clock() - began) >= seconds:
            return rows / spent


class ProviderMemory:
    """The choices of this machine, in one small JSON file that is replaced whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, key: str, names: Sequence[str]) -> str | None:
        """The provider chosen for this key, where it was chosen among these providers on this machine."""
        known = self._read().get(key)
        if not isinstance(known, dict) or known.get("circumstances") != _circumstances(names):
            return None
        chosen = known.get("chosen")
        return chosen if chosen in names else None

    def keep(self, key: str, names: Sequence[str], trials: Sequence[Trial]) -> None:
        """Remembers the fastest; what cannot be written is measured again the next time."""
        entry = {
            "circumstances": _circumstances(names),
            "chosen": fastest(trials),
            "trials": [asdict(trial) for trial in trials],
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as temporary:
                temporary.write_text(json.dumps(self._read() | {key: entry}, indent=2), encoding="utf-8")
        except OSError as error:
            log.info("The choice of processor is not kept: %s", error)

    def _read(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}


def _circumstances(names: Sequence[str]) -> str:
    return f"{platform.node()} onnxruntime {runtime_version()} {' '.join(sorted(names))}"
