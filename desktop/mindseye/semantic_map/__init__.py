"""The map of meaning: every photo a point of a plane, near those that show something alike.

``reduce`` turns the vectors of a space into a few coordinates, of which the first two are the map that is
there at once (principal components). ``layout`` makes the better one from who is whose neighbour, ``placing``
puts new photos beside theirs, ``regions`` and ``naming`` find the crowds of the plane and give them names.
"""

from mindseye.semantic_map.components import Reduced, VectorSource, reduce
from mindseye.semantic_map.layout import lay_out
from mindseye.semantic_map.naming import Region, Words, name_regions
from mindseye.semantic_map.placing import beside_neighbours
from mindseye.semantic_map.store import StoredMap, load_map, save_map

__all__ = [
    "Reduced",
    "Region",
    "StoredMap",
    "VectorSource",
    "Words",
    "beside_neighbours",
    "lay_out",
    "load_map",
    "name_regions",
    "reduce",
    "save_map",
]
