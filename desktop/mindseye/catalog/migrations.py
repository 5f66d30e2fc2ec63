"""The steps from an empty file to today's schema, and the way to take them safely.

``PRAGMA user_version`` counts the steps taken. Each step is one transaction, all of them together where the
file is new; before the first step on a catalog that holds something, the file is copied beside itself.
"""

import os
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from mindseye.catalog.connection import Connection
from mindseye.errors import CatalogError
from mindseye.phrases import Phrase

_INITIAL = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A folder that is watched. Paths are the operating system's bytes: a name need not be valid UTF-8.
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    online INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A photo is a picture's content. It stays when its last file goes, so that its return costs nothing.
CREATE TABLE photos (
    id INTEGER PRIMARY KEY,
    content_hash BLOB NOT NULL UNIQUE,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    format TEXT NOT NULL,
    taken_at TEXT,              -- ISO 8601, the camera's local time
    camera TEXT,
    lens TEXT,
    latitude REAL,
    longitude REAL,
    iso INTEGER,
    aperture REAL,
    exposure_seconds REAL,
    focal_length_mm REAL
) STRICT;

-- A file is a place where a photo lies. Neither photo nor problem: it waits to be read. A passing
-- problem (a disk that did not answer, a forbidden file) is tried again at every pass.
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path BLOB NOT NULL,         -- relative to the folder
    size INTEGER NOT NULL,      -- bytes
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    photo_id INTEGER REFERENCES photos,
    problem TEXT,
    passing INTEGER NOT NULL DEFAULT 0,
    UNIQUE (folder_id, path)
) STRICT;
CREATE INDEX files_by_photo ON files (photo_id);
CREATE INDEX files_waiting ON files (mtime_ns) WHERE photo_id IS NULL AND (problem IS NULL OR passing);

-- An embedding space: one vision tower with its preprocessing.
CREATE TABLE spaces (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    model TEXT NOT NULL,
    dimension INTEGER NOT NULL
) STRICT;

CREATE TABLE vectors (
    space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    vector BLOB NOT NULL,       -- float16, little-endian, unit length
    PRIMARY KEY (space_id, photo_id)
) STRICT;

CREATE TABLE tags (
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    category TEXT NOT NULL,
    label TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('category', 'examples', 'user', 'file')),
    state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
    probability REAL,
    space_id INTEGER REFERENCES spaces ON DELETE CASCADE,
    PRIMARY KEY (photo_id, category, label)
) STRICT;
CREATE INDEX tags_by_label ON tags (category, label, photo_id);
"""

_CROPS = """
-- Beside the vector of its middle a long or tall photo has one for each extra crop, counted from 1.
CREATE TABLE crop_vectors (
    space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    crop INTEGER NOT NULL,
    vector BLOB NOT NULL,       -- as in vectors
    PRIMARY KEY (space_id, photo_id, crop)
) STRICT, WITHOUT ROWID;
"""

_SUGGESTIONS_BY_SPACE = """
-- What a person or a file said. What a model suggests is a projection of its space and stands below.
CREATE TABLE said (
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    category TEXT NOT NULL,
    label TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('category', 'examples', 'user', 'file')),
    state TEXT NOT NULL CHECK (state IN ('confirmed', 'rejected')),
    PRIMARY KEY (photo_id, category, label)
) STRICT;
INSERT INTO said SELECT photo_id, category, label, source, state FROM tags WHERE state <> 'suggested';
DROP TABLE tags;
ALTER TABLE said RENAME TO tags;
CREATE INDEX tags_by_label ON tags (category, label, photo_id);

-- A label as one space judges it. The fingerprint says by what; it is empty where some photos were judged
-- by something else.
CREATE TABLE suggested_labels (
    id INTEGER PRIMARY KEY,
    space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
    category TEXT NOT NULL,
    label TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('category', 'examples')),
    exclusive INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    UNIQUE (space_id, category, label)
) STRICT;

CREATE TABLE suggestions (
    label_id INTEGER NOT NULL REFERENCES suggested_labels ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    probability REAL NOT NULL,
    PRIMARY KEY (label_id, photo_id)
) STRICT, WITHOUT ROWID;

DELETE FROM meta WHERE key = 'categories';
"""

_SAID_OF_PHOTOS = """
-- What people, or the files they had before, say of a photo. Free tags stand in "tags", with category ''.
CREATE TABLE ratings (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    source TEXT NOT NULL CHECK (source IN ('user', 'file'))
) STRICT;
CREATE INDEX ratings_by_rating ON ratings (rating);

CREATE TABLE captions (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    caption TEXT NOT NULL CHECK (caption <> ''),
    source TEXT NOT NULL CHECK (source IN ('user', 'file'))
) STRICT;

