"""A desktop entry: a program as freedesktop.org's systems describe it (Desktop Entry Specification 1.5)."""

import configparser
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_GROUP = "Desktop Entry"
_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_FILES = frozenset("fFuU")
_SEVERAL = frozenset("FU")


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """A program that can be started on files."""

    id: str
    """The name of its file; with the folders above, joined by dashes, where it lies in one."""
    file: Path
    name: str
    icon: str
    exec: tuple[str, ...]
    """The command in words, with the codes for files still in it."""
    mime_types: tuple[str, ...]
    folder: str
    """Where it is to be started; empty where that does not matter."""

    @property
    def takes_files(self) -> bool:
        """Whether its command has a place for files."""
        return any(code in _FILES for word in self.exec for code in _codes(word))

    def commands(self, paths: Sequence[Path]) -> list[list[str]]:
        """The commands that open these files: one, or one a file where it takes only one at a time."""
        if any(code in _SEVERAL for word in self.exec for code in _codes(word)):
            return [self._command(paths)]
        return [self._command([path]) for path in paths]

    def _command(self, paths: Sequence[Path]) -> list[str]:
        command: list[str] = []
        for word in self.exec:
            match word:
                case "%F":
                    command += [str(path) for path in paths]
                case "%U":
                    command += [path.as_uri() for path in paths]
                case "%i":
                    command += ["--icon", self.icon] if self.icon else []
                case _:
                    command.append(self._filled(word, paths[0]))
        return [word for word in command if word]

    def _filled(self, word: str, path: Path) -> str:
        meanings = {"f": str(path), "u": path.as_uri(), "c": self.name, "k": str(self.file), "%": "%"}
        parts, rest = [], word
        while "%" in rest:
            before, _, rest = rest.partition("%")
            parts += [before, meanings.get(rest[:1], "")]  # codes of the past mean nothing now
            rest = rest[1:]
        return "".join([*parts, rest])


def read_entry(file: Path, id_: str, languages: Sequence[str] = ()) -> DesktopEntry | None:
    """Reads the description of a program.

    Args:
        file: the ``.desktop`` file.
        id_: by which the system knows it.
        languages: of the user as the specification writes them, the best first: ``de_AT``, ``de``.

    Returns:
        The program; None where it is none, was taken away, needs a terminal, or cannot be started.
    """
    found = read_groups(file).get(_GROUP)
    if found is None or found.get("Type", "Application") != "Application":
        return None
    if _true(found, "Hidden") or _true(found, "Terminal") or not found.get("Exec"):
        return None
    try_exec = found.get("TryExec")
    if try_exec and shutil.which(try_exec) is None:
        return None
    words = split_command(_unescaped(found["Exec"]))
    if words is None or shutil.which(words[0]) is None:
        return None
    names = [found.get(f"Name[{language}]") for language in languages]
    return DesktopEntry(
        id_,
        file,
        _unescaped(next(filter(None, names), None) or found.get("Name") or file.stem),
        found.get("Icon", ""),
        tuple(words),
        tuple(each for each in found.get("MimeType", "").split(";") if each),
        _unescaped(found.get("Path", "")),
    )


def read_groups(file: Path) -> dict[str, Mapping[str, str]]:
    """The groups of a file in this form; nothing where it cannot be read."""
    parser = configparser.ConfigParser(
        interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#",), default_section="\0"
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser's manual has it
    try:
        parser.read_string(file.read_text(encoding="utf-8", errors="replace"))
    except (OSError, configparser.Error):
        return {}
    return {name: dict(parser[name]) for name in parser.sections()}


def split_command(line: str) -> list[str] | None:
    """The words of an ``Exec`` line; those in double quotes are one. None where a quote does not end."""
    words: list[str] = []
    word, quoted, begun = "", False, False
    letters = iter(line)
    for letter in letters:
        if letter == '"':
            quoted, begun = not quoted, True
        elif letter == "\\" and quoted:
            word += next(letters, "")
        elif letter in " \t" and not quoted:
            if word or begun:
                words.append(word)
            word, begun = "", False
        else:
            word += letter
    if word or begun:
        words.append(word)
    return None if quoted or not words else words


def _codes(word: str) -> list[str]:
    codes, rest = [], word
    while "%" in rest:
        rest = rest.partition("%")[2]
        codes.append(rest[:1])
        rest = rest[1:]
    return codes


def _true(found: Mapping[str, str], key: str) -> bool:
    return found.get(key, "").strip().casefold() == "true"


def _unescaped(text: str) -> str:
    parts, letters = [], iter(text)
    for letter in letters:
        if letter == "\\":
            following = next(letters, "")
            parts.append(_ESCAPES.get(following, f"\\{following}"))
        else:
            parts.append(letter)
    return "".join(parts)
