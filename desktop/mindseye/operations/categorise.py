"""What the categories say: of files, whether in the library or not, and of the library as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye import paths
from mindseye.catalog import tags, vectors
from mindseye.clip import ClipModel
from mindseye.errors import InputError, UnreadablePictureError
from mindseye.library import Library
from mindseye.operations.categories import as_category
from mindseye.operations.find import searchable_count
from mindseye.phrases import Phrase
from mindseye.search import embed_picture
from mindseye.search.bank import bank_mean, read_words
from mindseye.search.pictures import read_file
from mindseye.tagging import Category, Judgement, Tagger, categories_file, judgements
from mindseye.tagging.zero_shot import ZeroShot


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many photos carry a label; label None counts the undecided ones of an exclusive category."""

    category: str
    label: str | None
    count: int


SHOWN = 5
"""How many of any labels are told."""


@dataclass(frozen=True, slots=True)
class LabelProbability:
    """How probable a label is among those that were asked for, 0 to 1."""

    label: str
    probability: float


def judge_files(model: ClipModel, files: Sequence[Path]) -> list[list[Judgement]]:
    """Judges picture files by the shipped categories: for each file one judgement a category.

    Raises:
        InputError: a file cannot be read or is no picture.
        ModelError: the model cannot be run.
    """
    words = read_words(paths.resource("neutral-words.txt"))
    tagger = Tagger(
        model, categories_file.current().all, lambda: bank_mean(model, words, paths.data_home() / "cache")
    )
    found: list[list[Judgement]] = []
    for file in files:
        found += judgements(tagger.judge(_embed(model, file)[np.newaxis]), 1)
    return found


def judge_files_by(
    model: ClipModel, files: Sequence[Path], labels: Sequence[str]
) -> list[list[LabelProbability]]:
    """Which of any labels fit picture files: for each file the best ones, most probable first.

    Raises:
        InputError: there are fewer than two labels, or a file cannot be read or is no picture.
        ModelError: the model cannot be run.
    """
    category = as_category("these labels", labels)
    embeddings = np.stack([_embed(model, file) for file in files])
    return _best(
        ZeroShot(model, lambda: np.zeros(model.manifest.dimension, np.float32)), category, embeddings
    )


def judge_photos_by(
    library: Library, photo_ids: Sequence[int], labels: Sequence[str]
) -> list[LabelProbability]:
    """Which of any labels fit photos of the library, together: the best ones by their mean probability.

    Raises:
        InputError: there are fewer than two labels, or no photo has been looked at by the model.
        ModelError: the model cannot be run.
    """
    category = as_category("these labels", labels)
    with library.catalog.read() as connection:
        stored = vectors.get(connection, library.space_id, photo_ids)
    if not stored:
        raise InputError(
            Phrase("These photos are not indexed yet; try again when the indexer is done with them.")
        )
    embeddings = np.stack(list(stored.values())).astype(np.float32)
    probabilities = library.tagger.zero_shot.probabilities(category, embeddings).mean(axis=0)
    return _ranked(category, probabilities)


def parse_labels(text: str) -> list[str]:
    """Labels as they are typed: parted by commas, each once."""
    return list(dict.fromkeys(part for each in text.split(",") if (part := " ".join(each.split()))))


def _best(
    judge: ZeroShot, category: Category, embeddings: NDArray[np.float32]
) -> list[list[LabelProbability]]:
    return [_ranked(category, row) for row in judge.probabilities(category, embeddings)]


def _ranked(category: Category, probabilities: NDArray[np.float32]) -> list[LabelProbability]:
    order = np.argsort(-probabilities, kind="stable")[:SHOWN]
    return [LabelProbability(category.labels[at].name, float(probabilities[at])) for at in order]


def _embed(model: ClipModel, file: Path) -> NDArray[np.float32]:
    try:
        return embed_picture(model, read_file(file))
    except UnreadablePictureError as error:
        raise InputError(
            Phrase("{file} is no picture that can be read: {reason}", file=file, reason=error.message),
            path=file,
        ) from error


def label_counts(library: Library) -> list[LabelCount]:
    """Counts the photos of the library for every label of every category, undecided ones last."""
    with library.catalog.read() as connection:
        counted = tags.counts(connection, library.space_id)
    total = searchable_count(library)
    counts: list[LabelCount] = []
    for category in library.tagger.categories:
        if not category.enabled:
            continue
        decided = [LabelCount(category.name, label.name, counted.get((category.name, label.name), 0))
                   for label in category.labels]  # fmt: skip
        counts += decided
        if category.exclusive:
            rest = total - sum(item.count for item in decided)
            counts.append(LabelCount(category.name, None, max(rest, 0)))
    return counts