-- What people changed; see history.py.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    words TEXT NOT NULL,
    made_at TEXT NOT NULL,      -- ISO 8601, UTC
    rows INTEGER NOT NULL,
    changes BLOB NOT NULL,      -- JSON, compressed: every row before and after
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
"""

_CHANGES = """
-- Which photos may have become findable or ceased to be, in the order in which that happened: an index
-- file says how far it has got, so that opening it costs what has changed and not what there is.
CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER vector_came AFTER INSERT ON vectors BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
CREATE TRIGGER vector_turned AFTER UPDATE OF vector ON vectors WHEN OLD.vector IS NOT NEW.vector BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
CREATE TRIGGER crop_came AFTER INSERT ON crop_vectors BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
CREATE TRIGGER crop_turned AFTER UPDATE OF vector ON crop_vectors WHEN OLD.vector IS NOT NEW.vector BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
CREATE TRIGGER file_came AFTER INSERT ON files WHEN NEW.photo_id IS NOT NULL BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
CREATE TRIGGER file_went AFTER DELETE ON files WHEN OLD.photo_id IS NOT NULL BEGIN
    DELETE FROM changes WHERE photo_id = OLD.photo_id;
    INSERT INTO changes (photo_id) VALUES (OLD.photo_id);
END;
CREATE TRIGGER photo_left_file AFTER UPDATE OF photo_id ON files
WHEN OLD.photo_id IS NOT NULL AND OLD.photo_id IS NOT NEW.photo_id BEGIN
    DELETE FROM changes WHERE photo_id = OLD.photo_id;
    INSERT INTO changes (photo_id) VALUES (OLD.photo_id);
END;
CREATE TRIGGER photo_took_file AFTER UPDATE OF photo_id ON files
WHEN NEW.photo_id IS NOT NULL AND OLD.photo_id IS NOT NEW.photo_id BEGIN
    DELETE FROM changes WHERE photo_id = NEW.photo_id;
    INSERT INTO changes (photo_id) VALUES (NEW.photo_id);
END;
"""

_FINGERPRINTS = """
-- What a photo looks like, to find pictures that are nearly the same.
CREATE TABLE fingerprints (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE,
    bits BLOB                   -- 32 bytes; null where the picture is too plain to be told by
) STRICT;
"""


_SIDECARS = """
-- The XMP sidecars in the watched folders, as they were when they were last looked at.
CREATE TABLE sidecars (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path BLOB NOT NULL,         -- relative to the folder
    size INTEGER NOT NULL,      -- bytes
    mtime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    problem TEXT,
    UNIQUE (folder_id, path)
) STRICT;

-- What a sidecar said of a photo when it was read or written last: what differs from it was changed outside.
CREATE TABLE labels_read (
    sidecar_id INTEGER NOT NULL REFERENCES sidecars ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    labels TEXT NOT NULL,       -- JSON; a rating or caption of null is not known
    PRIMARY KEY (sidecar_id, photo_id)
) STRICT, WITHOUT ROWID;

-- The photos whose own files were asked what they say.
CREATE TABLE labels_taken (
    photo_id INTEGER PRIMARY KEY REFERENCES photos ON DELETE CASCADE
) STRICT;

-- Sidecars that an entry of the history wrote, compressed; null where there was no file.
CREATE TABLE history_files (
    entry_id INTEGER NOT NULL REFERENCES history ON DELETE CASCADE,
    path BLOB NOT NULL,
    before BLOB,
    after BLOB,
    PRIMARY KEY (entry_id, path)
) STRICT, WITHOUT ROWID;
"""

_ALBUMS_AND_FILTERS = """
-- What filters ask for; see selection.py.
CREATE INDEX photos_by_date ON photos (taken_at);
CREATE INDEX photos_by_camera ON photos (camera);
CREATE INDEX photos_by_lens ON photos (lens);
CREATE INDEX photos_by_format ON photos (format);
CREATE INDEX photos_by_place ON photos (latitude, longitude);
CREATE INDEX photos_by_shape ON photos (width, height);
CREATE INDEX files_by_size ON files (size, photo_id);

-- An album with a query is live: its photos are those that the query finds, and what is said below.
CREATE TABLE albums (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    query TEXT
) STRICT;

-- What people said of an album: its members in order, and of a live one those that are always in it or never.
CREATE TABLE album_photos (
    album_id INTEGER NOT NULL REFERENCES albums ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('member', 'pinned', 'excluded')),
    place INTEGER NOT NULL,     -- ascending
    PRIMARY KEY (album_id, photo_id)
) STRICT;
CREATE INDEX album_photos_by_photo ON album_photos (photo_id);

