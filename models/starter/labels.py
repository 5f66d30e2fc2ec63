"""Turns class names and captions into concepts: words with phrasings, and who is known to show them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from starter.data import Source
from starter.words import (
    ATTRIBUTES,
    BROADER,
    BUILT_OR_LAND,
    IMPLIED,
    INSIDE,
    OPPOSITES,
    OUTSIDE,
    SCENES,
    SHEETS,
    SMALL,
    SMALL_OUTSIDE,
    STOP_WORDS,
    UNSAID,
)

Truth = NDArray[np.int8]
"""[photos, concepts]: 1 shows it, 0 does not, -1 nobody knows."""

WORD = re.compile(r"[a-z]+")


@dataclass
class Concepts:
    """All words the pictures are taught with: phrasings of each, and by source who shows what.

    The columns stand in order: objects, scenes, sheets (of each group just one holds), words (the rest).
    `index` finds the columns of words by their singular.
    """

    phrases: list[list[str]]
    scenes_at: int
    sheets_at: int
    words_at: int
    truth: dict[str, Truth]
    index: dict[str, int]

    def __len__(self) -> int:
        return len(self.phrases)


def singular(word: str) -> str:
    """A rough singular, good enough to join 'dogs' with 'dog'."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def class_phrases(names: str) -> list[str]:
    """'tabby, tabby cat' -> both, the first (the class's name) twice so that it comes oftener."""
    listed = [name.strip() for name in names.split(",") if name.strip()]
    return [listed[0], *listed]


def caption_words(captions: list[list[str]], least: int) -> tuple[list[list[str]], list[set[str]]]:
    """(forms of each word that at least `least` photos' captions contain, each photo's words)."""
    per_photo = [{w for text in texts for w in WORD.findall(text.lower())} - STOP_WORDS for texts in captions]
    forms: dict[str, Counter[str]] = {}
    for words in per_photo:
        for word in words:
            forms.setdefault(singular(word), Counter())[word] += 1
    roots = [{singular(w) for w in words} for words in per_photo]
    counts = Counter(root for words in roots for root in words)
    kept = sorted(root for root, count in counts.items() if count >= least and len(root) > 1)
    return [[form for form, _ in forms[root].most_common(3)] for root in kept], roots


def build(sources: dict[str, Source], least: int = 25) -> Concepts:
    """The concepts of the sources and the truth table of each (rows as in the source)."""
    names = sorted(set(sources["objects"].labels))
    scene_names = [s for s in SCENES if s in set(sources["scenes"].labels)]
    phrases = [class_phrases(name) for name in names] + [list(SCENES[s]) for s in scene_names]
    phrases += [list(said) for said in SHEETS.values()]
    scenes_at, sheets_at = len(names), len(names) + len(scene_names)
    words_at = sheets_at + len(SHEETS)

    words, roots = caption_words(sources["captions"].captions, least)
    broader = {
        member: above.split(", ") for above, members in BROADER.items() for member in members.split(";")
    }
    index: dict[str, int] = {}
    general = {word for above in broader.values() for word in above}
    general |= {word for held in SMALL.values() for word in held}
    for group in (list(ATTRIBUTES), [singular(forms[0]) for forms in words], sorted(general)):
        for word in group:
            index.setdefault(word, words_at + len(index))
    phrases += [ATTRIBUTES[word][1].split("|") if word in ATTRIBUTES else [word] for word in index]
    for forms in words:
        at = index[singular(forms[0])]
        phrases[at] = list(dict.fromkeys([*phrases[at], *forms]))
    total = len(phrases)

    truth = {name: np.full((len(source), total), -1, np.int8) for name, source in sources.items()}
    kinds = list(SHEETS)
    for name, table in truth.items():
        if name != "sheets":
            table[:, sheets_at:words_at] = np.eye(len(kinds), dtype=np.int8)[kinds.index("photograph")]
    truth["objects"][:] = _object_truth(truth["objects"], sources["objects"].labels, names, broader, index)
    truth["scenes"][:, scenes_at:sheets_at] = np.eye(len(scene_names), dtype=np.int8)[
        [scene_names.index(label) for label in sources["scenes"].labels]
    ]
    _set(truth["scenes"], index, "outdoors", "indoors")
    _caption_truth(
        truth["captions"], sources["captions"].captions, roots, [singular(f[0]) for f in words], index
    )
    for row, label in enumerate(sources["pets"].labels):
        kind = label.split(",")[0]
        _set(truth["pets"][row : row + 1], index, kind, "dog" if kind == "cat" else "cat")
        truth["pets"][row, index["animal"]] = 1
    known = [index[word] for word in {word for held in SMALL.values() for word in held}]
    for row, label in enumerate(sources["small"].labels):
        truth["small"][row, known] = 0
        truth["small"][row, [index[word] for word in SMALL[label]]] = 1
        if label in SMALL_OUTSIDE:
            _set(truth["small"][row : row + 1], index, "outdoors", "indoors")
    for row, label in enumerate(sources["sheets"].labels):
        truth["sheets"][row, sheets_at:words_at] = 0
        # A receipt is a document too.
        shown = ("receipt", "document") if label == "receipt" else (label,)
        truth["sheets"][row, [sheets_at + kinds.index(kind) for kind in shown]] = 1
        truth["sheets"][row, words_at + len(ATTRIBUTES) :] = 0
    return Concepts(phrases, scenes_at, sheets_at, words_at, truth, index)


