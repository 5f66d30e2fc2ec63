"""The MIME types of files by their names, as the system's tables have it (Shared MIME-info 0.21)."""

import mimetypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path


class MimeTypes:
    """What the tables below some folders tell; where there are none, Python's own small one."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Reads the tables.

        Args:
            folders: those of the user's and the system's shared data, the most important first.
        """
        self._of_suffix: dict[str, tuple[int, str]] = {}
        self._aliases: dict[str, str] = {}
        self._above: dict[str, list[str]] = {}
        for folder in folders:
            self._read(folder / "mime")

    def of(self, path: Path) -> list[str]:
        """The type of a file and those that it is a kind of, the narrowest first."""
        _, told = self._of_suffix.get(path.suffix.lower(), (0, ""))
        first = told or mimetypes.guess_type(path.name)[0]
        found: list[str] = []
        waiting = [first] if first else []
        while waiting:
            each = waiting.pop(0)
            if each not in found:
                found.append(each)
                waiting += self._above.get(each, [])
        return found

    def canonical(self, mime_type: str) -> str:
        """The name that a type goes by, where it has several."""
        return self._aliases.get(mime_type, mime_type)

    def _read(self, folder: Path) -> None:
        for weight, mime_type, pattern, *flags in _rows(folder / "globs2", ":"):
            suffix = pattern.removeprefix("*").lower()
            known = self._of_suffix.get(suffix)
            plain = (
                pattern.startswith("*.") and not any(each in suffix for each in "*?[") and "cs" not in flags
            )
            if plain and weight.isdecimal() and (known is None or int(weight) > known[0]):
                self._of_suffix[suffix] = (int(weight), mime_type)
        for alias, name in _rows(folder / "aliases", " "):
            self._aliases.setdefault(alias, name)
        for below, above in _rows(folder / "subclasses", " "):
            self._above.setdefault(below, []).append(above)


def _rows(file: Path, between: str) -> Iterator[list[str]]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        row = line.split(between)
        if not line.startswith("#") and len(row) >= 2:
            yield row


def associations(groups: Mapping[str, Mapping[str, str]], group: str, mime_type: str) -> Sequence[str]:
    """The programs that a file of associations names for a type (MIME Applications Associations 1.0)."""
    return [each for each in groups.get(group, {}).get(mime_type, "").split(";") if each]
