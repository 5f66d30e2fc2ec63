"""What tells the members of a group of near-duplicates from one another."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mindseye.catalog import albums, changes, photos
from mindseye.catalog.tags import OWN
from mindseye.library import Library
from mindseye.operations.duplicates import Group
from mindseye.operations.labelling import labels_of


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What is known of one file of a group, and what was said of its photo."""

    file_id: int
    photo_id: int
    path: Path
    width: int
    height: int
    """Of the photo, upright, in pixels."""
    size: int
    """Of the file in bytes."""
    format: str
    taken_at: datetime | None
    written_at: datetime
    """When the file was written last."""
    camera: str
    tags: tuple[str, ...]
    """Those that people gave."""
    rating: int
    caption: str
    albums: tuple[str, ...]
    """Those that it was put into or pinned to."""
    online: bool
    with_raw: bool


def facts_of(library: Library, group: Group) -> list[MemberFacts]:
    """The facts of each member, in order."""
    ids = [member.photo.id for member in group.members]
    said = labels_of(library, ids)
    with library.catalog.read() as connection:
        cameras = photos.cameras_of(connection, ids)
        inside = albums.said_of(connection, ids)
    return [
        MemberFacts(
            file_id=member.file.id,
            photo_id=member.photo.id,
            path=member.file.path,
            width=member.photo.width,
            height=member.photo.height,
            size=member.file.size,
            format=member.photo.format,
            taken_at=member.photo.taken_at,
            written_at=datetime.fromtimestamp(member.file.mtime_ns / 1e9),
            camera=cameras.get(member.photo.id, ""),
            tags=tuple(
                tag.label
                for tag in said[member.photo.id].tags
                if tag.category == OWN and tag.state == "confirmed"
            ),
            rating=said[member.photo.id].rating,
            caption=said[member.photo.id].caption,
            albums=tuple(name for name, state in inside.get(member.photo.id, ()) if state != "excluded"),
            online=member.file.online,
            with_raw=member.file.with_raw,
        )
        for member in group.members
    ]


def state_of_files(library: Library) -> tuple[int, ...]:
    """Other numbers after each change that can change groups: of files, vectors, what was told apart."""
    with library.catalog.read() as connection:
        return (*changes.of_files(connection), changes.last(connection), library.space_id)
