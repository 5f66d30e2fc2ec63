"""What the documents say can be done, can be done: commands, keys, links, make targets, names of files."""

import argparse
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
DOCUMENTS = sorted(
    path
    for folder in (".", "desktop", "models", "packaging", "resources", "tests")
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
    if not {".venv", "build"} & set(path.relative_to(ROOT).parts)
)


def run(arguments: list[str]) -> int:
    return main.run(arguments, open_window=lambda *_: 0, check_window=lambda *_: "not looked at")


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return found[1]


def commands_of(title: str) -> list[str]:
    return re.findall(r"^    (mindseye\b.*)$", section(title), re.MULTILINE)


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
    first = [re.split(r"  +| \[", line)[0].split()[1:] for line in commands_of("The command line")]
    # "undo | redo | history" are three commands; "models list | download" is one with words of its own.
    listed = {words[0] for words in first if words and re.match(r"[a-z]", words[0])}
    listed |= {each for words in first if words[1:2] == ["|"] for each in words if each != "|"}
    assert set(known) <= listed, set(known) - listed
    assert listed <= set(known), listed - set(known)


def test_options_that_the_list_names_exist() -> None:
    known = sub_commands(main._parser())
    checked = 0
    for line in commands_of("The command line"):
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


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
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


def test_files_that_the_guide_names_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:desktop|imaging|models|packaging|resources|tests)/[\w./-]+)`", text)
    assert len(named) > 8
    for name in named:
        within = ROOT / "desktop" / "mindseye" / name
        assert (ROOT / name).exists() or within.exists(), name
