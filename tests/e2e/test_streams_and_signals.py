"""What a shell does to a program: closed and full streams, pipes that end early, signals."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.conftest import Program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are a Unix shell's")


def shell(program: Program, line: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of the shell in which ``$mindseye`` is the program."""
    command = " ".join(program.command())
    return subprocess.run(
        ["bash", "-c", line.replace("$mindseye", command)],
        env=program.variables(), capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", ["doctor", "doctor --json", "--version", "search --help"])
def test_output_that_cannot_be_written_is_told_in_one_sentence(program: Program, arguments: str) -> None:
    done = shell(program, f"$mindseye {arguments} >/dev/full")
    assert done.returncode == 1
    assert done.stderr == (
        "mindseye: Standard output cannot be written (No space left on device). "
        "Make room there, or send it elsewhere.\n"
    )


@pytest.mark.parametrize("arguments", ["models list", "--help"])
def test_a_reader_that_ends_early_is_no_matter(program: Program, arguments: str) -> None:
    done = shell(program, f"$mindseye {arguments} | head -c 1; echo; echo ${{PIPESTATUS[0]}}")
    assert done.stdout.splitlines()[-1] in {"0", "1"}  # whether it was all written before the reader went
    assert done.stderr == ""


def test_without_any_stream_the_work_is_done_all_the_same(
    program: Program, samples: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    done = shell(program, f"$mindseye index '{samples}' --library '{library}' <&- >&- 2>&-; echo $?")
    assert done.stdout == "0\n"
    found = program.run("search", "mountain", "--library", library, "--limit", "1")
    assert found.stdout.count("\n") == 1


def test_a_complaint_that_cannot_be_written_changes_no_status(program: Program) -> None:
    assert shell(program, "$mindseye fly 2>/dev/full").returncode == 2
    assert shell(program, "$mindseye fly 2>&-").returncode == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_order(program: Program, samples: Path, tmp_path: Path, number: int) -> None:
    library = tmp_path / "library"
    running = subprocess.Popen(
        program.command("index", samples, "--library", library),
        env=program.variables(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not (library / "indexing.lock").exists():
        assert running.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    running.send_signal(number)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 128 + number
    assert told == "mindseye: Stopped; what was finished is kept.\n"
    assert not list(library.rglob("*.part"))
    assert program.run("index", samples, "--library", library)
