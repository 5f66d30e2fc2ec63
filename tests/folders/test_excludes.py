"""Patterns leave out what .gitignore's would, as far as they are understood, and say what they do not."""

import pytest

from mindseye.errors import InputError
from mindseye.folders.excludes import NOTHING, Excludes, clean

CASES = [
    # pattern, left out, not left out; a slash at the end of a path says that it is a folder
    ("*.png", ["a.png", "x/y/b.PNG", "dir.png/"], ["a.jpg", "a.png.jpg"]),
    ("raw/", ["raw/", "x/raw/"], ["raw", "x/raw", "raws/"]),
    ("/raw", ["raw", "raw/"], ["x/raw", "x/raw/"]),
    ("old/*.jpg", ["old/a.jpg"], ["x/old/a.jpg", "old/x/a.jpg"]),
    ("**/old/*.jpg", ["old/a.jpg", "x/y/old/a.jpg"], ["old/x/a.jpg"]),
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["a/x", "ab"]),
    ("a/**", ["a/x", "a/x/y"], ["b/x"]),
    ("IMG_????.jpg", ["IMG_0001.jpg", "x/img_0001.jpg"], ["IMG_001.jpg"]),
    ("img[0-9].jpg", ["img7.jpg"], ["imgx.jpg"]),
    ("img[!0-9].jpg", ["imgx.jpg"], ["img7.jpg"]),
    ("we[ird (1).jpg", ["we[ird (1).jpg"], ["weird (1).jpg"]),
    ("bad\udcff*", ["bad\udcffname.jpg"], ["bad.jpg"]),
]


@pytest.mark.parametrize(("pattern", "out", "kept"), CASES)
def test_a_pattern_leaves_out_what_it_names(pattern: str, out: list[str], kept: list[str]) -> None:
    excludes = Excludes.of([pattern])

    def left_out(path: str) -> bool:
        return excludes.leaves_out(path.rstrip("/"), is_folder=path.endswith("/"))

    assert [path for path in out if not left_out(path)] == []
    assert [path for path in kept if left_out(path)] == []


def test_empty_lines_and_remarks_say_nothing() -> None:
    assert clean(["", "  ", "# a remark", " *.png ", "*.png"]) == ("*.png",)
    assert not Excludes.of(["# only this"])
    assert not NOTHING
    assert not NOTHING.leaves_out("anything", is_folder=True)


@pytest.mark.parametrize("pattern", ["!keep.jpg", "/", "//"])
def test_what_is_not_understood_is_refused_with_a_sentence(pattern: str) -> None:
    with pytest.raises(InputError, match="The pattern"):
        Excludes.of([pattern])
