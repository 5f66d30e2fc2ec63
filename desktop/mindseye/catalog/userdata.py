"""Everything people said, by the content of the photos: taken out of a catalog, and merged into one.

The value is JSON as it stands. ``photos``: by content hash, hexadecimal, its tags (each with category, label,
state and source), its rating 1 to 5 and its caption. ``albums``: name, query (null for one that is filled by
hand) and photos in order, each with its hash and its state. ``taught``: the tags that are learnt from their
examples, each with name and prompt. ``apart``: pairs of hashes of photos that are no duplicates, a hash with
itself where the photo may lie in several places. A photo's names may differ between two libraries, its hash
does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mindseye.catalog import albums, apart, remarks, taught
from mindseye.catalog.connection import Connection
from mindseye.catalog.taught import TaughtTag

Spoken = dict[str, Any]


class MalformedError(ValueError):
    """The value is not of the form above; the message says where."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge came to."""

    photos: int
    """Photos that something is said of, and that are in the catalog."""
    unknown: int
    """Photos that something is said of, and that are not."""
    conflicts: int
    """Facts that are told otherwise here and there."""


def collect(connection: Connection) -> Spoken:
    """What people said of every photo, and what their files said."""
    photos: dict[str, Spoken] = {}

    def of(content_hash: bytes) -> Spoken:
        return photos.setdefault(content_hash.hex(), {})

    for row in connection.execute(
        "SELECT content_hash, category, label, state, source FROM tags JOIN photos ON photos.id = photo_id"
        " ORDER BY content_hash, category, label"
    ):
        tag = {"category": row[1], "label": row[2], "state": row[3], "source": row[4]}
        of(row[0]).setdefault("tags", []).append(tag)
    for row in connection.execute(
        "SELECT content_hash, rating FROM ratings JOIN photos ON photos.id = photo_id ORDER BY content_hash"
    ):
        of(row[0])["rating"] = row[1]
    for row in connection.execute(
        "SELECT content_hash, caption FROM captions JOIN photos ON photos.id = photo_id ORDER BY content_hash"
    ):
        of(row[0])["caption"] = row[1]
    learnt = [{"name": tag.name, "prompt": tag.prompt} for tag in taught.tags(connection)]
    said = {"photos": photos, "albums": _albums(connection), "taught": learnt}
    hashes = {row[1]: row[0] for row in connection.execute("SELECT lower(hex(content_hash)), id FROM photos")}
    return said | {"apart": sorted(sorted(hashes[each] for each in pair) for pair in apart.pairs(connection))}


def _albums(connection: Connection) -> list[Spoken]:
    found: list[Spoken] = []
    for album_id, name, query in connection.execute("SELECT id, name, query FROM albums ORDER BY name"):
        inside = connection.execute(
            "SELECT lower(hex(content_hash)), state FROM album_photos JOIN photos ON photos.id = photo_id"
            " WHERE album_id = ? ORDER BY place, photo_id",
            (album_id,),
        )
        found.append(
            {"name": name, "query": query, "photos": [{"hash": row[0], "state": row[1]} for row in inside]}
        )
    return found


def merge(connection: Connection, spoken: Mapping[str, Any], *, theirs_first: bool) -> Merge:
    """Adds what is not said here yet. Where both say something else, what is here stays, or ``theirs_first``.

    Raises:
        MalformedError: the value is of another form; the transaction is to be rolled back then.
    """
    photos = _mapping(spoken.get("photos", {}), "photos")
    ids = {row[0]: row[1] for row in connection.execute("SELECT lower(hex(content_hash)), id FROM photos")}
    known = unknown = conflicts = 0
    for content_hash, said in photos.items():
        photo_id = ids.get(content_hash.lower())
        if photo_id is None:
            unknown += 1
            continue
        known += 1
        of_photo = _mapping(said, f"photo {content_hash}")
        for tag in _sequence(of_photo.get("tags", []), f"tags of {content_hash}"):
            conflicts += _merge_tag(connection, photo_id, _mapping(tag, "a tag"), theirs_first=theirs_first)
        conflicts += _merge_remarks(connection, photo_id, of_photo, theirs_first=theirs_first)
    for album in _sequence(spoken.get("albums", []), "albums"):
        conflicts += _merge_album(connection, ids, _mapping(album, "an album"), theirs_first=theirs_first)
    known_tags = {tag.name: tag for tag in taught.tags(connection)}
    for each in _sequence(spoken.get("taught", []), "taught tags"):
        said = _mapping(each, "a taught tag")
        tag = TaughtTag(_text(said, "name"), _text(said, "prompt"))
        conflict = tag.name in known_tags and known_tags[tag.name] != tag
        conflicts += conflict
        if theirs_first or not conflict:
            taught.put(connection, tag)
    for pair in _sequence(spoken.get("apart", []), "photos that are no duplicates"):
        both = [ids.get(str(each).lower()) for each in _sequence(pair, "a pair of photos")]
        apart.say(connection, [each for each in both if each is not None])
    return Merge(known, unknown, conflicts)


