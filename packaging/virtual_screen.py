"""A screen in memory (Xvfb) that can be photographed without another tool."""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from PIL import Image, ImageChops

_HEADER_NUMBERS = 25
_COLOUR_BYTES = 12
_CURSOR_PIXELS = 400


class VirtualScreen:
    """An X server without a screen; ``display`` names it while it runs."""

    def __init__(self, width: int = 1600, height: int = 1000) -> None:
        self._folder = tempfile.TemporaryDirectory()
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-ac",
             "-fbdir", self._folder.name],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"

    def picture(self) -> Image.Image:
        """What is on it now."""
        return read_dump(Path(self._folder.name, "Xvfb_screen0").read_bytes())

    def wait_until_calm(
        self, *, other_than: Image.Image | None = None, seconds: float = 60.0, calm: float = 3.0
    ) -> Image.Image:
        """Waits until something (other than a picture) is shown and has not changed for a while; gives what.

        Raises:
            TimeoutError: it stayed empty, or never came to rest.
        """
        ends = time.monotonic() + seconds
        before, since = self.picture(), time.monotonic()
        while time.monotonic() < ends:
            time.sleep(0.25)
            now = self.picture()
            if not _are_alike(now, before):
                before, since = now, time.monotonic()
            is_new = other_than is None or not _are_alike(now, other_than)
            if time.monotonic() - since >= calm and is_new and _shows_something(now):
                return now
        raise TimeoutError("The screen stayed as it was, or never came to rest.")

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_dump(dump: bytes) -> Image.Image:
    """A picture from a screen dump: the X window dump format of 1987, 24 bits deep, 32 a pixel.

    Raises:
        ValueError: it is of another kind.
    """
    numbers = [int.from_bytes(dump[4 * each : 4 * each + 4], "big") for each in range(_HEADER_NUMBERS)]
    head, version, depth, width, height = numbers[0], numbers[1], numbers[3], numbers[4], numbers[5]
    bits, stride, colours = numbers[11], numbers[12], numbers[19]
    if (version, depth, bits) != (7, 24, 32):
        raise ValueError("This is no screen dump of 24 bits.")
    pixels = dump[head + colours * _COLOUR_BYTES :][: stride * height]
    return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", stride)


def _are_alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether hardly more than a blinking cursor differs."""
    changed = ImageChops.difference(one, other).getbbox()
    return changed is None or (changed[2] - changed[0]) * (changed[3] - changed[1]) <= _CURSOR_PIXELS


def _shows_something(picture: Image.Image) -> bool:
    """An empty screen has one colour, a dialog or a window many."""
    return picture.getcolors(64) is None
