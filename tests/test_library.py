"""A library is opened whole or not at all, and closed in order."""

from pathlib import Path

import pytest

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.errors import CatalogError, InputError
from mindseye.library import Library
from tests.support.fake_model import FakeSession


def open_files() -> set[str]:
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("open files can be listed on Linux only")
    return {str(each.readlink()) for each in folder.iterdir() if each.exists()}


def test_opening_makes_a_library_and_loads_no_network(tmp_path: Path, manifest: ModelManifest) -> None:
    def never(path: Path) -> FakeSession:
        raise AssertionError("a network was loaded")

    directory = tmp_path / "new" / "library"
    assert not Library.exists(directory)
    with Library.open(directory, manifest, load_session=never) as library:
        assert library.directory == directory
    assert Library.exists(directory)


def test_a_closed_library_holds_no_file(tmp_path: Path, manifest: ModelManifest) -> None:
    with Library.open(tmp_path / "library", manifest, load_session=FakeSession) as library:
        library.indexer.start()
        with library.catalog.read():
            pass
    assert not [name for name in open_files() if str(tmp_path) in name]


@pytest.mark.parametrize("broken", ["catalog", "thumbnails", "categories", "neutral words"])
def test_a_library_that_cannot_be_opened_leaves_nothing_open(
    tmp_path: Path, manifest: ModelManifest, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    directory = tmp_path / "library"
    directory.mkdir()
    expected: type[Exception] = CatalogError
    if broken == "catalog":
        (directory / "catalog.sqlite").write_bytes(b"no database" * 999)
    elif broken == "thumbnails":
        (directory / "thumbnails.sqlite").mkdir()
    else:
        expected = InputError if broken == "categories" else OSError
        monkeypatch.setattr(paths, "resource", _without(broken, paths.resource, tmp_path))
    with pytest.raises(expected):
        Library.open(directory, manifest, load_session=FakeSession)
    assert not [name for name in open_files() if str(directory) in name]


def _without(broken: str, resource, tmp_path: Path):  # type: ignore[no-untyped-def]
    name = {"categories": "categories.toml", "neutral words": "neutral-words.txt"}[broken]
    return lambda *parts: tmp_path / "nowhere" if parts == (name,) else resource(*parts)


def test_two_programs_can_have_one_library_open(tmp_path: Path, manifest: ModelManifest) -> None:
    with (
        Library.open(tmp_path / "library", manifest, load_session=FakeSession) as one,
        Library.open(tmp_path / "library", manifest, load_session=FakeSession) as two,
    ):
        assert one.space_id == two.space_id


def test_paths_follow_the_home_that_is_named(own_home: Path) -> None:
    assert paths.default_library() == own_home / "library"
    assert paths.user_models() == own_home / "models"
    assert paths.settings_file() == own_home / "settings.json"


def test_the_users_own_home_is_used_when_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINDSEYE_HOME")
    assert "mindseye" in str(paths.data_home()).lower()
    assert paths.data_home().is_absolute()
    assert paths.pictures_folder().is_absolute()


def test_what_ships_with_the_program_is_there() -> None:
    assert paths.resource("categories.toml").is_file()
    assert paths.resource("neutral-words.txt").is_file()
    assert paths.shipped_models().is_dir()
