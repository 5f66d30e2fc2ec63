"""A model of few words says which words it does not know, and does not complain of the others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye import paths
from mindseye.clip.vocabulary import Vocabulary
from mindseye.errors import ModelError

COUNTS = {"dog": 900, "snow": 80, "run": 40, "puppies": 9, "church": 12, "woman": 50, "dance": 7, "bus": 30,
          "zebra": 0, "kitten": 2, "kittens": 1, "ski": 2, "cafe": 5, "grass": 30}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("a dog in the snow", ()),
        ("Dog's SNOW, snow!", ()),
        ("my dogs running without snow", ()),
        ("a puppy and two churches", ()),
        ("women dancing, danced, dances", ()),
        ("guitar", ("guitar",)),
        ("a Guitar on the grass; guitar", ("Guitar",)),
        ("zebra", ("zebra",)),
        ("kitten", ()),
        ("ski", ("ski",)),
        ("Café", ()),
        ("don't show me buses", ()),
        ("2019 3 & 7 %", ()),
        ("close-up of a dog", ("close",)),
        ("Hund im Schnee", ("Hund", "im", "Schnee")),
        ("日本語", ("日本語",)),
        ("", ()),
    ],
)
def test_unknown_words_are_named_as_they_were_typed(text: str, unknown: tuple[str, ...]) -> None:
    assert Vocabulary(COUNTS).understand(text).unknown == unknown


def test_what_is_known_is_told_apart_from_words_that_say_nothing() -> None:
    understood = Vocabulary(COUNTS).understand("the dog with a theremin")
    assert (understood.known, understood.unknown) == (("dog",), ("theremin",))
    assert Vocabulary(COUNTS).understand("with the of") == Vocabulary({}).understand("a photo of")


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    understood = Vocabulary(COUNTS).understand(text)
    assert all(word in text for word in (*understood.known, *understood.unknown))


def test_the_starter_brings_its_list() -> None:
    words = Vocabulary.read(paths.shipped_models() / "starter")
    assert words is not None
    understood = words.understand("two dogs playing in the snow near a theremin")
    assert understood.unknown == ("theremin",)


def test_without_a_list_every_word_is_known(tmp_path: Path) -> None:
    assert Vocabulary.read(tmp_path) is None


@pytest.mark.parametrize("content", [b"dog\tmany\n", b"dog 3\n", b"\xff\xfe"])
def test_a_damaged_list_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vocabulary.txt").write_bytes(content)
    with pytest.raises(ModelError, match=r"list of words .* cannot be read"):
        Vocabulary.read(tmp_path)
