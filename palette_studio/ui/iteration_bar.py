"""Iterations of a fit: run, step, begin anew, any of them on a line, and how likely each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from palette_studio.ui import icons
from palette_studio.ui.controls import muted, tool_button
from palette_studio.ui.decimals import decimal
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    import numpy as np

STRIP, COUNT_PX = QSize(132, 26), 64
FLAT = 1e-6  # nats: less is a level line


class LikelihoodStrip(QWidget):
    """The log likelihood of every iteration, as a line that never falls, and the iteration shown."""

    def __init__(self, per: str, size: QSize = STRIP, parent: QWidget | None = None) -> None:
        """per: what the log likelihood is the mean of, in words, such as "a pixel"."""
        super().__init__(parent)
        unmirrored(self)
        self._per = per
        self._values: list[float] = []
        self._shown = 0
        self._ink, self._faint = QColor(), QColor()
        self.setFixedSize(size)
        self.setAccessibleName(self.tr("Log likelihood of the iterations"))

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._faint = QColor(theme.text), QColor(theme.muted)
        self.update()

    def set_values(self, values: np.ndarray, shown: int) -> None:
        """values: in nats; shown: the iteration."""
        self._values, self._shown = [float(value) for value in values], shown
        if self._values:
            words = self.tr("Log likelihood %1 nats %2").replace("%2", self._per)
            self.setToolTip(words.replace("%1", decimal(self._values[shown], 5)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        least, most = self._values[0], self._values[-1]
        span = max(most - least, FLAT)
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        last = max(1, len(self._values) - 1)
        points = [
            QPointF(
                room.left() + room.width() * n / last, room.bottom() - room.height() * (value - least) / span
            )
            for n, value in enumerate(self._values)
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._faint, 1.2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        painter.drawEllipse(points[self._shown], 3, 3)
        painter.end()


class IterationBar(QWidget):
    """Shows which iteration is seen; every control reports a wish."""

    play_requested = Signal()
    step_requested = Signal()
    reset_requested = Signal()
    iteration_requested = Signal(int, bool)  # whether it belongs to the press under way
    pressed = Signal()
    released = Signal()

    def __init__(self, theme: Theme, anew: str, parent: QWidget | None = None) -> None:
        """anew: what beginning anew does, in words."""
        super().__init__(parent)
        unmirrored(self)
        self._theme, self._playing = theme, False
        ink, text = icons.icon, theme.text
        self.play = tool_button(ink("play", text), self.tr("Run"), self.tr("Watch the iterations"), self)
        self.step = tool_button(ink("step", text), self.tr("Step"), self.tr("One iteration further"), self)
        self.reset = tool_button(ink("reset", text), self.tr("Reset"), anew, self)
        self.scrubber = QSlider(Qt.Orientation.Horizontal, self)
        self.scrubber.setAccessibleName(self.tr("Iteration"))
        self.scrubber.setToolTip(self.tr("The iteration that is shown; the last one is the fit"))
        self.scrubber.setMinimumHeight(24)
        self.scrubber.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = muted("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.play, self.step, self.reset):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(8)
        row.addWidget(self._count)
        self.play.clicked.connect(self.play_requested)
        self.step.clicked.connect(self.step_requested)
        self.reset.clicked.connect(self.reset_requested)
        self.scrubber.sliderPressed.connect(self.pressed)
        self.scrubber.sliderReleased.connect(self.released)
        self.scrubber.valueChanged.connect(self._on_scrubbed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_playing(self._playing)
        for button, name in ((self.step, "step"), (self.reset, "reset")):
            button.setIcon(icons.icon(name, theme.text, theme.disabled))

    def set_playing(self, on: bool) -> None:
        self._playing = on
        self.play.setIcon(icons.icon("pause" if on else "play", self._theme.text, self._theme.disabled))
        self.play.setAccessibleName(self.tr("Pause") if on else self.tr("Run"))
        self.play.setToolTip(self.tr("Stop at this iteration") if on else self.tr("Watch the iterations"))

    def show_iteration(self, iteration: int, last: int) -> None:
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, last)
        self.scrubber.setValue(iteration)
        self.scrubber.blockSignals(False)
        words = self.tr("%1 of %2").replace("%2", str(last))
        widest = self._count.fontMetrics().horizontalAdvance(words.replace("%1", str(last)))
        self._count.setMinimumWidth(max(COUNT_PX, widest))  # the scrubber keeps its place
        self._count.setText(words.replace("%1", str(iteration)))
        self.reset.setEnabled(True)
        self._enable(last > 0)

    def show_none(self) -> None:
        """There is no fit."""
        self.reset.setEnabled(False)
        self._enable(False)

    def _enable(self, on: bool) -> None:
        for widget in (self.play, self.step, self.scrubber):
            widget.setEnabled(on)

    def _on_scrubbed(self, value: int) -> None:
        self.iteration_requested.emit(value, self.scrubber.isSliderDown())
