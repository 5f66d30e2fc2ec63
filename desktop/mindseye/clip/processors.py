"""A network on the best processor, that goes on working on the CPU when that processor fails."""

import logging
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.providers import Example, Load, ProviderMemory, Trial, fastest, try_providers
from mindseye.clip.session import CPU_PROVIDER, Session
from mindseye.errors import ModelError

log = logging.getLogger(__name__)


class SteadySession:
    """A session that moves to the CPU for good when its provider fails, and says so once.

    ``run`` may be called from several threads.
    """

    def __init__(self, session: Session, load: Load) -> None:
        self._session = session
        self._load = load
        self._lock = threading.Lock()

    @property
    def provider(self) -> str:
        """Where it runs now."""
        return self._session.provider

    @property
    def input_names(self) -> Sequence[str]:
        """The network's inputs."""
        return self._session.input_names

    def run(self, inputs: Mapping[str, NDArray[Any]], output: str | None = None, /) -> NDArray[np.float32]:
        """The network's output for a batch, from the CPU if need be.

        Raises:
            ModelError: the CPU fails too.
        """
        example, session = Example(inputs, output), self._session
        try:
            return example.run(session)
        except ModelError as error:
            if session.provider == CPU_PROVIDER:
                raise
            with self._lock:
                if self._session is session:
                    replacement = self._load(CPU_PROVIDER)
                    log.warning("%s failed; the work goes on with the CPU (%s)",
                                session.provider, error.message)  # fmt: skip
                    self._session = replacement
            return example.run(self._session)


def settled_session(
    load: Load, names: Sequence[str], example: Example, memory: ProviderMemory, key: str
) -> Session:
    """Loads a network on the processor that suits it best; where there is only the CPU, at once.

    Args:
        load: loads it on a named provider.
        names: the providers there are.
        example: what they are tried on when this machine has not seen the network yet.
        memory: remembers the outcome.
        key: names the network.

    Raises:
        ModelError: not even the CPU can run it.
    """
    if list(names) == [CPU_PROVIDER]:
        return load(CPU_PROVIDER)
    chosen = memory.recall(key, names)
    if chosen is None:
        trials = try_providers(names, load, example)
        _tell(trials)
        memory.keep(key, names, trials)
        chosen = fastest(trials)
    if chosen != CPU_PROVIDER:
        try:
            return SteadySession(load(chosen), load)
        except ModelError as error:
            log.warning("%s is not used, the CPU is instead (%s)", chosen, error.message)
    return load(CPU_PROVIDER)


def _tell(trials: Sequence[Trial]) -> None:
    for trial in trials:
        if trial.error is not None:
            log.warning("%s is not used: %s", trial.provider, trial.error)
        else:
            log.info("%s: %.1f a second", trial.provider, trial.per_second)
