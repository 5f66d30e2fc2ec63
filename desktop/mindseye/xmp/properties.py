"""Keywords, rating and caption in a packet: read from where programs put them, changed without harm.

Keywords stand in three places: ``dc:subject`` (flat), ``lr:hierarchicalSubject`` (``Places|Norway``) and
``digiKam:TagsList`` (``Places/Norway``). A flat keyword that is a part of a hierarchical one is no keyword
of its own: programs write both.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from xml.dom import minidom

from mindseye.metadata import FileLabels
from mindseye.xmp.packet import RDF, empty, namespace, parse, serialise

_DC = "http://purl.org/dc/elements/1.1/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/"
_DIGIKAM = "http://www.digikam.org/ns/1.0/"
_XML = "http://www.w3.org/XML/1998/namespace"

_DEFAULT_LANGUAGE = "x-default"


def read(data: bytes) -> FileLabels:
    """What a packet says.

    Raises:
        PacketError: it is no XMP, or could do harm.
    """
    document = parse(data)
    return FileLabels(_keywords(document), _rating(document), _caption(document))


def change(data: bytes | None, wanted: FileLabels) -> bytes:
    """A packet that says what is wanted, and else what it said before, understood or not.

    Only what differs is touched: a packet that says it already comes back byte by byte, and keywords keep
    their order. A rating of 0 is written only over another one.

    Args:
        data: the packet; None makes a new one.
        wanted: every keyword, the rating and the caption that it is to have.

    Raises:
        PacketError: ``data`` is no XMP, or could do harm.
    """
    document = empty() if data is None else parse(data)
    said = FileLabels(_keywords(document), _rating(document), _caption(document))
    wanted = dataclasses.replace(wanted, keywords=without_covered(wanted.keywords))
    if data is not None and _alike(said, wanted):
        return data
    gone = [name for name in said.keywords if name not in wanted.keywords]
    new = [name for name in wanted.keywords if name not in said.keywords]
    if gone or new:
        _change_keywords(document, gone, new, wanted.keywords)
    if said.rating != wanted.rating:
        _set_simple(document, _XMP, "xmp", "Rating", str(wanted.rating) if wanted.rating else None)
    if said.caption != wanted.caption:
        _set_caption(document, wanted.caption)
    return serialise(document)


def without_covered(names: Iterable[str]) -> tuple[str, ...]:
    """Keywords as a file can hold them: each once, none that is only a part of a hierarchical one."""
    once = dict.fromkeys(name for name in names if name)
    covered = {part for name in once if "/" in name for part in name.split("/")}
    above = {name[:at] for name in once for at, letter in enumerate(name) if letter == "/"}
    return tuple(name for name in once if name not in covered and name not in above)


def _alike(said: FileLabels, wanted: FileLabels) -> bool:
    return (set(said.keywords), said.rating, said.caption) == (
        set(wanted.keywords),
        wanted.rating,
        wanted.caption,
    )


# Reading


def _keywords(document: minidom.Document) -> tuple[str, ...]:
    paths = [_from_bars(each) for each in _items(document, _LIGHTROOM, "hierarchicalSubject")]
    paths += [_clean(each.split("/")) for each in _items(document, _DIGIKAM, "TagsList")]
    flat = [_clean([each]) for each in _items(document, _DC, "subject")]
    return without_covered([*paths, *flat])


def _rating(document: minidom.Document) -> int:
    try:
        rating = round(float(_simple(document, _XMP, "Rating") or 0))
    except (ValueError, OverflowError):
        return 0
    return rating if 0 <= rating <= 5 else 0  # -1 stands for a picture that was turned down


def _caption(document: minidom.Document) -> str:
    values = _language_values(document)
    return values.get(_DEFAULT_LANGUAGE, next(iter(values.values()), "")).strip()


def _language_values(document: minidom.Document) -> dict[str, str]:
    return {
        item.getAttributeNS(_XML, "lang") or _DEFAULT_LANGUAGE: _text(item)
        for element in _elements(document, _DC, "description")
        for item in element.getElementsByTagNameNS(RDF, "li")
    } or {_DEFAULT_LANGUAGE: _simple(document, _DC, "description") or ""}


def _items(document: minidom.Document, uri: str, name: str) -> list[str]:
    return [
        _text(item).strip()
        for element in _elements(document, uri, name)
        for item in element.getElementsByTagNameNS(RDF, "li")
    ]


def _simple(document: minidom.Document, uri: str, name: str) -> str | None:
    for element in _elements(document, uri, name):
        return _text(element).strip()
    for description in _descriptions(document):
        if description.hasAttributeNS(uri, name):
            return str(description.getAttributeNS(uri, name)).strip()
    return None


def _descriptions(document: minidom.Document) -> list[minidom.Element]:
    """The descriptions that speak of the picture itself, not of its parts."""
    return [
        child
        for rdf in document.getElementsByTagNameNS(RDF, "RDF")
        for child in rdf.childNodes
        if isinstance(child, minidom.Element)
        and (child.namespaceURI, child.localName) == (RDF, "Description")
    ]


def _elements(document: minidom.Document, uri: str, name: str) -> list[minidom.Element]:
    return [
        child
        for description in _descriptions(document)
        for child in description.childNodes
        if isinstance(child, minidom.Element) and _is(child, uri, name)
    ]


def _is(element: minidom.Element, uri: str, name: str) -> bool:
    return (element.namespaceURI, element.localName) == (uri, name)


def _text(element: minidom.Element) -> str:
    return "".join(
        child.data
        if isinstance(child, minidom.Text)
        else _text(child)
        if isinstance(child, minidom.Element)
        else ""
        for child in element.childNodes
    )


def _from_bars(path: str) -> str:
    return _clean(path.split("|"))


def _clean(parts: Iterable[str]) -> str:
    return "/".join(cleaned for part in parts if (cleaned := " ".join(part.split())))


# Changing


def _change_keywords(
    document: minidom.Document, gone: Sequence[str], new: Sequence[str], wanted: Sequence[str]
) -> None:
    kept = {part for name in wanted for part in name.split("/")}
    dropped = {part for name in gone for part in (name, *name.split("/"))} - kept
    flat = [name.rpartition("/")[2] for name in new]
    bars = [name.replace("/", "|") for name in new]
    _change_list(document, (_DC, "dc", "subject"), "Bag", lambda item: _clean([item]) in dropped, flat)
    _change_list(
        document,
        (_LIGHTROOM, "lr", "hierarchicalSubject"),
        "Bag",
        lambda item: _from_bars(item) in gone,
        bars,
    )
    _change_list(
        document, (_DIGIKAM, "digiKam", "TagsList"), "Seq", lambda item: _clean(item.split("/")) in gone, new
    )


def _change_list(
    document: minidom.Document,
    place: tuple[str, str, str],
    kind: str,
    is_gone: Callable[[str], bool],
    new: Sequence[str],
) -> None:
    """Takes items out of a list, in every description that has it, and adds some; an empty list goes."""
    uri, _, name = place
    there = set(_items(document, uri, name))
    for element in _elements(document, uri, name):
        for item in element.getElementsByTagNameNS(RDF, "li"):
            if is_gone(_text(item).strip()):
                _take_out(item)
        if not element.getElementsByTagNameNS(RDF, "li"):
            _take_out(element)
    missing = [each for each in dict.fromkeys(new) if each not in there or is_gone(each)]
    if not missing:
        return
    holder = _holder(document, place, kind)
    for each in missing:
        _add(holder, RDF, "rdf", "li").appendChild(document.createTextNode(each))


def _set_simple(document: minidom.Document, uri: str, prefix: str, name: str, value: str | None) -> None:
    """Sets a property where it stands, element or attribute, else as an attribute; None takes it out."""
    for element in _elements(document, uri, name):
        _take_out(element)
    for description in _descriptions(document):
        if description.hasAttributeNS(uri, name):
            description.removeAttributeNS(uri, name)
    if value is not None:
        description = _first(document)
        description.setAttributeNS(uri, f"{namespace(description, uri, prefix)}:{name}", value)


def _set_caption(document: minidom.Document, caption: str) -> None:
    """Sets the caption in the default language; other languages stay while there is one."""
    for element in _elements(document, _DC, "description"):
        for item in element.getElementsByTagNameNS(RDF, "li"):
            language = item.getAttributeNS(_XML, "lang") or _DEFAULT_LANGUAGE
            if not caption or language == _DEFAULT_LANGUAGE:
                _take_out(item)
        if not element.getElementsByTagNameNS(RDF, "li"):
            _take_out(element)
    for description in _descriptions(document):
        if description.hasAttributeNS(_DC, "description"):
            description.removeAttributeNS(_DC, "description")
    if not caption:
        return
    item = _add(_holder(document, (_DC, "dc", "description"), "Alt"), RDF, "rdf", "li", first=True)
    item.setAttributeNS(_XML, "xml:lang", _DEFAULT_LANGUAGE)
    item.appendChild(document.createTextNode(caption))


def _holder(document: minidom.Document, place: tuple[str, str, str], kind: str) -> minidom.Element:
    """The container of a property's items, made where there is none."""
    uri, prefix, name = place
    found = _elements(document, uri, name)
    element = found[0] if found else _add(_first(document), uri, prefix, name)
    held = [child for child in element.childNodes if isinstance(child, minidom.Element)]
    return held[0] if held else _add(element, RDF, "rdf", kind)


