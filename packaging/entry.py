"""Where the finished program starts; ``mindseye.spec`` freezes this file."""

import os
import sys

from mindseye.__main__ import main

# Windows gives a program without a console neither stream, and every message would end in an error.
if sys.stdout is None:
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
if sys.stderr is None:
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end

if __name__ == "__main__":
    sys.exit(main())
