"""The window in German: its words, its dates and numbers, its menus."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mindseye.events import IndexingProgress, Phase
from mindseye.operations import labelling
from mindseye.operations.wording import duration, indexing_sentence
from mindseye.settings import Settings
from mindseye.ui import language
from mindseye.ui.application import OpenWindow
from mindseye.ui.details import moment
from mindseye.ui.places import CATEGORIES, PROBLEMS, Page, WithLabel, title_of
from mindseye.ui.translating import translated
from tests.ui.conftest import StartWindow


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "de")
    yield
    language.speak(qapp, language.ENGLISH)


@pytest.fixture
def german_window(german: None, full_window: OpenWindow) -> OpenWindow:
    return full_window


def menus(opened: OpenWindow) -> list[QMenu]:
    return [each for each in opened.window.menuBar().findChildren(QMenu) if each.actions()]


def test_menus_are_german_and_each_letter_opens_one_entry(german_window: OpenWindow) -> None:
    bar = [action.text() for action in german_window.window.menuBar().actions()]
    assert bar == ["&Datei", "&Bearbeiten", "&Foto", "A&lben", "&Ansicht", "&Hilfe"]
    for entries in (bar, *([action.text() for action in menu.actions()] for menu in menus(german_window))):
        letters = Counter(
            words[words.index("&") + 1].casefold() for words in entries if "&" in words and "\t" not in words
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], entries
    assert german_window.window.actions_by_name["add_folder"].text() == "Ordner &hinzufügen …"


def test_photos_folders_and_searches_are_told_in_german(german_window: OpenWindow, qtbot: QtBot) -> None:
    opened, showing = german_window, german_window.showing
    assert showing.title == "12 Fotos"
    side = [item.text(0) for item in opened.window.sidebar.tree.items()]
    assert {"Bibliothek", "Alle Fotos", "Ordner", "Modelle", "Kategorien"} <= set(side)
    showing.searching.search_words("red")
    opened.wait_until_shown()
    assert showing.title == "3 wahrscheinlich"
    assert opened.window.grid.fold.text().startswith("Weniger wahrscheinlich: 9 weitere")
    showing.searching.clear()
    opened.window.grid.go_to(int(opened.window.grid.tiles.ids[0]))
    opened.wait_until_shown()
    assert showing.library is not None
    labelling.give_tags(showing.library, [int(opened.window.grid.tiles.ids[0])], ["Boote"])
    undo = opened.window.actions_by_name["undo"]
    qtbot.waitUntil(lambda: undo.text() == "&Rückgängig: 1 Foto mit „Boote“ verschlagwortet")
    undo.trigger()
    qtbot.waitUntil(
        lambda: opened.window.notice.sentence == "Rückgängig gemacht: 1 Foto mit „Boote“ verschlagwortet."
    )


def test_what_the_catalog_keeps_is_told_in_the_language_of_now(
    german_window: OpenWindow, photos: Path, qtbot: QtBot
) -> None:
    (photos / "leer.jpg").write_bytes(b"")
    german_window.showing.indexing.look_again()
    qtbot.waitUntil(lambda: german_window.showing.survey.problems == 1)
    german_window.showing.go(PROBLEMS)
    qtbot.waitUntil(lambda: german_window.showing.page is Page.OWN)
    german_window.wait_until_shown()
    (item,) = (german_window.window.problems_page.list.topLevelItem(0),)
    assert item is not None
    assert (item.text(0), item.text(1)) == ("leer.jpg", "Die Datei ist leer.")


def test_dates_numbers_and_times(german: None) -> None:
    assert moment(datetime(2021, 3, 5, 14, 7)) == "5. März 2021, 14:07"
    progress = IndexingProgress(Phase.INDEXING, done=1_204, total=8_310, per_second=42, seconds_left=7_800)
    assert translated(indexing_sentence(progress)) == (
        "Indizierung: 1.204 von 8.310, 42 je Sekunde, noch 2 h 10 min"
    )
    assert translated(duration(30)) == "30 s"


def test_shipped_categories_have_german_names(german: None) -> None:
    assert title_of(WithLabel("time of day", "dawn or dusk")) == "Dämmerung"
    assert title_of(WithLabel("my own", "Segelboote")) == "Segelboote"
    assert title_of(CATEGORIES) == "Kategorien"


def test_the_language_is_chosen_for_the_next_start(full_window: OpenWindow) -> None:
    window = full_window.window
    choices: dict[str, QAction] = {
        action.data(): action for action in window.actions_by_name.choices["language"].actions()
    }
    assert [action.text() for action in choices.values()] == ["As the &system", "English", "Deutsch"]
    assert choices["system"].isChecked()
    choices["de"].trigger()
    assert window.keep(Settings()).language == "de"
    assert "started again" in window.notice.sentence
    assert window.menuBar().actions()[0].text() == "&File", "what is shown stays as it is"


def test_a_language_that_went_is_that_of_the_system(start_window: StartWindow) -> None:
    opened = start_window(settings=Settings(language="xx"))
    choices = opened.window.actions_by_name.choices["language"].actions()
    assert not any(action.isChecked() for action in choices)
    assert opened.window.keep(Settings()).language == "xx", "it may come back"
