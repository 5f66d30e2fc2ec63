"""What is asked of macOS and of Windows, and what their answers mean."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mindseye.errors import InputError
from mindseye.programs import Program
from mindseye.programs.macos import MacPrograms
from mindseye.programs.windows import WindowsPrograms

PHOTOS = [Path("/photos/a.jpg"), Path("/photos/b.JPG"), Path("/photos/c.cr2")]
PREVIEW, EDITOR = "/System/Applications/Preview.app", "/Applications/Photo Editor.app"


class Asked:
    """Answers commands, and keeps them."""

    def __init__(self, told: str | None) -> None:
        self.told, self.commands = told, list[list[str]]()

    def __call__(self, command: Sequence[str]) -> str | None:
        self.commands.append(list(command))
        return self.told


def test_macos_is_asked_once_for_each_kind_of_file_and_tells_what_opens_all() -> None:
    rows = [
        [PREVIEW, EDITOR, PREVIEW, "/Applications/Mindseye.app"],
        [EDITOR, PREVIEW, "/Applications/Other.app"],
    ]
    ask = Asked("\n".join("\t".join(row) for row in rows))
    found = MacPrograms(ask, ()).for_files(PHOTOS)
    assert found == [Program(PREVIEW, "Preview"), Program(EDITOR, "Photo Editor")]
    assert ask.commands[0][-2:] == ["/photos/b.JPG", "/photos/c.cr2"]
    assert MacPrograms(Asked(None), ()).for_files(PHOTOS) == []


def test_macos_opens_and_shows_files_by_its_own_command(tmp_path: Path) -> None:
    for app in ("Writer.app", "Album.app", "Tools/Terminal.app"):
        (tmp_path / app).mkdir(parents=True)
    ask = Asked("")
    programs = MacPrograms(ask, [tmp_path])
    assert [each.name for each in programs.others()] == ["Album", "Terminal", "Writer"]
    programs.open(Program(PREVIEW, "Preview"), PHOTOS[:2])
    assert programs.reveal(PHOTOS[:1])
    assert ask.commands == [
        ["/usr/bin/open", "-a", PREVIEW, "/photos/a.jpg", "/photos/b.JPG"],
        ["/usr/bin/open", "-R", "/photos/a.jpg"],
    ]
    with pytest.raises(InputError, match=r"Preview cannot open a\.jpg"):
        MacPrograms(Asked(None), ()).open(Program(PREVIEW, "Preview"), PHOTOS)


def test_windows_asks_by_itself_and_a_refusal_is_told() -> None:
    done: list[tuple[str, str]] = []
    ask = Asked("")
    programs = WindowsPrograms(lambda path, verb: done.append((path, verb)), ask)
    assert programs.asks_itself
    programs.ask(PHOTOS[0])
    assert done == [(str(PHOTOS[0]), "openas")]
    assert programs.reveal(PHOTOS)
    assert ask.commands == [["explorer.exe", "/select,", str(PHOTOS[0])]]

    def refuse(path: str, verb: str) -> None:
        raise OSError(5, "Access is denied")

    with pytest.raises(InputError, match=r"a\.jpg cannot be opened \(Access is denied\)"):
        WindowsPrograms(refuse, ask).ask(PHOTOS[0])
