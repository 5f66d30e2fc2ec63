"""The tokenizer that goes with a text tower, and whether it ends texts the way the tower reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from export.failure import ExportError
from export.original import Original
from export.stored import read_json
from mindseye.clip.clip_vocabulary import build_tokenizer
from mindseye.errors import ModelError


@dataclass(frozen=True, slots=True)
class Words:
    """A tokenizer as it is shipped."""

    text: str
    """The text of ``tokenizer.json``."""
    pad_token: str
    lowercase: bool
    """Whether texts are lower-cased before the tokenizer sees them."""


def read_words(place: Path, original: Original) -> Words:
    """Reads ``tokenizer.json``, or builds it from CLIP's ``vocab.json`` and ``merges.txt``.

    Args:
        place: the folder that has them, or the tokenizer file itself.
        original: the model they must fit.

    Raises:
        ExportError: there is none, it is damaged, or it belongs to another model.
    """
    folder = place if place.is_dir() else place.parent
    path = place / "tokenizer.json" if place.is_dir() else place
    if path.is_file():
        text = path.read_text(encoding="utf-8")
    elif (folder / "vocab.json").is_file() and (folder / "merges.txt").is_file():
        try:
            text = build_tokenizer(folder / "vocab.json", folder / "merges.txt")
        except ModelError as error:
            raise ExportError(str(error)) from error
    else:
        raise ExportError(
            f"{folder} has neither tokenizer.json nor vocab.json with merges.txt; name one with --tokenizer."
        )
    tokenizer = _load(text, path)
    settings = read_json(folder / "tokenizer_config.json")
    pad = _check_end(tokenizer, original) if original.causal else _pad_token(tokenizer, settings, folder)
    if _largest(tokenizer) >= original.vocabulary:
        raise ExportError(
            f"The tokenizer has ids up to {_largest(tokenizer)}, the text tower knows {original.vocabulary} "
            "tokens: they do not belong together."
        )
    return Words(text, pad, settings.get("do_lower_case") is not False)


def _load(text: str, path: Path) -> Tokenizer:
    try:
        stored = json.loads(text)
    except ValueError as error:
        raise ExportError(f"The tokenizer {path} is damaged ({error}).") from error
    if not isinstance(stored, dict) or "model" not in stored:
        raise ExportError(f"{path} is no tokenizer file.")
    return Tokenizer.from_str(text)


def _check_end(tokenizer: Tokenizer, original: Original) -> str:
    """The end token, which is also what fills texts up: the tower reads its first place."""
    tokenizer.no_padding()
    tokenizer.no_truncation()
    ids = tokenizer.encode("a photo").ids
    read = original.end
    if read is None:
        read = _largest(tokenizer)
    if ids[-1:] != [read] or read in ids[:-1]:
        raise ExportError(
            "The tokenizer does not end texts with the token that the text tower reads, "
            f"{'the one with the largest id' if original.end is None else original.end}."
        )
    return str(tokenizer.id_to_token(read))


def _largest(tokenizer: Tokenizer) -> int:
    return int(max(tokenizer.get_vocab(with_added_tokens=True).values()))


def _pad_token(tokenizer: Tokenizer, settings: dict[str, Any], folder: Path) -> str:
    """What fills texts up to the whole context, which a tower that is not causal does read."""
    for stored in (settings, read_json(folder / "special_tokens_map.json")):
        token = stored.get("pad_token")
        token = token.get("content") if isinstance(token, dict) else token
        if token and tokenizer.token_to_id(str(token)) is not None:
            return str(token)
    padding = tokenizer.padding
    if padding is None:
        raise ExportError(f"{folder} names no padding token, and this text tower reads its padding.")
    return str(padding["pad_token"])
