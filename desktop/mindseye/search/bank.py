"""The bank of neutral words: what any photo resembles a little, whatever it shows.

Some photos are close to every text and some texts are close to every photo. Their mean over many
unrelated words is taken off, which ranks better than the bare cosine: (q - mean of the bank) . photo
is the cosine less the photo's own mean similarity to the bank, for the price of one subtraction.
"""

import hashlib
import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mindseye.clip import ClipModel

log = logging.getLogger(__name__)

TEMPLATE = "a photo of a {}"

_AT_ONCE = 64


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a bank file, one a line; empty lines and ``#`` lines are passed over."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def bank_vectors(model: ClipModel, words: Sequence[str], cache: Path) -> NDArray[np.float32]:
    """The text embeddings [words, dimension], kept in the folder ``cache`` once they are known."""
    phrases = [TEMPLATE.format(word) for word in words]
    text = model.manifest.text
    name = hashlib.sha256("\n".join([text.sha256, text.tokenizer_sha256, *phrases]).encode()).hexdigest()[:32]
    path = cache / f"words-{name}.npy"
    stored = _stored(path, (len(words), model.manifest.dimension))
    if stored is not None:
        return stored
    made = np.concatenate(
        [model.embed_texts(phrases[start : start + _AT_ONCE]) for start in range(0, len(phrases), _AT_ONCE)]
    )
    _keep(path, made)
    return made


def bank_mean(model: ClipModel, words: Sequence[str], cache: Path) -> NDArray[np.float32]:
    """The mean text embedding [dimension] of the words, kept as :func:`bank_vectors` keeps them."""
    mean: NDArray[np.float32] = bank_vectors(model, words, cache).mean(axis=0)
    return mean


class BestScores:
    """The best score of each neutral word in an index file, kept in a folder, since it takes a search each.

    They are those of the file with one token; what came since changes them little.
    """

    def __init__(self, cache: Path, bank: NDArray[np.float32], token: bytes) -> None:
        """Says where they lie for the vectors [words, dimension] of the bank and a file's token."""
        self._folder = cache
        self._words = len(bank)
        self._of_bank = f"best-{hashlib.sha256(bank.tobytes()).hexdigest()[:16]}-"
        self._path = cache / f"{self._of_bank}{token.hex()}.npy"
        self._has_file = any(token)

    def read(self) -> NDArray[np.float32] | None:
        """The scores [words]; None where they are not known."""
        return _stored(self._path, (self._words,)) if self._has_file else None

    def keep(self, scores: NDArray[np.float32]) -> None:
        """Keeps the scores [words], and forgets those of the file before."""
        if not self._has_file:
            return
        _keep(self._path, scores)
        for old in self._folder.glob(f"{self._of_bank}*.npy"):
            if old != self._path:
                with suppress(OSError):  # another process was faster, or the disk is read-only
                    old.unlink()


def _stored(path: Path, shape: tuple[int, ...]) -> NDArray[np.float32] | None:
    try:
        stored: NDArray[np.float32] = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):  # not there yet, or cut short: it is made again
        return None
    return stored if stored.shape == shape and stored.dtype == np.float32 else None


def _keep(path: Path, made: NDArray[np.float32]) -> None:
    temporary = path.with_suffix(f".{os.getpid()}.part.npy")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(temporary, made)
        temporary.replace(path)
    except OSError as error:  # full or read-only: the next start computes it again
        log.info("%s is not kept: %s", path, error)
