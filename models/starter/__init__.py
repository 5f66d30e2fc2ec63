"""Trains, exports and describes the starter model: two small towers, pictures and words, in one space."""

import os

# Before anything imports ONNX Runtime, whose official builds send events over the network.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
