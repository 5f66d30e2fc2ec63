"""Indexing some folders now, to the end, as the command line does."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.catalog import files
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations.watched_folders import add_folders, check_folders, list_folders, set_excludes
from mindseye.phrases import Phrase


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """What indexing some folders came to."""

    photos: int
    """Photos embedded by this run."""
    files: int
    """Picture files in the folders."""
    failed: int
    """Those of them that are refused, now or earlier."""
    skipped: int
    """Those of them that needed no work: known, unchanged, readable."""
    seconds: float
    photos_per_second: float
    model: str
    provider: str
    """What the vision tower ran on; empty where no picture had to be embedded."""


def index_folders(
    library: Library, given: Sequence[Path], *, leave_out: Sequence[str] = (), gently: bool = False
) -> IndexSummary:
    """Adds folders and brings the library in line with them.

    Args:
        library: the library.
        given: the folders.
        leave_out: more patterns of what to leave out of them.
        gently: whether to rest, or wait, by the rules for battery and busy computers.

    Raises:
        InputError: one of them is no folder, or patterns are given for one that lies in a watched one;
            nothing is done then.
        CatalogError: the library cannot be written.
        ModelError: the model cannot be run.
    """
    began = time.monotonic()
    if leave_out:
        _check_own(library, given)
    added = add_folders(library, given)
    for folder in added if leave_out else ():
        set_excludes(library, folder.id, [*folder.excludes, *leave_out])
    model = library.model  # a change of model that is under way ends with this pass
    summary = library.indexer.index({folder.path for folder in added}, gently=gently)
    with library.catalog.read() as connection:
        counts = files.counts(connection, sorted({folder.id for folder in added}))
    seconds = time.monotonic() - began
    worked_on = summary.embedded + summary.copies
    return IndexSummary(
        photos=summary.embedded,
        files=counts.files,
        failed=counts.failed,
        skipped=max(counts.files - counts.failed - counts.waiting - worked_on, 0),
        seconds=seconds,
        photos_per_second=summary.embedded / seconds,
        model=model.manifest.name,
        provider=model.provider or "",
    )


def _check_own(library: Library, given: Sequence[Path]) -> None:
    """Patterns belong to a watched folder, and must not leave things out of all of it unasked."""
    watched = list_folders(library)
    for path in check_folders(given):
        holder = next((each.path for each in watched if each.path in path.parents), None)
        if holder is not None:
            raise InputError(
                Phrase(
                    "{path} lies in {holder}, which is watched already. To leave something out there: "
                    "mindseye folders {holder} --exclude PATTERN",
                    path=path,
                    holder=holder,
                ),
                path=path,
            )
