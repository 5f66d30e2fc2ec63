"""ONNX Runtime, loaded as this program needs it: first, and told to keep to itself.

Its official builds send events over the network and write an identifier and a database into the user's cache
folder, unless a variable forbids it before they are loaded. So whoever uses ONNX Runtime imports this first.

Once usearch (2.26) has been loaded, loading ONNX Runtime (1.31) ends the process on Linux; the other way
round both work. So whoever uses usearch imports this first as well.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

__all__ = ["onnxruntime"]

# Where a build does not know the variable (Windows' own), this is what it knows.
onnxruntime.disable_telemetry_events()
