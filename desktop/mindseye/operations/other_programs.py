"""Handing photos to the other programs of this computer: a list to choose from, opening, the file manager."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mindseye.library import Library
from mindseye.operations import browse
from mindseye.programs import Program, Programs


@dataclass(frozen=True, slots=True)
class Offer:
    """What some photos can be opened in."""

    paths: tuple[Path, ...]
    """The files: one of each photo that is there."""
    suitable: tuple[Program, ...]
    """Programs that say that they open them: the one used last first, then the one that the user chose."""
    others: tuple[Program, ...]
    """All other programs that take files."""


def files_there(library: Library, photo_ids: Sequence[int]) -> list[Path]:
    """A file of each of these photos whose folder is there, in this order."""
    return [path for path in browse.paths_of(library, photo_ids) if path.exists()]


def offer(library: Library, photo_ids: Sequence[int], programs: Programs, last: str = "") -> Offer:
    """What these photos can be opened in; ``last`` is the id of the program that was used last."""
    paths = tuple(files_there(library, photo_ids))
    if not paths:
        return Offer((), (), ())
    suitable, every = programs.for_files(paths), programs.others()
    used = [each for each in (*suitable, *every) if each.id == last][:1]
    suitable = used + [each for each in suitable if each.id != last]
    named = {each.id for each in suitable}
    return Offer(paths, tuple(suitable), tuple(each for each in every if each.id not in named))


def open_in(programs: Programs, program: Program, paths: Sequence[Path]) -> None:
    """Opens files in a program, and does not wait for it.

    Raises:
        InputError: it cannot be started.
    """
    programs.open(program, paths)


def reveal(programs: Programs, paths: Sequence[Path]) -> bool:
    """Shows files in the file manager, selected; false where the system cannot."""
    return programs.reveal(paths)