-- What the query of a live album found last, best first: a projection.
CREATE TABLE album_matches (
    album_id INTEGER NOT NULL REFERENCES albums ON DELETE CASCADE,
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (album_id, photo_id)
) STRICT, WITHOUT ROWID;
"""

_CRASHES = """
-- Contents that were being decoded when Mindseye ended without a word, and how often.
CREATE TABLE crashes (
    content_hash BLOB PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""

_FIRST_PAGE = """
-- The newest photos that have their time from their file, without a look at all of them.
CREATE INDEX files_by_time ON files (mtime_ns);
"""

_EXCLUDES_AND_EDITS = """
ALTER TABLE folders ADD COLUMN excludes TEXT NOT NULL DEFAULT '';   -- patterns, one a line
-- The photo that a file held before it was changed, until it is read again.
ALTER TABLE files ADD COLUMN edited_from INTEGER REFERENCES photos;
CREATE INDEX files_edited ON files (edited_from) WHERE edited_from IS NOT NULL;
"""

_TAUGHT = """
-- A tag that is learnt. Its examples are its confirmed and rejected rows in tags.
CREATE TABLE taught_tags (
    name TEXT PRIMARY KEY,
    prompt TEXT NOT NULL        -- words to start from; empty where there are none
) STRICT;

-- What a space learnt of it: a projection, made again from the examples.
CREATE TABLE taught_models (
    space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
    name TEXT NOT NULL,
    weights BLOB NOT NULL,      -- float32, little-endian
    offset REAL NOT NULL,
    PRIMARY KEY (space_id, name)
) STRICT, WITHOUT ROWID;
"""

_PARTS_OF_FILES = """
-- Of a picture an entry keeps only what differs: so many bytes before that and after it stay.
ALTER TABLE history_files ADD COLUMN head INTEGER NOT NULL DEFAULT 0;
ALTER TABLE history_files ADD COLUMN tail INTEGER NOT NULL DEFAULT 0;
"""

_RAW_BESIDE_PICTURES = """
-- Of a raw file that is one item with the picture of the same shot: the file of that. It has no photo then.
ALTER TABLE files ADD COLUMN beside INTEGER REFERENCES files ON DELETE SET NULL;
CREATE INDEX files_beside ON files (beside) WHERE beside IS NOT NULL;
"""

_APART = """
-- Photos of which somebody said that they are no duplicates, each pair both ways round;
-- a photo with itself where it may lie in several places.
CREATE TABLE apart (
    photo_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES photos ON DELETE CASCADE,
    PRIMARY KEY (photo_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_by_other ON apart (other_id);
"""

_WALKS_AND_PARTED_SHOTS = """
-- How long it took to walk a folder: where nothing tells of changes, it is looked at accordingly seldom.
ALTER TABLE folders ADD COLUMN walk_seconds REAL NOT NULL DEFAULT 0;

-- The photo of the picture that a raw file was one item with, until the raw file is read.
ALTER TABLE files ADD COLUMN parted_from INTEGER;
"""

STEPS: tuple[str, ...] = (
    _INITIAL,
    _CROPS,
    _SUGGESTIONS_BY_SPACE,
    _SAID_OF_PHOTOS,
    _CHANGES,
    _FINGERPRINTS,
    _SIDECARS,
    _ALBUMS_AND_FILTERS,
    _CRASHES,
    _FIRST_PAGE,
    _EXCLUDES_AND_EDITS,
    _TAUGHT,
    _PARTS_OF_FILES,
    _RAW_BESIDE_PICTURES,
    _APART,
    _WALKS_AND_PARTED_SHOTS,
)
"""The SQL of each step; step ``n`` leads from version ``n`` to ``n + 1``. Never edited, only added to."""


def migrate(connection: Connection, path: Path, *, read_only: bool = False) -> None:
    """Brings the catalog to the newest version.

    Raises:
        CatalogError: it was written by a newer Mindseye, or by an older one and is ``read_only``.
    """
    version = _version(connection)
    if version > len(STEPS):
        raise CatalogError(
            Phrase(
                "The library in {folder} was made by a newer Mindseye. Update this one, or choose "
                "another library.",
                folder=path.parent,
            ),
            path=path,
        )
    if version == len(STEPS):
        return
    if read_only:
        raise CatalogError(
            Phrase(
                "The library in {folder} was made by an older Mindseye and has to be brought up to "
                "date first, but it cannot be written. Copy it to another disk and open it there.",
                folder=path.parent,
            ),
            path=path,
        )
    if version > 0:
        _back_up(connection, path.with_name(f"{path.stem}-before-{len(STEPS)}{path.suffix}"), version)
    if version == 0:
        # At once, so that no other process finds a new catalog half made and copies it.
        _take(connection, range(len(STEPS)))
        return
    for number in range(version, len(STEPS)):
        _take(connection, [number])


def _take(connection: Connection, numbers: Sequence[int]) -> None:
    """Takes steps in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in numbers:
            # Another process may have taken the step while this one waited for the lock.
            if _version(connection) == number:
                for statement in _statements(STEPS[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled it back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """Splits a script, since ``executescript`` would end the transaction first."""
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def _back_up(connection: Connection, target: Path, version: int) -> None:
    temporary = target.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
    temporary.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(temporary)) as copy:
            connection.backup(copy)
            is_old = _version(copy) == version
        # If not, another process was faster, and has made the backup before it took the step.
        if is_old:
            temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)  # on a full disk, half a copy would only be in the way
