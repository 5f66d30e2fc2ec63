"""The CLIP towers: what a model folder says, how its ONNX files are run, how text and pixels go in.

onnxruntime is imported in ``session.py`` alone, the tokenizer library in ``tokenizer.py`` alone.
"""

from mindseye.clip.manifest import ModelManifest
from mindseye.clip.model import ClipModel

__all__ = ["ClipModel", "ModelManifest"]
