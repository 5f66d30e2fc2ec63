"""The map as people use it: they move over it, select photos on it by pointer or keyboard, and open them."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mindseye.operations.wording import photos
from mindseye.semantic_map import Region
from mindseye.ui.grid.captions import Captions, spoken
from mindseye.ui.grid.thumbnails import Thumbnails
from mindseye.ui.meaning_map.hand import Pull, Tool
from mindseye.ui.meaning_map.plane import Ids, Plane
from mindseye.ui.meaning_map.scene import Scene
from mindseye.ui.theme import Theme
from mindseye.ui.translating import tr, translated

_PUSH = 80
_LEAST_STEP = 10.0


class MapView(Plane):
    """Photos as points; those that are selected, and the one that the keyboard is at."""

    opened = Signal(int)
    """A photo is to be shown large."""
    chosen_changed = Signal()
    """Another photo is current, or the selection changed."""
    escaped = Signal()

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        captions: Captions,
        motion: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, thumbnails, captions, motion, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Map of photos"))
        self._walk: Ids = np.empty(0, np.int64)
        captions.came.connect(self._tell)

    def show_scene(self, scene: Scene) -> None:
        super().show_scene(scene)
        self._tell()
        self.chosen_changed.emit()

    def show_regions(self, regions: Sequence[Region]) -> None:
        super().show_regions(regions)
        self._tell()

    # What is chosen: as the grid tells it

    @property
    def current_id(self) -> int | None:
        """The photo the keyboard is at."""
        return self._current

    def chosen_ids(self) -> Ids:
        """The selected photos, ascending."""
        return self._chosen

    def go_to(self, photo_id: int) -> None:
        """Makes a photo current and in view; from it one goes to those about it, nearest first."""
        row = self.scene.row_of(photo_id)
        if row is None:
            return
        if photo_id not in self._walk:
            several = len(self._chosen) > 1 and photo_id in self._chosen
            self._walk = self._chosen if several else self.scene.around(row)
        self._make_current(row)

    def next_to(self, photo_id: int, step: int) -> int | None:
        """The photo ``step`` places after another among those that are gone through."""
        place = np.flatnonzero(self._walk == photo_id)
        to = int(place[0]) + step if len(place) else -1
        return int(self._walk[to]) if 0 <= to < len(self._walk) else None

    def beside(self, photo_id: int, count: int) -> tuple[list[int], list[int]]:
        """At most ``count`` photos before another and after it, among those that are gone through."""
        places = np.flatnonzero(self._walk == photo_id)
        if not len(places):
            return [], []
        place = int(places[0])
        after = self._walk[place + 1 : place + 1 + count]
        return self._walk[max(place - count, 0) : place].tolist(), after.tolist()

    def place_of(self, photo_id: int) -> tuple[int, int] | None:
        """Which one a photo is, from 1, of how many that are gone through."""
        places = np.flatnonzero(self._walk == photo_id)
        return (int(places[0]) + 1, len(self._walk)) if len(places) else None

    def choose(self, ids: Iterable[int], *, add: bool = False) -> None:
        """Selects photos, in place of those that were selected or besides them; one of them is current."""
        wanted = np.unique(np.fromiter(ids, np.int64))
        wanted = wanted[np.isin(wanted, self.scene.ids)]
        self._chosen = np.union1d(self._chosen, wanted) if add else wanted
        if len(wanted):
            rows = np.searchsorted(self.scene.ids, wanted)
            self._current = int(self.scene.ids[self.scene.most_central(rows)])
        self._changed()

    def choose_all(self) -> None:
        """Selects every photo."""
        self.choose(self.scene.ids.tolist())

    # Inside

    def _make_current(self, row: int) -> None:
        self._current = int(self.scene.ids[row])
        x, y = self.camera.on_screen(self.scene.places[[row]], self._size)[0].tolist()
        aside = (min(max(x, 40.0), self.width() - 40.0) - x, min(max(y, 40.0), self.height() - 40.0) - y)
        if any(aside):
            self.move_by(*aside)
        self._changed()

    def _changed(self) -> None:
        self._tell()
        self._renew()
        self.chosen_changed.emit()

    def _tell(self) -> None:
        """What a screen reader says of the map and of the photo that the keyboard is at."""
        parts = [translated(photos(len(self.scene)))]
        names = [region.name for region in self.regions if region.level == 0]
        if names:
            parts.append(tr("crowds of {names}", names=", ".join(names)))
        if len(self._chosen):
            parts.append(tr("{n} selected", n=len(self._chosen)))
        if self._current is not None:
            caption = self._captions.get(self._current)
            parts.append(tr("at {photo}", photo=spoken(caption)) if caption else tr("at a photo"))
        words = "; ".join(parts)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
        self.update()

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by_key = False
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            tool = Tool.LASSO if shift and self.tool is Tool.MOVE else self.tool
            self._pull = Pull(tool, event.position(), add=control)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pull = Pull(Tool.MOVE, event.position(), add=False)
        elif event.button() == Qt.MouseButton.RightButton:
            photo_id = self.photo_at(event.position())
            if photo_id is not None and photo_id not in self._chosen:
                self.choose([photo_id])
        self._show_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is None:
            self._hover(self.photo_at(event.position()))
            return
        step = self._pull.to(event.position())
        if self._pull.moved and self._pull.tool is Tool.MOVE:
            self.move_by(step.x(), step.y())
        self._hover(None)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull, self._pull = self._pull, None
        self._show_hand()
        if pull is None or event.button() == Qt.MouseButton.RightButton:
            return
        if pull.moved and pull.tool is not Tool.MOVE:
            points = np.array(
                [self.camera.on_map(point.x(), point.y(), self._size) for point in pull.outline], np.float32
            )
            self.choose(self.scene.ids[self.scene.inside(points)].tolist(), add=pull.add)
        elif not pull.moved and event.button() == Qt.MouseButton.LeftButton:
            self._click(self.photo_at(event.position()), add=pull.add)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        photo_id = self.photo_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and photo_id is not None:
            self.opened.emit(photo_id)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt's signature
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        if not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in arrows:
            x, y = arrows[key]
            if control:
                self.move_by(-_PUSH * x, -_PUSH * y)
            else:
                self._walk_on((x, y), select=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif control and key == Qt.Key.Key_A:
            self.choose_all()
        elif control:
            return False
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(-2 if key == Qt.Key.Key_Minus else 2, self._point_to_zoom_at())
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key == Qt.Key.Key_Space and self._current is not None:
            self._click(self._current, add=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        elif key == Qt.Key.Key_Escape and len(self._chosen):
            self.choose([])
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def _point_to_zoom_at(self) -> QPointF | None:
        return None if self._current is None else self.point_of(self._current)

    def _walk_on(self, direction: tuple[int, int], *, select: bool) -> None:
        """Goes to the next photo in a direction; to the middle one of the view first."""
        if not len(self.scene):
            return
        row = None if self._current is None else self.scene.row_of(self._current)
        if row is None:
            apart = ((self.scene.places - (self.camera.x, self.camera.y)) ** 2).sum(axis=1)
            following: int | None = int(apart.argmin())
        else:
            following = self.scene.towards(row, direction, _LEAST_STEP / self.camera.scale)
        if following is not None:
            if select:
                both = [following] if row is None else [row, following]
                self._chosen = np.union1d(self._chosen, self.scene.ids[both])
            self._make_current(following)

    def _click(self, photo_id: int | None, *, add: bool) -> None:
        if photo_id is None:
            if not add:
                self.choose([])
        elif add and photo_id in self._chosen:
            self._chosen = self._chosen[self._chosen != photo_id]
            self._current = photo_id
            self._changed()
        else:
            self.choose([photo_id], add=add)
            self._current = photo_id
            self._changed()

    def _hover(self, photo_id: int | None) -> None:
        if photo_id != self._hovered:
            self._hovered = photo_id
            self._renew()

    def _show_hand(self) -> None:
        if self._pull is not None and self._pull.tool is Tool.MOVE:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.tool is not Tool.MOVE:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()
