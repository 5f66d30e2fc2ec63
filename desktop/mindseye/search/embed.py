"""A picture's bytes to its embedding, the way the indexer does it."""

import numpy as np
from numpy.typing import NDArray

from mindseye import imaging
from mindseye.clip import ClipModel


def embed_picture(model: ClipModel, data: bytes) -> NDArray[np.float32]:
    """Embeds the bytes of one picture file: float32 [dimension], unit length.

    Raises:
        UnreadablePictureError: the bytes are no picture that can be read.
        ModelError: the model cannot be run.
    """
    prepare = model.manifest.image.preprocessing
    picture = imaging.decode(data, shortest=prepare.size)
    square = imaging.square_pixels(
        picture.pixels, prepare.size, resize=prepare.resize, interpolation=prepare.interpolation
    )
    embedding: NDArray[np.float32] = model.embed_images([square])[0]
    return embedding
