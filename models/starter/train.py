"""Trains the starter model: `python -m starter.train --data DIR --minutes N --seed 0` from models/."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tokenizers import Tokenizer

from starter import data as datasets
from starter import labels, vocabulary
from starter.batches import Sampler
from starter.machine import Threads, keep_pages
from starter.plan import COUNTS, Plan
from starter.run import Run
from starter.towers import Shape
from starter.watch import Watch


def prepare(
    data: Path,
    work: Path,
    seed: int,
    vocabulary_size: int,
    counts: dict[str, int] | None = None,
    sheets: int = datasets.SHEETS,
    watched_each: int = datasets.WATCHED,
) -> tuple[Sampler, Watch]:
    """Loads everything, builds the tokenizer once (later runs read it again), writes the word list."""
    sources, watched = datasets.load_sources(work, seed, sheets, watched_each)
    anchors = datasets.load_anchors(data)
    concepts = labels.build(sources)
    file = work / "tokenizer.json"
    if not file.is_file():
        vocabulary.build_tokenizer(vocabulary.texts_of(sources, concepts, anchors), vocabulary_size).save(
            str(file)
        )
    vocabulary.write_words(vocabulary.known_words(sources, concepts, anchors), work / "vocabulary.txt")
    tokenizer = Tokenizer.from_file(str(file))
    sampler = Sampler(sources, concepts, anchors, tokenizer, seed=seed, counts=counts or COUNTS)
    return sampler, Watch(watched, sampler)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("MINDSEYE_TEST_DATA"), help="folder of the sets"
    )
    parser.add_argument(
        "--work", type=Path, default=Path(__file__).parent / "work", help="cache and checkpoints"
    )
    parser.add_argument(
        "--minutes", type=float, default=60.0, help="computing time over which the schedules run"
    )
    parser.add_argument("--again", type=float, default=0.0, help="minutes of a second part")
    parser.add_argument("--steps", type=int, help="a number of steps instead of minutes")
    parser.add_argument("--steps-again", type=int, default=0, help="steps of a second part")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, help="processor threads; fitted to what is free if left out")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name --data or set MINDSEYE_TEST_DATA")
    keep_pages()
    plan = Plan(
        seed=arguments.seed,
        minutes=arguments.minutes,
        minutes_again=arguments.again,
        steps=arguments.steps,
        steps_again=arguments.steps_again,
    )
    sampler, watch = prepare(arguments.data, arguments.work, plan.seed, Shape().vocabulary)
    shape = Shape(classes=sampler.concepts.scenes_at, vocabulary=sampler.tokenizer.get_vocab_size())
    run = Run(plan, shape, sampler, arguments.work, watch)
    print("taken up at" if run.resume() else "new run at", "step", run.step, "on", run.where, flush=True)
    run.finish(Threads(arguments.threads))


if __name__ == "__main__":
    main()
