"""Teaching tags, changing categories, and asking for any labels."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.fake_model import FakeSession, write_fake_model
from tests.support.pictures import write_picture

from mindseye.catalog.tags import OWN
from mindseye.clip import ModelManifest
from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations import browse, categories, history, labelling, teach
from mindseye.operations.categorise import judge_photos_by, parse_labels
from mindseye.operations.index_folders import index_folders
from mindseye.operations.switch_model import complete_switch
from mindseye.tagging import Category, Label, categories_file

FRESH = Label("fresh", ("green",))
COLOUR = Category("colour", (Label("warm", ("red",)), Label("cold", ("blue",)), FRESH), certain_from=0.6)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Ten red, ten blue and ten green pictures."""
    for colour in ("red", "blue", "green"):
        for number in range(10):
            write_picture(tmp_path / "photos" / f"{colour}-{number}.png", colour, seed=number)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path, own_home: Path, photos: Path) -> Iterator[Library]:
    """A library of the pictures; another model is installed."""
    manifest = write_fake_model(own_home / "models" / "fake")
    write_fake_model(own_home / "models" / "other", "other", other=True)
    with Library.open(tmp_path / "library", manifest, follow=True, load_session=FakeSession) as opened:
        index_folders(opened, [photos])
        yield opened


def ids(library: Library, colour: str) -> list[int]:
    found = [(browse.paths_of(library, [tile.id])[0].name, tile.id) for tile in browse.all_tiles(library)]
    return [photo_id for name, photo_id in sorted(found) if name.startswith(colour)]


def with_label(library: Library, category: str, label: str) -> set[int]:
    return {tile.id for tile in browse.tiles_with_label(library, category, label)}


def test_a_tag_is_learnt_from_examples_and_given_to_the_rest(library: Library) -> None:
    red, blue = ids(library, "red"), ids(library, "blue")
    labelling.judge(library, "mine", right=red[:4], wrong=blue[:2])
    study = teach.Teacher(library).study("mine")
    assert (study.learnt.examples, study.learnt.counter_examples) == (4, 2)
    assert study.learnt.recall == study.learnt.precision == 1.0
    assert set(study.surest[:6]) == set(red[4:])
    assert with_label(library, OWN, "mine") == set(red[:4])  # nothing is applied yet
    teach.give_taught_tag(library, study)
    assert with_label(library, OWN, "mine") == set(red)
    assert teach.Teacher(library).study("mine").applied
    assert not study.applied
    assert teach.taught_tags(library)[0].name == "mine"


def test_new_photos_are_judged_by_taught_tags_and_rejected_ones_stay_rejected(
    library: Library, photos: Path
) -> None:
    red, blue = ids(library, "red"), ids(library, "blue")
    labelling.judge(library, "mine", right=red[:4], wrong=blue[:2])
    teach.give_taught_tag(library, teach.Teacher(library).study("mine"))
    assert red[9] in with_label(library, OWN, "mine")
    labelling.judge(library, "mine", wrong=red[9:])
    write_picture(photos / "red-new.png", "red", seed=77)
    library.indexer.index()
    assert ids(library, "red-new")[0] in with_label(library, OWN, "mine")
    assert red[9] not in with_label(library, OWN, "mine")


def test_another_model_learns_the_tag_from_the_same_examples(library: Library) -> None:
    red, blue = ids(library, "red"), ids(library, "blue")
    labelling.judge(library, "mine", right=red[:4], wrong=blue[:2])
    teach.give_taught_tag(library, teach.Teacher(library).study("mine"))
    complete_switch(library, "other")
    assert with_label(library, OWN, "mine") == set(red)


def test_a_tag_can_start_from_words_alone(library: Library) -> None:
    study = teach.Teacher(library).study("warm ones", "red")
    assert set(study.surest[:10]) == set(ids(library, "red"))
    with pytest.raises(InputError, match="needs an example"):
        teach.Teacher(library).study("warm ones")


