"""The programs of Linux and its kin, as the specifications of freedesktop.org tell them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.programs.desktop_entry import DesktopEntry, read_entry, read_groups
from mindseye.programs.kinds import Program
from mindseye.programs.mime_types import MimeTypes, associations
from mindseye.programs.starting import answer, start

_OWN = "mindseye.desktop"
_LIST = "mimeapps.list"
_DEFAULT, _ADDED, _REMOVED = "Default Applications", "Added Associations", "Removed Associations"


@dataclass(frozen=True, slots=True)
class DesktopPrograms:
    """The programs described in some folders."""

    config: tuple[Path, ...]
    """Folders of configuration, the user's first."""
    data: tuple[Path, ...]
    """Folders of shared data, the user's first."""
    desktops: tuple[str, ...] = ()
    """The desktops that run, as they call themselves."""
    languages: tuple[str, ...] = ()

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Those of the user that this runs as (XDG Base Directory Specification 0.8)."""
        home = Path(environment.get("HOME") or Path.home())

        def folders(own: str, default: Path, shared: str, others: str) -> tuple[Path, ...]:
            first = environment.get(own) or default
            rest = (environment.get(shared) or others).split(":")
            return tuple(Path(each) for each in (first, *rest) if each)

        return cls(
            folders("XDG_CONFIG_HOME", home / ".config", "XDG_CONFIG_DIRS", "/etc/xdg"),
            folders("XDG_DATA_HOME", home / ".local/share", "XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
            tuple(filter(None, environment.get("XDG_CURRENT_DESKTOP", "").split(":"))),
            _languages(environment),
        )

    @property
    def asks_itself(self) -> bool:
        return False

    def for_files(self, paths: Sequence[Path]) -> list[Program]:
        entries, types = self._entries(), MimeTypes(self.data)
        lists = [read_groups(each) for each in self._lists()]
        common: list[str] | None = None
        for names in {tuple(types.of(path)) for path in paths}:
            found = self._for_types(names, entries, types, lists)
            common = found if common is None else [each for each in common if each in found]
        return [Program(each, entries[each].name) for each in common or ()]

    def others(self) -> list[Program]:
        found = [Program(each.id, each.name) for each in self._entries().values() if each.takes_files]
        return sorted(found, key=lambda program: program.name.casefold())

    def open(self, program: Program, paths: Sequence[Path]) -> None:
        entry = self._entries().get(program.id)
        if entry is None:
            raise InputError(
                Phrase("{name} is not installed any more. Choose another program.", name=program.name)
            )
        folder = Path(entry.folder) if entry.folder and Path(entry.folder).is_dir() else None
        for command in entry.commands(paths):
            start(command, folder=folder)

    def ask(self, path: Path) -> None:
        raise InputError(
            Phrase("This system has no list of its own to open {name} from.", name=path.name), path=path
        )

    def reveal(self, paths: Sequence[Path]) -> bool:
        """Asks the file manager over D-Bus (File Manager D-Bus Interface, ``ShowItems``)."""
        # dbus-send parts its lists at commas.
        addresses = ",".join(path.as_uri().replace(",", "%2C") for path in paths)
        asked = answer(
            [
                *("dbus-send", "--session", "--print-reply", "--reply-timeout=8000"),
                *("--dest=org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"),
                *("org.freedesktop.FileManager1.ShowItems", f"array:string:{addresses}", "string:"),
            ]
        )
        return asked is not None

    # Inside

    def _lists(self) -> Iterator[Path]:
        """The files of associations, the most important first."""
        names = [*(f"{desktop.lower()}-{_LIST}" for desktop in self.desktops), _LIST]
        for folder in (*self.config, *(each / "applications" for each in self.data)):
            yield from (folder / name for name in names)

    def _entries(self) -> dict[str, DesktopEntry]:
        """Every program by its id; what lies in a more important folder hides what lies in another."""
        found: dict[str, DesktopEntry | None] = {}
        for folder in self.data:
            below = folder / "applications"
            for file in sorted(below.rglob("*.desktop")):
                id_ = "-".join(file.relative_to(below).parts)
                if id_ not in found:
                    found[id_] = read_entry(file, id_, self.languages)
        return {id_: entry for id_, entry in found.items() if entry is not None and id_ != _OWN}

    def _for_types(
        self,
        names: Sequence[str],
        entries: Mapping[str, DesktopEntry],
        types: MimeTypes,
        lists: Sequence[Mapping[str, Mapping[str, str]]],
    ) -> list[str]:
        """The ids of the programs for a type and those above it, best first."""
        chosen: dict[str, None] = {}
        for name in names:
            for groups in lists:
                chosen |= dict.fromkeys(associations(groups, _DEFAULT, name))
            refused: set[str] = set()
            for groups in lists:
                refused |= set(associations(groups, _REMOVED, name))
                added = associations(groups, _ADDED, name)
                chosen |= dict.fromkeys(each for each in added if each not in refused)
            willing = [
                entry
                for entry in entries.values()
                if entry.id not in refused and name in map(types.canonical, entry.mime_types)
            ]
            chosen |= dict.fromkeys(
                entry.id for entry in sorted(willing, key=lambda each: each.name.casefold())
            )
        return [each for each in chosen if each in entries and entries[each].takes_files]


def _languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The user's language as desktop entries write it: de_AT@euro, de_AT, de@euro, de."""
    told = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None) or ""
    place, _, modifier = told.partition("@")
    place = place.partition(".")[0]
    language = place.partition("_")[0]
    if language in {"", "C", "POSIX"}:
        return ()
    wanted = [
        f"{each}@{modifier}" if with_modifier else each
        for each in (place, language)
        for with_modifier in ((True, False) if modifier else (False,))
    ]
    return tuple(dict.fromkeys(wanted))
