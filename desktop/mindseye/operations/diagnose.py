"""Telling what this installation is made of and how a library fares, for a person or a bug report.

Nothing in a report names a folder, a file or a person unless that is asked for.
"""

import os
import platform
import shutil
import stat
import sys
from collections import Counter
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from mindseye import __version__, paths
from mindseye.catalog import backups, files, photos
from mindseye.catalog.connection import database_version
from mindseye.clip.installed import damaged_models, installed_models
from mindseye.clip.session import available_providers
from mindseye.errors import DamagedCatalogError, MindseyeError
from mindseye.folders.mounts import is_remote
from mindseye.folders.watch_limits import watch_limit
from mindseye.library import Library
from mindseye.operations.find import searchable_count
from mindseye.operations.open_library import open_library
from mindseye.operations.watched_folders import list_folders

Facts: TypeAlias = dict[str, object]

_LIBRARIES = (
    "onnxruntime",
    "numpy",
    "pillow",
    "pi-heif",
    "rawpy",
    "tokenizers",
    "usearch",
    "watchdog",
    "PySide6-Essentials",
)

_LITTLE_ROOM = 1_000_000_000
"""Bytes; the system itself needs some, and so does a new index beside the old one."""

_HIDDEN = "cannot be opened; --paths tells why"


def diagnose(
    directory: Path | None = None, *, model: str | None = None, with_paths: bool = False
) -> dict[str, object]:
    """Facts about the program, its models and a library, and what to do about what is not well.

    Args:
        directory: the library; by default the user's own. It is only read, but a damaged catalog gives its
            place to its newest good backup, as whenever it is opened.
        model: opens the library with another model than its own.
        with_paths: names folders and files.

    Returns:
        Facts by name for ``program``, ``models``, ``library``, ``watching`` and ``disk``; sizes are in bytes
        and their names end so. ``advice`` is a list of sentences, empty where all is well.
    """
    advice: list[str] = []
    chosen = (directory or paths.default_library()).absolute()
    report: dict[str, object] = {"program": _program(), "models": _models(advice, with_paths=with_paths)}
    watching: Facts = {"limit_of_folders": watch_limit()}
    try:
        if Library.exists(chosen):
            with open_library(chosen, model=model) as library:
                report["library"] = _library(library, advice, with_paths=with_paths)
                watching |= _watching(library, advice)
        else:
            report["library"] = {"state": "none yet"}
            advice.append(
                "There is no library yet: add a folder in the window, or run “mindseye index FOLDER”."
            )
    except DamagedCatalogError as error:
        report["library"] = {"state": error.message if with_paths else "damaged"}
        advice.append(_to_do_about(error))
    except MindseyeError as error:
        report["library"] = {"state": error.message if with_paths else _HIDDEN}
        advice.append("The library cannot be opened; --paths tells why, and where it lies.")
    if with_paths:
        library_facts = report["library"]
        assert isinstance(library_facts, dict)
        library_facts["folder"] = str(chosen)
    return report | {"watching": watching, "disk": _disk(chosen, advice), "advice": advice}


def _program() -> Facts:
    return {
        "version": __version__,
        "kind": "finished program" if getattr(sys, "frozen", False) else "Python package",
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor_cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "providers": available_providers(),
        "SQLite": database_version(),
        **{name: version(name) for name in _LIBRARIES},
    }


def _models(advice: list[str], *, with_paths: bool) -> Facts:
    facts: Facts = {}
    for name, manifest in installed_models().items():
        try:
            manifest.verify()
        except MindseyeError as error:
            facts[name] = error.message if with_paths else "damaged"
            advice.append(
                f"The model {name} is damaged: get it again with “mindseye models download {name}”."
            )
        else:
            facts[name] = "complete"
    for folder, reason in damaged_models().items():
        facts[folder.name] = reason if with_paths else "its description is damaged"
        advice.append(f"The model {folder.name} cannot be read: get it again, or remove its folder.")
    return facts


