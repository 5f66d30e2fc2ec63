"""Walks the whole window with a translation that marks its words: what is seen without the mark escaped.

The marks are ⟦ and ⟧. What may be seen without them is data: names of files, folders, tags and models,
numbers, keys, and what Qt's locale writes (months).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mindseye.clip.bench import Row
from mindseye.clip.catalog import catalog_file, read_catalog
from mindseye.clip.download import Step
from mindseye.events import IndexingProgress, Phase, Slowed
from mindseye.operations import albums, labelling
from mindseye.search import Query, Words
from mindseye.tagging.categories_file import load_categories, shipped_file
from mindseye.ui import language
from mindseye.ui.application import OpenWindow
from mindseye.ui.cut_label import CutLabel
from mindseye.ui.file_work import FileWork
from mindseye.ui.models_desk import Job, Kind, Outcome
from mindseye.ui.places import (
    CATEGORIES,
    DUPLICATES,
    LABELLING,
    MAP,
    MODELS,
    PROBLEMS,
    TEACHING,
    AllPhotos,
    InAlbum,
    Page,
)
from mindseye.ui.translating import CONTEXT
from tests.ui.conftest import StartWindow

DATA = (
    *("Mindseye", "Colours", "photos", "red", "green", "blue", "grey", "jpg", "jpeg", "png", "JPEG", "ISO"),
    *("library", "Boats", "Holiday", "Places", "Norway", "Best", "xmp", "English", "Deutsch", "raw", "old"),
    *("folder", "tag", "camera", "date", "lens", "album", "type", "rating", "is", "size", "near", "photo"),
    *("picture", "someday", "portrait", "panorama", "square", "landscape", "away", "located", "captioned"),
    *("rated", "tagged", "duplicate", "none", "broken", "sunset", "snow", "the sea", "of", "CUDA", "MIT"),
    *("night", "air", "apple", "animal", "autumn", "zero-shot", "Apache", "starter", "Truncated File Read"),
    *(name for model in read_catalog(catalog_file()).values() for name in (model.name, model.title)),
    *(label.name for category in load_categories(shipped_file()) for label in category.labels),
)
"""Words of names and of the query language that these tests make or meet."""

KEYS = re.compile(
    r"(Ctrl|Alt|Shift|Meta|Return|Enter|Esc|Del|Home|End|Space|PgUp|PgDown|Up|Down|Left|Right|F\d+)"
)


QT_TOO = (CONTEXT, "QKeySequenceEdit", "QPlatformTheme")
"""Ours, and what of Qt's own words is seen."""


