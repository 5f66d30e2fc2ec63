"""Conditions to photo ids: each is asked of the catalog by itself, and the answers are put together."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path, PureWindowsPath
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from mindseye.catalog import Connection, albums, selection
from mindseye.catalog.selection import Ids
from mindseye.search.fields import (
    FIELDS,
    FORMATS,
    Circle,
    Days,
    FileBytes,
    Interval,
    Nothing,
    Pixels,
    Sides,
    Value,
)
from mindseye.search.query import Condition, Exact, Filter

_EARTH_METRES = 6_371_008.8
"""The mean radius of the earth (IUGG)."""

_METRES_A_DEGREE = _EARTH_METRES * math.pi / 180

_PANORAMA = 2.0


@dataclass(frozen=True, slots=True)
class Selection:
    """The photos that conditions leave: those of ``within``, or all where it is None, less ``without``."""

    within: Ids | None
    without: Ids

    def keeps(self, ids: Ids) -> NDArray[np.bool_]:
        """Which of the photos [n] are left."""
        left = np.ones(len(ids), dtype=np.bool_) if self.within is None else np.isin(ids, self.within)
        return left & ~np.isin(ids, self.without)

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.within is None and not len(self.without)


def select(connection: Connection, space_id: int, conditions: Iterable[Condition]) -> Selection:
    """The photos of which every condition is true; tags are those of the space."""
    within: Ids | None = None
    without = np.empty(0, np.int64)
    for condition in conditions:
        found = _meeting(connection, space_id, condition)
        if condition.negative:
            without = np.union1d(without, found)
        else:
            within = found if within is None else np.intersect1d(within, found, assume_unique=True)
    if within is not None and len(without):
        within, without = np.setdiff1d(within, without, assume_unique=True), np.empty(0, np.int64)
    return Selection(within, without)


def _meeting(connection: Connection, space_id: int, condition: Condition) -> Ids:
    """The photos that a condition would keep if it were not negative."""
    if isinstance(condition, Exact):
        labels = selection.labels(connection, space_id)
        holds = selection.plain_matcher(condition.text)
        found = [selection.with_text(connection, condition.text)]
        found += [selection.with_label(connection, space_id, *label) for label in labels if holds(label[1])]
        return np.unique(np.concatenate(found))
    field = FIELDS[condition.field]
    answers = [_one(connection, space_id, condition, field.read(value)) for value in condition.values]
    return answers[0] if len(answers) == 1 else np.unique(np.concatenate(answers))


def _one(connection: Connection, space_id: int, condition: Filter, value: Value) -> Ids:
    match value:
        case Nothing():
            return _without(connection, condition.field)
        case Days(first, last):
            return selection.taken(connection, _text(first), _text(last, days_later=1))
        case Circle():
            return _near(connection, value)
        case Interval():
            return _rated(connection, value)
        case FileBytes(size):
            return selection.file_sized(connection, *_between("size", size))
        case Pixels(count):
            return selection.shaped(connection, *_between("width * height", count))
        case Sides(longer, shorter):
            long_sql, long_values = _between("max(width, height)", longer)
            short_sql, short_values = _between("min(width, height)", shorter)
            return selection.shaped(connection, f"{long_sql} AND {short_sql}", (*long_values, *short_values))
        case str():
            return _named(connection, space_id, condition.field, value)
        case _:
            assert_never(value)


def _named(connection: Connection, space_id: int, field: str, value: str) -> Ids:
    match field:
        case "folder":
            if Path(value).expanduser().is_absolute() or PureWindowsPath(value).drive:
                return selection.below(connection, Path(value).expanduser())
            return selection.in_folder_named(connection, value)
        case "camera" | "lens":
            holds = selection.plain_matcher(value)
            known = selection.values(connection, field)
            return selection.with_value(connection, field, [each for each in known if holds(each)])
        case "tag":
            labels = selection.labels(connection, space_id)
            found = [
                selection.with_label(connection, space_id, *label)
                for label in labels
                if _is_tag(*label, value)
            ]
            return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
        case "album":
            return albums.photos_in_any_named(connection, value)
        case "type":
            return selection.with_value(connection, "format", [FORMATS[value]])
        case "is":
            return _STATES[value](connection)
        case _:
            raise AssertionError(field)


def _without(connection: Connection, field: str) -> Ids:
    match field:
        case "date":
            return selection.without(connection, "taken_at")
        case "camera" | "lens":
            return selection.without(connection, field)
        case "near":
            return selection.without(connection, "latitude")
        case "tag":
            return np.setdiff1d(selection.lying(connection), selection.tagged(connection))
        case "rating":
            return np.setdiff1d(selection.lying(connection), selection.rated(connection, 1, 5))
        case "album":
            return np.setdiff1d(selection.lying(connection), albums.photos_in_any(connection))
        case _:
            raise AssertionError(field)


def _is_tag(category: str, label: str, wanted: str) -> bool:
    """``beach``, ``Places`` for ``Places/Norway``, ``Norway`` for the same, ``time of day/night``."""
    names = [label, f"{category}/{label}" if category else label]
    parts = [part for name in names for part in _ways_to_say(name)]
    return any(selection.same_text(part, wanted) for part in parts)


def _ways_to_say(name: str) -> list[str]:
    steps = name.split("/")
    return [
        "/".join(steps[start:end]) for start in range(len(steps)) for end in range(start + 1, len(steps) + 1)
    ]


def _rated(connection: Connection, stars: Interval) -> Ids:
    wanted = [number for number in range(6) if _holds(stars, number)]
    given = [number for number in wanted if number > 0]
    found = selection.rated(connection, min(given), max(given)) if given else np.empty(0, np.int64)
    return np.union1d(found, _without(connection, "rating")) if 0 in wanted else found


def _holds(interval: Interval, number: float) -> bool:
    above = interval.low is None or number > interval.low or (interval.with_low and number == interval.low)
    below = (
        interval.high is None or number < interval.high or (interval.with_high and number == interval.high)
    )
    return above and below


def _between(expression: str, interval: Interval) -> tuple[str, tuple[float, ...]]:
    """SQL that holds where an expression lies in the interval, and its values."""
    tests: list[str] = []
    values: list[float] = []
    if interval.low is not None:
        tests.append(f"{expression} {'>=' if interval.with_low else '>'} ?")
        values.append(interval.low)
    if interval.high is not None:
        tests.append(f"{expression} {'<=' if interval.with_high else '<'} ?")
        values.append(interval.high)
    return " AND ".join(tests) or "1", tuple(values)


def _text(day: date | None, *, days_later: int = 0) -> str | None:
    if day is None or day > date.max - timedelta(days=1):
        return None
    return (day + timedelta(days=days_later)).isoformat()


def _near(connection: Connection, circle: Circle) -> Ids:
    """A box of degrees first, which an index answers; then the distance on the sphere."""
    north = circle.metres / _METRES_A_DEGREE
    low, high = circle.latitude - north, circle.latitude + north
    shrink = math.cos(math.radians(min(max(abs(low), abs(high)), 90.0)))
    east = 180.0 if shrink * 180 <= north else north / shrink
    boxes = [(circle.longitude - east, circle.longitude + east)]
    if east >= 180:
        boxes = [(-180.0, 180.0)]
    elif boxes[0][0] < -180:
        boxes = [(-180.0, boxes[0][1]), (boxes[0][0] + 360, 180.0)]
    elif boxes[0][1] > 180:
        boxes = [(boxes[0][0], 180.0), (-180.0, boxes[0][1] - 360)]
    found: list[Ids] = []
    for box in boxes:
        ids, places = selection.within(connection, (low, high), box)
        found.append(ids[_metres(places, circle.latitude, circle.longitude) <= circle.metres])
    return np.unique(np.concatenate(found))


def _metres(places: NDArray[np.float64], latitude: float, longitude: float) -> NDArray[np.float64]:
    """How far places [n, 2] are from a point, on a sphere (the haversine formula)."""
    north, east = np.radians(places).T
    there, around = math.radians(latitude), math.radians(longitude)
    half = (
        np.sin((north - there) / 2) ** 2 + np.cos(north) * math.cos(there) * np.sin((east - around) / 2) ** 2
    )
    metres: NDArray[np.float64] = 2 * _EARTH_METRES * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return metres


def _shape(expression: str, *values: float) -> Callable[[Connection], Ids]:
    return lambda connection: selection.shaped(connection, expression, values)


def _rated_at_all(connection: Connection) -> Ids:
    return selection.rated(connection, 1, 5)


def _located(connection: Connection) -> Ids:
    return np.setdiff1d(selection.lying(connection), selection.without(connection, "latitude"))


_STATES: Mapping[str, Callable[[Connection], Ids]] = {
    "portrait": _shape("height > width"),
    "landscape": _shape("width > height"),
    "square": _shape("width = height"),
    "panorama": _shape("max(width, height) > ? * min(width, height)", _PANORAMA),
    "tagged": selection.tagged,
    "rated": _rated_at_all,
    "captioned": selection.captioned,
    "located": _located,
    "duplicate": selection.duplicates,
    "away": selection.away,
}