def _library(library: Library, advice: list[str], *, with_paths: bool) -> Facts:
    watched = list_folders(library)
    with library.catalog.read() as connection:
        photo_count = photos.count(connection)
        refused = files.problems(connection)
        counts = files.counts(connection, [folder.id for folder in watched])
        whole = backups.passes(connection, thorough=True)
    away = sum(not folder.online for folder in watched)
    index = library.spaces.active.index
    index_whole = index.check() and not index.was_damaged
    copies = backups.existing(library.catalog.path)
    facts: Facts = {
        "state": "read-only" if library.read_only else "open",
        "model": library.model.manifest.name,
        "folders": len(watched),
        "folders_away": away,
        "folders_looked_at_by_the_clock": sum(is_remote(folder.path) for folder in watched),
        "files": counts.files,
        "waiting": counts.waiting,
        "photos": photo_count,
        "searchable": searchable_count(library),
        "catalog": "whole" if whole else "damaged",
        "search_index": "whole" if index_whole else "damaged; it is made again from the catalog",
        "backups": len(copies),
        "refused": [
            f"{count} x {reason}" for reason, count in Counter(p.reason for p in refused).most_common()
        ],
    }
    if library.rescue is not None:
        facts["rescued"] = f"from the backup of {library.rescue.made_at:%Y-%m-%d %H:%M}"
    if library.read_only:
        advice.append(
            "The library can be searched, not changed: change its permissions, or copy it to another disk."
        )
    if not whole:
        advice.append(
            "The catalog is damaged: close Mindseye and open it again; the newest backup takes over."
        )
    if not index_whole:
        advice.append(
            "The search index is damaged: open the window, or run “mindseye index”. It is made again from "
            "the catalog, and no photo is looked at twice."
        )
    if away:
        advice.append(f"Folders out of reach: {away:,}. Connect their drives; nothing of them is lost.")
    if counts.waiting:
        advice.append(
            f"Files not looked at yet: {counts.waiting:,}. Open the window, or run “mindseye index”."
        )
    if refused:
        advice.append(f"Files that cannot be read: {len(refused):,}. --paths names them.")
    if with_paths:
        facts["watched"] = [str(folder.path) for folder in watched]
        facts["refused_files"] = [f"{problem.path}: {problem.reason}" for problem in refused]
    return facts


def _to_do_about(damage: DamagedCatalogError) -> str:
    if damage.path is not None and backups.existing(damage.path):
        return "The catalog is damaged: start Mindseye or run this again, and the newest backup takes over."
    return (
        "The catalog is damaged, and there is no backup: --paths names it. Move it away, and Mindseye "
        "indexes the folders anew."
    )


def _watching(library: Library, advice: list[str]) -> Facts:
    with library.catalog.read() as connection:
        below = sum(
            len({parent for path in files.known(connection, folder.id) for parent in _parents(path)}) + 1
            for folder in list_folders(library)
        )
    limit = watch_limit()
    if limit is not None and below > limit * 0.8:
        advice.append(
            f"The {below:,} folders with photographs need most of the {limit:,} that may be watched: raise "
            "fs.inotify.max_user_watches, or changes in some of them are found later, by the clock."
        )
    return {"folders_with_photographs": below}


def _parents(path: bytes) -> list[bytes]:
    """The folders that a path within a watched one leads through: a/b/c.jpg gives a and a/b."""
    separator = os.fsencode(os.sep)
    parts = path.split(separator)[:-1]
    return [separator.join(parts[:count]) for count in range(1, len(parts) + 1)]


def _disk(directory: Path, advice: list[str]) -> Facts:
    place = next(folder for folder in (directory, *directory.parents) if paths.is_folder(folder))
    free = shutil.disk_usage(place).free
    if free < _LITTLE_ROOM:
        advice.append("Less than 1 GB is free where the library lies: make room, or indexing stops.")
    return {
        "free_bytes": free,
        "catalog_bytes": _size(directory, "catalog.sqlite*"),
        "thumbnails_bytes": _size(directory, "thumbnails.sqlite*"),
        "index_bytes": _size(directory / "index", "**/*"),
        "backups_bytes": _size(directory / "backups", "**/*"),
        "models_bytes": _size(paths.user_models(), "**/*"),
    }


def _size(folder: Path, pattern: str) -> int:
    """What the files take; those that go meanwhile, or may not be looked at, count nothing."""
    total = 0
    with suppress(OSError):
        for path in folder.glob(pattern):
            with suppress(OSError):
                facts = path.stat()
                total += facts.st_size if stat.S_ISREG(facts.st_mode) else 0
    return total
