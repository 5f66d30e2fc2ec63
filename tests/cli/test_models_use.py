"""``mindseye models use``: another model, at once for what comes and to the end for the library."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from mindseye.settings import Settings


def star(mindseye: Run) -> str:
    (line,) = [line for line in mindseye("models", "list").out.splitlines() if line.startswith("*")]
    return line.split()[1]


def found(mindseye: Run, library: Path) -> list[str]:
    result = mindseye("search", "red", "--library", library, "--json")
    return [Path(hit["path"]).name for hit in result.json]


def test_a_library_changes_to_the_end(mindseye: Run, indexed: Path) -> None:
    assert star(mindseye) == "fake"
    before = found(mindseye, indexed)
    result = mindseye("models", "use", "other", "--library", indexed)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("Other colours answers now: 8 photos can be found with it")
    assert star(mindseye) == "other"
    assert found(mindseye, indexed) == before
    assert mindseye("doctor", "--library", indexed, "--json").json["library"]["model"] == "other"
    again = mindseye("models", "use", "other", "--library", indexed, "--json").json
    assert (again["name"], again["photos"], again["missing"]) == ("other", 8, 0), "once more does nothing"


def test_without_a_library_the_next_one_begins_with_it(
    mindseye: Run, tmp_path: Path, folder: Path, own_home: Path
) -> None:
    assert mindseye("models", "use", "other").out == "Other colours is used from now on.\n"
    assert Settings.load(own_home / "settings.json").model == "other"
    assert mindseye("index", folder, "--library", tmp_path / "new", "--json").json["model"] == "other"


def test_the_old_vectors_stay_unless_they_are_to_go(mindseye: Run, indexed: Path) -> None:
    mindseye("models", "use", "other", "--library", indexed)
    assert len(list((indexed / "index").glob("*.usearch"))) == 2
    mindseye("models", "use", "fake", "--drop-old", "--library", indexed)
    assert len(list((indexed / "index").glob("*.usearch"))) == 1


def test_another_model_by_name_leaves_the_choice_as_it_is(mindseye: Run, indexed: Path) -> None:
    assert mindseye("search", "red", "--library", indexed, "--model", "other", "--json").json == []
    assert len(found(mindseye, indexed)) == 8


@pytest.mark.parametrize("damage", ["unknown", "wrong bytes", "nonsense"])
def test_a_model_that_is_not_whole_is_refused_in_a_sentence(
    mindseye: Run, indexed: Path, own_home: Path, damage: str
) -> None:
    other = own_home / "models" / "other"
    if damage == "wrong bytes":
        (other / "image.onnx").write_bytes(b"cut")
    elif damage == "nonsense":
        (other / "model.toml").write_text("nonsense nonsense")
    name = "nothing" if damage == "unknown" else "other"
    mindseye("models", "use", name, "--library", indexed).refused()
    assert star(mindseye) == "fake"
    assert len(found(mindseye, indexed)) == 8


def test_a_library_that_is_named_must_be_there(mindseye: Run, tmp_path: Path) -> None:
    sentence = mindseye("models", "use", "other", "--library", tmp_path / "nowhere").refused()
    assert "There is no library in" in sentence
