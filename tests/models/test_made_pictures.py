"""Pictures made for the training: nights out of days, and sheets."""

from __future__ import annotations

import numpy as np
import pytest

from starter.night import darkened
from starter.papers import KINDS, draw_sheets


def street(side: int = 64) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    photo = np.full((side, side, 3), 190, np.uint8)
    photo[: side // 2] = (150, 190, 240)
    return photo


def test_a_night_is_darker_and_keeps_its_size() -> None:
    photo, rng = street(), np.random.default_rng(0)
    nights = [darkened(photo, rng) for _ in range(40)]
    assert all(night.shape == photo.shape and night.dtype == np.uint8 for night in nights)
    assert np.mean([night.mean() for night in nights]) < 0.5 * photo.mean()
    assert len({night.tobytes() for night in nights}) == 40


def test_lamps_light_some_nights() -> None:
    rng = np.random.default_rng(1)
    brightest = [darkened(street(), rng).max() for _ in range(40)]
    assert max(brightest) > 230


def test_sheets_come_in_all_kinds_and_are_the_same_again() -> None:
    grounds = np.stack([street()] * 2)
    sheets, kinds = draw_sheets(grounds, 8, 48, seed=3)
    again, _ = draw_sheets(grounds, 8, 48, seed=3)
    assert sheets.shape == (8, 48, 48, 3)
    assert kinds == [*KINDS, *KINDS]
    assert np.array_equal(sheets, again)


@pytest.mark.parametrize("kind", ["document", "receipt"])
def test_paper_is_bright_and_written_on(kind: str) -> None:
    sheets, kinds = draw_sheets(np.stack([street()] * 2), 80, 112, seed=0)
    papers = sheets[[k == kind for k in kinds]].astype(float)
    assert papers.mean() > 120
    assert (papers.std(axis=(1, 2, 3)) > 8).mean() > 0.9
