"""From a folder to answers, with the real program and the starter model."""

import json
import shutil
from pathlib import Path

from mindseye.imaging import is_picture_name
from mindseye.tagging import categories_file
from tests.e2e.conftest import Program, paths_of
from tests.support.pictures import write_pictures

INDEX_KEYS = {"photos", "files", "failed", "skipped", "seconds", "photos_per_second", "model", "provider"}


def test_a_folder_is_indexed_once_and_found_by_picture(
    program: Program, samples: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    count = len(list(samples.iterdir()))

    first = program.json("index", samples, "--library", library)
    assert first.keys() == INDEX_KEYS
    assert (first["photos"], first["files"], first["failed"], first["skipped"]) == (count, count, 0, 0)
    assert first["model"] == "starter"

    second = program.json("index", samples, "--library", library)
    assert (second["photos"], second["files"], second["failed"], second["skipped"]) == (0, count, 0, count)

    for picture in sorted(samples.iterdir())[:3]:
        found = program.json("search", "--image", picture, "--library", library, "--limit", "5")
        assert len(found) == 5
        assert paths_of(found)[0] == picture
        assert found[0]["likely"] is True
        scores = [result["score"] for result in found]
        assert scores == sorted(scores, reverse=True)


def test_words_give_an_ordered_answer(program: Program, samples: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    program.run("index", samples, "--library", library)

    found = program.json("search", "snow mountain", "--library", library)

    assert len(found) == 20
    assert all(result.keys() == {"path", "score", "likely", "content"} for result in found)
    assert all(Path(result["path"]).is_file() for result in found)


def test_words_and_a_picture_go_together(program: Program, samples: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    program.run("index", samples, "--library", library)
    picture = min(samples.iterdir())

    found = program.json("search", "night", "--image", picture, "--library", library, "--limit", "3")

    assert len(found) == 3


def test_tags_tell_of_files_outside_the_library(program: Program, samples: Path) -> None:
    chosen = sorted(samples.iterdir())[:2]

    told = program.json("tags", *chosen)
    labels = {
        category.name: {label.name for label in category.labels} for category in categories_file.current().all
    }

    assert paths_of(told) == chosen
    for item in told:
        assert [category["category"] for category in item["categories"]][:3] == [
            "time of day",
            "place",
            "kind",
        ]
        for category in item["categories"]:
            assert category.keys() == {"category", "label", "probability"}
            assert category["label"] is None or category["label"] in labels[category["category"]]
            assert 0 <= category["probability"] <= 1


def test_tags_count_the_library(program: Program, samples: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    program.run("index", samples, "--library", library)

    counts = program.json("tags", "--library", library)

    for category in ("time of day", "place"):
        assert sum(item["count"] for item in counts if item["category"] == category) == len(
            list(samples.iterdir())
        )


def test_every_format_is_indexed(program: Program, photographs: Path, tmp_path: Path) -> None:
    """HEIC, AVIF and RAW come from real files; the rest the test writes itself."""
    folder = tmp_path / "photos"
    for suffix in (".jpg", ".png", ".webp", ".tiff", ".gif", ".bmp"):
        write_pictures(folder / suffix[1:], 1, suffix=suffix)
    odd = photographs / "odd-files"
    for name in ("heic/IMG_2682.heic", "avif/kimono.rotate270.avif", "raw/colorchart.dng"):
        shutil.copy(odd / name, folder)

    summary = program.json("index", folder, "--library", tmp_path / "library")

    assert (summary["photos"], summary["failed"]) == (9, 0)


def test_every_odd_file_is_indexed_or_refused_with_a_reason(
    program: Program, photographs: Path, tmp_path: Path
) -> None:
    odd = photographs / "odd-files"
    expected = {path for path in odd.rglob("*") if path.is_file() and is_picture_name(path.name)}

    done = program.run("index", odd, "--library", tmp_path / "library", "--json")
    summary = json.loads(done.stdout)
    report = program.run("doctor", "--paths", "--json", "--library", tmp_path / "library").stdout

    assert done.stderr == "", "what decoders print of broken files is not passed on"
    assert summary["files"] == len(expected)
    assert summary["photos"] > 150
    assert 0 < summary["failed"] < summary["files"]
    assert report.count(str(odd)) >= summary["failed"]


def test_real_photographs_are_found_by_themselves(
    program: Program, photographs: Path, tmp_path: Path
) -> None:
    folder = photographs / "unsplash" / "photos"
    library = tmp_path / "library"

    summary = program.json("index", folder, "--library", library)
    assert (summary["photos"], summary["failed"]) == (500, 0)

    for picture in sorted(folder.iterdir())[::200]:
        assert paths_of(program.json("search", "--image", picture, "--library", library))[0] == picture
