"""Whatever a file does to its decoder, the program goes on and knows a reason."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support.killers import killer
from tests.support.library_file import wait_until
from tests.support.pictures import write_picture

from mindseye import imaging
from mindseye.decoding import Decoder
from mindseye.decoding.helper import worker_command
from mindseye.errors import Cancelled, UnreadablePictureError

SECONDS = 1.0
KILLERS = [sys.executable, "-m", "tests.support.killers", str(SECONDS)]

MakeDecoder = Callable[..., Decoder]


@pytest.fixture
def make() -> Iterator[MakeDecoder]:
    """Makes decoders with the killers' process, and closes them."""
    made: list[Decoder] = []

    def new(seconds: float = SECONDS, **choices: int) -> Decoder:
        made.append(Decoder(command=[*KILLERS[:-1], str(seconds)], seconds=seconds, **choices))
        return made[-1]

    yield new
    for decoder in made:
        decoder.close()


@pytest.fixture
def decoder(make: MakeDecoder) -> Decoder:
    """One with much time."""
    return make(60.0)


def processes() -> set[int]:
    """The living children of this process."""
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(pid) for file in listed for pid in file.read_text().split()}


def test_a_picture_comes_back_as_it_would_here(decoder: Decoder, tmp_path: Path) -> None:
    for suffix in (".jpg", ".tif", ".png"):
        data = write_picture(tmp_path / f"a{suffix}", size=(300, 200)).read_bytes()
        there, here = decoder.decode(data, shortest=50), imaging.decode(data, shortest=50)
        assert there.metadata == here.metadata
        np.testing.assert_array_equal(np.asarray(there.pixels), np.asarray(here.pixels))


def outcome(decode: Callable[..., imaging.Picture], data: bytes) -> object:
    """The metadata, or the reason."""
    try:
        return decode(data, shortest=64).metadata
    except UnreadablePictureError as error:
        return error.message


@pytest.mark.data
def test_metadata_of_real_files_comes_back_whole(decoder: Decoder, photographs: Path) -> None:
    found = 0
    for path in sorted((photographs / "odd-files").rglob("*")):
        if path.suffix.lower() not in {".heic", ".dng", ".avif", ".nef", ".jpg"} or found > 25:
            continue
        data = path.read_bytes()
        assert outcome(decoder.decode, data) == outcome(imaging.decode, data)
        found += 1
    assert found > 5


def test_a_reason_comes_back_as_it_would_here(decoder: Decoder) -> None:
    for data in (b"no picture", b"II*\0 and nothing else"):
        with pytest.raises(UnreadablePictureError) as there:
            decoder.decode(data, shortest=50)
        with pytest.raises(UnreadablePictureError) as here:
            imaging.decode(data, shortest=50)
        assert there.value.message == here.value.message


@pytest.mark.parametrize("deed", ["segfault", "abort", "exit"])
def test_a_file_that_crashes_its_decoder_is_tried_twice_and_refused(decoder: Decoder, deed: str) -> None:
    with pytest.raises(UnreadablePictureError, match="crashed on this file, twice"):
        decoder.decode(killer(deed), shortest=50)


@pytest.mark.parametrize("deed", ["loop", "sleep"])
def test_a_file_that_takes_for_ever_is_given_up(make: MakeDecoder, deed: str) -> None:
    decoder = make()
    began = time.monotonic()
    with pytest.raises(UnreadablePictureError, match="took longer than 1 s"):
        decoder.decode(killer(deed), shortest=50)
    assert time.monotonic() - began < 30


def test_a_file_that_takes_all_memory_is_refused(make: MakeDecoder) -> None:
    decoder = make(60.0, memory=200 * 1024**2, large_memory=300 * 1024**2)
    with pytest.raises(UnreadablePictureError, match=r"not enough memory|crashed"):
        decoder.decode(killer("memory"), shortest=50)


def test_a_file_that_needs_more_memory_than_most_gets_it_alone(make: MakeDecoder, tmp_path: Path) -> None:
    Image.new("RGB", (5000, 4000)).save(tmp_path / "a.tif")
    data = (tmp_path / "a.tif").read_bytes()
    tight = 60 * 1024**2
    assert make(60.0, memory=tight, large_memory=1024**3).decode(data, shortest=50).metadata.width == 5000
    with pytest.raises(UnreadablePictureError, match="not enough memory"):
        make(60.0, memory=tight, large_memory=tight).decode(data, shortest=50)


