"""The window's words in the user's language.

``tr("Find similar")`` is said at once; a constant is a :class:`~mindseye.phrases.Phrase`, which
:func:`translated` says when it is shown. Numbers in both are written as the language writes them.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QKeySequence

from mindseye import phrases
from mindseye.phrases import Phrase, Value, category_phrase, counted, label_phrase

CONTEXT = "Mindseye"
"""The one context of all messages in the translation files."""


def tr(template: str, about: str = "", /, **values: object) -> str:
    """The words in the user's language; ``values`` stand in the places of ``{names}``.

    Args:
        template: a plain literal, which ``make translations`` finds.
        about: what is meant, where the same English words have several translations.
        values: words, phrases, numbers.
    """
    return translated(Phrase(template, about, **values))


def tr_n(one: str, many: str, about: str = "", /, *, n: int, **values: object) -> str:
    """Words about a number of things: ``tr_n("{n} photo", "{n} photos", n=count)``."""
    return translated(counted(one, many, about, n=n, **values))


def translated(words: str) -> str:
    """A phrase in the user's language; other words, such as the name of a file, as they are."""
    if not isinstance(words, Phrase):
        return words
    return (
        _filled(words) if words.values else QCoreApplication.translate(CONTEXT, words.template, words.about)
    )


def label_words(category: str, label: str) -> str:
    """A label as it is shown; a person's own tag as it is."""
    return translated(label_phrase(category, label))


def category_words(name: str) -> str:
    """The name of a category as it is shown."""
    return translated(category_phrase(name))


def summary_words(summary: str) -> str:
    """What a model is, in a sentence; those of models that a person imported are as they were written."""
    return QCoreApplication.translate(CONTEXT, summary, "model")


def licence_words(licence: str) -> str:
    """The licence of a model: its name, or what is to be known of it in a sentence."""
    if " " in licence:
        return QCoreApplication.translate(CONTEXT, licence, "licence")
    return tr("{name} licence", name=licence) if licence else ""


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def grouped(value: int) -> str:
    """A number with its thousands grouped."""
    return QLocale().toString(value)


def bytes_words(size: int) -> str:
    """A size of a file: 2.4 MB, 12 kB."""
    if size >= 1e6:
        return tr("{size:.1f} MB", size=size / 1e6)
    return tr("{size:.0f} kB", size=max(size / 1e3, 1.0))


def figure(value: float) -> str:
    """A number with as few decimals as it has: 0.5, 2."""
    return QLocale().toString(value, "g", 6)


def listed(words: Sequence[str]) -> str:
    """Words in a row, as they are written in a sentence: “boat” and “sea”."""
    return translated(phrases.listed(words))


def percent(share: float) -> str:
    """A share of 0 to 1 in whole hundredths."""
    return tr("{percent}%", percent=round(share * 100))


def keys(portable: str) -> str:
    """Keys as the platform and the language write them: Strg+K."""
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def with_key(words: str, portable: str) -> str:
    """Words for a button, and the key that does the same, if there is one."""
    return f"{words}  ({keys(portable)})" if portable else words


def month_words(year: int, month: int) -> str:
    """A month of a year: May 2021."""
    return tr("{month} {year:d}", month=QLocale().standaloneMonthName(month), year=year)


def long_date(day: date) -> str:
    """A day with its month in words: 3 May 2021."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMMM yyyy"))


def _filled(words: Phrase) -> str:
    source = words.many or words.template
    n = words.values["n"] if words.many else -1
    assert isinstance(n, int)
    text = QCoreApplication.translate(CONTEXT, source, words.about, n)
    if text == source and n == 1:
        text = words.template  # English is in the source, both forms of it
    return text.format(**{name: _Local(value) for name, value in words.values.items()})


class _Local:
    """A value in a template, as the language writes it."""

    def __init__(self, value: Value) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        value = self._value
        if isinstance(value, str):
            return format(translated(value), form)
        if form.endswith("f"):
            return QLocale().toString(float(value), "f", int(form.strip(",.f") or "0"))
        return QLocale().toString(value) if not form else format(value, form)
