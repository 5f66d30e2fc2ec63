"""Vectors in a file that is viewed in place, and beside it what has changed since it was written.

What lies in the file is never changed: what came since is kept in a short list that is compared whole, and
what went is passed over. So a change costs the same in a library of a hundred photos and of a million. When
enough has come together, the file is written anew from both (a log-structured merge: O'Neil et al., 1996),
while searches go on in the old one.
"""

import os
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.errors import CatalogError
from mindseye.phrases import Phrase
from mindseye.vectors.checked_file import Seal, SealedFile, write_sealed
from mindseye.vectors.layer import Found, Layer, end_of_vectors, merged_best
from mindseye.vectors.sketch import Sketch, candidates_for
from mindseye.vectors.sketch_keeper import SketchKeeper

EXACT_UP_TO = 50_000
"""Up to so many vectors every one is compared: 4 ms, and nothing is missed."""

CHANGES_KEPT = 20_000
"""Changes beside the file beyond which it is to be written anew."""

WORTH_WRITING = 0.05
"""Share of changes below which a small file is left as it is; they are replayed at the next start."""

CHURN = 0.25
"""Share of entries taken out of a graph beyond which it is built from nothing, since recall drifts down."""

_WHOLE_AT_ONCE = 64 << 20
"""Bytes up to which a file is checked whole when it is opened."""

_MOST_BY_CODES = 10
"""Where more than one vector in so many would be compared again, all are compared at once."""


