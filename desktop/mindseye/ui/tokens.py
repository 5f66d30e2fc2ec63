"""The theme's tokens: colours, measures and type, read from ``resources/theme``; nothing here knows Qt."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

Name = Literal["dark", "light"]

_BODY, _ROW = 13, 28
"""Pixels of body type, and of a line of a list of it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme."""

    name: str
    colours: Mapping[str, str]
    """#RRGGBB or #RRGGBBAA by role: window, surface, text, accent ..."""
    small: int
    body: int
    heading: int
    title: int
    control_radius: int
    bar: int
    status: int
    panel_milliseconds: int
    thumbnail_milliseconds: int

    def with_type(self, factor: float) -> "Tokens":
        """The same theme in larger or smaller type."""
        sizes = {name: round(getattr(self, name) * factor) for name in ("small", "body", "heading", "title")}
        return replace(self, **sizes)

    @property
    def scale(self) -> float:
        """How much larger type is than it was designed, at least 1: what holds words is as much wider."""
        return max(1.0, self.body / _BODY)

    @property
    def row(self) -> int:
        """Height of a line of a list: more than twice its type, and enough for a finger's width of mouse."""
        return round(_ROW * self.scale)

    def flat(self) -> dict[str, str]:
        """All of them as strings, as the stylesheet names them."""
        return {
            **self.colours,
            "small": f"{self.small}px",
            "body": f"{self.body}px",
            "heading": f"{self.heading}px",
            "title": f"{self.title}px",
            "row": f"{self.row}px",
            "radius": f"{self.control_radius}px",
        }


def load_tokens(folder: Path, name: Name) -> Tokens:
    """Reads one theme and the measures both share."""
    theme, common = _read(folder / f"{name}.toml"), _read(folder / "common.toml")
    return Tokens(
        name=name,
        colours=theme["colours"],
        small=common["type"]["small"],
        body=common["type"]["body"],
        heading=common["type"]["heading"],
        title=common["type"]["title"],
        control_radius=common["radius"]["control"],
        bar=common["size"]["bar"],
        status=common["size"]["status"],
        panel_milliseconds=common["motion"]["panel"],
        thumbnail_milliseconds=common["motion"]["thumbnail"],
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
