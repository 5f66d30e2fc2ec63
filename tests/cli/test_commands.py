"""The commands as scripts know them: names and types in JSON, what stands where, exit statuses."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.support.pictures import COLOURS, write_picture

from mindseye.cli.main import run
from mindseye.errors import CatalogError, ModelError
from mindseye.events import IndexingProgress, Phase


def types(value: dict[str, Any]) -> dict[str, type]:
    return {key: type(each) for key, each in value.items()}


def test_index_ends_with_one_object(mindseye: Run, folder: Path, library: Path) -> None:
    (folder / "broken.jpg").write_bytes(b"broken")
    result = mindseye("index", folder, "--library", library, "--json")
    assert result.status == 0
    assert result.err == ""
    assert types(result.json) == {
        "photos": int, "files": int, "failed": int, "skipped": int,
        "seconds": float, "photos_per_second": float, "model": str, "provider": str,
    }  # fmt: skip
    told = result.json
    assert [told[key] for key in ("photos", "files", "failed", "skipped")] == [8, 9, 1, 0]
    assert (told["model"], told["provider"]) == ("fake", "FakeExecutionProvider")


def test_a_second_index_embeds_nothing_and_keeps_the_types(
    mindseye: Run, folder: Path, indexed: Path
) -> None:
    told = mindseye("index", folder, "--library", indexed, "--json").json
    assert [told[key] for key in ("photos", "files", "failed", "skipped")] == [0, 8, 0, 8]
    assert type(told["photos_per_second"]) is float
    assert told["photos_per_second"] == 0


def test_index_tells_people_in_one_sentence(mindseye: Run, folder: Path, library: Path) -> None:
    (folder / "broken.jpg").write_bytes(b"broken")
    result = mindseye("index", folder, "--library", library)
    (line,) = result.out.splitlines()
    assert line.startswith("8 photos indexed in ")
    assert "cannot be read" in line


def test_index_takes_several_folders(mindseye: Run, folder: Path, library: Path, tmp_path: Path) -> None:
    write_picture(tmp_path / "more" / "one.jpg", seed=90)
    told = mindseye("index", folder, tmp_path / "more", "--library", library, "--json").json
    assert (told["photos"], told["files"]) == (9, 9)


def test_search_gives_paths_best_first(mindseye: Run, folder: Path, indexed: Path) -> None:
    result = mindseye("search", "red", "--library", indexed, "--json")
    assert result.status == 0
    found = result.json
    assert isinstance(found, list)
    assert len(found) == 8
    for each in found:
        assert types(each) == {"path": str, "score": float, "likely": bool, "content": str}
        assert Path(each["path"]).is_file()
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)
    assert {Path(each["path"]).stem[4:] for each in found[:2]} == {"red"}


def test_search_by_a_picture_finds_it_first(mindseye: Run, folder: Path, indexed: Path) -> None:
    write_picture(folder / "lone.png", "green", seed=44, size=(64, 96))
    mindseye("index", folder, "--library", indexed)
    found = mindseye("search", "--image", folder / "lone.png", "--library", indexed, "--json").json
    assert found[0]["score"] == pytest.approx(1, abs=1e-3)
    assert "green" in found[0]["path"] or "lone" in found[0]["path"]
    both = mindseye("search", "green", "--image", folder / "lone.png", "--library", indexed, "--json")
    assert both.status == 0


def test_several_words_are_one_phrase(mindseye: Run, indexed: Path) -> None:
    apart = mindseye("search", "red", "day", "--library", indexed, "--json")
    together = mindseye("search", "red day", "--library", indexed, "--json")
    assert apart.json == together.json


def test_the_limit_is_kept_and_is_twenty_by_itself(mindseye: Run, tmp_path: Path, library: Path) -> None:
    for number in range(22):
        write_picture(tmp_path / "many" / f"{number}.jpg", seed=number)
    mindseye("index", tmp_path / "many", "--library", library)
    assert len(mindseye("search", "red", "--library", library, "--json").json) == 20
    assert len(mindseye("search", "red", "--library", library, "--json", "--limit", "3").json) == 3


def test_search_names_words_that_the_model_does_not_know(
    mindseye: Run, indexed: Path, own_home: Path
) -> None:
    known = mindseye("search", "red", "--library", indexed, "--json").json
    assert not any("unknown_words" in photo for photo in known)
    (own_home / "models" / "fake" / "vocabulary.txt").write_text("red\t90\n")
    found = mindseye("search", "red guitar", "--library", indexed, "--json").json
    assert all(photo["unknown_words"] == ["guitar"] for photo in found)
    told = mindseye("search", "guitar", "--library", indexed)
    assert "Colours does not know “guitar”. A CLIP model knows it." in told.err
    assert "  likely" not in told.out


def test_search_in_a_library_without_photos_gives_an_empty_list(
    mindseye: Run, tmp_path: Path, library: Path
) -> None:
    (tmp_path / "empty").mkdir()
    assert mindseye("index", tmp_path / "empty", "--library", library).status == 0
    assert mindseye("search", "red", "--library", library, "--json").json == []
    assert "no indexed photos" in mindseye("search", "red", "--library", library).out


def test_tags_of_files_name_a_label_and_a_probability(
    mindseye: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COLOURS, "white", (240, 240, 240))
    white = write_picture(tmp_path / "white.png", "white")
    grey = write_picture(tmp_path / "grey.png", "grey")
    result = mindseye("tags", white, grey, "--json")
    assert result.status == 0
    assert [each["path"] for each in result.json] == [str(white), str(grey)]
    for of_file in result.json:
        assert set(of_file) == {"path", "categories"}
        for category in of_file["categories"]:
            assert set(category) == {"category", "label", "probability"}
            assert 0 <= category["probability"] <= 1
    first, second = (each["categories"][0] for each in result.json)
    assert (first["category"], first["label"]) == ("time of day", "day")
    assert second["label"] is None


def test_any_labels_are_told_of_files(mindseye: Run, tmp_path: Path) -> None:
    red = write_picture(tmp_path / "red.png", "red")
    (of_file,) = mindseye("tags", red, "--labels", "red, green, blue", "--json").json
    assert of_file["path"] == str(red)
    assert [set(each) for each in of_file["labels"]] == [{"label", "probability"}] * 3
    assert of_file["labels"][0]["label"] == "red"
    assert mindseye("tags", red, "--labels", "red, green").out.startswith(f"{red}: red ")
    assert "two labels" in mindseye("tags", red, "--labels", "red").refused()
    assert "Name the files" in mindseye("tags", "--labels", "red, green").refused()


def test_a_tag_is_taught_from_the_command_line(mindseye: Run, indexed: Path, folder: Path) -> None:
    assert mindseye("label", folder / "000-red.jpg", "--tag", "mine", "--library", indexed).status == 0
    told = mindseye("teach", "mine", "--library", indexed, "--json").json
    assert (told["examples"], told["counter_examples"], told["applied"]) == (1, 0, False)
    assert len(told["doubtful"]) == 7
    assert "Suggested for" in mindseye("teach", "mine", "--apply", "--library", indexed).out
    assert "suggested no longer" in mindseye("teach", "mine", "--stop", "--library", indexed).out
    assert "needs an example" in mindseye("teach", "yours", "--library", indexed).refused()


def test_categories_are_told_previewed_and_taken_from_a_file(
    mindseye: Run, indexed: Path, tmp_path: Path, own_home: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        """
