"""What the packages say of the project: its version, the time of its sources, who publishes it and where."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

APP_ID = "io.github.mindseye.Mindseye"
"""What desktops know the program by. Whoever publishes it has this name there, or puts theirs here."""


def maintainer() -> str:
    """Who answers for a package: ``DEBFULLNAME`` and ``DEBEMAIL``, as with Debian's own tools.

    Where they are not set it is the authors, with an address that by its nature nobody has (RFC 2606).
    """
    name = os.environ.get("DEBFULLNAME") or "the Mindseye authors"
    return f"{name} <{os.environ.get('DEBEMAIL') or 'mindseye@mindseye.invalid'}>"


def releases_page() -> str:
    """Where newer versions will be: the releases of the repository a workflow runs for; empty elsewhere."""
    server, repository = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return f"{server}/{repository}/releases" if server and repository else ""


def languages() -> list[str]:
    """The languages beside English that the window speaks, as codes."""
    compiled = (ROOT / "resources" / "translations").glob("mindseye_*.qm")
    return sorted(path.stem.partition("_")[2] for path in compiled)


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
