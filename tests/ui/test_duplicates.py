"""Near-duplicates in the window: side by side, by keys alone, to the trash only after a question; undone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mindseye.catalog import folders
from mindseye.duplicates import Kind
from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.operations.clear_duplicates import clear_duplicates
from mindseye.operations.duplicate_facts import facts_of
from mindseye.operations.duplicates import find_duplicates
from mindseye.operations.index_folders import index_folders
from mindseye.operations.trash import put_away
from mindseye.tasks import CancelToken
from mindseye.ui.application import OpenWindow
from mindseye.ui.duplicates.desk import DuplicatesDesk
from mindseye.ui.duplicates.page import DuplicatesPage
from mindseye.ui.duplicates.review import Review
from mindseye.ui.duplicates.words import fact_rows, member_words
from mindseye.ui.place_tree import COUNT
from mindseye.ui.places import DUPLICATES
from tests.support.pictures import scene
from tests.ui.conftest import StartWindow

Key = Qt.Key
_WHOLE = QRectF(0, 0, 1, 1)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mindseye.ui.duplicates.desk._REST", 0.02)
    monkeypatch.setattr("mindseye.ui.duplicates.desk._PATIENCE", 0)


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's own trash, in this test's folder."""
    plat_other = pytest.importorskip("send2trash.plat_other")
    share = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(share))
    monkeypatch.setattr("send2trash.send2trash", plat_other.send2trash)
    monkeypatch.setattr(plat_other, "HOMETRASH_B", str(share / "Trash").encode())
    monkeypatch.setattr(plat_other, "get_dev", lambda _path: 1)  # wherever the home lies
    return share / "Trash" / "files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A photo with a copy and a smaller version; one with two copies; one alone."""
    folder = tmp_path.resolve() / "photos"
    (folder / "old").mkdir(parents=True)
    scene(1).save(folder / "sea.jpg", quality=95)
    shutil.copy(folder / "sea.jpg", folder / "old" / "sea copy.jpg")
    scene(1).resize((240, 160)).save(folder / "sea-small.png")
    scene(2).save(folder / "wood.jpg")
    for name in ("wood-1.jpg", "wood-2.jpg"):
        shutil.copy(folder / "wood.jpg", folder / "old" / name)
    scene(3).save(folder / "alone.jpg")
    return folder


@pytest.fixture
def opened(start_window: StartWindow, qtbot: QtBot, folder: Path) -> OpenWindow:
    """A window at the page, all groups found."""
    window = start_window()
    qtbot.waitUntil(lambda: window.showing.library is not None)
    window.showing.add_folders([folder])
    qtbot.waitUntil(lambda: len(window.showing.tiles) == 4)
    window.wait_until_shown()
    window.window.actions_by_name["duplicates"].trigger()
    qtbot.waitUntil(lambda: len(page_of(window).desk.reviews) == 2)
    window.wait_until_shown()
    return window


@pytest.fixture
def page(opened: OpenWindow) -> DuplicatesPage:
    return page_of(opened)


def page_of(opened: OpenWindow) -> DuplicatesPage:
    return opened.window.duplicates_page


def library_of(opened: OpenWindow) -> Library:
    library = opened.showing.library
    assert library is not None
    return library


def names(review: Review | None) -> list[str]:
    return [] if review is None else [member.file.path.name for member in review.group.members]


def going(review: Review | None) -> list[str]:
    return [] if review is None else sorted(member.file.path.name for member in review.spare)


