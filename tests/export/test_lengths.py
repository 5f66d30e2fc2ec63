"""Short texts may be given short where no token sees a later one, and only there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is not installed; `make test-models` installs it")
pytest.importorskip("transformers", reason="transformers is not installed; `make test-models` installs it")

import onnxruntime
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from export import bench_full_size, bench_lengths, probes
from export.from_transformers import describe
from export.graph import write_tower
from export.model_folder import IMAGE, TEXT, export_model
from export.random_models import as_source
from mindseye.clip.session import OnnxSession
from tests.export import small

END = small.VOCABULARY - 1


@pytest.fixture(scope="module", params=[2, END])
def tower(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> OnnxSession:
    """A causal text tower that finds its end by the largest id, or by its number."""
    original = describe(small.clip(end=request.param))
    path = tmp_path_factory.mktemp("tower") / "text.onnx"
    ids = torch.from_numpy(probes.token_rows(2, 77, original))
    write_tower(original.text, ids, path, "input_ids", {0: "n", 1: "l"})
    return OnnxSession(path, threads=1)


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.integers(0, END - 1), max_size=75), filling=st.integers(0, END), data=st.data())
def test_what_follows_the_end_does_not_matter(
    tower: OnnxSession, words: list[int], filling: int, data: st.DataObject
) -> None:
    short = np.array([[*words, END]])
    length = data.draw(st.integers(short.shape[1], 77))
    padded = np.full((1, length), filling)
    padded[:, : short.shape[1]] = short
    alone, filled = (tower.run({"input_ids": ids}) for ids in (short, padded))
    np.testing.assert_allclose(alone, filled, atol=2e-6)
    assert np.linalg.norm(alone) == pytest.approx(1, abs=1e-5)


def test_texts_of_several_lengths_in_one_batch(tower: OnnxSession) -> None:
    rows = [[5, END], [7, 8, 9, END], [3, 3, END]]
    batch = np.full((3, 4), END)
    for place, row in enumerate(rows):
        batch[place, : len(row)] = row
    together = tower.run({"input_ids": batch})
    for place, row in enumerate(rows):
        np.testing.assert_allclose(together[place], tower.run({"input_ids": np.array([row])})[0], atol=2e-6)


def test_order_matters(tower: OnnxSession) -> None:
    one, other = (tower.run({"input_ids": np.array([[*words, END]])}) for words in ((5, 9), (9, 5)))
    assert float((one * other).sum()) < 0.999


def test_siglip_keeps_its_length(tmp_path: Path) -> None:
    export_model(as_source(describe(small.siglip()), "siglip"), tmp_path / "out", name="siglip")
    session = onnxruntime.InferenceSession(str(tmp_path / "out" / TEXT), providers=["CPUExecutionProvider"])
    assert session.get_inputs()[0].shape == ["n", 64]


def test_the_benchmarks_measure(tmp_path: Path) -> None:
    original = describe(small.clip())
    source = as_source(original, "small")
    export_model(source, tmp_path / "out", name="small")
    ids = probes.token_rows(1, 77, original)
    costs = bench_lengths.measure(tmp_path / "out" / TEXT, ids, rounds=1, threads=1)
    assert [cost.length for cost in costs] == list(bench_lengths.LENGTHS)
    assert all(cost.seconds > 0 and cost.max_abs < 2e-6 for cost in costs)
    speeds = bench_full_size.images_a_second(
        {"float32": tmp_path / "out" / IMAGE}, source, batch=2, threads=1
    )
    assert speeds["float32"] > 0
