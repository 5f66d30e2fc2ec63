"""Photos in a catalog that lie in a folder, without any file on a disk."""

from datetime import datetime
from pathlib import Path

from mindseye.catalog import Connection, files, folders, photos
from mindseye.metadata import Metadata

FULL = Metadata(
    width=4000, height=3000, format="JPEG", taken_at=datetime(2019, 7, 4, 12, 30, 15), camera="A B",
    lens="50 mm", latitude=-47.5, longitude=8.25, iso=200, aperture=2.8, exposure_seconds=0.004,
    focal_length_mm=50.0,
)  # fmt: skip


def lying(connection: Connection, name: str, *, mtime_ns: int = 0, facts: Metadata = FULL) -> int:
    """A photo that lies in a folder."""
    known = {folder.path: folder for folder in folders.all_folders(connection)}
    folder = known.get(Path("/photos")) or folders.add(connection, Path("/photos"))
    path = f"{name}.jpg".encode()
    files.add(connection, folder.id, [(path, 1, mtime_ns, 0)])
    photo_id = photos.add(connection, name.encode(), facts)
    files.link(connection, files.known(connection, folder.id)[path].id, photo_id)
    return photo_id
