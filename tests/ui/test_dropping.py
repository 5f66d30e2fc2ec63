"""What is dropped or pasted: folders, files, image data, several at once, and what is no picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from mindseye.search import PictureFile
from mindseye.ui.application import OpenWindow
from mindseye.ui.dropping import MOST_PICTURES, PHOTO_IDS, WEB_ADDRESS, meaning
from tests.support.pictures import write_picture, write_pictures


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def image() -> QImage:
    made = QImage(48, 32, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.red)
    return made


def drop(opened: OpenWindow, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(600, 400),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.window.dropEvent(event)
    opened.wait_until_shown()


def test_a_picture_from_the_file_manager_is_searched_by(full_window: OpenWindow, tmp_path: Path) -> None:
    path = write_picture(tmp_path / "outside.jpg", "blue", seed=90)
    drop(full_window, files(path))
    assert full_window.showing.searching.asked.query().parts == (PictureFile(path),)
    assert full_window.showing.searching.answer is not None


def test_several_are_searched_by_at_once(full_window: OpenWindow, tmp_path: Path) -> None:
    paths = write_pictures(tmp_path / "outside", 3, seed=40)
    drop(full_window, files(*paths))
    asked = full_window.showing.searching.asked
    assert [chip.piece for chip in asked.chips] == [PictureFile(path) for path in paths]
    drop(full_window, files(paths[0]))
    assert len(full_window.showing.searching.asked.chips) == 3, "the same picture again adds nothing"


def test_image_data_from_a_browser_is_searched_by_though_an_address_comes_along(
    full_window: OpenWindow,
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/red.jpg")])
    mime.setImageData(image())
    drop(full_window, mime)
    (part,) = full_window.showing.searching.asked.query().parts
    assert isinstance(part, PictureFile)
    assert part.path.read_bytes()


def test_bytes_are_taken_as_the_browser_gave_them(tmp_path: Path) -> None:
    data = write_picture(tmp_path / "whole.jpg", "green").read_bytes()
    mime = QMimeData()
    mime.setData("image/jpeg", data)
    mime.setImageData(image())
    assert meaning(mime).data == data


def test_a_bare_web_address_is_not_fetched_and_that_is_told(full_window: OpenWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/red.jpg")])
    drop(full_window, mime)
    assert full_window.window.notice.sentence == WEB_ADDRESS
    assert full_window.showing.searching.asked.empty


def test_a_pasted_picture_is_searched_by(full_window: OpenWindow) -> None:
    QApplication.clipboard().setImage(image())
    try:
        full_window.window.actions_by_name["paste"].trigger()
        full_window.wait_until_shown()
        assert len(full_window.showing.searching.asked.chips) == 1
        assert full_window.showing.searching.answer is not None
    finally:
        QApplication.clipboard().clear()


def test_more_than_a_handful_and_what_is_no_picture_are_told(tmp_path: Path) -> None:
    paths = write_pictures(tmp_path / "many", MOST_PICTURES + 2)
    told = meaning(files(*paths))
    assert len(told.pictures) == MOST_PICTURES
    assert "first 8 of 10" in told.sentence
    (tmp_path / "notes.txt").write_text("words")
    assert meaning(files(paths[0], tmp_path / "notes.txt")).sentence == "What is not a picture is left out."
    assert "notes.txt is not a picture" in meaning(files(tmp_path / "notes.txt")).sentence


def test_photos_of_the_library_that_are_let_go_of_in_the_grid_do_nothing(
    full_window: OpenWindow, photos: Path
) -> None:
    mime = files(next(photos.iterdir()))
    mime.setData(PHOTO_IDS, b"1")
    drop(full_window, mime)
    assert full_window.showing.searching.asked.empty


@pytest.mark.parametrize("kind", ["broken", "folder beside a file"])
def test_what_cannot_be_searched_by_is_told(full_window: OpenWindow, tmp_path: Path, kind: str) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture at all")
    if kind == "broken":
        drop(full_window, files(broken))
        assert "broken.jpg cannot be searched by" in full_window.window.notice.sentence
    else:
        told = meaning(files(tmp_path, broken))
        assert told.folders == (tmp_path,)
        assert "left out" in told.sentence
