"""From PyTorch weights of a CLIP model to the folder of ONNX towers that Mindseye runs, shown to be equal."""

import os

# Before anything imports ONNX Runtime, whose official builds send events over the network.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