def test_the_others_go_on_beside_a_killer(decoder: Decoder, tmp_path: Path) -> None:
    good = [write_picture(tmp_path / f"{seed}.png", seed=seed).read_bytes() for seed in range(8)]
    came: dict[int, object] = {}

    def decode(number: int, data: bytes) -> None:
        try:
            came[number] = decoder.decode(data, shortest=50)
        except UnreadablePictureError as error:
            came[number] = error

    work = [*good[:4], killer("segfault"), killer("abort"), *good[4:]]
    threads = [threading.Thread(target=decode, args=each) for each in enumerate(work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = [number for number, result in came.items() if isinstance(result, UnreadablePictureError)]
    assert sorted(refused) == [4, 5]
    assert len(came) == 10


def test_a_process_that_ended_while_idle_is_replaced(decoder: Decoder, tmp_path: Path) -> None:
    data = write_picture(tmp_path / "a.png").read_bytes()
    before = processes()
    decoder.decode(data, shortest=50)
    (process,) = processes() - before
    os.kill(process, signal.SIGKILL)
    assert decoder.decode(data, shortest=50).metadata.width == 96


def test_one_process_serves_one_file_after_the_other(decoder: Decoder, tmp_path: Path) -> None:
    data = write_picture(tmp_path / "a.png").read_bytes()
    before = processes()
    for _ in range(5):
        decoder.decode(data, shortest=50)
    assert len(processes() - before) == 1
    decoder.close()
    assert processes() == before
    with pytest.raises(Cancelled):
        decoder.decode(data, shortest=50)


def test_closing_does_not_wait_for_a_file_that_takes_for_ever(decoder: Decoder) -> None:
    ended = []

    def decode() -> None:
        try:
            decoder.decode(killer("loop"), shortest=50)
        except Cancelled:
            ended.append(time.monotonic())

    before = processes()
    thread = threading.Thread(target=decode)
    thread.start()
    wait_until(lambda: bool(processes() - before))
    decoder.close()
    closed = time.monotonic()
    thread.join()
    assert ended
    assert ended[0] - closed < 30


def test_a_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    data = tmp_path / "killer"
    data.write_bytes(killer("sleep"))
    script = (
        "import sys, pathlib; from mindseye.decoding import Decoder;"
        f"Decoder(command={[*KILLERS[:-1], '3600']!r}, seconds=3600)"
        f".decode(pathlib.Path({str(data)!r}).read_bytes(), shortest=9)"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as parent:
        children = Path(f"/proc/{parent.pid}/task")

        def grandchildren() -> list[int]:
            return [int(pid) for file in children.glob("*/children") for pid in file.read_text().split()]

        wait_until(lambda: bool(grandchildren()))
        (process,) = grandchildren()
        time.sleep(0.5)  # it has begun, or will find the pipe closed
        parent.kill()
    wait_until(lambda: not Path(f"/proc/{process}").exists() or _is_zombie(process), seconds=10)


def _is_zombie(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def test_a_process_that_does_not_start_is_a_reason() -> None:
    decoder = Decoder(command=[sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(UnreadablePictureError, match="does not start"):
        decoder.decode(b"anything", shortest=50)
    decoder.close()
    decoder = Decoder(command=["/nowhere/at/all"])
    with pytest.raises(UnreadablePictureError, match="could be started: No such file"):
        decoder.decode(b"anything", shortest=50)


def test_nonsense_from_a_process_is_a_crash() -> None:
    script = "import sys, time; sys.stdin.buffer.read(24); sys.stdout.buffer.write(b'b' + b'?' * 99)"
    decoder = Decoder(command=[sys.executable, "-c", script])
    with pytest.raises(UnreadablePictureError, match="crashed"):
        decoder.decode(b"anything", shortest=50)
    decoder.close()


def test_the_finished_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(5) == [sys.executable, "--decode-worker", "5"]


def test_the_program_becomes_a_decoding_process_when_it_is_told_to(tmp_path: Path) -> None:
    decoder = Decoder(command=[sys.executable, "-m", "mindseye", "--decode-worker", "5"])
    data = write_picture(tmp_path / "a.png").read_bytes()
    assert decoder.decode(data, shortest=50).metadata.width == 96
    decoder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no alarms")
def test_a_process_that_ended_because_nobody_asked_is_replaced(decoder: Decoder, tmp_path: Path) -> None:
    data = write_picture(tmp_path / "a.tif").read_bytes()
    before = processes()
    decoder.decode(data, shortest=50)
    for pid in processes() - before:
        os.kill(pid, signal.SIGALRM)  # as its own alarm does after a minute without work
    assert decoder.decode(data, shortest=50).pixels.size == (96, 64)
