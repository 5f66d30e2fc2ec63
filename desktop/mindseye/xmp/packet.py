"""An XMP packet as a tree that keeps all it held, and back to bytes.

The tree is the standard library's DOM, which keeps prefixes, comments and the order of things. What a hostile
file could do to it is refused first: document types (entities that grow), great depth, great size.
"""

import codecs
from xml.dom import minidom
from xml.parsers import expat
from xml.sax.saxutils import escape

from mindseye.errors import MindseyeError
from mindseye.phrases import Phrase

LARGEST = 16 * 1024**2
"""Bytes; nobody's keywords need more, and the tree takes some twenty times as much."""

_DEEPEST = 100

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_META = "adobe:ns:meta/"
_XMLNS = "http://www.w3.org/2000/xmlns/"

_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    f'<x:xmpmeta xmlns:x="{_META}" x:xmptk="Mindseye">\n'
    f' <rdf:RDF xmlns:rdf="{RDF}">\n'
    '  <rdf:Description rdf:about=""/>\n'
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    '<?xpacket end="w"?>\n'
)


class PacketError(MindseyeError):
    """It is no XMP packet that can be read; ``message`` says why."""


def empty() -> minidom.Document:
    """A packet that says nothing."""
    return parse(_EMPTY.encode())


def parse(data: bytes) -> minidom.Document:
    """Reads a packet.

    Raises:
        PacketError: it is no XMP, or could do harm.
    """
    if len(data) > LARGEST:
        raise PacketError(Phrase("XMP of {size} MB is too large to be read.", size=len(data) // 1024**2))
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.strip(b"\0 \t\r\n")  # padding around packets
    try:
        _check(data)
        document = minidom.parseString(data)  # noqa: S318 - document types and depth were refused
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PacketError(
            Phrase("The XMP is damaged: it is not well-formed ({error}).", error=error)
        ) from error
    if not document.getElementsByTagNameNS(RDF, "RDF"):
        raise PacketError(Phrase("The XMP is damaged: there is no rdf:RDF in it."))
    return document


def serialise(document: minidom.Document) -> bytes:
    """The packet as UTF-8, without an XML declaration, as packets are."""
    # Not by the DOM itself: it writes line ends in attributes so that they are blanks when read again.
    parts: list[str] = []
    for node in document.childNodes:
        _write(node, parts)
        parts.append("\n")
    return "".join(parts).encode("utf-8")


def _write(node: minidom.Node, parts: list[str]) -> None:
    if isinstance(node, minidom.Element):
        attributes = "".join(f' {name}="{_quoted(value)}"' for name, value in node.attributes.items())
        parts.append(f"<{node.tagName}{attributes}")
        if not node.childNodes:
            parts.append("/>")
            return
        parts.append(">")
        for child in node.childNodes:
            _write(child, parts)
        parts.append(f"</{node.tagName}>")
    elif isinstance(node, minidom.Text):
        parts.append(escape(node.data, {"\r": "&#13;"}))
    else:  # comments and processing instructions
        parts.append(node.toxml())


def _quoted(value: str) -> str:
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def namespace(element: minidom.Element, uri: str, prefix: str) -> str:
    """The prefix that stands for a namespace at an element; where none does, one is declared there."""
    node: minidom.Node | None = element
    taken: set[str] = set()
    while isinstance(node, minidom.Element):
        for name, value in list(node.attributes.items()):
            if not name.startswith("xmlns:"):
                continue
            declared = name.partition(":")[2]
            if value == uri and declared not in taken:
                return declared
            taken.add(declared)
        node = node.parentNode
    chosen, number = prefix, 1
    while chosen in taken:
        chosen, number = f"{prefix}{number}", number + 1
    element.setAttributeNS(_XMLNS, f"xmlns:{chosen}", uri)
    return chosen


def _check(data: bytes) -> None:
    depth = 0

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise PacketError(Phrase("The XMP is damaged: it is nested too deeply."))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise PacketError(Phrase("The XMP holds a document type, which no XMP has; it is not read."))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)
