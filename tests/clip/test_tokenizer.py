"""Tokens equal those of CLIP's own tokenizer, which is written down here once more, simply."""

import json
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindseye.clip.clip_vocabulary import END, START, build_tokenizer
from mindseye.clip.tokenizer import Tokenizer
from mindseye.errors import ModelError

CONTEXT = 77
Encode = Callable[[str], list[int]]


class Reference:
    """openai/CLIP's way from text to ids, from its description: words, bytes, pairs by rank."""

    def __init__(self, folder: Path) -> None:
        self.ids: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        merges = (folder / "merges.txt").read_text(encoding="utf-8").splitlines()[1:]
        self.ranks = {tuple(line.split(" ")): rank for rank, line in enumerate(merges) if line}
        printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), 256)]
        others = (value for value in range(256) if value not in printable)
        self.signs = {value: chr(value) for value in printable}
        self.signs |= {value: chr(256 + number) for number, value in enumerate(others)}

    def encode(self, text: str) -> list[int]:
        clean = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()
        ids = [part for word in self.words(clean) for part in self.pairs(word)]
        return [self.ids[START], *ids[: CONTEXT - 2], self.ids[END]]

    def words(self, text: str) -> list[str]:
        found: list[str] = []
        while text:
            short = next(
                (s for s in ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d") if text.startswith(s)), None
            )
            kind = unicodedata.category(text[0])[0]
            if short is not None:
                taken = len(short)
            elif text[0].isspace() or kind == "N":
                taken = 1
            else:
                taken = next(
                    (at for at, sign in enumerate(text) if self.kind(sign) != self.kind(text[0])), len(text)
                )
            if not text[0].isspace():
                found.append(text[:taken])
            text = text[taken:]
        return found

    @staticmethod
    def kind(sign: str) -> str:
        kind = unicodedata.category(sign)[0]
        return "space" if sign.isspace() else kind if kind in "LN" else "other"

    def pairs(self, word: str) -> list[int]:
        signs = [self.signs[value] for value in word.encode("utf-8")]
        signs[-1] += "</w>"
        while len(signs) > 1:
            ranked = [(self.ranks.get(pair, 10**9), pair) for pair in pairwise(signs)]
            rank, best = min(ranked)
            if rank == 10**9:
                break
            merged, at = [], 0
            while at < len(signs):
                joined = tuple(signs[at : at + 2]) == best
                merged.append("".join(best) if joined else signs[at])
                at += 2 if joined else 1
            signs = merged
        return [self.ids[sign] for sign in signs]


@pytest.fixture(scope="module")
def vocabulary(photographs: Path) -> Path:
    return photographs / "clip-tokenizer"


@pytest.fixture(scope="module")
def reference(vocabulary: Path) -> Reference:
    return Reference(vocabulary)


@pytest.fixture(scope="module")
def encode(vocabulary: Path, tmp_path_factory: pytest.TempPathFactory) -> Encode:
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    path.write_text(build_tokenizer(vocabulary / "vocab.json", vocabulary / "merges.txt"), encoding="utf-8")
    tokenizer = Tokenizer(path, context_length=CONTEXT, pad_token=END, dynamic_length=True, lowercase=True)
    return lambda text: tokenizer.encode([text])[0][0].tolist()


SENTENCES = [
    "a photo of a dog",
    "A  PHOTO\tof\na Dog!!",
    "it's they're we'd I'll I'm don't ROCK'N'ROLL",
    "café naïve über Straße ΟΔΟΣ İstanbul",
    "cafe\u0301 e\u0301\u0302",
    "日本語の写真 фото кошки صورة",
    "3 cats, 12 dogs & 2024's best?",
    "👩‍👩‍👧 family 🏖️",
    "",
    "   ",
    "...",
    "x" * 400,
    "word " * 200,
]


@pytest.mark.data
@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_give_clips_own_tokens(text: str, encode: Encode, reference: Reference) -> None:
    assert encode(text) == reference.encode(text)


@pytest.mark.data
def test_known_tokens(encode: Encode) -> None:
    # From the CLIP repository's own notebook: "a diagram" and its fellows.
    assert encode("a photo of a cat") == [49406, 320, 1125, 539, 320, 2368, 49407]


# Signs CLIP's own clean-up (ftfy) takes away or replaces before its tokenizer sees them are not tried, nor
# those that Python and the tokenizer library, which know different editions of Unicode, sort differently.
_SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"], exclude_characters="\u017f")
_TEXTS = st.text(_SIGNS | st.sampled_from(" \t\n'sS0é"), max_size=80)


@pytest.mark.data
@settings(max_examples=300, deadline=None)
@given(text=_TEXTS)
def test_any_text_gives_clips_own_tokens(text: str, encode: Encode, reference: Reference) -> None:
    assert encode(text) == reference.encode(text)


@pytest.mark.data
@settings(deadline=None)
@given(words=st.lists(st.sampled_from(["dog", "Beach", "ÉTÉ", "it's", "42", "!?"]), min_size=1, max_size=120))
def test_case_and_white_space_mean_nothing(words: list[str], encode: Encode) -> None:
    assert encode(" ".join(words)) == encode("\n\t ".join(words).upper().lower() + "  ")


@pytest.mark.data
@settings(deadline=None)
@given(text=st.text(min_size=100, max_size=1000))
def test_truncation_keeps_the_end(text: str, encode: Encode) -> None:
    ids = encode(text)
    assert len(ids) <= CONTEXT
    assert (ids[0], ids[-1]) == (49406, 49407)


@pytest.mark.data
def test_padding_is_to_the_longest_or_to_the_context(vocabulary: Path, tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(build_tokenizer(vocabulary / "vocab.json", vocabulary / "merges.txt"), encoding="utf-8")
    for dynamic, length in ((True, 7), (False, CONTEXT)):
        tokenizer = Tokenizer(path, context_length=CONTEXT, pad_token=END, dynamic_length=dynamic)
        ids, mask = tokenizer.encode(["a dog", "a photo of a dog"])
        assert ids.shape == mask.shape == (2, length)
        assert mask.sum(axis=1).tolist() == [4, 7]
        assert (ids[0, 3:] == 49407).all(), "CLIP pads with its end token"


def test_words_that_are_no_vocabulary_are_refused(tmp_path: Path) -> None:
    vocab, merges = tmp_path / "vocab.json", tmp_path / "merges.txt"
    with pytest.raises(ModelError, match="cannot be read"):
        build_tokenizer(vocab, merges)
    vocab.write_text('{"a": 0}')
    merges.write_text("#version: 0.2\n")
    with pytest.raises(ModelError, match="no CLIP vocabulary"):
        build_tokenizer(vocab, merges)
    merges.write_text("one two three\n")
    with pytest.raises(ModelError, match="no CLIP vocabulary"):
        build_tokenizer(vocab, merges)


def test_a_wrong_tokenizer_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    with pytest.raises(ModelError, match="cannot be read"):
        Tokenizer(path, context_length=7, pad_token="x", dynamic_length=True)
    path.write_text("{}")
    with pytest.raises(ModelError, match="damaged"):
        Tokenizer(path, context_length=7, pad_token="x", dynamic_length=True)
