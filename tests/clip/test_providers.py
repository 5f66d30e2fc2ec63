"""Choosing a processor among failing, slow and wrong ones."""

import json
import platform
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from mindseye.clip.processors import SteadySession, settled_session
from mindseye.clip.providers import Example, ProviderMemory, fastest, least_cosine, try_providers
from mindseye.clip.session import CPU_PROVIDER, Session
from mindseye.errors import ModelError

CUDA, COREML, DML = "CUDAExecutionProvider", "CoreMLExecutionProvider", "DmlExecutionProvider"
EXAMPLE = Example({"x": np.eye(4, 6, dtype=np.float32)})


class Clock:
    """Time that passes only when a session works."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Fake:
    """A processor with a speed and a temper."""

    input_names = ("x",)

    def __init__(
        self, provider: str, clock: Clock, seconds: float, *, twist: float = 0.0, fails_at: int = -1
    ) -> None:
        self.provider = provider
        self.clock, self.seconds, self.twist, self.fails_at = clock, seconds, twist, fails_at
        self.runs = 0

    def run(self, inputs: Mapping[str, NDArray[Any]], output: str | None = None) -> NDArray[np.float32]:
        self.clock.now += self.seconds
        self.runs += 1
        if self.runs == self.fails_at:
            raise ModelError(f"{self.provider} ran out of memory")
        return inputs["x"] + np.float32(self.twist)


class Machine:
    """Loads fakes; a provider whose fake is a sentence does not load."""

    def __init__(self, **made: Callable[[Clock], Fake] | str) -> None:
        self.clock = Clock()
        self.made = {name + "ExecutionProvider": make for name, make in made.items()}
        self.loaded: list[str] = []

    @property
    def names(self) -> list[str]:
        return list(self.made)

    def load(self, name: str) -> Session:
        self.loaded.append(name)
        make = self.made[name]
        if isinstance(make, str):
            raise ModelError(make)
        return make(self.clock)


def fake(name: str, seconds: float, **temper: Any) -> Callable[[Clock], Fake]:
    return lambda clock: Fake(name, clock, seconds, **temper)


def tried(machine: Machine) -> dict[str, Any]:
    trials = try_providers(machine.names, machine.load, EXAMPLE, clock=machine.clock)
    return {"chosen": fastest(trials)} | {trial.provider: trial for trial in trials}


def test_the_fastest_that_agrees_is_chosen() -> None:
    found = tried(Machine(CUDA=fake(CUDA, 0.01), CoreML=fake(COREML, 0.1), CPU=fake(CPU_PROVIDER, 0.5)))
    assert found["chosen"] == CUDA
    assert found[CUDA].per_second == pytest.approx(400)
    assert found[CPU_PROVIDER].cosine == 1.0


def test_a_slow_one_is_not_chosen() -> None:
    found = tried(Machine(CoreML=fake(COREML, 0.9), CPU=fake(CPU_PROVIDER, 0.5)))
    assert found["chosen"] == CPU_PROVIDER
    assert found[COREML].usable


def test_a_wrong_one_is_not_chosen_however_fast() -> None:
    found = tried(Machine(CUDA=fake(CUDA, 0.001, twist=0.2), CPU=fake(CPU_PROVIDER, 0.5)))
    assert found["chosen"] == CPU_PROVIDER
    assert "differ from the CPU's" in found[CUDA].error
    assert found[CUDA].cosine < 0.999


def test_small_differences_are_agreement() -> None:
    found = tried(Machine(CUDA=fake(CUDA, 0.001, twist=0.005), CPU=fake(CPU_PROVIDER, 0.5)))
    assert found["chosen"] == CUDA


def test_not_a_number_is_no_agreement() -> None:
    found = tried(Machine(CUDA=fake(CUDA, 0.001, twist=float("nan")), CPU=fake(CPU_PROVIDER, 0.5)))
    assert found["chosen"] == CPU_PROVIDER
    assert least_cosine(np.ones((2, 3), np.float32), np.ones((2, 4), np.float32)) == 0
    assert least_cosine(np.zeros((2, 3), np.float32), np.ones((2, 3), np.float32)) == 0


@pytest.mark.parametrize("fails_at", [1, 2, 5])
def test_one_that_fails_at_any_time_is_not_chosen(fails_at: int) -> None:
    machine = Machine(CUDA=fake(CUDA, 0.01, fails_at=fails_at), CPU=fake(CPU_PROVIDER, 0.5))
    found = tried(machine)
    assert found["chosen"] == CPU_PROVIDER
    assert "out of memory" in found[CUDA].error


def test_a_cpu_that_fails_is_the_end() -> None:
    machine = Machine(CPU=fake(CPU_PROVIDER, 0.5, fails_at=1))
    with pytest.raises(ModelError, match="out of memory"):
        try_providers(machine.names, machine.load, EXAMPLE, clock=machine.clock)


def settle(machine: Machine, memory: ProviderMemory, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("mindseye.clip.providers.TRIAL_SECONDS", 0.0)
    return settled_session(machine.load, machine.names, EXAMPLE, memory, "model")


def test_a_machine_with_a_cpu_alone_tries_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(CPU=fake(CPU_PROVIDER, 0.5))
    session = settle(machine, ProviderMemory(tmp_path / "p.json"), monkeypatch)
    assert session.provider == CPU_PROVIDER
    assert machine.clock.now == 0
    assert not (tmp_path / "p.json").exists()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trials that are over after one run, whatever the clock says."""
    monkeypatch.setattr(
        "mindseye.clip.processors.try_providers",
        lambda names, load, example: try_providers(names, load, example, seconds=0.0),
    )


