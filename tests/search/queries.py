"""Queries of every kind, for property tests."""

from pathlib import Path

from hypothesis import strategies as st

from mindseye.search.fields import FIELDS, FORMATS, STATES
from mindseye.search.query import (
    Box,
    Condition,
    Exact,
    Filter,
    Part,
    PictureFile,
    Query,
    SimilarTo,
    SimilarToContent,
    Words,
)

TEXTS = st.one_of(
    st.text(min_size=1),
    st.text(alphabet='ab "()^-:,[]\\#“”„«»\n2.äß🦄', min_size=1),
    st.sampled_from(
        ["dog", "dog in the snow", "date:2022", "C:\\Users", "12:30", "re: x", "a^2", '"', "-crowd", "()"]
    ),
).filter(lambda text: bool(text.strip()))

WEIGHTS = st.builds(
    lambda size, sign: size * sign,
    st.one_of(st.floats(0.01, 100), st.sampled_from([1.0, 2.0, 0.5])),
    st.sampled_from([1.0, -1.0]),
)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.9))
    return Box(left, top, draw(st.floats(left + 0.01, 1)), draw(st.floats(top + 0.01, 1)))


_NUMBER = st.integers(0, 5).map(str)
_DAYS = st.dates().map(str) | st.sampled_from(["2022", "2022-06", "30d", "2y", "yesterday"])
VALUES: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("folder", "camera", "lens", "tag", "album"), TEXTS),
    "date": _DAYS | st.sampled_from(["2019..2022-03", "..2020", "2020..", "none"]),
    "type": st.sampled_from(sorted(FORMATS)) | st.just("JPG"),
    "rating": _NUMBER | _NUMBER.map(">={}".format) | st.sampled_from(["2..4", "..3", "none"]),
    "is": st.sampled_from(sorted(STATES)),
    "size": st.sampled_from([">10MB", "2mb..8mb", "12MP", "<=1.5MP", ">=1920x1080", "640x480", "3MP.."]),
    "near": st.sampled_from(["52.52,13.40", "52.52, 13.4, 5 km", "-33.9,151.2,500m", "none"]),
}

FILTERS = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.builds(
        Filter, st.just(name), st.lists(VALUES[name], min_size=1, max_size=3).map(tuple), st.booleans()
    )
)
CONDITIONS: st.SearchStrategy[Condition] = FILTERS | st.builds(Exact, TEXTS, st.booleans())
MAYBE_BOX = st.none() | boxes()
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Words, TEXTS, WEIGHTS),
    st.builds(SimilarTo, st.integers(0, 10**12), WEIGHTS, MAYBE_BOX),
    st.builds(SimilarToContent, st.text("0123456789abcdef", min_size=6, max_size=32), WEIGHTS, MAYBE_BOX),
    st.builds(PictureFile, TEXTS.filter(lambda text: "\0" not in text).map(Path), WEIGHTS, MAYBE_BOX),
)
QUERIES = st.builds(
    Query, st.lists(PARTS, max_size=5).map(tuple), st.lists(CONDITIONS, max_size=4).map(tuple)
)
