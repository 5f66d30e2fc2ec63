"""The Models page: what a person sees and does there, with models that need no network and a local hub."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from mindseye import paths
from mindseye.clip.download import Step
from mindseye.clip.hub import Hub
from mindseye.library import Library
from mindseye.operations import models as model_operations
from mindseye.operations.library_models import vectors_by_model
from mindseye.operations.models import bench_model
from mindseye.operations.open_library import open_library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from mindseye.ui.model_card import ModelCard
from mindseye.ui.models_desk import STOPPED
from mindseye.ui.places import Page
from tests.clip.networks import save_xenova
from tests.clip.test_catalog import GOOD
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.local_hub import LocalHub, local_hub

Open = Callable[[], OpenWindow]


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A hub with one model that the catalog knows but does not pin."""
    source = save_xenova(tmp_path / "source")
    lines = [line for line in GOOD.splitlines() if not line.startswith(("size", "sha256", "revision"))]
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(model_operations, "catalog_file", lambda: catalog)
    monkeypatch.setattr(model_operations, "Hub", lambda **options: Hub(patience=0.001, **options))
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with local_hub() as running:
        for path in source.rglob("*.*"):
            running.files[f"somebody/colours/{path.relative_to(source).as_posix()}"] = path.read_bytes()
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        yield running


@pytest.fixture
def window(
    qapp: QApplication,
    qtbot: QtBot,
    own_home: Path,
    tmp_path: Path,
    photos: Path,
    remote: LocalHub,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenWindow]:
    """A window on twelve photos with two models installed, at the Models page."""
    Settings(model="fake").save(own_home / "settings.json")
    write_fake_model(own_home / "models" / "fake")
    write_fake_model(own_home / "models" / "other", "other", other=True)
    monkeypatch.setitem(Library.open.__func__.__kwdefaults__, "load_session", FakeSession)  # type: ignore[attr-defined]
    opened = OpenWindow(qapp, Settings(), lambda: open_library(tmp_path / "library"))
    opened.window.resize(1000, 800)
    opened.window.show()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    opened.showing.add_folders([photos])
    qtbot.waitUntil(lambda: len(opened.showing.tiles) == 12, timeout=20_000)
    opened.window.actions_by_name["models"].trigger()
    qtbot.waitUntil(lambda: opened.showing.page is Page.OWN)
    qtbot.waitUntil(lambda: len(opened.window.models_page.cards) >= 3)
    opened.wait_until_shown()
    yield opened
    opened.close()


def card(opened: OpenWindow, name: str) -> ModelCard:
    return opened.window.models_page.cards[name]


def words(widget: ModelCard) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def click(qtbot: QtBot, opened: OpenWindow, name: str, action: str) -> None:
    button = card(opened, name).buttons[action]
    assert button.isVisibleTo(card(opened, name))
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown_buttons(opened: OpenWindow, name: str) -> list[str]:
    return [
        button.text()
        for button in card(opened, name).buttons.values()
        if button.isVisibleTo(card(opened, name))
    ]


def settle(qtbot: QtBot, opened: OpenWindow) -> None:
    desk = opened.window.models_page.desk
    qtbot.waitUntil(lambda: desk.job is None and not desk.checking and desk.idle, timeout=20_000)


