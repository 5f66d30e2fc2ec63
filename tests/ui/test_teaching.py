"""Teaching a tag, the Categories page and any labels, at the keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mindseye.catalog.tags import OWN
from mindseye.library import Library
from mindseye.operations import browse, categories, labelling, teach
from mindseye.tagging import Category, Label
from mindseye.ui.application import OpenWindow
from mindseye.ui.categories_page import CategoriesPage
from mindseye.ui.category_dialog import CategoryDialog
from mindseye.ui.places import TEACHING, WithTag

LABELS = (Label("warm", ("red",)), Label("cold", ("blue",)), Label("fresh", ("green",)))
COLOUR = Category("colour", LABELS, certain_from=0.6)


def library_of(opened: OpenWindow) -> Library:
    library = opened.showing.library
    assert library is not None
    return library


def named(opened: OpenWindow, colour: str) -> list[int]:
    library = library_of(opened)
    return [
        tile.id for tile in browse.all_tiles(library) if colour in browse.paths_of(library, [tile.id])[0].name
    ]


def test_a_tag_is_taught_at_the_keyboard_alone(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, library = full_window.window, library_of(full_window)
    window.actions_by_name["teach"].trigger()
    page = window.teach_page
    qtbot.waitUntil(page.isVisible)
    qtbot.keyClicks(page.tag, "Warm")
    qtbot.keyClicks(page.prompt, "red")
    qtbot.keyClick(page.prompt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.grid.photo_ids()) == 12)
    assert page.surest.isChecked()
    first = page.grid.photo_ids()
    assert set(first[:3]) == set(named(full_window, "red"))
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Return):
        qtbot.keyClick(page.grid, key)
    qtbot.waitUntil(lambda: page.study is not None and page.study.learnt.examples == 3)
    assert set(labelling.photos_with_free_tag(library, "Warm")) == set(first[:3])
    assert not set(page.grid.photo_ids()) & set(first[:4])
    assert page.doubtful.isChecked()
    assert page.learnt.text().startswith("3 right and 1 wrong so far. Each left out in turn, ")
    assert not teach.taught_tags(library)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(teach.taught_tags(library)))
    qtbot.waitUntil(lambda: not page.stop.isHidden())
    page.stop.click()
    qtbot.waitUntil(lambda: not teach.taught_tags(library))
    assert len(labelling.photos_with_free_tag(library, "Warm")) == 3


def test_photos_that_are_selected_are_taken_for_examples(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, library = full_window.window, library_of(full_window)
    blue = named(full_window, "blue")
    window.grid.setFocus()
    window.grid.selectAll()
    chosen = [int(each) for each in window.grid.chosen_ids()]
    window.actions_by_name["teach"].trigger()
    page = window.teach_page
    qtbot.waitUntil(page.isVisible)
    full_window.wait_until_shown()
    page.tag.setText("Cold")
    page.begin_with("Cold", "", blue[:2])
    page.enter()
    qtbot.waitUntil(lambda: page.grid.photo_ids() == blue[:2])
    assert len(chosen) == 12
    assert page.grid.ticked() == blue[:2]
    page.learn_now()
    qtbot.waitUntil(lambda: page.study is not None and page.study.learnt.examples == 2)
    assert set(labelling.photos_with_free_tag(library, "Cold")) == set(blue[:2])


def test_a_tag_without_words_or_examples_says_what_it_needs(full_window: OpenWindow, qtbot: QtBot) -> None:
    page = full_window.window.teach_page
    page.begin_with("Nothing yet", "")
    full_window.showing.go(TEACHING)
    qtbot.waitUntil(lambda: "needs an example" in page._words.text())
    assert not page.apply.isEnabled()
    full_window.wait_until_shown()


@pytest.fixture
def page(full_window: OpenWindow, qtbot: QtBot) -> CategoriesPage:
    """The Categories page, at one of colours."""
    categories.change_category(library_of(full_window), COLOUR)
    full_window.window.actions_by_name["categories"].trigger()
    found = full_window.window.categories_page
    qtbot.waitUntil(lambda: found.isVisible() and found.view is not None)
    full_window.wait_until_shown()
    found.list.setCurrentRow(found.list.count() - 1)
    qtbot.waitUntil(lambda: found.view is not None and found.view.category.name == "colour")
    return found


def test_a_sample_is_checked_by_eye_with_one_key_each(
    full_window: OpenWindow, qtbot: QtBot, page: CategoriesPage
) -> None:
    library = library_of(full_window)
    shown = page.grid.photo_ids()
    assert set(shown) == set(named(full_window, "red"))
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N):
        qtbot.keyClick(page.grid, key)
    qtbot.waitUntil(lambda: page.view is not None and page.view.labels[0].right == 1)
    qtbot.waitUntil(lambda: page.view is not None and page.view.labels[0].wrong == 1)
    said = labelling.labels_of(library, shown[:2])
    assert [(tag.label, tag.state) for tag in said[shown[0]].tags if tag.category == "colour"] == [
        ("warm", "confirmed")
    ]
    assert not [tag for tag in said[shown[1]].tags if tag.category == "colour"]
    assert page.grid.photo_ids() == shown  # what is being checked stays where it is
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.grid.photo_ids() == shown[2:])
    qtbot.keyClick(page.bars, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: set(page.grid.photo_ids()) == set(named(full_window, "blue")))


def test_a_category_is_switched_off_and_on(
    full_window: OpenWindow, qtbot: QtBot, page: CategoriesPage
) -> None:
    library = library_of(full_window)
    item = page.list.currentItem()
    item.setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not browse.tiles_with_label(library, "colour", "warm"))
    qtbot.waitUntil(lambda: "switched off" in page._about.text())
    page.list.currentItem().setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: len(browse.tiles_with_label(library, "colour", "warm")) == 3)
    full_window.wait_until_shown()


def test_an_edit_is_looked_at_before_it_is_applied(
    full_window: OpenWindow, qtbot: QtBot, page: CategoriesPage
) -> None:
    library = library_of(full_window)
    page.edit.click()
    dialog = page.findChild(CategoryDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.idle)
    assert dialog._words.text() == "No photo would change."
    dialog.prompts.setPlainText("green")
    assert not dialog.apply.isEnabled()
    qtbot.waitUntil(dialog.apply.isEnabled)
    rows = [[dialog.table.topLevelItem(row).text(column) for column in range(5)] for row in range(3)]
    assert rows[0][0] == "warm"
    assert rows[0][4] == "3"
    assert set(dialog.lost.photo_ids()) <= set(named(full_window, "red"))
    assert len(browse.tiles_with_label(library, "colour", "warm")) == 3
    dialog.labels.item(2).setText("")
    qtbot.waitUntil(lambda: "needs a name" in dialog._words.text())
    assert not dialog.apply.isEnabled()
    dialog.labels.setCurrentRow(2)
    dialog.take.click()
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.apply.click()
    green = set(named(full_window, "green"))
    qtbot.waitUntil(lambda: {t.id for t in browse.tiles_with_label(library, "colour", "warm")} >= green)
    full_window.wait_until_shown()
    assert [label.name for label in categories.categories_of(library)[-1].labels] == ["warm", "cold"]


def test_a_category_is_made_in_the_window(
    full_window: OpenWindow, qtbot: QtBot, page: CategoriesPage
) -> None:
    library = library_of(full_window)
    page.new.click()
    dialog = page.findChild(CategoryDialog)
    assert dialog is not None
    assert dialog._words.text().startswith("Give the category a name")
    assert not dialog.apply.isEnabled()
    dialog.name.setText("colour")
    qtbot.waitUntil(lambda: "of this name already" in dialog._words.text())
    dialog.name.setText("what grows")
    dialog.exclusive.setChecked(False)
    dialog.add.click()
    dialog.labels.item(0).setText("leaves")
    dialog.prompts.setPlainText("green")
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.apply.click()
    qtbot.waitUntil(lambda: page.view is not None and page.view.category.name == "what grows")
    full_window.wait_until_shown()
    made = categories.categories_of(library)[-1]
    assert made == Category("what grows", (Label("leaves", ("green",)),), certain_from=0.75, exclusive=False)


def test_any_labels_are_asked_of_the_selection_and_kept(full_window: OpenWindow, qtbot: QtBot) -> None:
    window, library = full_window.window, library_of(full_window)
    asker = window.any_labels
    window.grid.setFocus()
    window.grid.go_to(named(full_window, "blue")[0])
    full_window.wait_until_shown()
    window.actions_by_name["ask_labels"].trigger()
    assert asker.line.hasFocus() or not window.isActiveWindow()
    qtbot.keyClicks(asker.line, "red, green, blue")
    qtbot.keyClick(asker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.label for each in asker._told[:1]] == ["blue"])
    window.grid.go_to(named(full_window, "red")[0])
    qtbot.waitUntil(lambda: [each.label for each in asker._told[:1]] == ["red"])
    asker.keep.click()
    qtbot.waitUntil(lambda: categories.categories_of(library)[-1].name == "red or green …")
    full_window.wait_until_shown()
    assert browse.tiles_with_label(library, "red or green …", "red")
    asker.line.setText("red")
    asker.ask()
    qtbot.waitUntil(lambda: "two labels" in asker._words.text())


def test_teaching_begins_from_a_tag_of_the_side_bar(full_window: OpenWindow, qtbot: QtBot) -> None:
    library = library_of(full_window)
    labelling.judge(library, "Mine", category=OWN, right=named(full_window, "red")[:2])
    full_window.showing.go(WithTag("Mine"))
    full_window.wait_until_shown()
    full_window.window.sidebar.teach_wanted.emit("Mine")
    page = full_window.window.teach_page
    qtbot.waitUntil(lambda: page.study is not None and page.study.learnt.examples == 2)
    assert page.tag.text() == "Mine"
