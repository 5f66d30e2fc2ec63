"""Permissions for tests that run as root, to whom the system forbids nothing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def open_to_everybody() -> Iterator[Path]:
    """A folder that an ordinary user can reach; pytest's own are closed to all but their owner."""
    folder = Path(tempfile.mkdtemp(prefix="mindseye-"))
    folder.chmod(0o777)
    try:
        with ordinary_user():
            reachable = os.access(folder, os.W_OK | os.X_OK, effective_ids=True)
        if not reachable:
            pytest.skip(f"an ordinary user cannot reach {folder.parent} on this machine")
        yield folder
    finally:
        for below in folder.glob("**/"):
            below.chmod(0o700)
        shutil.rmtree(folder)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Within it this process has the rights of an ordinary user."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
