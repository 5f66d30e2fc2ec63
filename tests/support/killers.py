"""A decoding process whose decoder does what the worst files do, when the bytes say so."""

import ctypes
import os
import sys
import time

from mindseye import imaging
from mindseye.decoding.worker import run_worker
from mindseye.imaging.decode import decode as decode_well

START = b"\xff\xd8\xffKILLER:"
"""What such a file begins with; the deed follows."""


def killer(deed: str, *, salt: str = "") -> bytes:
    """A file that does this to its decoder: segfault, abort, exit, loop, memory, first (crashes once)."""
    return START + f"{deed}:{salt}".encode()


def decode(data: bytes, *, shortest: int) -> imaging.Picture:
    """Decodes what is harmless."""
    if not data.startswith(START):
        return decode_well(data, shortest=shortest)
    do(data[len(START) :].split(b":")[0].decode())
    raise AssertionError("it was to be the end")


def do(deed: str) -> None:
    """Does a deed to this process."""
    match deed:
        case "segfault":
            ctypes.string_at(0)
        case "abort":
            os.abort()
        case "exit":
            os._exit(0)
        case "loop":
            # Holds the interpreter too, as a loop in a C library can.
            ctypes.PyDLL(None).poll(None, 0, -1)
        case "sleep":
            time.sleep(3600)
        case "memory":
            kept = []
            while True:
                kept.append(bytearray(os.urandom(1 << 20)) * 16)


if __name__ == "__main__":
    run_worker(float(sys.argv[1]), decode)
