"""What the indexer needs to know of the spaces it fills."""

from typing import Protocol

from mindseye.clip import ClipModel
from mindseye.tagging import ZeroShotTagger
from mindseye.vectors import VectorIndex


class Space(Protocol):
    """An embedding space: a model, and where its vectors go."""

    @property
    def model(self) -> ClipModel: ...

    @property
    def space_id(self) -> int: ...

    @property
    def index(self) -> VectorIndex: ...

    @property
    def tagger(self) -> ZeroShotTagger: ...


class Spaces(Protocol):
    """The spaces of an open library."""

    @property
    def active(self) -> Space:
        """The one that answers."""