def question_of(opened: OpenWindow, qtbot: QtBot) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [each for each in page_of(opened).findChildren(QMessageBox) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def answer(question: QMessageBox, words: str) -> None:
    next(each for each in question.buttons() if each.text().replace("&", "") == words).click()


def test_groups_are_shown_nearest_first_and_the_best_is_said_to_be_so(
    opened: OpenWindow, page: DuplicatesPage
) -> None:
    desk = page.desk
    assert [review.group.kind for review in desk.reviews] == [Kind.COPIES, Kind.SAME_PICTURE]
    assert page.sheet.hasFocus()
    assert len([pane for pane in page.sheet.panes if pane.isVisible()]) == 3
    assert all(pane.photo is not None for pane in page.sheet.panes[:3])
    assert [pane.keep.isChecked() for pane in page.sheet.panes[:3]] == [True, False, False]
    assert page.sheet.panes[0].best.accessibleName() == "The best: the earliest"
    assert "2 groups; 4 files could go" in page._counted.accessibleName()
    assert page.move_away.text() == "Move to the trash…"
    assert not page.move_away.isEnabled()
    assert "Photo 1 of 3, wood.jpg; kept; The best: the earliest" in page.sheet.accessibleName()
    assert any(
        item.text(0) == "Near-duplicates" and item.data(0, COUNT) == "2"
        for item in opened.window.sidebar.tree.items()
    )


def test_what_differs_is_told_below_each_photo_and_what_does_not_once(
    opened: OpenWindow, page: DuplicatesPage
) -> None:
    page.desk.go(1)
    opened.wait_until_shown()
    sheet = page.sheet
    told = {
        name.text(): [pane.facts[number].accessibleName() for pane in sheet.panes[:3]]
        for number, name in enumerate(sheet._names)
        if name.isVisible()
    }
    assert told["Format"] == ["JPEG", "JPEG", "PNG"]
    assert told["Size"][2].startswith("240")
    page.desk.go(0)
    opened.wait_until_shown()
    told_once = sheet._same.accessibleName()
    assert told_once.startswith("The same in all: Size 480")
    assert "Format JPEG" in told_once


def test_a_group_is_decided_by_keys_alone_and_goes_only_after_yes(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, trash: Path
) -> None:
    sheet, desk = page.sheet, page.desk
    assert names(desk.current)[0] == "wood.jpg"
    assert going(desk.current) == ["wood-1.jpg", "wood-2.jpg"]
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Space):
        qtbot.keyClick(sheet, key)
    assert desk.member_at == 2
    kept = names(desk.current)[2]
    assert going(desk.current) == [{"wood-1.jpg": "wood-2.jpg", "wood-2.jpg": "wood-1.jpg"}[kept]]
    qtbot.keyClick(sheet, Key.Key_Return)
    assert desk.at == 1
    assert len(desk.accepted) == 1
    assert page.move_away.text() == "Move 1 file to the trash…"

    qtbot.keyClick(sheet, Key.Key_Delete)
    question = question_of(opened, qtbot)
    assert question.text() == "Move 1 file to the trash?"
    assert "Undo takes this back" in question.informativeText()
    answer(question, "Cancel")
    opened.wait_until_shown()
    assert len(list(folder.rglob("wood*"))) == 3
    assert not trash.exists()

    qtbot.keyClick(sheet, Key.Key_Delete)
    answer(question_of(opened, qtbot), "Move to the trash")
    qtbot.waitUntil(lambda: len(list(folder.rglob("wood*"))) == 2)
    assert len(list(trash.iterdir())) == 1
    qtbot.waitUntil(lambda: "in the trash" in opened.window.notice.sentence)
    opened.wait_until_shown()
    assert sorted(len(names(review)) for review in desk.reviews) == [2, 3]  # both of wood were to stay

    actions = opened.window.actions_by_name
    qtbot.waitUntil(lambda: actions["undo"].text().startswith("&Undo moving wood"))
    actions["undo"].trigger()
    qtbot.waitUntil(lambda: len(list(folder.rglob("wood*"))) == 3)
    qtbot.waitUntil(lambda: sorted(len(names(review)) for review in desk.reviews) == [3, 3])


def test_what_was_said_of_the_ones_that_go_stays_with_the_one_that_is_kept_until_undo(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, trash: Path
) -> None:
    library = library_of(opened)
    small = labelling.photos_at(library, [folder / "sea-small.png"])
    best = labelling.photos_at(library, [folder / "sea.jpg"])
    labelling.give_tags(library, small, ["Norway"])
    opened.wait_until_shown()
    qtbot.keyClick(page.sheet, Key.Key_Down)
    assert going(page.desk.current)[0] == "sea copy.jpg"
    qtbot.keyClick(page.sheet, Key.Key_Return)
    assert "last group" in opened.window.notice.sentence
    page.move_away.click()
    question = question_of(opened, qtbot)
    assert question.text() == "Move 2 files of one group to the trash?"
    assert "takes over tags" in question.informativeText()
    answer(question, "Move to the trash")
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 1)
    assert labelling.photos_with_free_tag(library, "Norway") == best
    opened.wait_until_shown()
    undo = opened.window.actions_by_name["undo"]
    assert undo.text() == "&Undo moving 2 files to the trash"
    undo.trigger()
    qtbot.waitUntil((folder / "sea-small.png").exists)
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 2)
    assert labelling.photos_with_free_tag(library, "Norway") == small


