"""The models as a new user meets them: nothing of the network, then a download, an import, and back again."""

import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.clip.networks import save_text, save_tokenizer, save_vision, save_xenova
from tests.e2e.conftest import Program, paths_of
from tests.support.library_file import count_vectors, wait_until
from tests.support.local_hub import LocalHub, local_hub
from tests.support.pictures import write_pictures

MODEL, REPOSITORY, DIMENSION = "clip-vit-l-14", "Xenova/clip-vit-large-patch14", 768
"""The model of the catalog of which no byte is known beforehand, so that another can stand in for it."""

PICTURES = 30


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    """A hub on which small networks stand in for a model of the catalog."""
    source = tmp_path / "source"
    save_vision(source / "onnx" / "vision_model.onnx", dimension=DIMENSION)
    save_text(source / "onnx" / "text_model.onnx", dimension=DIMENSION)
    save_tokenizer(source / "tokenizer.json", pad_token="<|endoftext|>")
    with local_hub() as running:
        for path in source.rglob("*.*"):
            running.files[f"{REPOSITORY}/{path.relative_to(source).as_posix()}"] = path.read_bytes()
        yield running


@pytest.fixture
def online(program: Program, hub: LocalHub) -> Program:
    """The program on a computer whose only network is that hub."""
    return replace(program, environment={"HF_ENDPOINT": hub.address, "HF_HUB_OFFLINE": ""})


def answers(program: Program, library: Path, words: str = "red") -> list[Path]:
    return paths_of(program.json("search", words, "--library", library, "--limit", str(PICTURES)))


def said_of(program: Program, library: Path, chosen: list[Path]) -> list[Any]:
    """What a person said of photos; what a model suggests is another matter."""
    told = program.json("label", *chosen, "--library", library)
    return [{**each, "tags": [tag for tag in each["tags"] if tag["state"] == "confirmed"]} for each in told]


def test_the_first_start_asks_nothing_of_the_network(
    online: Program, hub: LocalHub, samples: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    assert online.json("index", samples, "--library", library)["model"] == "starter"
    assert online.json("search", "mountain", "--library", library)
    assert online.json("tags", "--library", library)
    online.run("models", "list")
    online.run("models", "verify", "starter")
    assert not hub.requests


def test_a_download_that_is_killed_goes_on_and_the_model_works(
    online: Program, hub: LocalHub, tmp_path: Path
) -> None:
    text = f"{REPOSITORY}/onnx/text_model.onnx"
    hub.stalls[text] = [len(hub.files[text]) // 2]
    half = online.home / "models" / f"{MODEL}.part" / "onnx" / "text_model.onnx"
    with online.start("models", "download", MODEL, "--yes") as running:
        # The connection falls silent in the middle of the file.
        wait_until(lambda: half.is_file() and half.stat().st_size > 0)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    here = half.stat().st_size
    assert 0 < here < len(hub.files[text])
    hub.resumed.set()
    listed = {entry["name"]: entry for entry in online.json("models", "list")}
    assert (listed[MODEL]["state"], listed[MODEL]["fetched"] > 0) == ("available", True)
    assert "partly downloaded" in online.run("models", "list").stdout
    assert "There is no model" in online.run("models", "use", MODEL, status=2).stderr

    hub.requests.clear()
    done = online.run("models", "download", MODEL, "--yes")

    assert "complete and checked" in done.stdout
    assert [request.range for request in hub.asked("GET", "text_model.onnx")][-1] == f"bytes={here}-"
    assert not hub.asked("GET", "vision_model.onnx"), "what had come whole is not fetched again"
    assert online.run("models", "verify", MODEL).stdout == f"{MODEL}: complete\n"
    write_pictures(tmp_path / "photos", PICTURES)
    online.run("models", "use", MODEL)
    assert online.json("index", tmp_path / "photos", "--library", tmp_path / "library")["model"] == MODEL
    found = answers(online, tmp_path / "library")
    assert all(path.name.endswith("red.jpg") for path in found[:5])


def test_an_imported_model_takes_over_and_going_back_loses_nothing(program: Program, tmp_path: Path) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    write_pictures(photos, PICTURES)
    program.run("index", photos, "--library", library)
    chosen = sorted(photos.iterdir())[:4]
    program.run("label", *chosen, "--tag", "Boats/Sail", "--rating", "4", "--caption", "At sea",
                "--library", library)  # fmt: skip
    said = said_of(program, library, chosen)
    before = answers(program, library)
    counted = program.json("tags", "--library", library)

    program.run("models", "import", save_xenova(tmp_path / "export"), "--name", "mine")
    program.run("models", "use", "mine", "--library", library)

    assert count_vectors(library) == 2 * PICTURES, "the old vectors stay"
    found = answers(program, library)
    assert all(path.name.endswith("red.jpg") for path in found[:5])
    assert said_of(program, library, chosen) == said

    back = program.run("models", "use", "starter", "--library", library)

    assert f"{PICTURES} photos can be found" in back.stdout
    assert answers(program, library) == before
    assert program.json("tags", "--library", library) == counted
    assert said_of(program, library, chosen) == said
    assert count_vectors(library) == 2 * PICTURES, "and nothing is embedded again"
