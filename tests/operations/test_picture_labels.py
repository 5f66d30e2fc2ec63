"""Tags in the pictures themselves: by ExifTool, everything else the same, taken back byte by byte."""

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.support import exiftool
from tests.support.counting import CountingLoader
from tests.support.pictures import write_picture

from mindseye import xmp
from mindseye.errors import InputError
from mindseye.imaging import embedding_xmp
from mindseye.library import Library
from mindseye.metadata import FileLabels
from mindseye.operations import history, labelling
from mindseye.operations.picture_labels import plan_pictures, write_pictures
from mindseye.operations.sidecars import Written
from mindseye.operations.watched_folders import add_folders

_OURS = {exiftool.FLAT, exiftool.LIGHTROOM, exiftool.DIGIKAM, "XMP-xmp:Rating"}
_OF_PACKETS = ("XMP-x:",)


@pytest.fixture(autouse=True)
def tool() -> None:
    exiftool.need_exiftool()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "photos"
    made.mkdir()
    return made


def rich(path: Path) -> Path:
    """A picture in which other programs wrote much."""
    write_picture(path)
    exiftool.write(
        path, "XMP-dc:Subject=old", "XMP-dc:Creator=Somebody", "XMP-crs:Exposure2012=+0.50",
        "XMP-mwg-rs:RegionInfo={RegionList=[{Name=Kari,Type=Face}]}", "EXIF:Artist=Somebody",
        "EXIF:Orientation#=6", "EXIF:DateTimeOriginal=2020:01:02 03:04:05", "Comment=a comment",
    )  # fmt: skip
    if path.suffix == ".jpg":
        exiftool.write(path, "IPTC:City=Bergen", "IPTC:Keywords=old")
    return path


def index(library: Library, photo: Path) -> int:
    add_folders(library, [photo.parent])
    library.indexer.index()
    return labelling.photos_at(library, [photo])[0]


def write(library: Library, photo_id: int) -> Written:
    return write_pictures(library, plan_pictures(library, [photo_id]).changes)


def told(path: Path) -> dict[str, object]:
    """What ExifTool tells of a picture beside the keywords and rating."""
    facts = exiftool.tell(path)
    return {
        name: value for name, value in facts.items() if name not in _OURS and not name.startswith(_OF_PACKETS)
    }


def pixels(path: Path) -> bytes:
    with Image.open(path) as image:
        return hashlib.sha256(np.asarray(image).tobytes()).digest()


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png"])
def test_keywords_go_in_and_nothing_else_changes_and_undo_puts_every_byte_back(
    library: Library, folder: Path, loader: CountingLoader, name: str
) -> None:
    photo = rich(folder / name)
    before, facts, seen = photo.read_bytes(), told(photo), pixels(photo)
    photo_id = index(library, photo)
    labelling.take_tags(library, [photo_id], ["old"])
    labelling.give_tags(library, [photo_id], ["Places/Norway", "<boat> & Çelik"])
    labelling.rate(library, [photo_id], 4)
    (change,) = plan_pictures(library, [photo_id]).changes
    assert set(change.lines()) == {"+ Places/Norway", "+ <boat> & Çelik", "- old", "rating 0 → 4"}
    assert photo.read_bytes() == before
    embedded = loader.pictures
    done = write_pictures(library, [change])
    assert done.entry is not None
    assert (done.files, done.entry.words) == (1, "writing into 1 picture")
    after = exiftool.tell(photo)
    assert set(exiftool.words(after, exiftool.FLAT)) == {"Norway", "<boat> & Çelik"}
    assert after["XMP-xmp:Rating"] == 4
    assert told(photo) == facts
    assert pixels(photo) == seen
    library.indexer.index()
    assert loader.pictures == embedded
    assert labelling.photos_at(library, [photo]) == [photo_id]
    assert plan_pictures(library, [photo_id]).changes == []
    written = photo.read_bytes()
    step = history.undo(library)
    assert step is not None
    assert (step.put_back, step.left) == (1, 0)
    assert photo.read_bytes() == before
    assert history.redo(library) is not None
    assert photo.read_bytes() == written
    library.indexer.index()
    assert loader.pictures == embedded
    assert not list(folder.glob("*.xmp")) + list(folder.glob(".*"))


