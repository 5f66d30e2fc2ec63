"""What the page of the map shows, and the work behind it; paints nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from mindseye.events import Event, Events
from mindseye.library import Library
from mindseye.operations import browse
from mindseye.operations.meaning_map import (
    FirstMap,
    MeaningMap,
    better_map,
    first_map,
    kept_map,
    regions_of,
)
from mindseye.semantic_map import Region
from mindseye.tasks import CancelToken, Pulse
from mindseye.ui.door import Door, Newest
from mindseye.ui.meaning_map.scene import Scene
from mindseye.ui.renewal import Renewal
from mindseye.ui.translating import translated

_PAUSE = 0.2
"""Seconds between two reports of how far it is."""

_REST = 5.0
"""Seconds from one look at what came and went to the next, at least."""

_PATIENCE = 6
"""It rests at least this many times as long as the look before took."""


@dataclass(frozen=True, slots=True)
class _Share(Event):
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What came of a look at the library."""

    scene: Scene
    shown: MeaningMap
    first: FirstMap | None
    """What the better map goes on from, where that is still to be made."""
    state: tuple[int, int]


class MapDesk(QObject):
    """The map of the space that answers: read or made, made better, brought up to date, its crowds named."""

    scene_changed = Signal()
    regions_changed = Signal()
    progressed = Signal()
    """How far the better map is, or whether there is anything to show."""
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene.none()
        self.regions: Sequence[Region] = ()
        self.share: float | None = None
        """How much of the better map is done; None while none is being made."""
        self.loaded = False
        """Whether it is known what there is."""
        self._library: Library | None = None
        self._state: tuple[int, int] | None = None
        self._door = Door("window-map", threads=2)
        self._door.went_wrong.connect(self.told)
        self._reading, self._naming = Newest(self._door), Newest(self._door)
        self._shares = Events()
        self._door.listen(self._shares, _Share, self._hear_share)
        self._busy = False
        self._renewal = Renewal(self, self._look, least=_REST, patience=_PATIENCE)

    def take(self, library: Library) -> None:
        """The library is open."""
        self._library = library

    def enter(self) -> None:
        """The page is to be seen: whatever changed since it was seen last is looked at, at once."""
        self._renewal.at_once()

    def renew(self) -> None:
        """The library changed while the page is to be seen."""
        self._renewal.soon()

    def close(self) -> None:
        """Ends what is under way."""
        self._renewal.stop()
        self._door.close()

    @property
    def idle(self) -> bool:
        """Whether everything that it is to show is there."""
        return self._door.idle and not self._renewal.waiting

    def _look(self) -> None:
        library = self._library
        if library is None or self._busy or _state_of(library) == self._state:
            return
        self._busy = True
        self._renewal.begin()
        self._reading.ask(
            lambda token: _read(library, token),
            self._take,
            lambda error: self._fail(translated(error.message)),
        )

    def _take(self, found: _Read) -> None:
        library = self._library
        assert library is not None
        self._busy, self._state, self.loaded = False, found.state, True
        self._renewal.end()
        if found.first is not None:
            self.regions = ()  # of another map
            self.regions_changed.emit()
        self.scene = found.scene
        self.scene_changed.emit()
        self.progressed.emit()
        first = found.first
        if first is None or not len(found.scene):
            self._name(found.shown)
            return
        self._busy, self.share = True, 0.0
        self.progressed.emit()
        self._reading.ask(
            lambda token: _improved(library, first, found.scene, token, self._reporter()),
            self._take_better,
            lambda error: self._fail(translated(error.message)),
        )

    def _take_better(self, made: tuple[MeaningMap, Scene]) -> None:
        self._busy, self.share = False, None
        shown, self.scene = made
        self.regions = ()
        self.regions_changed.emit()
        self.scene_changed.emit()
        self.progressed.emit()
        self._name(shown)
        self.renew()  # what came while it was made

    def _name(self, shown: MeaningMap) -> None:
        library = self._library
        if library is not None:
            self._naming.ask(lambda token: regions_of(library, shown, token=token), self._take_regions)

    def _take_regions(self, found: list[Region]) -> None:
        self.regions = found
        self.regions_changed.emit()

    def _fail(self, sentence: str) -> None:
        self._busy, self.share = False, None
        self.told.emit(sentence)
        self.progressed.emit()

    def _reporter(self) -> Callable[[float], None]:
        pulse = Pulse(_PAUSE)

        def report(share: float) -> None:
            if pulse.is_time():
                self._shares.publish(_Share(share))

        return report

    def _hear_share(self, event: _Share) -> None:
        if self.share is not None:
            self.share = event.share
            self.progressed.emit()


def _state_of(library: Library) -> tuple[int, int]:
    """Another one after each change of what the map is made of."""
    space = library.spaces.active
    return space.space_id, space.index.version


def _read(library: Library, token: CancelToken) -> _Read:
    state = _state_of(library)
    kept = kept_map(library, token=token)
    if kept is not None:
        return _Read(_scene_of(library, kept), kept, None, state)
    first = first_map(library, token=token)
    return _Read(_scene_of(library, first.shown), first.shown, first, state)


def _improved(
    library: Library,
    first: FirstMap,
    scene: Scene,
    token: CancelToken,
    report: Callable[[float], None],
) -> tuple[MeaningMap, Scene]:
    made = better_map(library, first, token=token, report=report)
    kept = np.isin(made.ids, scene.ids)
    return made, Scene(scene.ids, made.places[kept], scene.aspects)


def _scene_of(library: Library, shown: MeaningMap) -> Scene:
    """The photos of a map that lie somewhere, with their shapes."""
    found = browse.tiles_of(library, shown.ids.tolist())
    return Scene(found.ids, shown.places[np.isin(shown.ids, found.ids)], found.aspects)
