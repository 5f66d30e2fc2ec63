"""The command line runs where PySide6 is not installed."""

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.conftest import Program

_WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None   # every import of it fails from now on
sys.modules["shiboken6"] = None
from mindseye.__main__ import main
sys.exit(main())
"""


def test_indexing_and_searching_need_no_qt(program: Program, samples: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    for arguments in (["index", str(samples)], ["search", "mountain"], ["tags"]):
        done = subprocess.run(
            [sys.executable, "-c", _WITHOUT_QT, *arguments, "--library", str(library), "--json"],
            env=program.variables(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)
