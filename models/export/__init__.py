"""From PyTorch weights of a CLIP model to the folder of ONNX towers that Mindseye runs, shown to be equal."""
