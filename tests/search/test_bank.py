"""The bank of neutral words is embedded once and kept; what is kept may be damaged."""

from pathlib import Path

import numpy as np
import pytest
from tests.support.counting import CountingLoader

from mindseye import paths
from mindseye.clip import ClipModel, ModelManifest
from mindseye.search.bank import TEMPLATE, BestScores, bank_vectors, read_words

WORDS = ("red", "green", "blue")


@pytest.fixture
def model(manifest: ModelManifest, loader: CountingLoader) -> ClipModel:
    """The model that knows colours."""
    return ClipModel(manifest, load_session=loader)


def kept(cache: Path) -> Path:
    (found,) = cache.glob("words-*.npy")
    return found


def test_the_vectors_are_those_of_the_phrases(model: ClipModel, tmp_path: Path) -> None:
    made = bank_vectors(model, WORDS, tmp_path)
    expected = model.embed_texts([TEMPLATE.format(word) for word in WORDS])
    np.testing.assert_allclose(made, expected, atol=1e-6)
    assert (made.shape, made.dtype) == ((len(WORDS), model.manifest.dimension), np.float32)


def test_it_is_made_once_and_then_read(
    model: ClipModel, manifest: ModelManifest, loader: CountingLoader, tmp_path: Path
) -> None:
    cache = tmp_path / "not" / "there" / "yet"
    first = bank_vectors(model, WORDS, cache)
    again = bank_vectors(ClipModel(manifest, load_session=loader), WORDS, cache)
    np.testing.assert_array_equal(first, again)
    assert len(loader.sessions) == 1
    assert [each.name for each in cache.iterdir()] == [kept(cache).name]


def test_other_words_are_another_bank(model: ClipModel, tmp_path: Path) -> None:
    assert len(bank_vectors(model, WORDS, tmp_path)) == 3
    assert len(bank_vectors(model, ("red",), tmp_path)) == 1
    assert len(list(tmp_path.glob("words-*.npy"))) == 2


@pytest.mark.parametrize("damage", [b"", b"no array at all", "half", "another shape"])
def test_a_damaged_file_is_made_again(model: ClipModel, tmp_path: Path, damage: bytes | str) -> None:
    expected = bank_vectors(model, WORDS, tmp_path)
    path = kept(tmp_path)
    whole = path.read_bytes()
    if damage == "another shape":
        np.save(path, np.zeros(3, np.float32))
    else:
        path.write_bytes(whole[: len(whole) - 7] if damage == "half" else damage)  # type: ignore[arg-type]
    np.testing.assert_array_equal(bank_vectors(model, WORDS, tmp_path), expected)
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_stops_no_search(model: ClipModel, tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    assert len(bank_vectors(model, WORDS, tmp_path / "cache")) == len(WORDS)


def test_the_best_scores_are_those_of_one_index_file(tmp_path: Path) -> None:
    bank, scores = np.eye(3, dtype=np.float32), np.array([0.1, 0.2, 0.3], np.float32)
    assert BestScores(tmp_path, bank, b"one".ljust(16)).read() is None
    BestScores(tmp_path, bank, b"one".ljust(16)).keep(scores)
    np.testing.assert_array_equal(BestScores(tmp_path, bank, b"one".ljust(16)).read(), scores)
    assert BestScores(tmp_path, bank, b"two".ljust(16)).read() is None
    assert BestScores(tmp_path, bank[:2], b"one".ljust(16)).read() is None
    BestScores(tmp_path, bank, b"two".ljust(16)).keep(scores + 1)
    assert BestScores(tmp_path, bank, b"one".ljust(16)).read() is None
    assert len(list(tmp_path.iterdir())) == 1


def test_without_an_index_file_no_best_scores_are_kept(tmp_path: Path) -> None:
    of_nothing = BestScores(tmp_path, np.eye(3, dtype=np.float32), bytes(16))
    of_nothing.keep(np.zeros(3, np.float32))
    assert of_nothing.read() is None
    assert list(tmp_path.iterdir()) == []


def test_comments_and_empty_lines_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# a comment\n\n  dog  \ncafé au lait\n", encoding="utf-8")
    assert read_words(path) == ("dog", "café au lait")


def test_the_shipped_words_are_many_and_all_different() -> None:
    words = read_words(paths.resource("neutral-words.txt"))
    assert len(words) > 50
    assert len(set(words)) == len(words)
