"""The grid's arithmetic: every photograph has a place of its own, in order, and is found there again."""

import time
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindseye.ui.grid.layout import GAP, MARGIN, Rows, Sections, Strip, square_height

aspects = st.lists(st.floats(0.05, 20), min_size=1, max_size=120)
widths = st.integers(120, 3000)
heights = st.integers(96, 480)


def rows(ratios: list[float], width: int, height: int, *sections: tuple[int, int]) -> Rows:
    laid_out = Sections.of(*(sections or ((0, 0),)), count=len(ratios))
    return Rows(Strip(np.array(ratios, dtype=np.float32)), width, height, laid_out)


@given(aspects, widths, heights)
def test_everything_lies_inside_in_order_without_overlap(
    ratios: list[float], width: int, height: int
) -> None:
    layout = rows(ratios, width, height)
    previous: tuple[int, int, int, int] | None = None
    for item in range(len(ratios)):
        x, y, w, h = layout.rect(item)
        assert x >= MARGIN
        assert x + w <= width - MARGIN
        assert w > 0
        assert h > 0
        assert y + h <= layout.height - MARGIN
        if previous is not None:
            px, py, pw, ph = previous
            assert (y == py and x == px + pw + GAP) or (x == MARGIN and y == py + ph + GAP)
        previous = x, y, w, h


@given(aspects, widths, heights)
def test_hit_test_is_the_inverse_of_the_layout(ratios: list[float], width: int, height: int) -> None:
    layout = rows(ratios, width, height)
    for item in range(len(ratios)):
        x, y, w, h = layout.rect(item)
        assert layout.at(x, y) == item
        assert layout.at(x + w - 1, y + h - 1) == item
        assert layout.at(x + w, y) != item
        assert layout.at(x, y + h) != item


@given(aspects, widths, heights, st.integers(0, 5000), st.integers(1, 2000))
def test_what_is_visible_is_what_touches_the_band(
    ratios: list[float], width: int, height: int, top: int, room: int
) -> None:
    layout = rows(ratios, width, height)
    touching = [
        item
        for item in range(len(ratios))
        if layout.rect(item)[1] < top + room and sum(layout.rect(item)[1::2]) > top
    ]
    assert list(layout.between(top, top + room)) == touching


@given(aspects, widths, heights, st.data())
def test_a_section_begins_below_its_heading(
    ratios: list[float], width: int, height: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(ratios)))
    layout = rows(ratios, width, height, (0, 0), (start, 44))
    top = layout.heading_tops[1]
    for item in range(len(ratios)):
        _, y, _, h = layout.rect(item)
        assert (y + h <= top) if item < start else (y >= top + 44)


@given(aspects, widths, heights, st.lists(st.integers(0, 120), max_size=8))
def test_many_sections_are_laid_out_like_each_alone(
    ratios: list[float], width: int, height: int, cuts: list[int]
) -> None:
    starts = [0, *sorted(min(cut, len(ratios)) for cut in cuts)]
    layout = rows(ratios, width, height, *((start, 40) for start in starts))
    for start, end, top in zip(starts, [*starts[1:], len(ratios)], layout.heading_tops.tolist(), strict=True):
        alone = rows(ratios[start:end], width, height)
        for item in range(start, end):
            x, of_item, w, h = alone.rect(item - start)
            assert abs(layout.rect(item)[0] - x) <= 1
            assert layout.rect(item)[1] == top + 40 + of_item - MARGIN
            assert abs(layout.rect(item)[2] - w) <= 2
            assert layout.rect(item)[3] == h


@given(widths, heights)
def test_squares_fill_the_width(width: int, height: int) -> None:
    layout = Rows(Strip(np.ones(40, dtype=np.float32)), width, square_height(width, height))
    cells = [layout.rect(item) for item in range(40)]
    in_row = Counter(y for _, y, _, _ in cells)
    full = in_row[cells[0][1]]
    assert all(count == full for y, count in in_row.items() if y != cells[-1][1])
    assert all(abs(w - h) <= 1 for _, _, w, h in cells)
    assert all(x + w <= width - MARGIN + 1 for x, _, w, _ in cells)


def test_ordinary_photographs_keep_their_shape() -> None:
    ratios = [1.5, 0.67, 1.33, 0.75, 1.78] * 40
    layout = rows(ratios, 1200, 180)
    shapes = [layout.rect(item)[2] / layout.rect(item)[3] for item in range(len(ratios))]
    assert np.allclose(shapes, ratios, rtol=0.02)


def test_arrows_go_to_the_nearest_in_the_next_row_and_stop_at_the_ends() -> None:
    layout = rows([1.0] * 40, 824, 96)
    x, y, _, _ = layout.rect(3)
    below = layout.beside(3, 1)
    assert abs(layout.rect(below)[0] - x) < 100
    assert layout.rect(below)[1] > y
    assert layout.beside(below, -1) == 3
    assert layout.beside(3, -5) == 3
    assert layout.rect(layout.beside(3, 999))[1] == layout.rect(39)[1]


def test_nothing_is_laid_out_as_nothing() -> None:
    layout = rows([], 800, 180, (0, 0), (0, 44))
    assert len(layout) == 0
    assert list(layout.between(0, 1000)) == []
    assert layout.at(20, 20) is None


@pytest.mark.parametrize("count", [1_000_000])
def test_a_million_photographs_are_laid_out_at_once(count: int) -> None:
    ratios = np.random.default_rng(1).choice([1.5, 0.67, 1.33, 0.75], count).astype(np.float32)
    strip = Strip(ratios)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        layout = Rows(strip, 1200, 180)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.2  # about 15 ms on an idle machine
    assert layout.at(*layout.rect(count - 1)[:2]) == count - 1
