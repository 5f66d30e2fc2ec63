"""The commands and their arguments, and what an error becomes: one sentence and an exit status."""

import argparse
import itertools
import logging
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import FrameType

from mindseye import __version__, paths
from mindseye.cli import (
    albums,
    categories,
    doctor,
    duplicates,
    export,
    folders,
    index,
    label,
    meaning_map,
    models,
    problems,
    search,
    shots,
    tags,
    teach,
    undo,
    userdata,
    why,
    xmp,
)
from mindseye.cli.asked import shielded
from mindseye.cli.given import given_path
from mindseye.cli.output import ReaderGoneError, complain, finish
from mindseye.cli.parser import Parser
from mindseye.cli.selftest import CheckWindow, selftest
from mindseye.errors import InputError, MindseyeError

BAD_INPUT = 2
FAILED = 1

OpenWindow = Callable[[Path | None, str | None, Sequence[Path]], int]
"""Opens the window on a library with a model and what was opened with the program; gives the exit status."""


class ToldToEndError(KeyboardInterrupt):
    """A signal asks the program to end; what is under way is closed in order, as with Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def heed_signals() -> None:
    """Lets the signals that end a program end it in order; those it was started to ignore stay ignored."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> None:
    raise ToldToEndError(number)


def run(arguments: Sequence[str], *, open_window: OpenWindow, check_window: CheckWindow) -> int:
    """Runs one command; gives its exit status.

    0 when it did what was asked, 2 when it was asked wrongly, 1 when the world did not allow it or nobody
    reads the output any more, 128 and the signal's number when a signal ended it.
    """
    logging.basicConfig(level=logging.WARNING, format="mindseye: %(message)s", stream=sys.stderr)
    try:
        parser = _parser()
        options = parser.parse_args(_with_queries(_with_open(arguments, parser.commands)))
        if options.selftest:
            _selftest(options, check_window)
        elif options.command is None:
            return open_window(options.library, options.model, options.open)
        else:
            options.run(options)
        finish()
    except InputError as error:
        complain(error.message)
        return BAD_INPUT
    except MindseyeError as error:
        complain(error.message)
        return FAILED
    except KeyboardInterrupt as error:
        complain("Stopped; what was finished is kept.")
        return 128 + (error.number if isinstance(error, ToldToEndError) else signal.SIGINT)
    except ReaderGoneError:
        return FAILED
    return 0


def _with_open(arguments: Sequence[str], commands: Collection[str]) -> Sequence[str]:
    """Bare paths are opened: so macOS gives documents, and so people type."""
    opened = list(
        itertools.takewhile(lambda each: not each.startswith("-") and paths.is_there(Path(each)), arguments)
    )
    rest = arguments[len(opened) :]
    if opened and opened[0] not in commands and (not rest or rest[0].startswith("-")):
        return ["--open", *opened, *rest]
    return arguments


def _with_queries(arguments: Sequence[str]) -> list[str]:
    for place, argument in enumerate(arguments):
        if argument in {"search", "why", "albums", "export"}:
            return [*arguments[: place + 1], *shielded(arguments[place + 1 :])]
    return list(arguments)


def _selftest(options: argparse.Namespace, check_window: CheckWindow) -> None:
    if options.command is not None or options.library is not None:
        raise InputError("--selftest makes a library of its own and goes with no command.")
    selftest(options.model, check_window)


def _parser() -> Parser:
    made = Parser(
        prog="mindseye",
        description="A private photo browser that finds pictures by what they show. "
        "Without a command it opens the window.",
    )
    # Of the plain kind, as the commands' own parsers are.
    parser: argparse.ArgumentParser = made
    parser.add_argument("--version", action="version", version=f"Mindseye {__version__}")
    parser.add_argument(
        "--selftest", action="store_true", help="check that this installation works; touches no library"
    )
    # What a file manager calls; none is given when the program is started from a menu.
    parser.add_argument(
        "--open",
        nargs="*",
        type=given_path,
        default=[],
        metavar="PATH",
        help="open the window and add these folders, or search by this picture",
    )
    parser.set_defaults(library=None, model=None)
    _add_library(parser)
    commands = parser.add_subparsers(dest="command", metavar="command")
    for add in (
        index.add_command,
        folders.add_command,
        problems.add_command,
        shots.add_command,
        search.add_command,
        why.add_command,
        tags.add_command,
        label.add_command,
        teach.add_command,
        categories.add_command,
        albums.add_command,
        export.add_command,
        undo.add_undo,
        undo.add_redo,
        undo.add_history,
        duplicates.add_command,
        meaning_map.add_command,
        xmp.add_command,
        userdata.add_command,
        doctor.add_command,
    ):
        command = add(commands)
        _add_library(command)
        command.add_argument("--json", action="store_true", help="print the result as JSON")
    models.add_command(commands)
    made.commands = commands.choices
    return made


def _add_library(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS, so that a command without it does not undo what stands before the command.
    parser.add_argument(
        "--library",
        type=given_path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the library's folder",
    )
    parser.add_argument(
        "--model",
        metavar="NAME",
        default=argparse.SUPPRESS,
        help="the name or folder of a model to use this time, whatever the library chose",
    )
