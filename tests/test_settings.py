"""Settings are one small file that is read strictly and replaced whole."""

import json
from pathlib import Path

import pytest

from mindseye.errors import InputError
from mindseye.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings lie, in a folder that is not there yet."""
    return tmp_path / "home" / "settings.json"


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert Settings.load(path) == Settings()


def test_what_was_saved_comes_back(path: Path) -> None:
    chosen = Settings(model="other", theme="dark", row_height=240)
    chosen.save(path)
    chosen.save(path)
    assert Settings.load(path) == chosen
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_missing_keys_are_defaults_and_unknown_ones_are_passed_over(path: Path) -> None:
    write(path, {"theme": "light", "from_the_future": [1]})
    assert Settings.load(path) == Settings(theme="light")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "5",
        '{"row_height": "large"}',
        '{"row_height": true}',
        '{"model": 5}',
        '{"theme": null}',
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence_that_names_it(path: Path, content: str) -> None:
    write(path, content)
    with pytest.raises(InputError) as caught:
        Settings.load(path)
    assert caught.value.path == path
    assert str(path) in caught.value.message


def test_a_save_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(model="old").save(path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mindseye.whole_files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        Settings(model="new").save(path)
    assert Settings.load(path).model == "old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("setting", ['"on_battery": "sometimes"', '"theme": "pink"', '"when_busy": 3'])
def test_a_choice_that_there_is_not_is_refused(path: Path, setting: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("{" + setting + "}")
    with pytest.raises(InputError, match="wrong value"):
        Settings.load(path)
