"""What class names and captions are taken to say about a photo."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="training dependencies are not installed")

from starter.data import Source
from starter.labels import Concepts, build, class_phrases, singular
from starter.words import BROADER, INSIDE, OUTSIDE, SCENES, SHEETS, TEMPLATES


@pytest.fixture
def concepts() -> Concepts:
    blank = np.zeros((2, 8, 8, 3), np.uint8)
    return build(
        {
            "objects": Source("objects", blank, labels=["lemon", "golden retriever"]),
            "captions": Source(
                "captions", blank, captions=[["A dog at night"], ["Dogs run on a sunny day", "a red ball"]]
            ),
            "scenes": Source("scenes", blank, labels=["sea", "forest"]),
            "pets": Source("pets", blank, labels=["cat,birman", "dog"]),
            "small": Source("small", blank, labels=["horse", "automobile"]),
            "sheets": Source("sheets", blank, labels=["receipt", "screenshot"]),
        },
        least=1,
    )


def said(concepts: Concepts, source: str, row: int, word: str) -> int:
    return int(concepts.truth[source][row, concepts.index[word]])


def test_an_object_has_one_class_and_its_broader_words(concepts: Concepts) -> None:
    assert concepts.truth["objects"][:, :2].sum(axis=1).tolist() == [1, 1]
    assert said(concepts, "objects", 0, "fruit") == 1
    assert said(concepts, "objects", 1, "fruit") == 0
    assert said(concepts, "objects", 1, "animal") == 1


def test_captions_name_what_they_say(concepts: Concepts) -> None:
    assert said(concepts, "captions", 0, "dog") == 1
    assert said(concepts, "captions", 1, "dog") == 1
    assert said(concepts, "captions", 0, "run") == 0


def test_night_is_only_denied_by_day(concepts: Concepts) -> None:
    assert said(concepts, "captions", 0, "night") == 1
    assert said(concepts, "captions", 1, "night") == 0
    assert said(concepts, "captions", 1, "day") == 1
    assert said(concepts, "scenes", 0, "night") == -1


def test_a_general_word_may_be_left_unsaid(concepts: Concepts) -> None:
    assert said(concepts, "captions", 0, "animal") == 1
    assert said(concepts, "captions", 0, "ball") == -1
    assert said(concepts, "captions", 1, "ball") == 1


def test_scenes_are_one_of_those_present(concepts: Concepts) -> None:
    part = concepts.truth["scenes"][:, concepts.scenes_at : concepts.sheets_at]
    assert part.sum(axis=1).tolist() == [1, 1]
    assert said(concepts, "scenes", 0, "outdoors") == 1


def test_every_photo_is_a_photograph_and_a_receipt_a_document(concepts: Concepts) -> None:
    kinds = slice(concepts.sheets_at, concepts.words_at)
    document, receipt, photograph = (list(SHEETS).index(k) for k in ("document", "receipt", "photograph"))
    for name in ("objects", "captions", "scenes", "pets", "small"):
        assert (concepts.truth[name][:, kinds].argmax(axis=1) == photograph).all()
    shown = concepts.truth["sheets"][:, kinds]
    assert shown[0, [document, receipt, photograph]].tolist() == [1, 1, 0]
    assert shown[1].sum() == 1


def test_small_photos_and_pets_show_what_their_labels_say(concepts: Concepts) -> None:
    assert [said(concepts, "small", row, "vehicle") for row in (0, 1)] == [0, 1]
    assert [said(concepts, "small", row, "car") for row in (0, 1)] == [0, 1]
    assert [said(concepts, "pets", row, "cat") for row in (0, 1)] == [1, 0]
    assert said(concepts, "pets", 0, "animal") == 1


def test_columns_of_light_and_place_stand_first(concepts: Concepts) -> None:
    first = [concepts.index[word] - concepts.words_at for word in ("night", "day", "indoors", "outdoors")]
    assert first == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("dogs", "dog"), ("puppies", "puppy"), ("beaches", "beach"), ("grass", "grass"), ("bus", "bus")],
)
def test_singular(word: str, wanted: str) -> None:
    assert singular(word) == wanted


def test_class_names_lead_with_the_first() -> None:
    assert class_phrases("tabby, tabby cat") == ["tabby", "tabby", "tabby cat"]


def test_tables_are_well_formed() -> None:
    assert all("{}" in template for template in TEMPLATES)
    members = [m for group in BROADER.values() for m in group.split(";")]
    assert len(members) == len(set(members))
    assert not set(INSIDE.split(";")) & set(OUTSIDE.split(";"))
    assert all(name in phrases or name.rstrip("s") in phrases for name, phrases in SCENES.items())
