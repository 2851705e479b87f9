"""Plots of the photo's colors before and after, with the swatches on them: curves, planes, ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from palette_studio.core.palette import Palette, Rgb
from palette_studio.ui.controls import Facts, muted
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.density import Density
    from palette_studio.core.histogram import Histograms
    from palette_studio.core.value_range import ValueRange
    from palette_studio.ui.count_plot import CountPlot
    from palette_studio.ui.plane_view import PlaneView
    from palette_studio.ui.value_span import Span

CHANNELS = ("#E0524C", "#4FA657", "#4C7DDB")  # red, green and blue that read on all three grays
VIEWS = ("rgb", "lightness", "hue", "ab", "vectorscope")
PLANES = VIEWS[3:]
REDRAW_MS = 90
PLANE_PX, PLANE_SHARE, TALLEST_PX = 238, 0.3, 400  # room for a plane: the least, of the window, the most


class HistogramPanel(QWidget):
    """Exact counts on a linear or logarithmic scale; the before is a thin line, or gray, behind the after.

    A range that is dragged out on a histogram, and a swatch that is dragged in a plane, are reported.
    """

    log_requested = Signal(bool)
    before_requested = Signal(bool)
    plane_shown = Signal(str)  # a plane of color is in front, and its densities are wanted; "": none is
    room_changed = Signal()
    range_requested = Signal(object)  # ValueRange, or None
    gesture_began = Signal()
    gesture_canceled = Signal()
    gesture_ended = Signal()
    color_requested = Signal(int, tuple, bool)  # swatch, color, whether a press is under way
    select_requested = Signal(int)
    hovered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before: Histograms | None = None
        self._after: Histograms | None = None
        self._densities: dict[str, Density | None] = {"now": None, "before": None}
        self._found, self._palette, self._selected = Palette(), Palette(), -1
        self._probe: Rgb | None = None
        self._pointed: float | None = None
        self._soon = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._soon.timeout.connect(self._draw)
        self.plot: CountPlot | None = None  # plots need numpy, which comes after the first paint
        self.planes: dict[str, PlaneView] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(4)
        column.addLayout(self._make_row())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(muted("", self))
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(120)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.log.toggled.connect(self.log_requested)
        self.before.toggled.connect(self.before_requested)

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Plot of"))
        self.tabs.setToolTip(self.tr("What is plotted; ← → go from one to the next"))
        for text in (
            self.tr("RGB"),
            self.tr("Lightness"),
            self.tr("Hue"),
            self.tr("ab plane"),
            self.tr("Vectorscope"),
        ):
            self.tabs.addTab(text)
        row.addWidget(self.tabs)
        self.numbers = Facts(self)
        row.addWidget(self.numbers, 1)
        row.addSpacing(12)
        self.log = QCheckBox(self.tr("Log"), self)
        self.log.setToolTip(self.tr("Logarithmic scale: rare colors show too"))
        self.before = QCheckBox(self.tr("Before"), self)
        self.before.setToolTip(self.tr("Show the counts of the original as a line, its colors in gray"))
        row.addWidget(self.log)
        row.addSpacing(8)
        row.addWidget(self.before)
        return row

    # What is in front

    @property
    def view(self) -> str:
        return VIEWS[self.tabs.currentIndex()]

    @property
    def plane(self) -> str:
        """The plane of color whose densities are wanted, "" for none: nothing is counted that nobody sees."""
        return self.view if self.view in PLANES and self.view in self.planes and self.isVisible() else ""

    def room_px(self, window_px: int) -> int:
        """Return how tall it would be in a window so tall, 0 where it needs no more than usual."""
        if self.view not in PLANES or not self.planes:
            return 0
        return min(max(PLANE_PX, round(window_px * PLANE_SHARE)), TALLEST_PX)

    def make_plot(self) -> None:
        """Build the plots; called once the window is on the screen and numpy is at hand."""
        if self.plot is not None:
            return
        from palette_studio.ui.ab_plane import AbPlane
        from palette_studio.ui.count_plot import CountPlot
        from palette_studio.ui.plane_view import PlaneView
        from palette_studio.ui.vectorscope import Vectorscope

        self.plot = CountPlot(self)
        self.plot.set_theme(self._theme)
        self.plot.pointed.connect(self._on_pointed)
        self.plot.span_changed.connect(self._on_span_changed)
        self._stack.addWidget(self.plot)
        for kind in (AbPlane, Vectorscope):
            view = PlaneView(kind(self._theme), self._theme, self)
            view.gesture_began.connect(self.gesture_began)
            view.gesture_canceled.connect(self.gesture_canceled)
            view.gesture_ended.connect(self.gesture_ended)
            view.color_requested.connect(self.color_requested)
            view.select_requested.connect(self.select_requested)
            view.hovered.connect(self.hovered)
            self.planes[kind.PLANE] = view
            self._stack.addWidget(view)
        self._on_tab_changed()

    def _on_tab_changed(self) -> None:
        if self.plot is None:
            return
        self.plot.let_go()
        self.clear_range()
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.planes.get(self.view, self.plot))
        if before is not self._stack.currentWidget():
            self.room_changed.emit()
        self._show_palettes()
        self._show_probe()
        self.plane_shown.emit(self.plane)
        self._draw()

    def showEvent(self, event: object) -> None:
        self.plane_shown.emit(self.plane)
        self._later()

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.plot is not None:
            self.plot.set_theme(theme)
        for view in self.planes.values():
            view.set_theme(theme)
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
        self._say()

    def set_densities(self, now: Density | None, before: Density | None) -> None:
        """now, before: of the plane that is in front, or not known yet."""
        self._densities = {"now": now, "before": before}
        if now is None:
            for view in self.planes.values():
                view.set_densities(None, None, self.log.isChecked())
        self._later()

    def set_palettes(self, found: Palette, edited: Palette, selected: int) -> None:
        self._found, self._palette, self._selected = found, edited, selected
        self._show_palettes()
        self._later()

    def set_probe(self, rgb: Rgb | None) -> None:
        """Mark the pixel under the pointer."""
        if rgb != self._probe:
            self._probe = rgb
            self._show_probe()

    def clear_range(self) -> None:
        if self.plot is not None and self.plot.span is not None:
            self.plot.set_span(None)
            self._on_span_changed(None)

    def _later(self) -> None:
        """Draw soon, once: curves follow at most ten times a second."""
        if not self._soon.isActive():
            self._soon.start()

    def _draw(self) -> None:
        if self.plot is None or not self.isVisible():
            return
        view, before, log = self.view, self.before.isChecked(), self.log.isChecked()
        if view in self.planes:
            fits = {key: one if one and one.plane == view else None for key, one in self._densities.items()}
            if fits["now"] is not None:  # until then, what was there stays
                self.planes[view].set_densities(fits["now"], fits["before"] if before else None, log)
            return
        from palette_studio.ui.count_plot import Curves

        colors = [QColor(c) for c in CHANNELS] if view == "rgb" else [QColor(self._theme.text)]
        then = self._curves(self._before, view) if before else []
        self.plot.show_counts(Curves(self._curves(self._after, view), then, colors, log, view == "hue"))
        self.plot.show_marks(self._marks(view))

    def _show_palettes(self) -> None:
        """A swatch that is dragged is at the pointer at once."""
        if self.view in self.planes and (self.isVisible() or not self._palette.swatches):
            self.planes[self.view].set_palettes(self._found, self._palette, self._selected)

    def _show_probe(self) -> None:
        if self.plot is None:
            return
        view, rgb = self.view, self._probe
        if view in self.planes:
            self.planes[view].set_pixel(rgb)
        elif rgb is None:
            self.plot.set_probe([])
        elif view == "rgb":
            self.plot.set_probe([(float(v), QColor(CHANNELS[n])) for n, v in enumerate(rgb)])
        elif view == "hue" and max(rgb) == min(rgb):
            self.plot.set_probe([])  # a gray has no hue
        else:
            self.plot.set_probe([(self._axis_places([rgb], view)[0], QColor(*rgb))])

    @staticmethod
    def _axis_places(colors: list[Rgb], view: str) -> list[float]:
        import numpy as np

        from palette_studio.core import color

        srgb = np.array(colors) / 255.0
        return (
            color.srgb_to_hsv(srgb)[:, 0] if view == "hue" else color.srgb_to_lab(srgb)[:, 0] * 2.55
        ).tolist()

    def _marks(self, view: str) -> list[tuple[float, QColor]]:
        """Return where swatches stand on the axis; on RGB, the three channels of the selected one."""
        if not len(self._palette):
            return []
        if view == "rgb":
            chosen = self._palette[self._selected].color if 0 <= self._selected < len(self._palette) else ()
            return [(float(value), QColor(CHANNELS[n])) for n, value in enumerate(chosen)]
        colors = [swatch.color for swatch in self._palette.swatches]
        return [(at, QColor(*rgb)) for at, rgb in zip(self._axis_places(colors, view), colors, strict=True)]

    def _curves(self, counts: Histograms | None, view: str) -> list[np.ndarray]:
        """Return shares of all pixels, in percent."""
        if counts is None:
            return []
        bins = {"rgb": list(counts.rgb), "lightness": [counts.lightness], "hue": [counts.hue]}[view]
        return [one * (100.0 / max(counts.total, 1)) for one in bins]

    # A range, and the numbers beside the tabs

    def _on_span_changed(self, span: Span | None) -> None:
        self.range_requested.emit(self.range)
        self._say()

    @property
    def range(self) -> ValueRange | None:
        """What is selected on the histogram in front."""
        span = self.plot.span if self.plot is not None else None
        if span is None:
            return None
        from palette_studio.core.value_range import ValueRange

        channel = ("red", "green", "blue")[span.curve] if self.view == "rgb" else self.view
        return ValueRange(channel, *span.ends)

    def _on_pointed(self, place: float | None) -> None:
        self._pointed = place
        self._say()

    def _say(self) -> None:
        self.numbers.set_parts(tuple(part for part in (self._range_words(), self._pointed_words()) if part))

    def _range_words(self) -> str:
        values = self.range
        if values is None or self._after is None:
            return ""
        from palette_studio.core.value_range import share
        from palette_studio.ui.readouts import percent

        words = {
            "red": self.tr("Red %1 to %2"),
            "green": self.tr("Green %1 to %2"),
            "blue": self.tr("Blue %1 to %2"),
            "lightness": self.tr("Lightness %1 to %2"),
            "hue": self.tr("Hue %1° to %2°"),
        }[values.channel]
        light = values.channel == "lightness"
        first, last = (round(end / 2.55) if light else end for end in (values.first, values.last))
        of_all = self.tr("%1 of the photo").replace("%1", percent(share(self._after, values)))
        return f"{words.replace('%1', str(first)).replace('%2', str(last))}:  {of_all}"

    def _pointed_words(self) -> str:
        counts = self._after
        if self._pointed is None or counts is None:
            return ""
        view, at = self.view, round(self._pointed)
        if view == "rgb" and 0 <= at < 256:
            values = "  ".join(f"{name} {counts.rgb[n][at]:,}" for n, name in enumerate("RGB"))
            return f"{at}:  {values}"
        if view == "lightness" and 0 <= at < 256:
            words = self.tr("L %1:  %2 pixels").replace("%1", f"{at / 2.55:.0f}")
            return words.replace("%2", f"{counts.lightness[at]:,}")
        if view == "hue" and 0 <= at < 360:
            return self.tr("%1°:  %2 pixels").replace("%1", str(at)).replace("%2", f"{counts.hue[at]:,}")
        return ""
