"""What a view tells of a photo beside its picture: its name, when it was taken, and what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mindseye.catalog import albums, photos, tags
from mindseye.catalog.tags import OWN
from mindseye.library import Library
from mindseye.phrases import label_phrase

SHOWN_TAGS = 2


@dataclass(frozen=True, slots=True)
class Caption:
    """The few words for one photo."""

    name: str
    """Of the file that is shown."""
    taken_at: datetime | None
    """The camera's local time."""
    tags: tuple[str, ...]
    """At most ``SHOWN_TAGS``: what a person confirmed, then what is most probable."""
    said: tuple[str, ...]
    """At most ``SHOWN_TAGS`` that a person gave or confirmed, free ones first; of a path the last part."""
    online: bool
    """Whether one of its files lies in a folder that is there."""
    pinned_to: tuple[str, ...] = ()
    """The live albums that it was pinned to."""


def captions_of(library: Library, photo_ids: Sequence[int]) -> dict[int, Caption]:
    """The captions of those of these photos that lie somewhere."""
    with library.catalog.read() as connection:
        found = photos.brief(connection, photo_ids)
        carried = tags.of_photos(connection, library.space_id, photo_ids)
        inside = albums.said_of(connection, photo_ids)
    captions: dict[int, Caption] = {}
    for photo_id, brief in found.items():
        best = sorted(
            carried.get(photo_id, ()), key=lambda tag: (tag.state != "confirmed", -(tag.probability or 0))
        )
        labels = tuple(label_phrase(tag.category, tag.label) for tag in best[:SHOWN_TAGS])
        said = sorted((tag for tag in best if tag.state == "confirmed"), key=lambda tag: tag.category != OWN)
        names = tuple(label_phrase(tag.category, tag.label.rpartition("/")[2]) for tag in said[:SHOWN_TAGS])
        pinned = tuple(name for name, state in inside.get(photo_id, ()) if state == "pinned")
        captions[photo_id] = Caption(brief.name, brief.taken_at, labels, names, brief.online, pinned)
    return captions
