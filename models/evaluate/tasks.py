"""The measurements: each takes a model and the data folder and returns figures with their chance."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evaluate import sets
from evaluate.decided import Decider
from evaluate.model import Model, Vectors
from evaluate.splits import flickr_split, scenes_split

PROMPTS = ("{}", "a {}", "a photo of a {}", "a picture of a {}")
PLAIN = ("{}",)


@dataclass(frozen=True)
class Figure:
    """One measured share (0..1), what blind guessing would get, and on how many photos or queries."""

    name: str
    value: float
    chance: float
    count: int


def _accuracy(photos: Vectors, words: Vectors, truth: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    return float((np.argmax(photos @ words.T, axis=1) == truth).mean())


def day_night(model: Model, data: Path) -> list[Figure]:
    """Zero-shot day against night."""
    paths, truth = [], []
    for label, name in enumerate(("day", "night")):
        found = sets.files(data / "day-night" / name)
        paths += found
        truth += [label] * len(found)
    seen = model.see(sets.photos(paths))
    answers = np.array(truth)
    named = [("day", "night")[label] for label in truth]
    pairs = {
        "day/night": ["day", "night"],
        "day/night (in daylight, at night)": ["a photo taken in daylight", "a photo taken at night"],
    }
    return [
        Figure(n, _accuracy(seen, model.prototypes(w, PLAIN), answers), 0.5, len(paths))
        for n, w in pairs.items()
    ] + _decided(model, "time of day", seen, named)


def _decided(model: Model, category: str, seen: Vectors, truth: list[str]) -> list[Figure]:
    right, share, count = Decider(model.folder).ask(category, seen, truth)
    return [
        Figure(f"{category}, right of those decided", right, 0.5, count),
        Figure(f"{category}, decided", share, 0.0, len(truth)),
    ]


def scenes(model: Model, data: Path) -> list[Figure]:
    """Zero-shot six scenes on the held-out fifth."""
    table = sets.table(data / "intel-scenes-train.parquet")
    rows = scenes_split(len(table["image"]))[1]
    names = sorted(set(table["label"]))
    seen = model.see(sets.opened([table["image"][r] for r in rows]))
    truth = np.array([names.index(table["label"][r]) for r in rows])
    return [
        Figure(
            "six scenes", _accuracy(seen, model.prototypes(names, PROMPTS), truth), 1 / len(names), len(rows)
        )
    ]


def tiny_imagenet(model: Model, data: Path) -> list[Figure]:
    """Zero-shot 200 object names on the validation part."""
    table = sets.table(data / "tiny-imagenet-val.parquet")
    names = sorted(set(table["names"]))
    words = model.prototypes([name.split(",")[0].strip() for name in names], PROMPTS)
    truth = np.array([names.index(name) for name in table["names"]])
    scores = model.see(sets.opened(table["image"])) @ words.T
    ranks = (scores > scores[np.arange(len(truth)), truth][:, None]).sum(axis=1)
    return [
        Figure(f"tiny-imagenet top-{k}", float((ranks < k).mean()), k / len(names), len(truth))
        for k in (1, 5)
    ]


def flickr(model: Model, data: Path) -> list[Figure]:
    """Text to picture among the held-out photos: the share of captions whose photo is among the first k."""
    table = sets.table(data / "flickr8k-train.parquet")
    rows = flickr_split(len(table["image"]))[1]
    seen = model.see(sets.opened([table["image"][r] for r in rows]))
    captions = [text for r in rows for text in table["captions"][r]]
    owner = np.array([place for place, r in enumerate(rows) for _ in table["captions"][r]])
    scores = model.read(captions) @ seen.T
    ranks = (scores > scores[np.arange(len(owner)), owner][:, None]).sum(axis=1)
    return [
        Figure(f"flickr8k text to photo R@{k}", float((ranks < k).mean()), k / len(rows), len(owner))
        for k in (1, 10)
    ]


def documents(model: Model, data: Path) -> list[Figure]:
    """How often a receipt scores higher than a photograph (area under the curve) for words about paper."""
    receipts = model.see(sets.photos(sets.files(data / "documents")))
    others = model.see(sets.photos(sets.files(data / "coco") + sets.unsplash(data)[0]))
    figures = []
    for query in ("a sheet of paper with text", "document"):
        word = model.read([query])[0]
        above = (receipts @ word)[:, None] > (others @ word)[None, :]
        figures.append(Figure(f"receipts above photos: '{query}'", float(above.mean()), 0.5, len(receipts)))
    return figures


def place(model: Model, data: Path) -> list[Figure]:
    """Zero-shot indoors against outdoors on photos labelled by eye, in two wordings fixed beforehand."""
    photos, labels = sets.places(data)
    seen = model.see(photos)
    names = ["indoors", "outdoors"]
    answers = np.array([names.index(label) for label in labels])
    wordings = {
        "indoors/outdoors": names,
        "indoors/outdoors (photo taken ...)": [f"a photo taken {name}" for name in names],
    }
    return [
        Figure(n, _accuracy(seen, model.prototypes(w, PLAIN), answers), 0.5, len(answers))
        for n, w in wordings.items()
    ] + _decided(model, "place", seen, labels)


QUERIES: dict[str, str] = {
    "snow mountain": r"\b(?:snow\w*|glacier|ice\w*)\b.*\b(?:mountain\w*|alps?|peaks?)\b"
    r"|\b(?:mountain\w*|alps?|peaks?)\b.*\b(?:snow\w*|glacier|ice\w*)\b",
    "beach": r"\b(?:beach|seashore|shore|coast)\b",
    "forest": r"\b(?:forest|trees|woods)\b",
    "street": r"\b(?:street|road|alley)\b",
    "a person": r"\b(?:man|woman|person|people|girl|boy|men|women)\b",
    "flower": r"\bflowers?\b|\bpetal(?:ed|s)?\b",
    "night": r"\bnight(?:time)?\b",
    "building": r"\bbuildings?\b|\bskyscrapers?\b|\barchitecture\b",
    "car": r"\b(?:cars?|vehicle|suv)\b",
    "water": r"\b(?:water|sea|ocean|lake|river|waves?)\b",
}
"""Query: pattern that descriptions of fitting photos match; they miss much, so a figure is a lower bound."""


def unsplash(model: Model, data: Path) -> list[Figure]:
    """Share of the first ten photos whose description fits the query."""
    paths, texts = sets.unsplash(data)
    seen = model.see(sets.photos(paths))
    figures = []
    for query, pattern in QUERIES.items():
        fits = np.array([re.search(pattern, text) is not None for text in texts])
        first = np.argsort(-(seen @ model.read([query])[0]), kind="stable")[:10]
        figures.append(
            Figure(f"unsplash P@10 '{query}'", float(fits[first].mean()), float(fits.mean()), int(fits.sum()))
        )
    return figures


TASKS: dict[str, Callable[[Model, Path], list[Figure]]] = {
    "day-night": day_night,
    "scenes": scenes,
    "tiny-imagenet": tiny_imagenet,
    "flickr8k": flickr,
    "place": place,
    "documents": documents,
    "unsplash": unsplash,
}
