"""One pass over the files that wait: decoders prepare them, the encoder embeds and stores them in batches.

Everything between the threads is bounded: a window of files being decoded, one batch being embedded
while the next is gathered. What is committed is never done again; what is not leaves no trace.
"""

import dataclasses
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.catalog import (
    Catalog,
    Connection,
    ThumbnailCache,
    beside,
    edited,
    file_labels,
    files,
    fingerprints,
    photos,
    suggestions,
    vectors,
)
from mindseye.catalog.files import WaitingFile
from mindseye.clip.session import usable_cores
from mindseye.errors import CatalogError
from mindseye.indexing.batch import PHOTOS, Batch
from mindseye.indexing.careful import CarefulDecoder
from mindseye.indexing.prepare import Outcome, Refused, Unsettled, is_being_written, prepare
from mindseye.indexing.projection import add_to_index, save_index, sync_index
from mindseye.indexing.space import Space
from mindseye.tasks import Worker
from mindseye.vectors import crop_keys

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one pass did, so far."""

    total: int
    """Files that waited at its start."""
    embedded: int = 0
    """Photos that were embedded."""
    copies: int = 0
    """Files whose content was known already."""
    failed: int = 0
    """Files that were refused."""
    unsettled: int = 0
    """Files that vanished or are still being written; a later pass takes them."""
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """Files that are finished with, for now."""
        return self.embedded + self.copies + self.failed + self.unsettled


class Checkpoint(Protocol):
    """Where a pass is held between files."""

    def check(self) -> None:
        """Waits while the pass is held; raises Cancelled when it is called off."""

    def breathe(self) -> None:
        """Takes the rest that gentle work asks for."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where a pass puts what it makes, whatever the space."""

    catalog: Catalog
    thumbnails: ThumbnailCache


