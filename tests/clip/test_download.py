"""A model of the catalog on its way from a hub to the folder of models."""

from dataclasses import replace
from pathlib import Path

import pytest

from mindseye import paths
from mindseye.clip import ClipModel, assemble
from mindseye.clip.catalog import CatalogFile, CatalogModel
from mindseye.clip.download import Step, download
from mindseye.clip.hub import Hub
from mindseye.clip.installed import installed_models
from mindseye.clip.pins import PinBook
from mindseye.clip.session import OnnxSession
from mindseye.errors import ModelError
from tests.clip.conftest import REPOSITORY, entry
from tests.support.local_hub import COMMIT, LocalHub

VISION = f"{REPOSITORY}/onnx/vision_model.onnx"


def get(model: CatalogModel, hub: Hub, pins: PinBook) -> None:
    download(model, paths.user_models(), hub, pins)


def test_a_pinned_model_comes_and_works(pinned: CatalogModel, hub: Hub, pins: PinBook) -> None:
    steps: list[Step] = []
    manifest = download(pinned, paths.user_models(), hub, pins, progress=steps.append)
    manifest.verify()
    assert manifest.source == f"{REPOSITORY}@{COMMIT}"
    assert installed_models()["colours"] == manifest
    model = ClipModel(manifest, load_session=OnnxSession)
    assert model.embed_texts(["a red picture"]).shape == (1, manifest.dimension)
    total = pinned.download_size
    assert {step.total for step in steps} == {total}
    assert max(step.done for step in steps) == total
    assert pins.find(REPOSITORY, "tokenizer.json") is None, "what the catalog pins needs no record"
    assert sorted(child.name for child in paths.user_models().iterdir()) == [".colours.lock", "colours"]


def test_a_cut_download_is_not_seen_and_goes_on(
    pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook
) -> None:
    remote.cuts[VISION] = [100] + [0] * 20
    with pytest.raises(ModelError, match="cannot be reached"):
        get(pinned, hub, pins)
    assert "colours" not in installed_models()
    remote.cuts.clear()
    remote.requests.clear()
    get(pinned, hub, pins)
    assert remote.asked("GET", f"storage/{VISION}")[0].range == "bytes=100-"
    assert "colours" in installed_models()


def test_a_call_to_stop_can_be_taken_up_again(
    pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook
) -> None:
    def stop(step: Step) -> None:
        if step.file == "onnx/text_model.onnx":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(pinned, paths.user_models(), hub, pins, progress=stop)
    assert "colours" not in installed_models()
    remote.requests.clear()
    get(pinned, hub, pins)
    assert not remote.asked("GET", VISION), "the first file was complete"


def test_wrong_bytes_are_thrown_away(pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook) -> None:
    right = remote.files[VISION]
    remote.sent[VISION] = bytes(len(right))
    with pytest.raises(ModelError, match="wrong bytes"):
        get(pinned, hub, pins)
    assert "colours" not in installed_models()
    remote.sent.clear()
    get(pinned, hub, pins)
    installed_models()["colours"].verify()


def test_another_file_than_described_is_not_even_fetched(
    pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook
) -> None:
    remote.files[VISION] += b"more"
    with pytest.raises(ModelError, match=r"offers another onnx/vision_model.onnx .*described"):
        get(pinned, hub, pins)
    assert not remote.asked("GET", "")


def test_a_silent_mirror_is_checked_all_the_same(
    pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook
) -> None:
    remote.silent, remote.elsewhere = True, False
    remote.sent[VISION] = bytes(len(remote.files[VISION]))
    with pytest.raises(ModelError, match="wrong bytes"):
        get(pinned, hub, pins)


def test_an_unpinned_model_is_recorded_and_held(hub: Hub, remote: LocalHub, pins: PinBook) -> None:
    model = entry(remote, pinned=False)
    get(model, hub, pins)
    pin = pins.find(REPOSITORY, "onnx/vision_model.onnx")
    assert pin is not None
    assert pin.revision == COMMIT
    assert pin.size == len(remote.files[VISION])
    (paths.user_models() / "colours").rename(paths.user_models() / "away")
    remote.files[VISION] = remote.files[VISION] + b"changed"
    with pytest.raises(ModelError, match=r"offers another .*fetched before"):
        get(model, hub, pins)
    assert f"/resolve/{COMMIT}/" in remote.requests[-1].path, "the recorded commit is asked for"


def test_a_damaged_model_is_replaced_as_a_whole(pinned: CatalogModel, hub: Hub, pins: PinBook) -> None:
    get(pinned, hub, pins)
    damaged = paths.user_models() / "colours" / "tokenizer.json"
    damaged.write_text("{}")
    get(pinned, hub, pins)
    installed_models()["colours"].verify()
    assert not list(paths.user_models().glob("*.part"))


def test_too_small_a_disk_is_told_before_a_byte_is_fetched(
    pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "SPARE_BYTES", 10**18)
    with pytest.raises(ModelError, match=r"MB free.*MB are needed"):
        get(pinned, hub, pins)
    assert not remote.asked("GET", "")


def test_networks_that_do_not_work_stay_unseen(pinned: CatalogModel, hub: Hub, pins: PinBook) -> None:
    with pytest.raises(ModelError, match="not 3 vectors of 7 numbers"):
        get(replace(pinned, dimension=7), hub, pins)
    assert "colours" not in installed_models()


def test_a_missing_file_is_named(pinned: CatalogModel, hub: Hub, remote: LocalHub, pins: PinBook) -> None:
    files = {**pinned.files, "tokenizer": CatalogFile("gone.json", None, None)}
    with pytest.raises(ModelError, match=r"does not have gone.json"):
        get(replace(pinned, files=files), hub, pins)


def test_two_at_a_time_are_told(pinned: CatalogModel, hub: Hub, pins: PinBook, tmp_path: Path) -> None:
    with (
        assemble.assembling(paths.user_models(), "colours"),
        pytest.raises(ModelError, match="Another Mindseye"),
    ):
        get(pinned, hub, pins)
