"""Labels with probabilities, and an honest undecided band."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.support.counting import CountingLoader
from tests.support.fake_model import FakeSession

from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.manifest import Calibration, CategoryCalibration
from mindseye.tagging import Category, Judgement, Label, ZeroShotTagger, judgements
from mindseye.tagging.categories import digest

TIME = Category("time", (Label("day", ("sunny day", "daylight")), Label("night", ("dark night",))), 0.75)
COLOUR = Category(
    "colour", (Label("red", ("red",)), Label("green", ("green",)), Label("blue", ("blue",))), 0.5
)


def judged(tagger: ZeroShotTagger, photos: NDArray[np.floating]) -> list[list[Judgement]]:
    """What the categories say of each photo."""
    return judgements(tagger.judge(photos), len(photos))


@pytest.fixture
def loader() -> CountingLoader:
    """Counts what is embedded."""
    return CountingLoader()


@pytest.fixture
def model(manifest: ModelManifest, loader: CountingLoader) -> ClipModel:
    """The model that knows colours; its temperature is 0.1."""
    return ClipModel(manifest, load_session=loader)


def test_a_calibrated_category_is_judged_by_its_own_temperature_and_biases(manifest: ModelManifest) -> None:
    category = Category("colour", (Label("red", ("red",)), Label("blue", ("blue",))), certain_from=0.6)
    other = Category("hue", category.labels, certain_from=0.6)
    known = CategoryCalibration(temperature=0.05, biases={"blue": 0.5})
    calibrated = replace(manifest, calibration=Calibration(categories={digest([category]): known}))
    grey = np.ones((1, manifest.dimension), np.float32) / np.sqrt(manifest.dimension)

    plain = ZeroShotTagger(ClipModel(manifest, load_session=FakeSession), [category, other])
    biased = ZeroShotTagger(ClipModel(calibrated, load_session=FakeSession), [category, other])

    assert [judgement.label for judgement in judged(plain, grey)[0]] == [None, None]
    # Only the category with these very prompts is calibrated.
    assert [judgement.label for judgement in judged(biased, grey)[0]] == ["blue", None]
    same = [one == other for one, other in zip(plain.questions(), biased.questions(), strict=True)]
    assert same == [False, True]


def test_each_photo_gets_one_judgement_a_category_in_their_order(model: ClipModel) -> None:
    tagger = ZeroShotTagger(model, [TIME, COLOUR])
    photos = model.embed_texts(["sunny red", "dark blue"])
    found = judged(tagger, photos)
    assert [[each.category for each in of_photo] for of_photo in found] == [["time", "colour"]] * 2
    assert [[each.label for each in of_photo] for of_photo in found] == [["day", "red"], ["night", "blue"]]


def test_the_probability_is_the_softmax_over_cosines_by_the_models_temperature(model: ClipModel) -> None:
    photo = model.embed_texts(["day red"])
    directions = np.stack([model.embed_texts([name])[0] for name in ("red", "green", "blue")])
    logits = (photo @ directions.T)[0] / 0.1
    expected = np.exp(logits) / np.exp(logits).sum()
    ((judgement,),) = judged(ZeroShotTagger(model, [COLOUR]), photo)
    assert judgement.probability == pytest.approx(expected.max(), abs=1e-5)


def test_a_photo_between_two_labels_is_undecided(model: ClipModel) -> None:
    photo = model.embed_texts(["red"])  # says nothing of the time
    ((judgement,),) = judged(ZeroShotTagger(model, [TIME]), photo)
    assert judgement.label is None
    assert judgement.probability == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("shift", "label"), [(-1e-4, "day"), (1e-4, None)])
def test_the_band_ends_where_the_file_says(model: ClipModel, shift: float, label: str | None) -> None:
    photo = model.embed_texts(["day red"])
    ((judgement,),) = judged(ZeroShotTagger(model, [TIME]), photo)
    border = Category(TIME.name, TIME.labels, judgement.probability + shift)
    ((again,),) = judged(ZeroShotTagger(model, [border]), photo)
    assert again.label == label


def test_a_label_is_the_mean_of_its_prompts_and_not_of_their_number(model: ClipModel) -> None:
    once = Category("c", (Label("red", ("red",)), Label("blue", ("blue",))), 0.6)
    often = Category("c", (Label("red", ("red",) * 5), Label("blue", ("blue",))), 0.6)
    photo = model.embed_texts(["red"])
    first, second = (judged(ZeroShotTagger(model, [each]), photo)[0][0] for each in (once, often))
    assert first.probability == pytest.approx(second.probability, abs=1e-6)


def test_half_precision_vectors_are_judged_like_whole_ones(model: ClipModel) -> None:
    photos = model.embed_texts(["red", "green day", "dark blue"])
    tagger = ZeroShotTagger(model, [TIME, COLOUR])
    whole, half = judged(tagger, photos), judged(tagger, photos.astype(np.float16))
    assert [[each.label for each in row] for row in whole] == [[each.label for each in row] for row in half]
    for one, other in zip(whole, half, strict=True):
        assert [each.probability for each in one] == pytest.approx(
            [each.probability for each in other], abs=0.01
        )


def test_no_photos_give_no_judgements_and_no_categories_give_empty_ones(
    model: ClipModel, manifest: ModelManifest
) -> None:
    assert judged(ZeroShotTagger(model, [TIME]), np.empty((0, manifest.dimension), np.float16)) == []
    assert judged(ZeroShotTagger(model, []), model.embed_texts(["red"])) == [[]]


def test_extreme_similarities_give_a_number(model: ClipModel, manifest: ModelManifest) -> None:
    photo = np.full((1, manifest.dimension), 1e4, np.float32)
    ((judgement,),) = judged(ZeroShotTagger(model, [TIME]), photo)
    assert 0 <= judgement.probability <= 1


def test_the_prompts_are_embedded_once_even_by_several_threads(
    model: ClipModel, loader: CountingLoader
) -> None:
    photo = model.embed_texts(["red"])
    before = sum(loader.sessions[0].runs)
    tagger = ZeroShotTagger(model, [TIME, COLOUR])
    threads = [threading.Thread(target=tagger.judge, args=(photo,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(loader.sessions[0].runs) - before == 6
