"""Which files and sub-folders of a watched folder are left out, by patterns like those of ``.gitignore``.

The part that is understood: one pattern a line; empty lines and those that begin with ``#`` say nothing.
``*`` stands for anything but a slash, ``?`` for one character, ``[abc]`` for one of these, ``**`` for any
number of folders. A pattern with a slash inside or at its beginning counts from the watched folder, another
at any depth; with one at its end it means folders alone. What a folder leaves out is left out with all below
it, so there is no ``!``. Letter case does not count.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mindseye.errors import InputError
from mindseye.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Excludes:
    """The patterns of one folder, ready to be asked."""

    _files: re.Pattern[str] | None = None
    _folders: re.Pattern[str] | None = None

    @classmethod
    def of(cls, patterns: Iterable[str]) -> "Excludes":
        """Understands patterns.

        Raises:
            InputError: one of them is no pattern that this version understands.
        """
        files: list[str] = []
        folders: list[str] = []
        for pattern in clean(patterns):
            expression = _expression(pattern)
            folders.append(expression)
            if not pattern.endswith("/"):
                files.append(expression)
        return cls(_joined(files), _joined(folders))

    def __bool__(self) -> bool:
        return self._folders is not None

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether this path, relative to the folder and with slashes, is left out by itself."""
        pattern = self._folders if is_folder else self._files
        return pattern is not None and pattern.fullmatch(path) is not None


NOTHING = Excludes()
"""Leaves nothing out."""


def clean(patterns: Iterable[str]) -> tuple[str, ...]:
    """The patterns that say something, each once, in their order.

    Raises:
        InputError: one of them is no pattern that this version understands.
    """
    kept = dict.fromkeys(stripped for line in patterns if (stripped := line.strip()) and stripped[0] != "#")
    for pattern in kept:
        if pattern.startswith("!"):
            raise InputError(
                Phrase(
                    "The pattern {pattern} begins with an exclamation mark, which is not understood.",
                    pattern=pattern,
                )
            )
        if not pattern.strip("/"):
            raise InputError(Phrase("The pattern {pattern} would leave out everything.", pattern=pattern))
    return tuple(kept)


def _joined(expressions: list[str]) -> re.Pattern[str] | None:
    return (
        re.compile("|".join(f"(?:{each})" for each in expressions), re.IGNORECASE | re.DOTALL)
        if expressions
        else None
    )


def _expression(pattern: str) -> str:
    body = pattern.rstrip("/")
    anchored = "/" in body
    parts = [_part(part) for part in body.strip("/").split("/")]
    text = "" if anchored else "(?:.*/)?"
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            text += ".*" if last else "(?:.*/)?"
        else:
            text += part if last else part + "/"
    return text


def _part(part: str) -> str:
    if part == "**":
        return part
    text, at = "", 0
    while at < len(part):
        letter = part[at]
        end = part.find("]", at + 2) if letter == "[" else -1
        if letter == "*":
            text += "[^/]*"
        elif letter == "?":
            text += "[^/]"
        elif end > 0:
            inside = part[at + 1 : end]
            negated = inside[0] in "!^"
            chosen = re.sub(r"([\\\[\]^&~|])", r"\\\1", inside[1:] if negated else inside)
            text += f"[{'^' if negated else ''}{chosen}]"
            at = end
        else:
            text += re.escape(letter)
        at += 1
    return text
