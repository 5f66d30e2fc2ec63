"""The window's part of the self test, with the model that knows colours."""

import sys
from pathlib import Path

import pytest

from mindseye.clip import ModelManifest
from mindseye.errors import CatalogError, MindseyeError
from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.ui import selftest
from mindseye.ui.application import run_window
from tests.support.fake_model import FakeSession

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_window_is_opened_searched_and_closed(
    tmp_path: Path, photos: Path, manifest: ModelManifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opening(directory: Path, *, model: str | None) -> Library:
        return Library.open(directory, manifest, load_session=FakeSession)

    monkeypatch.setattr(selftest, "open_library", opening)
    with opening(tmp_path / "library", model=None) as library:
        index_folders(library, [photos])
    line = selftest.check_window(tmp_path / "library", None)
    assert line.startswith("window: 12 photos shown after ")
    assert line.endswith("searched and closed (offscreen)")


def test_a_window_without_photos_is_a_failure(
    tmp_path: Path, manifest: ModelManifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        selftest,
        "open_library",
        lambda directory, *, model: Library.open(directory, manifest, load_session=FakeSession),
    )
    with pytest.raises(MindseyeError, match="0 photos"):
        selftest.check_window(tmp_path / "library", None)


def test_a_library_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opening(directory: Path, *, model: str | None) -> Library:
        raise CatalogError("The library is damaged.")

    monkeypatch.setattr(selftest, "open_library", opening)
    with pytest.raises(MindseyeError, match="is damaged"):
        selftest.check_window(tmp_path / "library", None)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_a_sentence_comes_instead_of_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MindseyeError, match="no display"):
        run_window(None, None)
