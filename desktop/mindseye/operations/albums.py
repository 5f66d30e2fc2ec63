"""Albums: made, filled and kept up to date. Each change is one undoable entry of the history.

A live album keeps a query; its photos are those above the relevance line, with what was pinned and without
what was excluded. :func:`refresh` asks the query again; that is no change of anybody's, and no entry.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mindseye import imaging, paths
from mindseye.catalog import Connection, albums, photos
from mindseye.catalog.albums import Album
from mindseye.catalog.history import Entry
from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.operations import history
from mindseye.operations.find import find
from mindseye.phrases import Phrase, counted
from mindseye.search import (
    Filter,
    Part,
    PictureFile,
    Query,
    SimilarTo,
    SimilarToContent,
    format_query,
    read_query,
)
from mindseye.search.pictures import read_file
from mindseye.whole_files import replacing

LONGEST_NAME = 200
"""Characters of an album's name."""

MOST = 20_000
"""Photos that a live album with words or pictures looks at; with filters alone there is no limit."""


def list_albums(library: Library) -> list[Album]:
    """Every album, by name, with how many photos it holds as of the last refresh."""
    with library.catalog.read() as connection:
        return albums.all_albums(connection)


def named(library: Library, name: str) -> Album:
    """The album of this name, whatever the case.

    Raises:
        InputError: there is none.
    """
    found = find_named(library, name)
    if found is None:
        raise InputError(Phrase("There is no album {name}. See: mindseye albums list", name=name))
    return found


def find_named(library: Library, name: str) -> Album | None:
    """The album of this name, whatever the case and however it is spaced."""
    with library.catalog.read() as connection:
        return albums.find(connection, " ".join(name.split()))


def by_id(library: Library, album_id: int) -> Album | None:
    """The album of this number; None when it is gone."""
    return next((each for each in list_albums(library) if each.id == album_id), None)


def photos_in(library: Library, album: Album) -> list[int]:
    """The photos of an album: pinned ones first, then best or as they were ordered."""
    return photos_by_id(library, album.id)


def photos_by_id(library: Library, album_id: int) -> list[int]:
    """The photos of the album of this number, as :func:`photos_in`; none when it is gone."""
    with library.catalog.read() as connection:
        return albums.photos(connection, album_id)


def kept_out(library: Library, album_id: int) -> list[int]:
    """The photos that were excluded from the live album of this number; none when it is gone."""
    with library.catalog.read() as connection:
        return albums.excluded(connection, album_id)


def said_of_photo(library: Library, photo_id: int) -> list[tuple[str, str]]:
    """The albums that a photo was put into, pinned to or excluded from: name and state, as :func:`said`."""
    with library.catalog.read() as connection:
        return albums.said_of(connection, [photo_id]).get(photo_id, [])


def said(library: Library, album: Album) -> dict[int, str]:
    """What was said of photos and this album, by photo: ``member``, ``pinned`` or ``excluded``."""
    with library.catalog.read() as connection:
        return albums.said(connection, album.id)


def create(
    library: Library, name: str, *, query: Query | None = None, photo_ids: Sequence[int] = ()
) -> Album:
    """Makes an album: a live one with a query, else a manual one with these photos.

    Raises:
        InputError: the name is taken or none, or the query finds itself or cannot be asked.
        CatalogError: the library cannot be written.
        ModelError: the model cannot be run.
    """
    wanted = _free_name(library, name)
    text = None
    if query is not None:
        text = format_query(_portable(library, query))
        _check_query(library, wanted, query)

    def work(connection: Connection) -> None:
        made = albums.make(connection, wanted, text)
        albums.put_in(connection, Album(made, wanted, text, 0), photo_ids)

    history.change(library, work, lambda _: Phrase("making the album “{name}”", name=wanted))
    album = named(library, wanted)
    if album.live:
        refresh(library, album)
    return named(library, wanted)


def rename(library: Library, album: Album, name: str) -> Entry | None:
    """Gives an album another name.

    Raises:
        InputError: the name is taken or none.
        CatalogError: the library cannot be written.
    """
    wanted = _free_name(library, name, besides=album)
    return history.change(
        library,
        lambda connection: albums.rename(connection, album.id, wanted),
        lambda _: Phrase("renaming the album “{name}”", name=album.name),
    )


def change_query(library: Library, album: Album, query: Query) -> Entry | None:
    """Gives a live album another query; what was pinned and excluded stays.

    Raises:
        InputError: it is a manual album, or the query finds itself or cannot be asked.
        CatalogError: the library cannot be written.
        ModelError: the model cannot be run.
    """
    if not album.live:
        raise InputError(Phrase("The album {name} is filled by hand and has no query.", name=album.name))
    _check_query(library, album.name, query)
    text = format_query(_portable(library, query))
    entry = history.change(
        library,
        lambda connection: albums.set_query(connection, album.id, text),
        lambda _: Phrase("changing the query of “{name}”", name=album.name),
    )
    refresh(library, replace(album, query=text))
    return entry


def delete(library: Library, album: Album) -> Entry | None:
    """Forgets an album; its photos stay where they are.

    Raises:
        CatalogError: the library cannot be written.
    """
    return history.change(
        library,
        lambda connection: albums.remove(connection, album.id),
        lambda _: Phrase("deleting the album “{name}”", name=album.name),
    )


