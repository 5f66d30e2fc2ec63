"""Photos that are nearly the same, in a real library: found, judged, and put away with care."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support.pictures import scene

from mindseye.catalog import albums as stored_albums
from mindseye.catalog import fingerprints
from mindseye.duplicates import Kind
from mindseye.errors import Cancelled, ReadOnlyError
from mindseye.events import PhotosChanged
from mindseye.library import Library
from mindseye.operations import albums, browse, history, labelling
from mindseye.operations.clear_duplicates import Cleared, Decision, clear_duplicates, set_apart, take_back
from mindseye.operations.duplicates import Group, Reason, find_duplicates, make_fingerprints
from mindseye.operations.index_folders import index_folders
from mindseye.operations.trash import move_to_trash
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
    cleared = clear_duplicates(library, [Decision(group.members[0].file.id, spare)], put=bin_of)
    done = cleared.trashed
    assert cleared.entry is None  # nothing was said of any of them
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
    ).trashed
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


def clear(library: Library, group: Group, put: Put) -> Cleared:
    spare = tuple(member.file.id for member in group.members if member.spare)
    return clear_duplicates(library, [Decision(group.members[0].file.id, spare)], put=put)


def test_what_was_said_of_those_that_go_is_said_of_the_one_that_stays_and_undo_takes_all_back(
    library: Library, folder: Path, bin_of: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    best = group.members[0].photo.id
    small, bright = (member.photo.id for member in group.members[:1:-1])
    labelling.give_tags(library, [small], ["Norway"])
    labelling.give_tags(library, [bright], ["sea"])
    labelling.reject_tags(library, [bright], ["boat"])
    labelling.rate(library, [best], 2)
    labelling.rate(library, [small], 4)
    labelling.rate(library, [bright], 1)
    labelling.caption(library, [best], "mine")
    labelling.caption(library, [small], "another")
    album = albums.create(library, "Best", photo_ids=[small, labelling.photos_at(library, [folder])[-1]])
    before = labelling.labels_of(library, [best, small, bright])
    inside = albums.photos_in(library, album)

    cleared = clear(library, group, bin_of)
    now = labelling.labels_of(library, [best])[best]
    assert [tag.label for tag in now.tags if tag.category == ""] == ["Norway", "sea"]
    assert (now.rating, now.caption) == (4, "mine")
    assert albums.photos_in(library, album) == [best, *inside[1:]]  # at the place of the one that went
    with library.catalog.read() as connection:
        assert stored_albums.said(connection, album.id)[best] == "member"
    assert cleared.entry is not None
    assert cleared.entry.words == "keeping what was said of duplicates with 1 photo"

    def back(library: Library, paths: tuple[Path, ...]) -> None:
        for path in paths:
            (tmp_path / "trash" / path.name).rename(path)

    monkeypatch.setattr("mindseye.operations.put_back.put_back", back)
    take_back(library, cleared)
    library.indexer.index()
    assert labelling.labels_of(library, [best, small, bright]) == before
    assert albums.photos_in(library, album) == inside
    assert names(find_duplicates(library, kind=Kind.SAME_PICTURE)[0]) == names(group)


def test_nothing_is_handed_on_for_a_file_that_stays_or_in_vain(
    library: Library, folder: Path, bin_of: Put
) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    small = group.members[-1]
    labelling.give_tags(library, [small.photo.id], ["Norway"])
    small.file.path.write_bytes(b"changed since")
    cleared = clear(library, group, bin_of)
    assert [refusal.path for refusal in cleared.trashed.refused] == [small.file.path]
    assert cleared.entry is None
    assert len(cleared.trashed.moved) == 2


def test_a_second_name_of_the_file_that_stays_does_not_go(
    library: Library, folder: Path, bin_of: Put
) -> None:
    (folder / "old" / "sea copy.jpg").unlink()
    (folder / "old" / "sea copy.jpg").hardlink_to(folder / "sea.jpg")
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.COPIES)
    done = clear(library, group, bin_of).trashed
    assert not done.moved
    assert done.refused[0].reason == f"It is the same file as {group.members[0].file.path}."
    assert (folder / "sea.jpg").exists()


def test_clearing_can_be_ended_between_two_files(library: Library, folder: Path, bin_of: Put) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    token, told = CancelToken(), list[float]()

    def put(path: Path) -> None:
        bin_of(path)
        token.cancel()

    spare = tuple(member.file.id for member in group.members[1:])
    cleared = clear_duplicates(
        library, [Decision(group.members[0].file.id, spare)], put=put, token=token, report=told.append
    )
    assert len(cleared.trashed.moved) == 1
    assert told == [0.0]
    (left,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    assert len(left.members) == 3


def test_a_group_that_was_told_apart_does_not_come_again_until_that_is_undone(
    library: Library, folder: Path
) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library)
    entry = set_apart(library, [member.photo.id for member in group.members])
    assert entry is not None
    assert entry.words == "telling 3 photos apart"
    for kind in Kind:
        assert find_duplicates(library, kind=kind) == []
    assert set_apart(library, [member.photo.id for member in group.members]) is None
    history.undo(library)
    assert [names(each) for each in find_duplicates(library)] == [names(group)]


def test_told_apart_are_those_that_were_named_and_no_others(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library)
    by_name = {member.file.path.name: member.photo.id for member in group.members}
    set_apart(library, [by_name["sea-small.png"], by_name["sea.jpg"]])
    (left,) = find_duplicates(library)
    assert sorted(names(left)) == ["sea copy.jpg", "sea-bright.jpg", "sea.jpg"]
    set_apart(library, [by_name["sea.jpg"], by_name["sea.jpg"]])
    (left,) = find_duplicates(library)
    assert [member.spare for member in left.members] == [False, False, True]  # the copy may lie there


def test_what_was_told_apart_goes_with_a_picture_that_is_edited(library: Library, folder: Path) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library)
    set_apart(library, [member.photo.id for member in group.members])
    with Image.open(folder / "sea-small.png") as picture:
        edited = picture.point(lambda value: min(255, value + 3))
    edited.save(folder / "sea-small.png")
    library.indexer.index()
    assert find_duplicates(library) == []


def test_the_best_is_told_with_its_reasons(library: Library, folder: Path, tmp_path: Path) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)
    assert group.reasons == (Reason.LARGEST, Reason.EARLIEST)
    (copies,) = find_duplicates(library, kind=Kind.COPIES)
    assert copies.reasons == (Reason.EARLIEST,)
    other = tmp_path / "other"
    other.mkdir()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2023:01:03 12:00:00"
    scene(7).save(other / "dated.jpg", quality=60, exif=exif)
    scene(7).save(other / "plain.jpg", quality=95)
    index_folders(library, [other])
    _, dated = find_duplicates(library, kind=Kind.SAME_PICTURE)
    assert names(dated) == ["dated.jpg", "plain.jpg"]
    assert dated.reasons[0] == Reason.DATED
    assert Reason.LEAST_COMPRESSED not in dated.reasons


def test_nothing_goes_where_the_library_cannot_be_written(
    library: Library, folder: Path, bin_of: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_folders(library, [folder])
    (group,) = find_duplicates(library, kind=Kind.SAME_PICTURE)

    def refuse(_: object) -> None:
        raise ReadOnlyError("It can be searched but not changed.")

    monkeypatch.setattr(library.catalog, "write", refuse)
    with pytest.raises(ReadOnlyError):
        clear(library, group, bin_of)
    assert not list((tmp_path / "trash").iterdir())
