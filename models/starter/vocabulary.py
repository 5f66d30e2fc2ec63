"""Builds the small BPE tokenizer and the list of words, with counts, that the text tower really sees."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

from starter.data import Anchors, Source
from starter.labels import Concepts
from starter.words import TEMPLATES

PAD, UNKNOWN, START, END = "<pad>", "<unk>", "<start>", "<end>"
CONTEXT_LENGTH = 32


def texts_of(sources: dict[str, Source], concepts: Concepts, anchors: Anchors) -> list[str]:
    """Every text of the training, names repeated so that their pieces survive beside the many captions."""
    captions = [text for texts in sources["captions"].captions for text in texts]
    names = [phrase for phrases in concepts.phrases for phrase in phrases]
    return captions + (names + list(TEMPLATES)) * 10 + anchors.names * 3


def build_tokenizer(texts: list[str], size: int) -> Tokenizer:
    """Lower-casing BPE with start and end, cut at 32 tokens keeping the end, <unk> for what it never saw.

    The library's training breaks ties by chance: the pieces are the same each time, their numbers are not.
    """
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN, end_of_word_suffix="</w>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase(), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=[PAD, UNKNOWN, START, END],
        end_of_word_suffix="</w>",
        min_frequency=2,
        initial_alphabet=list("abcdefghijklmnopqrstuvwxyz0123456789.,'-!?&/"),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{START} $A {END}",
        pair=f"{START} $A $B {END}",
        special_tokens=[(START, tokenizer.token_to_id(START)), (END, tokenizer.token_to_id(END))],
    )
    tokenizer.enable_truncation(CONTEXT_LENGTH)
    return tokenizer


def pad_id(tokenizer: Tokenizer) -> int:
    """The id of the pad token."""
    found = tokenizer.token_to_id(PAD)
    if found is None:
        raise ValueError(f"the tokenizer has no {PAD}")
    return int(found)


def known_words(sources: dict[str, Source], concepts: Concepts, anchors: Anchors) -> Counter[str]:
    """Word -> number of training photos one of whose texts contains it; 0 where known as an anchor only."""
    counts: Counter[str] = Counter()
    for texts in sources["captions"].captions:
        counts.update({w for text in texts for w in re.findall(r"[a-z]+", text.lower())})
    for name, truth in concepts.truth.items():
        if name == "captions":
            continue
        shown = (truth == 1).sum(axis=0)
        for concept, phrases in enumerate(concepts.phrases):
            for word in {w for phrase in phrases for w in re.findall(r"[a-z]+", phrase.lower())}:
                counts[word] += int(shown[concept])
    for anchor in anchors.names:
        for word in re.findall(r"[a-z]+", anchor):
            counts.setdefault(word, 0)
    return counts


def write_words(counts: Counter[str], path: Path) -> None:
    """Writes one `word<tab>photos` a line, the most frequent first."""
    lines = [
        f"{word}\t{count}" for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
