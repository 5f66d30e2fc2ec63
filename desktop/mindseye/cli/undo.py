"""``mindseye undo``, ``redo`` and ``history``: taking changes back, making them again, and listing them."""

import argparse

from mindseye.catalog.history import Step
from mindseye.cli.given import given_limit
from mindseye.cli.output import say, write_json
from mindseye.operations import history
from mindseye.operations.open_library import open_existing_library


def add_undo(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the arguments of ``undo``."""
    parser = commands.add_parser("undo", help="take the last change back, whoever made it and when")
    parser.set_defaults(run=_undo)
    return parser


def add_redo(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the arguments of ``redo``."""
    parser = commands.add_parser("redo", help="make the change again that was undone last")
    parser.set_defaults(run=_redo)
    return parser


def add_history(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> argparse.ArgumentParser:
    """Adds the arguments of ``history``."""
    parser = commands.add_parser("history", help="list the changes that can be undone and redone")
    parser.add_argument(
        "--limit", type=given_limit, default=20, metavar="N", help="how many, newest first (20)"
    )
    parser.set_defaults(run=_list)
    return parser


def _undo(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        step = history.undo(library)
    sentence = "There is nothing to undo." if step is None else history.undone_sentence(step)
    _tell(sentence, step, as_json=options.json)


def _redo(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        step = history.redo(library)
    sentence = "There is nothing to redo." if step is None else history.redone_sentence(step)
    _tell(sentence, step, as_json=options.json)


def _tell(sentence: str, step: Step | None, *, as_json: bool) -> None:
    if not as_json:
        say(sentence)
        return
    nothing = {"words": None, "put_back": 0, "left": 0}
    write_json(
        nothing if step is None else {"words": step.entry.words, "put_back": step.put_back, "left": step.left}
    )


def _list(options: argparse.Namespace) -> None:
    with open_existing_library(options.library, model=options.model) as library:
        found = history.entries(library, options.limit)
    if options.json:
        write_json(
            [
                {"id": entry.id, "made_at": entry.made_at, "words": entry.words, "rows": entry.rows,
                 "undone": entry.undone}
                for entry in found
            ]
        )  # fmt: skip
        return
    for entry in found:
        say(f"{entry.made_at}  {'(undone) ' if entry.undone else ''}{entry.words}")
    if not found:
        say("Nothing was changed yet.")
