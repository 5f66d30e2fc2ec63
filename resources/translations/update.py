"""Gathers what the program says and brings the translations up to date: ``make translations``.

Each ``mindseye_LANGUAGE.ts`` beside this file gets the messages that are new, loses those that are gone, and
is compiled to the ``.qm`` that the program reads. Another language is begun with its code::

    .venv/bin/python resources/translations/update.py fr
"""

import argparse
import ast
import json
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGE = ROOT / "desktop" / "mindseye"
CONTEXT = "Mindseye"
GATHERED = ROOT / "build" / "translations" / "messages.cpp"

_SAID = {"tr": 1, "Phrase": 1, "tr_n": 2, "counted": 2}
"""Functions whose first arguments are words, and how many: one template, or one for one and one for many."""

_PASSING_ON = (PACKAGE / "phrases.py", PACKAGE / "ui" / "translating.py")
"""Where these functions are made of one another."""


@dataclass(frozen=True, order=True)
class Message:
    """Words to be translated."""

    source: str
    about: str = ""
    counted: bool = False

    @property
    def marked(self) -> str:
        """The message as lupdate reads it."""
        kind = "QT_TRANSLATE_N_NOOP" if self.counted else "QT_TRANSLATE_NOOP"
        words = [_quoted(CONTEXT), _quoted(self.source), *([_quoted(self.about)] if self.about else ())]
        return f"{kind}{'3' if self.about else ''}({', '.join(words)})"


class NotPlainError(Exception):
    """Words are put together where they should be written out."""


def messages() -> list[Message]:
    """Everything that the program says, from its source and its categories."""
    found = {message for path in sorted(PACKAGE.rglob("*.py")) for message in in_source(path)}
    found.update(in_categories(ROOT / "resources" / "categories.toml"))
    for file in ("catalog.toml", "starter/model.toml"):
        found.update(in_models(ROOT / "models" / file))
    return sorted(found)


def in_source(path: Path) -> Iterator[Message]:
    """The messages in a module.

    Raises:
        NotPlainError: words are no plain literals.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = _called(node)
        if isinstance(node, ast.Call) and name in _SAID and not (path in _PASSING_ON and _passes_on(node)):
            words = [_literal(each, path) for each in node.args]
            count = _SAID[name]
            if not count <= len(words) <= count + 1:
                raise NotPlainError(f"{path}:{node.lineno}: {name} takes {count} or {count + 1} literals")
            yield Message(words[count - 1], "".join(words[count:]), counted=count == 2)


def in_categories(path: Path) -> Iterator[Message]:
    """The names of the categories that the program comes with, and of their labels."""
    for category in tomllib.loads(path.read_text(encoding="utf-8"))["category"]:
        yield Message(category["name"], "category")
        for label in category["label"]:
            yield Message(label["name"], "label")


def in_models(path: Path) -> Iterator[Message]:
    """What models are, and licences that are told in words, of a catalog of models or of one model."""
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    for model in stored.get("model", [stored]):
        if "summary" in model:
            yield Message(model["summary"], "model")
        for figure in model.get("accuracy", ()):
            yield Message(figure["measure"], "measure")
        if " " in model["licence"]:
            yield Message(model["licence"], "licence")


def update(language: str) -> None:
    """Brings the translation into a language up to date, and compiles it."""
    GATHERED.parent.mkdir(parents=True, exist_ok=True)
    GATHERED.write_text("\n".join(each.marked for each in messages()) + "\n", encoding="utf-8")
    source = HERE / f"mindseye_{language}.ts"
    _run(
        "lupdate",
        *(str(GATHERED), "-silent", "-no-obsolete", "-sort-messages", "-locations", "none"),
        *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
        *("-source-language", "en", "-target-language", language, "-ts", str(source)),
    )
    _run("lrelease", "-silent", str(source))


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.id if isinstance(function, ast.Name) else ""


def _passes_on(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Name)


def _literal(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotPlainError(f"{path}:{node.lineno}: words to be translated are written as one plain literal")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _run(tool: str, *arguments: str) -> None:
    command = Path(sysconfig.get_path("scripts"), f"pyside6-{tool}")
    subprocess.run([str(command), *arguments], check=True)


def main() -> int:
    """Updates the languages that are named, or all that there are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", help="codes of languages, such as de")
    named = parser.parse_args().languages
    for language in named or sorted(each.stem.removeprefix("mindseye_") for each in HERE.glob("*.ts")):
        update(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
