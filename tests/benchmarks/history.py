"""What it costs to change what is said of many photos, and to take it back and do it again."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from mindseye.catalog import Catalog, Connection, free_tags, history, photos, remarks
from mindseye.metadata import Metadata
from tests.benchmarks.frame import Figure, seconds


def measure(*, library: int = 100_000, changed: int = 10_000, tags: int = 3) -> Iterator[Figure]:
    """Figures of one bulk change in a library whose every photo carries some tags."""
    with tempfile.TemporaryDirectory() as folder:
        catalog = Catalog(Path(folder) / "catalog.sqlite")
        try:
            yield from _measure(catalog, library, changed, tags)
        finally:
            catalog.close()


def _measure(catalog: Catalog, library: int, changed: int, tags: int) -> Iterator[Figure]:
    def fill(connection: Connection) -> list[int]:
        made = [
            photos.add(connection, number.to_bytes(16), Metadata(4000, 3000, "JPEG"))
            for number in range(library)
        ]
        free_tags.give(connection, made, [f"tag {number}" for number in range(tags)])
        return made

    chosen = catalog.write(fill)[:: library // changed][:changed]

    def bulk(connection: Connection) -> None:
        free_tags.give(connection, chosen, ["Places/Norway/Lofoten"])
        remarks.rate(connection, [(photo_id, 4) for photo_id in chosen])

    bare = seconds(lambda: catalog.write(bulk))
    catalog.write(lambda connection: free_tags.forget(connection, chosen, ["Places/Norway/Lofoten"]))
    catalog.write(lambda connection: remarks.rate(connection, [(photo_id, 0) for photo_id in chosen]))
    noted = seconds(lambda: catalog.write(lambda c: history.record(c, bulk, lambda count: f"{count}")))
    yield Figure(f"tag and rate {changed:,} photos, noting it", noted, "s", note=f"without: {bare:.2f} s")
    yield Figure("undo", seconds(lambda: catalog.write(history.undo)), "s", aim=2.0)
    yield Figure("redo", seconds(lambda: catalog.write(history.redo)), "s", aim=2.0)
    with catalog.read() as connection:
        size = connection.execute("SELECT length(changes) FROM history").fetchone()[0]
    yield Figure("the entry, compressed", size / 1024, "KiB")
