"""What goes to the encoder and into the catalog together."""

from collections.abc import Collection
from dataclasses import dataclass, field

from mindseye.catalog.files import WaitingFile
from mindseye.indexing.prepare import AlreadyKnown, Outcome, Prepared, Refused, Unsettled

PHOTOS = 16
"""Photos embedded together: larger batches are no faster on a CPU and lose more to a kill."""

OUTCOMES = 256
"""Outcomes of any kind committed together."""


@dataclass(slots=True)
class Batch:
    """Outcomes gathered until there are enough of them."""

    photos: dict[bytes, Prepared] = field(default_factory=dict)
    """By content hash, so that a copy within the batch is embedded once."""
    copies: list[tuple[WaitingFile, bytes]] = field(default_factory=list)
    """Files with the hash of a photo that is known, or comes before them in this batch."""
    refused: list[Refused] = field(default_factory=list)
    unsettled: int = 0

    @property
    def full(self) -> bool:
        return len(self.photos) >= PHOTOS or self.outcomes >= OUTCOMES

    @property
    def outcomes(self) -> int:
        return len(self.photos) + len(self.copies) + len(self.refused) + self.unsettled

    def take(self, outcome: Outcome) -> None:
        """Adds what came of one file."""
        match outcome:
            case Prepared(file, content_hash):
                if content_hash in self.photos:
                    self.copies.append((file, content_hash))
                else:
                    self.photos[content_hash] = outcome
            case AlreadyKnown(file, content_hash):
                self.copies.append((file, content_hash))
            case Refused():
                self.refused.append(outcome)
            case Unsettled():
                self.unsettled += 1

    def demote(self, embedded: Collection[bytes]) -> None:
        """Turns photos that were embedded since they were prepared into copies."""
        for content_hash in self.photos.keys() & set(embedded):
            self.copies.append((self.photos.pop(content_hash).file, content_hash))
