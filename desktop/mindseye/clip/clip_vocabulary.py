"""Building CLIP's tokenizer file from its vocabulary and merges, for exports that come without one.

What it must do is fixed by openai/CLIP's ``simple_tokenizer.py``: lower-case, collapse white space, split
into words, byte-level pairs with a mark at the end of a word, a start and an end token around.
"""

import json
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from mindseye.errors import ModelError
from mindseye.phrases import Phrase

START, END = "<|startoftext|>", "<|endoftext|>"

_WORDS = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def build_tokenizer(vocabulary: Path, merges: Path) -> str:
    """The text of a ``tokenizer.json`` for CLIP's ``vocab.json`` and ``merges.txt``.

    Raises:
        ModelError: one of them cannot be read, or they are not CLIP's kind.
    """
    try:
        ids = json.loads(vocabulary.read_text(encoding="utf-8"))
        lines = merges.read_text(encoding="utf-8").splitlines()
        pairs = [_pair(line) for line in lines if line.strip() and not line.startswith("#version")]
        tokenizer = Tokenizer(
            models.BPE(ids, pairs, end_of_word_suffix="</w>", continuing_subword_prefix="", unk_token=END)
        )
        start, end = ids[START], ids[END]
    except OSError as error:
        raise ModelError(
            Phrase("{path} cannot be read: {error}.", path=error.filename, error=error.strerror),
            path=vocabulary.parent,
        ) from error
    except Exception as error:
        raise ModelError(
            Phrase(
                "{name} and {merges} in {folder} are no CLIP vocabulary ({error}).",
                name=vocabulary.name,
                merges=merges.name,
                folder=vocabulary.parent,
                error=error,
            ),
            path=vocabulary.parent,
        ) from error
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_WORDS), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.post_processor = processors.RobertaProcessing((END, end), (START, start), False, False)
    tokenizer.add_special_tokens([START, END])
    return str(tokenizer.to_str())


def _pair(line: str) -> tuple[str, str]:
    first, second = line.split(" ")
    return first, second