class Marking(QTranslator):
    """Puts every message between marks."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # type: ignore[override]
        return f"⟦{source}⟧" if context in QT_TOO else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    marking = Marking(qapp)
    qapp.installTranslator(marking)
    yield
    qapp.removeTranslator(marking)
    language.speak(qapp, "en")


def named_by_locale() -> list[str]:
    """The names of months and days."""
    locale = QLocale("en_US")
    months = [locale.standaloneMonthName(month) for month in range(1, 13)]
    return [*months, *(locale.standaloneDayName(day) for day in range(1, 8))]


_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_TECHNICAL = re.compile(r"(?<!\w)/\S+|\S*[/\\_]\S*\.\w+|\S+\.(jpg|png|jpeg|xmp|html)\b|<[^>]*>|https?:\S*")
_ANY_NAME = "|".join(map(re.escape, sorted((*DATA, *named_by_locale()), key=len, reverse=True)))
_NAMES = re.compile(rf"(?<![^\W\d_])({_ANY_NAME})(?![^\W\d_])")


@cache
def escaped(text: str) -> str:
    """What of a text is neither between marks nor data; empty where all is well."""
    while (shorter := _MARKED.sub(" ", text)) != text:
        text = shorter
    text = re.sub("⟦[^⟦⟧]*$", " ", text)  # cut where it is too long for its place, or before a key
    for known in (_TECHNICAL, KEYS, _NAMES):
        text = known.sub(" ", text)
    return " ".join(re.findall(r"[^\W\d_]{2,}", text))


class Looker:
    """Gathers what escapes from everything that is open."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.seen: set[str] = set()

    def take(self, text: object, where: str) -> None:
        """Looks at one text."""
        if isinstance(text, str) and text.strip():
            self.seen.add(text)
            if words := escaped(text):
                self.found.setdefault(f"{words!r} in {text!r}", where)

    def look(self, where: str) -> None:
        """Looks at every widget of every window."""
        QApplication.processEvents()
        for top in QApplication.topLevelWidgets():
            if not top.isVisible():
                continue
            if isinstance(top, QMenu):
                self._menu(top, where)
                continue
            for widget in (top, *top.findChildren(QWidget)):
                self._widget(widget, f"{where}: {type(widget).__name__} {widget.objectName()}")

    def _widget(self, widget: QWidget, where: str) -> None:
        for text in (
            *(widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription()),
            widget.windowTitle(),
        ):
            self.take(text, where)
        # Of what is cut to its room, the accessible name has all.
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, CutLabel):
            self.take(widget.text(), where)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            self.take(widget.placeholderText(), where)
        if isinstance(widget, QMessageBox):
            self.take(widget.text(), where)
            self.take(widget.informativeText(), where)
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                self.take(widget.itemText(row), where)
        if isinstance(widget, QMenu):
            self._menu(widget, where)
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            self._items(widget, where)

    def _menu(self, menu: QMenu, where: str) -> None:
        self.take(menu.title(), where)
        for action in menu.actions():
            self._action(action, where)

    def _action(self, action: QAction, where: str) -> None:
        for text in (action.text().replace("&", ""), action.toolTip(), action.statusTip()):
            self.take(text, where)

    def _items(self, view: QAbstractItemView, where: str) -> None:
        model = view.model()
        if model is None:
            return
        roles = (
            *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
            *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole),
        )

        def below(parent: object) -> None:
            for row in range(min(model.rowCount(parent), 60)):
                for column in range(
                    1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
                ):
                    index = model.index(row, column, parent)
                    for role in roles:
                        self.take(index.data(role), where)
                    if column == 0 and isinstance(view, QTreeView):
                        below(index)

        if isinstance(view, QTreeView):
            for column in range(model.columnCount()):
                self.take(model.headerData(column, Qt.Orientation.Horizontal), where)
        below(view.rootIndex())


@pytest.fixture
def looker(marked: None, monkeypatch: pytest.MonkeyPatch) -> Looker:
    looker = Looker()
    draw = QPainter.drawText

    def drawn(painter: QPainter, *arguments: object) -> object:
        for each in arguments:
            looker.take(each, "painted")
        return draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", drawn)
    return looker


@pytest.fixture
def marked_window(looker: Looker, full_window: OpenWindow) -> OpenWindow:
    """A window that marks its words, full of photos."""
    return full_window


def go(opened: OpenWindow, qtbot: QtBot, place: object) -> None:
    opened.showing.go(place)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: opened.showing.page in (Page.OWN, Page.PHOTOS))
    opened.wait_until_shown()


def with_dialog(
    opened: OpenWindow, qtbot: QtBot, looker: Looker, where: str, act: Callable[[], object]
) -> None:
    """Looks at the dialog that something opens, and dismisses it."""
    window = opened.window
    act()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QDialog)))
    opened.wait_until_shown()
    looker.look(where)
    for each in window.findChildren(QDialog):
        each.close()
    QApplication.processEvents()
    opened.wait_until_shown()


def end(opened: OpenWindow, looker: Looker, *, least: int) -> None:
    opened.window.grab()
    looker.look("at the end")
    assert len(looker.seen) > least
    assert not looker.found, "\n".join(f"{what}  ({where})" for what, where in looker.found.items())


def test_the_marks_are_seen(marked: None) -> None:
    assert escaped("⟦{n} ⟦photos⟧ of⟧ sea.jpg 12") == ""
    assert escaped("⟦Find⟧ similar") == "similar"
    assert escaped("an ⟦older⟧ word") == "an word"


