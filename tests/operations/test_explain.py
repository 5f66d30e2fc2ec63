"""Why a photo answers: shares of the parts, nearest words, where in it, and what the model is shown."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support.pictures import write_picture

from mindseye import imaging
from mindseye.catalog import vectors
from mindseye.errors import Cancelled, InputError
from mindseye.library import Library
from mindseye.operations import labelling
from mindseye.operations.explain import explain, seen, where
from mindseye.operations.watched_folders import add_folders
from mindseye.search import Box, Query, SimilarTo, Words, read_query
from mindseye.search.why import seen_boxes, windows
from mindseye.tasks import CancelToken


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """Greys, a picture of each colour, one that is blue with a red corner, and a long one with a red end."""
    made = tmp_path / "photos"
    for number, colour in enumerate(("red", "green", "blue", *["grey"] * 6)):
        write_picture(made / f"{number}-{colour}.png", colour, seed=number)
    corner = np.full((80, 120, 3), (30, 40, 220), np.uint8)
    corner[50:, 90:] = (220, 30, 30)
    Image.fromarray(corner).save(made / "corner.png")
    row = np.full((40, 160, 3), (30, 40, 220), np.uint8)
    row[:, 120:] = (220, 30, 30)
    Image.fromarray(row).save(made / "row.png")
    add_folders(library, [made])
    library.indexer.index()
    return made


def photo(library: Library, folder: Path, name: str) -> int:
    (found,) = labelling.photos_at(library, [folder / name])
    return found


def test_the_part_that_a_photo_answers_has_the_larger_share(library: Library, folder: Path) -> None:
    told = explain(library, read_query("(red) (green)"), photo(library, folder, "0-red.png"))
    red, green = told.shares
    assert (red.part, green.part) == (Words("red"), Words("green"))
    assert red.share > 0 > green.share
    assert abs(red.share) + abs(green.share) == pytest.approx(1)
    assert red.deviations > 1 > green.deviations


def test_a_negative_part_that_the_photo_shows_pushes_it_down(library: Library, folder: Path) -> None:
    red = photo(library, folder, "0-red.png")
    down = explain(library, read_query("blue -red"), red).shares[1]
    up = explain(library, read_query("blue -green"), red).shares[1]
    assert down.share < 0 < up.share
    assert down.deviations > 0 > up.deviations


def test_a_weight_counts_in_the_share(library: Library, folder: Path) -> None:
    red = photo(library, folder, "0-red.png")
    light = explain(library, read_query("(red)^0.5 (night)"), red).shares[0].share
    heavy = explain(library, read_query("(red)^3 (night)"), red).shares[0].share
    assert heavy > light > 0


def test_a_photo_is_explained_by_filters_and_pictures_too(library: Library, folder: Path) -> None:
    red = photo(library, folder, "0-red.png")
    assert explain(library, read_query("type:png"), red).shares == ()
    (like_itself,) = explain(library, Query((SimilarTo(red),)), red).shares
    assert like_itself.share == 1


def test_nearest_words_are_ones_that_the_model_knows(library: Library, folder: Path) -> None:
    told = explain(library, read_query("red"), photo(library, folder, "0-red.png"))
    assert len(told.words) == 5
    assert len(set(told.words)) == 5


def test_where_it_lies_is_warm(library: Library, folder: Path) -> None:
    told = where(library, read_query("red -blue"), photo(library, folder, "corner.png"))
    assert told.shape == (24, 36)
    assert (told.min(), told.max()) == (0, 1)
    row, column = np.unravel_index(int(told.argmax()), told.shape)
    assert row > 14
    assert column > 26
    assert told[:12, :18].max() < 0.3
    cold = where(library, read_query("blue"), photo(library, folder, "corner.png"))
    assert cold[row, column] < 0.2


def test_what_asks_for_nothing_in_a_place_has_no_map(library: Library, folder: Path) -> None:
    red = photo(library, folder, "0-red.png")
    for text in ("type:png", "-red"):
        with pytest.raises(InputError, match="could lie in one place"):
            where(library, read_query(text), red)


def test_a_map_is_called_off_and_tells_how_far_it_is(library: Library, folder: Path) -> None:
    token, told = CancelToken(), list[float]()

    def report(share: float) -> None:
        told.append(share)
        if len(told) == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        where(library, read_query("red"), photo(library, folder, "corner.png"), token=token, report=report)
    assert len(told) == 3
    assert told == sorted(told)


def test_the_model_is_shown_just_what_was_embedded(library: Library, folder: Path) -> None:
    for name, count in (("corner.png", 1), ("row.png", 5)):
        photo_id = photo(library, folder, name)
        shown = seen(library, photo_id)
        assert len(shown) == count
        made = library.model.embed_images([each.pixels for each in shown])
        with library.catalog.read() as connection:
            middle = vectors.get(connection, library.space_id, [photo_id])[photo_id]
        assert made[0] @ middle.astype(np.float32) == pytest.approx(1, abs=1e-3)
        _, stored = library.spaces.active.index.vectors(np.array([photo_id]))
        assert np.sort((made @ stored.T).max(axis=0)) == pytest.approx(np.ones(count), abs=1e-3)


def test_the_crop_that_answers_is_told(library: Library, folder: Path) -> None:
    row = photo(library, folder, "row.png")
    shown = seen(library, row)
    red, blue = (explain(library, read_query(text), row).crop for text in ("red", "blue"))
    assert shown[red].box == Box(0.75, 0, 1, 1)
    assert shown[blue].box.right <= 0.75


def test_what_is_not_there_is_told(library: Library, folder: Path) -> None:
    red = photo(library, folder, "0-red.png")
    (folder / "0-red.png").unlink()
    for work in (lambda: seen(library, red), lambda: where(library, read_query("red"), red)):
        with pytest.raises(InputError, match="is not there now"):
            work()
    with pytest.raises(InputError, match="not indexed"):
        explain(library, read_query("red"), 9_999)


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (64, 64), (300, 20), (20, 300), (1, 400)])
def test_windows_lie_inside_and_cover_the_middle(size: tuple[int, int]) -> None:
    width, height = size
    boxes = list(windows(width, height))
    assert all(
        0 <= left < right <= width and 0 <= top < bottom <= height for left, top, right, bottom in boxes
    )
    assert min(left for left, *_ in boxes) == 0
    assert max(right for _, _, right, _ in boxes) == width
    assert max(bottom for *_, bottom in boxes) == height


@pytest.mark.parametrize(("width", "height"), [(100, 100), (150, 100), (100, 150), (410, 100), (100, 300)])
def test_the_boxes_that_are_shown_are_the_crops(width: int, height: int) -> None:
    middle, *others = seen_boxes(width, height, whole=False)
    shorter = min(width, height)
    assert (middle.right - middle.left) * width == pytest.approx(shorter, abs=0.1)
    assert (middle.bottom - middle.top) * height == pytest.approx(shorter, abs=0.1)
    assert middle.left == pytest.approx(1 - middle.right, abs=1e-3)
    assert len(others) == imaging.extra_crops(width, height)
    if others:
        assert (others[0].left, others[0].top) == (0, 0)
        assert (others[-1].right, others[-1].bottom) == (1, 1)
    assert seen_boxes(width, height, whole=True)[0] == Box(0, 0, 1, 1)
