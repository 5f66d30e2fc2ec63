"""The window's words in another language: templates, plurals, numbers, and what was said by the core."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mindseye.phrases import Phrase, counted
from mindseye.ui import language
from mindseye.ui.translating import long_date, percent, tr, tr_n, translated


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    assert language.speak(qapp, "de") == "de"
    yield
    language.speak(qapp, "en")


def test_english_needs_no_translation(qapp: QApplication) -> None:
    assert tr("{n} photo", n=1234) == "1,234 photo"
    assert tr_n("{n} photo", "{n} photos", n=1) == "1 photo"
    assert tr_n("{n} photo", "{n} photos", n=1234) == "1,234 photos"
    assert long_date(date(2021, 5, 3)) == "3 May 2021"
    assert percent(0.973) == "97%"


def test_german_words_numbers_and_dates(german: None) -> None:
    assert tr("&File") == "&Datei"
    assert tr("&None", "headings") == "&Keine"
    assert long_date(date(2021, 5, 3)) == "3. Mai 2021"
    assert percent(0.973) == "97\N{NO-BREAK SPACE}%"
    assert tr("{n} never said", n=12345) == "12.345 never said"
    assert tr("{x:.1f} never said", x=1234.56) == "1.234,6 never said"
    assert tr("{year:d} never said", year=2023) == "2023 never said"


def test_what_is_said_of_numbers_has_the_form_of_its_number(german: None) -> None:
    assert tr_n("{n} photo", "{n} photos", n=1) == "1 Foto"
    assert tr_n("{n} photo", "{n} photos", n=12345) == "12.345 Fotos"


def test_phrases_within_phrases_are_translated(german: None) -> None:
    inner = counted("{n} photo", "{n} photos", n=2)
    assert translated(Phrase("never said: {inner}, {name}", inner=inner, name="Light")) == (
        "never said: 2 Fotos, Light"
    )
    assert translated("plain words") == "plain words"


def test_the_chosen_language_is_the_default_of_numbers_and_dates(german: None) -> None:
    assert QLocale().language() == QLocale.Language.German


def test_an_unknown_language_is_that_of_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "de" in language.languages()
    assert language.languages()[0] == "en"
    system = QLocale("de_AT")
    monkeypatch.setattr(QLocale, "system", lambda: system)
    try:
        assert language.speak(qapp, "xx") == "de"
        assert QLocale().territory() == QLocale.Country.Austria, "the system knows the country too"
        system = QLocale("fr_FR")
        assert language.speak(qapp, "system") == "en"
    finally:
        monkeypatch.undo()
        language.speak(qapp, "en")


def test_qt_speaks_the_language_too(german: None, qapp: QApplication) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize(("code", "name"), [("en", "English"), ("de", "Deutsch")])
def test_languages_call_themselves_as_they_do(code: str, name: str) -> None:
    assert language.own_name(code) == name
