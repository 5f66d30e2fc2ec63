"""ExifTool as an independent reader and writer of what Mindseye reads and writes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

FLAT, LIGHTROOM, DIGIKAM = "XMP-dc:Subject", "XMP-lr:HierarchicalSubject", "XMP-digiKam:TagsList"


def need_exiftool() -> None:
    """Skips the test where ExifTool is not installed."""
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not installed (Debian: libimage-exiftool-perl)")


def tell(path: Path) -> dict[str, Any]:
    """Everything a file says, by group and name; lists are lists, and nothing is interpreted."""
    done = _run("-json", "-G1", "-n", "-struct", str(path))
    (facts,) = json.loads(done)
    return {
        name: value
        for name, value in facts.items()
        if not name.startswith(("System:", "ExifTool:", "File:")) and name != "SourceFile"
    }


def words(facts: dict[str, Any], name: str) -> list[str]:
    """A list of words, which ExifTool tells bare where there is one."""
    value = facts.get(name, [])
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def write(path: Path, *assignments: str) -> None:
    """Changes a file, or makes a sidecar."""
    _run("-overwrite_original", *(f"-{each}" for each in assignments), str(path))


def _run(*arguments: str) -> str:
    done = subprocess.run(
        ["exiftool", "-charset", "iptc=UTF8", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
