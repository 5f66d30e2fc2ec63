"""Pictures decoded in processes of their own, bounded in time and memory: a bad file ends one of those.

``Decoder`` has the one question of ``imaging.decode``. ``worker.py`` is what runs in the other process,
which the program starts from itself, so that the finished program needs no second executable.
"""

from mindseye.decoding.decoder import Decoder

__all__ = ["Decoder"]
