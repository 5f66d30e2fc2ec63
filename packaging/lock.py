"""What ``make lock`` writes: the versions of one installation, as constraints for every system.

pip freeze --exclude mindseye | lock.py > constraints.txt
"""

import sys
from collections.abc import Iterable, Iterator

INTEL_MAC = {"onnxruntime": "1.23.2", "rawpy": "0.25.1"}
"""The last versions of which there are wheels for Macs with Intel processors."""

HAS_PYLIBJXL = (
    'sys_platform == "darwin" or (sys_platform == "linux" and platform_machine == "x86_64")'
    ' or (sys_platform == "win32" and platform_machine == "AMD64")'
)
"""Where there are wheels of it; other systems do without JPEG XL."""

_IS_INTEL_MAC = 'sys_platform == "darwin" and platform_machine == "x86_64"'
_IS_ANOTHER = 'sys_platform != "darwin" or platform_machine != "x86_64"'


def constraints(frozen: Iterable[str]) -> Iterator[str]:
    """The lines of the file."""
    yield "# Every package of a development installation; written by `make lock`."
    for line in frozen:
        name, _, version = line.strip().partition("==")
        if name in INTEL_MAC:
            yield f"{name}=={version}; {_IS_ANOTHER}"
            yield f"{name}=={INTEL_MAC[name]}; {_IS_INTEL_MAC}"
        elif name == "pylibjxl":
            yield f"{name}=={version}; {HAS_PYLIBJXL}"
        else:
            yield f"{name}=={version}"


if __name__ == "__main__":
    print("\n".join(constraints(sys.stdin)))
