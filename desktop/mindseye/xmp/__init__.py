"""What XMP says of a picture in words people gave it: keywords, rating, caption; read, and changed with care.

Pure functions of bytes: no file is opened here. Written by hand over the standard library's parser, since
the libraries that do it are GPL or need a C library of their own. The parts of ISO 16684-1 that matter:
RDF/XML with properties as elements or as attributes of ``rdf:Description``.
"""

from mindseye.xmp.names import SUFFIX, is_sidecar_name, sidecar_names
from mindseye.xmp.packet import LARGEST, PacketError
from mindseye.xmp.properties import change, read

__all__ = ["LARGEST", "SUFFIX", "PacketError", "change", "is_sidecar_name", "read", "sidecar_names"]