def _set(table: Truth, index: dict[str, int], yes: str, no: str) -> None:
    table[:, index[yes]] = 1
    table[:, index[no]] = 0


def _object_truth(
    like: Truth, labels: list[str], names: list[str], broader: dict[str, list[str]], index: dict[str, int]
) -> Truth:
    """Objects show exactly one class; the words above it and no other; but of scenery nothing is known."""
    groups_end = min(index.values())
    scenes = slice(len(names), groups_end - len(SHEETS))
    all_broader = sorted({word for above in broader.values() for word in above})
    classes = np.repeat(like[:1], len(names), axis=0)
    classes[:, : len(names)] = np.eye(len(names), dtype=np.int8)
    classes[:, [index[w] for w in all_broader]] = 0
    inside, outside = set(INSIDE.split(";")), set(OUTSIDE.split(";"))
    for row, name in enumerate(names):
        first = name.split(",")[0].strip()
        above = broader.get(first, [])
        classes[row, [index[w] for w in above]] = 1
        if not set(above) & set(BUILT_OR_LAND):
            classes[row, scenes] = 0
        if first in inside:
            _set(classes[row : row + 1], index, "indoors", "outdoors")
        if first in outside:
            _set(classes[row : row + 1], index, "outdoors", "indoors")
    where = {name: row for row, name in enumerate(names)}
    return classes[[where[label] for label in labels]]


def _caption_truth(
    truth: Truth, captions: list[list[str]], roots: list[set[str]], words: list[str], index: dict[str, int]
) -> None:
    """Fills what the captions say: a plain word none mentions is absent, a general one may be unsaid."""
    truth[:, [index[w] for w in words if w not in UNSAID]] = 0
    for row, found in enumerate(roots):
        implied = {above for word in found for above in IMPLIED.get(word, ())}
        truth[row, [index[w] for w in found | implied if w in index]] = 1
    shown = {}
    for name, (pattern, _) in ATTRIBUTES.items():
        search = re.compile(pattern)
        shown[name] = np.array([any(search.search(t.lower()) for t in texts) for texts in captions], bool)
    for name, found_rows in shown.items():
        column = truth[:, index[name]]
        column[:] = -1 if name in OPPOSITES else 0
        if name in OPPOSITES:
            column[shown[OPPOSITES[name]]] = 0
        column[found_rows] = 1
