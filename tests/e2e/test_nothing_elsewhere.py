"""What the program writes lies in its own folder: no library that it stands on keeps or sends anything."""

from dataclasses import replace
from pathlib import Path

from tests.e2e.conftest import Program


def test_a_session_leaves_nothing_in_the_users_home(program: Program, samples: Path, tmp_path: Path) -> None:
    home = tmp_path / "user"
    home.mkdir()
    places = {
        name: str(home / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    }
    # ONNX Runtime keeps an identifier and the events it sends in the cache folder, unless it is told not to.
    mine = replace(program, environment={"HOME": str(home), "ORT_DISABLE_TELEMETRY": "0"} | places)
    mine.run("index", samples)
    mine.run("search", "mountain")
    mine.run("tags", next(samples.iterdir()))
    assert list(home.iterdir()) == []
