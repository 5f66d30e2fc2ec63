"""The categories file: the one that ships, and the user's own, which stands in its place."""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye import paths
from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.tagging.categories import PLAIN, Category, CategoryError, from_tables
from mindseye.whole_files import replacing

_HEADER = re.compile(r"^\s*\[\[\s*category\s*\]\]")
_LABEL = re.compile(r"^\s*\[\[\s*category\s*\.\s*label\s*\]\]")

_ABOUT = """\
# Your own categories: they stand in the place of those that came with Mindseye, which says so when
# something here is wrong. Delete this file to go back to the shipped ones.
"""


@dataclass(frozen=True, slots=True)
class Categories:
    """The categories that hold."""

    all: tuple[Category, ...]
    own: bool
    """Whether they are the user's."""
    problem: str = ""
    """What is wrong with the user's file, in a sentence; the shipped ones hold then."""


def shipped_file() -> Path:
    """The file that comes with the program."""
    return paths.resource("categories.toml")


def own_file() -> Path:
    """Where the user's own categories lie, if there are any."""
    return paths.data_home() / "categories.toml"


def current() -> Categories:
    """The user's categories, or the shipped ones where there are none or they cannot be read.

    Raises:
        InputError: the shipped file is damaged.
    """
    problem = ""
    if own_file().exists():
        try:
            return Categories(load_categories(own_file()), own=True)
        except InputError as error:
            problem = Phrase(
                "{problem} The categories that came with Mindseye are used until it is mended.",
                problem=error.message,
            )
    return Categories(load_categories(shipped_file()), own=False, problem=problem)


def load_categories(path: Path) -> tuple[Category, ...]:
    """Reads a categories file.

    Raises:
        InputError: it cannot be read, or something in it makes no sense; the sentence names the line.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return from_tables(tomllib.loads(text))
    except CategoryError as error:
        line = _line_of(text, error.category, error.label)
        raise InputError(
            Phrase(
                "The categories in {path} do not work, line {line}: {error}.",
                path=path,
                line=line,
                error=error.what,
            ),
            path=path,
        ) from error
    except OSError as error:
        raise InputError(
            Phrase("The categories in {path} cannot be read ({error}).", path=path, error=error.strerror),
            path=path,
        ) from error
    except ValueError as error:
        raise InputError(
            Phrase("The categories in {path} cannot be read ({error}).", path=path, error=error), path=path
        ) from error


def save_own(categories: Sequence[Category]) -> None:
    """Writes the user's own file; what stands there of a category that did not change is kept as it is.

    Raises:
        InputError: it cannot be written.
    """
    path = own_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put_broken_aside(path)
        text = _own_text(path, categories)
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            Phrase("The categories in {path} cannot be written ({error}).", path=path, error=error.strerror),
            path=path,
        ) from error


def _own_text(path: Path, categories: Sequence[Category]) -> str:
    kept = _blocks(path if path.exists() else shipped_file())
    head = kept.pop("", "").strip("\n") if path.exists() else _ABOUT.strip("\n")
    parts = [head] if head else []
    for category in categories:
        before = kept.get(category.name)
        if before is not None and _parsed(before) == category:
            parts.append(before.strip("\n"))
        else:
            parts.append(_comments(before) + written(category).strip("\n"))
    return "\n\n".join(parts) + "\n"


def _put_broken_aside(path: Path) -> None:
    """A file that a person made a mistake in is not written over."""
    if path.exists():
        try:
            load_categories(path)
        except InputError:
            path.replace(path.with_name("categories-broken.toml"))


def written(category: Category) -> str:
    """A category as TOML."""
    lines = ["[[category]]", f"name = {_text(category.name)}"]
    if not category.exclusive:
        lines.append("exclusive = false")
    if not category.enabled:
        lines.append("enabled = false")
    lines.append(f"certain_from = {category.certain_from:g}")
    if category.templates != PLAIN:
        lines.append(f"templates = [{', '.join(map(_text, category.templates))}]")
    for label in category.labels:
        lines += ["", "[[category.label]]", f"name = {_text(label.name)}", "prompts = ["]
        lines += [f"    {_text(prompt)}," for prompt in label.prompts] + ["]"]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line_of(text: str, category: int, label: int | None) -> int:
    """The line, from 1, where a category or one of its labels begins; 1 where there is none."""
    categories, labels, found = -1, -1, 1
    for number, line in enumerate(text.splitlines(), start=1):
        if _HEADER.match(line):
            categories, labels = categories + 1, -1
            if categories == category:
                found = number
        elif _LABEL.match(line) and categories == category:
            labels += 1
            if labels == label:
                return number
    return found


def _blocks(path: Path) -> dict[str, str]:
    """The text of each category by its name, with the comments above it; under "" what stands before all."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = []
    for number, line in enumerate(lines):
        if _HEADER.match(line):
            first = number
            while first and lines[first - 1].lstrip().startswith("#"):
                first -= 1
            starts.append(first)
    ends = [*starts[1:], len(lines)]
    blocks = {"": "\n".join(lines[: starts[0]] if starts else lines)}
    for start, end in zip(starts, ends, strict=True):
        text = "\n".join(lines[start:end])
        parsed = _parsed(text)
        if parsed is not None:
            blocks[parsed.name] = text
    return blocks


def _parsed(block: str) -> Category | None:
    try:
        (category,) = from_tables(tomllib.loads(block))
    except ValueError:
        return None
    return category


def _comments(block: str | None) -> str:
    """The comment lines above a category, each with its end of line."""
    if block is None:
        return ""
    above = []
    for line in block.splitlines():
        if not line.lstrip().startswith("#"):
            break
        above.append(line + "\n")
    return "".join(above)
