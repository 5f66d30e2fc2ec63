"""How many folders the system lets a user watch at once."""

from pathlib import Path

_INOTIFY = Path("/proc/sys/fs/inotify")


def watch_limit() -> int | None:
    """Folders that all programs of a user together may watch; None where the system counts none of them."""
    try:
        return int((_INOTIFY / "max_user_watches").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
