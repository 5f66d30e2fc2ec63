"""Photos that are nearly the same, in a real library: found, judged, and put away with care."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support.pictures import scene

from mindseye.catalog import fingerprints
from mindseye.duplicates import Kind
from mindseye.errors import Cancelled
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.operations.duplicates import Group, find_duplicates, make_fingerprints
from mindseye.operations.index_folders import index_folders
from mindseye.operations.trash import Decision, clear_duplicates, move_to_trash
from mindseye.tasks import CancelToken

Put = Callable[[Path], None]


@pytest.fixture
def bin_of(tmp_path: Path) -> Put:
    """A trash of the test's own."""
    target = tmp_path / "trash"
    target.mkdir()

    def put(path: Path) -> None:
        path.rename(target / path.name)

    return put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A photo with a copy, a smaller version and a brighter one; another photo; two plain ones."""
    folder = tmp_path.resolve() / "photos"
    (folder / "old").mkdir(parents=True)
    picture = scene(1)
    picture.save(folder / "sea.jpg", quality=95)
    (folder / "old" / "sea copy.jpg").write_bytes((folder / "sea.jpg").read_bytes())
    picture.resize((240, 160)).save(folder / "sea-small.png")
    Image.fromarray(np.clip(np.asarray(picture, dtype=float) * 1.1, 0, 255).astype(np.uint8)).save(
        folder / "sea-bright.jpg", quality=60
    )
    scene(2).save(folder / "wood.jpg")
    for name, grey in (("black.png", 0), ("white.png", 255)):
        Image.new("RGB", (400, 300), (grey, grey, grey)).save(folder / name)
    return folder


def names(group: Group) -> list[str]:
    return [member.file.path.name for member in group.members]


def file_ids(library: Library) -> dict[str, int]:
    with library.catalog.read() as connection:
        rows = connection.execute("SELECT path, id FROM files").fetchall()
    return {row[0].decode().rpartition("/")[2]: row[1] for row in rows}


def test_copies_and_versions_are_one_group_and_the_best_stands_first(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    best, *others = group.members
    assert best.file.path.name in {"sea.jpg", "sea copy.jpg"}
    assert not best.spare
    assert [member.kind for member in others] == [Kind.COPIES, Kind.SAME_PICTURE, Kind.SAME_PICTURE]
    assert all(member.spare for member in others)
    assert names(group)[2:] == ["sea-bright.jpg", "sea-small.png"]
    assert group.kind == Kind.SAME_PICTURE
    assert group.spare_bytes == sum(member.file.path.stat().st_size for member in others)


def test_only_copies_are_told_where_only_they_are_asked_for(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.COPIES)
    assert set(names(group)) == {"sea.jpg", "sea copy.jpg"}
    assert group.kind == Kind.COPIES


def test_a_link_is_no_copy(library: Library, folder: Path) -> None:
    (folder / "old" / "sea copy.jpg").unlink()
    (folder / "link.jpg").symlink_to(folder / "sea.jpg")
    index_folders(library, [folder])
    assert find_duplicates(library, kind=Kind.COPIES) == []
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    assert "link.jpg" not in names(group)


def test_shots_of_one_burst_are_alike_but_none_is_proposed_to_go(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "burst"
    folder.mkdir()
    # Alike to the model, which knows colours; of different shapes.
    for number, second in ((1, 0), (2, 4), (3, 50)):
        exif = Image.Exif()
        exif[0x0110] = "X-T3"
        exif.get_ifd(0x8769)[0x9003] = f"2023:01:03 12:00:{second:02}"
        scene(number, (300, 300)).convert("L").convert("RGB").save(folder / f"{number}.jpg", exif=exif)
    index_folders(library, [folder])
    (group,) = find_duplicates(library)
    assert sorted(names(group)) == ["1.jpg", "2.jpg"]
    assert group.kind == Kind.VERY_ALIKE
    assert not any(member.spare for member in group.members)


def test_a_library_from_before_gets_its_fingerprints_from_the_thumbnails(
    library: Library, folder: Path
) -> None:
    index_folders(library, [folder])
    with library.catalog.read() as connection:
        before = fingerprints.all_of(connection)
    library.catalog.write(lambda connection: connection.execute("DELETE FROM fingerprints"))
    for file in folder.rglob("*.*"):  # the thumbnails are enough
        file.chmod(0)
    assert make_fingerprints(library) == browse.photo_count(library)
    assert make_fingerprints(library) == 0
    with library.catalog.read() as connection:
        after = fingerprints.all_of(connection)
    assert after.ids.tolist() == before.ids.tolist()
    assert len(before.ids) == browse.photo_count(library) - 2  # the plain ones
    assert np.bitwise_count(before.bits ^ after.bits).sum(axis=1).max() <= 12


def test_looking_can_be_called_off(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    library.catalog.write(lambda connection: connection.execute("DELETE FROM fingerprints"))
    token = CancelToken()
    told: list[str] = []

    def report(what: str, share: float) -> None:
        told.append(what)
        assert 0 <= share <= 1
        if len(told) == 3:
            token.cancel()

    with pytest.raises(Cancelled):
        find_duplicates(library, token=token, report=report)
    assert told == ["Looking at photos"] * 3
    with library.catalog.read() as connection:
        assert len(fingerprints.missing(connection)) == browse.photo_count(library) - 3


def test_what_is_spare_goes_to_the_trash_and_out_of_the_library_at_once(
    library: Library, folder: Path, bin_of: Put, tmp_path: Path
) -> None:
    index_folders(library, [folder])
    changes: list[PhotosChanged] = []
    library.events.subscribe(PhotosChanged, changes.append)
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    before = browse.photo_count(library)
    spare = tuple(member.file.id for member in group.members if member.spare)
    done = clear_duplicates(library, [Decision(group.members[0].file.id, spare)], put=bin_of)
    assert sorted(path.name for path in done.moved) == sorted(names(group)[1:])
    assert not done.refused
    assert len(list((tmp_path / "trash").iterdir())) == 3
    assert browse.photo_count(library) == before - 2
    assert len(library.spaces.active.index) == before - 2
    assert changes
    assert find_duplicates(library, kind=Kind.SAME_PICTURE) == []
    assert group.members[0].file.path.exists()


def test_nothing_goes_where_the_one_to_keep_is_gone_or_changed(
    library: Library, folder: Path, bin_of: Put, tmp_path: Path
) -> None:
    index_folders(library, [folder])
    ids = file_ids(library)
    (folder / "sea.jpg").unlink()
    (folder / "wood.jpg").write_bytes(b"other")
    done = clear_duplicates(
        library,
        [
            Decision(ids["sea.jpg"], (ids["sea-small.png"],)),
            Decision(ids["wood.jpg"], (ids["sea copy.jpg"],)),
            Decision(10_000, (ids["black.png"],)),
        ],
        put=bin_of,
    )
    assert not done.moved
    assert [refusal.reason for refusal in done.refused] == [
        "It stays, since sea.jpg, which was to be kept, is not there now.",
        "It stays, since wood.jpg, which was to be kept, changed since it was looked at.",
        "It stays, since the one to keep is not known any more.",
    ]
    assert not list((tmp_path / "trash").iterdir())


def test_a_file_that_cannot_go_stays_and_the_others_go(library: Library, folder: Path, bin_of: Put) -> None:
    index_folders(library, [folder])
    ids = file_ids(library)
    (folder / "black.png").write_bytes(b"changed")

    def put(path: Path) -> None:
        if path.name == "white.png":
            raise OSError(13, "Permission denied")
        bin_of(path)

    wanted = [ids[name] for name in ("black.png", "white.png", "wood.jpg")]
    done = move_to_trash(library, wanted, put=put)
    assert [path.name for path in done.moved] == ["wood.jpg"]
    assert [refusal.reason for refusal in done.refused] == [
        "It changed since it was looked at.",
        "The trash did not take it (Permission denied).",
    ]
    left = file_ids(library)
    assert "wood.jpg" not in left
    assert {"black.png", "white.png"} <= left.keys()


def test_the_trash_of_the_system_takes_a_file(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plat_other = pytest.importorskip("send2trash.plat_other")
    monkeypatch.setattr("send2trash.send2trash", plat_other.send2trash)
    monkeypatch.setattr(plat_other, "HOMETRASH_B", str(tmp_path / "share" / "Trash").encode())
    monkeypatch.setattr(plat_other, "get_dev", lambda _path: 1)  # wherever the home lies
    index_folders(library, [folder])
    done = move_to_trash(library, [file_ids(library)["wood.jpg"]])
    assert done.moved == (folder / "wood.jpg",)
    assert not (folder / "wood.jpg").exists()
    assert [path.name for path in (tmp_path / "share" / "Trash" / "files").iterdir()] == ["wood.jpg"]
