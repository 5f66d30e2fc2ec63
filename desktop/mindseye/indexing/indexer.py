"""Keeping a library in line with its folders: one pass at a time, asked for or by itself."""

import logging
import threading
from collections.abc import Collection
from pathlib import Path

from filelock import FileLock, Timeout

from mindseye.catalog import crashes, folders
from mindseye.decoding import Decoder
from mindseye.errors import Cancelled, CatalogError, DiskFullError, MindseyeError, ReadOnlyError
from mindseye.events import Events, FoldersChanged, IndexingProgress, Phase, PhotosChanged
from mindseye.folders.polling import Polled
from mindseye.indexing.careful import CarefulDecoder
from mindseye.indexing.gate import Gate
from mindseye.indexing.journal import Journal
from mindseye.indexing.lookout import Lookout
from mindseye.indexing.pace import Pacer
from mindseye.indexing.projection import INDEX_DAMAGED, refresh_tags, save_index, sync_index
from mindseye.indexing.run import IndexingRun, RunSummary, Stores
from mindseye.indexing.scan import scan
from mindseye.indexing.sidecars import read_sidecars
from mindseye.indexing.space import Space, Spaces
from mindseye.indexing.upkeep import back_up, has_room
from mindseye.phrases import Phrase
from mindseye.tasks import CancelToken

log = logging.getLogger(__name__)

PRESENCE_SECONDS = 10.0
"""How often it is looked whether folders went away or came back, or another process chose a model."""

_SHORTEST_PATIENCE = 1.0
"""Seconds until a file that was being written is looked at again; twice as long each time."""


