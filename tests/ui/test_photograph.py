"""The picture of the window that is made where there is no display."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from mindseye.clip import ModelManifest
from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.ui import photograph
from tests.support.fake_model import FakeSession


@pytest.fixture
def with_fake_model(manifest: ModelManifest, monkeypatch: pytest.MonkeyPatch) -> None:
    def opening(directory: Path, *, model: str | None) -> Library:
        return Library.open(directory, manifest, load_session=FakeSession)

    monkeypatch.setattr(photograph, "open_library", opening)


@pytest.mark.usefixtures("with_fake_model")
@pytest.mark.parametrize("words", ["", "red"])
def test_the_photos_are_to_be_seen_on_it(
    tmp_path: Path, photos: Path, manifest: ModelManifest, words: str
) -> None:
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        index_folders(library, [photos])
    target = tmp_path / "window.png"
    photograph.photograph_window(tmp_path / "library", target, words=words)
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1280, 800)
    colours = [QColor(picture.pixel(x, y)) for x in range(240, 1000, 8) for y in range(130, 760, 8)]
    assert any(colour.red() > 180 and colour.green() < 80 for colour in colours)


@pytest.mark.usefixtures("with_fake_model")
def test_a_library_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"no database " * 400)
    with pytest.raises(MindseyeError, match="damaged"):
        photograph.photograph_window(tmp_path, tmp_path / "window.png")
