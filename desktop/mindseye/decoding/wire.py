"""What the program and its decoding processes say to one another, through pipes.

Numbers and JSON only: nothing that comes back from a process in which a hostile file was decoded is run.
"""

import dataclasses
import json
import struct
from datetime import datetime
from typing import IO, Any, TypeAlias

from mindseye.imaging import PIXEL_LIMIT, Frames, Picture
from mindseye.metadata import FileLabels, Metadata
from mindseye.phrases import packed, unpacked

BEGUN = b"b"
"""The request was read whole; what happens from here on is the file's doing."""

_PICTURE, _FRAMES, _REFUSED, _NO_MEMORY = b"p", b"f", b"r", b"m"

_LONGEST_TEXT = 1 << 20

_REQUEST = struct.Struct("<QQQ?")
_ANSWER = struct.Struct("<cIQ")


@dataclasses.dataclass(frozen=True, slots=True)
class Request:
    """A file's bytes to be decoded so that the shorter side has ``shortest`` pixels or more."""

    data: bytes | bytearray
    shortest: int
    memory: int
    """Bytes that decoding may take."""
    frames: bool = False
    """Whether all pictures of an animation are wanted, not the first."""


@dataclasses.dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file gave no picture."""

    reason: str
    out_of_memory: bool = False
    """Whether more memory might have helped."""


Answer: TypeAlias = Picture | Frames | Refusal


def send_request(pipe: IO[bytes], request: Request) -> None:
    """Writes a request."""
    pipe.write(_REQUEST.pack(request.shortest, request.memory, len(request.data), request.frames))
    pipe.write(request.data)
    pipe.flush()


def receive_request(pipe: IO[bytes]) -> Request | None:
    """Reads a request; None where the other side has gone."""
    head = pipe.read(_REQUEST.size)
    if len(head) < _REQUEST.size:
        return None
    shortest, memory, length, frames = _REQUEST.unpack(head)
    data = pipe.read(length)
    return Request(data, shortest, memory, frames) if len(data) == length else None


def send_answer(pipe: IO[bytes], answer: Answer) -> None:
    """Writes what came of a request."""
    match answer:
        case Refusal(reason, out_of_memory):
            text = json.dumps(packed(reason)).encode("ascii")
            pipe.write(_ANSWER.pack(_NO_MEMORY if out_of_memory else _REFUSED, len(text), 0) + text)
        case Picture(pixels, metadata):
            facts = dataclasses.asdict(metadata) | {"size": pixels.size}
            if metadata.taken_at is not None:
                facts["taken_at"] = metadata.taken_at.isoformat()
            text = json.dumps(facts).encode("ascii")
            raw = pixels.tobytes()
            pipe.write(_ANSWER.pack(_PICTURE, len(text), len(raw)) + text)
            pipe.write(raw)
        case Frames(strip, milliseconds):
            text = json.dumps({"size": strip.size, "milliseconds": milliseconds}).encode("ascii")
            raw = strip.tobytes()
            pipe.write(_ANSWER.pack(_FRAMES, len(text), len(raw)) + text)
            pipe.write(raw)
    pipe.flush()


def receive_answer(pipe: IO[bytes]) -> Answer | None:
    """Reads an answer; None where the other side ended before it was whole, or sent nonsense."""
    head = pipe.read(_ANSWER.size)
    if len(head) < _ANSWER.size:
        return None
    kind, text_length, raw_length = _ANSWER.unpack(head)
    if text_length > _LONGEST_TEXT or raw_length > 3 * PIXEL_LIMIT:
        return None
    text, raw = pipe.read(text_length), pipe.read(raw_length)
    if len(text) < text_length or len(raw) < raw_length:
        return None
    try:
        said = json.loads(text)
        if kind == _FRAMES:
            return Frames.of_rgb(raw, said["size"], said["milliseconds"])
        return _picture(said, raw) if kind == _PICTURE else Refusal(unpacked(str(said)), kind == _NO_MEMORY)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _picture(said: dict[str, Any], raw: bytes) -> Picture:
    width, height = said.pop("size")
    if said["taken_at"] is not None:
        said["taken_at"] = datetime.fromisoformat(said["taken_at"])
    labels = said.pop("labels")
    said["labels"] = FileLabels(tuple(labels["keywords"]), labels["rating"], labels["caption"])
    return Picture.of_rgb(raw, (width, height), Metadata(**said))
