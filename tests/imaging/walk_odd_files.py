"""Decode every file below a folder and print, a line of JSON each, what became of it.

Run in a process of its own by ``test_odd_files``: a decoder that crashes then takes only this one
along, and the last name printed says on which file.
"""

import json
import sys
import time
from pathlib import Path

from mindseye.errors import UnreadablePictureError
from mindseye.imaging import decode, encode_thumbnail, square_pixels


def main(root: Path) -> None:
    for path in sorted(root.rglob("*")):
        if not path.is_file():
            continue
        print(json.dumps({"begins": path.relative_to(root).as_posix()}), flush=True)
        started = time.perf_counter()
        try:
            picture = decode(path.read_bytes(), shortest=384)
        except UnreadablePictureError as error:
            outcome: dict[str, object] = {"refused": error.message}
        else:
            encode_thumbnail(picture.pixels)
            square_pixels(picture.pixels, 224)
            outcome = {"mode": picture.pixels.mode, "size": picture.pixels.size}
        outcome["seconds"] = time.perf_counter() - started
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
