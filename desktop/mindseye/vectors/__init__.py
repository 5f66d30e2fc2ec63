"""The nearest-neighbour index on disk: a projection of the catalog's vectors that can always be made again.

usearch is imported in ``layer.py`` alone.
"""

from mindseye import natives  # noqa: F401 - before usearch
from mindseye.vectors.index import Neighbours, VectorIndex
from mindseye.vectors.keys import best_of_each, crop_keys, crops_of, photos_of
from mindseye.vectors.sketch import sketch_file

__all__ = ["Neighbours", "VectorIndex", "best_of_each", "crop_keys", "crops_of", "photos_of", "sketch_file"]
