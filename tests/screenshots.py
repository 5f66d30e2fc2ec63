"""Opens the real window on real pictures and saves each of its states, light and dark.

    python tests/screenshots.py --out FOLDER [--photos FOLDER] [--words WORDS] [--nothing WORDS]

Without other photos it shows the project's own sample pictures, and a few files made here that are none.
It runs on whatever display there is; `xvfb-run -s "-screen 0 1440x900x24"` gives one where there is none.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QItemSelectionModel, QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMessageBox, QWidget

from mindseye import paths
from mindseye.catalog import folders
from mindseye.clip.bench import Row
from mindseye.clip.download import Step
from mindseye.duplicates import Kind as Nearness
from mindseye.events import IndexingProgress, Phase, PhotosChanged, Slowed
from mindseye.operations import albums, history, labelling
from mindseye.operations.index_folders import index_folders
from mindseye.operations.open_library import open_library
from mindseye.operations.switch_model import Switch
from mindseye.search import Query, Words, read_query
from mindseye.settings import Settings, Theme
from mindseye.ui.application import OpenWindow, make_application
from mindseye.ui.category_dialog import CategoryDialog
from mindseye.ui.dropping import WEB_ADDRESS
from mindseye.ui.first_run import Step as FirstStep
from mindseye.ui.language import speak
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
    WithTag,
)
from mindseye.ui.program_dialog import ProgramDialog
from mindseye.ui.translating import tr, translated

WIDTH, HEIGHT = 1280, 800


class Photographer:
    """Takes pictures of windows in one theme."""

    def __init__(self, application: QApplication, out: Path, theme: Theme, model: str | None) -> None:
        self._application = application
        self._out = out
        self._theme: Theme = theme
        self._model = model

    @contextmanager
    def window(self, library: Path, *, start_indexer: bool = False) -> Iterator[OpenWindow]:
        """A window on a library, shown."""
        opened = OpenWindow(
            self._application,
            Settings(theme=self._theme),
            lambda: open_library(library, model=self._model),
            start_indexer=start_indexer,
        )
        opened.window.resize(WIDTH, HEIGHT)
        opened.window.show()
        opened.window.activateWindow()
        try:
            yield opened
        finally:
            opened.close()

    def wait(self, until: Callable[[], bool], seconds: float = 60) -> None:
        """Runs the window until something is so."""
        ends = time.monotonic() + seconds
        beat = QTimer()
        beat.start(20)
        while not until() and time.monotonic() < ends:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def take(self, opened: OpenWindow, name: str) -> None:
        """Waits until everything is there and saves the picture."""
        opened.wait_until_shown(seconds=30)
        self.snap(opened, name)

    def snap(self, opened: OpenWindow, name: str) -> None:
        """Saves the picture as it is."""
        self.save(opened.window, name)

    def save(self, widget: QWidget, name: str) -> None:
        """Saves the picture of a part of the window, or of a dialog."""
        scale = round(self._application.devicePixelRatio())
        path = self._out / f"{name}-{self._theme}{f'@{scale}x' if scale > 1 else ''}.png"
        widget.grab().save(os.fspath(path))
        print(path)


def states(photographer: Photographer, photos: Path, full: Path, words: str, nothing: str) -> None:
    """Walks through the states of the window."""
    with tempfile.TemporaryDirectory() as place, photographer.window(Path(place)) as opened:
        photographer.take(opened, "empty")
    with (
        tempfile.TemporaryDirectory() as place,
        photographer.window(Path(place), start_indexer=True) as opened,
    ):
        opened.wait_until_shown()
        library = opened.showing.library
        assert library is not None
        # Held in the thread that works, as soon as the first photos are there.
        let_go = library.events.subscribe(PhotosChanged, lambda _: library.indexer.pause())
        opened.showing.add_folders([photos])
        photographer.wait(lambda: opened.window.first_run.step is not FirstStep.CHOOSE)
        photographer.wait(lambda: len(opened.window.grid.tiles.ids) > 0)
        photographer.wait(lambda: _shows(opened, len(opened.window.grid.tiles.ids)), 10)
        photographer.snap(opened, "indexing-paused")
        let_go()
        opened.showing.indexing.set_paused(False)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        photographer.snap(opened, "indexing")
        photographer.wait(lambda: bool(opened.window.first_run.suggestions), 30)
        photographer.take(opened, "first-search")
    with photographer.window(full) as opened:
        walk(photographer, opened, words, nothing)
        walk_photos(photographer, opened)
    away(photographer, photos)
    near_duplicates(photographer, photos)
    with mirrored(), photographer.window(full) as opened:
        opened.wait_until_shown()
        opened.window.grid.go_to(int(opened.window.grid.tiles.ids[5]))
        photographer.take(opened, "right-to-left")

    with large_type(), photographer.window(full) as opened:
        opened.wait_until_shown()
        opened.window.grid.go_to(int(opened.window.grid.tiles.ids[1]))
        photographer.take(opened, "large-type")


@contextmanager
def large_type() -> Iterator[None]:
    """The type of a system that was set to be read from afar."""
    with patch("mindseye.ui.theme._system_pixels", return_value=22):
        yield


@contextmanager
def mirrored() -> Iterator[None]:
    """The direction of Arabic and Hebrew."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def walk_photos(photographer: Photographer, opened: OpenWindow) -> None:
    """What is done with single photos: looked at closely, compared, renamed, thrown away, jumped to."""
    window, grid = opened.window, opened.window.grid
    opened.showing.go(AllPhotos())
    opened.wait_until_shown()
    ids = [int(each) for each in grid.tiles.ids]
    window.viewer.show_strip(True)
    window.chosen.open_photo(ids[8])
    photographer.wait(lambda: window.viewer.complete, 20)
    photographer.take(opened, "viewer-strip")
    window.viewer.show_strip(False)
    window.viewer.canvas.zoom_by(4)
    photographer.take(opened, "viewer-zoomed")
    window.viewer.leave()
    grid.go_to(ids[2])
    for row in (7, 8, 9):
        grid.selectionModel().select(grid.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    window.chosen.compare()
    photographer.wait(lambda: window.viewer.complete, 20)
    photographer.take(opened, "compare")
    window.viewer.leave()
    grid.go_to(ids[2])
    for name, kind in (("rename", QInputDialog), ("trash", QMessageBox)):
        window.actions_by_name[name].trigger()
        photographer.wait(lambda kind=kind: window.findChild(kind) is not None, 10)
        dialog = window.findChild(kind)
        if isinstance(dialog, QDialog):
            photographer.save(dialog, name)
            dialog.reject()
        opened.wait_until_shown()
    window.actions_by_name["open_with"].trigger()
    photographer.wait(lambda: any(each.isVisible() for each in window.findChildren(ProgramDialog)), 10)
    for program_dialog in window.findChildren(ProgramDialog):
        photographer.save(program_dialog, "open-with")
        program_dialog.reject()
    line = window.middle.result_line
    line.order.menu().popup(line.order.mapToGlobal(line.order.rect().bottomLeft()))
    QApplication.processEvents()
    photographer.save(line.order.menu(), "order")
    line.order.menu().close()
    window.actions_by_name["jump"].trigger()
    window.jump.line.setText("2023")
    photographer.take(opened, "jump")
    window.jump.end()
    for choice in window.actions_by_name.choices["headings"].actions():
        if choice.data() in {"folder", "month"}:
            choice.trigger()
            opened.wait_until_shown()
            if choice.data() == "folder":
                photographer.take(opened, "by-folder")
                break
    window.grid.set_squares(True)
    photographer.take(opened, "squares")
    window.grid.set_squares(False)


def away(photographer: Photographer, photos: Path) -> None:
    """A folder that was there and is not."""
    with tempfile.TemporaryDirectory() as place:
        drive = Path(place) / "Drive D"
        drive.mkdir()
        for picture in sorted(photos.glob("*.jpg"))[:9]:
            (drive / picture.name).write_bytes(picture.read_bytes())
        with open_library(Path(place) / "library", model=None) as library:
            index_folders(library, [drive])
            library.catalog.write(lambda connection: folders.set_online(connection, 1, online=False))
        drive.rename(drive.with_name("unplugged"))
        with photographer.window(Path(place) / "library") as opened:
            opened.wait_until_shown()
            opened.window.grid.go_to(int(opened.window.grid.tiles.ids[1]))
            photographer.take(opened, "away")


def near_duplicates(photographer: Photographer, photos: Path) -> None:
    """Copies, smaller and paler versions, crops: looked at side by side, decided on, asked about."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "Pictures"
        write_versions(sorted(photos.glob("*.jpg"))[:7], folder)
        with open_library(Path(place) / "library", model=None) as library:
            index_folders(library, [folder])
            labelling.give_tags(library, labelling.photos_at(library, [folder / "WhatsApp"])[:1], ["Norway"])
        with photographer.window(Path(place) / "library") as opened:
            opened.wait_until_shown()
            desk, page = opened.window.duplicates_page.desk, opened.window.duplicates_page
            opened.showing.go(DUPLICATES)
            photographer.wait(lambda: bool(desk.reviews), 30)
            photographer.take(opened, "duplicates-equal")
            page.sheet.setFocus()
            desk.accept()
            desk.go(
                next(at for at, each in enumerate(desk.reviews) if each.group.kind is Nearness.SAME_PICTURE)
            )
            desk.go_to_member(1)
            photographer.take(opened, "duplicates")
            page.sheet.look_closer(QPointF(0.4, 0.5))
            photographer.wait(lambda: page.idle, 20)
            photographer.take(opened, "duplicates-near")
            page.sheet.look_closer()
            page.move_away.click()
            photographer.wait(lambda: page.findChild(QMessageBox) is not None, 10)
            question = page.findChild(QMessageBox)
            if isinstance(question, QDialog):
                photographer.save(question, "duplicates-question")
                question.reject()
            desk.go(len(desk.reviews) - 1)
            photographer.take(opened, "duplicates-alike")
            desk.stop()
            desk.reviews.clear()
            desk.listed.emit()
            photographer.take(opened, "duplicates-stopped")


def write_versions(pictures: list[Path], folder: Path) -> None:
    """Pictures with copies of them, smaller and paler versions, and crops."""
    for name in ("2023 Norway", "WhatsApp", "Backup"):
        (folder / name).mkdir(parents=True)
    for number, path in enumerate(pictures):
        original = folder / "2023 Norway" / f"DSCF{2041 + number}.jpg"
        original.write_bytes(path.read_bytes())
        with Image.open(path) as picture:
            if number < 3:
                (folder / "Backup" / original.name).write_bytes(path.read_bytes())
            if number in {2, 3, 4}:
                smaller = picture.resize((picture.width // 3, picture.height // 3))
                smaller.save(folder / "WhatsApp" / f"IMG-2023070{number}-WA0007.jpg", quality=50)
            if number in {3, 5}:
                picture.point(lambda value: min(255, round(value * 1.15))).save(
                    folder / "2023 Norway" / f"{original.stem}_edited.png"
                )
            if number in {5, 6}:
                edge = (picture.width // 12, picture.height // 12)
                cropped = picture.crop((*edge, picture.width, picture.height))
                cropped.save(folder / "2023 Norway" / f"{original.stem}_crop.jpg", quality=92)


def _shows(opened: OpenWindow, count: int) -> bool:
    """Whether the grid has grown to some photos, with the thumbnails of the first of them."""
    first = opened.window.grid.tiles.ids[:count].tolist()
    loaded = all(opened.window.thumbnails.get(photo_id) for photo_id in first)
    return len(first) == count and loaded and not opened.window.grid.fades.active


def walk(photographer: Photographer, opened: OpenWindow, words: str, nothing: str) -> None:
    """The states of a library that is full."""
    window, showing = opened.window, opened.showing
    photographer.take(opened, "library")
    window.grid.setFocus()
    window.grid.go_to(int(window.grid.tiles.ids[5]))
    photographer.take(opened, "details")
    window.grid.selectAll()
    photographer.take(opened, "selected")
    showing.searching.search_words(words)
    opened.wait_until_shown()
    if showing.page is Page.PROBABLY_NONE:
        showing.searching.show_nearest()
    window.grid.setFocus()
    photographer.take(opened, "results")
    window.grid.go_to(int(showing.visible_tiles.ids[0]))
    window.actions_by_name["why"].trigger()
    photographer.wait(lambda: window.explaining.warmth is not None, 60)
    photographer.take(opened, "why")
    window.actions_by_name["why"].trigger()
    window.grid.verticalScrollBar().setValue(window.grid.verticalScrollBar().maximum())
    photographer.take(opened, "fold")
    showing.searching.set_unfolded(True)
    opened.wait_until_shown()
    fold_at = showing.searching.fold_at
    if fold_at is not None:
        window.grid.verticalScrollBar().setValue(max(window.grid.fold.y() - 300, 0))
    photographer.take(opened, "unfolded")
    window.grid.verticalScrollBar().setValue(0)
    first = int(showing.visible_tiles.ids[0])
    showing.searching.find_similar(first)
    photographer.take(opened, "similar")
    window.chosen.open_photo(first)
    photographer.wait(lambda: window.viewer.complete, 20)
    photographer.take(opened, "viewer")
    opened.window.requests.show_where()
    photographer.wait(lambda: opened.window.viewer.canvas.covered, 20)
    photographer.take(opened, "viewer-where")
    window.viewer.leave()
    walk_bar(photographer, opened)
    walk_albums(photographer, opened, words)
    showing.searching.search_words(nothing)
    photographer.take(opened, "nothing")
    for name, unknown in (("unknown-word", "theremin beside a mountain"), ("unknown", "theremin")):
        showing.searching.search_words(unknown)
        photographer.take(opened, name)
    if showing.survey.problems:
        showing.go(PROBLEMS)
        photographer.wait(lambda: showing.page is Page.OWN, 10)
        photographer.take(opened, "problems")
    walk_folders(photographer, opened)
    walk_map(photographer, opened)
    walk_models(photographer, opened)
    walk_labelling(photographer, opened, words)
    walk_teaching(photographer, opened, words)
    showing.told.emit(translated(WEB_ADDRESS))
    photographer.take(opened, "notice")
    window.notice.hide()
    window.actions_by_name["palette"].trigger()
    photographer.take(opened, "palette")
    window.palette_above.hide()
    for name in ("keys", "about"):
        window.actions_by_name[name].trigger()
        QApplication.processEvents()
        for dialog in window.findChildren(QDialog):
            photographer.save(dialog, name)
            dialog.close()
        QApplication.processEvents()


def walk_bar(photographer: Photographer, opened: OpenWindow) -> None:
    """The search bar: chips of each kind, what can be typed next, and a mistake."""
    bar, searching = opened.window.search_bar, opened.showing.searching
    searching.search_words("the sea at dusk -people (blue)^0.5 type:jpg")
    searching.settle()
    searching.find_similar(int(opened.showing.visible_tiles.ids[0]))
    opened.wait_until_shown()
    asked = searching.asked
    searching.search_words("the sea -people (blue)^0.5 type:jpg")
    searching.settle()
    searching.asked = replace(searching.asked, chips=(*searching.asked.chips, *asked.chips))
    searching.asked_changed.emit()
    photographer.take(opened, "chips")
    searching.clear()
    for name, typed in (("completion", "lake is:p"), ("mistake", "lake date:someday dog")):
        bar.line.setFocus()
        bar.line.setText(typed)
        bar.line.textEdited.emit(typed)
        photographer.take(opened, name)
    searching.clear()
    bar.completions.hide()


def walk_labelling(photographer: Photographer, opened: OpenWindow, words: str) -> None:
    """What is said of photos: in the details, in the tag editor, at the desk, and in sidecars."""
    window, showing = opened.window, opened.showing
    library = showing.library
    assert library is not None
    showing.searching.clear()
    opened.wait_until_shown()
    ids = [int(each) for each in window.grid.tiles.ids]
    labelling.give_tags(library, ids[:7], ["Places/Norway/Lofoten", "Holiday"])
    labelling.give_tags(library, ids[4:9], ["Places/Sweden", "To print"])
    labelling.rate(library, ids[:6], 4)
    labelling.caption(library, ids[5:6], "Evening over the fjord, seen from the ferry.")
    window.grid.setFocus()
    window.grid.go_to(ids[5])
    photographer.take(opened, "said")
    showing.go(WithTag("Places"))
    photographer.wait(lambda: isinstance(showing.place, WithTag), 5)
    photographer.take(opened, "tag-place")
    window.grid.selectAll()
    for name in ("tag", "sidecars", "into_pictures"):
        window.actions_by_name[name].trigger()
        photographer.wait(lambda: any(each.isVisible() for each in window.findChildren(QDialog)), 10)
        dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
        QApplication.processEvents()
        dialog.grab().save(os.fspath(photographer._out / f"{name}-{photographer._theme}.png"))
        dialog.close()
        QApplication.processEvents()
    desk = window.label_desk
    desk.begin_with(ids, Query((Words(words),)))
    showing.go(LABELLING)
    photographer.wait(lambda: bool(desk.grid.photo_ids()), 20)
    desk.grid.setFocus()
    for row in (1, 2):  # neither shows what was looked for
        desk.grid.setCurrentIndex(desk.grid.model().index(row, 0))
        desk.grid.turn_current()
    photographer.take(opened, "label-desk")
    desk.begin_with((), Query())
    showing.go(AllPhotos())
    photographer.wait(lambda: showing.page is Page.PHOTOS, 10)
    while history.undo(library) is not None:
        pass


def walk_teaching(photographer: Photographer, opened: OpenWindow, words: str) -> None:
    """Any labels in the details, teaching a tag, the Categories page and its dialog."""
    window, showing = opened.window, opened.showing
    library = showing.library
    assert library is not None
    window.grid.setFocus()
    window.grid.go_to(int(window.grid.tiles.ids[5]))
    opened.wait_until_shown()
    window.actions_by_name["ask_labels"].trigger()
    window.any_labels.line.setText("lake, desert, kitchen, street, forest, harbour")
    window.any_labels.ask()
    photographer.take(opened, "any-labels")
    window.any_labels.line.clear()
    page = window.teach_page
    page.begin_with("", "")
    showing.go(TEACHING)
    photographer.take(opened, "teach-empty")
    page.begin_with(words, words)
    showing.go(AllPhotos())
    photographer.wait(lambda: showing.page is Page.PHOTOS, 10)
    showing.go(TEACHING)
    photographer.wait(lambda: bool(page.grid.photo_ids()), 20)
    page.grid.setFocus()
    for right in (True, True, True, True, False, True, False):
        page.grid.judge_current(right=right)
    photographer.take(opened, "teach")
    page.learn_now()
    photographer.wait(lambda: page.study is not None and page.study.learnt.examples > 0, 20)
    photographer.take(opened, "teach-learnt")
    showing.go(CATEGORIES)
    photographer.wait(lambda: window.categories_page.view is not None, 20)
    opened.wait_until_shown()
    window.categories_page.grid.setFocus()
    window.categories_page.grid.judge_current(right=True)
    window.categories_page.grid.judge_current(right=False)
    photographer.take(opened, "categories")
    window.categories_page.list.setCurrentRow(3)
    photographer.take(opened, "categories-independent")
    window.categories_page.list.setCurrentRow(0)
    opened.wait_until_shown()
    window.categories_page.edit.click()
    dialog = window.findChild(CategoryDialog)
    dialog.certain_from.setValue(55)
    photographer.wait(lambda: dialog.idle and bool(dialog.gained.photo_ids()), 10)
    opened.wait_until_shown()
    dialog.grab().save(os.fspath(photographer._out / f"category-{photographer._theme}.png"))
    dialog.reject()
    QApplication.processEvents()
    page.begin_with("", "")
    showing.go(AllPhotos())
    photographer.wait(lambda: showing.page is Page.PHOTOS, 10)
    while history.undo(library) is not None:
        pass


def walk_albums(photographer: Photographer, opened: OpenWindow, words: str) -> None:
    """Albums in the side bar, one of them shown."""
    library = opened.showing.library
    assert library is not None
    if not albums.list_albums(library):
        albums.create(library, "For the wall", photo_ids=opened.window.grid.tiles.ids[3:9].tolist())
        albums.create(library, words[:1].upper() + words[1:], query=read_query(words))
    kept = albums.list_albums(library)[0]
    opened.showing.go(InAlbum(kept.id, kept.name, kept.live))
    photographer.take(opened, "album")
    opened.showing.searching.search_words("a lake without people")
    photographer.take(opened, "hint")
    opened.showing.searching.clear()
    opened.showing.go(AllPhotos())
    photographer.wait(lambda: opened.showing.page is Page.PHOTOS, 10)


def walk_map(photographer: Photographer, opened: OpenWindow) -> None:
    """The map: whole, with photos selected, and from near."""
    opened.showing.go(MAP)
    photographer.wait(lambda: opened.showing.page is Page.OWN, 10)
    opened.wait_until_shown()
    view = opened.window.map_page.view
    photographer.take(opened, "map")
    first = view.scene.around(0)[:6]
    view.choose(first.tolist())
    photographer.take(opened, "map-selected")
    view.zoom_by(3, view.point_of(int(first[0])))
    photographer.take(opened, "map-near")
    view.choose([])
    view.fit()
    opened.showing.go(AllPhotos())
    photographer.wait(lambda: opened.showing.page is Page.PHOTOS, 10)


def walk_folders(photographer: Photographer, opened: OpenWindow) -> None:
    """What is said of indexing that does not go at full speed, and of what a folder leaves out."""
    window, showing = opened.window, opened.showing
    library = showing.library
    assert library is not None
    showing.searching.clear()
    showing.go(AllPhotos())
    opened.wait_until_shown()
    known = showing.indexing.progress
    for name, phase, slowed in (
        ("indexing-gently", Phase.INDEXING, Slowed.BUSY),
        ("indexing-waits", Phase.RESTING, Slowed.BATTERY),
    ):
        library.events.publish(IndexingProgress(phase, done=1_204, total=8_310, per_second=9, slowed=slowed))
        photographer.wait(lambda slowed=slowed: showing.indexing.progress.slowed is slowed, 10)
        photographer.take(opened, name)
    library.events.publish(known)
    window.sidebar.excludes_wanted.emit(
        replace(showing.survey.folders[0], excludes=("*.png", "raw/", "/old/**"))
    )
    photographer.wait(lambda: any(each.isVisible() for each in window.findChildren(QInputDialog)), 10)
    (dialog,) = (each for each in window.findChildren(QInputDialog) if each.isVisible())
    QApplication.processEvents()
    dialog.grab().save(os.fspath(photographer._out / f"leave-out-{photographer._theme}.png"))
    dialog.reject()
    QApplication.processEvents()


def walk_models(photographer: Photographer, opened: OpenWindow) -> None:
    """The Models page: as it is, and with everything that can be under way or go wrong on it."""
    desk = opened.window.models_page.desk
    opened.showing.go(MODELS)
    photographer.wait(lambda: opened.showing.page is Page.OWN and desk.loaded, 10)
    photographer.take(opened, "models")
    first, *rest = desk.models
    total = first.photos
    fetched = 231_000_000
    desk.models = [
        first,
        *(
            replace(
                model,
                preparing=number == 0,
                photos=(total // 3, 0, total)[number] if number < 3 else 0,
                entry=replace(
                    model.entry,
                    state="installed" if number in {0, 2} else model.entry.state,
                    fetched=fetched if number in {1, 3} else 0,
                ),
            )
            for number, model in enumerate(rest)
        ),
    ]
    names = [model.entry.name for model in rest]
    desk.switch = Switch(names[0], rest[0].entry.title, total // 3, total)
    desk.job = Job(Kind.DOWNLOAD, names[1], Step("onnx/vision_model.onnx", fetched, 607_968_381))
    desk.times[names[2]] = [
        Row("CUDAExecutionProvider", 812.4, 3.1, 4.0, 2.2, 0.9998, chosen=True),
        Row("CPUExecutionProvider", 14.2, 11.0, 38.5, 0.4, 1.0, chosen=False),
    ]
    desk.outcomes[names[3]] = Outcome(
        tr(
            "{endpoint} cannot be reached ({reason}). Check the network connection; what was fetched is "
            "kept, and the next attempt goes on from there.",
            endpoint="https://huggingface.co",
            reason="Name or service not known",
        ),
        failed=True,
    )
    desk.changed.emit()
    QApplication.processEvents()
    photographer.take(opened, "models-at-work")
    bar = opened.window.models_page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    photographer.take(opened, "models-trouble")
    desk.job, desk.switch, desk.times, desk.outcomes = None, None, {}, {}
    desk.refresh()
    opened.showing.go(AllPhotos())
    photographer.wait(lambda: opened.showing.page is Page.PHOTOS, 10)


def write_odd_files(folder: Path) -> Path:
    """Files that look like pictures by their names only."""
    folder.mkdir()
    (folder / "IMG_2041.jpg").write_bytes(b"")
    (folder / "IMG_2042.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 and then the card was pulled")
    (folder / "notes.png").write_text("milk, bread, film", encoding="utf-8")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument(
        "--photos", type=Path, default=paths.resource("samples", "pictures"), help="a folder of pictures"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", default="the sea")
    parser.add_argument("--nothing", default="horse", help="words that no picture shows")
    parser.add_argument("--model")
    parser.add_argument("--library", type=Path, help="a library that holds the photos already")
    parser.add_argument("--theme", choices=["dark", "light"])
    parser.add_argument("--language", default="en", help="of the window: en, de")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    speak(application, options.language)
    with tempfile.TemporaryDirectory() as place:
        full = options.library or Path(place) / "library"
        if options.library is None:
            with open_library(full, model=options.model) as library:
                index_folders(library, [options.photos, write_odd_files(Path(place) / "From a phone")])
        themes: list[Theme] = [options.theme] if options.theme else ["dark", "light"]
        for theme in themes:
            photographer = Photographer(application, options.out, theme, options.model)
            states(photographer, options.photos.resolve(), full, options.words, options.nothing)


if __name__ == "__main__":
    main()
