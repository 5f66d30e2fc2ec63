"""What an export showed: printed for the person at it, stored beside the model as ``parity.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from export.parity import Agreement
from export.ranking import Ranking

_LIBRARIES = ("torch", "transformers", "onnx", "onnxruntime")


@dataclass(frozen=True, slots=True)
class Report:
    """What an export showed."""

    folder: Path
    variant: str
    agreements: tuple[Agreement, ...]
    """Of the float32 towers with the original."""
    rankings: tuple[Ranking, ...]
    """Of the variant with the float32 towers; none for float32 itself."""
    drift: tuple[Agreement, ...]
    """Of the variant's towers with the original; none for float32."""
    sizes: dict[str, int]
    """Bytes of both towers."""

    def lines(self) -> Iterator[str]:
        """The report, line by line."""
        for one in self.agreements:
            yield one.line()
        for one in self.drift:
            yield f"{self.variant}  {one.line()}"
        for ranking in self.rankings:
            yield f"{self.variant}  {ranking.line()}"
        yield ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in self.sizes.items())

    def as_json(self, source: str, kind: str) -> str:
        """The text of ``parity.json``.

        Args:
            source: what was exported.
            kind: the class it is of.
        """
        stored = {
            "source": source,
            "class": kind,
            "variant": self.variant,
            "float32": [asdict(one) for one in self.agreements],
            "variant_against_original": [asdict(one) for one in self.drift],
            "rankings_against_float32": [asdict(one) for one in self.rankings],
            "bytes": self.sizes,
            "libraries": {name: version(name) for name in _LIBRARIES},
        }
        return json.dumps(stored, indent=1) + "\n"