def test_photos_and_what_is_said_of_them(marked_window: OpenWindow, looker: Looker, qtbot: QtBot) -> None:
    opened, window = marked_window, marked_window.window
    library = opened.showing.library
    assert library is not None
    ids = [int(each) for each in window.grid.tiles.ids]
    labelling.give_tags(library, ids[:7], ["Places/Norway", "Holiday"])
    labelling.rate(library, ids[:6], 4)
    labelling.caption(library, ids[:6], "red")
    albums.create(library, "Best", photo_ids=ids[:3])
    opened.wait_until_shown()
    window.grid.go_to(ids[2])
    opened.wait_until_shown()
    looker.look("a photo")
    window.grid.selectAll()
    opened.wait_until_shown()
    looker.look("all photos")
    window.any_labels.line.setText("red, green")
    window.any_labels.ask()
    opened.wait_until_shown()
    looker.look("any labels")
    actions = window.actions_by_name
    for name in (
        "tag",
        "sidecars",
        "caption",
        "rename",
        "trash",
        "add_to_album",
        "new_album",
        "keys",
        "about",
    ):
        with_dialog(opened, qtbot, looker, name, actions[name].trigger)
    with_dialog(opened, qtbot, looker, "updates", actions["updates"].trigger)
    for choice in actions.choices["headings"].actions():
        choice.trigger()
        opened.wait_until_shown()
        looker.look("headings")
        window.grab()
    actions["palette"].trigger()
    looker.look("palette")
    window.palette_above.line.setText("zzzz")
    looker.look("no command")
    window.palette_above.hide()
    actions["jump"].trigger()
    looker.look("jump")
    window.jump.end()
    window.chosen.open_photo(ids[2])
    qtbot.waitUntil(lambda: window.viewer.complete)
    looker.look("viewer")
    window.grab()
    window.viewer.leave()
    window.grid.go_to(ids[0])
    window.grid.selectAll()
    actions["undo"].trigger()
    opened.wait_until_shown()
    looker.look("undone")
    actions["redo"].trigger()
    opened.wait_until_shown()
    looker.look("done again")
    (album,) = albums.list_albums(library)
    go(opened, qtbot, InAlbum(album.id, album.name, album.live))
    looker.look("an album")
    window.sidebar.menu_of_album(InAlbum(album.id, album.name, album.live))
    looker.look("its menu")
    end(opened, looker, least=450)


def test_searching(marked_window: OpenWindow, looker: Looker, qtbot: QtBot) -> None:
    opened, window, searching = marked_window, marked_window.window, marked_window.showing.searching
    for words in ("red", "three red photos", "red left of blue", "blue without red", "red says “blue”"):
        searching.search_words(words)
        opened.wait_until_shown()
        looker.look(words)
        window.grab()
    searching.search_words("red")
    opened.wait_until_shown()
    window.grid.go_to(int(window.grid.tiles.ids[0]))
    window.actions_by_name["why"].trigger()
    opened.wait_until_shown()
    looker.look("why")
    searching.set_unfolded(True)
    opened.wait_until_shown()
    looker.look("unfolded")
    window.grab()
    searching.search_words("green is:panorama")
    opened.wait_until_shown()
    looker.look("none")
    searching.search_words("red -blue (green)^0.5 type:jpg")
    searching.settle()
    opened.wait_until_shown()
    searching.find_similar(int(opened.showing.tiles.ids[0]))
    opened.wait_until_shown()
    looker.look("chips")
    with_dialog(opened, qtbot, looker, "part", lambda: window.requests.choose_part(0))
    line = window.search_bar.line
    for typed in (
        "red is:p",
        "red date:someday",
        "red someday:blue",
        'red "blue',
        "da",
        "photo: ",
        "date: ",
        "()",
    ):
        line.setFocus()
        line.setText(typed)
        line.textEdited.emit(typed)
        opened.wait_until_shown()
        looker.look(typed)
    searching.clear()
    opened.wait_until_shown()
    searching.search_words("red")
    opened.wait_until_shown()
    with_dialog(opened, qtbot, looker, "keep", window.actions_by_name["keep_search"].trigger)
    end(opened, looker, least=330)


