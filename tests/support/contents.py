"""What is in a library, by the names of the files."""

from mindseye.catalog import files, photos, tags, tiles
from mindseye.library import Library
from mindseye.search import Query, Words


def names(library: Library) -> set[str]:
    """The file names of the photos that a search finds."""
    hits = library.engine.search(Query((Words("red"),)), 1000)
    with library.catalog.read() as connection:
        places = photos.first_paths(connection, [hit.photo_id for hit in hits])
    assert len(places) == len(hits), "the index knows a photo that lies nowhere"
    return {path.name for path in places.values()}


def labels(library: Library) -> dict[str, set[tuple[str, str]]]:
    """The labels of each photo, by its file's name."""
    with library.catalog.read() as connection:
        ids = [tile.id for tile in tiles.tiles(connection)]
        found = tags.of_photos(connection, library.space_id, ids)
        places = photos.first_paths(connection, ids)
    return {places[each].name: {(tag.category, tag.label) for tag in found.get(each, [])} for each in ids}


def problems(library: Library) -> dict[str, str]:
    """The reasons of refused files, by name."""
    with library.catalog.read() as connection:
        return {problem.path.name: problem.reason for problem in files.problems(connection)}
