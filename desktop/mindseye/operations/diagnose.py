"""Telling what this installation is made of and how a library fares, for a person or a bug report."""

import platform
import shutil
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from mindseye import __version__, paths
from mindseye.catalog import files, photos
from mindseye.clip.installed import installed_models
from mindseye.clip.session import available_providers
from mindseye.errors import MindseyeError
from mindseye.folders.mounts import is_remote
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


def diagnose(
    directory: Path | None = None, *, model: str | None = None, with_paths: bool = False
) -> dict[str, Facts]:
    """Facts about the program, its models and a library; names of folders and files only ``with_paths``."""
    report = {"program": _program(), "models": _models()}
    chosen = (directory or paths.default_library()).absolute()
    if Library.exists(chosen):
        try:
            with open_library(chosen, model=model) as library:
                report["library"] = _library(library, with_paths=with_paths)
        except MindseyeError as error:
            report["library"] = {"state": error.message if with_paths else "cannot be opened"}
    else:
        report["library"] = {"state": "none yet"}
    if with_paths:
        report["library"]["folder"] = str(chosen)
    return report


def _program() -> Facts:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "providers": available_providers(),
        **{name: version(name) for name in _LIBRARIES},
    }


def _models() -> Facts:
    facts: Facts = {}
    for name, manifest in installed_models().items():
        try:
            manifest.verify()
        except MindseyeError as error:
            facts[name] = error.message
        else:
            facts[name] = "complete"
    return facts


def _library(library: Library, *, with_paths: bool) -> Facts:
    watched = list_folders(library)
    with library.catalog.read() as connection:
        photo_count = photos.count(connection)
        refused = files.problems(connection)
        counts = files.counts(connection, [folder.id for folder in watched])
    facts: Facts = {
        "state": "open",
        "model": library.model.manifest.name,
        "folders": len(watched),
        "folders_away": sum(not folder.online for folder in watched),
        "folders_looked_at_by_the_clock": sum(is_remote(folder.path) for folder in watched),
        "files": counts.files,
        "waiting": counts.waiting,
        "photos": photo_count,
        "searchable": searchable_count(library),
        "free_bytes": shutil.disk_usage(library.directory).free,
        "refused": [
            f"{count} x {reason}" for reason, count in Counter(p.reason for p in refused).most_common()
        ],
    }
    if with_paths:
        facts["watched"] = [str(folder.path) for folder in watched]
        facts["refused_files"] = [f"{problem.path}: {problem.reason}" for problem in refused]
    return facts
