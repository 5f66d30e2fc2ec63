"""Words, photos, pictures, weights: what a query finds and in which order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.support.pictures import write_picture

from mindseye.errors import InputError
from mindseye.imaging import content_hash
from mindseye.library import Library
from mindseye.operations.browse import all_tiles
from mindseye.operations.find import find, keep_picture, locate, searchable_count
from mindseye.operations.watched_folders import add_folders, list_folders, remove_folder
from mindseye.search import Box, Part, PictureFile, Query, SimilarTo, SimilarToContent, Words
from mindseye.search.engine import NEGATIVE_SHARE, SearchEngine
from mindseye.search.relevance import WORDS, likely, strength
from mindseye.vectors import Neighbours, VectorIndex

Ask = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """A folder with a picture of each colour and several greys, indexed."""
    made = tmp_path / "photos"
    for number, colour in enumerate(("red", "green", "blue")):
        write_picture(made / f"{colour}.png", colour, seed=number)
    for number in range(8):
        write_picture(made / f"grey{number}.png", "grey", seed=10 + number)
    add_folders(library, [made])
    library.indexer.index()
    return made


@pytest.fixture
def ask(library: Library, folder: Path) -> Ask:
    """The file names that answer some parts, best first."""

    def answer(*parts: Part, limit: int = 100) -> list[str]:
        hits = find(library, Query(parts), limit=limit)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        return [photo.path.stem for photo in locate(library, hits)]

    return answer


def photo_id(library: Library, name: str) -> int:
    hits = find(library, Query((Words("red"),)), limit=100)
    (found,) = [each.photo_id for each in locate(library, hits) if each.path.stem == name]
    return found


@pytest.mark.parametrize("colour", ["red", "green", "blue"])
def test_words_find_what_they_say(ask: Ask, colour: str) -> None:
    answer = ask(Words(colour))
    assert answer[0] == colour
    assert len(answer) == 11


@pytest.mark.parametrize("colour", ["red", "green", "blue"])
def test_a_photo_is_most_like_itself(library: Library, ask: Ask, colour: str) -> None:
    assert ask(SimilarTo(photo_id(library, colour)))[0] == colour


def test_of_equal_pictures_the_one_that_was_asked_with_comes_first(
    library: Library, folder: Path, ask: Ask
) -> None:
    pixels = (folder / "red.png").read_bytes()
    for number in range(5):  # the same pixels, each another content
        (folder / f"twin{number}.png").write_bytes(pixels + bytes([number]))
    library.indexer.index()
    for number in range(5):
        name = f"twin{number}"
        assert ask(SimilarTo(photo_id(library, name)), limit=1) == [name]
        assert ask(PictureFile(folder / f"{name}.png"), limit=3)[0] == name


def test_parts_that_cancel_one_another_out_are_bad_input(library: Library, folder: Path) -> None:
    with pytest.raises(InputError, match="cancel one another"):
        find(library, Query((Words("red"), Words("red", weight=-1 / NEGATIVE_SHARE))), limit=5)


def test_an_outside_picture_finds_its_like(ask: Ask, tmp_path: Path) -> None:
    outside = write_picture(tmp_path / "outside.jpg", "blue", seed=99)
    assert ask(PictureFile(outside))[0] == "blue"


def test_a_picture_of_the_library_finds_itself_as_surely_as_its_id_does(
    library: Library, folder: Path, ask: Ask
) -> None:
    hits = find(library, Query((PictureFile(folder / "green.png"),)), limit=1)
    assert hits[0].photo_id == photo_id(library, "green")
    assert hits[0].score == pytest.approx(1, abs=1e-3)
    assert hits[0].likely


def test_two_parts_find_what_has_something_of_both(ask: Ask) -> None:
    assert set(ask(Words("red"), Words("green"))[:2]) == {"red", "green"}


def test_a_heavier_part_counts_for_more(ask: Ask) -> None:
    assert ask(Words("red", 3.0), Words("green", 1.0))[0] == "red"
    assert ask(Words("red", 1.0), Words("green", 3.0))[0] == "green"


def test_a_negative_part_pushes_its_photos_down(ask: Ask) -> None:
    both = ask(Words("red"), Words("green"))
    assert set(both[:2]) == {"red", "green"}
    assert ask(Words("red"), Words("green"), Words("red", -0.5))[0] == "green"
    assert "blue" not in ask(Words("red"), Words("green"))[:2]


def test_what_clearly_shows_a_negative_part_is_removed_and_makes_room(ask: Ask) -> None:
    assert "red" not in ask(Words("green"), Words("red", -1.0))
    assert set(ask(Words("red", -1.0))) == set(ask(Words("blue"))) - {"red"}
    assert len(ask(Words("red", -1.0), limit=10)) == 10
    assert ask(Words("red", -1.0), Words("blue", -1.0), Words("green"))[0] == "green"


def test_words_and_a_picture_work_together(ask: Ask, library: Library) -> None:
    answer = ask(SimilarTo(photo_id(library, "red")), Words("blue"))
    assert set(answer[:2]) == {"red", "blue"}


def test_the_limit_is_kept(ask: Ask) -> None:
    assert len(ask(Words("red"), limit=3)) == 3
    assert len(ask(Words("red"), limit=1)) == 1


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_bad_input(library: Library, limit: int) -> None:
    with pytest.raises(InputError, match="limit must be 1 or more"):
        find(library, Query((Words("red"),)), limit=limit)


def test_an_empty_query_is_bad_input(library: Library) -> None:
    with pytest.raises(InputError, match="nothing to search for"):
        find(library, Query(), limit=5)


def test_a_photo_that_is_not_indexed_is_bad_input(library: Library) -> None:
    with pytest.raises(InputError, match="not indexed yet"):
        find(library, Query((SimilarTo(12345),)), limit=5)


@pytest.mark.parametrize("data", [b"", b"hello, I am text", b"\xff\xd8\xff\xe0 cut short"])
def test_a_picture_that_is_none_is_bad_input_that_names_it(
    library: Library, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "holiday.jpg").write_bytes(data)
    with pytest.raises(InputError, match=r"^holiday\.jpg cannot be searched by: .+\.$"):
        find(library, Query((PictureFile(tmp_path / "holiday.jpg"),)), limit=5)


def test_a_picture_that_is_not_there_is_bad_input(library: Library, tmp_path: Path) -> None:
    for path, sentence in ((tmp_path / "gone.jpg", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises(InputError, match=sentence):
            find(library, Query((PictureFile(path),)), limit=5)


def two_colours(path: Path) -> Path:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (120, 100), (200, 20, 20))
    picture.paste((20, 20, 200), (60, 0, 120, 100))
    path.parent.mkdir(exist_ok=True)
    picture.save(path)
    return path


def test_a_region_is_searched_by_what_it_shows(
    library: Library, folder: Path, ask: Ask, tmp_path: Path
) -> None:
    outside = two_colours(tmp_path / "outside.png")
    assert ask(PictureFile(outside, box=Box(0, 0, 0.4, 1)))[0] == "red"
    assert ask(PictureFile(outside, box=Box(0.6, 0.2, 1, 0.9)))[0] == "blue"


def test_a_region_of_a_photo_of_the_library_is_read_from_its_file(
    library: Library, folder: Path, ask: Ask
) -> None:
    path = two_colours(folder / "both.png")
    library.indexer.index()
    both = photo_id(library, "both")
    assert ask(SimilarTo(both, box=Box(0, 0, 0.45, 1)))[0] == "red"
    assert ask(SimilarTo(both, box=Box(0.55, 0, 1, 1)))[0] == "blue"
    path.unlink()
    assert ask(SimilarTo(both, box=Box(0.55, 0, 1, 1)))[0] == "blue"  # remembered
    with pytest.raises(InputError, match="region of both"):
        ask(SimilarTo(both, box=Box(0.5, 0, 1, 1)))


def test_a_photo_is_known_by_its_content_in_any_library(library: Library, folder: Path, ask: Ask) -> None:
    content = content_hash((folder / "red.png").read_bytes()).hex()
    assert ask(SimilarToContent(content))[0] == "red"
    assert ask(SimilarToContent(content[:12]))[0] == "red"
    with pytest.raises(InputError, match="holds no photo"):
        ask(SimilarToContent("0123456789ab"))


def test_a_pasted_picture_is_kept_so_that_it_can_be_asked_for_again(
    ask: Ask, tmp_path: Path, own_home: Path
) -> None:
    data = write_picture(tmp_path / "outside.png", "blue", seed=99).read_bytes()
    kept = keep_picture(data, "../from a/browser:1.png")
    assert kept.path.is_relative_to(own_home)
    assert kept.path.read_bytes() == data
    assert keep_picture(data, "../from a/browser:1.png") == kept
    assert ask(kept)[0] == "blue"


def test_only_the_newest_pasted_pictures_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mindseye.operations.find.PASTED_KEPT", 2)
    kept = [keep_picture(bytes([number]), "a.png").path for number in range(4)]
    assert [path.exists() for path in kept].count(True) == 2
    assert kept[-1].exists()


def test_a_library_without_photos_has_no_answers(library: Library) -> None:
    assert find(library, Query((Words("red"),)), limit=5) == []


def test_words_the_model_does_not_know_and_odd_characters_are_no_error(ask: Ask) -> None:
    for text in ("zzzz", "{}", "{0} %s", "🦄", "\udcff", "red " * 500):
        assert len(ask(Words(text))) == 11


def test_what_stands_out_is_likely_and_the_rest_is_not(library: Library, folder: Path) -> None:
    hits = find(library, Query((Words("red"),)), limit=100)
    names = [photo.path.stem for photo in locate(library, hits) if photo.likely]
    assert names[0] == "red"
    assert sum(name.startswith("grey") for name in names) < 4


def test_a_photo_whose_files_went_meanwhile_is_left_out(library: Library, folder: Path) -> None:
    hits = find(library, Query((Words("red"),)), limit=5)
    (watched,) = list_folders(library)
    remove_folder(library, watched.id)
    assert locate(library, hits) == []
    assert searchable_count(library) == 0


def test_results_are_the_best_of_what_was_searched(library: Library, folder: Path) -> None:
    assert searchable_count(library) == 11
    assert len(all_tiles(library)) == 11


def test_a_query_knows_whether_it_is_made_of_words_alone() -> None:
    assert Query((Words("a"), Words("b"))).only_words
    assert not Query((Words("a"), SimilarTo(1))).only_words


def test_the_relevance_line_lies_above_the_librarys_own_scores() -> None:
    library = np.random.default_rng(0).normal(0.2, 0.05, 10_000).astype(np.float32)
    scores = np.array([0.2 + 4.3 * 0.05, 0.2 + 3.3 * 0.05], np.float32)
    assert likely(scores, library, WORDS).tolist() == [True, False]
    # Neither the scale nor the place of the scores matters.
    assert likely(scores * 30 + 5, library * 30 + 5, WORDS).tolist() == [True, False]


def test_what_is_far_below_the_best_is_not_likely_although_it_stands_out() -> None:
    library = np.random.default_rng(0).normal(0.0, 0.01, 1000).astype(np.float32)
    scores = np.array([1.0, 0.7, 0.1], np.float32)
    assert likely(scores, library, WORDS).tolist() == [True, True, False]
    near = np.array([0.11, 0.1], np.float32)
    assert likely(near, library, WORDS).all()


def test_the_line_moves_out_with_the_library_and_with_a_models_margin() -> None:
    library = np.random.default_rng(0).normal(0.0, 0.01, 2000).astype(np.float32)
    scores = np.array([0.045], np.float32)
    assert likely(scores, library, WORDS).all()
    assert likely(np.array([0.037], np.float32), library, WORDS, size=500).all()
    assert not likely(np.array([0.037], np.float32), library, WORDS, size=10_000_000).any()
    assert not likely(scores, library, replace(WORDS, margin=1.5)).any()


def test_an_answer_weaker_than_those_of_neutral_words_is_probably_none() -> None:
    library = np.random.default_rng(0).normal(0.0, 0.01, 2000).astype(np.float32)
    scores = np.array([0.06], np.float32)
    bank = np.random.default_rng(1).normal(0.2, 0.03, 60).astype(np.float32)
    assert likely(scores, library, WORDS).all()
    assert not likely(scores, library, WORDS, bank_best=bank).any()
    assert likely(np.array([0.25], np.float32), library, WORDS, bank_best=bank).all()
    # Words that are all the same to a model say nothing.
    assert likely(scores, library, WORDS, bank_best=np.full(60, 0.2, np.float32)).all()
    assert strength(0.2, np.full(60, 0.2, np.float32)) is None


def test_nothing_stands_out_of_equal_scores() -> None:
    equal = np.full(50, 0.3, np.float32)
    assert not likely(equal[:5], equal, WORDS).any()


def test_in_a_library_of_one_photo_it_is_the_answer() -> None:
    assert likely(np.array([0.1], np.float32), np.array([0.1], np.float32), WORDS).tolist() == [True]
    assert likely(np.empty(0, np.float32), np.empty(0, np.float32), WORDS).shape == (0,)


def test_neutral_words_are_searched_once_for_an_index_file(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = library.spaces.active.index
    assert any(index.token)
    library.engine.warm_up()
    searched: list[int] = []
    search = type(index).search

    def counted(self: VectorIndex, direction: NDArray[np.float32], count: int) -> Neighbours:
        searched.append(count)
        return search(self, direction, count)

    monkeypatch.setattr(VectorIndex, "search", counted)
    first = library.engine
    again = SearchEngine(
        library.catalog, library.model, library.space_id, index, bank=first._bank, cache=first._cache
    )
    again.warm_up()
    assert again.ready
    assert searched == []
    np.testing.assert_array_equal(again._best_of_bank(), first._best_of_bank())
