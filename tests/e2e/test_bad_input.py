"""What is asked wrongly gets one plain sentence and exit status 2, and leaves nothing half done."""

from pathlib import Path

import pytest

from tests.e2e.conftest import Program


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["index", "{tmp}/nowhere"], "There is no folder"),
        (["index", "{tmp}/text.jpg"], "is a file, not a folder"),
        (["index"], "the following arguments are required"),
        (["search", "dog", "--library", "{tmp}/nowhere"], "There is no library in"),
        (["tags", "{tmp}/text.jpg"], "is no picture that can be read"),
        (["tags", "{tmp}/nowhere.jpg"], "There is no file"),
        (["tags", "{tmp}"], "is a folder, not a picture"),
        (["tags", "{tmp}/text.jpg", "--model", "unknown"], "There is no model 'unknown'"),
        (["models", "verify", "unknown"], "unknown"),
        (["fly"], "'fly' is no command, and no file or folder to open"),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    program: Program, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "text.jpg").write_text("no picture", encoding="utf-8")

    done = program.run(*(argument.format(tmp=tmp_path) for argument in arguments), status=2)

    assert done.stdout == ""
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (program.home / "library").exists()


def test_a_search_without_words_or_picture_is_refused(
    program: Program, samples: Path, tmp_path: Path
) -> None:
    program.run("index", samples, "--library", tmp_path / "library")

    done = program.run("search", "--library", tmp_path / "library", status=2)

    assert "give words or a picture" in done.stderr
