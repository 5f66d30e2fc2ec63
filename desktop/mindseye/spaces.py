"""The embedding spaces that an open library works with."""

from mindseye.space import EmbeddingSpace


class Spaces:
    """The space that answers."""

    def __init__(self, active: EmbeddingSpace) -> None:
        self._active = active

    @property
    def active(self) -> EmbeddingSpace:
        """The one that answers."""
        return self._active

    def close(self) -> None:
        """Lets go of the index files."""
        self._active.index.close()
