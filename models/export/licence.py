"""What a model's folder says of its licence and languages, and the notes that must travel with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from huggingface_hub import metadata_load

_NOTES = ("LICEN?E*", "COPYING*", "NOTICE*", "license*")


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a model may be used, as far as its folder says."""

    licence: str
    """Its name, or nothing where it is not known."""
    languages: tuple[str, ...]
    notes: tuple[Path, ...]
    """Files to copy along."""


def read_terms(folder: Path) -> Terms:
    """Reads the head of the model card (``README.md``) and finds licence files; all may be missing."""
    notes = sorted({path for pattern in _NOTES for path in folder.glob(pattern) if path.is_file()})
    card = _card(folder / "README.md")
    named = card.get("license_name") or card.get("license")
    languages = card.get("language") or ()
    return Terms(
        licence=str(named) if named else (f"see {notes[0].name}" if notes else ""),
        languages=(languages,) if isinstance(languages, str) else tuple(str(one) for one in languages),
        notes=tuple(notes),
    )


def _card(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        head = metadata_load(path)
    except (ValueError, yaml.YAMLError):
        return {}
    return head or {}
