"""``mindseye doctor``: what it tells, to people and to programs, and what it keeps to itself."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from mindseye import paths
from mindseye.folders import watch_limits
from mindseye.operations import diagnose


@pytest.fixture
def with_refused(mindseye: Run, indexed: Path, folder: Path) -> Path:
    (folder / "broken.jpg").write_bytes(b"broken")
    mindseye("index", folder, "--library", indexed)
    return indexed


def test_it_tells_programs_what_is_there(mindseye: Run, with_refused: Path) -> None:
    report = mindseye("doctor", "--library", with_refused, "--json").json
    assert list(report) == ["program", "models", "library", "watching", "disk", "advice"]
    assert report["library"]["photos"] == report["library"]["searchable"] == 8
    assert report["library"]["files"] == 9
    assert report["library"]["catalog"] == report["library"]["search_index"] == "whole"
    assert report["program"]["providers"][-1] == "CPUExecutionProvider"
    assert report["watching"]["folders_with_photographs"] == 1
    assert report["disk"]["catalog_bytes"] > 10_000
    assert report["disk"]["index_bytes"] > 0
    assert report["advice"] == ["Files that cannot be read: 1. --paths names them."]


def test_it_tells_people_the_same(mindseye: Run, with_refused: Path) -> None:
    lines = mindseye("doctor", "--library", with_refused).out.splitlines()
    assert "  photos: 8" in lines
    assert "  catalog: whole" in lines
    assert any(line.startswith("  free: ") and line.endswith(("GB", "MB")) for line in lines)
    assert lines[-2:] == ["advice:", "  Files that cannot be read: 1. --paths names them."]


def test_names_of_folders_and_files_are_told_only_when_asked_for(
    mindseye: Run, with_refused: Path, folder: Path, tmp_path: Path
) -> None:
    for arguments in (("doctor", "--json"), ("doctor",)):
        told = mindseye(*arguments, "--library", with_refused).out
        assert str(tmp_path) not in told
        assert str(Path.home()) not in told
        assert "broken.jpg" not in told
        with_paths = mindseye(*arguments, "--paths", "--library", with_refused).out
        assert str(folder) in with_paths
        assert str(with_refused) in with_paths
        assert "broken.jpg" in with_paths


def test_it_works_without_a_library_and_makes_none(mindseye: Run, library: Path) -> None:
    result = mindseye("doctor", "--library", library, "--json")
    assert result.status == 0
    assert result.json["library"] == {"state": "none yet"}
    assert not library.exists()
    assert result.json["advice"] == [
        "There is no library yet: add a folder in the window, or run “mindseye index FOLDER”."
    ]


def test_all_is_well_in_a_library_that_is(mindseye: Run, indexed: Path) -> None:
    assert mindseye("doctor", "--library", indexed).out.endswith("advice:\n  All is well.\n")


def test_a_catalog_without_a_backup_is_advised_on(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    for backup in (indexed / "backups").glob("*"):
        backup.unlink()
    (indexed / "catalog.sqlite").write_bytes(b"no database" * 1000)
    result = mindseye("doctor", "--library", indexed, "--json")
    assert result.status == 0
    assert result.json["library"]["state"] == "damaged"
    (advice,) = result.json["advice"]
    assert "there is no backup" in advice
    assert str(tmp_path) not in result.out
    assert "damaged" in mindseye("doctor", "--library", indexed, "--json", "--paths").json["library"]["state"]


def test_a_library_that_cannot_be_opened_is_advised_on(mindseye: Run, indexed: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(indexed / "catalog.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 30000")
    result = mindseye("doctor", "--library", indexed, "--json")
    assert result.json["library"]["state"] == "cannot be opened; --paths tells why"
    assert result.json["advice"] == ["The library cannot be opened; --paths tells why, and where it lies."]
    assert str(tmp_path) not in result.out


def test_a_damaged_index_is_advised_on(mindseye: Run, indexed: Path, expected_logs: list[str]) -> None:
    expected_logs.append("The search index was damaged")
    (index,) = (indexed / "index").glob("*.usearch")
    content = bytearray(index.read_bytes())
    content[len(content) // 2] ^= 255
    index.write_bytes(content)
    report = mindseye("doctor", "--library", indexed, "--json").json
    assert report["library"]["search_index"].startswith("damaged")
    assert report["library"]["catalog"] == "whole"
    assert report["advice"][0].startswith("The search index is damaged: open the window")


def test_damage_within_the_catalog_is_found(mindseye: Run, indexed: Path) -> None:
    shutil.rmtree(indexed / "backups", ignore_errors=True)
    catalog = indexed / "catalog.sqlite"
    content = bytearray(catalog.read_bytes())
    for page in range(len(content) // 4096 // 2, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 64] = b"\xff" * 56
    catalog.write_bytes(content)
    report = mindseye("doctor", "--library", indexed, "--json").json
    assert report["library"].get("catalog", "damaged") == "damaged" or "state" in report["library"]
    assert report["advice"]


def test_a_damaged_model_is_advised_on(mindseye: Run, library: Path) -> None:
    shutil.copytree(paths.shipped_models() / "starter", paths.user_models() / "starter")
    network = next((paths.user_models() / "starter").glob("*.onnx"))
    network.write_bytes(network.read_bytes()[:-1])
    (paths.user_models() / "empty").mkdir()
    (paths.user_models() / "empty" / "model.toml").write_text("[", encoding="utf-8")
    report = mindseye("doctor", "--library", library, "--json").json
    models = report["models"]
    assert (models["starter"], models["empty"]) == ("damaged", "its description is damaged")
    assert len(report["advice"]) == 3
    assert "mindseye models download" in report["advice"][0]
    assert report["disk"]["models_bytes"] > 1_000_000


def test_what_runs_short_is_advised_on(mindseye: Run, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnose, "watch_limit", lambda: 1)
    monkeypatch.setattr(diagnose, "_LITTLE_ROOM", 1 << 62)
    advice = mindseye("doctor", "--library", indexed, "--json").json["advice"]
    assert [sentence.partition(" ")[0] for sentence in advice] == ["The", "Less"]
    assert "fs.inotify.max_user_watches" in advice[0]


def test_the_limit_of_folders_that_can_be_watched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(watch_limits, "_INOTIFY", tmp_path)
    assert watch_limits.watch_limit() is None
    (tmp_path / "max_user_watches").write_text("8192\n", encoding="ascii")
    assert watch_limits.watch_limit() == 8192
