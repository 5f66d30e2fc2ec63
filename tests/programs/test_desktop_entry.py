"""Desktop entries: what is a program, what it is called, and the commands that open files in it."""

import sys
from pathlib import Path

import pytest

from mindseye.programs.desktop_entry import read_entry, split_command
from mindseye.programs.starting import surroundings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="freedesktop.org's programs run elsewhere")

FILES = [Path("/photos/a b.jpg"), Path("/photos/ä.jpg")]


def entry_of(folder: Path, **values: str):  # type: ignore[no-untyped-def]
    lines = {"Type": "Application", "Name": "Painter", "Exec": "sh %f"} | values
    file = folder / "painter.desktop"
    text = "\n".join(f"{key}={value}" for key, value in lines.items())
    file.write_text(
        f"# a comment\n[Desktop Entry]\n{text}\n\n[Desktop Action new]\nName=New\nExec=sh\n", "utf-8"
    )
    return read_entry(file, file.name, ("de_AT", "de"))


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("sh %f", [["sh", "/photos/a b.jpg"], ["sh", "/photos/ä.jpg"]]),
        ("sh %F --new", [["sh", "/photos/a b.jpg", "/photos/ä.jpg", "--new"]]),
        ("sh %U", [["sh", "file:///photos/a%20b.jpg", "file:///photos/%C3%A4.jpg"]]),
        (
            "sh --file=%u",
            [["sh", "--file=file:///photos/a%20b.jpg"], ["sh", "--file=file:///photos/%C3%A4.jpg"]],
        ),
        ("sh %i -t %c 100%% %d %F", [["sh", "--icon", "brush", "-t", "Painter", "100%", *map(str, FILES)]]),
        (r'sh "a \\"quoted\\" \\$word" %F', [["sh", 'a "quoted" $word', *map(str, FILES)]]),
    ],
)
def test_a_command_is_filled_as_the_specification_says(
    tmp_path: Path, line: str, commands: list[list[str]]
) -> None:
    entry = entry_of(tmp_path, Exec=line, Icon="brush")
    assert entry.takes_files
    assert entry.commands(FILES) == commands


def test_a_name_is_told_in_the_language_of_the_user(tmp_path: Path) -> None:
    assert entry_of(tmp_path).name == "Painter"
    assert entry_of(tmp_path, **{"Name[de]": "Maler", "Name[fr]": "Peintre"}).name == "Maler"


@pytest.mark.parametrize(
    "values",
    [
        {"Hidden": "true"},
        {"Terminal": "true"},
        {"Type": "Link"},
        {"Exec": ""},
        {"Exec": 'sh "without end'},
        {"Exec": "a-program-that-is-not-there %f"},
        {"TryExec": "a-program-that-is-not-there"},
    ],
)
def test_what_cannot_be_started_from_a_window_is_no_program(tmp_path: Path, values: dict[str, str]) -> None:
    assert entry_of(tmp_path, **values) is None


def test_what_is_no_desktop_entry_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "odd.desktop"
    for content in (b"", b"\xff\xfe\x00", b"no group at all", b"[Desktop Entry]\nExec"):
        file.write_bytes(content)
        assert read_entry(file, "odd.desktop") is None
    assert read_entry(tmp_path / "none.desktop", "none.desktop") is None


def test_a_program_without_a_place_for_files_takes_none(tmp_path: Path) -> None:
    assert not entry_of(tmp_path, Exec="sh 100%%").takes_files
    assert split_command('one ""  "two three"') == ["one", "", "two three"]


def test_a_started_program_does_not_inherit_the_libraries_of_a_frozen_one() -> None:
    inside = {
        "LD_LIBRARY_PATH": "/tmp/_MEI",
        "LD_LIBRARY_PATH_ORIG": "/opt/lib",
        "QT_PLUGIN_PATH": "/tmp/_MEI",
    }
    assert surroundings(inside, frozen=True) == {"LD_LIBRARY_PATH": "/opt/lib"}
    assert surroundings(inside, frozen=False) == inside
