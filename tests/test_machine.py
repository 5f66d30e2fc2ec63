"""What the computer tells of its power and of other programs."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from mindseye import machine

on_battery, share = machine.on_battery, machine.OthersLoad.share  # before they are calmed for tests

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked otherwise")

BATTERY = {"type": "Battery", "status": "Discharging"}
CHARGING = {"type": "Battery", "status": "Charging"}
MAINS, UNPLUGGED = {"type": "Mains", "online": "1"}, {"type": "Mains", "online": "0"}
MOUSE = {"type": "Battery", "scope": "Device", "status": "Discharging"}


@LINUX
@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ([BATTERY, UNPLUGGED], True),
        ([BATTERY], True),
        ([BATTERY, CHARGING, UNPLUGGED], True),
        ([BATTERY, MAINS], False),
        ([CHARGING, {"type": "USB", "online": "1"}], False),
        ([MOUSE, MAINS], False),
        ([MOUSE], False),
        ([{"type": "Battery"}], False),
        ([], False),
    ],
)
def test_a_battery_counts_while_nothing_else_gives_power(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, supplies: list[dict[str, str]], expected: bool
) -> None:
    for number, facts in enumerate(supplies):
        supply = tmp_path / "supplies" / str(number)
        supply.mkdir(parents=True)
        for name, value in facts.items():
            (supply / name).write_text(value + "\n")
    monkeypatch.setattr(machine, "_SUPPLIES", tmp_path / "supplies")
    assert on_battery() is expected


def test_this_computer_answers() -> None:
    assert on_battery() in {True, False}
    assert 0.0 <= share(machine.OthersLoad()) <= 1.0


def spin(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@LINUX
def test_what_we_and_our_processes_do_is_not_what_others_do(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "import time\nwhile time.process_time() < 0.3: pass\nprint('spun', flush=True)\ninput()"
    before = machine._linux_seconds("cpu  100 0 0 900 0 0 0 0")
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        spin(0.2)
        after = machine._linux_seconds("cpu  200 50 0 1000 0 0 0 0")
        child.communicate(b"\n")
    there, busy, own = (later - earlier for later, earlier in zip(after, before, strict=True))
    assert 0.45 <= own < 1.5
    # A low priority gives way by itself.
    assert (there, busy) == (pytest.approx(2.5), pytest.approx(1.0))
    told = iter([(0.0, 0.0, 0.0), (10.0, 8.0, 2.0), (10.0, 8.0, 2.0)])
    monkeypatch.setattr(machine, "_seconds", lambda: next(told))
    load = machine.OthersLoad()
    assert share(load) == pytest.approx(0.6)
    assert share(load) == 0.0
