"""``mindseye models`` as a user meets it: sentences, exit statuses, JSON."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.clip.networks import save_xenova
from tests.clip.test_catalog import GOOD
from tests.support.local_hub import LocalHub, local_hub

from mindseye import paths
from mindseye.cli.download_line import DownloadLine, sentence
from mindseye.cli.main import run
from mindseye.clip.download import Step
from mindseye.clip.hub import Hub
from mindseye.clip.installed import installed_models
from mindseye.operations.models import bench_model

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def models(capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str | Path) -> tuple[int, str, str]:
        status = run(["models", *map(str, arguments)], open_window=lambda *_: 0, check_window=lambda *_: "")
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A hub with one model that the catalog knows but does not pin."""
    source = save_xenova(tmp_path / "source")
    lines = [line for line in GOOD.splitlines() if not line.startswith(("size", "sha256", "revision"))]
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("mindseye.operations.models.catalog_file", lambda: catalog)
    monkeypatch.setattr("mindseye.operations.models.Hub", lambda **options: Hub(patience=0.001, **options))
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with local_hub() as running:
        for path in source.rglob("*.*"):
            running.files[f"somebody/colours/{path.relative_to(source).as_posix()}"] = path.read_bytes()
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        yield running


def test_the_list_names_what_can_be_had(models: Command) -> None:
    status, out, _ = models("list")
    assert status == 0
    assert "clip-vit-b-32" in out
    assert "608 MB" in out
    assert "not pinned" in next(line for line in out.splitlines() if "clip-vit-l-14" in line)


def test_the_list_as_json(models: Command) -> None:
    status, out, _ = models("list", "--json")
    entries = {entry["name"]: entry for entry in json.loads(out)}
    assert status == 0
    assert entries["clip-vit-b-32"]["state"] == "available"
    assert entries["clip-vit-b-32"]["size"] == 607_968_381
    assert entries["clip-vit-b-16"]["pinned"] is False


def test_a_download_is_agreed_to_once_and_then_held(models: Command, remote: LocalHub) -> None:
    status, out, error = models("download", "colours")
    assert (status, out) == (2, "")
    assert "--yes" in error
    assert not remote.requests, "nothing is asked of the network before the user agrees"
    status, out, error = models("download", "colours", "--yes")
    assert (status, error) == (0, "")
    assert "Colours is here, complete and checked" in out
    status, out, _ = models("list")
    assert "colours  installed" in out
    remote.requests.clear()
    status, out, _ = models("download", "colours", "--yes", "--json")
    assert (status, json.loads(out)["name"]) == (0, "colours")
    assert not remote.requests, "what is here and whole is not fetched again"


def test_the_user_is_asked_on_a_terminal(
    models: Command, remote: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    for answer, status in (("n", 2), ("", 2), ("y", 0)):
        monkeypatch.setattr(sys.stdin, "readline", lambda answer=answer: answer + "\n", raising=False)
        assert models("download", "colours")[0] == status


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["download", "nothing"], 2, "There are: colours"),
        (["verify", "nothing"], 2, "no model 'nothing'"),
        (["bench", "nothing"], 2, "no model 'nothing'"),
        (["import", "/nowhere"], 2, "no folder /nowhere"),
        ([], 2, "--help"),
        (["download"], 2, "--help"),
        (["fly"], 2, "--help"),
    ],
)
def test_bad_input_is_one_sentence(
    models: Command, remote: LocalHub, arguments: list[str], status: int, words: str
) -> None:
    found, out, error = models(*arguments)
    assert (found, out) == (status, "")
    assert words in error
    assert error.startswith("mindseye: ")
    assert error.count("\n") == 1


