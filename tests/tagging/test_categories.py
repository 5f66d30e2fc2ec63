"""The categories file is read strictly."""

from pathlib import Path

import pytest

from mindseye import paths
from mindseye.errors import InputError
from mindseye.tagging import Category, Label, load_categories
from mindseye.tagging.categories import digest

GOOD = """
[[category]]
name = "time of day"
certain_from = 0.75
[[category.label]]
name = "day"
prompts = ["a sunny day", "daylight"]
[[category.label]]
name = "night"
prompts = ["the night"]
"""


def load(tmp_path: Path, text: str) -> tuple[Category, ...]:
    path = tmp_path / "categories.toml"
    path.write_text(text, encoding="utf-8")
    return load_categories(path)


def test_a_good_file_is_read_as_it_stands(tmp_path: Path) -> None:
    expected = Category(
        "time of day", (Label("day", ("a sunny day", "daylight")), Label("night", ("the night",))), 0.75
    )
    assert load(tmp_path, GOOD) == (expected,)


def test_the_shipped_file_asks_for_the_time_of_day_and_the_place() -> None:
    found = {
        each.name: [label.name for label in each.labels]
        for each in load_categories(paths.resource("categories.toml"))
    }
    assert found["time of day"] == ["day", "night"]
    assert found["place"] == ["indoors", "outdoors"]


WRONG = {
    "no TOML": "[[category",
    "no category": "",
    "a category that is no list": "category = 5",
    "a category that is a table": '[category]\nname = "x"',
    "no name": GOOD.replace('name = "time of day"\n', ""),
    "no band": GOOD.replace("certain_from = 0.75\n", ""),
    "a band that is no number": GOOD.replace("0.75", '"often"'),
    "a band at chance": GOOD.replace("0.75", "0.5"),
    "a band that is never reached": GOOD.replace("0.75", "1.0"),
    "one label": GOOD[: GOOD.rindex("[[category.label]]")],
    "no prompts": GOOD.replace('["the night"]', "[]"),
    "prompts that are no list": GOOD.replace('["the night"]', '"the night"'),
    "an empty prompt": GOOD.replace('["the night"]', '["the night", " "]'),
    "prompts that are no text": GOOD.replace('["the night"]', "[1, 2]"),
    "a label twice": GOOD.replace('name = "night"', 'name = "day"'),
    "a category twice": GOOD + GOOD,
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_with_a_sentence_that_names_it(tmp_path: Path, case: str) -> None:
    with pytest.raises(InputError, match=r"^The categories in .*categories\.toml .*\.$") as caught:
        load(tmp_path, WRONG[case])
    assert caught.value.path == tmp_path / "categories.toml"


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_categories(tmp_path / "nowhere.toml")
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(InputError, match="cannot be read"):
        load_categories(tmp_path / "latin.toml")


@pytest.mark.parametrize(
    "change", [("0.75", "0.76"), ("daylight", "dawn"), ('"night"', '"dusk"'), ("time of day", "light")]
)
def test_the_digest_changes_with_everything_that_matters(tmp_path: Path, change: tuple[str, str]) -> None:
    before = digest(load(tmp_path, GOOD))
    assert digest(load(tmp_path, GOOD + "\n# a comment\n")) == before
    assert digest(load(tmp_path, GOOD.replace(*change))) != before
