"""Charts of a category: how many photos have each label, and how sure it is of them, with its band."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindseye.operations.categories import CategoryView, LabelView
from mindseye.tagging import Category
from mindseye.ui.theme import Theme
from mindseye.ui.translating import grouped, label_words, percent, tr

_ROW, _LOW_ROW = 30, 22
_MANY = 6
_NAME = 120
_COUNT = 190
_HIGH = 150
_FOOT = 22


class LabelBars(QWidget):
    """A bar a label; one of them is chosen, by click or the arrow keys. What is undecided stands below."""

    chosen = Signal(int)
    """The number of the label that is chosen now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: CategoryView | None = None
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Photos by label"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_view(self, view: CategoryView | None, current: int) -> None:
        """Shows the labels of a category."""
        self._view, self.current = view, current
        self.updateGeometry()
        self._speak()
        self.update()

    @property
    def _row(self) -> int:
        low = self._view is not None and len(self._view.labels) > _MANY
        return max(_LOW_ROW if low else _ROW, self.fontMetrics().height() + 4)

    def sizeHint(self) -> QSize:
        return QSize(360, self._row * (len(self._view.labels) + 1 if self._view else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._choose(self.current + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().y()) // self._row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _choose(self, number: int) -> None:
        if self._view is not None and 0 <= number < len(self._view.labels) and number != self.current:
            self.current = number
            self._speak()
            self.update()
            self.chosen.emit(number)

    def _speak(self) -> None:
        if self._view is not None and self._view.labels:
            label = self._view.labels[self.current]
            self.setAccessibleDescription(
                tr(
                    "{label}, {count} of {photos} photos",
                    label=label_words(self._view.category.name, label.label),
                    count=label.count,
                    photos=self._view.photos,
                )
            )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is painted
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        category = self._view.category
        rows = [
            (label_words(category.name, label.label), label.count, _said(label))
            for label in self._view.labels
        ]
        rows.append((tr("undecided") if category.exclusive else tr("none"), self._view.undecided, ""))
        most = max((count for _, count, _ in rows), default=0) or 1
        longest = max(painter.fontMetrics().horizontalAdvance(name) for name, _, _ in rows)
        names = min(max(_NAME, longest + 16), self.width() // 2)
        for number, row in enumerate(rows):
            self._paint_row(painter, number, row, row[1] / most, names)
        painter.end()

    def _paint_row(
        self, painter: QPainter, number: int, row: tuple[str, int, str], share: float, names: int
    ) -> None:
        name, count, said = row
        high = self._row
        whole = QRect(0, number * high, self.width(), high)
        picked = self._view is not None and number == self.current and number < len(self._view.labels)
        if picked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection_fill"))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 6, 6)
        if picked and self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 6, 6)
        beside = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.colour("selection_text" if picked else "text"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, names - 10)
        painter.drawText(QRect(10, whole.y(), names - 10, high), beside, shown)
        room = max(self.width() - names - _COUNT - 8, 20)
        bar = QRectF(
            names + 4, whole.y() + high // 3, max(room * share, 2 if count else 0), high - 2 * (high // 3)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        last = self._view is None or number == len(self._view.labels)
        painter.setBrush(self._theme.colour("outline" if last else "accent"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(self._theme.colour("selection_text" if picked else "quiet"))
        words = f"{grouped(count)}  {said}" if said else grouped(count)
        painter.drawText(QRect(int(bar.right()) + 8, whole.y(), self.width(), high), beside, words)


def _said(label: LabelView) -> str:
    checked = label.right + label.wrong
    return tr("{right} of {checked} right by eye", right=label.right, checked=checked) if checked else ""


class Distribution(QWidget):
    """How probable a label is among the photos, and from where on it is given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bins: Sequence[int] = ()
        self._from = 1.0
        self.setMinimumSize(220, _HIGH + self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_label(self, category: Category, label: LabelView | None) -> None:
        """Shows the photos of a label by its probability; what lies in the band is pale."""
        certain_from = category.certain_from
        self._bins, self._from = (label.bins if label is not None else ()), certain_from
        self.setAccessibleName(tr("Photos by probability"))
        if label is not None:
            below = sum(count for at, count in enumerate(label.bins) if at / len(label.bins) < certain_from)
            self.setAccessibleDescription(
                tr(
                    "{label}: {above} from {share} on, {below} below",
                    label=label_words(category.name, label.label),
                    above=sum(label.bins) - below,
                    share=percent(certain_from),
                    below=below,
                )
            )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, _HIGH + self._foot)

    @property
    def _head(self) -> int:
        return max(18, self.fontMetrics().height() + 2)

    @property
    def _foot(self) -> int:
        return max(_FOOT, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(4, self._head, self.width() - 8, _HIGH - self._head)
        border = plot.left() + plot.width() * self._from
        painter.fillRect(
            QRectF(plot.left(), plot.top(), border - plot.left(), plot.height()), self._theme.colour("hover")
        )
        most = max(self._bins, default=0) or 1
        step = plot.width() / max(len(self._bins), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, count in enumerate(self._bins):
            # The root lets a bar of a few photos be seen beside one of thousands.
            height = plot.height() * (count / most) ** 0.5
            certain = (at + 0.5) / len(self._bins) >= self._from
            painter.setBrush(self._theme.colour("accent" if certain else "outline"))
            painter.drawRoundedRect(
                QRectF(plot.left() + at * step + 1, plot.bottom() - height, step - 2, height), 2, 2
            )
        painter.setPen(QPen(self._theme.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(int(border), int(plot.top()), int(border), int(plot.bottom()))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(int(plot.left()), int(plot.bottom()), int(plot.right()), int(plot.bottom()))
        painter.setPen(self._theme.colour("quiet"))
        foot = QRect(int(plot.left()), _HIGH + 2, int(plot.width()), self._foot)
        for words, side in (
            (percent(0), Qt.AlignmentFlag.AlignLeft),
            (percent(1), Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(foot, side, words)
        above = QRect(int(plot.left()), 0, int(plot.width()), self._head)
        below, given = tr("not given"), tr("given from {share}", share=percent(self._from))
        painter.drawText(above, Qt.AlignmentFlag.AlignRight, given)
        advance = painter.fontMetrics().horizontalAdvance
        if advance(f"{below}  {given}") <= above.width():
            painter.drawText(above, Qt.AlignmentFlag.AlignLeft, below)
        painter.end()
