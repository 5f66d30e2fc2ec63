"""This computer: whether it runs on battery, what other programs take, and memory its C library keeps."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_OUTSIDE_POWER = frozenset({"Mains", "USB", "Wireless"})

_STAT = Path("/proc/stat")


_M_MMAP_THRESHOLD = -3
_LARGE = 8 * 1024**2


def give_large_blocks_back() -> None:
    """Has glibc return what is freed in blocks of 8 MB or more to the system at once; no other library.

    By itself it learns to keep blocks of up to 32 MB, for each thread apart: eight threads that decode
    pictures of 80 MB in turns then hold 300 to 600 MB, of which 80 are in use (mallopt(3)).
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def on_battery() -> bool:
    """Whether the computer runs on its battery; False where it has none or does not tell."""
    if sys.platform == "win32":
        import ctypes

        class Status(ctypes.Structure):
            _fields_ = (
                ("ACLineStatus", ctypes.c_ubyte),
                ("rest", ctypes.c_ubyte * 11),
            )

        status = Status()
        told = ctypes.WinDLL("kernel32").GetSystemPowerStatus(ctypes.byref(status))
        return bool(told) and status.ACLineStatus == 0
    if sys.platform == "darwin":
        command = ["/usr/bin/pmset", "-g", "batt"]
        try:
            told = subprocess.run(command, check=False, capture_output=True, timeout=5).stdout  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            return False
        return b"'Battery Power'" in told.splitlines()[0] if told else False
    return _discharging(_SUPPLIES)


def _discharging(supplies: Path) -> bool:
    """What Linux tells of each supply in a folder (Documentation/ABI/testing/sysfs-class-power)."""
    found = False
    try:
        listed = sorted(supplies.iterdir())
    except OSError:
        return False
    for supply in listed:
        if _fact(supply, "scope") == "Device":  # of a mouse or a headset
            continue
        kind = _fact(supply, "type")
        if kind in _OUTSIDE_POWER and _fact(supply, "online") == "1":
            return False
        found = found or (kind == "Battery" and _fact(supply, "status") == "Discharging")
    return found


def _fact(supply: Path, name: str) -> str:
    try:
        return (supply / name).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


class OthersLoad:
    """The share of the processors that other programs take, from one question to the next."""

    def __init__(self) -> None:
        self._before = _seconds()

    def share(self) -> float:
        """From 0 to 1, since the last time that this was asked; 0 where the system does not tell.

        Programs that run at a low priority on Linux do not count: they give way by themselves.
        """
        now = _seconds()
        there, busy, own = (after - before for after, before in zip(now, self._before, strict=True))
        self._before = now
        if there <= 0:
            return 0.0
        if sys.platform == "darwin":  # it tells how many threads wanted to run in the last minute
            busy = os.getloadavg()[0] / (os.cpu_count() or 1) * there
        return min(max((busy - own) / there, 0.0), 1.0)


def _seconds() -> tuple[float, float, float]:
    """Seconds of processor time since some point: all there was, what was used, what we used of it."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        times = [wintypes.FILETIME() for _ in range(3)]
        ctypes.WinDLL("kernel32").GetSystemTimes(*(ctypes.byref(each) for each in times))
        idle, kernel, user = (((each.dwHighDateTime << 32) + each.dwLowDateTime) / 1e7 for each in times)
        return kernel + user, kernel + user - idle, time.process_time()
    if sys.platform == "darwin":
        return time.monotonic() * (os.cpu_count() or 1), 0.0, time.process_time()
    try:
        return _linux_seconds(_STAT.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0.0, 0.0, 0.0


def _linux_seconds(stat: str) -> tuple[float, float, float]:
    """The same from the first line of ``/proc/stat`` (proc_stat(5)) and from our processes."""
    second = os.sysconf("SC_CLK_TCK")
    user, nice, system, idle, waiting, interrupts, soft, stolen = map(
        int, stat.split("\n", 1)[0].split()[1:9]
    )
    there = user + nice + system + idle + waiting + interrupts + soft + stolen
    ended = os.times()
    own = time.process_time() + ended.children_user + ended.children_system
    for listed in Path("/proc/self/task").glob("*/children"):
        try:
            for child in listed.read_text(encoding="ascii").split():
                fields = Path("/proc", child, "stat").read_text(encoding="utf-8", errors="replace")
                spent = fields.rpartition(")")[2].split()[11:13]
                own += sum(map(int, spent)) / second
        except OSError:  # it ended meanwhile
            continue
    return there / second, (user + system + interrupts + soft) / second, own
