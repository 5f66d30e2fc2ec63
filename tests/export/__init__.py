"""Tests of the export from PyTorch weights to ONNX towers."""
