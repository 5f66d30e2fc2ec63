"""What the categories say: of files, whether in the library or not, and of the library as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mindseye import paths
from mindseye.catalog import tags
from mindseye.clip import ClipModel
from mindseye.errors import InputError, UnreadablePictureError
from mindseye.library import Library
from mindseye.operations.find import searchable_count
from mindseye.search import embed_picture
from mindseye.search.bank import bank_mean, read_words
from mindseye.search.pictures import read_file
from mindseye.tagging import Judgement, Tagger, categories_file, judgements


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many photos carry a label; label None counts the undecided ones of an exclusive category."""

    category: str
    label: str | None
    count: int


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
        try:
            embedding = embed_picture(model, read_file(file))
        except UnreadablePictureError as error:
            raise InputError(f"{file} is no picture that can be read: {error.message}", path=file) from error
        found += judgements(tagger.judge(embedding[np.newaxis]), 1)
    return found


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
