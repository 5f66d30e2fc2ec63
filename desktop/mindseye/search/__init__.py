"""From a query to the photos that answer it: its direction in the space, the ranking, the relevance line."""

from mindseye.search.embed import embed_picture
from mindseye.search.engine import Hit, SearchEngine
from mindseye.search.query import Part, Picture, Query, SimilarTo, Words

__all__ = ["Hit", "Part", "Picture", "Query", "SearchEngine", "SimilarTo", "Words", "embed_picture"]
