"""A process that works on a library until it is killed, and says on paper what it was told was done.

The paper is a file that is appended to after each commit, so it never claims more than there is.
"""

import os
from pathlib import Path

from mindseye.clip import ModelManifest
from mindseye.indexing.projection import save_index, sync_index
from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.operations.watched_folders import add_folders
from tests.support.fake_model import FakeSession


def work(kind: str, folder: Path, paper: Path) -> None:
    """Opens the library in ``folder`` and does one kind of work, on and on."""
    descriptor = os.open(paper, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(line: str) -> None:
        os.write(descriptor, f"{line}\n".encode())

    class Noting(FakeSession):
        def run(self, inputs):  # type: ignore[no-untyped-def]
            embedded = super().run(inputs)
            if self.is_image:
                note(f"embedded {len(embedded)}")
            return embedded

    manifest = ModelManifest.load(folder / "model")
    with Library.open(folder / "library", manifest, load_session=Noting) as library:
        {"index": _index, "tag": _tag, "save": _save}[kind](library, folder, note)


def _index(library: Library, folder: Path, note) -> None:  # type: ignore[no-untyped-def]
    add_folders(library, [folder / "photos"])
    library.indexer.index()
    note("indexed")


def _tag(library: Library, folder: Path, note) -> None:  # type: ignore[no-untyped-def]
    ids = library.spaces.active.index.ids().tolist()
    for turn in range(10_000):
        photo_id = ids[turn % len(ids)]
        labelling.give_tags(library, [photo_id], [f"tag {turn}"])
        note(f"given {photo_id} {turn}")
        if turn % 3 == 0:
            labelling.reject_tags(library, [photo_id], [f"tag {turn}"])
            note(f"rejected {photo_id} {turn}")


def _save(library: Library, folder: Path, note) -> None:  # type: ignore[no-untyped-def]
    active = library.spaces.active
    ids = active.index.ids()
    for turn in range(10_000):
        library.catalog.write(
            lambda connection, turn=turn: connection.execute(  # type: ignore[misc]
                "UPDATE vectors SET vector = ? WHERE photo_id = ?",
                (bytes(15) + bytes([60 - turn % 2]), int(ids[turn % len(ids)])),
            )
        )
        sync_index(library.catalog, active.space_id, active.index)
        save_index(library.catalog, active.space_id, active.index)
        note("saved")