class IndexingRun:
    """Does what waits, once."""

    def __init__(
        self,
        stores: Stores,
        space: Space,
        *,
        folder_ids: Sequence[int],
        decoder: CarefulDecoder,
        gate: Checkpoint,
        patient: bool = False,
        first: Callable[[], Path | None] = lambda: None,
        stop: Callable[[], bool] = lambda: False,
        report: Callable[[RunSummary, list[int]], None],
    ) -> None:
        """Prepares a pass.

        Args:
            stores: where results go.
            space: embeds and judges the pictures, and takes their vectors.
            folder_ids: the folders whose files are done.
            decoder: turns files into pixels.
            gate: asked between files; holds the pass, or calls it off.
            patient: whether a file that is no picture is left for a later pass where it was changed so
                lately that the rest may be to come.
            first: the folder whose files are done before others, as long as it has any.
            stop: asked between files whether to end early; what was read by then is stored.
            report: called after each commit with the state of the pass and the ids of photos that are
                new or have come back.
        """
        self._stores = stores
        self._space = space
        self._folder_ids = folder_ids
        self._decoder = decoder
        self._gate = gate
        self._patient = patient
        self._first = first
        self._stop = stop
        self._report = report
        self._summary = RunSummary(total=0)
        self._began = time.monotonic()
        self._held = 0.0

    def execute(self) -> RunSummary:
        """Reads, embeds and stores every waiting file, or as many as it is let.

        Raises:
            Cancelled: called off at a checkpoint; what was committed stays.
            CatalogError: the library cannot be written (disk full, busy elsewhere).
            ModelError: the model cannot be run.
        """
        with self._stores.catalog.read() as connection:
            waiting = files.waiting(
                connection,
                self._space.space_id,
                self._folder_ids,
                cropped_from=imaging.CROPPED_FROM,
            )
        self._summary = RunSummary(total=len(waiting))
        self._report(self._summary, [])
        if not waiting:
            return self._summary
        threads = usable_cores()
        window = PHOTOS + 2 * threads
        with (
            Worker("encoder", pending=2) as encoder,
            Worker("decoder", threads=threads, pending=window) as decoders,
        ):
            storing: Future[None] | None = None
            batch = Batch()
            for outcome in decoders.map_in_order(self._prepare, self._in_order(waiting), window=window):
                self._hold()
                batch.take(outcome)
                if batch.full:
                    # Waiting for the batch before keeps one in the encoder and one being gathered.
                    if storing is not None:
                        storing.result()
                    storing = encoder.submit(self._embed_and_store, batch)
                    batch = Batch()
                if self._stop():
                    break
            if storing is not None:
                storing.result()
            encoder.submit(self._embed_and_store, batch).result()
        return self._summary

    def _in_order(self, waiting: Sequence[WaitingFile]) -> Iterator[WaitingFile]:
        """As they are given, but those of the folder first that is looked at, which may change meanwhile."""
        taken = bytearray(len(waiting))
        everywhere = iter(range(len(waiting)))
        of_folder = {
            folder: iter(_of_folder(waiting, folder)) for folder in {file.folder for file in waiting}
        }
        while True:
            looked_at = of_folder.get(self._first() or Path(), iter(()))
            at = next((number for number in looked_at if not taken[number]), None)
            if at is None:
                at = next((number for number in everywhere if not taken[number]), None)
            if at is None:
                return
            taken[at] = 1
            yield waiting[at]

    def _hold(self) -> None:
        """Waits where the pass is held, and rests; only the rests count as its time."""
        came = time.monotonic()
        self._gate.check()
        self._held += time.monotonic() - came
        self._gate.breathe()

    def _prepare(self, file: WaitingFile) -> Outcome:
        preprocessing = self._space.model.manifest.image.preprocessing
        outcome = prepare(file, preprocessing, self._is_embedded, self._decoder)
        if self._patient and isinstance(outcome, Refused) and is_being_written(file):
            return Unsettled(file)
        return outcome

    def _is_embedded(self, content_hash: bytes) -> bool:
        with self._stores.catalog.read() as connection:
            return vectors.is_complete(
                connection, self._space.space_id, content_hash, cropped_from=imaging.CROPPED_FROM
            )

    def _embed_and_store(self, batch: Batch) -> None:
        """Embeds, judges and commits a batch."""
        batch.demote([content_hash for content_hash in batch.photos if self._is_embedded(content_hash)])
        prepared = list(batch.photos.values())
        stores, space = self._stores, self._space
        crops = [(at, crop) for at, item in enumerate(prepared) for crop in range(1, len(item.squares))]
        squares = [item.squares[0] for item in prepared] + [prepared[at].squares[crop] for at, crop in crops]
        embedded = self._embed(squares)
        embeddings, of_crops = embedded[: len(prepared)], embedded[len(prepared) :]
        verdicts = space.tagger.judge(embeddings)
        stores.thumbnails.put([(item.content_hash, item.thumbnail) for item in prepared])

        def store(connection: Connection) -> tuple[list[int], list[int]]:
            new = [photos.find(connection, item.content_hash) is None for item in prepared]
            ids = [photos.add(connection, item.content_hash, item.facts) for item in prepared]
            vectors.add(connection, space.space_id, zip(ids, embeddings, strict=True))
            fingerprints.add(
                connection, ((at, item.fingerprint) for at, item in zip(ids, prepared, strict=True))
            )
            vectors.add_crops(
                connection,
                space.space_id,
                ((ids[at], crop, vector) for (at, crop), vector in zip(crops, of_crops, strict=True)),
            )
            for verdict in verdicts:
                suggestions.add(connection, space.space_id, verdict.question, verdict.given(np.array(ids)))
            for item, photo_id, is_new in zip(prepared, ids, new, strict=True):
                edited.carry_over(connection, item.file.id, photo_id, is_new=is_new)
                files.link(connection, item.file.id, photo_id)
                beside.join(connection, item.file.id, photo_id)
                file_labels.take_embedded(connection, photo_id, item.facts.labels)
            known = [_known(connection, content_hash) for _, content_hash in batch.copies]
            for (file, _), photo_id in zip(batch.copies, known, strict=True):
                edited.carry_over(connection, file.id, photo_id, is_new=False)
                files.link(connection, file.id, photo_id)
                beside.join(connection, file.id, photo_id)
            for refusal in batch.refused:
                files.refuse(connection, refusal.file.id, refusal.reason, passing=refusal.passing)
                if not refusal.passing:
                    beside.part(connection, refusal.file.id)
            return ids, known

        ids, known = stores.catalog.write(store)
        of_photos = np.array(ids, dtype=np.int64)
        positions = np.array(crops, dtype=np.int64).reshape(-1, 2)
        keys = np.concatenate([of_photos, crop_keys(of_photos[positions[:, 0]], positions[:, 1])])
        space.index.add(keys, embedded)
        # A photo that lay nowhere and has come back.
        candidates = np.unique(np.array(known, dtype=np.int64))
        returned = add_to_index(stores.catalog, space.space_id, space.index, candidates)
        self._keep_index_small()
        self._count(batch, len(ids))
        self._report(self._summary, ids + returned)

    def _embed(self, squares: list[NDArray[np.uint8]]) -> NDArray[np.float16]:
        """Vectors [n, dimension] of squares, a batch at a time, so that panoramas need no more memory."""
        dimension = self._space.model.manifest.dimension
        return np.concatenate(
            [np.empty((0, dimension), np.float16)]
            + [
                self._space.model.embed_images(squares[start : start + PHOTOS]).astype(np.float16)
                for start in range(0, len(squares), PHOTOS)
            ]
        )

    def _keep_index_small(self) -> None:
        """Writes the index file during a long pass, so that neither searches nor the next start grow slow."""
        index = self._space.index
        if not index.crowded:
            return
        try:
            sync_index(self._stores.catalog, self._space.space_id, index)
            save_index(self._stores.catalog, self._space.space_id, index)
        except CatalogError as error:
            log.warning("%s", error.message)

    def _count(self, batch: Batch, embedded: int) -> None:
        before = self._summary
        self._summary = dataclasses.replace(
            before,
            embedded=before.embedded + embedded,
            copies=before.copies + len(batch.copies),
            failed=before.failed + len(batch.refused),
            unsettled=before.unsettled + batch.unsettled,
            seconds=time.monotonic() - self._began - self._held,
        )


def _of_folder(waiting: Sequence[WaitingFile], folder: Path) -> Iterator[int]:
    return (number for number, file in enumerate(waiting) if file.folder == folder)


def _known(connection: Connection, content_hash: bytes) -> int:
    photo_id = photos.find(connection, content_hash)
    assert photo_id is not None  # it was embedded, and photos are never forgotten
    return photo_id
