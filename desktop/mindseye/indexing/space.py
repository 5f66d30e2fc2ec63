"""What the indexer needs to know of the spaces it fills."""

from typing import Protocol

from mindseye.clip import ClipModel
from mindseye.tagging import Tagger
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
    def tagger(self) -> Tagger: ...


class Spaces(Protocol):
    """The spaces of an open library: the one that answers, and during a change of model the next one."""

    @property
    def active(self) -> Space:
        """The one that answers."""

    @property
    def next(self) -> Space | None:
        """The one that is being filled and will answer then."""

    def follow(self) -> None:
        """Takes over what another process, or another thread, chose."""

    def complete(self, prepared: Space) -> None:
        """Lets the next space answer, if it is still the one that was prepared."""