[[category]]
name = "colour"
certain_from = 0.55
[[category.label]]
name = "warm"
prompts = ["red"]
[[category.label]]
name = "cold"
prompts = ["blue"]
""",
        encoding="utf-8",
    )
    assert "sensitive (switched off)" in mindseye("categories", "--library", indexed).out
    found = mindseye("categories", "--preview", file, "--library", indexed, "--json").json
    (warm,) = [each for each in found if each["label"] == "warm"]
    assert (warm["category"], warm["before"]) == ("colour", 0)
    assert warm["came"] == warm["after"] >= 2
    assert not (own_home / "categories.toml").exists()
    (colour,) = mindseye("categories", "--apply", file, "--library", indexed, "--json").json
    assert {each["label"]: each["count"] for each in colour["labels"]}["warm"] == warm["after"]
    assert (own_home / "categories.toml").exists()
    assert "No photo would change" in mindseye("categories", "--preview", file, "--library", indexed).out
    told = mindseye("categories", "--off", "colour", "--library", indexed).out
    assert told.startswith("colour (switched off), given from 55%:")
    assert "no category" in mindseye("categories", "--on", "taste", "--library", indexed).refused()


def test_tags_of_files_need_no_library(mindseye: Run, tmp_path: Path, own_home: Path) -> None:
    mindseye("tags", write_picture(tmp_path / "a.png"), "--json")
    assert not (own_home / "library").exists()


def test_tags_without_files_count_labels(mindseye: Run, indexed: Path) -> None:
    counts = mindseye("tags", "--library", indexed, "--json").json
    assert [types(each) | {"label": str} for each in counts] == [
        {"category": str, "label": str, "count": int}
    ] * len(counts)
    labels = [(each["category"], each["label"]) for each in counts]
    assert [label for category, label in labels if category == "time of day"] == [
        "day", "night", "dawn or dusk", None
    ]  # fmt: skip
    assert sum(each["count"] for each in counts[:4]) == 8
    # Labels that do not exclude one another leave nobody undecided; what is switched off is not counted.
    assert ("subjects", "people") in labels
    assert ("subjects", None) not in labels
    assert "sensitive" not in {category for category, _ in labels}


def test_people_read_tags_and_results_in_lines(mindseye: Run, folder: Path, indexed: Path) -> None:
    assert len(mindseye("search", "red", "--library", indexed, "--limit", "2").out.splitlines()) == 2
    picture = folder / "000-red.jpg"
    assert mindseye("tags", picture).out.startswith(f"{picture}: ")
    assert "time of day: undecided" in mindseye("tags", "--library", indexed).out


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_library_may_be_named_before_or_after_the_command(
    mindseye: Run, indexed: Path, own_home: Path, order: str
) -> None:
    named = ("--library", str(indexed))
    arguments = (
        (*named, "search", "red", "--json") if order == "before" else ("search", "red", "--json", *named)
    )
    assert len(mindseye(*arguments).json) == 8
    assert not (own_home / "library").exists()


def test_without_a_library_named_it_is_the_users_own(mindseye: Run, folder: Path, own_home: Path) -> None:
    assert mindseye("index", folder).status == 0
    assert (own_home / "library" / "catalog.sqlite").is_file()
    assert len(mindseye("search", "red", "--json").json) == 8


def test_a_model_may_be_named_by_its_folder(
    mindseye: Run, folder: Path, library: Path, own_home: Path
) -> None:
    model = own_home / "models" / "fake"
    (own_home / "settings.json").unlink()
    told = mindseye("index", folder, "--library", library, "--model", model, "--json").json
    assert told["model"] == "fake"
    assert len(mindseye("--model", "fake", "search", "red", "--library", library, "--json").json) == 8


def test_without_a_command_the_window_opens(
    mindseye: Run, library: Path, opened: list[tuple[Path | None, str | None]]
) -> None:
    assert mindseye().status == 0
    assert mindseye("--library", library, "--model", "fake").status == 0
    assert opened == [(None, None), (library, "fake")]


def test_names_that_are_no_utf_8_come_out(mindseye: Run, tmp_path: Path, library: Path) -> None:
    odd = tmp_path / "photos" / os.fsdecode(b"caf\xe9 \xff.jpg")
    write_picture(tmp_path / "photos" / "a.jpg").rename(odd)
    assert mindseye("index", tmp_path / "photos", "--library", library).status == 0
    (found,) = mindseye("search", "red", "--library", library, "--json").json
    assert os.fsencode(found["path"]) == os.fsencode(odd)
    assert mindseye("search", "red", "--library", library, "--json").out.isascii()
    for arguments in (
        ("search", "red", "--library", library),
        ("tags", odd),
        ("search", "--image", odd, "--library", library),
    ):
        assert "caf" in mindseye(*arguments).out
    assert mindseye("tags", odd, "--json").json[0]["path"] == str(odd)


def test_a_search_for_bytes_that_are_no_text_is_no_crash(mindseye: Run, indexed: Path) -> None:
    assert mindseye("search", os.fsdecode(b"\xff\xfe"), "--library", indexed, "--json").status == 0


def test_the_version_and_the_help_end_well(mindseye: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for argument in ("--version", "--help"):
        with pytest.raises(SystemExit) as ended:
            mindseye(argument)
        assert ended.value.code == 0
        assert "indseye" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "status"),
    [(CatalogError("The disk is full."), 1), (ModelError("No model."), 1), (KeyboardInterrupt(), 130)],
)
def test_what_the_world_does_not_allow_ends_with_a_sentence_and_its_status(
    mindseye: Run,
    folder: Path,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr("mindseye.cli.index.index_folders", fail)
    mindseye("index", folder, "--library", library).refused(status)


def test_a_bug_is_not_hidden(
    mindseye: Run, folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindseye.cli.index.index_folders", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        mindseye("index", folder, "--library", library)


def test_progress_is_shown_on_a_terminal_and_nowhere_else(
    mindseye: Run, folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mindseye("index", folder, "--library", library).err == ""
    write_picture(folder / "new.jpg", seed=70)
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda self: True, raising=False)
    shown = mindseye("index", folder, "--library", library, "--json")
    assert "\rIndexing 1 of 1" in shown.err
    assert shown.json["photos"] == 1


def test_waiting_for_another_program_is_told_off_a_terminal_too(
    mindseye: Run, folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mindseye.indexing.indexer import Indexer

    real = Indexer._acquire

    def waits(self: Indexer) -> None:
        self._events.publish(IndexingProgress(Phase.WAITING))
        real(self)

    monkeypatch.setattr(Indexer, "_acquire", waits)
    result = mindseye("index", folder, "--library", library)
    assert result.status == 0
    assert result.err.startswith("Waiting: another Mindseye")


def test_a_reader_that_has_seen_enough_is_no_crash(
    mindseye: Run, indexed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        status = run(
            ["search", "red", "--json", "--library", str(indexed)],
            open_window=lambda *_: 0,
            check_window=lambda *_: "",
        )
    assert status == 1


def test_files_from_the_file_manager_go_to_the_window(
    mindseye: Run, folder: Path, given_to_window: list[Path]
) -> None:
    assert mindseye("--open").status == 0
    assert given_to_window == []
    assert mindseye("--open", folder, folder / "000-red.jpg").status == 0
    assert given_to_window == [folder, folder / "000-red.jpg"]


def test_bare_paths_are_opened_and_commands_stay_commands(
    mindseye: Run,
    folder: Path,
    library: Path,
    given_to_window: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = folder / "000-red.jpg"
    assert mindseye(folder, picture).status == 0
    assert mindseye(picture, "--library", library).status == 0
    assert given_to_window == [folder, picture, picture]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "doctor").mkdir()
    assert mindseye("doctor", "--library", library).out.startswith("program:")
    assert len(given_to_window) == 3
    refused = mindseye(picture, tmp_path / "nowhere.jpg")
    assert refused.status == 2
    assert "no file or folder to open" in refused.err


def test_duplicates_are_listed_best_first_and_nothing_is_deleted(
    mindseye: Run, folder: Path, library: Path
) -> None:
    original = min(folder.iterdir())
    (folder / "copy of it.jpg").write_bytes(original.read_bytes())
    mindseye("index", folder, "--library", library)
    (group,) = mindseye("duplicates", "--up-to", "copies", "--library", library, "--json").json
    assert group["kind"] == "copies"
    best, spare = group["files"]
    assert types(best) == {
        "path": str, "best": bool, "spare": bool, "kind": str, "width": int, "height": int,
        "format": str, "bytes": int, "taken_at": type(None), "here": bool,
    }  # fmt: skip
    assert (best["best"], best["spare"]) == (True, False)
    assert (spare["best"], spare["spare"]) == (False, True)
    assert {Path(best["path"]), Path(spare["path"])} == {original, folder / "copy of it.jpg"}
    told = mindseye("duplicates", "--up-to", "copies", "--library", library).out.splitlines()
    assert told[0] == "copies: 2 files"
    assert [line.split()[0] for line in told[1:]] == ["best", "spare"]
    assert original.exists()
    assert (folder / "copy of it.jpg").exists()


def test_duplicates_that_were_told_apart_are_not_listed_until_that_is_undone(
    mindseye: Run, folder: Path, library: Path
) -> None:
    original, copy = min(folder.iterdir()), folder / "copy of it.jpg"
    copy.write_bytes(original.read_bytes())
    mindseye("index", folder, "--library", library)
    listing = ("duplicates", "--up-to", "copies", "--library", library, "--json")
    (group,) = mindseye(*listing).json
    assert group["because"] == ["earliest"]
    told = mindseye("duplicates", "--apart", original, copy, "--library", library)
    assert told.out == "Done: letting 1 photo lie in several places. To take it back: mindseye undo\n"
    assert mindseye(*listing).json == []
    again = mindseye("duplicates", "--apart", original, copy, "--library", library, "--json")
    assert again.json == {"said": None}
    mindseye("undo", "--library", library)
    assert len(mindseye(*listing).json) == 1
    assert "two files" in mindseye("duplicates", "--apart", original, "--library", library).refused()


def test_no_duplicates_are_told_in_a_sentence(mindseye: Run, indexed: Path) -> None:
    result = mindseye("duplicates", "--up-to", "copies", "--library", indexed)
    assert (result.status, result.out) == (0, "")
    assert result.err == "mindseye: No duplicates were found.\n"
    assert mindseye("duplicates", "--up-to", "copies", "--library", indexed, "--json").json == []


def test_filters_and_negative_parts_stand_among_the_words(mindseye: Run, folder: Path, indexed: Path) -> None:
    def found(*arguments: str) -> set[str]:
        result = mindseye("search", *arguments, "--library", indexed, "--json")
        assert result.status == 0
        return {Path(each["path"]).stem[4:] for each in result.json}

    everything = found("red")
    assert "red" in everything
    assert "red" not in found("green", "-red")
    assert found("type:jpg") == everything
    assert found('"red"') == {"red"}
    assert found("red", "-type:jpg") == set()
    assert found(f"folder:{folder}") == everything
    (content, *_) = mindseye("search", '"000-red"', "--library", indexed, "--json").json
    like = mindseye("search", f"photo:{content['content']}", "--library", indexed, "--json").json
    assert like[0]["path"] == content["path"]


def test_quotation_marks_that_the_shell_took_are_given_back(
    mindseye: Run, folder: Path, indexed: Path
) -> None:
    spaced = folder / "summer 2022"
    spaced.mkdir()
    (folder / "000-red.jpg").rename(spaced / "000-red.jpg")
    mindseye("index", folder, "--library", indexed)
    for arguments in (("red", "folder:summer 2022"), ('red folder:"summer 2022"',)):
        (found,) = mindseye("search", *arguments, "--library", indexed, "--json").json
        assert Path(found["path"]).parent == spaced


def test_a_mistake_in_a_query_is_told_with_its_place(mindseye: Run, indexed: Path) -> None:
    told = mindseye("search", "dog", "foto:beach", "--library", indexed).refused()
    assert "at foto:beach" in told
    assert "Did you mean photo:?" in told
    assert "no photo meets all" in mindseye("search", "date:1950", "--library", indexed).out.lower().replace(
        "indexed ", ""
    )


def test_a_hint_follows_the_results_of_people_only(mindseye: Run, indexed: Path) -> None:
    assert "better: red -people" in mindseye("search", "red without people", "--library", indexed).out
    assert "better" not in mindseye("search", "red without people", "--library", indexed, "--json").out