def _first(document: minidom.Document) -> minidom.Element:
    """The description to add to."""
    found = _descriptions(document)
    if found:
        return found[0]
    rdf = document.getElementsByTagNameNS(RDF, "RDF")[0]
    made = _add(rdf, RDF, "rdf", "Description")
    made.setAttributeNS(RDF, f"{namespace(made, RDF, 'rdf')}:about", "")
    return made


def _add(
    parent: minidom.Element, uri: str, prefix: str, name: str, *, first: bool = False
) -> minidom.Element:
    """Adds an element on a line of its own, indented one step further than its parent."""
    document = parent.ownerDocument
    assert document is not None
    child = document.createElementNS(uri, name)
    before = parent.firstChild if first else None
    if before is None and isinstance(parent.lastChild, minidom.Text) and not parent.lastChild.data.strip():
        before = parent.lastChild
    parent.insertBefore(document.createTextNode("\n" + " " * _depth(parent)), before)
    parent.insertBefore(child, before)
    if parent.lastChild is child:
        parent.appendChild(document.createTextNode("\n" + " " * (_depth(parent) - 1)))
    declared = namespace(child, uri, prefix)
    child.tagName = child.nodeName = f"{declared}:{name}" if declared else name
    return child


def _take_out(node: minidom.Element) -> None:
    """Removes an element with the blank before it."""
    parent, before = node.parentNode, node.previousSibling
    assert isinstance(parent, minidom.Element)
    if isinstance(before, minidom.Text) and not before.data.strip():
        parent.removeChild(before)
    parent.removeChild(node)


def _depth(node: minidom.Element) -> int:
    depth, above = 0, node.parentNode
    while isinstance(above, minidom.Element):
        depth, above = depth + 1, above.parentNode
    return depth + 1
