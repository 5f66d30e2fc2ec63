"""The errors of the world, apart from our own bugs.

Everything that can go wrong outside the program (a folder that is away, a file that is no picture, a
full disk) is a :class:`MindseyeError`: one plain sentence for a person, and the path it speaks of.
Any other exception that reaches the top is a bug and is shown as one.
"""

from pathlib import Path

from mindseye.phrases import Phrase


class MindseyeError(Exception):
    """Something outside the program is not as it should be.

    ``message`` is one sentence that says what is wrong, where, and what to do about it.
    """

    def __init__(self, message: str, *, path: Path | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class InputError(MindseyeError):
    """What the user asked for cannot be done as asked (exit status 2 on the command line)."""


class UnreadablePictureError(MindseyeError):
    """The bytes of a file are no picture that can be shown; ``message`` is the reason to record."""


class CatalogError(MindseyeError):
    """The catalog cannot be opened or written: newer than this program, damaged, locked, disk full."""


class DiskFullError(CatalogError):
    """There is no room for what is to be stored; nothing that was stored is lost."""


class ReadOnlyError(CatalogError):
    """The library can be searched, but not changed: its folder or disk cannot be written."""

    def __init__(self, library: Path) -> None:
        super().__init__(
            Phrase(
                "The library in {library} can be searched but not changed, because it cannot be written. "
                "Change its permissions, or copy it to another disk.",
                library=library,
            ),
            path=library,
        )


class DamagedCatalogError(CatalogError):
    """The catalog is no whole database any more."""

    def __init__(self, catalog: Path, reason: object) -> None:
        super().__init__(
            Phrase(
                "The catalog {catalog} is damaged ({reason}). Start Mindseye again: the newest backup takes "
                "its place. Without one, move the file away to index the folders anew.",
                catalog=catalog,
                reason=reason,
            ),
            path=catalog,
        )


class ModelError(MindseyeError):
    """A model folder is incomplete, damaged, or does not do what its description says."""


class Cancelled(Exception):  # noqa: N818 - a request that was honoured, not an error
    """The work was given up because somebody asked for that."""
