"""The summary of indexing some folders says what this run did and what it found done."""

import shutil
from pathlib import Path

import pytest
from tests.support.pictures import write_picture, write_pictures

from mindseye.errors import InputError
from mindseye.library import Library
from mindseye.operations.index_folders import index_folders
from mindseye.operations.watched_folders import list_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures, one copy, one broken file and a text."""
    made = tmp_path / "photos"
    paths = write_pictures(made, 4)
    shutil.copy(paths[0], made / "copy.jpg")
    (made / "broken.jpg").write_bytes(b"broken")
    (made / "notes.txt").write_text("no picture")
    return made


def test_a_first_run_embeds_every_picture_once(library: Library, folder: Path) -> None:
    summary = index_folders(library, [folder])
    assert (summary.photos, summary.files, summary.failed, summary.skipped) == (4, 6, 1, 0)
    assert (summary.model, summary.provider) == ("fake", "FakeExecutionProvider")
    assert summary.seconds > 0
    assert summary.photos_per_second == pytest.approx(summary.photos / summary.seconds)


def test_a_second_run_skips_all_that_is_known(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    summary = index_folders(library, [folder])
    assert (summary.photos, summary.files, summary.failed, summary.skipped) == (0, 6, 1, 5)
    assert summary.photos_per_second == 0


def test_what_is_new_is_told_apart_from_what_is_known(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    write_picture(folder / "new.jpg", seed=50)
    summary = index_folders(library, [folder])
    assert (summary.photos, summary.files, summary.failed, summary.skipped) == (1, 7, 1, 5)


def test_only_the_folders_that_were_given_are_counted(library: Library, folder: Path, tmp_path: Path) -> None:
    index_folders(library, [folder])
    write_picture(tmp_path / "other" / "a.jpg", seed=60)
    summary = index_folders(library, [tmp_path / "other"])
    assert (summary.photos, summary.files, summary.failed, summary.skipped) == (1, 1, 0, 0)


def test_a_folder_that_is_given_twice_is_counted_once(library: Library, folder: Path) -> None:
    summary = index_folders(library, [folder, folder])
    assert (summary.photos, summary.files) == (4, 6)


def test_an_empty_folder_is_no_error(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    summary = index_folders(library, [tmp_path / "empty"])
    assert (summary.photos, summary.files, summary.failed, summary.skipped) == (0, 0, 0, 0)


def test_bad_input_does_nothing(library: Library, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        index_folders(library, [folder, tmp_path / "nowhere"])
    assert list_folders(library) == []


def test_patterns_for_a_part_of_a_watched_folder_are_refused(library: Library, folder: Path) -> None:
    write_picture(folder / "part" / "a.jpg", seed=70)
    index_folders(library, [folder], leave_out=["*.png"])
    with pytest.raises(InputError, match=f"mindseye folders {folder} --exclude"):
        index_folders(library, [folder / "part"], leave_out=["*.jpg"])
    (watched,) = list_folders(library)
    assert watched.excludes == ("*.png",)
    assert index_folders(library, [folder / "part"]).photos == 0
