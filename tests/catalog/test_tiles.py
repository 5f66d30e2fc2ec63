"""Tiles: what a view needs of photos to lay them out, in the order in which they are shown."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from tests.support.lying_photos import FULL, lying

from mindseye.catalog import Connection, files, folders, photos, tiles
from mindseye.catalog.tiles import PhotoTile
from mindseye.metadata import Metadata


def test_photos_are_shown_newest_first_by_the_camera_else_by_the_file(connection: Connection) -> None:
    def bare(year: int | None) -> Metadata:
        taken_at = None if year is None else datetime(year, 6, 1)
        return Metadata(width=3, height=2, format="JPEG", taken_at=taken_at)

    in_2015 = int(datetime(2015, 6, 1).timestamp() * 1e9)
    old = lying(connection, "old", facts=bare(2010), mtime_ns=in_2015)
    new = lying(connection, "new", facts=bare(2020))
    middle = lying(connection, "middle", facts=bare(None), mtime_ns=in_2015)
    days = {new: date(2020, 6, 1), middle: date(2015, 6, 1), old: date(2010, 6, 1)}
    everything = tiles.tiles(connection)
    assert list(everything) == [
        PhotoTile(photo_id, 3, 2, (day - date(1970, 1, 1)).days) for photo_id, day in days.items()
    ]
    assert list(tiles.tiles_of(connection, [old])) == list(everything)[2:] == list(everything[2:])
    assert everything.ids.tolist() == list(days)
    assert everything.aspects.tolist() == [1.5] * 3
    assert everything.days.tolist() == [tile.day for tile in everything]
    shuffled = tiles.tiles_of(connection, [old, new, middle])
    assert list(shuffled.newest_first()) == list(everything)


def test_a_time_that_nobody_understands_has_no_day(connection: Connection) -> None:
    photo_id = lying(connection, "odd")
    connection.execute("UPDATE photos SET taken_at = '0000-99-99' WHERE id = ?", (photo_id,))
    assert [tile.day for tile in tiles.tiles(connection)] == [tiles.UNKNOWN_DAY]


def test_tiles_keep_the_order_that_was_asked_for(connection: Connection) -> None:
    one, two = lying(connection, "one"), lying(connection, "two")
    found = tiles.tiles_of(connection, [two, 99, one, two])
    assert [tile.id for tile in found] == [two, one, two]


@pytest.mark.parametrize("few", [0, 1000])
def test_the_first_page_is_the_beginning_of_all(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(tiles, "_FEW", few)
    assert not tiles.first_tiles(connection, 5)
    dice = np.random.default_rng(3)
    for number in range(60):
        second = 1_500_000_000 + int(dice.integers(0, 1_000_000))
        timed = number % 3 > 0
        taken_at = datetime.fromtimestamp(second) if timed else None
        facts = Metadata(width=3 + number, height=2, format="JPEG", taken_at=taken_at)
        photo_id = lying(connection, f"{number}", facts=facts, mtime_ns=second * 10**9)
        if number % 6 == 0:  # a later copy says nothing of when it was taken
            files.add(connection, 1, [(f"copy{number}".encode(), 1, (second + 10**6) * 10**9, 0)])
            files.link(connection, files.known(connection, 1)[f"copy{number}".encode()].id, photo_id)
    photos.add(connection, b"lies nowhere", FULL)
    everything = tiles.tiles(connection)
    assert len(everything) == 60
    for count in (1, 7, 60, 100):
        assert list(tiles.first_tiles(connection, count)) == list(everything[:count])


def test_photos_of_one_folder_have_one_place(connection: Connection) -> None:
    one, two, three = (lying(connection, name) for name in ("b/one", "a/two", "b/three"))
    nowhere = photos.add(connection, b"lies nowhere", FULL)
    away = folders.add(connection, Path("/away"))
    folders.set_online(connection, away.id, online=False)
    files.add(connection, away.id, [(b"copy.jpg", 1, 0, 0)])
    files.link(connection, files.known(connection, away.id)[b"copy.jpg"].id, one)
    found = tiles.folders_of(connection, np.array([three, nowhere, two, one]))
    assert found.paths == (Path("/photos/a"), Path("/photos/b"))
    assert found.places.tolist() == [1, 2, 0, 1]
    assert tiles.folders_of(connection, np.empty(0, np.int64)).paths == ()