def test_all_equal_files_are_cleared_by_one_question(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, trash: Path
) -> None:
    page.copies.click()
    question = question_of(opened, qtbot)
    assert question.text() == "Move 2 files of one group to the trash?"
    assert "One file of each photo stays" in question.informativeText()
    answer(question, "Move to the trash")
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 1)
    assert sorted(path.name for path in trash.iterdir()) == ["wood-1.jpg", "wood-2.jpg"]
    assert (folder / "wood.jpg").exists()
    assert not page.copies.isEnabled()
    opened.wait_until_shown()


def test_no_duplicates_is_remembered_and_undone(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.sheet, Key.Key_N)
    qtbot.waitUntil(lambda: [names(each)[0] for each in page.desk.reviews] == ["sea.jpg"])
    assert "not proposed again" in opened.window.notice.sentence
    assert len(find_duplicates(library_of(opened))) == 1
    undo = opened.window.actions_by_name["undo"]
    qtbot.waitUntil(lambda: "several places" in undo.text())
    opened.wait_until_shown()
    undo.trigger()
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 2)


def test_undo_means_what_was_done_last_also_on_another_page(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, trash: Path
) -> None:
    page.copies.click()
    answer(question_of(opened, qtbot), "Move to the trash")
    undo = opened.window.actions_by_name["undo"]
    qtbot.waitUntil(lambda: undo.text() == "&Undo moving 2 files to the trash")
    opened.wait_until_shown()
    qtbot.keyClick(page.sheet, Key.Key_N)
    qtbot.waitUntil(lambda: undo.text() == "&Undo telling 2 photos apart")
    undo.trigger()
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 1)
    assert len(list(trash.iterdir())) == 2


def test_one_always_stays(opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.sheet, Key.Key_Space)
    assert "has to stay" in opened.window.notice.sentence
    assert page.sheet.panes[0].keep.isChecked()
    qtbot.keyClick(page.sheet, Key.Key_Right)
    qtbot.keyClick(page.sheet, Key.Key_O)
    assert going(page.desk.current) == sorted({"wood.jpg", "wood-1.jpg", "wood-2.jpg"} - {
        names(page.desk.current)[1]
    })  # fmt: skip
    page.sheet.panes[0].keep.click()
    assert "wood.jpg" not in going(page.desk.current)


def test_all_photos_are_enlarged_at_the_same_place(page: DuplicatesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.sheet, Key.Key_Down)
    qtbot.waitUntil(lambda: all(pane.photo is not None for pane in page.sheet.panes[:3]))
    large, _, small = page.sheet.panes[:3]
    assert small.photo is not None
    assert large.photo is not None
    assert (large.photo.width, small.photo.width) == (480, 240)
    assert small.canvas.area_of(_WHOLE).width() == pytest.approx(large.canvas.area_of(_WHOLE).width(), abs=2)
    qtbot.keyClick(page.sheet, Key.Key_Z)
    assert not large.canvas.fitted
    assert small.canvas.look.zoom == pytest.approx(2 * large.canvas.look.zoom)
    assert small.canvas.look.centre == large.canvas.look.centre
    qtbot.keyClick(page.sheet, Key.Key_Z)
    assert large.canvas.fitted
    assert small.canvas.fitted
    qtbot.mouseClick(large.canvas, Qt.MouseButton.LeftButton, pos=large.canvas.rect().center())
    assert not small.canvas.fitted


