"""How large the finished program is, and how long its window takes to be on the screen.

    measure.py PROGRAM [--starts N] [--library DIR]

Needs ``xdotool``, which tells when the window is there; without a display it starts one in memory. The first
start is cold only where nothing was read before; the figure that counts is the median of the others.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from virtual_screen import VirtualScreen

_PATIENCE = 60.0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--starts", type=int, default=6)
    parser.add_argument("--library", type=Path, help="a library that is there; by default an empty one")
    options = parser.parse_args(arguments)
    if not shutil.which("xdotool"):
        print("measure.py needs xdotool.")
        return 2
    program = options.program.resolve()
    folder = program.parent
    size = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    print(f"size: {size / 1e6:.1f} MB in {folder.name}")
    with ExitStack() as during, tempfile.TemporaryDirectory() as home:
        if not os.environ.get("DISPLAY"):
            os.environ["DISPLAY"] = during.enter_context(VirtualScreen()).display
        library = options.library or Path(home, "library")
        starts = [start(program, library, Path(home)) for _ in range(options.starts)]
    print("window on the screen after (s):", " ".join(f"{seconds:.2f}" for seconds, _ in starts))
    median, worked = (statistics.median(each) for each in zip(*(starts[1:] or starts), strict=True))
    print(
        f"first {starts[0][0]:.2f} s, median of the others {median:.2f} s, of processor time {worked:.2f} s"
    )
    print(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0


def start(program: Path, library: Path, home: Path) -> tuple[float, float]:
    """Starts the program, waits for its window, ends it.

    Gives the seconds to the window, and those of processor time that the program took of them.

    Raises:
        TimeoutError: no window came.
    """
    environment = {**os.environ, "MINDSEYE_HOME": str(home)}
    began = time.monotonic()
    running = subprocess.Popen([program, "--library", library], env=environment)
    try:
        while not _has_window(running.pid):
            if time.monotonic() - began > _PATIENCE or running.poll() is not None:
                raise TimeoutError(f"{program} shows no window.")
            time.sleep(0.02)
        return time.monotonic() - began, _processor_seconds(running.pid)
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(_PATIENCE)


def _processor_seconds(process: int) -> float:
    """In all threads, the program and the system for it; measured in hundredths of a second."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _has_window(process: int) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    return bool(subprocess.run(command, capture_output=True, check=False).stdout.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
