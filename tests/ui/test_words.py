"""The window and the model's words: photos and names before it is ready, and words that it does not know."""

import threading
from collections.abc import Callable, Iterator, Set
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.operations.watched_folders import add_folders
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from mindseye.ui.places import MODELS, InFolder, Page, Survey, survey
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_picture
from tests.ui.test_window import shown_words


class SlowLoader:
    """Loads no text tower before it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.loaded: list[str] = []

    def __call__(self, path: Path) -> FakeSession:
        if path.name == "text.onnx":
            self.let.wait(20)
        self.loaded.append(path.name)
        return FakeSession(path)


@pytest.fixture
def loader() -> SlowLoader:
    return SlowLoader()


@pytest.fixture
def open_again(
    qapp: object, qtbot: QtBot, tmp_path: Path, photos: Path, loader: SlowLoader
) -> Iterator[Callable[[], OpenWindow]]:
    """Opens a window on a library that was indexed earlier, without indexing it again."""
    manifest = write_fake_model(tmp_path / "model", listed=True)
    write_picture(photos / "Grand Canyon.jpg", "red", seed=70)
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as first:
        add_folders(first, [photos])
        index_folders(first, [photos])
    opened: list[OpenWindow] = []

    def start() -> OpenWindow:
        opened.append(
            OpenWindow(
                qapp,  # type: ignore[arg-type]
                Settings(),
                lambda: Library.open(tmp_path / "library", manifest, load_session=loader),
                start_indexer=False,
            )
        )
        opened[0].window.resize(1000, 700)
        opened[0].window.show()
        return opened[0]

    yield start
    loader.let.set()
    for each in opened:
        each.close()


def test_photos_and_names_are_there_before_the_model_is(
    open_again: Callable[[], OpenWindow], loader: SlowLoader, qtbot: QtBot
) -> None:
    window = open_again()
    showing, searching = window.showing, window.showing.searching
    qtbot.waitUntil(lambda: len(window.window.grid.tiles) == 13, timeout=10_000)
    assert loader.loaded == []
    searching.search_words("canyon")
    qtbot.waitUntil(lambda: searching.answer is not None)
    assert (showing.title, showing.page) == ("1 by name", Page.PHOTOS)
    searching.search_words("red")
    qtbot.waitUntil(lambda: len(window.window.grid.tiles) == 3 and showing.title == "3 by name")
    searching.search_words("blue day")
    qtbot.waitUntil(lambda: showing.page is Page.GETTING_READY)
    assert "No file is named “blue day”" in shown_words(window)
    loader.let.set()
    qtbot.waitUntil(lambda: searching.answer is not None and not searching.answer.by_name)
    window.wait_until_shown()
    assert showing.page is Page.PHOTOS
    assert len(searching.answer.tiles) == 13
    assert loader.loaded == ["text.onnx"], "no vision tower for words"
    searching.search_words("red")
    qtbot.waitUntil(lambda: showing.title.endswith("likely"))


def test_an_answer_is_shown_that_comes_before_the_folders_are_known(
    open_again: Callable[[], OpenWindow], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    let = threading.Event()

    def late_survey(library: Library, opened: Set[InFolder]) -> Survey:
        let.wait(20)
        return survey(library, opened)

    monkeypatch.setattr("mindseye.ui.screen.survey", late_survey)
    showing = open_again().showing
    qtbot.waitUntil(lambda: showing.library is not None)
    showing.searching.search_words("canyon")
    qtbot.waitUntil(lambda: showing.searching.answer is not None)
    assert showing.page is Page.PHOTOS
    with qtbot.waitSignal(showing.surveyed):
        let.set()
    assert showing.page is Page.PHOTOS


def test_unknown_words_are_told_with_a_way_to_the_models(
    open_again: Callable[[], OpenWindow], loader: SlowLoader, qtbot: QtBot
) -> None:
    loader.let.set()
    window = open_again()
    showing, hint = window.showing, window.window.middle.hint_line
    qtbot.waitUntil(lambda: showing.library is not None and showing.idle, timeout=10_000)
    showing.searching.search_words("a red guitar")
    window.wait_until_shown()
    assert showing.page is Page.PHOTOS
    assert hint.isVisible()
    assert hint.sentence == "Colours does not know “guitar”. A CLIP model knows it."
    showing.searching.search_words("red")
    window.wait_until_shown()
    assert not hint.isVisible()
    showing.searching.search_words("red guitar")
    window.wait_until_shown()
    hint._button.click()
    assert showing.place == MODELS
    qtbot.waitUntil(lambda: not hint.isVisible())


def test_where_no_word_is_known_there_is_no_answer(
    open_again: Callable[[], OpenWindow], loader: SlowLoader, qtbot: QtBot
) -> None:
    loader.let.set()
    window = open_again()
    showing = window.showing
    qtbot.waitUntil(lambda: showing.library is not None and showing.idle, timeout=10_000)
    showing.searching.search_words("guitar")
    window.wait_until_shown()
    assert showing.page is Page.PROBABLY_NONE
    words = shown_words(window)
    assert "No answer for “guitar”" in words
    assert "Colours does not know “guitar”." in words
    page = window.window.middle.none_page
    assert not page._nearest.isVisible()
    page._models.click()
    assert showing.place == MODELS
