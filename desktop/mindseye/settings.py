"""What the user chose, kept in one small JSON file that is replaced whole."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Self, get_args

from mindseye.errors import InputError
from mindseye.phrases import Phrase
from mindseye.whole_files import replacing

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
Rule = Literal["full speed", "gently", "wait"]
RULES: tuple[Rule, ...] = get_args(Rule)
"""How fast the indexer works, the fastest first."""
SYSTEM_LANGUAGE = "system"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices that outlive a session; unknown keys in the file are kept out, missing ones default."""

    model: str = "starter"
    theme: Theme = "system"
    language: str = SYSTEM_LANGUAGE
    """The window's language, by its code ("de"), or that of the system."""
    row_height: int = 180
    """Height of a row of the grid in device-independent pixels, 96 to 480."""
    headings: str = "fitting"
    """What photos are gathered under: "fitting", "year", "month", "day", "folder" or "none"."""
    order: str = "newest"
    """What comes first where photos are no answer to a search: "newest", "oldest", "added" or "name"."""
    squares: bool = False
    """Whether the grid cuts photos to squares."""
    timeline: bool = True
    """Whether months can be gone to in a strip below photos of more than one."""
    film_strip: bool = False
    """Whether the photos before and after are shown below a large one."""
    welcomed: bool = False
    """Whether the first steps were taken or waved away."""
    less_motion: bool = False
    """Whether nothing is to move by itself, whatever the system says."""
    keys: dict[str, list[str]] = field(default_factory=dict)
    """The keys of actions that the user changed, by the name of the action."""
    window: str = ""
    """Where the window was, as the window itself writes it."""
    sidebar_width: int = 216
    details_width: int = 264
    details_shown: bool = True
    on_battery: Rule = "gently"
    """How fast the indexer works in the background while the computer runs on its battery."""
    when_busy: Rule = "gently"
    """How fast it works while others keep the computer busy."""
    open_with: str = ""
    """The program that photos were opened in last when one was chosen, as the system names it."""
    sidecars: bool = False
    """Whether the user agreed that sidecars are written beside photographs."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Reads the settings; a missing file gives the defaults.

        Raises:
            InputError: the file is there but cannot be read, or is no JSON object with values of the right
                types.
        """
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise InputError(
                Phrase(
                    "The settings in {path} cannot be read ({error}). Check its permissions.",
                    path=path,
                    error=error.strerror,
                ),
                path=path,
            ) from error
        except ValueError as error:
            raise InputError(
                Phrase(
                    "The settings in {path} cannot be read ({error}). Mend or delete the file.",
                    path=path,
                    error=error,
                ),
                path=path,
            ) from error
        if not isinstance(stored, dict):
            raise InputError(
                Phrase("The settings in {path} are no JSON object. Delete the file.", path=path), path=path
            )
        defaults = cls()
        known = {each.name for each in dataclasses.fields(cls)}
        chosen = {name: value for name, value in stored.items() if name in known}
        for name, value in chosen.items():
            if type(value) is not type(getattr(defaults, name)) or value not in _CHOICES.get(name, (value,)):
                raise InputError(
                    Phrase(
                        "The setting {name} in {path} has a wrong value: {value}.",
                        name=repr(name),
                        path=path,
                        value=repr(value),
                    ),
                    path=path,
                )
        return dataclasses.replace(defaults, **chosen)

    def save(self, path: Path) -> None:
        """Replaces the file as a whole, so that a crash leaves the old or the new one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temporary:
            temporary.write_text(json.dumps(dataclasses.asdict(self), indent=2), encoding="utf-8")


_CHOICES: dict[str, tuple[str, ...]] = {"theme": THEMES, "on_battery": RULES, "when_busy": RULES}
