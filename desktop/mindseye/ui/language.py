"""Which language the window speaks: the system's where there is a translation, or the one that was chosen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mindseye import paths
from mindseye.phrases import Phrase
from mindseye.settings import SYSTEM_LANGUAGE

ENGLISH = "en"
"""The language of the source."""

_OURS, _QT = "mindseye", "qtbase"


def languages() -> list[str]:
    """The languages there are, English first, by their codes: "en", "de"."""
    translations = paths.resource("translations").glob(f"{_OURS}_*.qm")
    return [ENGLISH, *sorted(each.stem.removeprefix(f"{_OURS}_") for each in translations)]


def own_name(language: str) -> str:
    """What a language calls itself: Deutsch."""
    name = QLocale(language).nativeLanguageName()
    return "English" if language == ENGLISH else name[:1].upper() + name[1:]


def languages_to_choose() -> list[tuple[str, str]]:
    """The choices of a menu: what is chosen, and its words."""
    return [(SYSTEM_LANGUAGE, Phrase("As the &system")), *((code, own_name(code)) for code in languages())]


def speak(application: QCoreApplication, chosen: str) -> str:
    """Lets the application speak a language from now on; gives its code.

    Words that are shown already stay as they are, so this comes before the first window.

    Args:
        application: whose translators are changed.
        chosen: a code, or that of the system; where there is no such translation, it is as for the system.
    """
    language = chosen if chosen in languages() else _wished()
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    system = QLocale.system()
    # The system's own locale knows the country too: dates in Austria, numbers in Switzerland.
    same = system.language() == QLocale(language).language()
    QLocale.setDefault(system if same else QLocale(language))
    if language != ENGLISH:
        for name, folder in ((_QT, _qt_translations()), (_OURS, paths.resource("translations"))):
            translator = QTranslator(application)
            if translator.load(f"{name}_{language}", str(folder)):
                application.installTranslator(translator)
    return language


def _wished() -> str:
    there = languages()
    wished = (each.partition("-")[0].partition("_")[0] for each in QLocale.system().uiLanguages())
    return next((each for each in wished if each in there), ENGLISH)


def _qt_translations() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
