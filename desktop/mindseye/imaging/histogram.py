"""How often each brightness occurs in a picture."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

STEPS = 64


def histogram(pixels: Image.Image) -> NDArray[np.float32]:
    """The share of the pixels (mode RGB) in each of 64 steps of red, green, blue [3, 64]; rows sum to 1."""
    counts = np.array(pixels.histogram(), dtype=np.float32).reshape(3, STEPS, -1).sum(axis=2)
    shares: NDArray[np.float32] = counts / (pixels.width * pixels.height)
    return shares
