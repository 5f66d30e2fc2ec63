"""Measures a model folder (model.toml with two ONNX towers) on real photographs; needs no torch."""
