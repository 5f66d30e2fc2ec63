"""Looking at what is in a library, and judging files whether they are in it or not."""

from pathlib import Path

import pytest
from tests.support.fake_model import FakeSession
from tests.support.pictures import COLOURS, write_picture

from mindseye.clip import ClipModel, ModelManifest
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations.browse import (
    all_tiles,
    photo,
    thumbnail,
    tiles_of,
    tiles_with_label,
)
from mindseye.operations.categorise import LabelCount, judge_files, label_counts
from mindseye.operations.labelling import labels_of
from mindseye.operations.problems import problems
from mindseye.operations.watched_folders import add_folders


@pytest.fixture
def folder(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Bright, dark and middling pictures and a broken one, indexed."""
    monkeypatch.setitem(COLOURS, "white", (240, 240, 240))
    monkeypatch.setitem(COLOURS, "black", (15, 15, 15))
    made = tmp_path / "photos"
    for number, colour in enumerate(("white", "white", "black", "grey")):
        write_picture(made / f"{number}-{colour}.png", colour, seed=number)
    (made / "broken.png").write_bytes(b"broken")
    add_folders(library, [made])
    library.indexer.index()
    return made


def tile_named(library: Library, name: str) -> int:
    for tile in all_tiles(library):
        found = photo(library, tile.id)
        assert found is not None
        if found.paths[0].name == name:
            return tile.id
    raise AssertionError(name)


def test_labels_are_counted_with_the_undecided_last(library: Library, folder: Path) -> None:
    counts = [each for each in label_counts(library) if each.category == "time of day"]
    assert counts == [
        LabelCount("time of day", "day", 2),
        LabelCount("time of day", "night", 1),
        LabelCount("time of day", "dawn or dusk", 0),
        LabelCount("time of day", None, 1),
    ]


def test_an_empty_library_counts_nothing(library: Library) -> None:
    assert {each.count for each in label_counts(library)} == {0}


def test_files_are_judged_as_the_library_judges_them(
    library: Library, folder: Path, manifest: ModelManifest
) -> None:
    model = ClipModel(manifest, load_session=FakeSession)
    judged = judge_files(model, [folder / "0-white.png", folder / "2-black.png"])
    assert [of_file[0].label for of_file in judged] == ["day", "night"]
    white = tile_named(library, "0-white.png")
    (tag,) = labels_of(library, [white])[white].tags
    assert (tag.category, tag.label, tag.state) == ("time of day", "day", "suggested")
    assert tag.probability == pytest.approx(judged[0][0].probability, abs=0.01)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("broken.png", "is no picture"), ("nowhere.png", "There is no file"), (".", "is a folder")],
)
def test_a_file_that_cannot_be_judged_is_bad_input_that_names_it(
    folder: Path, manifest: ModelManifest, name: str, reason: str
) -> None:
    model = ClipModel(manifest, load_session=FakeSession)
    with pytest.raises(InputError, match=reason) as caught:
        judge_files(model, [folder / "0-white.png", folder / name])
    assert caught.value.path == folder / name


def test_photos_with_a_label_can_be_shown(library: Library, folder: Path) -> None:
    shown = tiles_with_label(library, "time of day", "night")
    assert [tile.id for tile in shown] == [tile_named(library, "2-black.png")]
    assert not tiles_with_label(library, "time of day", "dusk")


def test_tiles_come_in_the_order_asked_for(library: Library, folder: Path) -> None:
    ids = [tile.id for tile in all_tiles(library)]
    assert [tile.id for tile in tiles_of(library, ids[::-1])] == ids[::-1]


def test_refused_files_are_listed_with_their_reason(library: Library, folder: Path) -> None:
    (problem,) = problems(library)
    assert problem.path == folder / "broken.png"
    assert problem.reason


def test_a_thumbnail_that_was_lost_is_made_again(library: Library, folder: Path) -> None:
    photo_id = tile_named(library, "0-white.png")
    first = thumbnail(library, photo_id)
    assert first is not None
    library.thumbnails._connection.execute("DELETE FROM thumbnails")
    again = thumbnail(library, photo_id)
    assert again is not None
    assert again.startswith(b"\xff\xd8")
    found = photo(library, photo_id)
    assert found is not None
    assert library.thumbnails.get(found.content_hash) == again


def test_a_thumbnail_is_never_made_of_other_content(library: Library, folder: Path) -> None:
    photo_id = tile_named(library, "0-white.png")
    library.thumbnails._connection.execute("DELETE FROM thumbnails")
    write_picture(folder / "0-white.png", "black", seed=9)
    assert thumbnail(library, photo_id) is None
    (folder / "0-white.png").unlink()
    assert thumbnail(library, photo_id) is None
    assert thumbnail(library, 999) is None


def test_an_unknown_photo_is_nothing(library: Library) -> None:
    assert photo(library, 999) is None
    assert labels_of(library, [999])[999].tags == []
