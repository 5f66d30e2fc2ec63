"""The programs of macOS: Launch Services tells them, ``open`` starts them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.programs.kinds import Program
from mindseye.programs.starting import answer

_OWN = "mindseye.app"
_HOMES = (Path("/Applications"), Path("/System/Applications"), Path.home() / "Applications")

# JavaScript for Automation comes with the system, and reaches what has no command of its own.
_SCRIPT = """
ObjC.import("AppKit");
function run(paths) {
    const space = $.NSWorkspace.sharedWorkspace;
    return paths.map(path => {
        const url = $.NSURL.fileURLWithPath(path);
        const first = ObjC.unwrap(space.URLForApplicationToOpenURL(url).path);
        const all = ObjC.deepUnwrap(space.URLsForApplicationsToOpenURL(url).valueForKey("path"));
        return [first, ...all].filter(each => each).join("\\t");
    }).join("\\n");
}
"""

Ask = Callable[[Sequence[str]], str | None]


class MacPrograms:
    """What Launch Services knows."""

    def __init__(self, ask: Ask = answer, homes: Sequence[Path] = _HOMES) -> None:
        """``ask`` runs a command and gives what it writes; ``homes`` are the folders of applications."""
        self._ask, self._homes = ask, homes

    @property
    def asks_itself(self) -> bool:
        return False

    def for_files(self, paths: Sequence[Path]) -> list[Program]:
        kinds = {path.suffix.lower(): str(path) for path in paths}
        told = self._ask(["/usr/bin/osascript", "-l", "JavaScript", "-e", _SCRIPT, *kinds.values()])
        rows = [row.split("\t") for row in (told or "").splitlines()]
        common = [each for each in rows[0] if all(each in row for row in rows)] if rows else []
        return [_program(Path(each)) for each in dict.fromkeys(common) if not each.lower().endswith(_OWN)]

    def others(self) -> list[Program]:
        found = {app for home in self._homes for depth in ("*.app", "*/*.app") for app in home.glob(depth)}
        return sorted(map(_program, found), key=lambda program: program.name.casefold())

    def open(self, program: Program, paths: Sequence[Path]) -> None:
        if self._ask(["/usr/bin/open", "-a", program.id, *map(str, paths)]) is None:
            raise InputError(
                Phrase(
                    "{program} cannot open {name}. Choose another program.",
                    program=program.name,
                    name=paths[0].name,
                )
            )

    def ask(self, path: Path) -> None:
        raise InputError(
            Phrase("This system has no list of its own to open {name} from.", name=path.name), path=path
        )

    def reveal(self, paths: Sequence[Path]) -> bool:
        return self._ask(["/usr/bin/open", "-R", *map(str, paths)]) is not None


def _program(app: Path) -> Program:
    return Program(str(app), app.stem)
