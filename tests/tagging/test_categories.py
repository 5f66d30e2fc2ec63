"""The categories file is read strictly."""

from dataclasses import replace
from pathlib import Path

import pytest

from mindseye import paths
from mindseye.errors import InputError
from mindseye.tagging import Category, Label, categories_file, load_categories
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


def test_the_shipped_file_asks_what_is_promised() -> None:
    shipped = {each.name: each for each in load_categories(paths.resource("categories.toml"))}
    labels = {name: [label.name for label in each.labels] for name, each in shipped.items()}
    assert labels["time of day"] == ["day", "night", "dawn or dusk"]
    assert labels["place"] == ["indoors", "outdoors", "close-up"]
    assert labels["kind"] == ["photograph", "screenshot", "document", "drawing"]
    assert len(labels["subjects"]) == 12
    assert [name for name, each in shipped.items() if not each.enabled] == ["sensitive"]
    assert [name for name, each in shipped.items() if not each.exclusive] == ["subjects", "sensitive"]


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
    "a template without a place": GOOD.replace("certain_from", 'templates = ["a photo"]\ncertain_from'),
    "a switch that is no switch": GOOD.replace("certain_from", 'exclusive = "no"\ncertain_from'),
    "a word that means nothing": GOOD.replace("certain_from", "certain = 0.5\ncertain_from"),
    "a band that is true": GOOD.replace("0.75", "true"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_refused_with_a_sentence_that_names_it(tmp_path: Path, case: str) -> None:
    with pytest.raises(InputError, match=r"^The categories in .*categories\.toml .*\.$") as caught:
        load(tmp_path, WRONG[case])
    assert caught.value.path == tmp_path / "categories.toml"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (('["the night"]', "[]"), 8),
        (("0.75", "7"), 2),
        (('"night"', "5"), 8),
        (('"daylight"', '"daylight'), 7),
    ],
)
def test_the_sentence_names_the_line(tmp_path: Path, change: tuple[str, str], line: int) -> None:
    with pytest.raises(InputError, match=rf"line {line}\b"):
        load(tmp_path, GOOD.replace(*change))


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_categories(tmp_path / "nowhere.toml")
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(InputError, match="cannot be read"):
        load_categories(tmp_path / "latin.toml")


@pytest.mark.parametrize(
    "change",
    [
        ("daylight", "dawn"),
        ('"night"', '"dusk"'),
        ("time of day", "light"),
        ("certain_from", "exclusive = false\ncertain_from"),
        ("certain_from", 'templates = ["at {}"]\ncertain_from'),
    ],
)
def test_the_digest_changes_with_the_meaning(tmp_path: Path, change: tuple[str, str]) -> None:
    before = digest(load(tmp_path, GOOD))
    assert digest(load(tmp_path, GOOD + "\n# a comment\n")) == before
    assert digest(load(tmp_path, GOOD.replace("0.75", "0.9"))) == before
    assert digest(load(tmp_path, GOOD.replace("certain_from", "enabled = false\ncertain_from"))) == before
    assert digest(load(tmp_path, GOOD.replace(*change))) != before


def test_every_prompt_is_put_into_every_template() -> None:
    category = Category("c", (Label("a", ("x", "y")),), 0.5, exclusive=False, templates=("{}", "a {} here"))
    assert category.phrases(category.labels[0]) == ("x", "y", "a x here", "a y here")


def test_without_an_own_file_the_shipped_one_holds() -> None:
    found = categories_file.current()
    assert found == categories_file.Categories(load_categories(categories_file.shipped_file()), own=False)


def test_an_own_file_stands_in_the_place_of_the_shipped_one(own_home: Path) -> None:
    (own_home / "categories.toml").write_text(GOOD, encoding="utf-8")
    found = categories_file.current()
    assert found.own
    assert [each.name for each in found.all] == ["time of day"]


def test_a_mistake_in_the_own_file_is_told_and_the_shipped_ones_go_on(own_home: Path) -> None:
    (own_home / "categories.toml").write_text(GOOD.replace("0.75", "7"), encoding="utf-8")
    found = categories_file.current()
    assert not found.own
    assert found.all == load_categories(categories_file.shipped_file())
    assert str(own_home / "categories.toml") in found.problem
    assert "line 2" in found.problem


def test_what_is_saved_is_read_back_and_comments_stay(own_home: Path) -> None:
    own = own_home / "categories.toml"
    own.write_text(
        "# mine\n\n# of light\n" + GOOD.strip() + "  # why not\n\n# of place\n"
        + GOOD.strip().replace("time of day", "second") + "\n",
        encoding="utf-8",
    )  # fmt: skip
    first, second = load_categories(own)
    odd = Category('q"\\\n\t\x7fé', (Label("a b", ("x",)),), 0.25, exclusive=False, enabled=False,
                   templates=("{}", "a {}"))  # fmt: skip
    changed = replace(second, certain_from=0.9)
    categories_file.save_own([first, changed, odd])
    text = own.read_text(encoding="utf-8")
    assert load_categories(own) == (first, changed, odd)
    assert "# mine" in text
    assert "# why not" in text
    assert "# of place" in text
    before = own.read_bytes()
    categories_file.save_own([first, changed, odd])
    assert own.read_bytes() == before


def test_the_first_change_starts_from_the_shipped_file(own_home: Path) -> None:
    shipped = load_categories(categories_file.shipped_file())
    changed = (replace(shipped[0], certain_from=0.95), *shipped[1:])
    categories_file.save_own(changed)
    assert categories_file.current() == categories_file.Categories(changed, own=True)
    assert "Neither indoors nor outdoors" in (own_home / "categories.toml").read_text(encoding="utf-8")


def test_a_broken_own_file_is_kept_beside_the_one_that_is_saved(own_home: Path) -> None:
    own = own_home / "categories.toml"
    own.write_text("nonsense", encoding="utf-8")
    categories_file.save_own(load_categories(categories_file.shipped_file()))
    assert categories_file.current().own
    assert (own_home / "categories-broken.toml").read_text(encoding="utf-8") == "nonsense"
