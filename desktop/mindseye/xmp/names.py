"""Which sidecar belongs to which picture, by their names alone."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

SUFFIX = ".xmp"


def is_sidecar_name(name: str) -> bool:
    """Whether a file of this name is a sidecar, in any letter case."""
    return name.lower().endswith(SUFFIX) and len(name) > len(SUFFIX)


def sidecar_names(
    pictures: Iterable[str], sidecars: Iterable[str], raw: frozenset[str]
) -> Mapping[str, list[str]]:
    """The sidecars of each picture of one folder, the one to write to first.

    ``photo.jpg.xmp`` belongs to ``photo.jpg`` alone. ``photo.xmp`` belongs to the picture ``photo`` whatever
    its suffix; where a camera raw file and others share the name, to the raw file, as in the programs that
    write it.

    Args:
        pictures: names of picture files.
        sidecars: names of sidecar files.
        raw: lower-case suffixes of camera raw files.
    """
    by_stem: dict[str, list[str]] = {}
    for name in pictures:
        by_stem.setdefault(PurePath(name).stem, []).append(name)
    found: dict[str, list[str]] = {name: [] for names in by_stem.values() for name in names}
    for sidecar in sorted(sidecars, key=len, reverse=True):
        of = sidecar[: -len(SUFFIX)]
        if of in found:
            found[of].append(sidecar)
            continue
        sharing = by_stem.get(of, [])
        owners = [name for name in sharing if PurePath(name).suffix.lower() in raw] or sharing
        for name in owners:
            found[name].append(sidecar)
    return found
