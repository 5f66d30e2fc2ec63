"""Reading the small JSON files that describe a model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from export.failure import ExportError


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; an empty one where there is no file.

    Raises:
        ExportError: it is damaged, or no object.
    """
    if not path.is_file():
        return {}
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ExportError(f"{path} is damaged ({error}).") from error
    if not isinstance(stored, dict):
        raise ExportError(f"{path} is no JSON object.")
    return stored
