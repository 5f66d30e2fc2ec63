"""What a tag has learnt, in sentences."""

from mindseye.operations.teach import Study
from mindseye.ui.translating import tr, tr_n


def learnt_sentence(study: Study) -> str:
    """How many examples it has, what it would give of them unseen, and for how many others it would stand."""
    learnt = study.learnt
    would = tr_n(
        "It would be suggested for {n} photo of which nothing was said.",
        "It would be suggested for {n} photos of which nothing was said.",
        n=study.given,
    )
    if study.applied:
        would = tr_n(
            "It is suggested already; with these examples for {n} photo.",
            "It is suggested already; with these examples for {n} photos.",
            n=study.given,
        )
    if not learnt.examples and not learnt.counter_examples:
        return f"{tr('Nothing was shown to it yet.')} {would}"
    said = tr(
        "{examples} right and {counter_examples} wrong so far.",
        examples=learnt.examples,
        counter_examples=learnt.counter_examples,
    )
    if learnt.examples < 2:
        return f"{said} {would}"
    if not learnt.counter_examples:
        found = tr(
            "Each left out in turn, {found} of {examples} right ones are found.",
            found=learnt.found,
            examples=learnt.examples,
        )
        return f"{said} {found} {would}"
    found = tr(
        "Each left out in turn, {found} of {examples} right ones are found and {mistaken} of "
        "{counter_examples} wrong ones taken for right.",
        found=learnt.found,
        examples=learnt.examples,
        mistaken=learnt.mistaken,
        counter_examples=learnt.counter_examples,
    )
    return f"{said} {found} {would}"
