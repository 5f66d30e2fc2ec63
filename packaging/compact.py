"""Takes the holes out of a shared library.

What binds libraries into wheels moves their tables to a new segment, two megabytes further on where pages may
be that large, and leaves nothing in between; and ``strip`` may break what it moved. Here each loaded segment
keeps its address, its bytes and its place in a page, and is only put nearer to the one before it in the file.
Symbol tables for debuggers, which are not loaded, go.

The format: System V Application Binary Interface, chapters 4 and 5.
"""

import struct
from pathlib import Path

_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_X86_64, _PAGE = 62, 4096
_LOADED, _NO_BITS, _OCCUPIES_MEMORY = 1, 8, 2


def compacted(library: bytes) -> bytes:
    """The same library without what lies between its loaded segments and behind them.

    A library for another processor than x86-64, whose pages may be larger, comes back as it is.
    """
    head = list(_HEADER.unpack_from(library))
    magic, processor = head[0], head[2]
    if magic[:6] != b"\x7fELF\x02\x01" or processor != _X86_64:
        return library
    segments = _table(library, _SEGMENT, head[5], head[10])
    sections = _table(library, _SECTION, head[6], head[12])
    made, moved = bytearray(), []
    for segment in sorted((each for each in segments if each[0] == _LOADED), key=lambda each: each[2]):
        start, address, size = segment[2], segment[3], segment[5]
        at = len(made) + (address - len(made)) % _PAGE
        made += bytes(at - len(made)) + library[start : start + size]
        moved.append((start, size, at))
    for segment in segments:
        segment[2] = _place(moved, segment[2], segment[5])
        if segment[0] == _LOADED:
            segment[7] = _PAGE
    for number, section in enumerate(sections):
        if number == head[13]:
            names = library[section[4] : section[4] + section[5]]
            section[4] = len(made)
            made += names
        elif section[2] & _OCCUPIES_MEMORY:
            section[4] = _place(moved, section[4], 0 if section[1] == _NO_BITS else section[5])
        else:
            # Left in the table as nothing, so that the numbers by which others name theirs stay.
            sections[number] = [0] * len(section)
    made += bytes(-len(made) % 8)
    head[5], head[6] = _place(moved, head[5], head[10] * _SEGMENT.size), len(made)
    made += b"".join(_SECTION.pack(*section) for section in sections)
    made[: _HEADER.size] = _HEADER.pack(*head)
    table = b"".join(_SEGMENT.pack(*segment) for segment in segments)
    made[head[5] : head[5] + len(table)] = table
    return bytes(made) if len(made) < len(library) else library


def write_compacted(source: Path, target: Path) -> None:
    """Writes a library without its holes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(compacted(source.read_bytes()))


def _table(library: bytes, entry: struct.Struct, start: int, count: int) -> list[list[int]]:
    return [list(entry.unpack_from(library, start + number * entry.size)) for number in range(count)]


def _place(moved: list[tuple[int, int, int]], start: int, size: int) -> int:
    for segment, length, at in moved:
        if segment <= start and start + size <= segment + length:
            return at + start - segment
    return 0  # nothing in the file: the mark of the stack, zeros beyond a segment
