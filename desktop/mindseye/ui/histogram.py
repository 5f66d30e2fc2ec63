"""A small picture of how light and dark a photo is, for each of its colours."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from mindseye.ui.translating import percent, tr

HEIGHT = 64
_COLOURS = ("#E5484D", "#30A46C", "#3E7BFA")
_MUCH = 0.05
"""A share of black or white that is worth a word."""
_STRENGTH = 110
"""Of a colour's area, of 255, so that all three are seen where they overlap."""


class HistogramView(QWidget):
    """Dark at the left, light at the right."""

    def __init__(self, counts: NDArray[np.float32], ground: QColor, parent: QWidget | None = None) -> None:
        """Shows a histogram.

        Args:
            counts: the share of the pixels in each step of brightness for red, green and blue [3, steps].
            ground: what it stands on.
            parent: of the widget.
        """
        super().__init__(parent)
        self._counts, self._ground = counts, ground
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("Histogram"))
        self.setAccessibleDescription(in_words(counts))
        self.setToolTip(in_words(counts))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect())
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(self._ground)
            painter.drawRoundedRect(area, 4, 4)
            highest = _highest(self._counts)
            steps = self._counts.shape[1]
            # From left to right whatever the language: darkness has no reading direction.
            for counts, name in zip(self._counts, _COLOURS, strict=True):
                colour = QColor(name)
                colour.setAlpha(_STRENGTH)
                heights = np.minimum(counts / highest, 1.0) * (HEIGHT - 6)
                points = [
                    QPointF(4 + (area.width() - 8) * step / (steps - 1), area.bottom() - 2 - float(height))
                    for step, height in enumerate(heights)
                ]
                corners = [QPointF(area.right() - 4, area.bottom() - 2), QPointF(4, area.bottom() - 2)]
                painter.setBrush(colour)
                painter.drawPolygon(QPolygonF([*points, *corners]))


def in_words(counts: NDArray[np.float32]) -> str:
    """What a histogram says: whether a photo is dark or light, and whether its ends are cut off."""
    shares = counts.mean(axis=0)
    middle = float((shares * np.linspace(0, 1, len(shares))).sum())
    if middle < 1 / 3:
        sentences = [tr("Mostly dark.")]
    else:
        sentences = [tr("Mostly light.") if middle > 2 / 3 else tr("Neither dark nor light.")]
    black, white = float(shares[0]), float(shares[-1])
    if black > _MUCH:
        sentences.append(tr("{share} is black.", share=percent(black)))
    if white > _MUCH:
        sentences.append(tr("{share} is white.", share=percent(white)))
    return " ".join(sentences)


def _highest(counts: NDArray[np.float32]) -> float:
    """The height that fills the view: the ends, which are often cut off, do not flatten the rest."""
    inner = counts[:, 1:-1]
    return float(max(inner.max() if inner.size else 0.0, 0.25 * counts.max(), 1e-6))
