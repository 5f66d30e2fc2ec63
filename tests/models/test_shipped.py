"""The contract of the shipped starter model; needs no training dependencies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from evaluate.model import Model, sha256_of


@pytest.fixture(scope="module")
def model(starter_folder: Path) -> Model:
    return Model(starter_folder)


def test_hashes_are_those_of_the_files(model: Model, starter_folder: Path) -> None:
    assert sha256_of(starter_folder / model.picture["file"]) == model.picture["sha256"]
    assert sha256_of(starter_folder / model.words["file"]) == model.words["sha256"]
    assert sha256_of(starter_folder / model.words["tokenizer"]) == model.words["tokenizer_sha256"]


def test_it_is_small(starter_folder: Path) -> None:
    assert sum(p.stat().st_size for p in starter_folder.glob("*.onnx")) < 25_000_000


def test_names_and_shapes(model: Model) -> None:
    assert [i.name for i in model.image.get_inputs()] == ["pixel_values"]
    assert [i.name for i in model.text.get_inputs()] == ["input_ids"]
    assert [o.name for o in model.image.get_outputs()] == ["embedding"]
    assert [o.name for o in model.text.get_outputs()] == ["embedding"]
    assert model.read(["a dog"]).shape == (1, model.settings["dimension"])
    assert model.see([Image.new("RGB", (31, 200))]).shape == (1, model.settings["dimension"])
    assert 0 < model.temperature < 1


def test_vectors_are_float32_of_unit_length(model: Model) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (120, 90, 3), np.uint8)
    for vectors in (model.see([Image.fromarray(noise)]), model.read(["snow", "a man at night"])):
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_a_text_is_the_same_alone_and_beside_longer_ones(model: Model) -> None:
    beside = model.read(["dog", "two brown dogs run over the green grass beside a very long river"])[0]
    assert np.allclose(model.read(["dog"])[0], beside, atol=1e-5)


def test_a_photo_is_the_same_alone_and_beside_others(model: Model) -> None:
    rng = np.random.default_rng(1)
    photos = [Image.fromarray(rng.integers(0, 255, (64, 64, 3), np.uint8)) for _ in range(5)]
    together = model.see(photos)
    for row, photo in enumerate(photos):
        assert np.allclose(model.see([photo])[0], together[row], atol=1e-5)


def test_long_texts_keep_their_end_token(model: Model) -> None:
    limit = model.words["context_length"]
    ids = model.tokenizer.encode("dog " * 200).ids
    assert len(ids) == limit
    assert ids[-1] == model.tokenizer.encode("dog").ids[-1] == model.tokenizer.token_to_id("<end>")


@pytest.mark.parametrize("text", ["", " ", "日本語 🐶", "\x00\ufffd", "ZÜRICH", "!?", "a" * 5000, "xq zzyzx"])
def test_no_text_breaks_it(model: Model, text: str) -> None:
    assert np.isfinite(model.read([text])).all()


def test_case_and_accents_do_not_matter(model: Model) -> None:
    assert np.array_equal(model.read(["A Café"]), model.read(["a cafe"]))


def test_longer_input_than_the_context_does_not_crash(model: Model) -> None:
    ids = np.full((1, 50), 5, np.int64)
    assert np.isfinite(model.text.run(["embedding"], {"input_ids": ids})[0]).all()


def test_all_padding_does_not_crash(model: Model) -> None:
    ids = np.full((1, 4), model.pad, np.int64)
    assert np.isfinite(model.text.run(["embedding"], {"input_ids": ids})[0]).all()


def test_the_word_list_counts(starter_folder: Path) -> None:
    lines = (starter_folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    counts = {word: int(count) for word, count in (line.split("\t") for line in lines)}
    assert counts["dog"] > 1000
    assert counts["night"] > 0
    assert "zzyzx" not in counts


def test_the_card_names_its_sources(starter_folder: Path) -> None:
    card = (starter_folder / "README.md").read_text(encoding="utf-8")
    for name in ("Tiny-ImageNet", "Flickr8k", "Intel", "Detic", "research"):
        assert name in card
