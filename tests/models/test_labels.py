"""What class names and captions are taken to say about a photo."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="training dependencies are not installed")

from starter.data import Source
from starter.labels import Concepts, build, class_phrases, singular
from starter.words import BROADER, SCENES, TEMPLATES


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
        },
        least=1,
    )


def said(concepts: Concepts, source: str, row: int, word: str) -> int:
    found = [i for i in range(concepts.words_at, len(concepts)) if concepts.phrases[i][0] == word]
    assert len(found) == 1, word
    return int(concepts.truth[source][row, found[0]])


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
    part = concepts.truth["scenes"][:, concepts.scenes_at : concepts.words_at]
    assert part.sum(axis=1).tolist() == [1, 1]


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
    assert all(name in phrases or name.rstrip("s") in phrases for name, phrases in SCENES.items())
