"""Benchmarks are found by what they define, tell their sizes, and say what they could not measure."""

import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.benchmarks import __main__ as program
from tests.benchmarks.frame import CannotMeasureError, Figure, Skipped, shown


def test_every_benchmark_says_what_it_measures_and_has_sizes_that_can_be_set() -> None:
    assert "ranking" in program.names()
    for name in program.names():
        module = importlib.import_module(f"tests.benchmarks.{name}")
        assert module.__doc__, name
        for key, parameter in inspect.signature(module.measure).parameters.items():
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY, (name, key)
            assert type(parameter.default) in {int, float, str}, (name, key)


@pytest.mark.parametrize(
    ("figure", "met"),
    [
        (Figure("x", 2.0), None),
        (Figure("x", 2.0, aim=2.0), True),
        (Figure("x", 2.1, aim=2.0), False),
        (Figure("x", 2.1, aim=2.0, better="more"), True),
        (Figure("x", 1.9, aim=2.0, better="more"), False),
    ],
)
def test_an_aim_is_met_or_not(figure: Figure, met: bool | None) -> None:
    assert figure.met is met


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (3.0, "3"), (1.8312, "1.83"), (0.01234, "0.0123"), (1234567.8, "1,234,568")],
)
def test_numbers_are_shown_with_three_digits_that_count(value: float, text: str) -> None:
    assert shown(value) == text


def test_a_benchmark_that_breaks_off_tells_what_it_measured_and_why_not_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(*, photos: int = 10, share: float = 0.5) -> Iterator[Figure | Skipped]:
        yield Figure("photos", photos, aim=9)
        yield Skipped("colour", "no colours here")
        raise CannotMeasureError(f"only {share} is there")

    module = SimpleNamespace(__doc__="Something.\n\nMore.", measure=measure)
    monkeypatch.setattr(program.importlib, "import_module", lambda _: module)
    table = program.take("something", {"photos": "7", "unknown": "1"})
    assert table["sizes"] == {"photos": 7, "share": 0.5}
    assert [(figure["name"], figure["measured"], figure["met"]) for figure in table["figures"]] == [
        ("photos", 7, True)
    ]
    assert [each["why"] for each in table["skipped"]] == ["no colours here", "only 0.5 is there"]
    program.print_table("something", table)
    printed = capsys.readouterr().out
    assert "something: Something." in printed
    assert "≤ 9" in printed
    assert "skipped: the rest: only 0.5 is there" in printed


def test_each_runs_in_a_process_of_its_own_and_one_that_crashes_ends_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        commands.append(command)
        name = command[command.index("--here") + 1]
        if name == "ranking":
            return SimpleNamespace(returncode=-11)
        table = {"title": name, "sizes": {}, "figures": [], "skipped": []}
        Path(command[command.index("--json") + 1]).write_text(json.dumps(table), encoding="utf-8")
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(program.subprocess, "run", run)
    monkeypatch.setattr(program, "names", lambda: ["other", "ranking"])
    assert program.main(["--json", str(tmp_path / "bench.json"), "--set", "photos=3"]) == 1
    report = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert set(report["benchmarks"]) == {"other", "ranking"}
    assert report["benchmarks"]["ranking"]["crashed"]
    assert all("photos=3" in command for command in commands)
    assert program.main(["other", "--json", str(tmp_path / "bench.json")]) == 0
