"""What the documents say can be done, can be done: commands, keys, links, make targets, names of files."""

import argparse
import json
import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from mindseye import paths
from mindseye.cli import main
from mindseye.ui.actions import MENUS, OTHER_KEYS, Verb

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINE = (ROOT / "desktop" / "docs" / "command-line.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    path
    for folder in (".", "desktop", "models", "packaging", "resources", "tests")
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
    if not {".venv", "build"} & set(path.relative_to(ROOT).parts)
)


def run(arguments: list[str]) -> int:
    return main.run(arguments, open_window=lambda *_: 0, check_window=lambda *_: "not looked at")


def section(title: str, document: str = README) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", document, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return found[1]


def commands_of(title: str, document: str = README) -> list[str]:
    return re.findall(r"^    (mindseye\b.*)$", section(title, document), re.MULTILINE)


def sub_commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def test_the_first_five_minutes_run_as_they_are_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    monkeypatch.chdir(ROOT)
    lines = commands_of("The first five minutes")
    assert len(lines) >= 8
    said = {}
    for line in lines:
        status = run(shlex.split(line)[1:])
        out, err = capsys.readouterr()
        assert status == 0, f"{line}: {err}"
        said[line.split()[1]] = out
    assert "37 photos indexed" in said["index"]
    assert "sailing-boat.jpg" in said["search"]
    assert "+ Places/Coast" in said["xmp"]
    assert said["undo"].startswith("Undone: ")
    assert "All is well." in said["doctor"]


def test_every_command_is_listed_and_every_listed_one_exists() -> None:
    known = sub_commands(main._parser())
    first = [re.split(r"  +| \[", line)[0].split()[1:] for line in commands_of("Commands", COMMAND_LINE)]
    # "undo | redo | history" are three commands; "models list | download" is one with words of its own.
    listed = {words[0] for words in first if words and re.match(r"[a-z]", words[0])}
    listed |= {each for words in first if words[1:2] == ["|"] for each in words if each != "|"}
    assert set(known) <= listed, set(known) - listed
    assert listed <= set(known), listed - set(known)


def test_options_that_the_list_names_exist() -> None:
    known = sub_commands(main._parser())
    checked = 0
    for line in commands_of("Commands", COMMAND_LINE):
        usage = re.split(r"  +", line)[0]
        name = usage.split()[1] if " " in usage else ""
        if name not in known:
            continue
        text = known[name].format_help() + "".join(
            each.format_help()
            for action in known[name]._actions
            if isinstance(action, argparse._SubParsersAction)
            for each in action.choices.values()
        )
        for option in re.findall(r"--[a-z-]+", usage):
            assert option in text, f"{option} of {name}"
            checked += 1
    assert checked > 20


def test_the_keys_that_are_listed_do_what_is_said(qapp: QApplication) -> None:
    verbs = [verb for _, menu in MENUS for verb in menu if isinstance(verb, Verb)]
    keys = {QKeySequence(key).toString() for verb in verbs for key in verb.keys}
    keys |= {each.strip() for _, words in OTHER_KEYS for each in re.split(r"[,;]", words)}
    listed = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", section("Keys"), re.MULTILINE)[1:]
    assert len(listed) > 12
    for cell in listed:
        for key in re.split(r", | or | to ", cell):
            assert key in keys, key


def test_what_doctor_says_is_what_is_explained(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    assert run(["index", str(paths.resource("samples", "pictures"))]) == 0
    assert run(["doctor"]) == 0
    told = capsys.readouterr().out
    rows = re.findall(r"^\| (program|models|library|watching|disk)(?::([^|]*))? \|", README, re.MULTILINE)
    assert len(rows) >= 9
    for heading, names in rows:
        assert f"{heading}:\n" in told
        for name in (names or "").partition("…")[0].split(","):
            assert not name.strip() or f"  {name.strip()}: " in told, name


def test_what_doctor_tells_programs_is_documented(
    capsys: pytest.CaptureFixture[str], own_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"broken")
    assert run(["index", str(tmp_path)]) == 0
    capsys.readouterr()
    assert run(["doctor", "--json", "--paths"]) == 0
    report = json.loads(capsys.readouterr().out)
    text = section("What `doctor --json` tells", COMMAND_LINE)
    documented: set[tuple[str, str]] = set()
    for cell in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE):
        first, *others = re.findall(r"`([^`]+)`", cell)
        place, _, name = first.partition(".")
        documented |= {(place, name), *((place, each.removeprefix(".")) for each in others)}
    libraries = set(re.findall(r"`([\w-]+)`", text.partition("`program.LIBRARY`")[2].partition("\n")[0]))
    told = {
        (place, name)
        for place, facts in report.items()
        if place != "models"
        for name in (facts if isinstance(facts, dict) else [""])
        if name not in libraries
    }
    assert told - documented == set()
    assert documented - told <= {("program", "LIBRARY"), ("models", "NAME"), ("library", "rescued")}
    assert libraries < set(report["program"])


def test_figures_of_the_front_page_are_those_that_were_measured() -> None:
    benchmarks = (ROOT / "tests" / "benchmarks" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .+? \| (.+?) \| `make (.+?)` \|$", section("Figures"), re.MULTILINE)
    assert len(rows) > 10
    for measured, command in rows:
        target, _, name = command.partition(" NAME=")
        if target == "bench":
            parts = re.split(r"^##+ ", benchmarks, flags=re.MULTILINE)
            places = [part for part in parts if re.search(rf"make bench NAME=.*\b{name}\b", part)]
        else:
            page = {"bench-models": "models", "dist": "packaging"}[target]
            places = [(ROOT / page / "README.md").read_text(encoding="utf-8")]
        assert places, command
        for number in re.findall(r"\d+(?:\.\d+)?", measured):
            assert any(re.search(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)", each) for each in places), (
                f"{measured}, by {command}"
            )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    pictures = re.findall(r'src(?:set)?="([^"]+)"', text)
    for target in (*re.findall(r"\]\(([^)\s]+)\)", text), *pictures):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, heading = target.partition("#")
        linked = (document.parent / name).resolve() if name else document
        assert linked.exists(), target
        if heading:
            page = linked / "README.md" if linked.is_dir() else linked
            headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}
            assert heading in anchors, target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_make_targets_that_are_named_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"(?:^    |`)make ((?:[a-z-]+ ?)+)(?=[`\s]|$)", text, re.MULTILINE)
    for words in named:
        first = words.split()[0]
        assert first in targets, f"make {first}"


def test_the_changelog_has_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", each) for each in versions[1:])
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= kinds


def test_files_that_the_guide_names_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:desktop|imaging|models|packaging|resources|tests)/[\w./-]+)`", text)
    assert len(named) > 8
    for name in named:
        within = ROOT / "desktop" / "mindseye" / name
        assert (ROOT / name).exists() or within.exists(), name
