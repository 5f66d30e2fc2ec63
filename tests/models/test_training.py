"""A training of a few steps from data to a model folder: learns, resumes, exports, agrees with itself."""

from __future__ import annotations

import itertools
import json
import shutil
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
from starter.plan import AGAIN, Plan, rate_at, share_done, size_at  # noqa: E402
from starter.run import Run  # noqa: E402
from starter.towers import ImageTower, Shape  # noqa: E402
from starter.train import prepare  # noqa: E402
from starter.watch import Watch  # noqa: E402

COUNTS = {"objects": 6, "captions": 6, "scenes": 4, "sheets": 4, "pets": 2, "small": 3}


@pytest.fixture(scope="module")
def prepared(tiny_data: Path, gathered: Path) -> tuple[Sampler, Watch]:
    return prepare(tiny_data, gathered, seed=0, vocabulary_size=300, counts=COUNTS, sheets=8, watched_each=4)


@pytest.fixture(scope="module")
def sampler(prepared: tuple[Sampler, Watch]) -> Sampler:
    return prepared[0]


@pytest.fixture(scope="module")
def shape(sampler: Sampler) -> Shape:
    return Shape(
        dimension=16,
        classes=sampler.concepts.scenes_at,
        widths=(8, 16),
        depths=(1, 1),
        vocabulary=sampler.tokenizer.get_vocab_size(),
        word_width=8,
        text_width=16,
        text_depth=1,
        text_heads=2,
    )


@pytest.fixture(scope="module")
def trained(prepared: tuple[Sampler, Watch], shape: Shape, gathered: Path) -> Run:
    run = Run(Plan(seed=0, steps=12, prelude=4), shape, prepared[0], gathered, prepared[1])
    run.finish(Threads(1), every=4)
    return run


def entries(run: Run, count: int) -> list[dict[str, float]]:
    return [run.advance(run.sampler.draw(run.step, 40)) for _ in range(count)]


def test_the_budget_is_spent_and_logged(trained: Run) -> None:
    assert trained.step == 12
    assert trained.photos == 8 * sum(COUNTS.values()), "words learn alone in the first steps"
    lines = [json.loads(x) for x in (trained.work / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["step"] for line in lines] == [4, 8, 12, 12]
    assert "objects" not in lines[0]
    assert 0 <= lines[-1]["watched top-1"] <= lines[-1]["watched top-5"] <= 1


def test_a_resumed_run_takes_the_same_steps(sampler: Sampler, shape: Shape, tmp_path: Path) -> None:
    plan = Plan(seed=0, steps=6, prelude=1)
    whole = entries(Run(plan, shape, sampler, tmp_path / "whole"), 4)
    first = Run(plan, shape, sampler, tmp_path / "cut")
    entries(first, 2)
    first.save()
    second = Run(plan, shape, sampler, tmp_path / "cut")
    assert second.resume()
    assert second.step == 2
    again = entries(second, 2)
    for name in ("objects", "captions", "light", "agree"):
        assert [e[name] for e in again] == pytest.approx([e[name] for e in whole[2:]], abs=1e-2), name


def test_batches_come_in_order_from_another_thread(sampler: Sampler) -> None:
    batches = sampler.ahead(3, itertools.repeat(40))
    for step in (3, 4):
        assert torch.equal(next(batches).pixels, sampler.draw(step, 40).pixels)
    batches.close()


def test_pictures_made_dark_are_nights_by_truth(sampler: Sampler) -> None:
    truths = [batch.truth[:, batch.groups["light"]] for batch in (sampler.draw(k, 32) for k in range(12))]
    scenes = slice(COUNTS["objects"] + COUNTS["captions"], COUNTS["objects"] + COUNTS["captions"] + 4)
    light = torch.cat([truth[scenes] for truth in truths])
    assert ((light == torch.tensor([1, 0])).all(dim=1)).any()
    assert ((light == torch.tensor([0, 1])).all(dim=1)).any()
    assert (light.sum(dim=1) != 2).all()


def test_statistics_are_measured_at_the_shipped_size(trained: Run) -> None:
    norm = trained.mean.image.body[0][1]
    before = norm.running_mean.clone()
    norm.running_mean.fill_(9.0)
    trained.settle()
    assert torch.allclose(norm.running_mean, before, atol=1e-4)
    assert not norm.training


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
    assert batch.truth.shape[1] + owned.shape[1] + len(batch.anchor_vectors) == len(batch.ids)


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


def test_the_log_is_thinned_but_for_the_watched(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    said = [{"step": i} | ({"watched top-1": 0.5} if i in (333, 777) else {}) for i in range(1000)]
    log.write_text("".join(json.dumps(line) + "\n" for line in said), encoding="utf-8")
    steps = [json.loads(line)["step"] for line in thin(log, 150).splitlines()]
    assert len(steps) <= 153
    assert steps == sorted(steps)
    assert {0, 333, 777, 999} <= set(steps)


def test_schedules_end_with_the_budget() -> None:
    plan = Plan(minutes=10)
    assert share_done(plan, 5, 300) == 0.5
    assert share_done(plan, 5, 6000) == 1.0
    assert rate_at(plan, 0.0) < rate_at(plan, 0.03)
    assert rate_at(plan, 1.0) < 0.01 * plan.rate


def test_a_second_part_begins_where_the_first_ended() -> None:
    plan = Plan(minutes=10, minutes_again=5)
    assert share_done(plan, 5, 300) == 0.5
    assert share_done(plan, 5, 600 + 150) == 1.5
    assert share_done(plan, 5, 6000) == plan.end == 2.0
    assert rate_at(plan, 0.999) < 0.01 * plan.rate
    assert rate_at(plan, 1.03) == pytest.approx(AGAIN * rate_at(plan, 0.03))
    assert rate_at(plan, 2.0) < 0.01 * plan.rate
    assert [size_at(share) for share in (0.0, 0.999, 1.0, 2.0)] == [40, 64, 48, 64]
    assert share_done(Plan(steps=10, steps_again=4), 12, 0) == 1.5


def test_a_run_that_has_ended_is_taken_up_again(
    sampler: Sampler, shape: Shape, trained: Run, tmp_path: Path
) -> None:
    shutil.copy(trained.checkpoint, tmp_path / "checkpoint.pt")
    longer = Run(Plan(seed=0, steps=12, steps_again=3, prelude=4), shape, sampler, tmp_path)
    assert longer.resume()
    longer.finish(Threads(1), every=1)
    assert longer.step == 15
    lines = [json.loads(x) for x in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (lines[0]["step"], lines[0]["size"]) == (13, 48)
