"""Measures a model folder (model.toml with two ONNX towers) on real photographs; needs no torch."""

import os

# Before anything imports ONNX Runtime, whose official builds send events over the network.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
