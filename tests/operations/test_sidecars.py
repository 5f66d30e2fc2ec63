"""Tags in files: read while indexing, followed, written and taken back; checked with ExifTool."""

import hashlib
import os
from pathlib import Path

import pytest
from tests.support import exiftool
from tests.support.counting import CountingLoader
from tests.support.pictures import write_picture

from mindseye.library import Library
from mindseye.operations import exchange_sidecars, history, labelling, sidecars
from mindseye.operations.labelling import Labels
from mindseye.operations.watched_folders import add_folders


@pytest.fixture(autouse=True)
def tool() -> None:
    exiftool.need_exiftool()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture that is not indexed yet."""
    (tmp_path / "photos").mkdir()
    return write_picture(tmp_path / "photos" / "photo.jpg")


def index(library: Library, photo: Path) -> int:
    add_folders(library, [photo.parent])
    library.indexer.index()
    return labelling.photos_at(library, [photo])[0]


def said(library: Library, photo_id: int) -> tuple[set[str], int, str]:
    labels: Labels = labelling.labels_of(library, [photo_id])[photo_id]
    return {tag.label for tag in labels.tags if not tag.category}, labels.rating, labels.caption


def beside(photo: Path) -> Path:
    return photo.with_name(photo.name + ".xmp")


def write(library: Library, photo_id: int) -> sidecars.Written:
    return sidecars.write_sidecars(library, sidecars.plan_sidecars(library, [photo_id]).changes)


def touch_later(path: Path) -> None:
    """A file system may tell times too coarsely for two changes in a row."""
    facts = path.stat()
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1_000_000))


# Reading


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [
        (
            ["XMP-dc:Subject=boat", "XMP-dc:Subject=Café", "XMP-xmp:Rating=4", "XMP-dc:Description=At sea"],
            ({"boat", "Café"}, 4, "At sea"),
        ),
        (["XMP-lr:HierarchicalSubject=Places|Norway", "XMP-dc:Subject=Norway"], ({"Places/Norway"}, 0, "")),
        (["XMP-digiKam:TagsList=Places/Norway", "XMP-dc:Subject=Norway"], ({"Places/Norway"}, 0, "")),
        (
            [
                "CodedCharacterSet=UTF8",
                "IPTC:Keywords=boat",
                "IPTC:Keywords=Café",
                "IPTC:Caption-Abstract=Sea",
            ],
            ({"boat", "Café"}, 0, "Sea"),
        ),
        (["IFD0:Rating=3"], (set(), 3, "")),
        (["IPTC:Keywords=old", "XMP-dc:Subject=new"], ({"new"}, 0, "")),
    ],
)
def test_what_a_picture_itself_says_is_read_when_it_is_indexed(
    library: Library, photo: Path, assignments: list[str], expected: tuple[set[str], int, str]
) -> None:
    exiftool.write(photo, *assignments)
    assert said(library, index(library, photo)) == expected
    assert history.next_steps(library) == (None, None)


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_other_formats_are_read_too(library: Library, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "photos").mkdir()
    photo = write_picture(tmp_path / "photos" / f"photo{suffix}")
    exiftool.write(photo, "XMP-dc:Subject=boat", "XMP-xmp:Rating=2")
    assert said(library, index(library, photo)) == ({"boat"}, 2, "")


@pytest.mark.parametrize("name", ["photo.jpg.xmp", "photo.xmp"])
def test_a_sidecar_is_read_and_followed_without_embedding_again(
    library: Library, photo: Path, loader: CountingLoader, name: str
) -> None:
    sidecar = photo.with_name(name)
    exiftool.write(sidecar, "XMP-dc:Subject=boat", "XMP-dc:Subject=sea", "XMP-xmp:Rating=4")
    photo_id = index(library, photo)
    assert said(library, photo_id) == ({"boat", "sea"}, 4, "")
    embedded = loader.pictures
    exiftool.write(sidecar, "XMP-dc:Subject-=sea", "XMP-dc:Subject+=Çelik", "XMP-xmp:Rating=1")
    touch_later(sidecar)
    library.indexer.index()
    assert said(library, photo_id) == ({"boat", "Çelik"}, 1, "")
    assert loader.pictures == embedded


def test_a_sidecar_that_comes_after_its_picture_and_a_picture_after_its_sidecar(
    library: Library, photo: Path
) -> None:
    photo_id = index(library, photo)
    exiftool.write(photo.with_name("photo.xmp"), "XMP-dc:Subject=boat")
    exiftool.write(photo.with_name("late.xmp"), "XMP-dc:Subject=late")
    library.indexer.index()
    assert said(library, photo_id)[0] == {"boat"}
    late = write_picture(photo.with_name("late.jpg"), seed=7)
    assert said(library, index(library, late))[0] == {"late"}


def test_what_a_person_rejected_or_rated_stays_when_a_sidecar_is_first_read(
    library: Library, photo: Path
) -> None:
    photo_id = index(library, photo)
    labelling.reject_tags(library, [photo_id], ["boat"])
    labelling.rate(library, [photo_id], 5)
    exiftool.write(beside(photo), "XMP-dc:Subject=boat", "XMP-dc:Subject=sea", "XMP-xmp:Rating=1")
    library.indexer.index()
    assert said(library, photo_id) == ({"sea"}, 5, "")


def test_a_sidecar_that_goes_or_moves_takes_nothing_away_and_brings_nothing_back(
    library: Library, photo: Path
) -> None:
    exiftool.write(beside(photo), "XMP-dc:Subject=boat", "XMP-dc:Subject=sea")
    photo_id = index(library, photo)
    labelling.forget_judgement(library, [photo_id], "boat")
    below = photo.parent / "below"
    below.mkdir()
    beside(photo).rename(below / beside(photo).name)
    photo = photo.rename(below / photo.name)
    library.indexer.index()
    assert said(library, photo_id)[0] == {"sea"}
    beside(photo).unlink()
    library.indexer.index()
    assert said(library, photo_id)[0] == {"sea"}


def test_a_damaged_sidecar_stops_nothing(library: Library, photo: Path) -> None:
    beside(photo).write_bytes(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    photo_id = index(library, photo)
    assert said(library, photo_id) == (set(), 0, "")
    labelling.give_tags(library, [photo_id], ["boat"])
    plan = sidecars.plan_sidecars(library, [photo_id])
    assert plan.changes == []
    assert "document type" in plan.problems[beside(photo)]
    beside(photo).unlink()
    exiftool.write(beside(photo), "XMP-dc:Subject=mended")
    library.indexer.index()
    assert said(library, photo_id)[0] == {"boat", "mended"}


def test_pictures_of_an_older_library_are_asked_when_one_wishes(library: Library, photo: Path) -> None:
    exiftool.write(photo, "XMP-dc:Subject=boat")
    photo_id = index(library, photo)
    library.catalog.write(lambda connection: connection.execute("DELETE FROM labels_taken"))
    library.catalog.write(lambda connection: connection.execute("DELETE FROM tags"))
    assert sidecars.read_again(library) == 1
    assert said(library, photo_id)[0] == {"boat"}
    labelling.forget_judgement(library, [photo_id], "boat")
    assert sidecars.read_again(library) == 0
    assert said(library, photo_id)[0] == set()


# Writing


def test_a_new_sidecar_is_read_by_exiftool_and_undone_to_nothing(library: Library, photo: Path) -> None:
    before = hashlib.sha256(photo.read_bytes()).hexdigest()
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["Places/Norway", "<boat> & Çelik"])
    labelling.judge(library, "day", category="time of day", right=[photo_id])
    labelling.rate(library, [photo_id], 4)
    labelling.caption(library, [photo_id], "Two\nlines")
    (change,) = sidecars.plan_sidecars(library, [photo_id]).changes
    assert change.is_new
    assert not beside(photo).exists()
    assert "+ Places/Norway" in change.lines()
    assert "rating 0 → 4" in change.lines()
    written = sidecars.write_sidecars(library, [change])
    assert written.entry is not None
    assert (written.files, written.entry.words) == (1, "writing 1 sidecar")
    facts = exiftool.tell(beside(photo))
    assert set(exiftool.words(facts, exiftool.FLAT)) == {"Norway", "<boat> & Çelik", "day"}
    assert set(exiftool.words(facts, exiftool.DIGIKAM)) == {
        "Places/Norway",
        "<boat> & Çelik",
        "time of day/day",
    }
    assert "Places|Norway" in exiftool.words(facts, exiftool.LIGHTROOM)
    assert facts["XMP-xmp:Rating"] == 4
    assert facts["XMP-dc:Description"] == "Two\nlines"
    library.indexer.index()
    assert sidecars.plan_sidecars(library, [photo_id]).changes == []
    assert said(library, photo_id)[0] == {"Places/Norway", "<boat> & Çelik"}
    step = history.undo(library)
    assert step is not None
    assert (step.put_back, step.left) == (1, 0)
    assert not beside(photo).exists()
    library.indexer.index()
    assert said(library, photo_id) == ({"Places/Norway", "<boat> & Çelik"}, 4, "Two\nlines")
    history.redo(library)
    assert exiftool.tell(beside(photo)) == facts
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == before


def test_what_else_a_sidecar_holds_stays_and_undo_puts_every_byte_back(library: Library, photo: Path) -> None:
    sidecar = photo.with_name("photo.xmp")
    exiftool.write(
        sidecar, "XMP-dc:Subject=old", "XMP-dc:Creator=Somebody", "XMP-crs:Exposure2012=+0.50",
        "XMP-photoshop:City=Bergen", "XMP-xmpMM:DocumentID=abc", "XMP-dc:Title-de=Boot",
        "XMP-mwg-rs:RegionInfo={RegionList=[{Name=Kari,Type=Face}]}",
    )  # fmt: skip
    original, told = sidecar.read_bytes(), exiftool.tell(sidecar)
    photo_id = index(library, photo)
    labelling.take_tags(library, [photo_id], ["old"])
    labelling.give_tags(library, [photo_id], ["new"])
    assert write(library, photo_id).files == 1
    facts = exiftool.tell(sidecar)
    assert exiftool.words(facts, exiftool.FLAT) == ["new"]
    ours = {exiftool.FLAT, exiftool.LIGHTROOM, exiftool.DIGIKAM}
    assert {name: value for name, value in facts.items() if name not in ours} == {
        name: value for name, value in told.items() if name not in ours
    }
    history.undo(library)
    assert sidecar.read_bytes() == original
    library.indexer.index()
    assert said(library, photo_id)[0] == {"new"}  # taking the writing back takes no tag back


def test_outside_edits_are_merged_before_writing(library: Library, photo: Path) -> None:
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["boat", "sea"])
    labelling.rate(library, [photo_id], 3)
    write(library, photo_id)
    exiftool.write(beside(photo), "XMP-dc:Subject+=outside", "XMP-xmp:Rating=5")
    labelling.give_tags(library, [photo_id], ["inside"])
    labelling.take_tags(library, [photo_id], ["sea"])
    write(library, photo_id)
    assert said(library, photo_id) == ({"boat", "inside", "outside"}, 5, "")
    facts = exiftool.tell(beside(photo))
    assert set(exiftool.words(facts, exiftool.FLAT)) == {"boat", "inside", "outside"}


def test_a_sidecar_that_changed_since_the_plan_or_since_the_writing_is_left_alone(
    library: Library, photo: Path
) -> None:
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["boat"])
    plan = sidecars.plan_sidecars(library, [photo_id])
    exiftool.write(beside(photo), "XMP-dc:Subject=theirs")
    written = sidecars.write_sidecars(library, plan.changes)
    assert (written.entry, written.files, written.left) == (None, 0, [beside(photo)])
    assert history.entries(library)[0].words == "tagging 1 photo “boat”"
    write(library, photo_id)
    exiftool.write(beside(photo), "XMP-dc:Subject+=later")
    theirs = beside(photo).read_bytes()
    step = history.undo(library)
    assert step is not None
    assert step.left == 1
    assert beside(photo).read_bytes() == theirs


def test_a_writing_that_was_killed_half_way_loses_nothing(
    library: Library, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_picture(photo.with_name("other.jpg"), seed=9)
    photo_id, other_id = index(library, photo), index(library, other)
    labelling.give_tags(library, [photo_id, other_id], ["boat"])
    write(library, photo_id)
    write(library, other_id)
    labelling.give_tags(library, [photo_id, other_id], ["sea"])
    changes = sidecars.plan_sidecars(library, [photo_id, other_id]).changes
    original = {change.file.path: change.file.before for change in changes}
    real, calls = exchange_sidecars._replace, []

    def killed(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(exchange_sidecars, "_replace", killed)
    with pytest.raises(KeyboardInterrupt):
        sidecars.write_sidecars(library, changes)
    monkeypatch.undo()
    library.indexer.index()
    for each in (photo_id, other_id):
        assert said(library, each)[0] == {"boat", "sea"}
    step = history.undo(library)
    assert step is not None
    assert (step.put_back, step.left) == (2, 0)
    assert {path: path.read_bytes() for path in original} == original
    library.indexer.index()
    for each in (photo_id, other_id):
        assert said(library, each)[0] == {"boat", "sea"}


def test_a_folder_that_cannot_be_written_is_told(
    library: Library, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["boat"])

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(exchange_sidecars, "replacing", refuse)
    written = write(library, photo_id)
    assert written.problems == {beside(photo): "Permission denied"}
    assert written.entry is None
    assert list(photo.parent.iterdir()) == [photo]


def test_raw_and_jpeg_of_one_name_keep_their_tags_apart(library: Library, photo: Path) -> None:
    photo_id = index(library, photo)
    photo.with_name("photo.cr2").write_bytes(b"II*\0no picture")
    exiftool.write(photo.with_name("photo.xmp"), "XMP-dc:Subject=raw")
    library.indexer.index()
    assert said(library, photo_id)[0] == set()
    labelling.give_tags(library, [photo_id], ["jpeg"])
    write(library, photo_id)
    assert exiftool.words(exiftool.tell(photo.with_name("photo.xmp")), exiftool.FLAT) == ["raw"]
    assert beside(photo).exists()
