"""The catalog of models: read strictly, and true as far as it can be checked here."""

from pathlib import Path

import pytest

from mindseye.clip.catalog import catalog_file, read_catalog
from mindseye.clip.pins import Pin, PinBook
from mindseye.errors import ModelError

GOOD = """
[[model]]
name = "colours"
title = "Colours"
summary = "Knows three colours."
licence = "MIT"
languages = ["en"]
repository = "somebody/colours"
revision = "c0ffee0000000000000000000000000000000000"
dimension = 6
temperature = 0.01
[model.image]
file = "onnx/vision_model.onnx"
size = 10
sha256 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
pixels = 8
resize = "shortest"
interpolation = "bicubic"
mean = [0.5, 0.5, 0.5]
std = [0.5, 0.5, 0.5]
[model.text]
file = "onnx/text_model.onnx"
size = 10
sha256 = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
context_length = 12
dynamic_length = true
[model.tokenizer]
file = "tokenizer.json"
size = 10
sha256 = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
pad_token = "<pad>"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "catalog.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_catalog_reads() -> None:
    models = read_catalog(catalog_file())
    assert next(iter(models)) == "clip-vit-b-32", "the first is the one to recommend"
    default = models["clip-vit-b-32"]
    assert default.pinned
    assert default.download_size == 607_968_381
    assert models["tinyclip-8m-16"].download_size == 28_325_699, "a file that holds both towers counts once"
    assert not models["siglip2-b-16"].dynamic_length
    for model in models.values():
        assert all(file.sha256 is None or model.revision for file in model.files.values())
        assert model.licence
        assert 0 < (model.temperature or 0.01) < 1


def test_a_file_without_a_hash_makes_a_model_unpinned(tmp_path: Path) -> None:
    assert read_catalog(write(tmp_path, GOOD))["colours"].pinned
    without = GOOD.replace('sha256 = "' + "c" * 64 + '"\n', "")
    model = read_catalog(write(tmp_path, without))["colours"]
    assert not model.pinned
    assert model.download_size == 30
    assert not read_catalog(write(tmp_path, GOOD.replace('revision = "', '# "')))["colours"].pinned


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("dimension = 6", "", "lacks 'dimension' of colours"),
        ("dimension = 6", "dimension = true", "wrong value for 'dimension'"),
        ("dimension = 6", 'dimension = 6\nflavour = "x"', "'flavour'"),
        ('name = "colours"', 'name = "Colours!"', "not of the form"),
        ("c0ffee", "zzzzzz", "not of the form"),
        ("aaaaaaa", "AAAAAAA", "not of the form"),
        ('resize = "shortest"', 'resize = "stretch"', "none of"),
        ("mean = [0.5, 0.5, 0.5]", "mean = [0.5]", "wrong about colours"),
        ("pixels = 8", "", "lacks 'pixels'"),
        ("[[model]]", "[[model]", "damaged"),
        ("[[model]]", "extra = 1\n[[model]]", "'extra'"),
    ],
)
def test_a_wrong_catalog_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(ModelError, match=reason):
        read_catalog(write(tmp_path, GOOD.replace(old, new)))


def test_a_name_stands_once(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="twice"):
        read_catalog(write(tmp_path, GOOD + GOOD))


def test_a_missing_catalog_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_catalog(tmp_path / "nothing.toml")


def test_pins_are_recorded_once_and_for_all(tmp_path: Path) -> None:
    book = PinBook(tmp_path / "sub" / "pins.json")
    assert book.find("a/b", "x") is None
    first, second = Pin("c" * 40, 5, "a" * 64), Pin("d" * 40, 6, "b" * 64)
    book.record("a/b", {"x": first})
    book.record("a/b", {"x": second, "y": second})
    assert book.find("a/b", "x") == first, "the first stays"
    assert PinBook(tmp_path / "sub" / "pins.json").find("a/b", "y") == second


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a/b/x": 5}', '{"a/b/x": {"sha256": "y"}}'])
def test_damaged_pins_are_never_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "pins.json").write_text(content)
    with pytest.raises(ModelError, match=r"recorded hashes .* cannot be read"):
        PinBook(tmp_path / "pins.json").find("a/b", "x")
