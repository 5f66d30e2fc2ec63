"""Labels with probabilities, and an honest undecided band."""

import threading
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.support.counting import CountingLoader
from tests.support.fake_model import FakeSession

from mindseye.clip import ClipModel, ModelManifest
from mindseye.clip.manifest import Calibration, CategoryCalibration
from mindseye.tagging import Category, Judgement, Label, Tagger, judgements
from mindseye.tagging.categories import digest
from mindseye.tagging.zero_shot import LINE, WIDTH

TIME = Category("time", (Label("day", ("sunny day", "daylight")), Label("night", ("dark night",))), 0.75)
COLOUR = Category(
    "colour", (Label("red", ("red",)), Label("green", ("green",)), Label("blue", ("blue",))), 0.5
)


def tagger_for(model: ClipModel, categories: Sequence[Category]) -> Tagger:
    """A tagger whose neutral words say nothing."""
    return Tagger(model, categories, lambda: np.zeros(model.manifest.dimension, np.float32))


def judged(tagger: Tagger, photos: NDArray[np.floating]) -> list[list[Judgement]]:
    """What the categories say of each photo."""
    return judgements(tagger.judge(photos), len(photos))


@pytest.fixture
def model(manifest: ModelManifest, loader: CountingLoader) -> ClipModel:
    """The model that knows colours; its temperature is 0.1."""
    return ClipModel(manifest, load_session=loader)


def test_a_calibrated_category_is_judged_by_its_own_temperature_and_biases(manifest: ModelManifest) -> None:
    category = Category("colour", (Label("red", ("red",)), Label("blue", ("blue",))), certain_from=0.6)
    other = Category("hue", category.labels, certain_from=0.6)
    known = CategoryCalibration(temperature=0.05, biases={"red": 0.0, "blue": 0.5})
    calibrated = replace(manifest, calibration=Calibration(categories={digest([category]): known}))
    grey = np.ones((1, manifest.dimension), np.float32) / np.sqrt(manifest.dimension)

    plain = tagger_for(ClipModel(manifest, load_session=FakeSession), [category, other])
    biased = tagger_for(ClipModel(calibrated, load_session=FakeSession), [category, other])

    assert [judgement.label for judgement in judged(plain, grey)[0]] == [None, None]
    # Only the category with these very prompts is calibrated.
    assert [judgement.label for judgement in judged(biased, grey)[0]] == ["blue", None]
    same = [one == other for one, other in zip(plain.questions(), biased.questions(), strict=True)]
    assert same == [False, True]


def test_each_photo_gets_one_judgement_a_category_in_their_order(model: ClipModel) -> None:
    tagger = tagger_for(model, [TIME, COLOUR])
    photos = model.embed_texts(["sunny red", "dark blue"])
    found = judged(tagger, photos)
    assert [[each.category for each in of_photo] for of_photo in found] == [["time", "colour"]] * 2
    assert [[each.label for each in of_photo] for of_photo in found] == [["day", "red"], ["night", "blue"]]


def test_the_probability_is_the_softmax_over_cosines_by_the_models_temperature(model: ClipModel) -> None:
    photo = model.embed_texts(["day red"])
    directions = np.stack([model.embed_texts([name])[0] for name in ("red", "green", "blue")])
    logits = (photo @ directions.T)[0] / 0.1
    expected = np.exp(logits) / np.exp(logits).sum()
    ((judgement,),) = judged(tagger_for(model, [COLOUR]), photo)
    assert judgement.probability == pytest.approx(expected.max(), abs=1e-5)


def test_a_photo_between_two_labels_is_undecided(model: ClipModel) -> None:
    photo = model.embed_texts(["red"])  # says nothing of the time
    ((judgement,),) = judged(tagger_for(model, [TIME]), photo)
    assert judgement.label is None
    assert judgement.probability == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("shift", "label"), [(-1e-4, "day"), (1e-4, None)])
def test_the_band_ends_where_the_file_says(model: ClipModel, shift: float, label: str | None) -> None:
    photo = model.embed_texts(["day red"])
    ((judgement,),) = judged(tagger_for(model, [TIME]), photo)
    border = Category(TIME.name, TIME.labels, judgement.probability + shift)
    ((again,),) = judged(tagger_for(model, [border]), photo)
    assert again.label == label


def test_a_label_is_the_mean_of_its_prompts_and_not_of_their_number(model: ClipModel) -> None:
    once = Category("c", (Label("red", ("red",)), Label("blue", ("blue",))), 0.6)
    often = Category("c", (Label("red", ("red",) * 5), Label("blue", ("blue",))), 0.6)
    photo = model.embed_texts(["red"])
    first, second = (judged(tagger_for(model, [each]), photo)[0][0] for each in (once, often))
    assert first.probability == pytest.approx(second.probability, abs=1e-6)


