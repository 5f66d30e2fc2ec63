"""Battery and busy computers slow the work in the background down, by rules that people change."""

import threading
import time
from pathlib import Path

import pytest
from tests.support.contents import names
from tests.support.counting import CountingLoader, Heard
from tests.support.pictures import write_pictures

from mindseye.events import IndexingProgress, Phase, Slowed
from mindseye.indexing import pace
from mindseye.indexing.pace import Pacer, Rules
from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.operations.watched_folders import add_folders
from mindseye.tasks import CancelToken


class Machine:
    """A computer whose state a test says."""

    def __init__(self, *, battery: bool = False, share: float = 0.0) -> None:
        self.battery = battery
        self.share = share

    def pacer(self) -> Pacer:
        return Pacer(on_battery=lambda: self.battery, share=lambda: self.share)


@pytest.fixture(autouse=True)
def _sense_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SENSE_SECONDS", 0.0)


def test_the_slower_of_two_rules_holds() -> None:
    machine = Machine()
    pacer = machine.pacer()
    assert pacer.now() == pace.Pace()
    machine.battery = True
    assert pacer.now() == pace.Pace("gently", Slowed.BATTERY)
    machine.share = 0.9
    pacer.rules = Rules(battery="gently", busy="wait")
    assert pacer.now() == pace.Pace("wait", Slowed.BUSY)
    pacer.rules = Rules(battery="full speed", busy="full speed")
    assert pacer.now().reason is None
    pacer.rules = Rules()
    pacer.hurried = True
    assert pacer.now() == pace.Pace()


def test_a_computer_is_busy_until_it_is_clearly_calm() -> None:
    machine = Machine()
    pacer = machine.pacer()
    seen = []
    for machine.share in (0.2, 0.4, 0.6, 0.4, 0.31, 0.2, 0.4):
        seen.append(pacer.now().reason is Slowed.BUSY)
    assert seen == [False, False, True, True, True, False, False]


def test_gentle_work_rests_three_quarters_of_the_time() -> None:
    pacer, token = Machine(battery=True).pacer(), CancelToken()
    pacer.go_on()
    began = time.monotonic()
    worked = 0.0
    for _ in range(5):
        start = time.monotonic()
        time.sleep(0.02)
        worked += time.monotonic() - start
        pacer.rest(token)
    assert 3 * worked <= time.monotonic() - began - worked < 4 * worked + 0.2
    token.cancel()
    pacer.rest(token)


def test_on_battery_a_pass_in_the_background_waits_until_it_may_go_on(
    library: Library, tmp_path: Path, heard: Heard, loader: CountingLoader
) -> None:
    machine = Machine(battery=True)
    library.indexer._gate.pacer = machine.pacer()
    library.indexer.pacer.rules = Rules(battery="wait")
    write_pictures(tmp_path / "photos", 20)
    add_folders(library, [tmp_path / "photos"])
    library.indexer.start()
    held = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.RESTING)
    assert (held.slowed, held.done, held.seconds_left) == (Slowed.BATTERY, 0, None)
    assert loader.pictures == 0
    machine.battery = False
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
    assert len(names(library)) == 20


def test_somebody_in_a_hurry_is_heard_at_once(library: Library, tmp_path: Path, heard: Heard) -> None:
    library.indexer._gate.pacer = Machine(battery=True, share=1.0).pacer()
    library.indexer.pacer.rules = Rules("wait", "wait")
    write_pictures(tmp_path / "photos", 20)
    add_folders(library, [tmp_path / "photos"])
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.RESTING)
    library.indexer.pacer.hurried = True
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
    assert len(names(library)) == 20


def test_gentle_work_says_why_and_comes_to_its_end(library: Library, tmp_path: Path, heard: Heard) -> None:
    library.indexer._gate.pacer = Machine(share=0.8).pacer()
    write_pictures(tmp_path / "photos", 20)
    add_folders(library, [tmp_path / "photos"])
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.IDLE)
    told = [event for event in heard.of(IndexingProgress) if event.phase is Phase.INDEXING]
    assert {event.slowed for event in told} == {Slowed.BUSY}
    assert len(names(library)) == 20


def test_a_pass_that_somebody_asked_for_knows_no_rules(library: Library, tmp_path: Path) -> None:
    library.indexer._gate.pacer = Machine(battery=True).pacer()
    library.indexer.pacer.rules = Rules("wait", "wait")
    write_pictures(tmp_path / "photos", 5)
    add_folders(library, [tmp_path / "photos"])
    assert library.indexer.index().embedded == 5


def test_a_pass_that_somebody_asked_for_can_be_gentle(library: Library, tmp_path: Path, heard: Heard) -> None:
    machine = Machine(battery=True)
    library.indexer._gate.pacer = machine.pacer()
    write_pictures(tmp_path / "photos", 5)
    library.indexer.pacer.rules = Rules(battery="wait")
    pass_ = threading.Thread(target=lambda: index_folders(library, [tmp_path / "photos"], gently=True))
    pass_.start()
    resting = heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.RESTING)
    assert resting.slowed is Slowed.BATTERY
    assert names(library) == set()
    machine.battery = False
    pass_.join()
    assert len(names(library)) == 5


def test_waiting_for_mains_power_ends_when_the_library_is_closed(
    library: Library, tmp_path: Path, heard: Heard
) -> None:
    library.indexer._gate.pacer = Machine(battery=True).pacer()
    library.indexer.pacer.rules = Rules(battery="wait")
    write_pictures(tmp_path / "photos", 5)
    add_folders(library, [tmp_path / "photos"])
    library.indexer.start()
    heard.wait_for(IndexingProgress, lambda event: event.phase is Phase.RESTING)
    library.indexer.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "indexer"]
