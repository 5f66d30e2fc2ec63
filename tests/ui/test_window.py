"""What people do in the window, on a real library with a model that knows colours."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QFileInfo, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from mindseye.events import FoldersChanged, IndexingProgress, Phase, Slowed
from mindseye.folders.polling import Polled
from mindseye.indexing.pace import Rules
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from mindseye.ui.dropping import NO_PICTURE, WEB_ADDRESS, meaning
from mindseye.ui.file_dialogs import dress
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.places import PROBLEMS, AllPhotos, InFolder, Page, WithLabel
from tests.support.pictures import scene, write_picture
from tests.ui.conftest import StartWindow


def shown_words(opened: OpenWindow) -> str:
    """The words of the page in the middle."""
    page = opened.window.middle.stack.currentWidget()
    assert page is not None
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def type_words(qtbot: QtBot, opened: OpenWindow, words: str) -> None:
    line = opened.window.search_bar.line
    line.clear()
    qtbot.keyClicks(line, words)


def test_an_empty_library_asks_for_a_folder(start_window: StartWindow, qtbot: QtBot) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.page is Page.NO_FOLDERS)
    assert "Where are your photographs?" in shown_words(opened)


def test_a_folder_is_dropped_and_its_photos_appear(
    start_window: StartWindow, qtbot: QtBot, photos: Path
) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.page is Page.NO_FOLDERS)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photos))])
    opened.window.requests.take(meaning(mime))
    qtbot.waitUntil(lambda: len(opened.window.grid.tiles) == 12, timeout=20_000)
    qtbot.waitUntil(lambda: opened.showing.indexing.progress.phase is Phase.IDLE)
    assert opened.showing.title == "12 photos"


def test_a_new_file_appears_by_itself_without_moving_the_selection(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    grid = full_window.window.grid
    chosen = int(grid.tiles.ids[4])
    grid.go_to(chosen)
    write_picture(photos / "late.jpg", "green", seed=99)
    qtbot.waitUntil(lambda: len(grid.tiles) == 13, timeout=30_000)
    assert grid.current_id == chosen
    assert grid.chosen_ids().tolist() == [chosen]


def test_typing_finds_and_escape_goes_back(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, showing = full_window.window, full_window.showing
    type_words(qtbot, full_window, "red")
    qtbot.waitUntil(lambda: showing.searching.answer is not None)
    full_window.wait_until_shown()
    assert showing.searching.answer is not None
    assert len(showing.searching.answer.tiles) == 12
    qtbot.keyClick(window.search_bar.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: showing.searching.answer is None)
    assert window.search_bar.line.text() == ""
    assert len(window.grid.tiles) == 12
    qtbot.keyClick(window.search_bar.line, Qt.Key.Key_Escape)
    assert window.grid.hasFocus() or not window.isActiveWindow()
    assert window.grid.current_id is not None


def test_only_the_last_of_quick_words_is_answered(full_window: OpenWindow, qtbot: QtBot) -> None:
    showing = full_window.showing
    for words in ("red", "green", "blue"):
        showing.searching.search_words(words)
    full_window.wait_until_shown()
    assert showing.searching.asked.words == "blue"
    assert showing.searching.answer is not None
    blue = int(showing.searching.answer.tiles.ids[0])
    showing.searching.search_words("blue")
    full_window.wait_until_shown()
    assert int(showing.searching.answer.tiles.ids[0]) == blue


def test_the_fold_opens_and_closes(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, showing = full_window.window, full_window.showing
    _judge(monkeypatch, likely=3)
    showing.searching.search_words("red")
    full_window.wait_until_shown()
    assert (showing.title, showing.subtitle) == ("3 likely", "9 less likely")
    assert len(window.grid.tiles) == 3
    assert window.grid.fold.isVisible()
    assert "9 more" in window.grid.fold.text()
    qtbot.mouseClick(window.grid.fold, Qt.MouseButton.LeftButton)
    assert len(window.grid.tiles) == 12
    window.actions_by_name["fold"].trigger()
    assert len(window.grid.tiles) == 3


def test_nothing_likely_is_said_and_the_nearest_are_shown(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _judge(monkeypatch, likely=0)
    full_window.showing.searching.search_words("guitar")
    full_window.wait_until_shown()
    assert full_window.showing.page is Page.PROBABLY_NONE
    assert "Probably no photo of “guitar” here" in shown_words(full_window)
    assert len(full_window.showing.visible_tiles) == 3
    full_window.showing.searching.show_nearest()
    assert len(full_window.window.grid.tiles) == 12


def test_the_nearest_are_seen_also_where_their_thumbnails_were_there_before(
    full_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _judge(monkeypatch, likely=0)
    searching, page = full_window.showing.searching, full_window.window.middle.none_page
    searching.search_words("guitar")
    full_window.wait_until_shown()
    nearest = full_window.showing.visible_tiles
    searching.clear()
    full_window.wait_until_shown()
    page.tell("", Tiles.none(), 0)
    page.tell("", nearest, 12)  # told, but not to be seen yet
    page.wish()
    full_window.wait_until_shown()
    searching.search_words("guitar")
    full_window.wait_until_shown()
    shown = [page._row.itemAt(place).widget() for place in range(3)]
    for button in shown:
        assert isinstance(button, QToolButton)
        assert not button.icon().isNull()


def test_find_similar_shows_the_photo_as_a_chip_and_finds_its_like(
    full_window: OpenWindow, qtbot: QtBot
) -> None:
    window = full_window.window
    photo = int(window.grid.tiles.ids[2])
    window.grid.go_to(photo)
    window.actions_by_name["similar"].trigger()
    qtbot.waitUntil(lambda: full_window.showing.searching.answer is not None)
    full_window.wait_until_shown()
    # The three pictures of its colour differ by less than a stored vector can tell.
    assert photo in window.grid.tiles.ids[:3]
    (chip,) = window.search_bar.chips
    assert chip.isVisible()
    chip.changed.emit(None)
    qtbot.waitUntil(lambda: full_window.showing.searching.answer is None)
    assert not window.search_bar.chips


def test_a_picture_file_and_words_combine(full_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window, showing = full_window.window, full_window.showing
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write_picture(tmp_path / "outside.png", "blue", seed=77)))])
    type_words(qtbot, full_window, "day")
    window.requests.take(meaning(mime))
    qtbot.waitUntil(lambda: showing.searching.asked.with_picture)
    full_window.wait_until_shown()
    assert showing.searching.asked.words == "day"
    assert len(showing.searching.asked.query().parts) == 2
    assert showing.searching.answer is not None


def test_what_is_no_picture_is_told_in_a_sentence(
    full_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fake = tmp_path / "fake.jpg"
    fake.write_bytes(b"this is text")
    full_window.showing.searching.search_by_files([fake])
    qtbot.waitUntil(lambda: "fake.jpg" in full_window.window.notice.sentence)
    assert full_window.showing.searching.answer is None


def test_a_picture_from_a_browser_and_a_bare_address() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat")])
    assert meaning(mime).sentence == WEB_ADDRESS
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime.setImageData(image)
    assert (meaning(mime).data or b"").startswith(b"\x89PNG")
    assert meaning(QMimeData()).sentence == NO_PICTURE


def test_a_label_and_a_folder_filter_the_grid(full_window: OpenWindow, qtbot: QtBot) -> None:
    showing = full_window.showing
    folder = showing.survey.folders[0]
    showing.go(InFolder(folder.id, folder.path))
    full_window.wait_until_shown()
    assert len(full_window.window.grid.tiles) == 12
    counted = [item for item in showing.survey.labels if item.label and item.count]
    assert counted
    showing.go(WithLabel(counted[0].category, counted[0].label or ""))
    full_window.wait_until_shown()
    assert len(full_window.window.grid.tiles) == counted[0].count


def test_the_keyboard_opens_a_photo_and_goes_on_and_back(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    first, second = (int(each) for each in window.grid.tiles.ids[:2])
    window.grid.go_to(first)
    qtbot.keyClick(window.grid, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.viewer.loaded):
        pass
    assert window.viewer.photo_id == first
    qtbot.keyClick(window.viewer, Qt.Key.Key_Right)
    assert window.viewer.photo_id == second
    qtbot.keyClick(window.viewer, Qt.Key.Key_Escape)
    assert window.viewer.photo_id is None
    assert window.grid.current_id == second


def test_details_follow_the_keyboard(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.grid.go_to(int(window.grid.tiles.ids[3]))
    full_window.wait_until_shown()
    words = " ".join(label.text() for label in window.details.findChildren(QLabel))
    assert ".jpg" in words
    assert "96 \N{MULTIPLICATION SIGN} 64" in words
    window.grid.selectAll()
    full_window.wait_until_shown()
    assert "12 photos selected" in " ".join(label.text() for label in window.details.findChildren(QLabel))


def test_refused_files_are_listed_with_their_reason(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff no picture")
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: full_window.showing.survey.problems == 1, timeout=30_000)
    full_window.showing.go(PROBLEMS)
    refused = full_window.window.problems_page.list
    qtbot.waitUntil(lambda: refused.topLevelItemCount() == 1)
    item = refused.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "broken.jpg"
    assert item.text(1)


def test_a_folder_is_removed_after_a_question(full_window: OpenWindow, qtbot: QtBot, photos: Path) -> None:
    window, showing = full_window.window, full_window.showing
    window.sidebar.removal_wanted.emit(showing.survey.folders[0])
    question = window.findChild(QMessageBox)
    assert question is not None
    button = next(each for each in question.buttons() if each.text() == "Remove")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: showing.page is Page.NO_FOLDERS, timeout=10_000)
    assert len(list(photos.iterdir())) == 12


def test_the_indexer_is_paused_and_goes_on(full_window: OpenWindow, qtbot: QtBot) -> None:
    action = full_window.window.actions_by_name["pause"]
    action.trigger()
    assert full_window.showing.indexing.paused
    assert action.isChecked()
    action.trigger()
    assert not full_window.showing.indexing.paused


def test_every_button_and_action_has_a_name(full_window: OpenWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton

    for button in full_window.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
    for action in full_window.window.actions_by_name:
        assert action.text()


@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_opens_and_closes(full_window: OpenWindow, qtbot: QtBot, name: str) -> None:
    full_window.window.actions_by_name[name].trigger()
    dialog = full_window.window.findChild(QDialog)
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_damaged_library_is_told_and_ends_with_a_status(
    start_window: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "catalog.sqlite").write_bytes(b"no database " * 400)
    opened = start_window(damaged)
    qtbot.waitUntil(lambda: opened.showing.page is Page.FAILED)
    assert "The library cannot be opened" in shown_words(opened)
    assert "damaged" in shown_words(opened)
    assert opened.close() == 1


def test_the_window_closes_within_a_second_and_keeps_its_settings(
    full_window: OpenWindow, qtbot: QtBot
) -> None:
    full_window.window.grid.set_row_height(260)
    kept = full_window.window.keep(Settings())
    assert kept.row_height == 260
    assert kept.window
    began = time.monotonic()
    assert full_window.close() == 0
    assert time.monotonic() - began < 1.0


def test_the_sidebar_marks_where_we_are(full_window: OpenWindow, qtbot: QtBot) -> None:
    tree = full_window.window.sidebar.tree
    current = tree.currentItem()
    assert current is not None
    assert current.text(0) == "All photos"
    full_window.showing.searching.search_words("red")
    full_window.wait_until_shown()
    assert not tree.selectedItems()
    full_window.showing.go(AllPhotos())
    full_window.wait_until_shown()
    assert tree.selectedItems()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_theme_changes_while_it_runs(full_window: OpenWindow, choice: str) -> None:
    full_window.theme.choose(choice)  # type: ignore[arg-type]
    background = QApplication.palette().window().color().lightness()
    assert (background > 128) == (choice == "light")


def _judge(monkeypatch: pytest.MonkeyPatch, *, likely: int) -> None:
    """Puts the relevance line below so many results, whatever their scores."""
    import dataclasses

    from mindseye.operations import find

    real = find.find

    def judged(library: object, query: object, *, limit: int) -> list[object]:
        hits = real(library, query, limit=limit)  # type: ignore[arg-type]
        return [dataclasses.replace(hit, likely=place < likely) for place, hit in enumerate(hits)]

    monkeypatch.setattr(find, "find", judged)


def test_a_folder_that_goes_away_is_told_and_its_photos_stay(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    photos.rename(photos.with_name("elsewhere"))
    full_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: "photos is away" in full_window.window.notice.sentence, timeout=30_000)
    assert len(full_window.window.grid.tiles) == 12
    tree = full_window.window.sidebar.tree
    assert any("(away)" in tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount()))


def test_what_a_folder_leaves_out_is_asked_in_a_dialog(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    window = full_window.window
    (folder,) = full_window.showing.survey.folders
    window.sidebar.excludes_wanted.emit(folder)
    (dialog,) = [each for each in window.findChildren(QInputDialog) if each.isVisible()]
    dialog.setTextValue("*red*\n\n# not these\n*blue*")
    dialog.accept()
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 6, timeout=20_000)
    tree = window.sidebar.tree

    def tool_tips() -> list[str]:
        items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
        return [item.toolTip(0) for item in items if item is not None and item.text(0) == photos.name]

    qtbot.waitUntil(lambda: any(tip.endswith("Without *red*, *blue*") for tip in tool_tips()))


def test_a_folder_that_is_looked_at_by_the_clock_is_told_once_with_how_often(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    showing = full_window.showing
    showing.told.connect(told.append)
    (folder,) = showing.survey.folders
    polled = {folder.path: Polled(300.0, "the system watches no more folders")}
    monkeypatch.setattr("mindseye.ui.places.watched_folders.polled_folders", lambda _: polled)
    assert showing.library is not None
    for _ in range(2):
        showing.library.events.publish(FoldersChanged())
        full_window.wait_until_shown()
        qtbot.waitUntil(lambda: showing.survey.polled == polled)
    assert told == [
        f"{folder.path.name} is looked at every 5 min, because the system watches no more folders."
    ]


def test_indexing_on_battery_is_told_and_can_be_hurried(full_window: OpenWindow, qtbot: QtBot) -> None:
    line, showing = full_window.window.status_line, full_window.showing
    assert showing.library is not None
    held = IndexingProgress(Phase.RESTING, done=3, total=12, slowed=Slowed.BATTERY)
    showing.library.events.publish(held)
    qtbot.waitUntil(lambda: line._doing.text() == "Indexing waits for mains power, at 3 of 12")
    assert line._hurry.isVisible()
    qtbot.mouseClick(line._hurry, Qt.MouseButton.LeftButton)
    assert showing.library.indexer.pacer.hurried
    assert full_window.window.actions_by_name["hurry"].isChecked()
    assert not line._hurry.isVisible()
    full_window.window.actions_by_name["hurry"].trigger()
    assert not showing.library.indexer.pacer.hurried


def test_the_rules_for_battery_and_busy_computers_are_chosen_and_kept(full_window: OpenWindow) -> None:
    window, library = full_window.window, full_window.showing.library
    assert library is not None
    for name, rule in (("on_battery", "wait"), ("when_busy", "full speed")):
        (action,) = [each for each in window.actions_by_name.choices[name].actions() if each.data() == rule]
        action.trigger()
    assert library.indexer.pacer.rules == Rules("wait", "full speed")
    kept = window.keep(Settings())
    assert (kept.on_battery, kept.when_busy) == ("wait", "full speed")


def test_raw_and_picture_of_a_shot_become_one_item(
    full_window: OpenWindow, qtbot: QtBot, photos: Path
) -> None:
    window, showing = full_window.window, full_window.showing
    scene(1, (96, 64)).save(photos / "000-red.nef", "TIFF")
    showing.indexing.look_again()
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 13, timeout=20_000)
    one, two = window.actions_by_name.choices["shots"].actions()
    assert two.isChecked()
    one.trigger()
    qtbot.waitUntil(lambda: len(window.grid.tiles) == 12, timeout=20_000)
    qtbot.waitUntil(lambda: showing.survey.shots_together)
    assert one.isChecked()


def test_the_folder_that_is_looked_at_is_indexed_first(full_window: OpenWindow, photos: Path) -> None:
    showing = full_window.showing
    assert showing.library is not None
    (folder,) = showing.survey.folders
    showing.go(InFolder(folder.id, folder.path))
    assert showing.library.indexer.looked_at == photos
    showing.go(AllPhotos())
    assert showing.library.indexer.looked_at is None


def test_a_file_dialog_that_qt_draws_has_the_icons_of_the_window(
    full_window: OpenWindow, photos: Path
) -> None:
    window = full_window.window
    dialog = QFileDialog(window, "", str(photos))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    icons = dress(dialog, window.theme)
    up, plain = dialog.findChild(QToolButton, "toParentButton"), window.theme.icon("arrow-up")
    assert isinstance(up, QToolButton)
    assert up.icon().pixmap(16).toImage() == plain.pixmap(16).toImage()
    for path, name in ((photos, "folder"), (next(photos.glob("*.jpg")), "photo")):
        drawn = icons.icon(QFileInfo(str(path))).pixmap(16).toImage()
        assert drawn == window.theme.icon(name, "quiet").pixmap(16).toImage()
    dialog.deleteLater()


def test_the_folder_that_is_chosen_is_added(
    start_window: StartWindow, qtbot: QtBot, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.library is not None)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(photos)])
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    opened.window.actions_by_name["add_folder"].trigger()
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 12)
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)
    opened.window.actions_by_name["search_by_file"].trigger()
    opened.wait_until_shown()
    assert opened.showing.searching.asked.empty


def test_photos_are_asked_for_as_fine_as_the_screen_that_the_window_moved_to(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked = full_window.window, []
    monkeypatch.setattr(window.thumbnails, "want", asked.append)
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: bool(asked))
    monkeypatch.setattr(window.grid, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: len(asked) > 1)
    (photo_id, coarse), (same_id, fine) = asked[0][0], asked[-1][0]
    assert (same_id, fine) == (photo_id, coarse * 2)


def test_what_is_said_shows_soon_however_long_nothing_happened_before(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, clock = full_window.window, time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: clock() + 1000)
    full_window.showing.go(full_window.showing.place)
    full_window.wait_until_shown()
    window.grid.setFocus()
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    full_window.wait_until_shown()
    window.actions_by_name["rate_4"].trigger()

    def rated() -> bool:
        return any(star.property("on") for star in window.details.findChildren(QToolButton, "star"))

    qtbot.waitUntil(rated, timeout=8000)
    full_window.wait_until_shown()


def test_a_large_photo_fills_the_window_when_its_room_grows(full_window: OpenWindow, qtbot: QtBot) -> None:
    window = full_window.window
    window.chosen.open_photo(int(window.grid.tiles.ids[0]))
    window.menuBar().hide()
    qtbot.waitUntil(lambda: window.frame.size() == window.size())
    assert window.viewer.size() == window.frame.size()
    window.menuBar().show()
    window.viewer.leave()
    full_window.wait_until_shown()
