"""A network on the best processor, that goes on working on the CPU when that processor fails."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.providers import Example, Load, ProviderMemory, Trial, fastest, try_providers
from mindseye.clip.session import CPU_PROVIDER, Session, provider_name
from mindseye.errors import ModelError
from mindseye.phrases import Phrase

log = logging.getLogger(__name__)

Tell = Callable[[str], None]
"""Takes one sentence for people: which processor is not used, and why."""


def warn(sentence: str) -> None:
    """Tells it in the log, which the command line shows."""
    log.warning("%s", sentence)


class SteadySession:
    """A session that moves to the CPU for good when its provider fails, and says so once.

    ``run`` may be called from several threads.
    """

    def __init__(self, session: Session, load: Load, tell: Tell = warn) -> None:
        self._session = session
        self._load = load
        self._tell = tell
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
                    self._session = replacement
                    name = provider_name(session.provider)
                    self._tell(
                        Phrase(
                            "{name} failed; the work goes on with the processor ({reason})",
                            name=name,
                            reason=error.message,
                        )
                    )
            return example.run(self._session)


def settled_session(
    load: Load, names: Sequence[str], example: Example, memory: ProviderMemory, key: str, tell: Tell = warn
) -> Session:
    """Loads a network on the processor that suits it best; where there is only the CPU, at once.

    Args:
        load: loads it on a named provider.
        names: the providers there are.
        example: what they are tried on when this machine has not seen the network yet.
        memory: remembers the outcome.
        key: names the network.
        tell: hears which provider fails, now or later.

    Raises:
        ModelError: not even the CPU can run it.
    """
    if list(names) == [CPU_PROVIDER]:
        return load(CPU_PROVIDER)
    chosen = memory.recall(key, names)
    if chosen is None:
        trials = try_providers(names, load, example)
        _tell_of(trials, tell)
        memory.keep(key, names, trials)
        chosen = fastest(trials)
    if chosen != CPU_PROVIDER:
        try:
            return SteadySession(load(chosen), load, tell)
        except ModelError as error:
            tell(
                Phrase(
                    "{name} is not used, the processor is instead ({reason})",
                    name=provider_name(chosen),
                    reason=error.message,
                )
            )
    return load(CPU_PROVIDER)


def _tell_of(trials: Sequence[Trial], tell: Tell) -> None:
    for trial in trials:
        if trial.error is not None:
            tell(
                Phrase("{name} is not used: {reason}", name=provider_name(trial.provider), reason=trial.error)
            )
        else:
            log.info("%s: %.1f a second", trial.provider, trial.per_second)
