"""The watched folders and the refused files, on the command line."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.support.pictures import scene, write_picture

from mindseye.indexing.pace import Pacer
from mindseye.paths import settings_file
from mindseye.settings import Settings


def test_folders_are_listed_with_what_they_leave_out(mindseye: Run, folder: Path, library: Path) -> None:
    write_picture(folder / "old" / "a.jpg", seed=70)
    write_picture(folder / "b.png", seed=71)
    result = mindseye(
        "index", folder, "--exclude", "old/", "--exclude", "*.png", "--library", library, "--json"
    )
    assert result.json["files"] == 8
    listed = mindseye("folders", "--library", library, "--json").json
    assert listed == [
        {"path": str(folder), "away": False, "polled": False, "polled_seconds": None,
         "excludes": ["old/", "*.png"]}
    ]  # fmt: skip
    assert mindseye("folders", "--library", library).out == f"{folder}: without old/, *.png\n"
    mindseye("folders", folder, "--include-all", "--exclude", "*.png", "--library", library)
    assert mindseye("index", folder, "--library", library, "--json").json["files"] == 9


def test_a_folder_on_a_network_drive_and_one_that_is_away_are_told(
    mindseye: Run, folder: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindseye.indexing.lookout.is_remote", lambda path: path == folder)
    (told,) = mindseye("folders", "--library", indexed, "--json").json
    assert (told["polled"], told["polled_seconds"]) == (True, 30.0)
    assert "looked at every 30 s while the window is open" in mindseye("folders", "--library", indexed).out
    (folder / "broken.jpg").write_bytes(b"broken")
    mindseye("index", folder, "--library", indexed)
    folder.rename(folder.with_name("elsewhere"))
    mindseye("problems", "--retry", "--library", indexed)  # a pass over all folders
    assert mindseye("folders", "--library", indexed, "--json").json[0]["away"]
    assert mindseye("folders", "--library", indexed).out.startswith(f"{folder}: away; ")


def test_a_folder_leaves_the_library(mindseye: Run, folder: Path, indexed: Path) -> None:
    assert "no folder yet" in mindseye("folders", folder, "--remove", "--library", indexed).out
    assert mindseye("search", "red", "--library", indexed, "--json").json == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--exclude", "*.png"], "Name the folder"), (["nowhere", "--remove"], "has no folder nowhere")],
)
def test_changes_without_a_folder_are_refused(
    mindseye: Run, indexed: Path, arguments: list[str], told: str
) -> None:
    assert told in mindseye("folders", *arguments, "--library", indexed).refused()


def test_a_pattern_that_is_not_understood_makes_no_library(
    mindseye: Run, folder: Path, library: Path
) -> None:
    assert "exclamation mark" in mindseye("index", folder, "--exclude", "!a", "--library", library).refused()
    assert not library.exists()


def test_problems_are_listed_with_reasons_and_tried_again(mindseye: Run, folder: Path, indexed: Path) -> None:
    assert mindseye("problems", "--library", indexed).out == "Every file could be read.\n"
    broken = folder / "broken.jpg"
    broken.write_bytes(b"broken")
    assert "see: mindseye problems" in mindseye("index", folder, "--library", indexed).out
    (problem,) = mindseye("problems", "--library", indexed, "--json").json
    assert problem["path"] == str(broken)
    assert mindseye("problems", "--library", indexed).out == f"{broken}: {problem['reason']}\n"
    write_picture(broken, seed=90)
    assert mindseye("problems", "--retry", "--library", indexed, "--json").json == []
    assert len(mindseye("search", "red", "--library", indexed, "--json").json) == 9


def test_single_files_are_tried_again(mindseye: Run, folder: Path, indexed: Path) -> None:
    for name in ("one.jpg", "below/two.jpg", "below/three.jpg"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"broken")
    mindseye("index", folder, "--library", indexed)

    def refused(*places: Path) -> list[str]:
        told = mindseye("problems", *places, "--library", indexed, "--json").json
        return [Path(each["path"]).name for each in told]

    assert refused() == ["three.jpg", "two.jpg", "one.jpg"]
    assert refused(folder / "below", folder / "one.jpg") == ["three.jpg", "two.jpg", "one.jpg"]
    assert refused(folder / "one.jpg") == ["one.jpg"]
    retried = mindseye("problems", folder / "one.jpg", "--retry", "--library", indexed).out
    assert retried.startswith(f"{folder / 'one.jpg'}: ")
    assert (
        mindseye("problems", folder / "nowhere.jpg", "--library", indexed)
        .refused()
        .startswith(f"{folder / 'nowhere.jpg'} was not refused")
    )


def test_raw_and_picture_of_a_shot_are_one_item_by_choice(mindseye: Run, folder: Path, indexed: Path) -> None:
    scene(1, (96, 64)).save(folder / "000-red.nef", "TIFF")
    mindseye("index", folder, "--library", indexed)

    def found() -> int:
        return len(mindseye("search", "red", "--library", indexed, "--json").json)

    assert "two items" in mindseye("shots", "--library", indexed).out
    assert found() == 9
    assert mindseye("shots", "together", "--library", indexed, "--json").json == {"together": True}
    assert found() == 8
    assert "one item" in mindseye("shots", "--library", indexed).out
    assert "two items" in mindseye("shots", "apart", "--library", indexed).out
    assert found() == 9


def test_indexing_is_gentle_by_the_users_settings_where_that_is_wished(
    mindseye: Run, folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[str] = []

    def rest(pacer: Pacer, _: object) -> None:
        rested.append(pacer.now().rule)

    monkeypatch.setattr("mindseye.machine.on_battery", lambda: True)
    monkeypatch.setattr(Pacer, "rest", rest)
    mindseye("index", folder, "--library", library)
    assert rested == []
    write_picture(folder / "more.jpg", seed=91)
    mindseye("index", folder, "--gently", "--library", library)
    assert rested == ["gently"]
    Settings(on_battery="full speed").save(settings_file())
    write_picture(folder / "still more.jpg", seed=92)
    mindseye("index", folder, "--gently", "--library", library)
    assert rested == ["gently"]
