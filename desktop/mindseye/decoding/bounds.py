"""What holds a decoding process within its bounds from inside, as far as each system allows.

Time: the kernel's own alarm, which no endless loop of a decoder can hold up; on Windows a thread, and the
parent's patience. Memory: the kernel's limit on address space on Linux and on a job's memory on Windows; on
macOS, which keeps to neither, a thread that looks. A process whose parent has gone ends by its closed pipe,
by that thread, or at the latest by the alarm.
"""

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

OUT_OF_MEMORY = 71
"""Exit status of a process that took more memory than it was allowed."""

_LOOK_SECONDS = 0.5


class Bounds:
    """The bounds of this process."""

    def __init__(self) -> None:
        self._ends: float | None = None
        self._memory: int | None = None
        self._parent = os.getppid()
        self._at_rest = _bytes_at_rest()
        _offer_to_be_ended_first()
        threading.Thread(target=self._look, name="bounds", daemon=True).start()

    def time(self, seconds: float) -> None:
        """Ends the process after so many seconds, unless this is called again before."""
        self._ends = time.monotonic() + seconds
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, seconds)

    def memory(self, limit: int) -> None:
        """Lets the process take so many bytes beyond what it had at its start."""
        if limit == self._memory:
            return
        self._memory = limit
        if sys.platform == "linux":
            import resource

            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (self._at_rest + limit, hard))
        elif sys.platform == "win32":
            _limit_job(limit)

    def _look(self) -> None:
        while True:
            time.sleep(_LOOK_SECONDS)
            if os.getppid() != self._parent or (self._ends is not None and time.monotonic() > self._ends):
                os._exit(1)
            if sys.platform == "darwin" and self._memory is not None:
                if _bytes_at_rest() - self._at_rest > self._memory:
                    os._exit(OUT_OF_MEMORY)


def _offer_to_be_ended_first() -> None:
    """When the machine is out of memory, Linux is to end this process rather than the program."""
    if sys.platform == "linux":
        with suppress(OSError):  # some containers do not let it be said
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _bytes_at_rest() -> int:
    """What this process takes: address space on Linux, the most RAM so far on macOS, else 0."""
    taken = 0
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        taken = pages * os.sysconf("SC_PAGE_SIZE")
    elif sys.platform == "darwin":
        import resource

        taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken


def _limit_job(limit: int) -> None:
    """Puts this process in a job of its own with so much memory; a system that refuses leaves it without."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("Basic", Basic),
                ("IoCounters", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        process_memory, extended_limits = 0x100, 9
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = Extended()
        limits.Basic.LimitFlags = process_memory
        limits.ProcessMemoryLimit = limit
        kernel.SetInformationJobObject(job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))