def test_suggesting_can_be_ended_and_undone(library: Library) -> None:
    red = ids(library, "red")
    labelling.judge(library, "mine", right=red[:4])
    teach.give_taught_tag(library, teach.Teacher(library).study("mine"))
    teach.stop_suggesting(library, "mine")
    assert with_label(library, OWN, "mine") == set(red[:4])
    with pytest.raises(InputError, match="not taught"):
        teach.stop_suggesting(library, "mine")
    history.undo(library)
    assert [tag.name for tag in teach.taught_tags(library)] == ["mine"]


def test_a_change_of_categories_is_previewed_and_then_made(library: Library, own_home: Path) -> None:
    red, blue = set(ids(library, "red")), set(ids(library, "blue"))
    first = categories.preview(library, COLOUR)
    assert [(each.label, each.before, each.after) for each in first] == [
        ("warm", 0, 10),
        ("cold", 0, 10),
        ("fresh", 0, 10),
    ]
    assert set(first[0].gained) == red
    assert with_label(library, "colour", "warm") == set()
    categories.change_category(library, COLOUR)
    assert with_label(library, "colour", "warm") == red
    assert categories_file.current().own
    swapped = replace(COLOUR, labels=(Label("warm", ("blue",)), Label("cold", ("red",)), FRESH))
    second = {each.label: each for each in categories.preview(library, swapped)}
    assert set(second["warm"].gained) == blue
    assert set(second["warm"].lost) == red
    labelling.judge(library, "warm", category="colour", right=[min(red)])
    categories.change_category(library, swapped)
    assert with_label(library, "colour", "warm") == blue | {min(red)}
    categories.switch_category(library, "colour", on=False)
    assert with_label(library, "colour", "warm") == {min(red)}
    categories.remove_category(library, "colour")
    assert "colour" not in {each.name for each in categories.categories_of(library)}


def test_a_category_that_makes_no_sense_is_refused_and_nothing_changes(
    library: Library, own_home: Path
) -> None:
    with pytest.raises(InputError, match="two labels or more"):
        categories.change_category(library, replace(COLOUR, labels=COLOUR.labels[:1]))
    with pytest.raises(InputError, match="no category"):
        categories.remove_category(library, "colour")
    assert not (own_home / "categories.toml").exists()


def test_a_look_at_a_category_tells_how_sure_it_is_and_shows_some_photos(library: Library) -> None:
    categories.change_category(library, COLOUR)
    red = ids(library, "red")
    labelling.judge(library, "warm", category="colour", wrong=red[:1])
    view = categories.look_at(library, "colour")
    assert (view.photos, view.undecided) == (30, 0)
    warm, cold, fresh = view.labels
    assert (warm.right, warm.wrong) == (0, 1)
    assert (warm.label, warm.count, cold.count) == ("warm", 10, 10)
    assert sum(warm.bins) + sum(cold.bins) + sum(fresh.bins) == 30
    assert sum(warm.bins[12:]) == 10
    assert set(warm.sample) == set(red[1:])


def test_any_labels_are_ranked_for_a_selection_and_can_be_kept(library: Library) -> None:
    labels = parse_labels(" red, blue ,green,, red")
    assert labels == ["red", "blue", "green"]
    found = judge_photos_by(library, ids(library, "blue"), labels)
    assert found[0].label == "blue"
    assert sum(each.probability for each in found) == pytest.approx(1, abs=1e-5)
    categories.change_category(library, categories.as_category("colours", labels))
    assert with_label(library, "colours", "green") >= set(ids(library, "green"))
    with pytest.raises(InputError, match="two labels"):
        judge_photos_by(library, ids(library, "blue"), ["red"])
    with pytest.raises(InputError, match="not indexed"):
        judge_photos_by(library, [999], labels)


def test_a_space_that_is_empty_can_be_looked_at(tmp_path: Path, manifest: ModelManifest) -> None:
    with Library.open(tmp_path / "empty", manifest, load_session=FakeSession) as empty:
        assert [each.count for each in categories.look_at(empty, "time of day").labels] == [0, 0, 0]
