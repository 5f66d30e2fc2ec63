"""Running one ONNX file on one processor. The only home of ONNX Runtime."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.one_tower import cut_tower
from mindseye.errors import ModelError
from mindseye.natives import onnxruntime as ort
from mindseye.phrases import Phrase

PREFERRED_PROVIDERS = ("CUDAExecutionProvider", "CoreMLExecutionProvider", "DmlExecutionProvider")
CPU_PROVIDER = "CPUExecutionProvider"

_SPOKEN = {
    CPU_PROVIDER: Phrase("processor"),
    "CUDAExecutionProvider": "CUDA",
    "CoreMLExecutionProvider": "Core ML",
    "DmlExecutionProvider": "DirectML",
}

_KNOWN_OUTPUTS = ("embedding", "image_embeds", "text_embeds")

_TYPES: dict[str, type[np.generic]] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(int32)": np.int32,
    "tensor(int64)": np.int64,
}

# Fatal only: what goes wrong reaches us as an exception, and is told in one sentence of ours.
ort.set_default_logger_severity(4)


@dataclass(frozen=True, slots=True)
class Port:
    """An input or output of a network."""

    name: str
    kind: str
    """As ONNX Runtime names it: ``tensor(float)``."""
    shape: tuple[int | str | None, ...]
    """A number where the size is fixed, a name or None where it is not."""

    @property
    def dtype(self) -> type[np.generic]:
        """The numpy type of its numbers."""
        return _TYPES.get(self.kind, np.float32)


class Session(Protocol):
    """One network, ready to run."""

    @property
    def provider(self) -> str: ...

    @property
    def input_names(self) -> Sequence[str]: ...

    def run(
        self, inputs: Mapping[str, NDArray[Any]], output: str | None = None, /
    ) -> NDArray[np.float32]: ...


class OnnxSession:
    """An ONNX file held by ONNX Runtime. ``run`` may be called from several threads."""

    def __init__(
        self,
        path: Path,
        *,
        provider: str = CPU_PROVIDER,
        only: str | None = None,
        threads: int | None = None,
    ) -> None:
        """Loads the file.

        Args:
            path: the ONNX file.
            provider: the execution provider that must take it.
            only: the output to load; what does not lead to it is left out. By default the whole file.
            threads: processor threads of one run; by default one for each core this process may use.

        Raises:
            ModelError: the file is missing, or is no network this provider can run.
        """
        self.provider = provider
        self.path = path
        self._session = _load(path, provider, only, threads or usable_cores())
        self.inputs = tuple(Port(i.name, i.type, tuple(i.shape)) for i in self._session.get_inputs())
        self.outputs = tuple(Port(o.name, o.type, tuple(o.shape)) for o in self._session.get_outputs())
        self.input_names: Sequence[str] = tuple(port.name for port in self.inputs)
        names = [port.name for port in self.outputs]
        self._output = next((name for name in _KNOWN_OUTPUTS if name in names), names[0])

    def run(self, inputs: Mapping[str, NDArray[Any]], output: str | None = None, /) -> NDArray[np.float32]:
        """The network's embeddings [n, dimension] for a batch of inputs, by input name.

        Numbers are cast to what the network wants; inputs that are not given (the other tower's, in a
        file that holds both) are fed with one row of ones.

        Raises:
            ModelError: the processor gave up, or the network has no such output.
        """
        fed = {
            port.name: inputs[port.name].astype(port.dtype, copy=False)
            if port.name in inputs
            else np.ones(_stand_in_shape(port, inputs), dtype=port.dtype)
            for port in self.inputs
        }
        try:
            (found,) = self._session.run([output or self._output], fed)
        except Exception as error:
            raise ModelError(
                Phrase(
                    "{name} stopped on {provider}: {reason}.",
                    name=self.path.name,
                    provider=self.provider,
                    reason=_first_line(error),
                ),
                path=self.path,
            ) from error
        embeddings: NDArray[np.float32] = np.asarray(found, dtype=np.float32)
        return embeddings


def available_providers() -> list[str]:
    """The execution providers this installation has, in the order they are tried."""
    there = set(ort.get_available_providers())
    return [name for name in PREFERRED_PROVIDERS if name in there] + [CPU_PROVIDER]


def provider_name(provider: str) -> str:
    """An execution provider in words."""
    return _SPOKEN.get(provider, provider.removesuffix("ExecutionProvider"))


def runtime_version() -> str:
    """The version of ONNX Runtime."""
    return str(ort.__version__)


def usable_cores() -> int:
    """The processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _load(path: Path, provider: str, only: str | None, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that spin between runs would burn a core while the program is idle.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if provider == "DmlExecutionProvider":
        options.enable_mem_pattern = False  # DirectML does not know it
    if not path.is_file():
        raise ModelError(
            Phrase("The model file {path} is missing. Download or import the model again.", path=path),
            path=path,
        )
    chosen = [provider] if provider == CPU_PROVIDER else [provider, CPU_PROVIDER]
    try:
        model = str(path) if only is None else cut_tower(path.read_bytes(), only)
        session = ort.InferenceSession(model, options, providers=chosen)
    except Exception as error:
        raise ModelError(
            Phrase(
                "The model file {path} cannot be run on {provider} ({reason}).",
                path=path,
                provider=provider,
                reason=_first_line(error),
            ),
            path=path,
        ) from error
    if session.get_providers()[0] != provider:
        raise ModelError(Phrase("{provider} is not usable on this machine.", provider=provider), path=path)
    return session


def _stand_in_shape(port: Port, inputs: Mapping[str, NDArray[Any]]) -> tuple[int, ...]:
    """A shape for an input nobody asked about: that of a token mask, or the smallest the port allows."""
    if port.name == "attention_mask" and "input_ids" in inputs:
        return inputs["input_ids"].shape
    smallest = (1, 3, 224, 224) if len(port.shape) == 4 else (1,) * len(port.shape)
    return tuple(
        fixed if isinstance(fixed, int) and fixed > 0 else least
        for fixed, least in zip(port.shape, smallest, strict=True)
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".")
