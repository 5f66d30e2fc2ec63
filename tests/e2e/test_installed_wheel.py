"""The built wheel in an empty environment runs by itself: model, categories and samples are inside."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.e2e.conftest import Program

REPOSITORY = Path(__file__).parents[2]

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    target = tmp_path_factory.mktemp("wheel")
    _call(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(REPOSITORY)
    )
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_holds_what_the_program_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert "mindseye/_data/models/starter/image.onnx" in names
    assert "mindseye/_data/models/catalog.toml" in names
    assert "mindseye/_data/resources/categories.toml" in names
    assert any(name.startswith("mindseye/_data/resources/icons/") for name in names)
    assert "mindseye/_data/resources/translations/mindseye_de.qm" in names
    assert not any("starter/train" in name or "samples/render" in name for name in names)


def test_it_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    constraints = REPOSITORY / "constraints.txt"
    installed = _call(
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--constraint",
        str(constraints),
        str(wheel),
        check=False,
    )
    if "No matching distribution" in installed.stderr or "Failed to establish" in installed.stderr:
        pytest.skip("the package index cannot be reached")
    assert installed.returncode == 0, installed.stderr

    program = Program(tmp_path / "home", python=str(python))
    samples = next(environment.rglob("mindseye/_data/resources/samples/pictures"))
    summary = program.json("index", samples, "--library", tmp_path / "library")
    assert summary["photos"] == summary["files"] > 0
    assert program.json("search", "mountain", "--library", tmp_path / "library")


def _call(*command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=360, cwd=REPOSITORY)
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done
