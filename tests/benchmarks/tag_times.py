"""How long a library of many photos takes to follow an edit of a category, and to let a tag learn again.

The library is made up, with vectors like recorded ones; edits are made to a copy of it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from mindseye.library import Library
from mindseye.operations import categories, labelling, teach
from mindseye.paths import HOME_VARIABLE
from mindseye.tagging import Category, Label
from mindseye.tagging.categories_file import own_file
from tests.benchmarks.big_library import big_library, open_big
from tests.benchmarks.frame import Figure, median_seconds, seconds

TAG = "boats"


def measure(*, photos: int = 100_000, examples: int = 500) -> Iterator[Figure]:
    """Figures of one library."""
    with _copy(big_library(photos)) as library:
        yield from _edits(library, photos)
        yield from _lessons(library, examples)


@contextmanager
def _copy(folder: Path) -> Iterator[Library]:
    """A copy that may be changed, with a place of its own for the user's categories."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        os.environ[HOME_VARIABLE] = copy
        with open_big(Path(copy)) as library:
            assert own_file().is_relative_to(copy)
            yield library


def _edits(library: Library, photos: int) -> Iterator[Figure]:
    what = f"{photos:,} photos"
    first = seconds(lambda: teach.refresh_suggestions(library))
    yield Figure(f"all categories of {what}, from nothing", first, "s", aim=3.0)
    edited = _edited(categories.categories_of(library)[0], "at noon")
    yield Figure(
        f"preview of an edited category over {what}",
        seconds(lambda: categories.preview(library, edited)),
        "s",
        aim=3.0,
    )
    yield Figure(
        f"all tags of {what} after that edit",
        seconds(lambda: categories.change_category(library, edited)),
        "s",
        aim=3.0,
    )
    yield Figure(
        f"the look of its page over {what}", seconds(lambda: categories.look_at(library, edited.name)), "s"
    )


def _edited(category: Category, prompt: str) -> Category:
    first, *others = category.labels
    return replace(category, labels=(Label(first.name, (*first.prompts, prompt)), *others))


def _lessons(library: Library, examples: int) -> Iterator[Figure]:
    random = np.random.default_rng(0)
    teacher = teach.Teacher(library)
    chosen = random.choice(teacher.photo_ids, examples, replace=False).tolist()
    labelling.judge(library, TAG, right=chosen[::2], wrong=chosen[1::2])
    yield Figure("holding the vectors, once", seconds(lambda: teach.Teacher(library)), "s")
    teacher.study(TAG, "a boat")
    yield Figure(
        f"learning again from {examples} examples",
        1000 * median_seconds(lambda: teacher.study(TAG, "a boat"), repeats=9),
        "ms",
        aim=200.0,
    )
    study = teacher.study(TAG, "a boat")
    yield Figure(
        "giving it to all photos", seconds(lambda: teach.give_taught_tag(library, study)), "s", aim=3.0
    )