def answer(opened: OpenWindow, qtbot: QtBot, text: str) -> QMessageBox:
    question = opened.window.findChild(QMessageBox)
    assert question is not None
    button = next(each for each in question.buttons() if each.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return question


def test_the_page_tells_what_is_here_and_what_can_be_had(window: OpenWindow) -> None:
    assert window.showing.title == "Models"
    assert not window.window.details.isVisible()
    assert "In use" in words(card(window, "fake"))
    assert shown_buttons(window, "fake") == ["Verify", "Time it"]
    assert "On this computer" in words(card(window, "other"))
    assert shown_buttons(window, "other") == ["Use", "Verify", "Time it", "Remove…"]
    assert "Not downloaded" in words(card(window, "colours"))
    assert shown_buttons(window, "colours") == ["Download"]
    for each in window.window.models_page.cards.values():
        assert each.accessibleName()
        assert all(button.accessibleName() for button in each.buttons.values())


def test_another_model_is_used_from_the_page(window: OpenWindow, qtbot: QtBot, own_home: Path) -> None:
    click(qtbot, window, "other", "use")
    qtbot.waitUntil(lambda: "In use" in words(card(window, "other")), timeout=20_000)
    qtbot.waitUntil(lambda: "Other colours answers now." in window.window.notice.sentence)
    qtbot.waitUntil(lambda: "knows 12 photos" in words(card(window, "fake")))
    assert Settings.load(own_home / "settings.json").model == "other"
    assert "Other colours" in window.window.status_line._model.text()
    window.showing.searching.search_words("red")
    window.wait_until_shown()
    assert window.showing.searching.answer is not None
    assert len(window.showing.searching.answer.tiles) == 12


def test_a_change_shows_how_far_it_is_and_can_be_called_off(window: OpenWindow, qtbot: QtBot) -> None:
    window.showing.indexing.set_paused(True)
    click(qtbot, window, "other", "use")
    qtbot.waitUntil(lambda: "Being prepared" in words(card(window, "other")), timeout=20_000)
    assert "0 of 12 photos prepared" in words(card(window, "other"))
    assert "In use" in words(card(window, "fake"))
    click(qtbot, window, "other", "cancel")
    qtbot.waitUntil(lambda: "On this computer" in words(card(window, "other")), timeout=20_000)
    window.showing.indexing.set_paused(False)
    window.wait_until_shown()
    assert "In use" in words(card(window, "fake"))


def test_a_damaged_model_is_not_used(window: OpenWindow, qtbot: QtBot, own_home: Path) -> None:
    (own_home / "models" / "other" / "image.onnx").write_bytes(b"cut")
    click(qtbot, window, "other", "use")
    settle(qtbot, window)
    assert "is not the one described" in words(card(window, "other"))
    assert "In use" in words(card(window, "fake"))
    click(qtbot, window, "other", "verify")
    settle(qtbot, window)
    assert "is not the one described" in words(card(window, "other"))
    click(qtbot, window, "fake", "verify")
    settle(qtbot, window)
    assert "Every byte is as it should be" in words(card(window, "fake"))


def test_a_model_is_downloaded_after_a_question(window: OpenWindow, qtbot: QtBot, remote: LocalHub) -> None:
    click(qtbot, window, "colours", "download")
    question = answer(window, qtbot, "Cancel")
    assert "somebody/colours" in question.informativeText()
    assert window.window.models_page.desk.job is None
    assert not remote.requests
    QApplication.processEvents()
    qtbot.waitUntil(lambda: window.window.findChild(QMessageBox) is None)
    click(qtbot, window, "colours", "download")
    answer(window, qtbot, "Download")
    settle(qtbot, window)
    assert "complete and checked" in words(card(window, "colours"))
    assert "Use" in shown_buttons(window, "colours")


def test_a_cut_download_says_so_and_goes_on(window: OpenWindow, qtbot: QtBot, remote: LocalHub) -> None:
    remote.cuts["somebody/colours/onnx/text_model.onnx"] = [100] + [0] * 20
    window.window.models_page.desk.download("colours", agreed=True)
    settle(qtbot, window)
    assert "Check the network connection" in words(card(window, "colours"))
    assert "Partly downloaded" in words(card(window, "colours"))
    assert shown_buttons(window, "colours") == ["Resume"]
    remote.cuts.clear()
    remote.requests.clear()
    window.window.models_page.desk.download("colours", agreed=True)
    settle(qtbot, window)
    assert "complete and checked" in words(card(window, "colours"))
    assert remote.asked("GET", "text_model.onnx")[0].range == "bytes=100-"


def test_a_download_is_stopped_and_goes_on(
    window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.window.models_page.desk
    real = model_operations.download

    def slow(*arguments: object, progress: Callable[[object], None], **options: object) -> object:
        def report(step: object) -> None:
            desk._token.wait(10)
            progress(step)

        return real(*arguments, progress=report, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(model_operations, "download", slow)
        desk.download("colours", agreed=True)
        qtbot.waitUntil(lambda: "Cancel" in shown_buttons(window, "colours"))
        assert not card(window, "fake").buttons["verify"].isEnabled()
        click(qtbot, window, "colours", "cancel")
        settle(qtbot, window)
    assert STOPPED in words(card(window, "colours"))
    desk.download("colours", agreed=True)
    settle(qtbot, window)
    assert "complete and checked" in words(card(window, "colours"))


def test_calling_a_change_off_leaves_a_download_alone(
    window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.window.models_page.desk
    go_on = threading.Event()

    def held(*arguments: object, progress: Callable[[object], None], **options: object) -> None:
        assert go_on.wait(15)
        progress(Step("a", 1, 1))

    monkeypatch.setattr(model_operations, "download", held)
    window.showing.indexing.set_paused(True)
    click(qtbot, window, "other", "use")
    qtbot.waitUntil(lambda: "Being prepared" in words(card(window, "other")), timeout=20_000)
    desk.download("colours", agreed=True)
    qtbot.waitUntil(lambda: "Downloading" in words(card(window, "colours")))
    click(qtbot, window, "other", "cancel")
    qtbot.waitUntil(lambda: "On this computer" in words(card(window, "other")), timeout=20_000)
    assert desk.job is not None
    assert not desk.job.stopping
    go_on.set()
    settle(qtbot, window)
    window.showing.indexing.set_paused(False)


@pytest.mark.parametrize("trouble", ["no network", "full disk"])
def test_what_the_world_does_not_allow_is_told_on_the_card(
    window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    if trouble == "no network":
        monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    else:
        monkeypatch.setattr("mindseye.clip.assemble.SPARE_BYTES", 1 << 60)
    window.window.models_page.desk.download("colours", agreed=True)
    settle(qtbot, window)
    expected = "Check the network connection" if trouble == "no network" else "MB are needed"
    assert expected in words(card(window, "colours"))
    assert card(window, "colours").buttons["download"].isEnabled()


def test_a_folder_is_imported_timed_and_removed(
    window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_operations, "bench_model", partial(bench_model, seconds=0.01))
    folder = save_xenova(tmp_path / "mine")
    monkeypatch.setattr("mindseye.ui.models_page.choose_folder", lambda *_: folder)
    before = set(window.window.models_page.cards)
    qtbot.mouseClick(window.window.models_page.take_in, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    (name,) = set(window.window.models_page.cards) - before
    assert "it works" in words(card(window, name))
    click(qtbot, window, name, "bench")
    settle(qtbot, window)
    assert "Pictures a second" in words(card(window, name))
    assert "is used" in words(card(window, name))
    click(qtbot, window, name, "remove")
    answer(window, qtbot, "Remove the model")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: name not in window.window.models_page.cards)
    assert not (paths.user_models() / name).exists()


def test_a_folder_without_a_model_is_told(window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.window.models_page.desk.take_in(tmp_path)
    settle(qtbot, window)
    assert window.window.notice.sentence


def test_old_vectors_are_dropped_after_a_question(window: OpenWindow, qtbot: QtBot) -> None:
    click(qtbot, window, "other", "use")
    qtbot.waitUntil(lambda: "knows 12 photos" in words(card(window, "fake")), timeout=20_000)
    click(qtbot, window, "fake", "remove")
    answer(window, qtbot, "Forget the photos")
    settle(qtbot, window)
    assert window.showing.library is not None
    assert vectors_by_model(window.showing.library) == {"other": 12}
    assert "knows" not in words(card(window, "fake"))
    assert "What it knew of 12 photos is deleted." in words(card(window, "fake"))


def test_a_damaged_catalog_is_told(window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "catalog.toml").write_text("nonsense nonsense")
    window.window.models_page.desk.refresh()
    settle(qtbot, window)
    page = window.window.models_page
    assert "damaged" in " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
