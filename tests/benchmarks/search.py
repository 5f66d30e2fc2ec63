"""How fast words become photos: with and without a filter, beside plain numpy and beside rclip's way.

The library is made up (``big_library.py``), the words are recorded CLIP vectors of nouns, so the text tower
costs nothing here. rclip 3.3 keeps float32 vectors in SQLite and reads all of them for each search; its table
and its statement are made again here, because its own search cannot be asked without its text tower.
"""

import hashlib
import os
import re
import shutil
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers

from mindseye import paths
from mindseye.clip import ModelManifest
from mindseye.library import Library
from mindseye.search import Filter, Query, Words
from mindseye.search.bank import read_words
from mindseye.search.conditions import select
from mindseye.vectors import VectorIndex, photos_of
from tests.benchmarks.big_library import big_library
from tests.benchmarks.frame import CACHE, Figure, Skipped, median_seconds, recorded_data, seconds
from tests.benchmarks.recorded_vectors import Recorded, load

LIMIT = 200
"""As many as the window asks for."""

AIMS = {100_000: (10.0, 20.0), 1_000_000: (40.0, 60.0)}
"""Milliseconds at the 95th percentile, without a filter and with one that leaves 5 %."""

IN_MEMORY = 200_000
"""Photos up to which the vectors are also held in memory as float32, and in rclip's table."""

_CHUNK = 50_000
_RECALL_AT = 100
_FIRST_WORD = 4


def measure(*, photos: int = 100_000, queries: int = 200, repeats: int = 9) -> Iterator[Figure | Skipped]:
    """Times of searches for words in a library of so many photos, and ratios to simpler ways."""
    # Two short texts are no work to share out, and the text tower is not what is measured.
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    recorded = load(recorded_data())
    folder = big_library(photos)
    with tempfile.TemporaryDirectory() as place:
        manifest, loader = _recorded_model(folder / "model", Path(place), recorded)
        with Library.open(folder / "library", manifest, load_session=loader) as library:
            yield from _figures(library, photos, queries, repeats, recorded)


def _figures(
    library: Library, photos: int, queries: int, repeats: int, recorded: Recorded
) -> Iterator[Figure | Skipped]:
    engine, index = library.engine, library.spaces.active.index
    index.make_codes()  # an older library may be without; the indexer makes it
    engine.warm_up()
    generator = np.random.default_rng(7)
    nouns = generator.permutation(len(recorded.nouns))[:queries]
    plain = [Query((Words(f"n{noun}"),)) for noun in nouns]
    narrowed = [Query(query.parts, (_twentieth(photos, generator),)) for query in plain]
    same = [Query(query.parts, narrowed[0].conditions) for query in plain]
    engine.search(plain[0], LIMIT)
    plain_aim, narrow_aim = AIMS.get(photos, (None, None))

    def search(query: Query) -> None:
        engine.search(query, LIMIT)

    yield from _times("words", search, plain, plain_aim)
    yield from _times("words and another filter to 5 % each time", search, narrowed, narrow_aim)
    yield from _times("other words under the same filter", search, same, narrow_aim)
    yield from _recalls(library, plain[:50], narrowed[:50])
    yield from _border(index, engine.direction(plain[0]), photos)
    if photos > IN_MEMORY:
        why = f"measured with up to {IN_MEMORY:,} photos, whose float32 vectors fit into memory twice"
        yield Skipped("ratios to numpy and to rclip's way", why)
        return
    yield from _ratios(library, plain, photos, repeats)


def _times(
    name: str, work: Callable[[Query], None], queries: Sequence[Query], aim: float | None
) -> Iterator[Figure]:
    taken = [1000 * seconds(partial(work, query)) for query in queries]
    note = f"median {statistics.median(taken):.1f} ms"
    yield Figure(f"{name}, p95", float(np.percentile(taken, 95)), "ms", aim, note=note)


def _twentieth(photos: int, generator: np.random.Generator) -> Filter:
    """A filter by date that leaves about 5 % of the photos, of which a tenth have no date."""
    days = photos * 315 / 86_400
    length = max(days * 0.05 / 0.9, 1.0)
    begin = date(2014, 5, 1) + timedelta(days=float(generator.uniform(0, days - length)))
    return Filter("date", (f"{begin}..{begin + timedelta(days=round(length) - 1)}",))


