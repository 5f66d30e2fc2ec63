"""Tags, ratings and captions by key and by click, and taking them back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QToolButton
from pytestqt.qtbot import QtBot

from mindseye.operations import history, labelling
from mindseye.operations.labelling import Labels
from mindseye.ui.application import OpenWindow
from mindseye.ui.places import WithTag
from mindseye.ui.tag_editor import TagEditor


def labels(opened: OpenWindow, photo_id: int) -> Labels:
    library = opened.showing.library
    assert library is not None
    return labelling.labels_of(library, [photo_id])[photo_id]


def own(opened: OpenWindow, photo_id: int) -> set[str]:
    return {tag.label for tag in labels(opened, photo_id).tags if not tag.category}


@pytest.fixture
def current(full_window: OpenWindow) -> int:
    """A photo that the keyboard is at."""
    grid = full_window.window.grid
    grid.setFocus()
    grid.go_to(int(grid.tiles.ids[2]))
    return int(grid.tiles.ids[2])


def editor_of(opened: OpenWindow, qtbot: QtBot) -> TagEditor:
    qtbot.keyClick(opened.window.grid, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(TagEditor)))
    (editor,) = opened.window.findChildren(TagEditor)
    return editor


def test_a_key_rates_and_the_details_show_it(full_window: OpenWindow, qtbot: QtBot, current: int) -> None:
    window = full_window.window
    qtbot.keyClick(window.grid, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: labels(full_window, current).rating == 4)
    qtbot.waitUntil(lambda: window.notice.sentence == "Done: rating 1 photo 4. Undo takes it back.")
    full_window.wait_until_shown()
    stars = [button for button in window.details.findChildren(QToolButton) if button.objectName() == "star"]
    assert [star.text() for star in stars] == ["★"] * 4 + ["☆"]
    qtbot.mouseClick(stars[3], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: labels(full_window, current).rating == 0)


def test_undo_and_redo_say_what_they_do_and_what_they_did(
    full_window: OpenWindow, qtbot: QtBot, current: int
) -> None:
    window = full_window.window
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    full_window.wait_until_shown()
    assert not undo.isEnabled()
    qtbot.keyClick(window.grid, Qt.Key.Key_5)
    qtbot.waitUntil(undo.isEnabled)
    assert undo.text() == "&Undo rating 1 photo 5"
    undo.trigger()
    qtbot.waitUntil(redo.isEnabled)
    assert window.notice.sentence == "Undone: rating 1 photo 5."
    assert (redo.text(), undo.isEnabled()) == ("&Redo rating 1 photo 5", False)
    assert labels(full_window, current).rating == 0
    redo.trigger()
    qtbot.waitUntil(undo.isEnabled)
    assert labels(full_window, current).rating == 5


def test_the_selection_is_tagged_at_the_keyboard(full_window: OpenWindow, qtbot: QtBot, current: int) -> None:
    window, showing = full_window.window, full_window.showing
    window.grid.selectAll()
    editor = editor_of(full_window, qtbot)
    qtbot.keyClicks(editor.line, "Places/Norway")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.line, "boat")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.isVisible()
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [tag.count for tag in showing.survey.tags] == [12, 12, 12])
    names = [item.text(0) for item in window.sidebar.tree.items()]
    assert names[names.index("Tags") :][:4] == ["Tags", "boat", "Places", "Norway"]
    assert [entry.words for entry in history.entries(showing.library)] == [
        "tagging 12 photos “Places/Norway”, “boat”"
    ]
    showing.go(WithTag("Places"))
    qtbot.waitUntil(lambda: showing.title == "Places")
    full_window.wait_until_shown()
    assert len(window.grid.tiles) == 12
    qtbot.waitUntil(window.actions_by_name["undo"].isEnabled)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: showing.survey.tags == ())


def test_a_tag_that_some_have_stays_until_it_is_ticked_or_unticked(
    full_window: OpenWindow, qtbot: QtBot, current: int
) -> None:
    window, library = full_window.window, full_window.showing.library
    ids = [int(each) for each in window.grid.tiles.ids]
    labelling.give_tags(library, ids[:6], ["some", "other"])
    labelling.give_tags(library, ids, ["all"])
    full_window.wait_until_shown()
    window.grid.selectAll()
    editor = editor_of(full_window, qtbot)
    states = {item.text(): item.checkState() for item in editor._items()}
    assert states == {
        "all": Qt.CheckState.Checked,
        "other": Qt.CheckState.PartiallyChecked,
        "some": Qt.CheckState.PartiallyChecked,
    }
    for item in editor._items():
        if item.text() == "all":
            item.setCheckState(Qt.CheckState.Unchecked)
        if item.text() == "some":
            item.setCheckState(Qt.CheckState.Checked)
    editor._finish()
    qtbot.waitUntil(lambda: own(full_window, ids[8]) == {"some"})
    assert own(full_window, ids[0]) == {"some", "other"}
    assert history.entries(library)[0].words == "tagging 12 photos “some” and taking “all” off them"


def test_a_name_that_is_no_tag_is_explained_and_escape_changes_nothing(
    full_window: OpenWindow, qtbot: QtBot, current: int
) -> None:
    editor = editor_of(full_window, qtbot)
    qtbot.keyClicks(editor.line, "///")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor._hint.text() == "A tag needs a name."
    editor.line.setText("boat")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    full_window.wait_until_shown()
    assert own(full_window, current) == set()


def test_suggested_tags_are_confirmed_and_rejected_by_key_and_by_click(
    full_window: OpenWindow, qtbot: QtBot
) -> None:
    window, library = full_window.window, full_window.showing.library
    assert library is not None
    suggested = next(
        photo_id
        for photo_id in map(int, window.grid.tiles.ids)
        if any(tag.state == "suggested" for tag in labels(full_window, photo_id).tags)
    )
    window.grid.setFocus()
    window.grid.go_to(suggested)
    first = next(tag for tag in labels(full_window, suggested).tags if tag.state == "suggested")
    full_window.wait_until_shown()

    def state() -> list[str]:
        return [
            tag.state
            for tag in labels(full_window, suggested).tags
            if (tag.category, tag.label) == (first.category, first.label)
        ]

    qtbot.keyClick(window.grid, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: state() == ["confirmed"])
    qtbot.waitUntil(window.actions_by_name["undo"].isEnabled)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: state() == ["suggested"])
    full_window.wait_until_shown()
    (no,) = [
        button
        for button in window.details.findChildren(QToolButton)
        if button.accessibleName() == f"Reject {first.label}"
    ]
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state() == [])


def test_a_caption_is_written(full_window: OpenWindow, qtbot: QtBot, current: int) -> None:
    window = full_window.window
    qtbot.keyClick(window.grid, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(window.findChildren(QInputDialog)))
    (dialog,) = window.findChildren(QInputDialog)
    dialog.setTextValue("At sea")
    dialog.accept()
    qtbot.waitUntil(lambda: labels(full_window, current).caption == "At sea")


def test_the_photo_that_is_shown_large_is_rated_too(
    full_window: OpenWindow, qtbot: QtBot, current: int
) -> None:
    window = full_window.window
    window.chosen.open_current()
    qtbot.waitUntil(lambda: window.viewer.complete)
    qtbot.keyClick(window.viewer, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: labels(full_window, current).rating == 2)
    window.viewer.leave()
