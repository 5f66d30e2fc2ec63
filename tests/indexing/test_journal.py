"""A file that kills the program is found by what it left in the journal, and everything else goes on."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image
from tests.support.contents import names, problems
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.killers import START, killer
from tests.support.pictures import write_pictures

from mindseye import imaging
from mindseye.catalog import crashes
from mindseye.clip import ModelManifest
from mindseye.decoding import Decoder
from mindseye.errors import CatalogError, UnreadablePictureError
from mindseye.indexing.careful import Budget, CarefulDecoder
from mindseye.indexing.journal import Journal
from mindseye.library import Library
from mindseye.operations.problems import problems as refused
from mindseye.operations.problems import retry
from mindseye.operations.watched_folders import add_folders

SECONDS = 60.0
COMMAND = [sys.executable, "-m", "tests.support.killers", str(SECONDS)]

PASS = """
import sys
from pathlib import Path
from mindseye import imaging
from mindseye.clip import ModelManifest
from mindseye.decoding import Decoder
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders
from tests.support import killers
from tests.support.fake_model import FakeSession

# What decodes here dies of a killer, and so does what decodes in a process of its own.
imaging.decode = killers.decode
imaging.decoding_bytes = lambda data: 1 if data[:3] == b"\\xff\\xd8\\xff" else None
tmp_path = Path(sys.argv[1])
command = [sys.executable, "-m", "tests.support.killers", sys.argv[2]]
decoder = Decoder(command=command, seconds=float(sys.argv[2]))
with Library.open(
    tmp_path / "library", ModelManifest.load(tmp_path / "model"), load_session=FakeSession, decoder=decoder
) as library:
    add_folders(library, [tmp_path / "photos"])
    library.indexer.index()
"""


def run_pass(tmp_path: Path, seconds: float = 60.0) -> int:
    """One pass in a process; its exit status."""
    return subprocess.run(
        [sys.executable, "-c", PASS, str(tmp_path), str(seconds)],
        check=False, timeout=60, stderr=subprocess.DEVNULL,
    ).returncode  # fmt: skip


@pytest.mark.parametrize("deed", ["segfault", "abort"])
def test_a_file_that_kills_the_program_does_so_once_and_is_then_set_aside(tmp_path: Path, deed: str) -> None:
    manifest = write_fake_model(tmp_path / "model")
    write_pictures(tmp_path / "photos", 24)
    (tmp_path / "photos" / "killer.jpg").write_bytes(killer(deed))
    (tmp_path / "photos" / "copy.jpg").write_bytes(killer(deed))
    assert run_pass(tmp_path) < 0, "it was to die"
    assert run_pass(tmp_path) == 0
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        assert len(names(library)) == 24
        assert set(problems(library)) == {"killer.jpg", "copy.jpg"}
        assert "crashed on this file, twice" in problems(library)["killer.jpg"]


def test_a_file_that_hangs_its_decoder_is_given_up_after_the_program_was_killed_once(tmp_path: Path) -> None:
    manifest = write_fake_model(tmp_path / "model")
    write_pictures(tmp_path / "photos", 5)
    (tmp_path / "photos" / "killer.jpg").write_bytes(killer("loop"))
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([sys.executable, "-c", PASS, str(tmp_path), "60"], check=False, timeout=6)
    assert run_pass(tmp_path, 3) == 0
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        assert problems(library) == {"killer.jpg": "Decoding took longer than 3 s and was given up."}
        assert len(names(library)) == 5


def test_a_good_file_that_was_in_flight_at_every_crash_is_not_blamed_for_them(
    tmp_path: Path, manifest: ModelManifest
) -> None:
    (path,) = write_pictures(tmp_path / "photos", 1)
    content = imaging.content_hash(path.read_bytes())
    (tmp_path / "library").mkdir()
    for _ in range(3):
        (tmp_path / "library" / "decoding.journal").write_bytes(bytes(16) + content)
        with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
            library.indexer.index()
            with library.catalog.read() as connection:
                assert crashes.suspects(connection) == {content}
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        add_folders(library, [path.parent])
        library.indexer.index()
        assert problems(library) == {}
        assert names(library) == {path.name}


def test_a_file_that_was_set_aside_is_taken_when_it_is_retried_and_harmless(tmp_path: Path) -> None:
    manifest = write_fake_model(tmp_path / "model")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "killer.jpg").write_bytes(killer("segfault"))
    assert run_pass(tmp_path) < 0
    assert run_pass(tmp_path) == 0
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        (problem,) = refused(library)
        assert retry(library, [problem.file_id + 1]) == 0
        assert retry(library, [problem.file_id]) == 1
        library.indexer.index()  # with a decoder that refuses it and lives
        assert "picture" in problems(library)["killer.jpg"]


def test_a_content_that_crashed_once_is_decoded_where_it_can_do_no_harm(tmp_path: Path) -> None:
    decoder = Decoder(command=COMMAND, seconds=SECONDS)
    data = killer("segfault")
    content = imaging.content_hash(data)
    with Journal(tmp_path / "journal") as journal:
        careful = CarefulDecoder(decoder, journal, [content])
        with pytest.raises(UnreadablePictureError, match="crashed"):
            careful.decode(data, content, shortest=9)
    decoder.close()


def read(path: Path) -> list[bytes]:
    """What the next process would find."""
    copy = path.with_suffix(".copy")
    copy.write_bytes(path.read_bytes())
    with Journal(copy) as journal:
        return journal.left


def test_the_journal_tells_what_was_being_decoded_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path)
    first, second, third = (bytes([number]) * 16 for number in (1, 2, 3))
    with journal.decoding(first):
        with journal.decoding(second):
            pass
        with journal.decoding(third):
            left = path.read_bytes()
        assert read(path) == [first]
    assert read(path) == []
    journal.close()
    assert not path.exists()
    path.write_bytes(left + b"half of")
    with Journal(path) as after:
        assert after.left == [first, third]
        after.begin()
        assert read(path) == []


def test_a_journal_that_cannot_be_written_is_an_error_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    with pytest.raises(CatalogError, match="cannot be written"):
        Journal(tmp_path / "journal")


def test_a_pass_leaves_no_journal_and_counts_no_crash(library: Library, tmp_path: Path) -> None:
    write_pictures(tmp_path / "photos", 3)
    (tmp_path / "photos" / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    add_folders(library, [tmp_path / "photos"])
    library.indexer.index()
    assert not (tmp_path / "library" / "decoding.journal").exists()
    with library.catalog.read() as connection:
        assert crashes.suspects(connection) == frozenset()
    assert set(problems(library)) == {"broken.jpg"}


def test_rare_formats_are_indexed_through_their_process(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("a.tif", "b.bmp", "c.jp2"):
        Image.new("RGB", (60, 40), (200, 30, 30)).save(folder / name)
    add_folders(library, [folder])
    library.indexer.index()
    assert names(library) == {"a.tif", "b.bmp", "c.jp2"}


def test_a_killer_begins_like_an_ordinary_file() -> None:
    assert START.startswith(b"\xff\xd8\xff")


def test_a_budget_lets_in_what_fits_and_what_is_larger_alone() -> None:
    budget, order = Budget(10), []
    entered = threading.Event()

    def large() -> None:
        with budget.hold(100):
            order.append("large")
            entered.set()

    with budget.hold(6), budget.hold(4):
        thread = threading.Thread(target=large)
        thread.start()
        assert not entered.wait(0.1)
        order.append("small")
    thread.join()
    assert order == ["small", "large"]
    with budget.hold(10):
        pass
