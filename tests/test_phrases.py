"""What the program says is English text that remembers how it was made, wherever it is kept or sent."""

import copy
import pickle
from pathlib import Path

import pytest

from mindseye.errors import MindseyeError
from mindseye.phrases import Phrase, counted, packed, unpacked


def test_a_phrase_is_its_english_text() -> None:
    phrase = Phrase("{folder} is away.", folder=Path("photos") / "Norway")
    assert phrase == f"{Path('photos') / 'Norway'} is away."
    assert {phrase: 1}[str(phrase)] == 1
    assert f"{phrase} Really." == str(phrase) + " Really."
    assert MindseyeError(phrase).message == phrase


def test_it_remembers_how_it_was_made() -> None:
    phrase = Phrase("{done} of {total}, {share:.1f}", "progress", done=3, total=8310, share=0.25)
    assert phrase == "3 of 8,310, 0.2"
    assert (phrase.template, phrase.about) == ("{done} of {total}, {share:.1f}", "progress")
    assert phrase.values == {"done": 3, "total": 8310, "share": 0.25}


def test_braces_without_values_are_words() -> None:
    assert Phrase("{a,b}") == "{a,b}"


@pytest.mark.parametrize(("n", "text"), [(0, "0 photos"), (1, "1 photo"), (8310, "8,310 photos")])
def test_a_number_chooses_the_words(n: int, text: str) -> None:
    assert counted("{n} photo", "{n} photos", n=n) == text


def test_a_template_says_how_a_number_is_written() -> None:
    assert Phrase("In {year:d}, {size:.1f} MB", year=2023, size=3.14159) == "In 2023, 3.1 MB"


@pytest.mark.parametrize(
    "phrase",
    [
        Phrase("Up to date"),
        Phrase("Light", "theme"),
        Phrase("Undone: {what}.", what=counted("{n} photo", "{n} photos", n=2)),
        Phrase("“{name}” ist da: {share:.0%}", name='a "b" {c}', share=0.5),
    ],
)
def test_it_comes_back_from_where_it_was_kept(phrase: Phrase) -> None:
    for again in (
        unpacked(packed(phrase)),
        pickle.loads(pickle.dumps(phrase)),
        copy.deepcopy(phrase),
    ):
        assert isinstance(again, Phrase)
        assert again == phrase
        assert (again.template, again.many, again.about) == (phrase.template, phrase.many, phrase.about)
        assert again.values == phrase.values
        assert all(type(again.values[name]) is type(value) for name, value in phrase.values.items())


@pytest.mark.parametrize("words", ["", "It is no picture.", '{"a": 1}', "{", "[1]"])
def test_plain_words_are_kept_as_they_are(words: str) -> None:
    assert packed(words) == words
    assert unpacked(words) == words
    assert not isinstance(unpacked(words), Phrase)
