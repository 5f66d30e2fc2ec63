"""Opening folders and pictures with the program, as a file manager does."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.ui.dropping import meaning_of_files
from mindseye.ui.opened_files import OpenedFiles
from tests.support.pictures import write_picture
from tests.ui.conftest import StartWindow


def test_folders_come_first_and_files_are_told(tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "red.jpg")
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    assert meaning_of_files([tmp_path, picture]).folders == (tmp_path,)
    assert "left out" in meaning_of_files([tmp_path, picture]).sentence
    assert meaning_of_files([picture]).pictures == (picture,)
    assert "notes.txt" in meaning_of_files([tmp_path / "notes.txt"]).sentence


def test_a_folder_that_is_given_at_the_start_is_added(
    start_window: StartWindow, qtbot: QtBot, photos: Path
) -> None:
    opened = start_window()
    opened.take_when_open([photos])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 12, timeout=20_000)


def test_what_the_desktop_hands_over_later_is_heard(qapp: QApplication, tmp_path: Path) -> None:
    handed_over = OpenedFiles()
    heard: list[list[Path]] = []
    handed_over.called.connect(heard.append)
    qapp.installEventFilter(handed_over)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "a b.jpg"))))
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/")))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(handed_over)
    assert heard == [[tmp_path / "a b.jpg"]]
