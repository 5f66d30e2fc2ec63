"""Photos that are nearly the same: pairs by fingerprint and by vector, groups around the best one.

No state and no catalog: numbers in, groups out. ``operations/duplicates.py`` brings the two together.
"""

from mindseye.duplicates.fingerprint_pairs import same_picture
from mindseye.duplicates.groups import Kind, Pairs, gathered
from mindseye.duplicates.vector_pairs import very_alike

__all__ = ["Kind", "Pairs", "gathered", "same_picture", "very_alike"]
