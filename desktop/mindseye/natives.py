"""Native libraries that get along in one order only.

Once usearch (2.26) has been loaded, loading ONNX Runtime (1.31) ends the process on Linux; the other way
round both work. So whoever uses usearch imports this first.
"""

import onnxruntime  # noqa: F401 - for what loading it does
