"""A training of a few steps from data to a model folder: learns, resumes, exports, agrees with itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")
pytest.importorskip("pyarrow", reason="training dependencies are not installed")

from PIL import Image  # noqa: E402

from evaluate.model import Model  # noqa: E402
from starter.batches import Sampler  # noqa: E402
from starter.export import export, thin  # noqa: E402
from starter.machine import Threads  # noqa: E402
from starter.objective import speak  # noqa: E402
from starter.plan import Plan, rate_at, share_done  # noqa: E402
from starter.run import Run  # noqa: E402
from starter.towers import ImageTower, Shape  # noqa: E402
from starter.train import prepare  # noqa: E402

COUNTS = {"objects": 6, "captions": 6, "scenes": 4}


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def sampler(tiny_data: Path, work: Path) -> Sampler:
    return prepare(tiny_data, work, seed=0, vocabulary_size=300, counts=COUNTS)


@pytest.fixture(scope="module")
def shape(sampler: Sampler) -> Shape:
    return Shape(
        dimension=16,
        classes=sampler.concepts.words_at,
        widths=(8, 16),
        depths=(1, 1),
        vocabulary=sampler.tokenizer.get_vocab_size(),
        word_width=8,
        text_width=16,
        text_depth=1,
        text_heads=2,
    )


@pytest.fixture(scope="module")
def trained(sampler: Sampler, shape: Shape, work: Path) -> Run:
    run = Run(Plan(seed=0, steps=12), shape, sampler, work)
    run.finish(Threads(1), every=4)
    return run


def test_the_budget_is_spent_and_logged(trained: Run) -> None:
    assert trained.step == 12
    assert trained.photos == 12 * sum(COUNTS.values())
    assert len((trained.work / "log.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_a_resumed_run_takes_the_same_steps(sampler: Sampler, shape: Shape, tmp_path: Path) -> None:
    threads = torch.get_num_threads()
    plan = Plan(seed=0, steps=6)
    whole = Run(plan, shape, sampler, tmp_path / "whole")
    entries = [whole.advance() for _ in range(4)]
    first = Run(plan, shape, sampler, tmp_path / "cut")
    for _ in range(2):
        first.advance()
    first.save()
    second = Run(plan, shape, sampler, tmp_path / "cut")
    assert second.resume()
    assert second.step == 2
    again = [second.advance() for _ in range(2)]
    assert [e["objects"] for e in again] == pytest.approx([e["objects"] for e in entries[2:]], abs=1e-3)
    torch.set_num_threads(threads)


def test_another_seed_is_refused(trained: Run) -> None:
    other = Run(Plan(seed=1, steps=12), trained.shape, trained.sampler, trained.work)
    with pytest.raises(SystemExit, match="another run"):
        other.resume()


def test_batches_are_the_same_for_the_same_step(sampler: Sampler) -> None:
    one, two = sampler.draw(5, 48), sampler.draw(5, 48)
    assert torch.equal(one.pixels, two.pixels)
    assert torch.equal(one.ids, two.ids)
    assert not torch.equal(one.pixels, sampler.draw(6, 48).pixels)


def test_every_caption_belongs_to_its_photo(sampler: Sampler) -> None:
    batch = sampler.draw(1, 48)
    owned = batch.truth[:, batch.groups["captions"]]
    assert (owned == 1).any(dim=0).all()
    assert batch.truth.shape[1] + len(batch.anchor_vectors) == len(batch.ids)


def test_texts_by_length_are_those_of_one_go(trained: Run) -> None:
    ids = trained.sampler.draw(2, 48).ids
    model = trained.model.eval()
    with torch.no_grad():
        assert torch.allclose(speak(model, ids), model.text(ids), atol=1e-5)


def test_pictures_of_any_size_are_seen(shape: Shape) -> None:
    tower = ImageTower(shape).eval()
    with torch.no_grad():
        for size in (33, 48, 96):
            assert tower(torch.zeros(1, 3, size, size)).shape == (1, 16)


def test_the_export_says_what_the_towers_say(trained: Run, tmp_path: Path) -> None:
    worst = export(trained.work, tmp_path, size=48)
    assert worst < 1e-3
    model = Model(tmp_path)
    photos = [Image.new("RGB", (90, 60), (250, 0, 0)), Image.new("RGB", (40, 80), (0, 0, 250))]
    vectors = model.see(photos)
    assert vectors.shape == (2, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert (tmp_path / "training-log.jsonl").is_file()


def test_a_file_of_another_hash_is_refused(trained: Run, tmp_path: Path) -> None:
    export(trained.work, tmp_path, size=48)
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tokenizer\.json"):
        Model(tmp_path)


def test_the_log_is_thinned_to_its_limit(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text("".join(f'{{"step": {i}}}\n' for i in range(1000)), encoding="utf-8")
    lines = thin(log, 150).splitlines()
    assert len(lines) <= 151
    assert lines[-1] == '{"step": 999}'


def test_schedules_end_with_the_budget() -> None:
    plan = Plan(minutes=10)
    assert share_done(plan, 5, 300) == 0.5
    assert share_done(plan, 5, 6000) == 1.0
    assert rate_at(plan, 0.0) < rate_at(plan, 0.03)
    assert rate_at(plan, 1.0) < 0.01 * plan.rate
