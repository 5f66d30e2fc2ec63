"""The licences of everything in the finished program, gathered from the installed packages."""

import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, packages_distributions
from pathlib import Path

LICENCES = Path(__file__).parent / "licences"

_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors|thirdpartynotices)[^/]*$", re.IGNORECASE)

# What some wheels leave out, and who says so.
_MISSING_TEXTS = {
    "flatbuffers": ("Apache-2.0.txt",),
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": (),  # the same as above, printed once
    "tokenizers": ("Apache-2.0.txt",),
}
# What is linked into some wheels without a word of its licence.
_FURTHER_TEXTS = {"pylibjxl": ("libjxl.txt",)}
_MISSING_NAMES = {"tokenizers": "Apache-2.0"}

_QT = """\
Qt and Qt for Python (PySide6, shiboken6) are used under the GNU Lesser General Public License, version 3.
They are unmodified, apart from the data library of ICU, from which unused locale data was left out.
They lie in this program as dynamic libraries of their own, below PySide6 and shiboken6 beside this file, and
you may replace them: put libraries of the same names, built from changed sources of a compatible version, in
their place, and the program runs with them. Nothing in this program prevents that or forbids taking it apart
to find errors in such changes. The sources are at https://download.qt.io/official_releases/QtForPython/ and
https://download.qt.io/official_releases/qt/ under the version that is named below."""

_SYSTEM_LIBRARIES = """\
Libraries of the build system that lie in this program under their own names where it needs them:
bzip2 (bzip2-1.0.6), ICU (Unicode-3.0), libffi (MIT), libuuid (BSD-3-Clause), libxcb and its utilities (X11),
libxkbcommon (MIT), OpenSSL (Apache-2.0), SQLite (public domain), XZ Utils (0BSD),
zlib (Zlib), Zstandard (BSD-3-Clause)."""

_LINE = "=" * 100


def bundled(modules: Iterable[str]) -> list[Distribution]:
    """The installed packages that some imported modules come from, by name; the program itself left out."""
    owners = packages_distributions()
    names = {name for module in modules for name in owners.get(module.partition(".")[0], ())}
    found = {name_of(each): each for each in map(Distribution.from_name, names)}
    return [found[name] for name in sorted(found) if name not in {"mindseye", "pyinstaller"}]


def name_of(distribution: Distribution) -> str:
    """The name as the package index spells it."""
    return re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()


def licence_of(distribution: Distribution) -> str:
    """The licence in a few words, as the package names it."""
    metadata = distribution.metadata
    for field in ("License-Expression", "License"):
        if field in metadata and 0 < len(metadata[field]) < 100:
            return metadata[field]
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in metadata.get_all("Classifier") or []
        if kind.startswith("License ::")
    ]
    return ", ".join(kinds) or _MISSING_NAMES.get(name_of(distribution), "see below")


def texts_of(distribution: Distribution) -> list[str]:
    """The licence texts that a package brings, or those it should bring.

    Raises:
        ValueError: there are none.
    """
    name = name_of(distribution)
    files = sorted(file for file in distribution.files or () if _LICENCE_FILE.search(file.as_posix()))
    texts = []
    for file in files:
        if file.suffix not in {".py", ".pyi", ".pyc"}:
            text = Path(file.locate()).read_text(encoding="utf-8", errors="replace").strip()
            if text not in texts:
                texts.append(text)
    if not texts:
        if name not in _MISSING_TEXTS:
            raise ValueError(f"{name} brings no licence text; add one to _MISSING_TEXTS of notices.py.")
        texts = _kept(_MISSING_TEXTS[name])
    return [*texts, *_kept(_FURTHER_TEXTS.get(name, ()))]


def _kept(names: Iterable[str]) -> list[str]:
    return [(LICENCES / each).read_text(encoding="utf-8").strip() for each in names]


def notices(distributions: Iterable[Distribution]) -> str:
    """The whole text."""
    chosen = list(distributions)
    parts = [
        "Mindseye contains the work of others, under the licences that follow.",
        _QT,
        _SYSTEM_LIBRARIES,
        f"Python {sys.version.split()[0]} (PSF-2.0)\n"
        + "\n".join(f"{each.metadata['Name']} {each.version} ({licence_of(each)})" for each in chosen),
        _section(f"Python {sys.version.split()[0]}", [_python_licence()]),
        *(_section(f"{each.metadata['Name']} {each.version}", texts_of(each)) for each in chosen),
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, texts: list[str]) -> str:
    return "\n\n".join([f"{_LINE}\n{title}\n{_LINE}", *texts])


def _python_licence() -> str:
    places = [Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt")]
    for place in places:
        if place.is_file():
            return place.read_text(encoding="utf-8", errors="replace").strip()
    return "Python Software Foundation License, version 2: https://docs.python.org/3/license.html"