def test_how_near_is_a_choice(opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot) -> None:
    page.kinds.button(int(Kind.COPIES)).click()
    qtbot.waitUntil(lambda: not page.desk.doing and sorted(map(len, map(names, page.desk.reviews))) == [2, 3])
    page.kinds.button(int(Kind.SAME_PICTURE)).click()
    qtbot.waitUntil(lambda: not page.desk.doing and sorted(map(len, map(names, page.desk.reviews))) == [3, 3])
    opened.wait_until_shown()


def test_what_was_decided_stays_when_photos_come(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path
) -> None:
    qtbot.keyClick(page.sheet, Key.Key_Return)
    assert [review.accepted for review in page.desk.reviews] == [True, False]
    shutil.copy(folder / "alone.jpg", folder / "alone copy.jpg")
    library_of(opened).indexer.look()
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 3)
    accepted = {names(review)[0]: review.accepted for review in page.desk.reviews}
    assert accepted == {"wood.jpg": True, "sea.jpg": False, "alone.jpg": False}
    assert names(page.desk.current)[0] == "sea.jpg"
    opened.wait_until_shown()


def test_nothing_found_is_said_and_a_search_can_be_stopped(
    full_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(full_window)
    full_window.showing.go(DUPLICATES)
    qtbot.waitUntil(lambda: page.desk.looked)
    full_window.wait_until_shown()
    assert not page.desk.reviews or page.sheet.isVisible()
    page.desk.choose(Kind.COPIES)
    qtbot.waitUntil(lambda: not page.desk.doing)
    assert page._sentence.text() == "No near-duplicates here."
    assert page._sentence.isVisible()

    def slow(library: Library, *, kind: Kind, token, report):  # type: ignore[no-untyped-def]
        report("Comparing", 0.4)
        token.wait(20)
        token.check()

    monkeypatch.setattr("mindseye.ui.duplicates.desk.find_duplicates", slow)
    page.again.click()
    qtbot.waitUntil(lambda: page._counted.accessibleName() == "Comparing")
    assert page._progress.value() == 40
    page.stop.click()
    assert (
        page._sentence.text()
        == "The search was stopped. Look again finds out whether there are near-duplicates."
    )
    qtbot.waitUntil(lambda: full_window.window.idle)


def test_an_offline_photo_stays_and_says_why(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    library = library_of(opened)
    drive = tmp_path / "drive"
    drive.mkdir()
    scene(3).resize((240, 160)).save(drive / "alone-small.png")
    index_folders(library, [drive])
    drive.rename(tmp_path / "unplugged")
    library.catalog.write(lambda connection: folders.set_online(connection, 2, online=False))
    page.again.click()
    qtbot.waitUntil(lambda: len(page.desk.reviews) == 3)
    page.desk.go([names(review)[0] for review in page.desk.reviews].index("alone.jpg"))
    opened.wait_until_shown()
    away = page.sheet.panes[1]
    assert (away.keep.text(), away.keep.isEnabled()) == ("Away, stays", False)
    qtbot.keyClick(page.sheet, Key.Key_Right)
    assert "away" in page.sheet.accessibleName()
    qtbot.keyClick(page.sheet, Key.Key_Space)
    assert "alone-small.png is away and stays" in opened.window.notice.sentence
    qtbot.keyClick(page.sheet, Key.Key_O)
    assert "another one has to stay" in opened.window.notice.sentence
    (tmp_path / "unplugged").rename(drive)


def test_what_cannot_go_is_told_and_the_rest_goes(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path, trash: Path
) -> None:
    library_of(opened).indexer.pause()
    (folder / "old" / "wood-1.jpg").write_bytes(b"changed meanwhile")
    page.copies.click()
    answer(question_of(opened, qtbot), "Move to the trash")
    qtbot.waitUntil(lambda: "wood-1.jpg stays. It changed" in opened.window.notice.sentence)
    assert [path.name for path in trash.iterdir()] == ["wood-2.jpg"]


def test_facts_are_told_beside_one_another(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    labelling.give_tags(library, labelling.photos_at(library, [folder / "sea-small.png"]), ["Norway"])
    _, group = find_duplicates(library)
    facts = facts_of(library, group)
    rows = {row.name: row for row in fact_rows(facts)}
    assert rows["Size"].values == ("480 × 320", "480 × 320", "240 × 160")  # noqa: RUF001
    assert rows["Format"].values == ("JPEG", "JPEG", "PNG")
    assert rows["Tags"].values == ("", "", "Norway")
    assert "Camera" not in rows
    folders_told = dict(zip((each.path.name for each in facts), rows["Folder"].values, strict=True))
    assert folders_told["sea copy.jpg"] == str(Path("photos") / "old")
    assert folders_told["sea.jpg"] == "photos"
    said = member_words(2, facts[2], list(rows.values()), kept=False, best="")
    assert said.startswith("Photo 3 of 3, sea-small.png; to the trash; Size 240")
    assert "Tags Norway" in said


def test_a_large_group_is_moved_through(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, folder: Path
) -> None:
    for number in range(6):
        scene(3).save(folder / f"alone {number}.jpg", quality=60 + number)
    library_of(opened).indexer.look()
    qtbot.waitUntil(lambda: [names(review)[0] for review in page.desk.reviews].count("alone.jpg") == 1)
    qtbot.waitUntil(lambda: max(len(names(review)) for review in page.desk.reviews) == 7)
    page.desk.go([len(names(review)) for review in page.desk.reviews].index(7))
    opened.wait_until_shown()
    sheet = page.sheet
    assert sheet._seen.text() == "1 to 4 of 7"
    for _ in range(4):
        qtbot.keyClick(sheet, Key.Key_Right)
    assert (page.desk.member_at, sheet._seen.text()) == (4, "2 to 5 of 7")
    sheet.after.click()
    assert (page.desk.member_at, sheet._seen.text()) == (6, "4 to 7 of 7")
    opened.wait_until_shown()
    shown = page.desk.current
    assert shown is not None
    assert sheet.panes[3].photo is not None
    assert sheet.panes[3].photo.photo_id == shown.group.members[6].photo.id


@pytest.fixture
def desk(library: Library, folder: Path, qapp: object) -> Iterator[DuplicatesDesk]:
    """The work alone, without anything painted."""
    index_folders(library, [folder])
    made = DuplicatesDesk()
    made.take(library)
    made.enter()
    yield made
    made.end()


def test_the_desk_works_without_a_window(desk: DuplicatesDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.idle and len(desk.reviews) == 2 and len(desk.facts) == 3)
    desk.accept()
    desk.turn()
    assert desk.at == 1
    assert desk.reviews[0].decision.spare == tuple(member.file.id for member in desk.reviews[0].spare)


def test_a_library_that_cannot_be_written_is_looked_at_only(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DuplicatesDesk, "can_change", False)
    before = going(page.desk.current)
    for key in (Key.Key_Space, Key.Key_O, Key.Key_N, Key.Key_Return):
        opened.window.notice.hide()
        qtbot.keyClick(page.sheet, key)
        assert "read-only" in opened.window.notice.sentence
    assert going(page.desk.current) == before
    assert not page.desk.accepted
    page.desk.progressed.emit()
    assert not any(button.isEnabled() for button in (page.apart, page.accept, page.copies, page.move_away))


def test_moving_to_the_trash_is_stopped_between_two_files_and_what_went_is_told(
    opened: OpenWindow, page: DuplicatesPage, qtbot: QtBot, trash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = clear_duplicates

    def slow(library: Library, decisions: object, *, token: CancelToken, report: object) -> object:
        def put(path: Path) -> None:
            put_away(path)
            token.wait(20)  # until it is stopped

        return real(library, decisions, put=put, token=token, report=report)  # type: ignore[arg-type]

    monkeypatch.setattr("mindseye.ui.duplicates.desk.clear_duplicates", slow)
    page.copies.click()
    answer(question_of(opened, qtbot), "Move to the trash")
    qtbot.waitUntil(lambda: trash.exists() and len(list(trash.iterdir())) == 1)
    assert not page.copies.isEnabled()
    page.stop.click()
    qtbot.waitUntil(lambda: "is in the trash" in opened.window.notice.sentence)
    assert len(list(trash.iterdir())) == 1
    undo = opened.window.actions_by_name["undo"]
    qtbot.waitUntil(lambda: undo.text().startswith("&Undo moving wood"))
    opened.wait_until_shown()
