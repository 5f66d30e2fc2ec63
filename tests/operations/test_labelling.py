"""What people say of photos, through the operations: told, counted, and undone with a sentence."""

from pathlib import Path

import pytest
from tests.support.counting import Heard
from tests.support.pictures import write_pictures

from mindseye.errors import InputError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.operations import browse, history, labelling
from mindseye.operations.watched_folders import add_folders


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """Six indexed pictures, two of them in a folder below."""
    made = tmp_path / "photos"
    write_pictures(made, 4)
    write_pictures(made / "below", 2, seed=100)
    add_folders(library, [made])
    library.indexer.index()
    return made


@pytest.fixture
def ids(library: Library, folder: Path) -> list[int]:
    """The photos, by path."""
    return labelling.photos_at(library, [folder])


def test_photos_are_named_by_file_and_by_folder(library: Library, folder: Path, tmp_path: Path) -> None:
    assert len(labelling.photos_at(library, [tmp_path])) == 6
    assert len(labelling.photos_at(library, [folder, folder / "below"])) == 6
    assert len(labelling.photos_at(library, [folder / "below"])) == 2
    (one,) = labelling.photos_at(library, [folder / "000-red.jpg"])
    assert browse.paths_of(library, [one]) == [folder / "000-red.jpg"]
    for stranger in (folder / "000-re", folder / "bel", tmp_path / "library"):
        with pytest.raises(InputError, match="is no photo of this library"):
            labelling.photos_at(library, [stranger])


def test_a_tag_by_hand_is_told_counted_and_undone(library: Library, ids: list[int]) -> None:
    heard = Heard(library.events)
    entry = labelling.give_tags(library, ids[:2], [" Places /  North  Norway/", "boat"])
    assert entry is not None
    assert entry.words == "tagging 2 photos “Places/North Norway”, “boat”"
    assert heard.of(PhotosChanged) == [PhotosChanged(other=True)]
    labels = labelling.labels_of(library, ids)[ids[0]]
    assert [tag.label for tag in labels.tags if tag.category == ""] == ["Places/North Norway", "boat"]
    counts = {count.name: count.count for count in labelling.free_tag_counts(library)}
    assert counts == {"boat": 2, "Places": 2, "Places/North Norway": 2}
    assert set(labelling.photos_with_free_tag(library, "Places")) == set(ids[:2])
    step = history.undo(library)
    assert step is not None
    assert history.undone_sentence(step) == "Undone: tagging 2 photos “Places/North Norway”, “boat”."
    assert labelling.free_tag_counts(library) == []


def test_a_known_tag_keeps_its_spelling(library: Library, ids: list[int]) -> None:
    labelling.give_tags(library, ids[:1], ["Boat"])
    labelling.give_tags(library, ids, ["boat"])
    assert [(count.name, count.count) for count in labelling.free_tag_counts(library)] == [("Boat", 6)]


@pytest.mark.parametrize("name", ["", " ", "/", "x" * 201])
def test_a_tag_needs_a_sensible_name(library: Library, ids: list[int], name: str) -> None:
    with pytest.raises(InputError, match="tag"):
        labelling.give_tags(library, ids, [name])


def test_right_and_wrong_are_one_entry(library: Library, ids: list[int]) -> None:
    entry = labelling.judge(library, "boat", right=ids[:4], wrong=ids[4:])
    assert entry is not None
    assert entry.words == "tagging 4 photos “boat” and rejecting it for 2 photos"
    assert labelling.photos_with_free_tag(library, "boat") != []
    history.undo(library)
    assert labelling.photos_with_free_tag(library, "boat") == []
    assert history.next_steps(library)[0] is None


def test_a_label_of_a_category_is_confirmed_and_rejected(library: Library, ids: list[int]) -> None:
    def shown() -> list[int]:
        return [tile.id for tile in browse.tiles_with_label(library, "time of day", "day")]

    labelling.judge(library, "day", category="time of day", right=ids)
    assert sorted(shown()) == sorted(ids)
    labelling.judge(library, "day", category="time of day", wrong=ids[:2])
    assert sorted(shown()) == sorted(ids[2:])
    labelling.forget_judgement(library, ids[:3], "day", category="time of day")
    assert set(ids[3:]) <= set(shown())
    assert labelling.free_tag_counts(library) == []


def test_ratings_and_captions(library: Library, ids: list[int]) -> None:
    labelling.rate(library, ids[:3], 4)
    labelling.caption(library, ids[:1], "  At sea.\n")
    labels = labelling.labels_of(library, ids)
    assert [labels[each].rating for each in ids] == [4, 4, 4, 0, 0, 0]
    assert labels[ids[0]].caption == "At sea."
    assert labelling.rate(library, ids[:3], 4) is None
    entry = labelling.rate(library, ids, 0)
    assert entry is not None
    assert entry.words == "unrating 3 photos"
    with pytest.raises(InputError, match="from 0 to 5, not 6"):
        labelling.rate(library, ids, 6)
    with pytest.raises(InputError, match="at most"):
        labelling.caption(library, ids, "x" * 10_001)


def test_an_undo_that_found_changes_says_so(library: Library, ids: list[int]) -> None:
    labelling.rate(library, ids, 4)
    library.catalog.write(
        lambda connection: connection.execute("UPDATE ratings SET rating = 1 WHERE rowid = 1")
    )
    step = history.undo(library)
    assert step is not None
    assert (
        history.undone_sentence(step)
        == "Undone: rating 6 photos 4. 1 of 6 stay: changed since by something else."
    )


def test_renaming_an_unknown_tag_is_bad_input(library: Library, ids: list[int]) -> None:
    labelling.give_tags(library, ids[:1], ["Places/Norway"])
    assert labelling.rename_tag(library, "Places", "Travel") is not None
    with pytest.raises(InputError, match="There is no tag “Places”"):
        labelling.rename_tag(library, "Places", "Travel")