def test_the_worlds_errors_are_one_sentence(
    models: Command, remote: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    status, _, error = models("download", "colours", "--yes")
    assert status == 1
    assert "Check the network connection" in error
    assert error.count("\n") == 1
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert models("download", "colours", "--yes")[0] == 1


def test_an_interrupted_download_goes_on(
    models: Command, remote: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = DownloadLine.show

    def stop(line: DownloadLine, step: Step) -> None:
        whole(line, step)
        if step.file == "onnx/text_model.onnx":
            raise KeyboardInterrupt

    monkeypatch.setattr(DownloadLine, "show", stop)
    assert models("download", "colours", "--yes")[0] == 130
    assert "colours" not in installed_models()
    monkeypatch.setattr(DownloadLine, "show", whole)
    remote.requests.clear()
    status, out, _ = models("download", "colours", "--yes", "--json")
    assert (status, json.loads(out)["name"]) == (0, "colours")
    assert not remote.asked("GET", "vision_model.onnx")


def test_import_verify_and_bench(models: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mindseye.cli.models.bench_model", partial(bench_model, seconds=0.01))
    status, out, error = models("import", save_xenova(tmp_path / "x"), "--name", "mine")
    assert (status, error) == (0, "")
    assert "mine is here (transformers layout, 6 numbers a picture)" in out
    assert models("verify", "mine")[:2] == (0, "mine: complete\n")
    status, out, _ = models("import", tmp_path / "x", "--name", "again", "--json")
    assert (status, Path(json.loads(out)["folder"]).name) == (0, "again")
    status, out, _ = models("bench", "mine")
    assert status == 0
    assert "CPUExecutionProvider" in out
    assert "images/s by how many are given at once" in out
    status, out, _ = models("bench", "mine", "--json")
    (row,) = json.loads(out)
    assert row["chosen"] is True
    assert row["images_per_second"] > 0
    assert list(row["by_batch"]) == ["1", "4", "16", "32"]
    assert min(row["by_batch"].values()) > 0


def test_verify_finds_wrong_bytes(models: Command, tmp_path: Path) -> None:
    models("import", save_xenova(tmp_path / "x"), "--name", "mine")
    (paths.user_models() / "mine" / "tokenizer.json").write_text("{}")
    status, out, error = models("verify", "mine")
    assert status == 1
    assert "tokenizer.json is not the one described" in error
    status, out, _ = models("verify", "mine", "--json")
    assert status == 1
    assert json.loads(out)[0]["problem"]


def test_a_damaged_model_is_listed_as_such(models: Command) -> None:
    folder = paths.user_models() / "broken"
    folder.mkdir(parents=True)
    (folder / "model.toml").write_text("nonsense nonsense")
    status, out, _ = models("list")
    assert status == 0
    assert "damaged: " in next(line for line in out.splitlines() if "broken" in line)
    status, _, error = models("verify")
    assert status == 1
    assert "damaged" in error


def test_a_model_that_lacks_a_file_is_listed_as_such(models: Command, tmp_path: Path) -> None:
    models("import", save_xenova(tmp_path / "x"), "--name", "mine")
    (paths.user_models() / "mine" / "tokenizer.json").unlink()
    status, out, _ = models("list")
    assert status == 0
    assert "tokenizer.json is missing" in next(line for line in out.splitlines() if "mine" in line)


def test_the_line_says_how_long_still() -> None:
    assert sentence(Step("a.onnx", 25_000_000, 100_000_000), 5.0, 25_000_000) == (
        "a.onnx: 25.0 of 100.0 MB, 5.0 MB/s, 15 s left"
    )
    assert sentence(Step("a.onnx", 2_500_000, None), 0.5, 100) == "a.onnx: 2.5 MB"


def test_the_line_is_for_terminals_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    DownloadLine().show(Step("a", 1, 2))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    line = DownloadLine(iter([0.0, 0.01, 5.0]).__next__)
    for done in (1, 2, 3):
        line.show(Step("a", done * 1_000_000, 9_000_000))
    line.end()
    shown = capsys.readouterr().err
    assert shown.count("a: ") == 2, "a few times a second at most"
    assert shown.endswith("\r")
