"""Mindseye: a private desktop photo browser that finds pictures by what they show."""

import os
from importlib.metadata import version

__version__ = version("mindseye")

# Before numpy is loaded: on a busy computer its threads spin for one another, and take several times as long
# as one thread for the small matrices here. Networks bring threads of their own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
