"""Embedding pictures and words with real small networks."""

import threading
from pathlib import Path

import numpy as np
import pytest

from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.import_folder import import_folder
from mindseye.clip.manifest import Preprocessing
from mindseye.clip.pixels import PixelBatch
from mindseye.clip.providers import try_providers
from mindseye.clip.session import OnnxSession
from mindseye.errors import ModelError
from tests.clip.networks import SIDE, save_xenova


@pytest.fixture(params=[False, True], ids=["two files", "one file"])
def manifest(request: pytest.FixtureRequest, tmp_path: Path) -> ModelManifest:
    source = save_xenova(tmp_path / "source", both=request.param)
    return import_folder(source, tmp_path / "home", "colours").manifest


def square(*colour: int) -> np.ndarray:
    return np.full((SIDE, SIDE, 3), colour, dtype=np.uint8)


def test_words_find_their_colours(manifest: ModelManifest) -> None:
    model = ClipModel(manifest)
    pictures = model.embed_images([square(200, 0, 0), square(0, 200, 0), square(0, 0, 200)])
    words = model.embed_texts(["red", "a GREEN picture", "blue"])
    np.testing.assert_allclose(np.linalg.norm(pictures, axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(words, axis=1), 1, atol=1e-6)
    assert (words @ pictures.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_each_tower_is_loaded_when_it_is_needed_and_once(manifest: ModelManifest) -> None:
    loaded: list[str] = []

    def load(path: Path) -> OnnxSession:
        loaded.append(path.name)
        return OnnxSession(path)

    model = ClipModel(manifest, load_session=load)
    assert not loaded
    for _ in range(2):
        model.embed_texts(["red"])
    assert loaded == [Path(manifest.text.file).name], "no vision tower for words"
    model.embed_images([square(1, 2, 3)])
    assert len(loaded) == 2


def test_nothing_gives_nothing(manifest: ModelManifest) -> None:
    model = ClipModel(manifest)
    assert model.embed_images([]).shape == (0, manifest.dimension)
    assert model.embed_texts([]).shape == (0, manifest.dimension)


def test_batches_of_any_size_and_order_agree(manifest: ModelManifest) -> None:
    model = ClipModel(manifest)
    random = np.random.default_rng(0)
    squares = [random.integers(0, 255, (SIDE, SIDE, 3), dtype=np.uint8) for _ in range(9)]
    whole = model.embed_images(squares)
    for start, end in [(0, 1), (3, 9), (0, 9), (8, 9)]:
        np.testing.assert_allclose(model.embed_images(squares[start:end]), whole[start:end], atol=1e-6)


def test_several_threads_do_not_mix_their_pictures(manifest: ModelManifest) -> None:
    model = ClipModel(manifest)
    random = np.random.default_rng(1)
    batches = [
        [random.integers(0, 255, (SIDE, SIDE, 3), dtype=np.uint8) for _ in range(n)] for n in (1, 4, 7)
    ]
    wanted = [model.embed_images(batch) for batch in batches]
    wrong: list[int] = []

    def work(number: int) -> None:
        agree = (
            np.allclose(model.embed_images(batches[number]), wanted[number], atol=1e-6) for _ in range(50)
        )
        wrong.extend(number for right in agree if not right)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_buffer_is_used_again() -> None:
    batch = PixelBatch(Preprocessing(SIDE, "shortest", "bicubic", (0.5, 0.4, 0.3), (0.2, 0.3, 0.4)))
    large, small = batch.fill([square(10, 20, 30)] * 5), batch.fill([square(255, 0, 128)] * 2)
    assert np.shares_memory(large, small)
    wanted = (np.array([255, 0, 128]) / 255 - [0.5, 0.4, 0.3]) / [0.2, 0.3, 0.4]
    np.testing.assert_allclose(small[1, :, 3, 3], wanted, atol=1e-5)


def test_a_picture_of_another_size_is_refused(manifest: ModelManifest) -> None:
    with pytest.raises(ModelError, match="not 8 pixels square"):
        ClipModel(manifest).embed_images([np.zeros((SIDE, 9, 3), np.uint8)])


def test_long_texts_are_cut(manifest: ModelManifest) -> None:
    model = ClipModel(manifest)
    assert model.embed_texts(["red " * 500]).shape == (1, manifest.dimension)


def test_the_real_session_goes_to_the_best_processor(
    manifest: ModelManifest, own_home: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    expected_logs.append("CUDA is not used: ")
    names = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    monkeypatch.setattr("mindseye.clip.model.available_providers", lambda: names)
    monkeypatch.setattr(
        "mindseye.clip.processors.try_providers",
        lambda names, load, example: try_providers(names, load, example, seconds=0.01),
    )
    model = ClipModel(manifest)
    assert model.embed_images([square(1, 2, 3)]).shape == (1, manifest.dimension)
    assert model.provider == "CPUExecutionProvider"
    assert (own_home / "providers.json").is_file(), "and the choice is kept"
