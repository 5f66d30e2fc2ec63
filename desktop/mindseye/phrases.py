"""Words for people that can be put into other languages: English text that remembers how it was made.

The core knows nothing of languages. What it says is a :class:`Phrase`: a ``str`` in English, which the
command line and the log print as it is, and which carries its template and values along, so that the window
can say the same in the user's language (``mindseye.ui.translating``). ``make translations`` finds the
templates in the source, so they are written as plain literals::

    Phrase("{folder} is away.", folder=path.name)
    counted("{n} photo", "{n} photos", n=len(found))
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import reduce

Value = str | int | float
"""What stands in a template's place: words (a :class:`Phrase` is translated too) or a number."""


class Phrase(str):
    """English words that remember the template and the values they were made of.

    It equals, sorts and hashes as the English text does; what is cut out of it or glued to it is plain text.
    """

    __slots__ = ("about", "many", "template", "values")

    template: str
    """The words with ``{names}`` in the places of the values."""
    many: str
    """The template for any number but one; empty where nothing is counted."""
    about: str
    """What is meant, for translators, where the same English words have several translations."""
    values: Mapping[str, Value]

    def __new__(cls, template: str, about: str = "", /, **values: object) -> "Phrase":
        return cls.made(template, "", about, values)

    @classmethod
    def made(cls, template: str, many: str, about: str, values: Mapping[str, object]) -> "Phrase":
        """A phrase of its parts; ``values["n"]`` is the number where something is counted.

        Whole numbers are grouped (8,310) unless the template says how they are written (``{year:d}``). What
        is neither number nor text is written as ``str`` writes it.
        """
        kept = {name: value if isinstance(value, Value) else str(value) for name, value in values.items()}
        text = many if many and kept["n"] != 1 else template
        if kept:
            text = text.format(**{name: _English(value) for name, value in kept.items()})
        phrase = super().__new__(cls, text)
        phrase.template, phrase.many, phrase.about, phrase.values = template, many, about, kept
        return phrase

    def __reduce__(self) -> tuple[object, ...]:
        return Phrase.made, (self.template, self.many, self.about, dict(self.values))


def counted(one: str, many: str, about: str = "", /, *, n: int, **values: object) -> Phrase:
    """Words about a number of things: ``counted("{n} photo", "{n} photos", n=count)``."""
    return Phrase.made(one, many, about, {"n": n, **values})


def label_phrase(category: str, label: str) -> str:
    """A label as it is shown: that of a category is translated, a person's own tag (``""``) is not."""
    return Phrase.made(label, "", "label", {}) if category else label


def category_phrase(name: str) -> Phrase:
    """The name of a category as it is shown."""
    return Phrase.made(name, "", "category", {})


def listed(words: Sequence[str]) -> str:
    """Words in a row, as they are written in a sentence: a, b and c."""
    if len(words) < 2:
        return words[0] if words else ""
    *others, last = words
    before = reduce(lambda left, right: Phrase("{words}, {last}", words=left, last=right), others)
    return Phrase("{words} and {last}", words=before, last=last)


def quoted(words: str) -> Phrase:
    """Words in quotation marks."""
    return Phrase("“{name}”", name=words)


def measure_phrase(measure: str) -> Phrase:
    """What a published figure of a model measures."""
    return Phrase.made(measure, "", "measure", {})


class _English:
    """A value in a template: numbers are grouped unless the template says otherwise."""

    def __init__(self, value: Value) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        return format(self._value, form or ("," if isinstance(self._value, int) else ""))


_MARK = '{"phrase": '


def packed(words: str) -> str:
    """The words as one line to be stored or sent, from which :func:`unpacked` makes the phrase again."""
    return json.dumps({"phrase": _tree(words)}, ensure_ascii=False) if isinstance(words, Phrase) else words


def unpacked(line: str) -> str:
    """The words that were packed; plain words, and what is no phrase, are taken as they are.

    A template is filled only where its places are simple: a line may come from a process that a hostile file
    has taken over.
    """
    if not line.startswith(_MARK):
        return line
    try:
        return _grown(json.loads(line)["phrase"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return line


def _tree(value: Value) -> object:
    if not isinstance(value, Phrase):
        return value
    return [
        value.template,
        value.many,
        value.about,
        {name: _tree(each) for name, each in value.values.items()},
    ]


def _grown(tree: object) -> Phrase:
    if not isinstance(tree, list) or len(tree) != 4 or not isinstance(tree[3], dict):
        raise TypeError
    template, many, about, values = tree
    for words in (template, many):
        if not isinstance(words, str) or (values and not _SIMPLE.fullmatch(words)):
            raise ValueError
    grown = {name: _grown(each) if isinstance(each, list) else each for name, each in values.items()}
    return Phrase.made(template, many, str(about), grown)


_SIMPLE = re.compile(r"(?:[^{}]|\{[a-z_]+(?::,?(?:\.\d)?[df%]?)?\})*")
"""A template whose values are written in no unusual way."""
