"""Photos in other programs: which are offered, the last one first, and what is told when it goes wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mindseye.errors import InputError
from mindseye.operations import browse
from mindseye.programs import Program
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from mindseye.ui.program_dialog import ProgramDialog
from tests.ui.conftest import StartWindow

ALBUM, BRUSH, WRITER = (Program(f"{name.lower()}.desktop", name) for name in ("Album", "Brush", "Writer"))
Key = Qt.Key


class Installed:
    """A computer with three programs."""

    def __init__(self) -> None:
        self.opened: list[tuple[Program, list[Path]]] = []
        self.asked: list[Path] = []
        self.revealed: list[list[Path]] = []
        self.asks_itself = False

    def for_files(self, paths: Sequence[Path]) -> list[Program]:
        return [ALBUM, BRUSH]

    def others(self) -> list[Program]:
        return [ALBUM, BRUSH, WRITER]

    def open(self, program: Program, paths: Sequence[Path]) -> None:
        if program == WRITER:
            raise InputError("Writer cannot be started.")
        self.opened.append((program, list(paths)))

    def ask(self, path: Path) -> None:
        self.asked.append(path)

    def reveal(self, paths: Sequence[Path]) -> bool:
        self.revealed.append(list(paths))
        return True


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Installed:
    found = Installed()
    monkeypatch.setattr("mindseye.ui.other_programs.of_this_system", lambda: found)
    return found


@pytest.fixture
def window_with_photos(
    installed: Installed, start_window: StartWindow, qtbot: QtBot, photos: Path
) -> Callable[..., OpenWindow]:
    def start(settings: Settings | None = None) -> OpenWindow:
        opened = start_window(settings=settings)
        qtbot.waitUntil(lambda: opened.showing.library is not None)
        opened.showing.add_folders([photos])
        qtbot.waitUntil(lambda: len(opened.showing.tiles) == 12)
        opened.wait_until_shown()
        opened.window.grid.setFocus()
        opened.window.grid.go_to(int(opened.window.grid.tiles.ids[0]))
        return opened

    return start


def ask(opened: OpenWindow, qtbot: QtBot) -> ProgramDialog:
    qtbot.waitUntil(lambda: opened.window.findChild(ProgramDialog) is None)
    opened.window.actions_by_name["open_with"].trigger()
    qtbot.waitUntil(lambda: opened.window.findChild(ProgramDialog) is not None)
    dialog = opened.window.findChild(ProgramDialog)
    assert isinstance(dialog, ProgramDialog)
    return dialog


def names(dialog: ProgramDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_programs_are_found_by_letters_and_the_last_one_stands_first(
    window_with_photos: Callable[..., OpenWindow], installed: Installed, qtbot: QtBot
) -> None:
    opened = window_with_photos()
    library, current = opened.showing.library, opened.window.grid.current_id
    assert library is not None
    assert current is not None
    (path,) = browse.paths_of(library, [current])
    dialog = ask(opened, qtbot)
    assert names(dialog) == ["Album", "Brush", "Other programs", "Writer"]
    assert dialog.program == ALBUM
    qtbot.keyClick(dialog.line, Key.Key_Down)
    assert dialog.program == BRUSH
    qtbot.keyClicks(dialog.line, "br")
    assert names(dialog) == ["Brush"]
    qtbot.keyClick(dialog.line, Key.Key_Return)
    qtbot.waitUntil(lambda: installed.opened == [(BRUSH, [path])])
    qtbot.waitUntil(lambda: "Brush is starting" in opened.window.notice.sentence)
    assert opened.window.keep(Settings()).open_with == BRUSH.id
    again = ask(opened, qtbot)
    assert names(again)[0] == "Brush"
    again.reject()
    opened.wait_until_shown()


def test_all_chosen_photos_are_opened_and_a_refusal_is_told(
    window_with_photos: Callable[..., OpenWindow], installed: Installed, qtbot: QtBot
) -> None:
    opened = window_with_photos(Settings(open_with=WRITER.id))
    opened.window.grid.selectAll()
    dialog = ask(opened, qtbot)
    assert dialog.program == WRITER
    dialog.accept()
    qtbot.waitUntil(lambda: opened.window.notice.sentence == "Writer cannot be started.")
    dialog = ask(opened, qtbot)
    dialog.list.setCurrentRow(1)
    dialog.accept()
    qtbot.waitUntil(lambda: [len(paths) for _, paths in installed.opened] == [12])
    opened.wait_until_shown()


def test_where_the_system_has_a_list_of_its_own_it_is_shown(
    window_with_photos: Callable[..., OpenWindow], installed: Installed, qtbot: QtBot
) -> None:
    installed.asks_itself = True
    opened = window_with_photos()
    opened.window.actions_by_name["open_with"].trigger()
    qtbot.waitUntil(lambda: len(installed.asked) == 1)
    opened.window.actions_by_name["reveal"].trigger()
    qtbot.waitUntil(lambda: installed.revealed == [installed.asked])
    assert opened.window.findChild(ProgramDialog) is None
    opened.wait_until_shown()


def test_what_is_away_is_told_and_not_opened(
    window_with_photos: Callable[..., OpenWindow], installed: Installed, qtbot: QtBot, photos: Path
) -> None:
    opened = window_with_photos()
    photos.rename(photos.with_name("unplugged"))
    for name in ("open_outside", "open_with", "reveal"):
        opened.window.notice.hide()
        opened.window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: "opens when its drive is back" in opened.window.notice.sentence)
    assert not installed.opened
    assert not installed.revealed
    opened.wait_until_shown()