def add(library: Library, album: Album, photo_ids: Sequence[int]) -> Entry | None:
    """Puts photos into a manual album, at its end, or pins them to a live one.

    Raises:
        CatalogError: the library cannot be written.
    """
    return history.change(
        library,
        lambda connection: albums.put_in(connection, album, photo_ids),
        lambda count: (
            counted(
                "pinning {n} photo to “{name}”", "pinning {n} photos to “{name}”", n=count, name=album.name
            )
            if album.live
            else counted(
                "adding {n} photo to “{name}”", "adding {n} photos to “{name}”", n=count, name=album.name
            )
        ),
    )


def remove(library: Library, album: Album, photo_ids: Sequence[int]) -> Entry | None:
    """Takes photos out of a manual album, or excludes them from a live one for good.

    Raises:
        CatalogError: the library cannot be written.
    """
    return history.change(
        library,
        lambda connection: albums.take_out(connection, album, photo_ids),
        lambda count: counted(
            "taking {n} photo out of “{name}”", "taking {n} photos out of “{name}”", n=count, name=album.name
        ),
    )


def let_be(library: Library, album: Album, photo_ids: Sequence[int]) -> Entry | None:
    """Leaves photos that were pinned to a live album or excluded from it to its query again.

    Raises:
        InputError: it is a manual album.
        CatalogError: the library cannot be written.
    """
    if not album.live:
        raise InputError(Phrase("The album {name} is filled by hand and has no query.", name=album.name))
    return history.change(
        library,
        lambda connection: albums.say_nothing(connection, album, photo_ids),
        lambda count: counted(
            "leaving {n} photo of “{name}” to its query",
            "leaving {n} photos of “{name}” to its query",
            n=count,
            name=album.name,
        ),
    )


def order(library: Library, album: Album, photo_ids: Sequence[int]) -> Entry | None:
    """Puts the photos of a manual album into this order; those that are not named follow.

    Raises:
        InputError: it is a live album, whose query gives the order.
        CatalogError: the library cannot be written.
    """
    if album.live:
        raise InputError(Phrase("The query of the album {name} gives its order.", name=album.name))
    return history.change(
        library,
        lambda connection: albums.order(connection, album.id, photo_ids),
        lambda _: Phrase("ordering “{name}”", name=album.name),
    )


def refresh(library: Library, album: Album) -> bool:
    """Asks the query of a live album again; says whether its photos changed.

    In a library that cannot be written, and for a manual album, nothing happens.

    Raises:
        InputError: the query cannot be asked any more (its picture is gone).
        ModelError: the model cannot be run.
    """
    if album.query is None or library.read_only:
        return False
    query = read_query(album.query)
    limit = MOST if query.parts else max(1, library.engine.count(query.conditions))
    found = [hit.photo_id for hit in find(library, query, limit=limit) if hit.likely]
    with library.catalog.read() as connection:
        if albums.matches(connection, album.id) == found:
            return False
    library.catalog.write(lambda connection: albums.set_matches(connection, album.id, found))
    return True


def refresh_all(library: Library) -> list[str]:
    """Asks the queries of all live albums again, and tells of it where photos changed.

    Returns:
        A sentence for each album whose query cannot be asked.

    Raises:
        ModelError: the model cannot be run.
    """
    changed = False
    problems: list[str] = []
    for album in list_albums(library):
        try:
            changed |= refresh(library, album)
        except InputError as error:
            problems.append(
                Phrase("The album {name} stays as it was: {reason}", name=album.name, reason=error.message)
            )
    if changed:
        library.events.publish(PhotosChanged(other=True))
    return problems


def _free_name(library: Library, name: str, *, besides: Album | None = None) -> str:
    wanted = " ".join(name.split())
    if not wanted or wanted.casefold() == "none":
        raise InputError(Phrase("An album needs a name, and “none” stands for no album."))
    if len(wanted) > LONGEST_NAME:
        raise InputError(Phrase("The name of an album has at most {most} letters.", most=LONGEST_NAME))
    taken = find_named(library, wanted)
    if taken is not None and (besides is None or taken.id != besides.id):
        raise InputError(Phrase("There is an album {name} already.", name=taken.name))
    return wanted


def _check_query(library: Library, name: str, query: Query) -> None:
    asked = [each for each in query.conditions if isinstance(each, Filter) and each.field == "album"]
    if any(value.casefold() == name.casefold() for each in asked for value in each.values):
        raise InputError(Phrase("The query of the album {name} cannot ask for the album itself.", name=name))
    find(library, query, limit=1)


def _portable(library: Library, query: Query) -> Query:
    """The query with what it names kept for good: photos by content, outside pictures in the library."""
    parts: list[Part] = []
    for part in query.parts:
        match part:
            case SimilarTo(photo_id, weight, box):
                with library.catalog.read() as connection:
                    contents = photos.contents_of(connection, [photo_id])
                if photo_id not in contents:
                    raise InputError(Phrase("This photo is no longer in the library."))
                parts.append(SimilarToContent(contents[photo_id], weight, box))
            case PictureFile(path, weight, box):
                parts.append(PictureFile(_kept(library, path), weight, box))
            case _:
                parts.append(part)
    return replace(query, parts=tuple(parts))


def _kept(library: Library, path: Path) -> Path:
    data = read_file(path)
    name = f"{imaging.content_hash(data).hex()}{path.suffix.lower()}"
    kept = paths.kept_pictures(library.directory) / name
    try:
        kept.parent.mkdir(exist_ok=True)
        with replacing(kept) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        raise InputError(
            Phrase("{kept} cannot be written: {error}.", kept=kept, error=error.strerror), path=kept
        ) from error
    return kept