def _recalls(library: Library, plain: Sequence[Query], narrowed: Sequence[Query]) -> Iterator[Figure]:
    """Of the 100 nearest by comparing all, the share that the search finds."""
    space = library.spaces.active
    with library.catalog.read() as connection:
        kept = [select(connection, space.space_id, query.conditions).within for query in narrowed]
    for name, queries, within in (
        ("recall@100 without a filter", plain, [None] * len(plain)),
        ("recall@100 within a filter", narrowed, kept),
    ):
        directions = np.stack([space.engine.direction(query) for query in queries])
        true = _nearest_by_all(space.index, directions, within)
        found = [{hit.photo_id for hit in space.engine.search(query, _RECALL_AT)} for query in queries]
        shares = [len(wanted & got) / len(wanted) for wanted, got in zip(true, found, strict=True)]
        yield Figure(name, statistics.mean(shares), "", 0.99, better="more", note=f"{len(queries)} queries")
    yield Figure(
        "photos that the filter leaves", statistics.mean(len(ids) for ids in kept if ids is not None)
    )


def _nearest_by_all(
    index: VectorIndex, directions: NDArray[np.float32], within: Sequence[NDArray[np.int64] | None]
) -> list[set[int]]:
    best: list[list[tuple[float, int]]] = [[] for _ in directions]
    keys = index.keys()
    for start in range(0, len(keys), _CHUNK):
        there, stored = index.get(keys[start : start + _CHUNK])
        vectors = stored.astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        for number, scores in enumerate(directions @ vectors.T):
            ids = photos_of(there)
            if within[number] is not None:
                inside = np.isin(ids, within[number])
                ids, scores = ids[inside], scores[inside]  # noqa: PLW2901 - narrowed
            top = np.argsort(-scores)[:_RECALL_AT]
            best[number] += zip(scores[top].tolist(), ids[top].tolist(), strict=True)
    return [{photo_id for _, photo_id in sorted(each, reverse=True)[:_RECALL_AT]} for each in best]


def _border(index: VectorIndex, direction: NDArray[np.float32], photos: int) -> Iterator[Figure]:
    """What comparing every photo of a subset costs beside asking for enough of all and filtering."""
    ids = index.ids()
    for share in (0.02, 0.06, 0.25):
        subset = np.sort(np.random.default_rng(3).choice(ids, int(share * len(ids)), replace=False))
        index.search_within(direction, subset, LIMIT)
        each = 1000 * median_seconds(partial(index.search_within, direction, subset, LIMIT), repeats=7)
        asked = int(1.3 * LIMIT * photos / len(subset))
        filtered = 1000 * median_seconds(partial(index.search, direction, asked), repeats=7)
        note = f"asking for {asked:,} of all: {filtered:.1f} ms"
        yield Figure(f"comparing each of {len(subset):,} photos", each, "ms", note=note)


def _ratios(library: Library, queries: Sequence[Query], photos: int, repeats: int) -> Iterator[Figure]:
    """Beside numpy over vectors in memory, and beside reading all of them for each search."""
    engine, index = library.engine, library.spaces.active.index
    keys, stored = index.get(index.keys())
    vectors = stored.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    asked = list(islice(queries, repeats))
    directions = [engine.direction(query) for query in asked]

    def by_numpy(direction: NDArray[np.float32]) -> NDArray[np.int64]:
        scores = vectors @ direction
        top = np.argpartition(-scores, LIMIT)[:LIMIT]
        return keys[top[np.argsort(-scores[top])]]

    path = _as_rclip(CACHE / f"rclip-{photos}.sqlite", keys, vectors)
    connection = sqlite3.connect(path)

    def by_rclip(direction: NDArray[np.float32]) -> list[str]:
        names, rows = [], []
        for name, vector in connection.execute(
            "SELECT filepath, vector FROM images WHERE filepath LIKE ? ESCAPE '\\' AND deleted IS NULL",
            ("/photos/%",),
        ):
            names.append(name)
            rows.append(np.frombuffer(vector, np.float32))
        scores = direction @ np.stack(rows).T
        ranked = sorted(zip(scores, range(len(names)), strict=True), key=lambda pair: pair[0], reverse=True)
        return [names[place] for _, place in ranked[:LIMIT]]

    try:
        for name, against, aim in (
            ("a float32 matmul and top-k in numpy", by_numpy, 1.0),
            ("rclip's way", by_rclip, 0.1),
        ):
            against(directions[0])
            ours, theirs = [], []
            for query, direction in zip(asked, directions, strict=True):
                ours.append(seconds(partial(engine.search, query, LIMIT)))
                theirs.append(seconds(partial(against, direction)))
            ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
            note = (
                f"{1000 * statistics.median(ours):.1f} ms against {1000 * statistics.median(theirs):.1f} ms"
            )
            yield Figure(f"ratio to {name}", ratio, "", aim, note=note)
    finally:
        connection.close()


