"""How right the categories are: per model the share left undecided, and the error among what is given.

A model with its towers is measured whole, on photographs. Of CLIP ViT-B/32 recorded vectors are at hand: of
500 photos, and of texts that are nouns alone. So its subjects are measured with nouns in the place of the
shipped prompts; for time of day and place no text was recorded.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.clip import ClipModel
from mindseye.clip.installed import open_manifest
from mindseye.search import embed_picture
from mindseye.search.bank import bank_mean, read_words
from mindseye.search.directions import centred
from mindseye.tagging import Category, load_categories
from mindseye.tagging.zero_shot import LINE, WIDTH, ZeroShot
from tests.benchmarks.frame import CACHE, ROOT, Figure, Skipped, recorded_data
from tests.benchmarks.recorded_vectors import Recorded, load

Vectors = NDArray[np.float32]
Truth = NDArray[np.bool_]

CLIP_TEMPERATURE = 0.01

SAYS = {
    "people": r"man|men|woman|women|person|people|girls?|boys?|lady|child|children|kids?|baby|couple",
    "pets": r"dogs?|pupp(?:y|ies)|cats?|kittens?",
    "food": r"food|dish|meal|cake|salad|fruits?|pizza|bread|dessert|breakfast|sandwich|soup",
    "beach": r"beach|seashore|shore|coast|seaside",
    "mountains": r"mountains?|alps?|peaks?|cliffs?|hills?",
    "forest": r"forest|woods|trees",
    "city": r"city|buildings?|skyscrapers?|street|cityscape|skyline|urban",
    "snow": r"snow\w*|glacier|ice",
    "flowers": r"flowers?|petal\w*|roses?|blossoms?|tulips?",
    "vehicles": r"cars?|trucks?|bus|motorcycles?|vehicles?|van|suv|train",
    "sport": r"surf\w*|ski\w*|skat\w*|football|soccer|basketball|climb\w*|sports?",
    "celebration": r"birthday|wedding|party|fireworks?|festival|celebrat\w*",
}
"""Words of a description from which a photo surely shows a subject; most show more than theirs says."""

NOUNS = {
    "people": ("person", "man", "woman", "baby", "girl"),
    "pets": ("dog", "cat", "puppy", "kitten"),
    "food": ("salad", "pizza", "cake", "sandwich", "soup", "bread"),
    "flowers": ("flower arrangement", "flower", "sunflower", "rose"),
    "vehicles": ("car", "truck", "bus", "motorcycle", "van"),
}
"""What stands for the prompts of the subjects for which nouns were recorded."""


def measure(*, model: str = "starter", clip: int = 1) -> Iterator[Figure | Skipped]:
    """Figures of one installed model (a name or a folder), and of the recorded vectors."""
    data = recorded_data()
    yield from _of_model(model, data)
    if clip:
        yield from _of_recorded(load(data), data)


def _of_model(name: str, data: Path) -> Iterator[Figure | Skipped]:
    model = ClipModel(open_manifest(name))
    words = read_words(paths.resource("neutral-words.txt"))
    judge = ZeroShot(model, lambda: bank_mean(model, words, CACHE))
    categories = {each.name: each for each in load_categories(paths.resource("categories.toml"))}

    def see(files: Sequence[Path]) -> Vectors:
        return np.stack([embed_picture(model, path.read_bytes()) for path in files])

    unsplash = sorted((data / "unsplash" / "photos").glob("*.jpg"))
    seen_unsplash = see(unsplash)

    days, nights = (sorted((data / "day-night" / each).iterdir()) for each in ("day", "night"))
    truth = ["day"] * len(days) + ["night"] * len(nights)
    yield from _exclusive(
        f"{name}, time of day", judge, categories["time of day"], see([*days, *nights]), truth, (0.02, 0.15)
    )

    labelled = [(path, label) for path, label in _place_labels(data) if path is not None]
    photos, truth = see([path for path, _ in labelled]), [label for _, label in labelled]
    yield from _exclusive(f"{name}, place", judge, categories["place"], photos, truth, (0.05, None))

    # The starter was calibrated on the other half of the receipts.
    receipts = sorted((data / "documents").glob("*.jpg"))[1::2]
    coco = sorted((data / "coco").glob("*.jpg"))
    photos = np.concatenate([see([*receipts, *coco]), seen_unsplash])
    truth = ["document"] * len(receipts) + ["photograph"] * (len(photos) - len(receipts))
    yield from _exclusive(f"{name}, kind", judge, categories["kind"], photos, truth, (None, None))
    yield Skipped(f"{name}, kind: screenshots, drawings", "no labelled ones are at hand")

    subjects = categories["subjects"]
    descriptions = _descriptions(data, [path.stem for path in unsplash])
    given = judge.judge(subjects, seen_unsplash).certain
    for label, column in zip(subjects.labels, given.T, strict=True):
        yield from _independent(f"{name}, {label.name}", column, _says(SAYS[label.name], descriptions))


def _of_recorded(recorded: Recorded, data: Path) -> Iterator[Figure | Skipped]:
    ids = [row["photo_id"] for row in _rows(data)]
    descriptions = _descriptions(data, ids)
    texts = dict(zip(recorded.nouns, recorded.texts, strict=True))
    neutral = recorded.bank.mean(axis=0)
    for subject, pattern in SAYS.items():
        known = [texts[noun] for noun in NOUNS.get(subject, ()) if noun in texts]
        if not known:
            yield Skipped(f"clip-vit-b-32, {subject}", "no texts of it were recorded")
            continue
        direction = centred(np.mean(known, axis=0)[np.newaxis], neutral)[0]
        logits = (recorded.photos @ direction / CLIP_TEMPERATURE - LINE) / WIDTH
        given = 1 / (1 + np.exp(-logits)) >= 0.75
        yield from _independent(f"clip-vit-b-32, {subject} (nouns)", given, _says(pattern, descriptions))
    for category in ("time of day", "place"):
        yield Skipped(f"clip-vit-b-32, {category}", "none of its prompts was recorded")


def _exclusive(
    name: str,
    judge: ZeroShot,
    category: Category,
    photos: Vectors,
    truth: Sequence[str],
    aims: tuple[float | None, float | None],
) -> Iterator[Figure | Skipped]:
    """Error among the photos that are given a label of which there is truth; all others are undecided."""
    verdict = judge.judge(category, photos)
    labels = np.array(verdict.question.labels)
    right = labels == np.array(truth)[:, np.newaxis]
    known = np.isin(labels, list(set(truth)))
    decided = (verdict.certain & known).any(axis=1)
    wrong = (verdict.certain & known & ~right).any(axis=1)
    other = labels[~known]
    elsewhere = {label: int(verdict.certain[:, labels == label].sum()) for label in other}
    note = f"of {len(photos)} photos"
    if any(elsewhere.values()):
        note += ", among them " + ", ".join(f"{count} {label}" for label, count in elsewhere.items() if count)
    error = float(wrong.sum() / max(decided.sum(), 1))
    best = verdict.probabilities[:, known].argmax(axis=1)
    forced = float((labels[known][best] != np.array(truth)).mean())
    if not decided.any():
        yield Skipped(f"{name}: error", "this model cannot tell it, and gives none of its labels")
        yield Figure(f"{name}: undecided", 100.0, "%", note=note)
        return
    yield Figure(
        f"{name}: error", 100 * error, "%", aim=_percent(aims[0]), note=f"{wrong.sum()} of {decided.sum()}"
    )
    yield Figure(f"{name}: undecided", 100 * float(1 - decided.mean()), "%", aim=_percent(aims[1]), note=note)
    yield Figure(f"{name}: error without a band", 100 * forced, "%")


def _percent(aim: float | None) -> float | None:
    return None if aim is None else 100 * aim


def _independent(name: str, given: Truth, shown: Truth) -> Iterator[Figure | Skipped]:
    if not given.any():
        yield Skipped(f"{name}: precision", f"given to none; {shown.sum()} described")
        return
    right = int((given & shown).sum())
    note = f"{right} of {given.sum()} given; {shown.sum()} described"
    yield Figure(f"{name}: precision", 100 * right / max(int(given.sum()), 1), "%", better="more", note=note)
    yield Figure(f"{name}: recall", 100 * right / max(int(shown.sum()), 1), "%", better="more")


def described(data: Path, pattern: str) -> Truth:
    """Which of the photos with recorded vectors [500] have a description that holds the pattern as a word."""
    return _says(pattern, _descriptions(data, [row["photo_id"] for row in _rows(data)]))


def _says(pattern: str, descriptions: Sequence[str]) -> Truth:
    return np.array([bool(re.search(rf"\b(?:{pattern})\b", text)) for text in descriptions])


def _rows(data: Path) -> list[dict[str, str]]:
    with (data / "unsplash" / "photos.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _descriptions(data: Path, ids: Sequence[str]) -> list[str]:
    of = {
        row["photo_id"]: f"{row['photo_description']} {row['ai_description']}".lower() for row in _rows(data)
    }
    return [of[each] for each in ids]


def _place_labels(data: Path) -> Iterator[tuple[Path | None, str]]:
    """Photos labelled by eye; None for those in a set that is no folder of files."""
    folders = {"coco": data / "coco", "unsplash": data / "unsplash" / "photos"}
    path = ROOT / "models" / "evaluate" / "place-labels.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            folder = folders.get(row["set"])
            yield None if folder is None else folder / row["file"], row["label"]
