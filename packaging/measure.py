"""How large the finished program is, and how long its window takes to be on the screen.

    measure.py PROGRAM [--starts N] [--library DIR]

Needs a display (``xvfb-run -a`` gives one) and ``xdotool``, which tells when the window is there. The first
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
from pathlib import Path

_PATIENCE = 60.0


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--starts", type=int, default=6)
    parser.add_argument("--library", type=Path, help="a library that is there; by default an empty one")
    options = parser.parse_args(arguments)
    if not shutil.which("xdotool") or not os.environ.get("DISPLAY"):
        print("measure.py needs xdotool and a display: xvfb-run -a python packaging/measure.py PROGRAM")
        return 2
    program = options.program.resolve()
    folder = program.parent
    size = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    print(f"size: {size / 1e6:.1f} MB in {folder.name}")
    with tempfile.TemporaryDirectory() as home:
        library = options.library or Path(home, "library")
        seconds = [start(program, library, Path(home)) for _ in range(options.starts)]
    print("window on the screen after (s):", " ".join(f"{each:.2f}" for each in seconds))
    print(f"first {seconds[0]:.2f} s, median of the others {statistics.median(seconds[1:] or seconds):.2f} s")
    return 0


def start(program: Path, library: Path, home: Path) -> float:
    """Starts the program, waits for its window, ends it; gives the seconds to the window.

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
        return time.monotonic() - began
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(_PATIENCE)


def _has_window(process: int) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    return bool(subprocess.run(command, capture_output=True, check=False).stdout.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