class Indexer:
    """Runs passes over a library, one at a time among all processes that have it open.

    ``index`` does one pass on the caller's thread. ``start`` keeps a thread ``indexer`` that does one
    whenever the watcher or somebody says ``look``.
    """

    def __init__(
        self,
        stores: Stores,
        spaces: Spaces,
        events: Events,
        decoder: Decoder,
        *,
        directory: Path,
    ) -> None:
        """Prepares it.

        Args:
            stores: where a pass puts what it makes.
            spaces: what it fills.
            events: where it tells what it does.
            decoder: decodes what is not ordinary.
            directory: where the lock and the journal lie.
        """
        self._stores = stores
        self._spaces = spaces
        self._events = events
        self._decoder = decoder
        self._journal_file = directory / "decoding.journal"
        # Each thread has its own hold on it, so that threads of one process wait for one another too.
        self._lock = FileLock(directory / "indexing.lock", thread_local=True)
        self._token = CancelToken()
        self._gate = Gate(events, self._token)
        self._wake = threading.Condition()
        self._asked = False
        self._short_of_room = False
        self._thread: threading.Thread | None = None
        self._lookout = Lookout(stores.catalog, self.look)
        self._patience = _SHORTEST_PATIENCE
        self._patient = False
        self.looked_at: Path | None = None
        """The watched folder that somebody looks at: its files are done before others."""

    def start(self) -> None:
        """Begins to watch and to index in the background; a library that is read-only stays as it is."""
        if self._stores.catalog.read_only:
            message = ReadOnlyError(self._stores.catalog.path.parent).message
            self._events.publish(IndexingProgress(Phase.READ_ONLY, message=message))
            return
        self._lookout.start()
        self._asked = True
        self._thread = threading.Thread(target=self._keep_up, name="indexer")
        self._thread.start()

    def look(self) -> None:
        """Asks for a pass soon."""
        with self._wake:
            self._asked = True
            self._wake.notify()

    def pause(self) -> None:
        """Holds the work at the next file, until ``resume``."""
        self._gate.pause()

    def resume(self) -> None:
        """Goes on after ``pause``."""
        self._gate.resume()

    @property
    def pacer(self) -> Pacer:
        """The rules for work in the background."""
        return self._gate.pacer

    @property
    def polled(self) -> dict[Path, Polled]:
        """The folders that are looked at by the clock, since nothing tells of changes: how often, why.

        Where the indexer was not started, those that would be, as far as that can be told.
        """
        return self._lookout.polled

    @property
    def paused(self) -> bool:
        """Whether the work is held."""
        return self._gate.paused

    def close(self) -> None:
        """Calls the work off and waits for the threads; what was committed stays."""
        self._token.cancel()
        self._gate.resume()
        self.look()
        # The thread first: it uses the lookout.
        if self._thread is not None:
            self._thread.join()
        self._lookout.close()

    def index(self, only: Collection[Path] | None = None, *, gently: bool = False) -> RunSummary:
        """One pass now: scans the folders (all, or ``only`` these) and does what waits.

        It is done at full speed, or ``gently`` by the rules for battery and busy computers.

        Raises:
            Cancelled: the indexer was closed meanwhile.
            ReadOnlyError: the library can be searched only.
            DiskFullError: there is no room; what was committed stays.
            CatalogError: the library cannot be written.
            ModelError: the model cannot be run.
        """
        return self._index(only, by_rules=gently, patient=False)

    def _index(self, only: Collection[Path] | None, *, by_rules: bool, patient: bool) -> RunSummary:
        """One pass; a patient one leaves files that are being written to a later one."""
        if self._stores.catalog.read_only:
            raise ReadOnlyError(self._stores.catalog.path.parent)
        self._acquire()
        try:
            with Journal(self._journal_file) as journal:
                self._gate.begin(by_rules=by_rules)
                self._patient = patient
                summary = self._pass(only, self._careful(journal))
            back_up(self._stores.catalog, self._token)
            return summary
        finally:
            self._lock.release()

    def _careful(self, journal: Journal) -> CarefulDecoder:
        """Takes note of what was being decoded when a pass before this one ended with its process."""
        catalog = self._stores.catalog
        if journal.left:
            catalog.write(lambda connection: crashes.add(connection, journal.left))
            journal.begin()
        with catalog.read() as connection:
            return CarefulDecoder(self._decoder, journal, crashes.suspects(connection))

    def _pass(self, only: Collection[Path] | None, decoder: CarefulDecoder) -> RunSummary:
        """Does the space that answers; during a change of model the next one too, until it is complete.

        A file that comes meanwhile goes before the rest of the next space, so that it can be found at once.
        """
        self._spaces.follow()
        if self._spaces.next is not None:
            only = None  # the change is completed, whatever was asked for
        if only is None:
            self._take_ask()  # this pass looks at everything anyway
        summary = self._bring_up(only, decoder)
        while (following := self._spaces.next) is not None:
            prepared = self._prepare(following, decoder)
            if self._take_ask():
                self._bring_up(None, decoder)
            elif not prepared.embedded + prepared.copies:
                # What still waits cannot be read now; the passes to come take it.
                self._token.check()
                self._spaces.complete(following)
            self._spaces.follow()
        return summary

    def _bring_up(self, only: Collection[Path] | None, decoder: CarefulDecoder) -> RunSummary:
        """Brings the space that answers in line with the folders (all, or ``only`` these)."""
        stores, space = self._stores, self._spaces.active
        self._events.publish(IndexingProgress(Phase.LOOKING))
        with stores.catalog.read() as connection:
            watched = folders.all_folders(connection)
        concerned = [folder for folder in watched if only is None or folder.path in only]
        altered = False
        for folder in concerned:
            found = scan(stores.catalog, folder, self._token)
            self._lookout.looked(folder.path, linked=found.linked, took=found.took)
            altered |= bool(found.plan.gone or found.plan.moved or found.plan.changed)
            if found.turned:
                self._events.publish(FoldersChanged())
        altered |= refresh_tags(stores.catalog, space.space_id, space.tagger)
        altered |= bool(sync_index(stores.catalog, space.space_id, space.index))
        if altered:
            self._events.publish(PhotosChanged(other=True))
        run = IndexingRun(
            stores,
            space,
            folder_ids=[folder.id for folder in concerned],
            decoder=decoder,
            gate=self._gate,
            patient=self._patient,
            first=lambda: self.looked_at,
            report=self._report,
        )
        try:
            summary = run.execute()
            # After the photos: a sidecar speaks of them.
            if read_sidecars(stores.catalog, [folder.id for folder in concerned]):
                self._events.publish(PhotosChanged(other=True))
            return summary
        finally:
            self._save_index(space)

    def _prepare(self, space: Space, decoder: CarefulDecoder) -> RunSummary:
        """Fills the next space, until it is done, something changes in the folders, or nobody wants it."""
        stores = self._stores
        with stores.catalog.read() as connection:
            watched = [folder.id for folder in folders.all_folders(connection)]
        sync_index(stores.catalog, space.space_id, space.index)
        refresh_tags(stores.catalog, space.space_id, space.tagger)
        before, title = len(space.index), space.model.manifest.title

        def report(summary: RunSummary, _: list[int]) -> None:
            self._gate.tell(summary, before=before, preparing=title)

        run = IndexingRun(
            stores,
            space,
            folder_ids=watched,
            decoder=decoder,
            gate=self._gate,
            patient=self._patient,
            first=lambda: self.looked_at,
            stop=lambda: self._asked or self._spaces.next is not space,
            report=report,
        )
        try:
            return run.execute()
        finally:
            self._save_index(space)

    def _save_index(self, space: Space) -> None:
        """Keeps the index for the next start; when that fails it is made again from the catalog then."""
        try:
            # For files whose content came back or went elsewhere during the pass.
            if sync_index(self._stores.catalog, space.space_id, space.index):
                self._events.publish(PhotosChanged(other=True))
            self._check_index(space)
            if space.index.worth_saving:
                save_index(self._stores.catalog, space.space_id, space.index)
            else:
                space.index.make_codes()
        except MindseyeError as error:
            log.warning("%s", error.message)

    def _check_index(self, space: Space) -> None:
        """Reads through a large index file, once; when it is damaged all of it is taken from the catalog."""
        if not space.index.check():
            log.warning("%s", INDEX_DAMAGED)
            sync_index(self._stores.catalog, space.space_id, space.index)

    def _keep_up(self) -> None:
        wait = PRESENCE_SECONDS
        while not self._token.cancelled:
            with self._wake:
                self._wake.wait_for(lambda: self._asked, timeout=min(PRESENCE_SECONDS, wait))
                asked, self._asked = self._asked, False
            try:
                self._follow_folders()
                chosen, changed = self._chosen_elsewhere(), self._changed_elsewhere()
                unsettled, wait = wait < PRESENCE_SECONDS, PRESENCE_SECONDS
                everything = asked or chosen or unsettled or self._lookout.turned() or self._has_room_again()
                due = self._lookout.due()
                if everything or due or changed:
                    summary = self._index(None if everything else due, by_rules=True, patient=True)
                    self._short_of_room = False
                    wait = self._until_settled(summary)
                    self._follow_folders()  # for links that were found
                    self._events.publish(IndexingProgress(Phase.IDLE))
            except Cancelled:
                return
            except DiskFullError as error:
                self._short_of_room = True
                log.warning("Indexing waits for room: %s", error.message)
                self._events.publish(IndexingProgress(Phase.FULL, message=error.message))
            except MindseyeError as error:
                log.warning("Indexing stopped: %s", error.message)
                self._events.publish(IndexingProgress(Phase.FAILED, message=error.message))
            except Exception:  # the edge of the thread: the window must learn that it ended
                message = Phrase("Indexing stopped because of an error in Mindseye. Start it again to go on.")
                self._events.publish(IndexingProgress(Phase.FAILED, message=message))
                raise

    def _follow_folders(self) -> None:
        if self._lookout.follow():
            self._events.publish(FoldersChanged())

    def _has_room_again(self) -> bool:
        return self._short_of_room and has_room(self._stores.catalog.path.parent)

    def _take_ask(self) -> bool:
        """Whether a pass was asked for; the one under way does it."""
        with self._wake:
            asked, self._asked = self._asked, False
        return asked

    def _until_settled(self, summary: RunSummary) -> float:
        """How long to wait before files that were being written are looked at again."""
        if not summary.unsettled:
            self._patience = _SHORTEST_PATIENCE
            return PRESENCE_SECONDS
        self._patience *= 2
        return self._patience / 2

    def _changed_elsewhere(self) -> bool:
        """Whether another process wrote into the library; whoever looks at it is told."""
        if not self._stores.catalog.changed_elsewhere():
            return False
        self._events.publish(FoldersChanged())
        self._events.publish(PhotosChanged(other=True))
        return True

    def _chosen_elsewhere(self) -> bool:
        """Follows what another process chose; whether that begins a change of model."""
        before = self._spaces.next
        self._spaces.follow()
        return self._spaces.next is not None and self._spaces.next is not before

    def _acquire(self) -> None:
        """Waits until no other process indexes this library."""
        told = False
        while True:
            self._token.check()
            try:
                self._lock.acquire(timeout=0 if not told else 0.5)
            except Timeout:
                if not told:
                    self._events.publish(IndexingProgress(Phase.WAITING))
                    told = True
            except OSError as error:
                raise CatalogError(
                    Phrase(
                        "The library's lock {path} cannot be taken ({error}). Check the folder's "
                        "permissions, or choose a library on another disk.",
                        path=self._lock.lock_file,
                        error=error.strerror,
                    )
                ) from error
            else:
                return

    def _report(self, summary: RunSummary, added: list[int]) -> None:
        self._gate.tell(summary)
        if added:
            self._events.publish(PhotosChanged(added=tuple(added)))