def test_copies_are_written_alike_and_one_that_is_not_keeps_its_tags(
    library: Library, folder: Path, loader: CountingLoader
) -> None:
    photo = rich(folder / "photo.jpg")
    copy = Path(shutil.copy(photo, folder / "copy.jpg"))
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["both"])
    assert write(library, photo_id).files == 2
    assert photo.read_bytes() == copy.read_bytes()
    library.indexer.index()
    assert labelling.photos_at(library, [photo, copy]) == [photo_id]
    assert loader.pictures == 1
    labelling.give_tags(library, [photo_id], ["one"])
    changes = [each for each in plan_pictures(library, [photo_id]).changes if each.picture == photo]
    assert write_pictures(library, changes).files == 1
    library.indexer.index()
    (other,) = labelling.photos_at(library, [photo])
    assert other != photo_id
    for each in (photo_id, other):
        labels = labelling.labels_of(library, [each])[each]
        assert {"both", "one"} <= {tag.label for tag in labels.tags}


def test_a_picture_that_changed_is_left_alone(library: Library, folder: Path) -> None:
    photo = rich(folder / "photo.jpg")
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["new"])
    plan = plan_pictures(library, [photo_id])
    exiftool.write(photo, "EXIF:Artist=Another")
    now = photo.read_bytes()
    done = write_pictures(library, plan.changes)
    assert (done.entry, done.files) == (None, 0)
    assert "changed since it was indexed" in done.problems[photo]
    assert photo.read_bytes() == now
    assert "changed since" in plan_pictures(library, [photo_id]).problems[photo]
    library.indexer.index()
    assert write(library, labelling.photos_at(library, [photo])[0]).files == 1
    exiftool.write(photo, "XMP-dc:Subject+=outside")
    step = history.undo(library)
    assert step is not None
    assert step.left == 1
    assert "outside" in exiftool.words(exiftool.tell(photo), exiftool.FLAT)


def test_what_cannot_be_written_is_told(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = write_picture(folder / "photo.webp")
    photo_id = index(library, photo)
    labelling.give_tags(library, [photo_id], ["new"])
    plan = plan_pictures(library, [photo_id])
    assert plan.changes == []
    assert plan.problems == {photo: "only JPEG and PNG files can be written"}
    monkeypatch.setattr(embedding_xmp, "program", lambda: None)
    with pytest.raises(InputError, match="libimage-exiftool-perl"):
        write_pictures(library, [])


@pytest.mark.parametrize("mischief", ["other pixels", "no file", "lost facts"])
def test_a_writer_that_changes_more_is_not_trusted(folder: Path, tmp_path: Path, mischief: str) -> None:
    photo = rich(folder / "photo.jpg")
    data = photo.read_bytes()
    packet = xmp.change(embedding_xmp.packet_in(data), FileLabels(("new",)))
    writer = tmp_path / "writer"
    spoiled = {
        "other pixels": 'exiftool "$2" -o "$4" "$5" && printf X | dd of="$4" bs=1 conv=notrunc '
        'seek=$(($(stat -c %s "$4") - 20)) 2>/dev/null',
        "no file": "exit 0",
        "lost facts": 'exiftool "$2" -EXIF:Artist= -o "$4" "$5"',
    }[mischief]
    writer.write_text(f"#!/bin/sh\n{spoiled} >/dev/null\n", encoding="utf-8")
    writer.chmod(0o755)
    with pytest.raises(embedding_xmp.UnwritableError, match=r"ExifTool (did not|would have)"):
        embedding_xmp.with_packet(data, packet, str(writer))


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x00", b"\x89PNG\r\n\x1a\n\0\0"]
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(embedding_xmp.UnwritableError):
        embedding_xmp.packet_in(data)
