"""From a query to the photos that answer it: its direction in the space, the ranking, the relevance line."""

from mindseye.search.embed import embed_picture
from mindseye.search.engine import Hit, SearchEngine
from mindseye.search.query import (
    Box,
    Condition,
    Exact,
    Filter,
    Part,
    PictureFile,
    PicturePart,
    Query,
    SimilarTo,
    SimilarToContent,
    Words,
)
from mindseye.search.query_text import format_query, parse_query, read_query

__all__ = [
    "Box",
    "Condition",
    "Exact",
    "Filter",
    "Hit",
    "Part",
    "PictureFile",
    "PicturePart",
    "Query",
    "SearchEngine",
    "SimilarTo",
    "SimilarToContent",
    "Words",
    "embed_picture",
    "format_query",
    "parse_query",
    "read_query",
]
