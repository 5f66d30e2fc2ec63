"""What the window can show: the places of the library, and the answer to a query."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from mindseye.catalog.albums import Album
from mindseye.catalog.folders import Folder
from mindseye.catalog.free_tags import TagCount
from mindseye.folders.polling import Polled
from mindseye.library import Library
from mindseye.operations import (
    albums,
    browse,
    categorise,
    find,
    labelling,
    problems,
    shots,
    watched_folders,
)
from mindseye.operations.categorise import LabelCount
from mindseye.phrases import Phrase
from mindseye.search import Query
from mindseye.ui.grid.tiles import Tiles
from mindseye.ui.translating import capital, label_words, tr, translated

LIMIT = 200
"""Results of a search, likely or not."""

_SUBFOLDERS = 2_000
"""Of one folder, shown at most."""

NEAREST = 3
"""Photos shown where none is likely."""


@dataclass(frozen=True, slots=True)
class AllPhotos:
    """Everything, newest first."""


@dataclass(frozen=True, slots=True)
class InFolder:
    """The photos of one watched folder, or of a sub-folder of it."""

    folder_id: int
    path: Path
    below: Path = Path()
    """The sub-folder, relative to the watched one."""


@dataclass(frozen=True, slots=True)
class WithLabel:
    """The photos that carry a label of a category."""

    category: str
    label: str


@dataclass(frozen=True, slots=True)
class WithTag:
    """The photos that carry a free tag, or one below it."""

    name: str


@dataclass(frozen=True, slots=True)
class InAlbum:
    """The photos of an album."""

    album_id: int
    name: str = field(compare=False)
    live: bool = field(compare=False)
    kept_out: bool = False
    """Whether those are meant that are kept out of it, though it is live."""


@dataclass(frozen=True, slots=True)
class Picked:
    """Photos that were picked out on the map."""

    photo_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page that shows something other than photos of a place."""

    name: str
    title: Phrase


PROBLEMS = OwnPage("problems", Phrase("Problems"))
"""The files that were refused."""

MODELS = OwnPage("models", Phrase("Models"))
"""What tells what pictures show: the models that are here or can be had."""

LABELLING = OwnPage("labelling", Phrase("Label many photos"))
"""Page after page of photos that are given a tag, or not."""

CATEGORIES = OwnPage("categories", Phrase("Categories"))
"""What is asked of every photo, and how right the answers are."""

TEACHING = OwnPage("teaching", Phrase("Teach a tag"))
"""Photos to judge, from which a tag learns."""

DUPLICATES = OwnPage("duplicates", Phrase("Near-duplicates"))
"""Photos that are nearly the same, side by side."""

MAP = OwnPage("map", Phrase("Map"))
"""All photos laid out by what they show."""

Place: TypeAlias = AllPhotos | InFolder | WithLabel | WithTag | InAlbum | Picked | OwnPage


class Page(Enum):
    """What fills the middle of the window."""

    OPENING = "opening"
    FAILED = "failed"  # the library cannot be opened
    NO_FOLDERS = "no folders"
    LOOKING = "looking"  # folders, but no photo yet
    NOTHING = "nothing"  # a place without photos
    PHOTOS = "photos"
    PROBABLY_NONE = "probably none"
    GETTING_READY = "getting ready"  # words are asked for before the model can take them
    OWN = "own"  # a page that does its own work


@dataclass(frozen=True, slots=True)
class Answer:
    """The photos that answer a query, likely ones first."""

    tiles: Tiles = field(default_factory=Tiles.none)
    likely: int = 0
    query: Query = field(default_factory=Query)
    """What it answers."""
    understood: find.Understood = field(default_factory=find.Understood)
    by_name: bool = False
    """Whether only file names were looked at, because the model was not ready for words yet."""

    @property
    def less_likely(self) -> int:
        """How many lie below the line."""
        return len(self.tiles) - self.likely


