"""What decoders meet in the wild: a picture or a reason, and never the end of the process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS_A_FILE = 10
"""A bound against hanging, not a measure of speed."""


@pytest.fixture(scope="module")
def outcomes(odd_files: Path) -> dict[str, dict[str, object]]:
    """What became of each file, by its path below the folder."""
    script = Path(__file__).with_name("walk_odd_files.py")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script), str(odd_files)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"ended at {lines[-1] if lines else 'once'}: {done.stderr[-2000:]}"
    # libtiff and LibRaw write to the console by themselves; Python must not.
    assert "Warning" not in done.stderr
    return {name["begins"]: outcome for name, outcome in zip(lines[::2], lines[1::2], strict=True)}


@pytest.mark.data
def test_each_is_a_picture_or_has_a_reason(outcomes: dict[str, dict[str, object]]) -> None:
    assert len(outcomes) > 300
    for name, outcome in outcomes.items():
        reason = outcome.get("refused")
        if reason is None:
            assert outcome["mode"] == "RGB", name
        else:
            assert isinstance(reason, str)
            assert len(reason) > 15, name
            assert reason.endswith("."), name


@pytest.mark.data
def test_none_takes_long(outcomes: dict[str, dict[str, object]]) -> None:
    slow = {name: o["seconds"] for name, o in outcomes.items() if o["seconds"] > SECONDS_A_FILE}  # type: ignore[operator]
    assert not slow


@pytest.mark.data
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("heic/empty.heic", "The file is empty."),
        ("strange/truncated.jpg", "The file is cut short"),
        ("strange/truncated.png", "The file is cut short"),
        ("strange/65536-uint32-limit.png", "Too large"),
        ("broken/decompression_bomb.gif", "Too large"),
        ("broken/zero_bb.eps", "Not a picture this version can read."),
        ("broken/broken_data_stream.png", "The file is damaged"),
    ],
)
def test_refused(name: str, reason: str, outcomes: dict[str, dict[str, object]]) -> None:
    assert str(outcomes[name].get("refused")).startswith(reason)


@pytest.mark.data
@pytest.mark.parametrize(
    "name",
    [
        "broken/hopper_bad_exif.jpg",
        "broken/broken_exif_dpi.jpg",
        "broken/invalid-exif-without-x-resolution.jpg",
        "broken/sugarshack_bad_mpo_header.jpg",
        "heic/RGBA_12__29x100.heif",
        "avif/fox.profile2.12bpc.yuv444.monochrome.odd-height.avif",
        "strange/16-bit-grey-alpha.png",
        "strange/Channel_digital_image_CMYK_color_no_profile.jpg",
        "strange/animated-loop-3.webp",
        "metadata/portrait.jpg",
    ],
)
def test_shown(name: str, outcomes: dict[str, dict[str, object]]) -> None:
    assert "refused" not in outcomes[name]
