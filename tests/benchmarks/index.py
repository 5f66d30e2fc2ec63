"""The search index: what the graph finds of what an exact search finds, how fast, and what churn does."""

import statistics
import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mindseye.search.directions import centred
from mindseye.vectors.layer import Layer, expansion_for
from mindseye.vectors.store import EXACT_UP_TO
from tests.benchmarks.alike_vectors import alike
from tests.benchmarks.big_library import big_library
from tests.benchmarks.frame import Figure, recorded_data
from tests.benchmarks.recorded_vectors import Recorded, load

_WANTED = 100


def measure(*, vectors: int = 1_000_000, queries: int = 40, churned: int = 60_000) -> Iterator[Figure]:
    """Recall of the first hundred and time, for words and for pictures."""
    recorded = load(recorded_data())
    (path,) = (big_library(vectors) / "library" / "index").glob("*.usearch")
    graph = Layer.view(path, recorded.photos.shape[1])
    asked = _directions(recorded, queries)
    for kind, directions in asked.items():
        truth = [graph.search(each, _WANTED, exact=True)[0] for each in directions]
        for expansion in sorted({256, 1024, 2048, expansion_for(len(graph))}):
            graph._index.expansion_search = expansion
            recall, milliseconds = _compare(graph, directions, truth)
            chosen = expansion == expansion_for(len(graph))
            yield Figure(
                f"{len(graph):,} vectors, {kind}, expansion {expansion}: recall@{_WANTED}",
                recall,
                aim=0.99 if chosen else None,
                better="more",
                note=f"{milliseconds:.2f} ms of processor time",
            )
    yield Figure(
        "exact search over all of them", _exact_ms(graph, asked["pictures"][:5]), "ms", note="processor time"
    )
    graph.close()
    yield from _border(recorded, asked["pictures"])
    yield from _churn(recorded, asked["pictures"], churned)


def _directions(recorded: Recorded, queries: int) -> dict[str, NDArray[np.float32]]:
    dice = np.random.default_rng(11)
    words = centred(recorded.texts, recorded.bank.mean(axis=0))
    pictures = np.concatenate(list(alike(recorded.photos, queries, seed=99))).astype(np.float32)
    return {
        "words": words[dice.choice(len(words), min(queries, len(words)), replace=False)],
        "pictures": centred(pictures, recorded.photos.mean(axis=0)),
    }


def _compare(
    graph: Layer, directions: NDArray[np.float32], truth: list[NDArray[np.int64]]
) -> tuple[float, float]:
    found, times = [], []
    for direction, wanted in zip(directions, truth, strict=True):
        began = time.thread_time()
        keys, _ = graph.search(direction, len(wanted), exact=False)
        times.append(time.thread_time() - began)
        found.append(len(np.intersect1d(keys, wanted)) / len(wanted))
    return float(np.mean(found)), statistics.median(times) * 1000


def _exact_ms(graph: Layer, directions: NDArray[np.float32]) -> float:
    times = []
    for direction in directions:
        began = time.thread_time()
        graph.search(direction, _WANTED, exact=True)
        times.append(time.thread_time() - began)
    return statistics.median(times) * 1000


def _border(recorded: Recorded, directions: NDArray[np.float32]) -> Iterator[Figure]:
    border = Layer.flat(recorded.photos.shape[1])
    border.add(np.arange(EXACT_UP_TO, dtype=np.int64), _vectors(recorded, EXACT_UP_TO, seed=7))
    exact = _exact_ms(border, directions[:20])
    yield Figure(f"exact search at the border, {EXACT_UP_TO:,} vectors", exact, "ms", note="processor time")
    border.close()


def _churn(recorded: Recorded, directions: NDArray[np.float32], count: int) -> Iterator[Figure]:
    """Takes out a part and puts others in, again and again, as photographs that are edited do."""
    graph = _graph(recorded, count)
    dice = np.random.default_rng(4)
    stored = dict(enumerate(_vectors(recorded, count, seed=7)))
    fresh = count
    for round_number in range(9):
        if round_number in {0, 1, 2, 4, 8}:
            truth = [graph.search(each, _WANTED, exact=True)[0] for each in directions]
            recall, _ = _compare(graph, directions, truth)
            yield Figure(
                f"{count:,} vectors, {round_number * 25} % taken out and put in: recall@{_WANTED}",
                recall,
                better="more",
            )
        gone = dice.choice(np.array(list(stored)), count // 4, replace=False).astype(np.int64)
        graph.remove(gone)
        for key in gone.tolist():
            del stored[key]
        new = _vectors(recorded, len(gone), seed=100 + round_number)
        keys = np.arange(fresh, fresh + len(gone), dtype=np.int64)
        graph.add(keys, new)
        stored |= dict(zip(keys.tolist(), new, strict=True))
        fresh += len(gone)
    rebuilt = Layer.graph(graph.dimension)
    rebuilt.add(np.array(list(stored), dtype=np.int64), np.stack(list(stored.values())))
    truth = [rebuilt.search(each, _WANTED, exact=True)[0] for each in directions]
    recall, _ = _compare(rebuilt, directions, truth)
    yield Figure(
        f"{count:,} vectors, built anew after that: recall@{_WANTED}", recall, aim=0.99, better="more"
    )
    rebuilt.close()
    graph.close()


def _vectors(recorded: Recorded, count: int, *, seed: int) -> NDArray[np.float16]:
    return np.concatenate(list(alike(recorded.photos, count, seed=seed)))


def _graph(recorded: Recorded, count: int) -> Layer:
    graph = Layer.graph(recorded.photos.shape[1])
    graph.add(np.arange(count, dtype=np.int64), _vectors(recorded, count, seed=7))
    return graph
