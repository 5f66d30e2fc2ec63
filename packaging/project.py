"""What the packages say of the project: its version and the time of its sources."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def build_time() -> int:
    """Seconds since 1970 that stand for the sources: ``SOURCE_DATE_EPOCH``, else the last commit's time."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return int(answer) if answer else 0


def check_tag(tag: str) -> None:
    """Makes sure that a tag names this version.

    Raises:
        ValueError: it names another one, or none.
    """
    named = re.fullmatch(r"(?:refs/tags/)?v(.+)", tag)
    if named is None or named.group(1) != VERSION:
        raise ValueError(f"The tag {tag} does not name the version {VERSION} of pyproject.toml.")


if __name__ == "__main__":
    import sys

    if len(sys.argv) > 1:
        check_tag(sys.argv[1])
    print(VERSION)
