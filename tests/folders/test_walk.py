"""Walking a folder: what is found, what is passed over, and what cannot be looked into."""

import os
from pathlib import Path

import pytest
from tests.support.ordinary_user import open_to_everybody, ordinary_user

from mindseye.errors import Cancelled
from mindseye.folders import walk as walk_module
from mindseye.folders.excludes import NOTHING
from mindseye.folders.walk import Walk, is_away, walk
from mindseye.imaging import PICTURE_SUFFIXES
from mindseye.tasks import CancelToken


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")


def look(folder: Path) -> Walk:
    return walk(folder, PICTURE_SUFFIXES, CancelToken())


def names(found: Walk) -> set[str]:
    return {os.fsdecode(path) for path in found.files}


def test_pictures_are_found_at_every_depth_with_their_facts(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", "x/b.PNG", "x/y/z/c.heic", "x/notes.txt", "noname")
    found = look(tmp_path)
    assert names(found) == {"a.jpg", "x/b.PNG", "x/y/z/c.heic"}
    facts = (tmp_path / "a.jpg").stat()
    seen = found.files[b"a.jpg"]
    assert (seen.path, seen.size, seen.mtime_ns, seen.inode) == (b"a.jpg", 5, facts.st_mtime_ns, facts.st_ino)
    assert found.unreadable == []


@pytest.mark.parametrize(
    "litter",
    [".hidden.jpg", ".thumbnails/a.jpg", "._a.jpg", "@eaDir/a.jpg", "x/#recycle/a.jpg",
     "$RECYCLE.BIN/S-1/a.jpg", "__MACOSX/a.jpg", "lost+found/a.jpg", "System Volume Information/a.jpg"],
)  # fmt: skip
def test_hidden_files_and_what_systems_leave_behind_are_passed_over(tmp_path: Path, litter: str) -> None:
    put(tmp_path, litter, "a.jpg")
    assert names(look(tmp_path)) == {"a.jpg"}


def test_a_folder_that_is_named_like_a_picture_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "holiday.jpg/a.jpg")
    assert names(look(tmp_path)) == {"holiday.jpg/a.jpg"}


def test_what_is_no_regular_file_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert names(look(tmp_path)) == set()


def test_names_that_are_no_utf_8_are_kept_as_they_are(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9"))
    folder.mkdir()
    (folder / os.fsdecode(b"\xff.jpg")).write_bytes(b"")
    assert list(look(tmp_path).files) == [b"\xe9t\xe9/\xff.jpg"]
    assert list(look(folder).files) == [b"\xff.jpg"]


def test_a_link_to_a_folder_outside_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside/a.jpg", "inside/b.jpg")
    (tmp_path / "inside" / "link").symlink_to(tmp_path / "outside")
    assert names(look(tmp_path / "inside")) == {"b.jpg", "link/a.jpg"}


def test_a_folder_that_a_link_beside_it_leads_to_keeps_its_own_path(tmp_path: Path) -> None:
    put(tmp_path, "m/a.jpg")
    for name in ("a", "m2", "z"):
        (tmp_path / name).symlink_to(tmp_path / "m")
    assert names(look(tmp_path)) == {"m/a.jpg"}


def test_one_folder_is_left_out_by_whatever_path_it_is_reached(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", "library/pictures/b.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "library" / "pictures")
    own = tmp_path / "library" / "pictures"
    assert names(walk(tmp_path, PICTURE_SUFFIXES, CancelToken(), without=own)) == {"a.jpg"}
    assert names(walk(tmp_path, PICTURE_SUFFIXES, CancelToken(), without=tmp_path / "none")) == {
        "a.jpg", "library/pictures/b.jpg",
    }  # fmt: skip


@pytest.mark.timeout(20)
def test_links_that_run_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", "x/b.jpg")
    (tmp_path / "x" / "up").symlink_to(tmp_path)
    (tmp_path / "x" / "itself").symlink_to("itself")
    (tmp_path / "x" / "parent").symlink_to("..")
    found = look(tmp_path)
    assert names(found) == {"a.jpg", "x/b.jpg"}
    assert found.unreadable == []


def test_a_folder_that_two_links_lead_to_is_walked_once(tmp_path: Path) -> None:
    put(tmp_path, "real/a.jpg")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to("real")
    assert len(look(tmp_path).files) == 1


def test_dangling_links_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to("nowhere.jpg")
    (tmp_path / "folder").symlink_to("nowhere")
    found = look(tmp_path)
    assert found.files == {}
    assert found.unreadable == []


def test_a_sub_folder_that_must_not_be_read_is_told_and_the_rest_is_found() -> None:
    with open_to_everybody() as folder:
        put(folder, "a.jpg", "x/closed/b.jpg", "x/c.jpg")
        (folder / "x" / "closed").chmod(0)
        with ordinary_user():
            found = look(folder)
    assert names(found) == {"a.jpg", "x/c.jpg"}
    assert found.unreadable == [b"x/closed"]


def test_a_sub_folder_on_a_failing_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "bad/b.jpg", "good/c.jpg")
    original = os.scandir

    def failing(path: bytes) -> object:
        if path.endswith(b"/bad"):
            raise OSError(5, "Input/output error")
        return original(path)

    monkeypatch.setattr(walk_module.os, "scandir", failing)
    found = look(tmp_path)
    assert names(found) == {"good/c.jpg"}
    assert found.unreadable == [b"bad"]


def test_the_folder_itself_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        look(tmp_path / "nowhere")
    assert is_away(tmp_path / "nowhere")
    put(tmp_path, "file.jpg")
    assert is_away(tmp_path / "file.jpg")
    assert not is_away(tmp_path)


def test_a_folder_that_must_not_be_listed_is_away() -> None:
    with open_to_everybody() as folder:
        (folder / "closed").mkdir(mode=0)
        with ordinary_user():
            assert is_away(folder / "closed")


def test_a_walk_can_be_called_off(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", *(f"{number}/a.jpg" for number in range(5)))

    class CalledOffInside(CancelToken):
        looks = 0

        def check(self) -> None:
            super().check()
            self.looks += 1
            self.cancel()

    token = CalledOffInside()
    with pytest.raises(Cancelled):
        walk(tmp_path, PICTURE_SUFFIXES, token)
    assert token.looks == 1


def test_inode_numbers_fit_into_the_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.jpg")

    class Entry:
        name = b"a.jpg"

        def is_dir(self) -> bool:
            return False

        def stat(self) -> os.stat_result:
            facts = list(tmp_path.joinpath("a.jpg").stat())
            facts[1] = 2**64 - 5
            return os.stat_result(facts)

    found = Walk()
    walk_module._sort([Entry()], b"", frozenset({b".jpg"}), NOTHING, found, [], [])  # type: ignore[arg-type]
    assert 0 < found.files[b"a.jpg"].inode < 2**63
