"""The program tests itself: the sample pictures are indexed and searched in a library made for that."""

from collections.abc import Iterator
from pathlib import Path

from mindseye import paths
from mindseye.errors import MindseyeError
from mindseye.library import Library
from mindseye.operations.find import find, locate
from mindseye.operations.index_folders import index_folders
from mindseye.operations.open_library import open_library
from mindseye.operations.wording import photos
from mindseye.search import PictureFile, Query, Words

WORDS = "snow on a mountain"
PICTURE = "lighthouse.jpg"

_ITSELF = 0.99
"""The least likeness of a picture with itself; rounding and the index take a little."""


def check_library(directory: Path, *, model: str | None = None) -> Iterator[str]:
    """Takes a new library through a session; gives a line after each step that went well.

    Args:
        directory: where the library is made; it is left there.
        model: the name or folder of a model; by default the one in the settings.

    Raises:
        MindseyeError: a step failed; the message says which and how.
    """
    samples = paths.resource("samples", "pictures")
    with open_library(directory, model=model) as library:
        yield f"library: opened, with the model {library.model.manifest.title}"
        yield _index(library, samples)
        yield _search_by_words(library)
        yield _search_by_picture(library, samples / PICTURE)


def _index(library: Library, samples: Path) -> str:
    summary = index_folders(library, [samples])
    if summary.failed or not summary.photos or summary.photos != summary.files:
        raise MindseyeError(
            f"Of {summary.files} sample pictures {summary.photos} were indexed and {summary.failed} refused.",
            path=samples,
        )
    return f"indexing: {photos(summary.photos)} in {summary.seconds:.1f} s with {summary.provider}"


def _search_by_words(library: Library) -> str:
    hits = locate(library, find(library, Query((Words(WORDS),)), limit=8))
    if not hits:
        raise MindseyeError(f"The search for {WORDS!r} gave no photo at all.")
    return f"search by words: {WORDS!r} gave {photos(len(hits))}, the first is {hits[0].path.name}"


def _search_by_picture(library: Library, picture: Path) -> str:
    hits = locate(library, find(library, Query((PictureFile(picture),)), limit=1))
    if not hits or hits[0].path.name != picture.name or hits[0].score < _ITSELF:
        found = f"{hits[0].path.name} with likeness {hits[0].score:.3f}" if hits else "no photo"
        raise MindseyeError(f"The search by {picture.name} found {found} instead of itself.", path=picture)
    return f"search by a picture: {picture.name} finds itself, likeness {hits[0].score:.3f}"
