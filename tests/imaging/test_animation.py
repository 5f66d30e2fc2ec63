"""Animations come as one strip of frames, within bounds."""

from io import BytesIO

import pytest
from PIL import Image

from mindseye import imaging
from mindseye.decoding import Decoder
from mindseye.errors import UnreadablePictureError

COLOURS = ("red", "lime", "blue")


def animation(kind: str, size: tuple[int, int] = (64, 48), duration: int = 40) -> bytes:
    frames = [Image.new("RGB", size, colour) for colour in COLOURS]
    buffer = BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=duration, loop=0)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_every_frame_comes_with_its_time(kind: str) -> None:
    frames = imaging.decode_frames(animation(kind), shortest=48)
    assert frames.milliseconds == (40, 40, 40)
    assert frames.strip.size == (64, 144)
    for number, colour in enumerate(COLOURS):
        there = frames.strip.getpixel((10, number * 48 + 10))
        expected = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
        assert isinstance(there, tuple)
        assert isinstance(expected, tuple)
        assert max(abs(a - b) for a, b in zip(there, expected, strict=True)) < 8


def test_frames_are_scaled_down_and_hasty_ones_slowed() -> None:
    frames = imaging.decode_frames(animation("GIF", size=(400, 200), duration=10), shortest=50)
    assert frames.strip.size == (100, 150)
    assert frames.milliseconds == (100, 100, 100)


def test_a_still_picture_is_one_frame() -> None:
    buffer = BytesIO()
    Image.new("RGB", (8, 6), "red").save(buffer, "PNG")
    assert imaging.decode_frames(buffer.getvalue(), shortest=6).milliseconds == (100,)


def test_a_damaged_animation_is_refused() -> None:
    for kind in ("GIF", "WEBP", "PNG"):
        data = animation(kind)
        with pytest.raises(UnreadablePictureError):
            imaging.decode_frames(data[: len(data) // 2], shortest=48)
    with pytest.raises(UnreadablePictureError):
        imaging.decode_frames(b"milk, bread, film", shortest=48)


def test_frames_pass_from_one_process_to_the_other() -> None:
    decoder = Decoder()
    try:
        there, here = (
            make(animation("GIF"), shortest=48) for make in (decoder.decode_frames, imaging.decode_frames)
        )
        assert there.milliseconds == here.milliseconds
        assert there.strip.tobytes() == here.strip.tobytes()
        with pytest.raises(UnreadablePictureError):
            decoder.decode_frames(b"milk, bread, film", shortest=48)
    finally:
        decoder.close()
