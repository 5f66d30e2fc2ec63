"""The search bar: chips, mistakes in place, completions; all of it by the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindseye.operations.searches import remember_search, vocabulary
from mindseye.search import Filter, PictureFile, Query, Words
from mindseye.ui.application import OpenWindow
from mindseye.ui.asked import Asked, Chip
from tests.support.pictures import write_picture
from tests.ui.test_window import type_words

Key = Qt.Key


def pieces(opened: OpenWindow) -> list[object]:
    return [view.chip.piece for view in opened.window.search_bar.chips]


def test_return_makes_chips_of_filters_and_of_what_is_excluded(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    type_words(qtbot, full_window, "red -blue type:jpg")
    qtbot.keyClick(bar.line, Key.Key_Return)
    full_window.wait_until_shown()
    assert pieces(full_window) == [Words("blue", -1), Filter("type", ("jpg",))]
    assert bar.line.text() == "red"
    assert bar.chips[0].accessibleName() == "not blue"
    asked = full_window.showing.searching.asked
    assert set(asked.query().parts) == {Words("red"), Words("blue", -1)}
    assert asked.spoken() == "“red” without “blue”"


def test_a_chip_is_weighed_turned_edited_and_removed_by_keys(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    type_words(qtbot, full_window, "red -blue (green)^2")
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert pieces(full_window) == [Words("blue", -1), Words("green", 2)]
    qtbot.keyClick(bar.line, Key.Key_Home)
    qtbot.keyClick(bar.line, Key.Key_Left)  # from the start of the line to the last chip
    last = bar.chips[-1]
    qtbot.keyClick(last, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pieces(full_window)[1] == Words("green", 3)
    qtbot.keyClick(bar.chips[-1], Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(bar.chips[-1], Key.Key_Minus)
    assert pieces(full_window)[1] == Words("green", -2)
    qtbot.keyClick(bar.chips[0], Key.Key_Delete)
    assert pieces(full_window) == [Words("green", -2)]
    qtbot.keyClick(bar.chips[0], Key.Key_Return)
    assert pieces(full_window) == []
    assert bar.line.text() == "-green^2 red"
    full_window.wait_until_shown()


def test_the_wheel_and_dragging_weigh_a_chip(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar, searching = full_window.window.search_bar, full_window.showing.searching
    searching.search_words("red (blue)^2")
    searching.settle()
    (view,) = bar.chips
    middle = QPointF(view.rect().center())
    wheel = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, wheel)
    assert pieces(full_window) == [Words("blue", 1.5)]
    (view,) = bar.chips
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    qtbot.mouseMove(view, QPoint(84, 4))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(84, 4))
    assert pieces(full_window) == [Words("blue", 3)]
    full_window.wait_until_shown()


def test_a_mistake_is_told_in_place_and_the_rest_is_searched(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar, searching = full_window.window.search_bar, full_window.showing.searching
    bar.line.setFocus()
    type_words(qtbot, full_window, "red date:someday type:jpg")
    assert "date" in bar.line.accessibleDescription() or "year" in bar.line.accessibleDescription()
    full_window.wait_until_shown()
    assert searching.asked.query() == Query((Words("red"),), (Filter("type", ("jpg",)),))
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert bar.line.text() == "red date:someday type:jpg"  # a mistake stays to be mended
    type_words(qtbot, full_window, "red")
    assert bar.line.accessibleDescription() == ""
    full_window.wait_until_shown()


def test_a_mistake_at_the_end_is_told_once_it_is_entered(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    bar.line.setFocus()
    type_words(qtbot, full_window, "red date:2022..2021")
    assert bar.completions.sentence == ""  # it may be going on
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert bar.completions.sentence.startswith("After date: belongs")
    assert bar.completions.isVisible()
    full_window.wait_until_shown()
    assert bar.completions.isVisible()
    qtbot.keyClick(bar.line, Key.Key_Backspace)
    assert bar.completions.sentence == ""
    full_window.wait_until_shown()


def test_completions_are_taken_by_keys(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    qtbot.waitUntil(lambda: "photos" in bar.vocabulary.values.get("folder", ()))
    bar.line.setFocus()
    type_words(qtbot, full_window, "red fol")
    assert bar.completions.list.count() == 1
    qtbot.keyClick(bar.line, Key.Key_Tab)
    assert bar.line.text() == "red folder:"
    qtbot.keyClick(bar.line, Key.Key_Down)
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert bar.line.text() == "red folder:photos "
    assert bar.completions.isHidden()
    full_window.wait_until_shown()


def test_what_could_be_typed_goes_when_it_is_asked(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    qtbot.waitUntil(lambda: "photos" in bar.vocabulary.values.get("folder", ()))
    bar.line.setFocus()
    type_words(qtbot, full_window, "red fol")
    assert not bar.completions.isHidden()
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert bar.completions.isHidden()
    full_window.wait_until_shown()
    assert bar.completions.isHidden()


def test_searches_are_remembered_and_forgotten(full_window: OpenWindow, qtbot: QtBot) -> None:
    bar = full_window.window.search_bar
    for words in ("red", "blue", "red"):
        type_words(qtbot, full_window, words)
        qtbot.keyClick(bar.line, Key.Key_Return)
    qtbot.waitUntil(lambda: bar.vocabulary.searches == ("red", "blue"))
    full_window.window.actions_by_name["forget_searches"].trigger()
    qtbot.waitUntil(lambda: bar.vocabulary.searches == ())
    library = full_window.showing.library
    assert library is not None
    for number in range(120):
        remember_search(library, f"search {number}")
    assert len(vocabulary(library).searches) == 100
    full_window.wait_until_shown()


def test_several_pictures_are_several_parts(full_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [write_picture(tmp_path / f"{number}.png", "blue", seed=70 + number) for number in range(3)]
    searching = full_window.showing.searching
    searching.search_by_files(paths)
    qtbot.waitUntil(lambda: len(searching.asked.chips) == 3)
    searching.search_by_files(paths[:1])  # what is there already is not asked twice
    full_window.wait_until_shown()
    assert pieces(full_window) == [PictureFile(path) for path in paths]
    assert searching.answer is not None
    assert searching.asked.spoken() == "like 0.png, 1.png and 2.png"


@pytest.mark.parametrize(
    ("text", "words", "chips"),
    [
        ("a dog", "a dog", []),
        ("a dog date:2022", "a dog", [Filter("date", ("2022",))]),
        ("dog^2", "", [Words("dog", 2)]),
        ("dog date:2022 snow", "snow", [Words("dog"), Filter("date", ("2022",))]),
        ("dog date:never", "dog date:never", []),
        ("", "", []),
    ],
)
def test_what_settles(text: str, words: str, chips: list[object]) -> None:
    settled = Asked(text).settled()
    assert settled.words == words
    assert [chip.piece for chip in settled.chips] == chips
    assert set(settled.query().parts) == set(Asked(text).query().parts)


def test_weights_stay_within_what_is_allowed() -> None:
    chip = Chip.of(Words("dog", -1))
    for _ in range(20):
        chip = chip.stepped(1)
    assert chip.piece == Words("dog", -5)
    assert chip.weighing(1e6).weight == 100
    assert chip.weighing(0).weight == 0.01
    condition = Chip.of(Filter("type", ("jpg",)))
    assert condition.stepped(1) is condition
