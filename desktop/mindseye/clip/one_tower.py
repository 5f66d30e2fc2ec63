"""Cutting one tower out of an ONNX file that holds both.

ONNX Runtime computes every node of a file, whichever output is asked for: a query of two words would pay for
a picture as well. The file is protobuf; of it only the names are read here, and what does not lead to the
wanted output is left out. Tensors are copied as they are.
"""

from collections.abc import Iterator, Sequence

_Field = tuple[int, int, int, memoryview]
"""Field number, where the field begins and ends, and its content where that has a length."""

# Field numbers of onnx.proto.
_MODEL_GRAPH = 7
_NODES, _INITIALIZERS, _INPUTS, _OUTPUTS, _VALUE_INFOS = 1, 5, 11, 12, 13
_NODE_INPUT, _NODE_OUTPUT, _NODE_ATTRIBUTE = 1, 2, 5
_ATTRIBUTE_GRAPHS = (6, 11)
_NAME_IN = {_INITIALIZERS: 8, _INPUTS: 1, _OUTPUTS: 1, _VALUE_INFOS: 1}


def cut_tower(model: bytes, output: str) -> bytes:
    """The model with only what leads to ``output``.

    Raises:
        ValueError: the bytes are no ONNX model, or it has no such output.
    """
    whole = memoryview(model)
    pieces: list[bytes | memoryview] = []
    for number, start, end, content in _fields(whole):
        if number == _MODEL_GRAPH:
            graph = b"".join(_cut_graph(content, output))
            pieces += [_varint(_MODEL_GRAPH << 3 | 2), _varint(len(graph)), graph]
        else:
            pieces.append(whole[start:end])
    return b"".join(pieces)


def _cut_graph(graph: memoryview, output: str) -> Iterator[memoryview]:
    fields = list(_fields(graph))
    nodes = [content for number, _, _, content in fields if number == _NODES]
    needed, kept = _needed(nodes, output)
    place = -1
    for number, start, end, content in fields:
        if number == _NODES:
            place += 1
            wanted = place in kept
        elif number == _OUTPUTS:
            wanted = _name(content, number) == output
        elif number in _NAME_IN:
            wanted = _name(content, number) in needed
        else:
            wanted = True
        if wanted:
            yield graph[start:end]


def _needed(nodes: Sequence[memoryview], output: str) -> tuple[set[str], set[int]]:
    """The names that lead to the output, and the places of the nodes that do."""
    makers = {name: place for place, node in enumerate(nodes) for name in _texts(node, _NODE_OUTPUT)}
    if output not in makers:
        raise ValueError(f"no node gives {output!r}")
    needed, kept, open_names = {output}, set[int](), [output]
    while open_names:
        place = makers.get(open_names.pop())
        if place is None or place in kept:
            continue
        kept.add(place)
        names = {*_taken(nodes[place]), *_texts(nodes[place], _NODE_OUTPUT)}
        open_names += names - needed
        needed |= names
    return needed, kept


def _taken(node: memoryview) -> Iterator[str]:
    """What a node takes, the nodes of its inner graphs included."""
    yield from _texts(node, _NODE_INPUT)
    for number, _, _, attribute in _fields(node):
        if number == _NODE_ATTRIBUTE:
            for inner, _, _, graph in _fields(attribute):
                if inner in _ATTRIBUTE_GRAPHS:
                    yield from _graph_takes(graph)


def _graph_takes(graph: memoryview) -> Iterator[str]:
    for number, _, _, content in _fields(graph):
        if number == _NODES:
            yield from _taken(content)
        elif number == _OUTPUTS:
            yield _name(content, number)


def _name(content: memoryview, kind: int) -> str:
    return next(iter(_texts(content, _NAME_IN[kind])), "")


def _texts(message: memoryview, wanted: int) -> list[str]:
    return [str(content, "utf-8") for number, _, _, content in _fields(message) if number == wanted]


def _fields(message: memoryview) -> Iterator[_Field]:
    at, end = 0, len(message)
    while at < end:
        start = at
        tag, at = _read_varint(message, at)
        content = message[:0]
        match tag & 7:
            case 0:
                _, at = _read_varint(message, at)
            case 1:
                at += 8
            case 2:
                length, at = _read_varint(message, at)
                content = message[at : at + length]
                at += length
            case 5:
                at += 4
            case kind:
                raise ValueError(f"this is no ONNX model: a field of kind {kind}")
        if at > end:
            raise ValueError("this is no ONNX model: it ends early")
        yield tag >> 3, start, at, content


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(message):
            raise ValueError("this is no ONNX model: it ends early")
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value, at
        shift += 7


def _varint(value: int) -> bytes:
    digits = bytearray()
    while value > 0x7F:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*digits, value])
