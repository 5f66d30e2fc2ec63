"""The translations are whole: nothing missing, nothing left over, and each fits what it translates."""

import importlib.util
import re
import string
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
FILES = sorted(FOLDER.glob("*.ts"))


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for it
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def messages(request: pytest.FixtureRequest) -> list[ElementTree.Element]:
    tree = ElementTree.parse(request.param).getroot()
    return list(tree.iter("message"))


def source_of(message: ElementTree.Element) -> str:
    return message.findtext("source") or ""


def forms_of(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [each.text or "" for each in forms] if forms else [translation.text or ""]


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def letters(words: str) -> int:
    """How many letters open a menu entry."""
    return len(re.findall(r"&[^\W_]", words))


def test_german_is_there() -> None:
    assert "mindseye_de.ts" in [path.name for path in FILES]


def test_every_message_of_the_program_is_there_and_no_other(messages: list[ElementTree.Element]) -> None:
    """Otherwise run: make translations."""
    said = {(each.source, each.about, each.counted) for each in tool().messages()}
    kept = {
        (source_of(each), each.findtext("comment") or "", each.get("numerus") == "yes") for each in messages
    }
    assert said - kept == set()
    assert kept - said == set()


def test_every_message_is_translated(messages: list[ElementTree.Element]) -> None:
    for message in messages:
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, source_of(message)
        assert all(forms_of(message)), source_of(message)


def test_translations_fit_their_source(messages: list[ElementTree.Element]) -> None:
    for message in messages:
        source = source_of(message)
        for words in forms_of(message):
            if "{" in source and not source.endswith("at {}"):
                assert places(words) - places(source) == set(), words
                # A form for one thing may do without its number.
                may_lack = {"n"} if message.get("numerus") else set()
                assert places(source) - places(words) <= may_lack, words
            assert letters(words) == letters(source), words
            assert words.count("\n") == source.count("\n"), words
            assert words.endswith("…") == source.endswith("…"), words
            assert (words != words.strip()) == (source != source.strip()), words
            assert "!" not in words or "!" in source, words


def test_the_compiled_files_are_those_of_the_sources() -> None:
    """Otherwise run: make translations."""
    for path in FILES:
        translator = QTranslator()
        assert translator.load(str(path.with_suffix(".qm")))
        tree = ElementTree.parse(path).getroot()
        for message in tree.iter("message"):
            source, about = source_of(message), message.findtext("comment") or ""
            if message.get("numerus") == "yes":
                compiled = [translator.translate("Mindseye", source, about, n) for n in (1, 2)]
            else:
                compiled = [translator.translate("Mindseye", source, about)]
            assert compiled == forms_of(message), source


def test_the_tools_find_nothing_to_change_and_begin_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = tool()
    kept = tmp_path / "mindseye_de.ts"
    kept.write_bytes((FOLDER / kept.name).read_bytes())
    monkeypatch.setattr(update, "HERE", tmp_path)
    monkeypatch.setattr(update, "GATHERED", tmp_path / "gathered" / "messages.cpp")
    update.update("de")
    assert kept.read_bytes() == (FOLDER / kept.name).read_bytes(), "run: make translations"
    update.update("pl")
    begun = ElementTree.parse(tmp_path / "mindseye_pl.ts").getroot()
    assert begun.get("language") == "pl"
    assert len(list(begun.iter("message"))) == len(update.messages())
    counted = next(each for each in begun.iter("message") if each.get("numerus") == "yes")
    assert len(counted.findall("translation/numerusform")) == 3, "Polish counts in three ways"
    assert (tmp_path / "mindseye_pl.qm").is_file()


def test_words_that_are_glued_together_are_refused(tmp_path: Path) -> None:
    update = tool()
    module = tmp_path / "module.py"
    for wrong in ('tr(f"{name} is away")', 'tr("a" + name)', "tr(name)", 'Phrase(f"{name}")', "tr()"):
        module.write_text(wrong, encoding="utf-8")
        with pytest.raises(update.NotPlainError):
            list(update.in_source(module))
    module.write_text('tr("a" "b"); tr("&None", "headings"); tr_n("{n} x", "{n} xs", n=2)', encoding="utf-8")
    assert [(each.source, each.about, each.counted) for each in update.in_source(module)] == [
        ("ab", "", False),
        ("&None", "headings", False),
        ("{n} xs", "", True),
    ]
