"""What the program says is English text that remembers how it was made, wherever it is kept or sent."""

import ast
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


@pytest.mark.parametrize(
    "line",
    [
        '{"phrase": ["{name:999999999}", "", "", {"name": 1}]}',
        '{"phrase": ["{name.__class__}", "", "", {"name": "a"}]}',
        '{"phrase": ["{name[0]}", "", "", {"name": "a"}]}',
        '{"phrase": ["{other}", "", "", {"name": "a"}]}',
        '{"phrase": ["{name}", "{n}", "", {"name": "a"}]}',
        '{"phrase": ["{name:.1f}", "", "", {"name": "a"}]}',
        '{"phrase": [5, "", "", {}]}',
        '{"phrase": "words"}',
        '{"phrase": [',
        '{"phrase": ' + "[" * 100_000,
    ],
)
def test_what_pretends_to_be_a_phrase_is_plain_words(line: str) -> None:
    assert unpacked(line) == line
    assert not isinstance(unpacked(line), Phrase)


@pytest.mark.parametrize("words", ["", "It is no picture.", '{"a": 1}', "{", "[1]"])
def test_plain_words_are_kept_as_they_are(words: str) -> None:
    assert packed(words) == words
    assert unpacked(words) == words
    assert not isinstance(unpacked(words), Phrase)


CORE = Path(__file__).parents[1] / "desktop" / "mindseye"

ENGLISH = {
    *("catalog/userdata.py", "operations/diagnose.py", "operations/export.py", "operations/selftest.py"),
    *("operations/userdata.py", "ui/application.py", "ui/photograph.py", "ui/selftest.py"),
}
"""What only the command line says."""


def errors_of_the_world() -> set[str]:
    """The names of all errors that people are told of."""
    known, kinds = {MindseyeError}, {MindseyeError.__name__}
    while known:
        known = {below for each in known for below in each.__subclasses__()}
        kinds |= {each.__name__ for each in known}
    return kinds


@pytest.mark.parametrize(
    "path",
    [
        each
        for each in sorted(CORE.rglob("*.py"))
        if each.relative_to(CORE).parts[0] != "cli" and each.relative_to(CORE).as_posix() not in ENGLISH
    ],
    ids=lambda path: path.relative_to(CORE).as_posix(),
)
def test_what_goes_wrong_is_told_by_phrases(path: Path) -> None:
    kinds = errors_of_the_world()
    plain = [
        f"{path}:{call.lineno}"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in kinds
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr)
    ]
    assert not plain
