"""What people said of a photo goes on to the content that takes its place when its file is edited."""

from mindseye.catalog import recording
from mindseye.catalog.connection import Connection

_PHOTO = "photo_id"


def carry_over(connection: Connection, file_id: int, photo_id: int, *, is_new: bool) -> None:
    """Gives the content that a file holds now what was said of the one that it held before.

    What is said of the new one already stays. To be called before the file is linked. Where a content that
    was known took the place of another one that still lies somewhere, as when two files swap their names,
    nothing is handed on: what was said of either is still where it lies.
    """
    row = connection.execute("SELECT edited_from FROM files WHERE id = ?", (file_id,)).fetchone()
    before = None if row is None else row[0]
    if before is None or before == photo_id:
        return
    if not is_new and (
        _lies_elsewhere(connection, file_id, before) or _lies_elsewhere(connection, file_id, photo_id)
    ):
        return
    hand_on(connection, before, photo_id)


def hand_on(connection: Connection, before: int, photo_id: int) -> None:
    """Says of a photo what was said of another one, where nothing else is said of it already."""
    for name in recording.TRACKED:
        table = recording.table(connection, name)
        if _PHOTO in table.key:
            others = ", ".join(column for column in table.columns if column != _PHOTO)
            connection.execute(
                f"INSERT OR IGNORE INTO {name} ({_PHOTO}, {others})"  # noqa: S608 - our own schema
                f" SELECT ?2, {others} FROM {name} WHERE {_PHOTO} = ?1",
                (before, photo_id),
            )


def _lies_elsewhere(connection: Connection, file_id: int, photo_id: int) -> bool:
    """Whether a content lies, or lay until it was edited too, in a file apart from this one."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM files WHERE id <> ?1 AND photo_id = ?2)"
        " OR EXISTS (SELECT 1 FROM files WHERE id <> ?1 AND edited_from = ?2)",
        (file_id, photo_id),
    ).fetchone()
    return bool(found)
