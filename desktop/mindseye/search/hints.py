"""What the networks are known to be bad at: a hint for queries that ask for it.

CLIP tells what a picture shows, and hardly how many, on which side, or what is missing; it reads a little
(Radford et al., 2021, section 3; Yuksekgonul et al., 2023). A hint never changes the answer.
"""

import re
from dataclasses import dataclass
from enum import Enum

from mindseye.phrases import Phrase
from mindseye.search.query import Query, Words
from mindseye.search.query_text import format_query


class Kind(Enum):
    """What is asked for that goes wrong."""

    COUNT = "count"
    SIDE = "side"
    ABSENCE = "absence"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Hint:
    """A quiet remark beside an answer."""

    kind: Kind
    sentence: str
    suggestion: Query | None = None
    """The query to ask instead, where there is a better one."""


_COUNT = re.compile(
    r"\b(exactly|how many|number of|two|three|four|five|six|seven|eight|nine|ten|a dozen|[2-9]|1\d)"
    r"\s+[^\W\d]{3,}",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\b(left|right|above|below|underneath|behind|in front|on top)\s+(of|side|hand|the|an?)\b", re.IGNORECASE
)
_ABSENCE = re.compile(
    r"\b(?:without|with no|no|not|except|but no)\s+(?:an?\s+|any\s+|the\s+)?([^,.;]+)", re.IGNORECASE
)
_TEXT = re.compile(
    r"\b(says|saying|reads|reading|written|the words?|the text|text that|letters|spelling)\b.*\S",
    re.IGNORECASE,
)


def hints_for(query: Query) -> list[Hint]:
    """The hints for the words of a query, at most one of a kind."""
    found: dict[Kind, Hint] = {}
    for part in query.positive:
        if isinstance(part, Words):
            for hint in _of(query, part):
                found.setdefault(hint.kind, hint)
    return list(found.values())


def _of(query: Query, words: Words) -> list[Hint]:
    found: list[Hint] = []
    if missing := _ABSENCE.search(words.text):
        found.append(_absence(query, words, missing))
    if _COUNT.search(words.text):
        found.append(
            Hint(
                Kind.COUNT,
                Phrase("Numbers are hardly understood: photos with more or fewer come up as well."),
            )
        )
    if _SIDE.search(words.text):
        found.append(
            Hint(
                Kind.SIDE,
                Phrase("Where things stand to one another is hardly understood, only what there is."),
            )
        )
    if _TEXT.search(words.text):
        found.append(
            Hint(
                Kind.TEXT,
                Phrase(
                    "Writing in pictures is read badly; names, tags and captions are found in “quotation "
                    "marks”."
                ),
            )
        )
    return found


def _absence(query: Query, words: Words, missing: re.Match[str]) -> Hint:
    kept = " ".join((words.text[: missing.start()] + words.text[missing.end() :]).split()).strip(" ,;")
    unwanted = Words(missing[1], -1.0)
    suggestion = query.instead(words, Words(kept, words.weight)) if kept else query.without(words)
    if not any(isinstance(part, Words) and part.text == unwanted.text for part in query.negative):
        suggestion = suggestion.and_also(unwanted)
    return Hint(
        Kind.ABSENCE,
        Phrase(
            "“{words}” is hardly understood; better: {query}",
            words=missing[0].strip(),
            query=format_query(suggestion),
        ),
        suggestion,
    )
