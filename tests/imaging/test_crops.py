"""Long and tall pictures are looked at from end to end, others in the middle alone."""

import numpy as np
import pytest
from PIL import Image

from mindseye.imaging import crop_pixels, extra_crops


@pytest.mark.parametrize(
    ("size", "count"),
    [
        ((4000, 3000), 0), ((1920, 1080), 0), ((1999, 1000), 0), ((2000, 1000), 2), ((1080, 2340), 3),
        ((3000, 1000), 3), ((12_000, 1000), 5), ((1, 5000), 5), ((1, 1), 0),
    ],
)  # fmt: skip
def test_the_shape_says_how_many_crops(size: tuple[int, int], count: int) -> None:
    assert extra_crops(*size) == count
    assert extra_crops(*size[::-1]) == count


@pytest.mark.parametrize("tall", [False, True])
def test_crops_reach_from_end_to_end(tall: bool) -> None:
    ramp = np.repeat(np.linspace(0, 255, 300).astype(np.uint8)[None, :, None], 100, axis=0)
    pixels = np.repeat(ramp, 3, axis=2)
    picture = Image.fromarray(pixels.transpose(1, 0, 2).copy() if tall else pixels)
    first, middle, last = crop_pixels(picture, 50, 3)
    assert first.shape == (50, 50, 3)
    assert [float(each.mean()) for each in (first, middle, last)] == pytest.approx([42, 127, 212], abs=1)
    ends = (last[-1, 0], last[0, 0]) if tall else (last[0, -1], last[0, 0])
    assert ends[0].min() > 250
    assert 165 < ends[1].max() < 180


def test_one_pixel_is_enough() -> None:
    assert [each.shape for each in crop_pixels(Image.new("RGB", (7, 1)), 8, 5)] == [(8, 8, 3)] * 5
