"""The mixture under the photo: its curves over the histogram, its iterations, and how likely each is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from palette_studio.ui.controls import muted
from palette_studio.ui.iteration_bar import IterationBar, LikelihoodStrip
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    from palette_studio.core.palette import Rgb
    from palette_studio.core.segmentation import Fit, Mixture
    from palette_studio.ui.ab_plot import AbPlot
    from palette_studio.ui.mixture_plot import MixturePlot

NUMBERS_PX = 192  # their widest words: the scrubber beside them must not move under the hand


class MixturePanel(QWidget):
    """Shows a fit and any of its iterations; every grip reports a wish."""

    play_requested = Signal()
    step_requested = Signal()
    reset_requested = Signal()
    iteration_requested = Signal(int, bool)  # whether it belongs to the press under way
    log_requested = Signal(bool)
    gesture_began = Signal()
    gesture_ended = Signal()
    gesture_canceled = Signal()
    moved = Signal(int, float, float)
    widened = Signal(int, float)
    threshold_moved = Signal(int, float)
    shifted = Signal(int, float, float)
    grown = Signal(int, float)
    hovered = Signal(int)
    selected_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line: MixturePlot | None = None  # pyqtgraph is imported when it is needed
        self._plane: AbPlot | None = None
        self._fit: Fit | None = None
        self._shown: tuple[Mixture, list[QColor], int, tuple[int, ...]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(4)
        column.addLayout(self._make_row())
        self._stack = QStackedWidget(self)
        self._words = muted("", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._words)
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(150)
        self._connect()
        self.set_theme(theme)

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.bar = IterationBar(self._theme, self.tr("Begin anew, without what was moved by hand"), self)
        self._strip = LikelihoodStrip(self.tr("a pixel"), parent=self)
        self._numbers = QLabel("", self)
        self._numbers.setProperty("role", "muted")
        self._numbers.setFixedWidth(NUMBERS_PX)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.log = QCheckBox(self.tr("Log"), self)
        self.log.setToolTip(self.tr("Logarithmic scale: rare values show too"))
        row.addWidget(self.bar, 1)
        for widget in (self._strip, self._numbers):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(self.log)
        return row

    def _connect(self) -> None:
        self.bar.play_requested.connect(self.play_requested)
        self.bar.step_requested.connect(self.step_requested)
        self.bar.reset_requested.connect(self.reset_requested)
        self.bar.pressed.connect(self.gesture_began)
        self.bar.released.connect(self.gesture_ended)
        self.bar.iteration_requested.connect(self.iteration_requested)
        self.log.toggled.connect(self.log_requested)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._line is None:
            QTimer.singleShot(0, self, self._make_plots)

    @Slot()
    def _make_plots(self) -> None:
        """Build the plots, when the panel is first on the screen.

        pyqtgraph is imported here, in the window's thread, which waits for 0.1 s: in another one the import
        makes types of Qt while this thread makes others, and PySide6 6.11 dies of that.
        """
        if self._line is not None:
            return
        from palette_studio.ui.ab_plot import AbPlot
        from palette_studio.ui.mixture_plot import MixturePlot

        self._line, self._plane = MixturePlot(self), AbPlot(self)
        for plot in (self._line, self._plane):
            plot.set_theme(self._theme)
            self._stack.addWidget(plot)
            plot.grabbed.connect(self.gesture_began)
            plot.released.connect(self.gesture_ended)
            plot.canceled.connect(self.gesture_canceled)
            plot.hovered.connect(self.hovered)
            plot.selected_requested.connect(self.selected_requested)
        self._line.moved.connect(self.moved)
        self._line.widened.connect(self.widened)
        self._line.threshold_moved.connect(self.threshold_moved)
        self._line.pointed.connect(self._on_pointed)
        self._plane.shifted.connect(self.shifted)
        self._plane.grown.connect(self.grown)
        self._draw()

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._strip.set_theme(theme)
        self.bar.set_theme(theme)
        for plot in (self._line, self._plane):
            if plot is not None:
                plot.set_theme(theme)
        self._draw()

    def set_playing(self, on: bool) -> None:
        self.bar.set_playing(on)

    def set_log(self, on: bool) -> None:
        self.log.blockSignals(True)
        self.log.setChecked(on)
        self.log.blockSignals(False)
        self._draw()

    def say(self, words: str) -> None:
        """Show words in place of a fit: why there is none."""
        self._fit, self._shown = None, None
        self._words.setText(words)
        self._stack.setCurrentWidget(self._words)
        self.bar.show_none()

    def show_fit(
        self,
        fit: Fit,
        iteration: int,
        shown: Mixture,
        colors: Sequence[Rgb],
        chosen: tuple[int, tuple[int, ...]],
    ) -> None:
        """Show an iteration of a fit. shown: its mixture. chosen: the selected component, and locked ones."""
        self._fit = fit
        self._shown = shown, [QColor(*color) for color in colors], chosen[0], chosen[1]
        self.bar.show_iteration(iteration, len(fit.trace) - 1)
        self._strip.set_values(fit.log_likelihoods, iteration)
        self._draw()

    def _draw(self) -> None:
        if self._line is None or self._plane is None or self._fit is None or self._shown is None:
            return
        from palette_studio.core.mixture.components import Components
        from palette_studio.core.mixture.histogram import HistogramFit
        from palette_studio.core.mixture.line import LineMixture

        mixture, colors, selected, locked = self._shown
        if isinstance(mixture, LineMixture) and isinstance(self._fit, HistogramFit):
            self._line.set_log(self.log.isChecked())
            self._line.show_mixture(self._fit.bins, mixture, colors, selected, locked)
            self._stack.setCurrentWidget(self._line)
        elif isinstance(mixture, Components) and not isinstance(self._fit, HistogramFit):
            self._plane.show_mixture(self._fit.bins, mixture, colors, selected, locked)
            self._stack.setCurrentWidget(self._plane)

    def show_pixel(self, place: tuple[float, ...]) -> None:
        """Mark the pixel under the pointer: its value, or its color; () for none."""
        if self._line is not None and self._plane is not None:
            self._line.show_pixel(place[0] if len(place) == 1 else None)
            self._plane.show_pixel(place if len(place) == 3 else None)

    # What it reports

    def _on_pointed(self, place: float | None) -> None:
        from palette_studio.core.mixture.line import LineMixture

        if place is None or self._shown is None or not isinstance(self._shown[0], LineMixture):
            self._numbers.setText("")
            return
        import numpy as np

        shares = self._shown[0].posteriors(np.array([place]))[:, 0]
        index = int(shares.argmax())
        words = self.tr("%1:  component %2, %3 %").replace("%1", f"{place:.0f}")
        self._numbers.setText(words.replace("%2", str(index + 1)).replace("%3", f"{shares[index] * 100:.0f}"))
