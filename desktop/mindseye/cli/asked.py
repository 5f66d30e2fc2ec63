"""The query on the command line: the arguments as the shell left them become its text again."""

import re
from collections.abc import Sequence

from mindseye.search import Query, read_query

_FILTER_WITH_SPACES = re.compile(r"(-?)([^\W\d_]+):(.*\s.*)", re.DOTALL)
_TEXTS = frozenset({"folder", "camera", "lens", "tag", "album", "picture"})


def query_of(arguments: Sequence[str]) -> Query:
    """The query that arguments stand for, taken together.

    One argument is the whole text. Of several, each that is a filter with spaces in it was in quotation marks
    of the shell's: ``camera:"X T3"`` arrives without them.

    Raises:
        InputError: it cannot be read; the message says where.
    """
    if len(arguments) > 1:
        arguments = [_requoted(each) for each in arguments]
    return read_query(" ".join(arguments))


def shielded(arguments: Sequence[str]) -> list[str]:
    """Arguments of a command that takes a query, so that ``-crowd`` is a part of it and no option."""
    return [shield(each) if re.match(r"-(?!-|h$).", each) else each for each in arguments]


def shield(argument: str) -> str:
    """An argument that is no option, whatever it begins with; a blank in front does no harm to a query."""
    return f" {argument}" if argument.startswith("-") else argument


def unshielded(argument: str) -> str:
    """An argument as it was before :func:`shield`."""
    return argument[1:] if argument.startswith(" -") else argument


def _requoted(argument: str) -> str:
    found = _FILTER_WITH_SPACES.fullmatch(argument.strip())
    if found is None or '"' in argument or found[2].casefold() not in _TEXTS:
        return argument
    return f'{found[1]}{found[2]}:"{found[3]}"'
