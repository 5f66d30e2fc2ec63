"""Looking into a library's catalog from outside, while another process has it open."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def count_vectors(library: Path) -> int:
    """How many embeddings are committed; none while the tables are being made."""
    catalog = library / "catalog.sqlite"
    if not catalog.exists():
        return 0
    try:
        with closing(sqlite3.connect(catalog, timeout=5)) as connection:
            return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_until(condition: Callable[[], bool], *, seconds: float = 60.0) -> None:
    """Waits for something another process does; fails when it does not come about."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds:.0f} s"
        time.sleep(0.02)
