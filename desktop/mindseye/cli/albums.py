"""``mindseye albums``: albums listed, shown, made, filled and deleted."""

import argparse
from collections.abc import Mapping, Sequence

from mindseye.catalog.albums import Album
from mindseye.cli.given import given_path
from mindseye.cli.output import complain, say, write_json
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import albums, browse, labelling
from mindseye.operations.open_library import open_existing_library
from mindseye.operations.wording import photos
from mindseye.search import read_query

_ACTIONS = ("list", "show", "create", "rename", "query", "add", "remove", "let-be", "delete")


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the command's arguments."""
    parser = commands.add_parser(
        "albums",
        help="list, make, fill and delete albums",
        description="An album with a query is live: it holds what the query finds, as photos come and go. "
        "Added photos are pinned to it, removed ones stay out; let-be leaves them to the query again. "
        "Every change can be undone: mindseye undo",
        epilog="mindseye albums create NAME [--query QUERY] [FILE ...]; rename NAME NEW; query NAME QUERY; "
        "add, remove or let-be NAME FILE ...; show or delete NAME",
    )
    parser.add_argument("action", nargs="?", choices=_ACTIONS, default="list")
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("rest", nargs="*", metavar="FILE", help="photos, or folders of them")
    parser.add_argument("--query", metavar="QUERY", help="create: makes it live; see: mindseye search --help")
    parser.add_argument("--kept-out", action="store_true", help="show: the photos that are kept out of it")
    parser.set_defaults(run=_run)
    return parser


def _run(options: argparse.Namespace) -> None:
    if options.action != "list" and not options.name:
        raise InputError(f"Name the album: mindseye albums {options.action} NAME")
    if options.rest and options.action in {"show", "delete"}:
        raise InputError(f"One album at a time: mindseye albums {options.action} NAME")
    if options.name and options.action == "list":
        raise InputError("To see what is in an album: mindseye albums show NAME")
    if options.query is not None and options.action != "create":
        raise InputError("--query goes with create; to change it: mindseye albums query NAME QUERY")
    if options.kept_out and options.action != "show":
        raise InputError("--kept-out goes with show: mindseye albums show NAME --kept-out")
    with open_existing_library(options.library, model=options.model) as library:
        match options.action:
            case "list":
                for problem in albums.refresh_all(library):
                    complain(problem)
                _tell_all(library, as_json=options.json)
            case "show" if options.kept_out:
                album = albums.named(library, options.name)
                _tell_paths(library, albums.kept_out(library, album.id), {}, as_json=options.json)
            case "show":
                album = albums.named(library, options.name)
                albums.refresh(library, album)
                _tell_photos(library, album, as_json=options.json)
            case _:
                _tell(_change(library, options), as_json=options.json)


def _change(library: Library, options: argparse.Namespace) -> Album | None:
    """Does what is asked; gives the album as it is afterwards, None when it is gone."""
    if options.action == "create":
        query = None if options.query is None else read_query(options.query)
        if query is not None and options.rest:
            raise InputError("Make the live album first, and then pin photos: mindseye albums add NAME FILE")
        return albums.create(library, options.name, query=query, photo_ids=_photos(library, options))
    album = albums.named(library, options.name)
    match options.action:
        case "rename":
            if len(options.rest) != 1:
                raise InputError("Give the new name: mindseye albums rename NAME NEW")
            albums.rename(library, album, options.rest[0])
            return albums.named(library, options.rest[0])
        case "query":
            albums.change_query(library, album, read_query(" ".join(options.rest)))
        case "delete":
            albums.delete(library, album)
            return None
        case verb:
            chosen = _photos(library, options)
            if not chosen:
                raise InputError(f"Name the photos: mindseye albums {verb} NAME FILE ...")
            {"add": albums.add, "remove": albums.remove, "let-be": albums.let_be}[verb](
                library, album, chosen
            )
    return albums.named(library, album.name)


def _photos(library: Library, options: argparse.Namespace) -> list[int]:
    return labelling.photos_at(library, [given_path(each) for each in options.rest]) if options.rest else []


def _tell_all(library: Library, *, as_json: bool) -> None:
    found = albums.list_albums(library)
    if as_json:
        write_json([_told(album) for album in found])
        return
    for album in found:
        say(_line(album))
    if not found:
        say("There are no albums yet. Make one: mindseye albums create NAME --query QUERY")


def _tell(album: Album | None, *, as_json: bool) -> None:
    if as_json:
        write_json({} if album is None else _told(album))
    else:
        say(
            "The album is deleted; its photos stay. To bring it back: mindseye undo"
            if album is None
            else _line(album)
        )


def _tell_photos(library: Library, album: Album, *, as_json: bool) -> None:
    _tell_paths(library, albums.photos_in(library, album), albums.said(library, album), as_json=as_json)


def _tell_paths(
    library: Library, photo_ids: Sequence[int], said: Mapping[int, str], *, as_json: bool
) -> None:
    told = [
        {"path": str(path), "pinned": said.get(photo_id) == "pinned"}
        for photo_id in photo_ids
        for path in browse.paths_of(library, [photo_id])
    ]
    if as_json:
        write_json(told)
        return
    for each in told:
        say(f"{'pinned  ' if each['pinned'] else '        '}{each['path']}")


def _told(album: Album) -> dict[str, object]:
    return {"name": album.name, "live": album.live, "query": album.query, "count": album.count}


def _line(album: Album) -> str:
    kind = "" if album.query is None else f", live: {album.query}"
    return f"{album.name}: {photos(album.count)}{kind}"