def test_half_precision_vectors_are_judged_like_whole_ones(model: ClipModel) -> None:
    photos = model.embed_texts(["red", "green day", "dark blue"])
    tagger = tagger_for(model, [TIME, COLOUR])
    whole, half = judged(tagger, photos), judged(tagger, photos.astype(np.float16))
    assert [[each.label for each in row] for row in whole] == [[each.label for each in row] for row in half]
    for one, other in zip(whole, half, strict=True):
        assert [each.probability for each in one] == pytest.approx(
            [each.probability for each in other], abs=0.01
        )


def test_no_photos_give_no_judgements_and_no_categories_give_empty_ones(
    model: ClipModel, manifest: ModelManifest
) -> None:
    assert judged(tagger_for(model, [TIME]), np.empty((0, manifest.dimension), np.float16)) == []
    assert judged(tagger_for(model, []), model.embed_texts(["red"])) == [[]]


def test_extreme_similarities_give_a_number(model: ClipModel, manifest: ModelManifest) -> None:
    photo = np.full((1, manifest.dimension), 1e4, np.float32)
    ((judgement,),) = judged(tagger_for(model, [TIME]), photo)
    assert 0 <= judgement.probability <= 1


def test_the_prompts_are_embedded_once_even_by_several_threads(
    model: ClipModel, loader: CountingLoader
) -> None:
    photo = model.embed_texts(["red"])
    before = sum(loader.sessions[0].runs)
    tagger = tagger_for(model, [TIME, COLOUR])
    threads = [threading.Thread(target=tagger.judge, args=(photo,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(loader.sessions[0].runs) - before == 6


SHOWN = Category("shown", (Label("red", ("red",)), Label("green", ("green",))), 0.5, exclusive=False)


def test_labels_that_do_not_exclude_one_another_are_each_judged_for_themselves(
    manifest: ModelManifest,
) -> None:
    measured = CategoryCalibration(1.0, {"red": -0.4, "green": -0.4}, {"red": 0.05, "green": 0.05})
    known = replace(manifest, calibration=Calibration(categories={digest([SHOWN]): measured}))
    model = ClipModel(known, load_session=FakeSession)
    found = judged(tagger_for(model, [SHOWN]), model.embed_texts(["red green", "red", "blue"]))
    assert [[each.label for each in of_photo] for of_photo in found] == [["red", "green"], ["red"], [None]]


def test_the_neutral_words_are_taken_off_what_is_judged_for_itself(model: ClipModel) -> None:
    red, both = model.embed_texts(["red", "red green"])
    photo = red[np.newaxis]
    plain = Tagger(model, [SHOWN], lambda: np.zeros_like(red)).judge(photo)[0].probabilities
    apart = Tagger(model, [SHOWN], lambda: both).judge(photo)[0].probabilities
    expected = model.embed_texts(["green"])[0] - both
    cosine = expected @ red / np.linalg.norm(expected)
    assert apart[0, 1] == pytest.approx(1 / (1 + np.exp(-(cosine / 0.1 - LINE) / WIDTH)), abs=1e-5)
    assert apart[0, 1] < plain[0, 1]


@pytest.mark.parametrize("exclusive", [True, False])
def test_a_label_that_calibration_leaves_out_is_never_given(manifest: ModelManifest, exclusive: bool) -> None:
    category = replace(SHOWN, exclusive=exclusive, certain_from=0.6)
    measured = CategoryCalibration(0.001, {"green": 10.0})
    known = replace(manifest, calibration=Calibration(categories={digest([category]): measured}))
    nothing = replace(
        manifest, calibration=Calibration(categories={digest([category]): CategoryCalibration(1.0, {})})
    )
    for each, expected in ((known, "green"), (nothing, None)):
        model = ClipModel(each, load_session=FakeSession)
        ((judgement,),) = judged(tagger_for(model, [category]), model.embed_texts(["red"]))
        assert judgement.label == expected
        assert 0 <= judgement.probability <= 1


def test_what_is_switched_off_is_not_asked(model: ClipModel) -> None:
    tagger = tagger_for(model, [replace(SHOWN, enabled=False), COLOUR])
    assert [each.category for each in tagger.questions()] == ["colour"]
    assert [each.question.category for each in tagger.judge(model.embed_texts(["red"]))] == ["colour"]


def test_only_the_questions_that_are_named_are_judged(model: ClipModel) -> None:
    tagger = tagger_for(model, [TIME, COLOUR])
    photo = model.embed_texts(["red"])
    assert [each.question.category for each in tagger.judge(photo, tagger.questions()[1:])] == ["colour"]


def test_another_band_is_another_question(model: ClipModel) -> None:
    one, other = (tagger_for(model, [replace(COLOUR, certain_from=each)]).questions() for each in (0.5, 0.6))
    assert one != other
