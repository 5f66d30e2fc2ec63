"""What a hand does to the map with a pointer: moves it, draws about photos, or points at one."""

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_STILL = 4.0
"""Pixels that a pointer may move and still be a click."""

_STEP = 3.0
"""Pixels between two points of a line that is drawn."""


class Tool(Enum):
    """What pulling the pointer over the map does."""

    MOVE = "move"
    LASSO = "lasso"
    RECTANGLE = "rectangle"


@dataclass(slots=True)
class Pull:
    """The pointer held down and pulled."""

    tool: Tool
    start: QPointF
    add: bool
    """Whether what is drawn about is added to what is selected."""
    line: list[QPointF] = field(default_factory=list)
    moved: bool = False

    def __post_init__(self) -> None:
        self.line.append(QPointF(self.start))

    def to(self, point: QPointF) -> QPointF:
        """Pulls to a point; gives how far it went since the last one."""
        last = self.line[-1]
        step = point - last
        if (point - self.start).manhattanLength() > _STILL:
            self.moved = True
        if not self.moved:
            return QPointF()
        if self.tool is Tool.LASSO:
            if step.manhattanLength() >= _STEP:
                self.line.append(QPointF(point))
        else:
            self.line[1:] = [QPointF(point)]
        return step

    @property
    def outline(self) -> list[QPointF]:
        """The points of what was drawn, in order; the last is joined to the first."""
        if self.tool is not Tool.RECTANGLE:
            return self.line
        box = QRectF(self.line[0], self.line[-1]).normalized()
        return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]

    @property
    def path(self) -> QPainterPath:
        """The same, to be painted."""
        points = self.outline
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        path.closeSubpath()
        return path