@dataclass(frozen=True, slots=True)
class Survey:
    """What the side bar tells of the library."""

    photos: int = 0
    folders: tuple[Folder, ...] = ()
    polled: Mapping[Path, Polled] = field(default_factory=dict)
    labels: tuple[LabelCount, ...] = ()
    tags: tuple[TagCount, ...] = ()
    albums: tuple[Album, ...] = ()
    problems: int = 0
    shots_together: bool = False
    """Whether the raw file and the picture of a shot are one item."""
    troubled: Mapping[int, int] = field(default_factory=dict)
    """Refused files by the id of their folder."""
    subfolders: Mapping[InFolder, tuple[InFolder, ...]] = field(default_factory=dict)
    """What lies below each folder that can be seen; of those that are closed, at most the first."""


def tiles_at(library: Library, place: Place) -> Tiles:
    """The photos of a place, in order."""
    match place:
        case AllPhotos():
            return Tiles.of(browse.all_tiles(library))
        case InFolder(folder_id, _, below):
            return Tiles.of(browse.tiles_in_folder(library, folder_id, below))
        case WithLabel(category, label):
            return Tiles.of(browse.tiles_with_label(library, category, label))
        case WithTag(name):
            return Tiles.of(browse.tiles_of(library, labelling.photos_with_free_tag(library, name)))
        case InAlbum(album_id, kept_out=True):
            return Tiles.of(browse.tiles_of(library, albums.kept_out(library, album_id)))
        case InAlbum(album_id):
            return Tiles.of(browse.tiles_of(library, albums.photos_by_id(library, album_id)))
        case Picked(photo_ids):
            return Tiles.of(browse.tiles_of(library, photo_ids).newest_first())
        case OwnPage():
            return Tiles.none()


def grouped_by_folder(library: Library, tiles: Tiles) -> Tiles:
    """The photos of a place, those of one folder together."""
    return tiles.by_folder(browse.folders_of(library, tiles.ids))


def title_of(place: Place) -> str:
    """The name of a place."""
    match place:
        case AllPhotos():
            return tr("All photos")
        case InFolder(_, path, _):
            return path.name or str(path)
        case WithLabel(category, label):
            return capital(label_words(category, label))
        case WithTag(name):
            return name.replace("/", " / ")
        case InAlbum(_, name, kept_out=True):
            return tr("Kept out of {album}", album=name)
        case InAlbum(_, name):
            return name
        case Picked():
            return tr("Picked on the map")
        case OwnPage(_, title):
            return translated(title)


def answer(library: Library, query: Query) -> Answer:
    """Searches; photos that went meanwhile are left out."""
    if query.only_words and not find.words_are_ready(library):
        named = Tiles.of(browse.tiles_of(library, find.find_by_name(library, query)[:LIMIT]))
        return Answer(named, len(named), query, by_name=True)
    hits = find.find(library, query, limit=LIMIT)
    tiles = Tiles.of(browse.tiles_of(library, [hit.photo_id for hit in hits]))
    likely = {hit.photo_id for hit in hits if hit.likely}
    count = sum(int(photo_id) in likely for photo_id in tiles.ids)
    return Answer(tiles, count, query, find.understood(library, query))


def survey(library: Library, opened: Set[InFolder] = frozenset()) -> Survey:
    """Counts everything that the side bar shows, where some folders are opened to show what lies below."""
    folders = tuple(watched_folders.list_folders(library))
    return Survey(
        photos=browse.photo_count(library),
        folders=folders,
        polled=watched_folders.polled_folders(library),
        labels=tuple(categorise.label_counts(library)),
        tags=tuple(labelling.free_tag_counts(library)),
        albums=tuple(albums.list_albums(library)),
        problems=len(problems.problems(library)),
        shots_together=shots.are_together(library),
        troubled=problems.troubled_folders(library),
        subfolders=_subfolders(library, [InFolder(folder.id, folder.path) for folder in folders], opened),
    )


def _subfolders(
    library: Library, roots: Sequence[InFolder], opened: Set[InFolder]
) -> dict[InFolder, tuple[InFolder, ...]]:
    found: dict[InFolder, tuple[InFolder, ...]] = {}
    seen = list(roots)
    while seen:
        above = seen.pop()
        root = above.path if above.below == Path() else above.path.parents[len(above.below.parts) - 1]
        at_most = _SUBFOLDERS if above in opened else 1
        below = browse.subfolders(library, above.folder_id, above.below, at_most=at_most)
        found[above] = tuple(InFolder(above.folder_id, root / each, each) for each in below)
        if above in opened:
            seen += found[above]
    return found