def _as_rclip(path: Path, keys: NDArray[np.int64], vectors: NDArray[np.float32]) -> Path:
    if not path.exists():
        temporary = path.with_suffix(".part")
        temporary.unlink(missing_ok=True)
        connection = sqlite3.connect(temporary)
        connection.execute(
            "CREATE TABLE images (id INTEGER PRIMARY KEY, deleted BOOLEAN, filepath TEXT NOT NULL UNIQUE,"
            " modified_at DATETIME NOT NULL, size INTEGER NOT NULL, vector BLOB NOT NULL, indexing BOOLEAN,"
            " hash TEXT)"
        )
        connection.execute("CREATE UNIQUE INDEX existing_images ON images(filepath) WHERE deleted IS NULL")
        connection.executemany(
            "INSERT INTO images (filepath, modified_at, size, vector) VALUES (?, 0, 0, ?)",
            ((f"/photos/{key:09}.jpg", vector.tobytes()) for key, vector in zip(keys, vectors, strict=True)),
        )
        connection.commit()
        connection.close()
        temporary.replace(path)
    return path


# The words


def _recorded_model(
    made: Path, place: Path, recorded: Recorded
) -> tuple[ModelManifest, Callable[[Path], "_RecordedTower"]]:
    """The library's model with another text tower, which knows ``n0``, ``n1`` … and the neutral words."""
    folder = Path(shutil.copytree(made, place / "model"))
    numbers = {noun: number for number, noun in enumerate(recorded.nouns)}
    vocabulary = {"<pad>": 0, "<start>": 1, "<end>": 2, "<unknown>": 3}
    vocabulary |= {f"n{number}": _FIRST_WORD + number for number in numbers.values()}
    table = [recorded.texts]
    for word in read_words(paths.resource("neutral-words.txt")):
        if word.isalpha() and word in numbers:
            vocabulary[word] = len(vocabulary)
            table.append(recorded.texts[[numbers[word]]])
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unknown>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    path = folder / "tokenizer.json"
    tokenizer.save(str(path))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    description = folder / "model.toml"
    text = re.sub(
        r'tokenizer_sha256 = "\w+"', f'tokenizer_sha256 = "{digest}"', description.read_text(encoding="utf-8")
    )
    description.write_text(text, encoding="utf-8")
    vectors = np.concatenate(table)
    return ModelManifest.load(folder), lambda path: _RecordedTower(path, vectors, recorded.bank.mean(axis=0))


class _RecordedTower:
    """The recorded vector of the first word that is known; the mean of the bank where none is."""

    provider = "RecordedExecutionProvider"

    def __init__(self, path: Path, vectors: NDArray[np.float32], other: NDArray[np.float32]) -> None:
        self.input_names: Sequence[str] = ("pixel_values",) if path.name == "image.onnx" else ("input_ids",)
        self._vectors, self._other = vectors, other

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> NDArray[np.float32]:
        """Vectors [n, 512]."""
        rows = []
        for ids in inputs[self.input_names[0]]:
            known = ids[ids >= _FIRST_WORD]
            rows.append(self._vectors[known[0] - _FIRST_WORD] if len(known) else self._other)
        return np.stack(rows)
