"""A killed indexing run loses nothing that was committed, and the next one does only the rest."""

import signal
from pathlib import Path

from tests.e2e.conftest import Program
from tests.support.library_file import count_vectors, wait_until
from tests.support.pictures import write_pictures

PICTURES = 600


def test_a_killed_run_is_completed_without_embedding_anything_twice(program: Program, tmp_path: Path) -> None:
    library = tmp_path / "library"
    photos = tmp_path / "photos"
    write_pictures(photos, PICTURES)

    with program.start("index", photos, "--library", library) as running:
        wait_until(lambda: count_vectors(library) >= PICTURES // 6)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    assert running.returncode == -signal.SIGKILL

    committed = count_vectors(library)
    assert PICTURES // 6 <= committed < PICTURES
    assert len(program.json("search", "red", "--limit", PICTURES, "--library", library)) == committed
    rest = program.json("index", photos, "--library", library)

    assert rest["photos"] == PICTURES - committed
    assert count_vectors(library) == PICTURES
    assert program.json("index", photos, "--library", library)["photos"] == 0


def test_two_runs_at_once_share_the_work(program: Program, tmp_path: Path) -> None:
    library = tmp_path / "library"
    first, second = tmp_path / "first", tmp_path / "second"
    write_pictures(first, 100)
    write_pictures(second, 100, seed=1000)

    with (
        program.start("index", first, "--library", library) as one,
        program.start("index", second, "--library", library) as two,
    ):
        errors = [process.communicate(timeout=120)[1] for process in (one, two)]

    assert (one.returncode, two.returncode) == (0, 0), errors
    assert count_vectors(library) == 200
    assert program.json("index", first, second, "--library", library)["skipped"] == 200


def test_an_interrupted_run_says_so_and_keeps_what_it_did(program: Program, tmp_path: Path) -> None:
    library = tmp_path / "library"
    write_pictures(tmp_path / "photos", PICTURES)

    with program.start("index", tmp_path / "photos", "--library", library) as running:
        wait_until(lambda: count_vectors(library) > 0)
        running.send_signal(signal.SIGINT)
        errors = running.communicate(timeout=60)[1]

    assert running.returncode == 130
    assert errors == "mindseye: Stopped; what was finished is kept.\n"
    assert 0 < count_vectors(library) < PICTURES
