"""From a changed file to a searchable photo: scan, read, embed, store; with progress, pause and resume.

``run.py`` is one pass over what waits; ``indexer.py`` keeps passes going while a library is open.
"""

from mindseye.indexing.indexer import Indexer
from mindseye.indexing.run import IndexingRun, RunSummary

__all__ = ["Indexer", "IndexingRun", "RunSummary"]
