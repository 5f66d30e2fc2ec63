"""A hub on the loopback with a small model on it, and the catalog entry that describes it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindseye.clip.catalog import CatalogFile, CatalogModel
from mindseye.clip.hub import Hub
from mindseye.clip.manifest import Preprocessing
from mindseye.clip.pins import PinBook
from tests.clip.networks import DIMENSION, SIDE, save_xenova
from tests.support.local_hub import COMMIT, LocalHub, local_hub

REPOSITORY = "somebody/colours"
_ROLES = {"image": "onnx/vision_model.onnx", "text": "onnx/text_model.onnx", "tokenizer": "tokenizer.json"}


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A running hub that serves a model; the program is told of it as a user would."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    source = save_xenova(tmp_path / "source")
    with local_hub() as running:
        for path in source.rglob("*.*"):
            running.files[f"{REPOSITORY}/{path.relative_to(source).as_posix()}"] = path.read_bytes()
        monkeypatch.setenv("HF_ENDPOINT", running.address)
        yield running


@pytest.fixture
def hub(remote: LocalHub) -> Iterator[Hub]:
    """The client, hurried."""
    with Hub(patience=0.001) as client:
        yield client


@pytest.fixture
def pins(own_home: Path) -> PinBook:
    return PinBook(own_home / "model-pins.json")


@pytest.fixture
def pinned(remote: LocalHub) -> CatalogModel:
    """The model as a catalog describes it that knows every byte."""
    return entry(remote)


def entry(remote: LocalHub, *, pinned: bool = True) -> CatalogModel:
    files = {}
    for role, path in _ROLES.items():
        content = remote.files[f"{REPOSITORY}/{path}"]
        digest = hashlib.sha256(content).hexdigest()
        files[role] = CatalogFile(path, len(content), digest) if pinned else CatalogFile(path, None, None)
    return CatalogModel(
        name="colours",
        title="Colours",
        summary="Knows three colours.",
        licence="MIT",
        languages=("en",),
        repository=REPOSITORY,
        revision=COMMIT if pinned else None,
        dimension=DIMENSION,
        temperature=0.01,
        score="softmax",
        bias=None,
        preprocessing=Preprocessing(SIDE, "shortest", "bicubic", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
        context_length=12,
        pad_token="<pad>",
        dynamic_length=True,
        lowercase=True,
        image_output="image_embeds",
        text_output="text_embeds",
        files=files,
        accuracy=(),
    )
