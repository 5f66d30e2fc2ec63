"""What a tag has learnt, in sentences."""

from mindseye.operations.teach import Study
from mindseye.operations.wording import photos


def learnt_sentence(study: Study) -> str:
    """How many examples it has, what it would give of them unseen, and for how many others it would stand."""
    learnt = study.learnt
    would = f"It would be suggested for {photos(study.given)} of which nothing was said."
    if study.applied:
        would = f"It is suggested already; with these examples for {photos(study.given)}."
    if not learnt.examples and not learnt.counter_examples:
        return f"Nothing was shown to it yet. {would}"
    counted = f"{learnt.examples:,} right and {learnt.counter_examples:,} wrong so far."
    if learnt.examples < 2:
        return f"{counted} {would}"
    if not learnt.counter_examples:
        found = f"Each left out in turn, {learnt.found:,} of {learnt.examples:,} right ones are found."
        return f"{counted} {found} {would}"
    found = (
        f"Each left out in turn, {learnt.found:,} of {learnt.examples:,} right ones are found "
        f"and {learnt.mistaken:,} of {learnt.counter_examples:,} wrong ones taken for right."
    )
    return f"{counted} {found} {would}"
