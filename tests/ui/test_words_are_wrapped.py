"""Static: whatever the source of the window says to people goes through the translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UI = ROOT / "desktop" / "mindseye" / "ui"

TRANSLATES = {"tr", "tr_n", "Phrase", "counted"}

SHOWS = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMessageBox", "QPushButton", "QRadioButton",
    "QToolButton", "addAction", "addButton", "addItem", "addMenu", "addTab", "drawText", "emit",
    "getExistingDirectory", "getOpenFileName", "getSaveFileName", "icon_button", "information", "question",
    "say", "setAccessibleDescription", "setAccessibleName", "setHeaderLabels", "setInformativeText",
    "setLabelText", "setOkButtonText", "setPlaceholderText", "setStatusTip", "setSuffix", "setText",
    "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle", "tell", "tool_button", "warning",
}  # fmt: skip
"""Calls whose words are seen or read out."""

NOT_WORDS = {
    "setObjectName",
    "setProperty",
    "named",
    "give_property",
    "Door",
    "getattr",
    "setattr",
    "isinstance",
}
"""Calls whose strings nobody sees."""

TECHNICAL = {"stylesheet.py", "tokens.py", "language.py", "selftest.py", "photograph.py", "unseen.py"}
"""Modules that speak to Qt in its own languages, to whoever runs a test, or of languages in themselves."""

NO_WORDS = {
    "Mindseye",  # its name
    "Fusion",  # a style of Qt's
    "full speed",  # values that are stored
    *("the sea", "a street at night", "food on a plate"),  # searches, in the language of every model
    *("to come", "no folders", "probably none", "getting ready"),  # states
}

LIKE_WORDS = re.compile(r"[^\W\d_]{2,}[,.:;…”]? +[“(]?[^\W\d_]{1,}|^[“&]?[A-Z][a-z]+[a-z&]*[…:.?]?$")
KEYS = re.compile(r"^(Ctrl|Shift|Alt|F\d|Return|Del|Home|End|Esc|Space|Page|Left|Right|Up|Down)\b[\w+,= ]*$")


def seen_strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The strings that look as if people were to read them and do not go through the translation."""
    quiet = {id(node) for node in ast.walk(tree) if _is_docstring(node)}
    quiet |= {id(inner) for node in ast.walk(tree) for each in _types(node) for inner in ast.walk(each)}

    def walk(node: ast.AST, shown: bool) -> Iterator[tuple[int, str]]:
        if id(node) in quiet or isinstance(node, ast.Raise | ast.Assert | ast.Compare | ast.Subscript):
            return
        if isinstance(node, ast.Call):
            yield from walk_call(node)
        elif isinstance(node, ast.JoinedStr):
            if _says("".join(part.value for part in node.values if isinstance(part, ast.Constant)), shown):
                yield node.lineno, ast.unparse(node)
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from walk(part.value, shown)
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str) and _says(node.value, shown):
                yield node.lineno, node.value
        else:
            passes_on = isinstance(
                node, ast.IfExp | ast.BinOp | ast.BoolOp | ast.List | ast.Tuple | ast.Starred
            )
            for child in ast.iter_child_nodes(node):
                yield from walk(child, shown and passes_on)

    def walk_call(call: ast.Call) -> Iterator[tuple[int, str]]:
        name = _name(call.func)
        quietly = name in NOT_WORDS or _name(getattr(call.func, "value", call)) == "log"
        if name not in TRANSLATES and not quietly:
            for each in (call.func, *call.args):
                yield from walk(each, name in SHOWS)
        for keyword in call.keywords:
            yield from walk(keyword.value, name in SHOWS and keyword.arg != "name")

    yield from walk(tree, False)


def _says(text: str, shown: bool) -> bool:
    if KEYS.match(text) or text in NO_WORDS:
        return False
    return bool(re.search(r"[^\W\d_]{2,}", text)) if shown else bool(LIKE_WORDS.search(text))


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _types(node: ast.AST) -> Iterator[ast.expr]:
    """The types that are named in a node."""
    for field in ("annotation", "returns"):
        named = getattr(node, field, None)
        if isinstance(named, ast.expr):
            yield named


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_what_is_shown_is_translated(path: Path) -> None:
    if path.name in TECHNICAL:
        return
    found = list(seen_strings(ast.parse(path.read_text(encoding="utf-8"))))
    assert not found, "\n".join(f"{path.relative_to(ROOT)}:{line}: {words}" for line, words in found)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_what_went_wrong_is_translated_where_it_is_shown(path: Path) -> None:
    """The message of an error is a phrase, which a signal or a piece of text would forget."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?<!translated\()(?<!reason=)\berror\.message\b|\bstr\(error\)", text)