def _merge_tag(connection: Connection, photo_id: int, tag: Mapping[str, Any], *, theirs_first: bool) -> bool:
    """Says whether the two sides differ."""
    category, label = _text(tag, "category"), _text(tag, "label")
    state, source = _text(tag, "state"), _text(tag, "source")
    if not label or state not in {"confirmed", "rejected"}:
        raise MalformedError(f"a tag has a label and is confirmed or rejected, not {dict(tag)!r}")
    if source not in {"category", "examples", "user", "file"}:
        raise MalformedError(f"there is no source of tags {source!r}")
    row = connection.execute(
        "SELECT state FROM tags WHERE photo_id = ? AND category = ? AND label = ?",
        (photo_id, category, label),
    ).fetchone()
    differs = row is not None and row[0] != state
    if row is None or (differs and theirs_first):
        connection.execute(
            "INSERT INTO tags (photo_id, category, label, source, state) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET source = excluded.source, state = excluded.state",
            (photo_id, category, label, source, state),
        )
    return differs


def _merge_remarks(
    connection: Connection, photo_id: int, said: Mapping[str, Any], *, theirs_first: bool
) -> int:
    conflicts = 0
    if "rating" in said:
        rating = said["rating"]
        if not isinstance(rating, int) or not 1 <= rating <= 5:
            raise MalformedError(f"a rating is a number from 1 to 5, not {rating!r}")
        here = remarks.ratings_of(connection, [photo_id]).get(photo_id)
        conflicts += here not in {None, rating}
        if here is None or theirs_first:
            remarks.rate(connection, [(photo_id, rating)])
    if "caption" in said:
        caption = _text(said, "caption")
        words = remarks.captions_of(connection, [photo_id]).get(photo_id)
        conflicts += words not in {None, caption}
        if caption and (words is None or theirs_first):
            remarks.caption(connection, [(photo_id, caption)])
    return conflicts


def _merge_album(
    connection: Connection, ids: Mapping[str, int], said: Mapping[str, Any], *, theirs_first: bool
) -> int:
    name, query = _text(said, "name"), said.get("query")
    if not name or not (query is None or isinstance(query, str)):
        raise MalformedError(f"an album has a name and a query or none, not {dict(said)!r}")
    row = connection.execute("SELECT id, query FROM albums WHERE name = ?", (name,)).fetchone()
    if row is None:
        album_id, conflicts = albums.make(connection, name, query), 0
    elif (row["query"] is None) != (query is None):
        return 1  # one is filled by hand, the other by a query: they only share their name
    else:
        album_id, conflicts = row["id"], int(row["query"] != query)
        if conflicts and theirs_first and query is not None:
            albums.set_query(connection, album_id, query)
    (last,) = connection.execute(
        "SELECT coalesce(max(place), 0) FROM album_photos WHERE album_id = ?", (album_id,)
    ).fetchone()
    for place, inside in enumerate(_sequence(said.get("photos", []), f"photos of {name}"), start=last + 1):
        photo = _mapping(inside, "a photo of an album")
        photo_id, state = ids.get(_text(photo, "hash").lower()), _text(photo, "state")
        if state not in ({"member"} if query is None else {"pinned", "excluded"}):
            raise MalformedError(f"a photo of {name!r} cannot be {state!r}")
        if photo_id is not None:
            key = (album_id, photo_id)
            conflicts += _merge_inside(connection, key, state, place, theirs_first=theirs_first)
    return conflicts


def _merge_inside(
    connection: Connection, key: tuple[int, int], state: str, place: int, *, theirs_first: bool
) -> int:
    row = connection.execute(
        "SELECT state FROM album_photos WHERE album_id = ? AND photo_id = ?", key
    ).fetchone()
    if row is None:
        connection.execute(
            "INSERT INTO album_photos (album_id, photo_id, state, place) VALUES (?, ?, ?, ?)",
            (*key, state, place),
        )
    elif row[0] != state and theirs_first:
        connection.execute(
            "UPDATE album_photos SET state = ? WHERE album_id = ? AND photo_id = ?", (state, *key)
        )
    return int(row is not None and row[0] != state)


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise MalformedError(f"{what} is no JSON object")
    return value


def _sequence(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise MalformedError(f"{what} is no JSON list")
    return value


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str):
        raise MalformedError(f"{name} is no text in {dict(said)!r}")
    return value