class KeyedVectors:
    """Vectors by key, in a file and beside it. Safe to use from several threads."""

    def __init__(self, path: Path, *, dimension: int) -> None:
        """Opens the file; when it is missing or not whole the index is empty and ``was_damaged`` says so."""
        self._path = path
        self.dimension = dimension
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self.sync_lock = threading.Lock()
        """Held by whoever brings the index in line with the catalog, one at a time."""
        self.was_damaged = False
        self.sequence = 0
        """The last change of the catalog that is in the index."""
        self.in_step = False
        """Whether ``sequence`` is known to be true of the catalog that is open."""
        self._stray = False
        """Whether the file's own seal is not true of that catalog."""
        self.version = 0
        """Another number after each change."""
        self._fresh = Layer.flat(dimension)
        self._hidden: NDArray[np.int64] = np.empty(0, np.int64)
        """Keys, ascending, that lie in the file and are passed over."""
        self._unsaved = False
        self._unchecked = False
        """Whether the file was too large to be read whole when it was opened."""
        self._damaged_token = b""
        """Of the file that turned out to be damaged after it was opened."""
        self._not_before = 0
        """After a write that failed: how many changes there must be before it is worth another attempt."""
        self._codes = SketchKeeper(path, dimension, self._lock)
        self._open()

    @property
    def token(self) -> bytes:
        """16 bytes that tell this state of the file from every other; zeros where there is no file."""
        return self._token

    def __len__(self) -> int:
        with self._lock:
            return len(self._base) - len(self._hidden) + len(self._fresh)

    def keys(self) -> NDArray[np.int64]:
        """Every key, int64 [n], in no order."""
        with self._lock:
            return self._keys()

    def get(self, keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """Those of the keys [n] that are there, [m], and their vectors [m, dimension]."""
        with self._lock:
            old, new = keys[self._in_base(keys)], keys[self._fresh.contains(keys)]
            return np.concatenate((old, new)), np.concatenate((self._base.get(old), self._fresh.get(new)))

    def contains(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the keys [n] are in the index."""
        with self._lock:
            return self._in_base(keys) | self._fresh.contains(keys)

    def holds(self, keys: NDArray[np.int64], vectors: NDArray[np.float16]) -> NDArray[np.bool_]:
        """Which of the keys [n] are in the index with just these vectors [n, dimension]."""
        same = np.zeros(len(keys), dtype=np.bool_)
        with self._lock:
            for layer, there in (
                (self._base, self._in_base(keys)),
                (self._fresh, self._fresh.contains(keys)),
            ):
                same[there] = (layer.get(keys[there]) == vectors[there]).all(axis=1)
        return same

    def add(self, keys: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        """Adds vectors [n, dimension] under keys [n]; a key that is there already gets the new vector."""
        if not len(keys):
            return
        with self._lock:
            self._take_out(keys)
            self._fresh.add(keys, vectors)
            self._changed()

    def remove(self, keys: NDArray[np.int64]) -> None:
        """Removes vectors; keys that are not there are passed over."""
        with self._lock:
            if len(keys) and self._take_out(keys):
                self._changed()

    def nearest(self, direction: NDArray[np.float32], count: int) -> Found:
        """Keys [k] and scores [k] of the ``count`` largest cosines with ``direction``, best first."""
        with self._lock:
            codes = self._codes.sketch
            if codes is not None and candidates_for(count) * _MOST_BY_CODES <= len(self._base):
                old = self._search_codes(codes, direction, count, among=None)
            else:
                old = self._search_base(direction, count)
            return merged_best(old, self._fresh.search(direction, count, exact=True), count)

    def nearest_among(self, direction: NDArray[np.float32], keys: NDArray[np.int64], count: int) -> Found:
        """As ``nearest``, of those of the keys [n] that are there."""
        with self._lock:
            codes = self._codes.sketch
            if codes is not None:
                old = self._search_codes(codes, direction, count, among=keys)
            else:
                old = self._base.compare(keys[self._in_base(keys)], direction, count)
            new = self._fresh.compare(keys[self._fresh.contains(keys)], direction, count)
            return merged_best(old, new, count)

    @property
    def has_codes(self) -> bool:
        """Whether codes make comparing many vectors cheap."""
        return self._codes.sketch is not None

    def follows(self, sequence: int, *, file_goes_with_it: bool) -> None:
        """Says that the index was brought in line with the catalog, up to its change of this number.

        Where the file did not go with the catalog before, it is worth writing anew; all would be compared
        again at the next start otherwise.
        """
        with self._lock:
            if not file_goes_with_it and self._token != bytes(16):
                self._stray = self._unsaved = True
            self.sequence, self.in_step = sequence, True

    @property
    def worth_saving(self) -> bool:
        """Whether so much has changed beside the file that writing it anew is cheaper than replaying it."""
        with self._lock:
            changes = len(self._fresh) + len(self._hidden)
            return self._stray or changes >= min(CHANGES_KEPT, max(1, WORTH_WRITING * len(self._base)))

    @property
    def crowded(self) -> bool:
        """Whether what came since the file was written begins to slow searches down."""
        with self._lock:
            most = max(CHANGES_KEPT, WORTH_WRITING * len(self._base))
            return len(self._fresh) + len(self._hidden) >= max(most, self._not_before)

    def save(self) -> bool:
        """Writes the file anew when something has changed since it was opened or saved; says whether it did.

        Searches and changes go on meanwhile.

        Raises:
            CatalogError: the file cannot be written; the old one stays, and so does what is in memory.
        """
        with self._saving:
            with self._lock:
                if not self._unsaved:
                    return False
                hidden, fresh, sequence = self._hidden, self._fresh.keys(), self.sequence
                vectors, churn = self._fresh.get(fresh), self._churn + len(hidden)
                # What changes from here on is not in the file.
                self._unsaved = False
            base = self._base  # nobody else replaces it while this lock is held
            if churn > CHURN * (len(base) - len(hidden) + len(fresh)):
                merged, churn = base.rebuilt_without(hidden), 0
            else:
                merged = base.copy()
                merged.remove(hidden)
            merged.add(fresh, vectors)
            seal = Seal(len(merged), os.urandom(16), sequence, churn)
            try:
                self._write(merged, seal, hidden, fresh, vectors)
            except (OSError, RuntimeError) as error:  # usearch says RuntimeError when a write fails
                self._unsaved = True
                self._not_before = len(fresh) + len(hidden) + CHANGES_KEPT
                raise CatalogError(
                    Phrase(
                        "The search index {path} cannot be written ({error}). Make room or check the folder; "
                        "nothing that was indexed is lost.",
                        path=self._path,
                        error=error,
                    ),
                    path=self._path,
                ) from error
            self._not_before = 0
            self._stray = False
            return True

    def make_codes(self) -> bool:
        """Makes the codes of a large file when they are missing or damaged; says whether it did.

        Searches go on meanwhile.

        Raises:
            CatalogError: they cannot be written; searches do without.
        """
        with self._saving:
            large = len(self._base) > EXACT_UP_TO and self._token != bytes(16)
            return large and self._codes.make(self._token, self._base)

    def check(self) -> bool:
        """Reads what was not checked when the file was opened; when it is damaged the file is let go of.

        The index is without what lay in the file then, and has to be brought in line with the catalog.
        """
        with self._saving:
            if not self._unchecked:
                return True
            self._unchecked = False
            # Another process may have put a new file in the place of the one that is viewed.
            if self._is_another_file() or SealedFile(self._path).is_whole() or self._is_another_file():
                return True
            with self._lock:
                self._damaged_token = self._token
                self._let_go()
                self.was_damaged = True
            return False

    def follow_file(self) -> bool:
        """Takes over what another process wrote to the file; says whether there was something."""
        with self._saving:
            if not self._path.exists() or not self._is_another_file():
                return False
            with self._lock:
                self._let_go()
                self._fresh.close()
                self._fresh = Layer.flat(self.dimension)
                self._open()
            return True

    def close(self) -> None:
        """Lets go of the file."""
        with self._saving, self._lock:
            self._codes.drop()
            self._base.close()
            self._fresh.close()

    def _open(self) -> None:
        self._base = Layer.graph(self.dimension)
        self._token, self._churn = bytes(16), 0
        self.sequence, self.in_step, self._unchecked, self._stray = 0, False, False, False
        sealed = SealedFile(self._path)
        if sealed.seal is None or not self._usable(sealed):
            self.was_damaged = self._path.exists()
            return
        self._base = Layer.view(self._path, self.dimension)
        if len(self._base) != sealed.seal.count or self._base.dimension != self.dimension:
            self._base.close()
            self._base = Layer.graph(self.dimension)
            self.was_damaged = True
            return
        self._token, self._churn = sealed.seal.token, sealed.seal.churn
        self.sequence = sealed.seal.sequence
        if len(self._base) > EXACT_UP_TO:
            self._codes.open(self._token)

    def _usable(self, sealed: SealedFile) -> bool:
        """Whether nothing in the file can lead the search out of its memory."""
        if sealed.length <= _WHOLE_AT_ONCE:
            return sealed.is_whole()
        self._unchecked = True
        return sealed.is_whole(0, 1) and sealed.is_whole(end_of_vectors(self._path))

    def _is_another_file(self) -> bool:
        seal = SealedFile(self._path).seal
        return seal is not None and seal.token not in {self._token, self._damaged_token}

    def _let_go(self) -> None:
        """Forgets the file; what came since stays."""
        self._codes.drop()
        self._base.close()
        self._base = Layer.graph(self.dimension)
        self._hidden = np.empty(0, np.int64)
        self._token, self._churn = bytes(16), 0
        self.sequence, self.in_step = 0, False
        self._changed()

    def _write(
        self,
        merged: Layer,
        seal: Seal,
        hidden: NDArray[np.int64],
        fresh: NDArray[np.int64],
        vectors: NDArray[np.float16],
    ) -> None:
        """Puts the merged graph into the file and in the place of the old one."""

        def write(temporary: Path) -> None:
            merged.save(temporary)
            if os.name == "nt":  # a file that is being viewed cannot be replaced there
                with self._lock:
                    self._replace(merged, hidden, fresh, vectors)

        write_sealed(self._path, write, seal)
        viewed = Layer.view(self._path, self.dimension)
        with self._lock:
            if self._base is merged:
                self._base = viewed
            else:
                self._replace(viewed, hidden, fresh, vectors)
            self._token, self._churn, self._unchecked = seal.token, seal.churn, False
        merged.close()

    def _replace(
        self,
        base: Layer,
        hidden: NDArray[np.int64],
        fresh: NDArray[np.int64],
        vectors: NDArray[np.float16],
    ) -> None:
        """Takes a base that has what was hidden and fresh when it was begun; keeps what changed since."""
        newly_hidden = np.setdiff1d(self._hidden, hidden, assume_unique=True)
        still = fresh[self._fresh.contains(fresh)]
        same = still[(self._fresh.get(still) == vectors[np.isin(fresh, still)]).all(axis=1)]
        self._fresh.remove(same)
        outdated = np.setdiff1d(fresh, same, assume_unique=True)
        self._codes.drop()
        self._base.close()
        self._base = base
        self._hidden = np.union1d(newly_hidden, outdated)
        if not len(self._fresh):
            self._fresh.close()
            self._fresh = Layer.flat(self.dimension)

    def _keys(self) -> NDArray[np.int64]:
        old = self._base.keys()
        if len(self._hidden):
            old = np.setdiff1d(old, self._hidden, assume_unique=True)
        return np.concatenate((old, self._fresh.keys()))

    def _in_base(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        there = self._base.contains(keys)
        return there & ~np.isin(keys, self._hidden) if len(self._hidden) else there

    def _take_out(self, keys: NDArray[np.int64]) -> bool:
        """Hides or removes the keys that are there; says whether there were any."""
        old, new = keys[self._in_base(keys)], keys[self._fresh.contains(keys)]
        if len(old):
            self._hidden = np.union1d(self._hidden, old)
        self._fresh.remove(new)
        return bool(len(old) or len(new))

    def _search_base(self, direction: NDArray[np.float32], count: int) -> Found:
        exact = len(self._base) <= EXACT_UP_TO or self._codes.sketch is not None
        wanted = min(count, len(self._base) - len(self._hidden))
        asked = wanted
        while True:
            keys, scores = self._base.search(direction, asked, exact=exact)
            if not len(self._hidden):
                return keys, scores
            shown = ~np.isin(keys, self._hidden)
            if shown.sum() >= wanted or asked >= len(self._base):
                return keys[shown][:wanted], scores[shown][:wanted]
            asked = min(2 * asked + 64, len(self._base))

    def _search_codes(
        self, codes: Sketch, direction: NDArray[np.float32], count: int, *, among: NDArray[np.int64] | None
    ) -> Found:
        keys = codes.nearest(direction, candidates_for(count), among=among, without=self._hidden)
        return self._base.compare(keys[self._in_base(keys)], direction, count)

    def _changed(self) -> None:
        self.version += 1
        self._unsaved = True