def test_pages(marked_window: OpenWindow, looker: Looker, qtbot: QtBot, photos: Path) -> None:
    opened, window, showing = marked_window, marked_window.window, marked_window.showing
    library = showing.library
    assert library is not None
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    (photos / "empty.png").write_bytes(b"")
    one, *_ = sorted(photos.glob("*.jpg"))
    (photos / "again.jpg").write_bytes(one.read_bytes())
    showing.indexing.look_again()
    qtbot.waitUntil(lambda: showing.survey.problems == 2)
    for place in (PROBLEMS, MODELS, CATEGORIES, MAP, LABELLING, TEACHING, DUPLICATES):
        go(opened, qtbot, place)
        looker.look(place.name)
        window.grab()
    desk = window.models_page.desk
    first, *rest = desk.models
    desk.job = Job(Kind.DOWNLOAD, rest[0].entry.name, Step("onnx/vision_model.onnx", 1_000_000, 9_000_000))
    desk.times[first.entry.name] = [
        Row("CUDAExecutionProvider", 812.4, 3.1, 4.0, 2.2, 0.9998, chosen=True),
        Row("CPUExecutionProvider", 14.2, 11.0, 38.5, 0.4, 1.0, chosen=False),
    ]
    desk.outcomes[rest[1].entry.name] = Outcome("⟦It is here⟧")
    go(opened, qtbot, MODELS)
    desk.changed.emit()
    looker.look("models at work")
    desk.job, desk.times, desk.outcomes = None, {}, {}
    page = window.models_page
    for ask in (page._ask_consent, page._ask_removal):
        with_dialog(opened, qtbot, looker, "question", lambda ask=ask: ask(first))
    go(opened, qtbot, CATEGORIES)
    categories = window.categories_page
    for row in range(categories.list.count()):
        categories.list.setCurrentRow(row)
        opened.wait_until_shown()
        looker.look("category")
        window.grab()
    with_dialog(opened, qtbot, looker, "category", categories.edit.click)
    with_dialog(opened, qtbot, looker, "new category", categories.new.click)
    window.label_desk.begin_with(window.grid.tiles.ids.tolist(), Query((Words("red"),)))
    go(opened, qtbot, LABELLING)
    qtbot.waitUntil(lambda: bool(window.label_desk.grid.photo_ids()))
    window.label_desk.grid.turn_current()
    window.label_desk.apply()
    opened.wait_until_shown()
    looker.look("label desk")
    window.teach_page.begin_with("Boats", "red")
    go(opened, qtbot, TEACHING)
    qtbot.waitUntil(lambda: bool(window.teach_page.grid.photo_ids()))
    for right in (True, True, True, False):
        window.teach_page.grid.judge_current(right=right)
    looker.look("teaching")
    window.teach_page.learn_now()
    opened.wait_until_shown()
    looker.look("learnt")
    window.teach_page.give()
    opened.wait_until_shown()
    looker.look("given")
    go(opened, qtbot, AllPhotos())
    end(opened, looker, least=430)


def test_indexing_and_folders(marked_window: OpenWindow, looker: Looker, qtbot: QtBot) -> None:
    opened, window, showing = marked_window, marked_window.window, marked_window.showing
    library = showing.library
    assert library is not None
    for phase in Phase:
        for slowed in (None, *Slowed):
            for preparing in ("", "Colours"):
                library.events.publish(
                    IndexingProgress(
                        phase,
                        done=1_204,
                        total=8_310,
                        failed=3,
                        per_second=9,
                        seconds_left=4000,
                        slowed=slowed,
                        preparing=preparing,
                    )
                )
                QApplication.processEvents()
                looker.look(f"{phase} {slowed}")
    folder = showing.survey.folders[0]
    for act in (
        lambda: window.sidebar.excludes_wanted.emit(folder),
        lambda: window.sidebar.removal_wanted.emit(folder),
    ):
        with_dialog(opened, qtbot, looker, "folder", act)
    window.requests.choose_language("de")
    looker.look("language")
    assert isinstance(window.file_work, FileWork)
    end(opened, looker, least=250)


def test_the_first_run(looker: Looker, start_window: StartWindow, qtbot: QtBot) -> None:
    opened = start_window()
    qtbot.waitUntil(lambda: opened.showing.page is Page.NO_FOLDERS)
    opened.wait_until_shown()
    opened.window.grab()
    end(opened, looker, least=100)
