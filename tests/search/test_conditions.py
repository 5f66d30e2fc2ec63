"""Filters: which photos they leave, one by one and together, and the same through the whole search."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from tests.support.pictures import write_picture

from mindseye.catalog import Connection, albums, free_tags, photos, remarks
from mindseye.library import Library
from mindseye.metadata import Metadata
from mindseye.operations.find import find, locate
from mindseye.operations.watched_folders import add_folders
from mindseye.search import read_query

Ask = Callable[[str], set[str]]

FACTS = {
    "a": Metadata(4000, 3000, "JPEG", datetime(2022, 6, 14, 10), "Fuji X-T3", "XF 35mm", 52.52, 13.405),
    "b": Metadata(3000, 4000, "JPEG", datetime(2022, 12, 31, 23, 59, 59), "Canon EOS 5D", None, 52.50, 13.40),
    "c": Metadata(1000, 1000, "PNG", datetime(2023, 1, 1), "Canon EOS R5", "RF 50mm", -17.7, 179.99),
    "d": Metadata(9000, 2000, "RAW", None, None, None, -17.7, -179.99),
    "e": Metadata(640, 480, "HEIF", datetime(2019, 2, 28, 8)),
}


@pytest.fixture
def ask(library: Library, tmp_path: Path) -> Ask:
    """The names of the photos that a query of conditions finds, among five of known facts."""
    root = tmp_path / "Bilder"
    places = {"a": "Übung/2022", "b": "Übung/2022/Norway", "c": "Norway", "d": "norway", "e": ""}
    for number, (name, place) in enumerate(places.items()):
        write_picture(root / place / f"IMG_{name}.png", ("red", "green", "blue")[number % 3], seed=number)
    add_folders(library, [root])
    library.indexer.index()
    ids = {
        each.path.stem[-1]: each.photo_id
        for each in locate(library, find(library, read_query("red"), limit=9))
    }

    def fill(connection: Connection) -> None:
        for name, facts in FACTS.items():
            photo = photos.get(connection, ids[name])
            assert photo is not None
            connection.execute(
                "UPDATE photos SET width = ?, height = ?, format = ?, taken_at = ?, camera = ?, lens = ?,"
                " latitude = ?, longitude = ? WHERE id = ?",
                (facts.width, facts.height, facts.format,
                 None if facts.taken_at is None else facts.taken_at.isoformat(sep=" "), facts.camera,
                 facts.lens, facts.latitude, facts.longitude, ids[name]),
            )  # fmt: skip
        # Without a date of its own the file's counts.
        connection.execute(
            "UPDATE files SET mtime_ns = ? WHERE photo_id = ?",
            (int(datetime(2021, 5, 5, 12).timestamp()) * 10**9, ids["d"]),
        )
        connection.execute("UPDATE files SET size = 20000000 WHERE photo_id = ?", (ids["d"],))
        remarks.rate(connection, [(ids["a"], 5), (ids["b"], 2)])
        remarks.caption(connection, [(ids["c"], "Straße am Meer")])
        free_tags.give(connection, [ids["a"]], ["Places/Norway"])
        free_tags.give(connection, [ids["b"], ids["c"]], ["Beach"])
        free_tags.reject(connection, [ids["d"]], ["Beach"])
        made = albums.make(connection, "Best of", None)
        album = albums.Album(made, "Best of", None, 0)
        albums.put_in(connection, album, [ids["e"], ids["a"]])

    library.catalog.write(fill)

    def answer(text: str) -> set[str]:
        hits = find(library, read_query(text), limit=100)
        assert all(hit.likely and hit.score == 1 for hit in hits)
        narrowed = find(library, read_query(f"red {text}"), limit=100)
        assert {hit.photo_id for hit in narrowed} == {hit.photo_id for hit in hits}
        return {each.path.stem[-1] for each in locate(library, hits)}

    return answer


LEAVES = [
    ("date:2022", "ab"), ("date:2022-06", "a"), ("date:2022-12-31", "b"), ("date:2022..2023", "abc"),
    ("date:2021", "d"), ("date:..2021", "de"), ("date:2023..", "c"), ("-date:2022", "cde"),
    ("date:none", "d"), ("date:2019,2023", "ce"), ("folder:Norway", "bcd"), ("folder:übung", "ab"),
    ("folder:Übung/2022", "ab"), ("folder:2022/norway", "b"), ("folder:bilder", "abcde"),
    ("folder:Nor", ""), ("-folder:norway", "ae"), ("camera:canon", "bc"), ('camera:"eos 5d"', "b"),
    ("camera:5D,X-T3", "ab"), ("camera:none", "de"), ("lens:50mm", "c"), ("lens:none", "bde"),
    ("tag:beach", "bc"), ("tag:Norway", "a"), ("tag:places", "a"), ("tag:Places/Norway", "a"),
    ("tag:none", "de"), ("-tag:beach", "ade"), ("is:tagged", "abc"), ('album:"best OF"', "ae"),
    ("album:none", "bcd"), ("album:unknown", ""), ("type:jpg", "ab"), ("type:raw,heic", "de"),
    ("-type:jpeg", "cde"), ("rating:5", "a"), ("rating:>=2", "ab"), ("rating:<3", "bcde"),
    ("rating:none", "cde"), ("rating:1..4", "b"), ("is:rated", "ab"), ("is:captioned", "c"),
    ("is:portrait", "b"), ("is:landscape", "ade"), ("is:square", "c"), ("is:panorama", "d"),
    ("is:located", "abcd"), ("is:away", ""), ("is:duplicate", ""), ("size:12MP", "ab"), ("size:<1MP", "e"),
    ("size:>10MB", "d"), ("size:>=3000x4000", "ab"), ("size:640x480", "e"), ("size:480x640", "e"),
    ("near:52.52,13.405,100m", "a"), ("near:52.52,13.405,5km", "ab"), ("near:-17.7,180,5km", "cd"),
    ("near:none", "e"), ("-near:52.52,13.4,5km", "cde"), ("near:89.9,0,20000km", "abcd"), ('"img_a"', "a"),
    ('"IMG"', "abcde"), ('"straße"', "c"), ('"beach"', "bc"), ('-"img_a"', "bcde"), ('"%"', ""),
    ('"_a"', "a"), ("date:2022 camera:canon", "b"), ("date:2022 -rating:5", "b"),
    ("is:located -folder:norway", "a"),
]  # fmt: skip


def test_filters_leave_what_they_say(ask: Ask) -> None:
    wrong = {text: answer for text, found in LEAVES if (answer := ask(text)) != set(found)}
    assert not wrong


def test_a_folder_may_be_given_whole(ask: Ask, tmp_path: Path) -> None:
    root = tmp_path / "Bilder"
    assert ask(f'folder:"{root}"') == set("abcde")
    assert ask(f'folder:"{tmp_path}"') == set("abcde")
    assert ask(f'folder:"{root / "Übung"}"') == set("ab")
    assert ask(f'folder:"{root / "Übun"}"') == set()
    assert ask(f'-folder:"{root / "Übung" / "2022" / "Norway"}"') == set("acde")


def test_only_filters_give_the_newest_first(ask: Ask, library: Library) -> None:
    hits = find(library, read_query("is:located"), limit=3)
    assert [each.path.stem[-1] for each in locate(library, hits)] == ["c", "b", "a"]


def test_what_is_asked_again_after_a_change_is_found_anew(ask: Ask, library: Library) -> None:
    assert ask("rating:3") == set()
    hit = find(library, read_query("rating:5"), limit=1)[0]
    library.catalog.write(lambda connection: remarks.rate(connection, [(hit.photo_id, 3)]))
    assert ask("rating:3") == {"a"}


def test_a_filtered_search_is_the_whole_search_filtered(library: Library, ask: Ask) -> None:
    everything = find(library, read_query("green"), limit=9)
    kept = {hit.photo_id for hit in find(library, read_query("date:2022.."), limit=9)}
    narrowed = find(library, read_query("green date:2022.."), limit=9)
    assert [hit.photo_id for hit in narrowed] == [hit.photo_id for hit in everything if hit.photo_id in kept]
    np.testing.assert_allclose(
        [hit.score for hit in narrowed], [hit.score for hit in everything if hit.photo_id in kept], atol=2e-3
    )
