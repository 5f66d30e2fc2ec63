"""Squares of pixels to the network's input, in memory that is used again and again."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindseye.clip.manifest import Preprocessing
from mindseye.errors import ModelError
from mindseye.phrases import Phrase


class PixelBatch:
    """A buffer for the vision tower's input. One user at a time: what ``fill`` gives is the buffer itself.

    Memory that is touched for the first time costs as much as the arithmetic, so the buffer is kept.
    """

    def __init__(self, preprocessing: Preprocessing) -> None:
        self._size = preprocessing.size
        # (value / 255 - mean) / std as one multiplication and one addition a channel.
        std = np.array(preprocessing.std, dtype=np.float32)
        self._scale = (1.0 / (255.0 * std)).astype(np.float32).reshape(3, 1, 1)
        self._shift = (-np.array(preprocessing.mean, dtype=np.float32) / std).reshape(3, 1, 1)
        self._buffer = np.empty((0, 3, self._size, self._size), dtype=np.float32)

    def fill(self, squares: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """Normalises n squares uint8 [size, size, 3], RGB, to float32 [n, 3, size, size].

        Raises:
            ModelError: a square has another shape.
        """
        if len(squares) > len(self._buffer):
            self._buffer = np.empty((len(squares), 3, self._size, self._size), dtype=np.float32)
        batch = self._buffer[: len(squares)]
        for row, square in enumerate(squares):
            if square.shape != (self._size, self._size, 3):
                raise ModelError(
                    Phrase(
                        "A picture for the network is {shape}, not {size} pixels square.",
                        shape=square.shape,
                        size=self._size,
                    )
                )
            np.copyto(batch[row], square.transpose(2, 0, 1))  # first, as strides make arithmetic slow
            batch[row] *= self._scale
            batch[row] += self._shift
        return batch
