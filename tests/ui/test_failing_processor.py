"""A processor that fails while photos are indexed: one sentence in the window, and the work goes on."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from mindseye.clip import processors
from mindseye.clip.session import CPU_PROVIDER
from mindseye.errors import ModelError
from mindseye.library import Library
from mindseye.settings import Settings
from mindseye.ui.application import OpenWindow
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_pictures

CUDA = "CUDAExecutionProvider"
PICTURES = 60


class Processor(FakeSession):
    """Runs the fake network; on CUDA it gives up at the third batch."""

    def __init__(self, path: Path, *, provider: str = CPU_PROVIDER, only: str | None = None) -> None:
        super().__init__(path)
        self.provider = provider

    def run(self, inputs: Mapping[str, NDArray[Any]], output: str | None = None) -> NDArray[np.float32]:
        if self.provider == CUDA and self.is_image and len(self.runs) == 2:
            raise ModelError("out of memory")
        return super().run(inputs)


@pytest.fixture
def window(
    qapp: object, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    monkeypatch.setattr("mindseye.clip.model.OnnxSession", Processor)
    monkeypatch.setattr("mindseye.clip.model.available_providers", lambda: [CUDA, CPU_PROVIDER])
    monkeypatch.setattr(processors, "fastest", lambda trials: CUDA)
    tried = processors.try_providers
    monkeypatch.setattr(
        processors, "try_providers", lambda names, load, example: tried(names, load, example, seconds=0.0)
    )
    manifest = write_fake_model(tmp_path / "model")
    opened = OpenWindow(
        qapp,  # type: ignore[arg-type]
        Settings(),
        lambda: Library.open(tmp_path / "library", manifest, load_session=Processor),
    )
    opened.window.resize(1000, 700)
    opened.window.show()
    qtbot.waitUntil(lambda: opened.showing.library is not None, timeout=10_000)
    yield opened
    opened.close()


def test_one_sentence_is_shown_and_every_photo_is_indexed(
    window: OpenWindow, qtbot: QtBot, tmp_path: Path, expected_logs: list[str]
) -> None:
    sentence = "CUDA failed; the work goes on with the processor (out of memory)"
    expected_logs.append(sentence)
    told: list[str] = []
    window.showing.told.connect(told.append)
    write_pictures(tmp_path / "photos", PICTURES)
    window.showing.add_folders([tmp_path / "photos"])
    qtbot.waitUntil(lambda: len(window.window.grid.tiles) == PICTURES, timeout=20_000)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told == [sentence]
    assert window.window.notice.sentence == sentence
    assert window.showing.indexing.provider == CPU_PROVIDER
    window.wait_until_shown()
    assert "on processor" in window.window.status_line._model.text()
