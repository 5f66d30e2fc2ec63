"""Two fingers that are spread or closed, on a touchpad or a touch screen: what lies below is enlarged."""

import sys

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

_SMALLEST = 0.2
"""No single event makes anything smaller than this times what it was, whatever a driver says."""


class Pinch(QObject):
    """Watches a widget; of a view that scrolls, its viewport."""

    zoomed = Signal(float, QPointF)
    """How many times as large as before, and the point between the fingers, in the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._latest = widget, 1.0
        widget.installEventFilter(self)
        if sys.platform != "darwin":  # there Qt makes these of the touchpad's own, and each would count twice
            widget.grabGesture(Qt.GestureType.PinchGesture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoomed.emit(max(1 + event.value(), _SMALLEST), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                factor = pinch.scaleFactor()
                # One touch may be told twice; fingers do not move by the very same factor two times.
                if pinch.state() == Qt.GestureState.GestureUpdated and factor != self._latest:
                    about = self._widget.mapFromGlobal(pinch.centerPoint())
                    self.zoomed.emit(max(factor, _SMALLEST), about)
                self._latest = factor
                event.accept(pinch)
                return True
        return super().eventFilter(watched, event)
