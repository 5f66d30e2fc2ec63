"""Reading the command line, more kindly than argparse does by itself."""

import argparse
import re
from collections.abc import Collection, Sequence
from typing import NoReturn

from mindseye.cli.asked import shield
from mindseye.cli.output import finish, say
from mindseye.errors import InputError


class Parser(argparse.ArgumentParser):
    """Takes options anywhere, answers wrong arguments with one sentence, prints help as any other output."""

    commands: Collection[str] = ()
    """The commands it knows."""

    _intermixing = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        # Else a list of files ends at the first option behind it. A parser with commands of its own cannot.
        if self._intermixing or self._subparsers is not None or args is None:
            return super().parse_known_args(args, namespace)
        given = list(args)
        if "--" in given:  # which intermixing does not understand
            end = given.index("--")
            given[end:] = map(shield, given[end + 1 :])
        self._intermixing = True
        try:
            return self.parse_known_intermixed_args(given, namespace)
        finally:
            self._intermixing = False

    def error(self, message: str) -> NoReturn:
        if unknown := re.match(r"argument command: invalid choice: ('.*?') \(", message):
            message = f"{unknown[1]} is no command, and no file or folder to open"
        raise InputError(f"{message}. See: {self.prog} --help")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:  # noqa: ARG002
        finish()
        raise SystemExit(status)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002
        if message:
            say(message.rstrip("\n"))