@pytest.mark.usefixtures("quick")
def test_a_choice_is_kept_for_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = ProviderMemory(tmp_path / "sub" / "p.json")
    machine = Machine(CUDA=fake(CUDA, 0.0), CPU=lambda clock: Slow(CPU_PROVIDER, clock, 0.0))
    assert settle(machine, memory, monkeypatch).provider == CUDA
    stored = json.loads((tmp_path / "sub" / "p.json").read_text())
    assert stored["model"]["chosen"] == CUDA
    machine.loaded.clear()
    assert settle(machine, memory, monkeypatch).provider == CUDA
    assert machine.loaded == [CUDA], "no trial the second time"
    assert memory.recall("model", [CUDA, COREML, CPU_PROVIDER]) is None, "other providers, another trial"
    monkeypatch.setattr(platform, "node", lambda: "another")
    assert memory.recall("model", machine.names) is None, "another machine, another trial"


class Slow(Fake):
    """Takes real time, for trials that are timed by the real clock."""

    def run(self, inputs: Mapping[str, NDArray[Any]], output: str | None = None) -> NDArray[np.float32]:
        for _ in range(200):
            np.linalg.inv(np.eye(40))
        return super().run(inputs, output)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"model": 1}', '{"model": {"chosen": "x"}}'])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    (tmp_path / "p.json").write_text(content)
    memory = ProviderMemory(tmp_path / "p.json")
    assert memory.recall("model", [CPU_PROVIDER]) is None
    memory.keep("model", [CPU_PROVIDER], [])
    assert memory.recall("model", [CPU_PROVIDER]) == CPU_PROVIDER


@pytest.mark.usefixtures("quick")
def test_one_that_does_not_load_is_told_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_logs: list[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    expected_logs.append("CUDA is not used: no driver")
    machine = Machine(CUDA="no driver", CPU=fake(CPU_PROVIDER, 0.0))
    memory = ProviderMemory(tmp_path / "p.json")
    assert settle(machine, memory, monkeypatch).provider == CPU_PROVIDER
    assert settle(machine, memory, monkeypatch).provider == CPU_PROVIDER
    assert sum("no driver" in record.getMessage() for record in caplog.records) == 1


def test_a_remembered_one_that_is_gone_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs.append("CUDA is not used, the processor is instead (driver gone)")
    machine = Machine(CUDA=fake(CUDA, 0.01), CPU=fake(CPU_PROVIDER, 0.5))
    memory = ProviderMemory(tmp_path / "p.json")
    trials = try_providers(machine.names, machine.load, EXAMPLE, clock=machine.clock)
    memory.keep("model", machine.names, trials)
    machine.made[CUDA] = "driver gone"
    assert settle(machine, memory, monkeypatch).provider == CPU_PROVIDER


def test_one_that_fails_later_gives_way_and_the_work_goes_on() -> None:
    machine = Machine(CUDA=fake(CUDA, 0.01, fails_at=3), CPU=fake(CPU_PROVIDER, 0.5))
    told: list[str] = []
    session = SteadySession(machine.load(CUDA), machine.load, told.append)
    providers = []
    for _ in range(5):
        assert session.run(EXAMPLE.inputs).shape == (4, 6)
        providers.append(session.provider)
    assert providers == [CUDA, CUDA, CPU_PROVIDER, CPU_PROVIDER, CPU_PROVIDER]
    assert machine.loaded == [CUDA, CPU_PROVIDER]
    assert told == [f"CUDA failed; the work goes on with the processor ({CUDA} ran out of memory)"]


def test_a_cpu_that_fails_later_is_an_error() -> None:
    machine = Machine(CPU=fake(CPU_PROVIDER, 0.5, fails_at=1))
    with pytest.raises(ModelError, match="out of memory"):
        SteadySession(machine.load(CPU_PROVIDER), machine.load).run(EXAMPLE.inputs)
