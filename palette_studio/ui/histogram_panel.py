"""Histograms of the photo before and after, with the swatches on their axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui.controls import muted
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.histogram import Histograms

CHANNELS = ("#E0524C", "#4FA657", "#4C7DDB")  # red, green and blue that read on all three grays
VIEWS = ("rgb", "lightness", "hue")
REDRAW_MS = 90


class HistogramPanel(QWidget):
    """Exact counts on a linear or logarithmic scale; the before is a thin line behind the after."""

    log_requested = Signal(bool)
    before_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before: Histograms | None = None
        self._after: Histograms | None = None
        self._palette, self._selected = Palette(), -1
        self._soon = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._soon.timeout.connect(self._draw)
        self._plot = None  # pyqtgraph is imported after the first paint
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Histogram of"))
        for text in (self.tr("RGB"), self.tr("Lightness"), self.tr("Hue")):
            self.tabs.addTab(text)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._numbers = muted("", self)
        row.addWidget(self._numbers)
        row.addSpacing(12)
        self.log = QCheckBox(self.tr("Log"), self)
        self.log.setToolTip(self.tr("Logarithmic scale: rare colors show too"))
        self.before = QCheckBox(self.tr("Before"), self)
        self.before.setToolTip(self.tr("Show the counts of the original as a line"))
        row.addWidget(self.log)
        row.addSpacing(8)
        row.addWidget(self.before)
        column.addLayout(row)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(muted("", self))
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(120)
        self.tabs.currentChanged.connect(self._later)
        self.log.toggled.connect(self.log_requested)
        self.before.toggled.connect(self.before_requested)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._later()

    def set_options(self, log: bool, before: bool) -> None:
        for box, on in ((self.log, log), (self.before, before)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self._later()

    def set_before(self, counts: Histograms | None) -> None:
        self._before = counts
        self._later()

    def set_after(self, counts: Histograms | None) -> None:
        self._after = counts
        self._later()

    def set_palette_colors(self, palette: Palette, selected: int) -> None:
        self._palette, self._selected = palette, selected
        self._later()

    def make_plot(self) -> None:
        """Build the plot; called once the window is on the screen and pyqtgraph is at hand."""
        if self._plot is not None:
            return
        from palette_studio.ui.count_plot import CountPlot

        self._plot = CountPlot(self)
        self._plot.pointed.connect(self._on_pointed)
        self._stack.addWidget(self._plot)
        self._stack.setCurrentWidget(self._plot)
        self._later()

    def _later(self) -> None:
        """Draw soon, once: a plot costs more than a frame of the canvas and may follow ten times a second."""
        if not self._soon.isActive():
            self._soon.start()

    def _draw(self) -> None:
        if self._plot is None or not self.isVisible():
            return
        view = VIEWS[self.tabs.currentIndex()]
        self._plot.set_theme(self._theme)
        self._plot.show_counts(
            self._curves(self._after, view),
            self._curves(self._before, view) if self.before.isChecked() else [],
            [QColor(c) for c in CHANNELS] if view == "rgb" else [QColor(self._theme.text)],
            self.log.isChecked(),
        )
        self._plot.show_marks(self._marks(view))

    def showEvent(self, event: object) -> None:
        self._later()

    def _marks(self, view: str) -> list[tuple[float, QColor]]:
        """Return where swatches stand on the axis; on RGB, the three channels of the selected one."""
        if not len(self._palette):
            return []
        if view == "rgb":
            chosen = self._palette[self._selected].color if 0 <= self._selected < len(self._palette) else ()
            return [(float(value), QColor(CHANNELS[n])) for n, value in enumerate(chosen)]
        from palette_studio.core import color

        rgb = self._palette.colors / 255.0
        places = color.srgb_to_hsv(rgb)[:, 0] if view == "hue" else color.srgb_to_lab(rgb)[:, 0] * 2.55
        return [(float(at), QColor(*s.color)) for at, s in zip(places, self._palette.swatches, strict=True)]

    def _curves(self, counts: Histograms | None, view: str) -> list[np.ndarray]:
        """Return shares of all pixels, in percent."""
        if counts is None:
            return []
        bins = {"rgb": list(counts.rgb), "lightness": [counts.lightness], "hue": [counts.hue]}[view]
        return [one * (100.0 / max(counts.total, 1)) for one in bins]

    def _on_pointed(self, place: QPointF | None) -> None:
        counts = self._after
        if place is None or counts is None:
            self._numbers.setText("")
            return
        view, at = VIEWS[self.tabs.currentIndex()], round(place.x())
        if view == "rgb" and 0 <= at < 256:
            values = "  ".join(f"{name} {counts.rgb[n][at]:,}" for n, name in enumerate("RGB"))
            self._numbers.setText(f"{at}:  {values}")
        elif view == "lightness" and 0 <= at < 256:
            self._numbers.setText(
                self.tr("L %1:  %2 pixels")
                .replace("%1", f"{at / 2.55:.0f}")
                .replace("%2", f"{counts.lightness[at]:,}")
            )
        elif view == "hue" and 0 <= at < 360:
            self._numbers.setText(
                self.tr("%1°:  %2 pixels").replace("%1", str(at)).replace("%2", f"{counts.hue[at]:,}")
            )
        else:
            self._numbers.setText("")
