"""Every change a person makes, as one entry that can be undone and redone: across restarts, in any process.

An operation that changes what people say (tags, ratings, captions, albums, judgements) goes through
:func:`change`: the rows it changes are noted by themselves and stored as one entry in the same transaction,
so a killed program leaves either both or neither. A table takes part when it stands in
``mindseye.catalog.recording.TRACKED``; nothing else needs to be done::

    words = Phrase("making “{name}”", name=name)
    history.change(library, lambda connection: albums.add(connection, name), lambda _: words)

What goes on by itself (indexing, the suggestions of categories) is no entry. Undo therefore puts back the
rows that are still as the entry left them, and leaves those that something else has changed since.
"""

from collections.abc import Callable

from mindseye.catalog import Connection, history
from mindseye.catalog.history import Entry, Step
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.operations.exchange_sidecars import exchange
from mindseye.phrases import Phrase


def change(
    library: Library, work: Callable[[Connection], object], describe: Callable[[int], str]
) -> Entry | None:
    """Does something to the library as one entry of its history, and tells of it.

    Args:
        library: where.
        work: changes rows of tracked tables; it must not write anywhere else.
        describe: the entry's words from the number of photos changed, as they follow "undo":
            ``tagging 12 photos “boats”``.

    Returns:
        The entry; None when nothing changed, and then nothing can be undone.

    Raises:
        CatalogError: the library cannot be written; nothing has changed then.
    """
    entry = library.catalog.write(lambda connection: history.record(connection, work, describe))
    if entry is not None:
        library.events.publish(PhotosChanged(other=True))
    return entry


def undo(library: Library, *, only: Entry | None = None) -> Step | None:
    """Takes back the newest change that is not undone yet, whoever made it and when; None when there is none.

    Args:
        library: where.
        only: nothing is taken back where the newest change is another one than this.

    Raises:
        CatalogError: the library cannot be written.
    """
    return _step(library, back=True, only=only)


def redo(library: Library) -> Step | None:
    """Makes the change again that was undone last; None when there is none.

    Raises:
        CatalogError: the library cannot be written.
    """
    return _step(library, back=False)


def entries(library: Library, limit: int = 100) -> list[Entry]:
    """The newest entries, newest first; undone ones can be redone."""
    with library.catalog.read() as connection:
        return history.entries(connection, limit)


def next_steps(library: Library) -> tuple[Entry | None, Entry | None]:
    """What undo and what redo would do."""
    with library.catalog.read() as connection:
        return history.next_undo(connection), history.next_redo(connection)


def undone_sentence(step: Step) -> str:
    """What :func:`undo` did, for people."""
    return _sentence(Phrase("Undone: {what}.", what=step.entry.words), step)


def redone_sentence(step: Step) -> str:
    """What :func:`redo` did, for people."""
    return _sentence(Phrase("Done again: {what}.", what=step.entry.words), step)


def _sentence(done: Phrase, step: Step) -> Phrase:
    if not step.left:
        return done
    if not step.put_back:
        return Phrase("{done} Nothing was put back: changed since by something else.", done=done)
    return Phrase(
        "{done} {left} of {rows} stay: changed since by something else.",
        done=done,
        left=step.left,
        rows=step.entry.rows,
    )


def _step(library: Library, *, back: bool, only: Entry | None = None) -> Step | None:
    """Exchanges the entry's files first: a kill before the rest is then made good by the next undo."""
    with library.catalog.read() as connection:
        entry = history.next_undo(connection) if back else history.next_redo(connection)
        changes = [] if entry is None else history.files_of(connection, entry.id)
    if entry is None or (only is not None and entry.id != only.id):
        return None
    if back:
        changes = [each.back for each in changes]
    done = exchange(library, changes).done if changes else []
    move = history.undo if back else history.redo
    step = library.catalog.write(lambda connection: move(connection, entry.id))
    if step is None:  # another process was faster; what it left is the next thing to step over
        return _step(library, back=back, only=only)
    library.events.publish(PhotosChanged(other=True))
    left = step.left + len(changes) - len(done)
    return Step(step.entry, step.put_back + len(done), left)
