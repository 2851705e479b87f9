"""A plane of color with what belongs beside it: an axis of lightness, and the numbers of every swatch."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from palette_studio.core import color, planes
from palette_studio.core.density import Density
from palette_studio.core.palette import Palette, Rgb, hex_of
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.guide_column import GuideColumn
from palette_studio.ui.light_axis import WIDTH_PX, LightAxis
from palette_studio.ui.plane_plot import PlanePlot
from palette_studio.ui.swatch_table import Row, SwatchTable
from palette_studio.ui.theme import Theme
from palette_studio.ui.vectorscope import Vectorscope

GAP_PX, TABLE_PX, SMALLEST_TABLE_PX, COLUMN_PX = 16, 310, 250, 176
NO_HUE = 0.004  # OKLCH chroma below which a hue means nothing


class PlaneView(QWidget):
    """Lays out the plane of CIELab wide, the vectorscope square with its guides at the side."""

    gesture_began = Signal()
    gesture_canceled = Signal()
    gesture_ended = Signal()
    color_requested = Signal(int, tuple, bool)
    select_requested = Signal(int)
    hovered = Signal(int)

    def __init__(self, plane: PlanePlot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.plane = plane
        plane.setParent(self)
        name = self.tr("Lab lightness") if plane.PLANE == "ab" else self.tr("Luma")
        self.axis, self.table = LightAxis(plane.PLANE, name, theme, self), SwatchTable(theme, self)
        self.guides: GuideColumn | None = None
        if isinstance(plane, Vectorscope):
            self.guides = GuideColumn(self)
            self.guides.harmony_requested.connect(plane.set_harmony)
            self.guides.magnified.connect(plane.set_magnified)
            plane.turned.connect(self.guides.set_turn)
            plane.turned.connect(self._show_rows)
        for part in (plane, self.axis):
            part.gesture_began.connect(self.gesture_began)
            part.gesture_canceled.connect(self.gesture_canceled)
            part.gesture_ended.connect(self.gesture_ended)
            part.select_requested.connect(self.select_requested)
        plane.color_requested.connect(self.color_requested)
        plane.hovered.connect(self.hovered)
        self.axis.light_requested.connect(plane.ask_for_light)
        self.table.select_requested.connect(self.select_requested)
        self.table.hovered.connect(self.hovered)

    @property
    def dragging(self) -> bool:
        return self.plane.dragging or self.axis.dragging

    def set_theme(self, theme: Theme) -> None:
        for part in (self.plane, self.axis, self.table):
            part.set_theme(theme)

    def set_densities(self, now: Density | None, before: Density | None, log: bool) -> None:
        self.plane.set_densities(now, before, log)

    def set_palettes(self, found: Palette, edited: Palette, selected: int) -> None:
        self.plane.set_swatches(found, edited, selected)
        self.axis.set_swatches(self.plane.swatches)
        self._show_rows()

    def set_pixel(self, rgb: Rgb | None) -> None:
        self.plane.set_pixel(rgb)
        if rgb is None:
            self.axis.set_light(None)
            self.table.set_pixel(None)
            return
        place = planes.places_of(self.plane.PLANE, np.array(rgb) / 255)
        self.axis.set_light(float(place[0]))
        self.table.set_pixel(Row(0, rgb, self.tr("Pixel %1").replace("%1", hex_of(rgb)), self._values(place)))

    def _show_rows(self) -> None:
        swatches = self.plane.swatches
        titles = ("L", "a", "b", self.tr("chroma"))
        if self.plane.PLANE == "vectorscope":
            titles = ("Y′", "Cb", "Cr", self.tr("off guide")) if self._hues().size else ("Y′", "Cb", "Cr")
        offs = self._offs(swatches.edited)
        rows = [
            Row(n + 1, swatch.color, swatch.name, (*self._values(swatches.places[n]), *offs[n]))
            for n, swatch in enumerate(swatches.edited.swatches)
        ]
        self.table.show_rows(titles, rows, swatches.selected)

    def _values(self, place: np.ndarray) -> tuple[str, ...]:
        if self.plane.PLANE == "ab":
            light, a, b = place.tolist()
            return f"{light:.0f}", _signed(a), _signed(b), f"{np.hypot(a, b):.0f}"
        luma, blue, red = (place * 100).tolist()
        return f"{luma:.0f}", _signed(blue), _signed(red)

    def _hues(self) -> np.ndarray:
        return self.plane.guide_hues if isinstance(self.plane, Vectorscope) else np.zeros(0)

    def _offs(self, palette: Palette) -> list[tuple[str, ...]]:
        """Return how far every swatch is from the nearest guide, in words; nothing without guides."""
        hues = self._hues()
        if not hues.size:
            return [()] * len(palette)
        lch = color.srgb_to_oklch(palette.colors.reshape(-1, 3) / 255)
        ways = (lch[:, 2:] - hues + 180) % 360 - 180
        nearest = ways[np.arange(len(ways)), np.abs(ways).argmin(axis=1)].tolist()
        return [
            ("–" if chroma < NO_HUE else f"{_signed(off)}°",)
            for off, chroma in zip(nearest, lch[:, 1].tolist(), strict=True)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self.width(), self.height()
        column = 0 if self.guides is None else COLUMN_PX + GAP_PX
        rest = width - WIDTH_PX - 2 * GAP_PX - column
        table = max(rest - height, 0) if self.guides else min(TABLE_PX, max(rest - height, 0))
        table = table if table >= SMALLEST_TABLE_PX else 0
        plane = rest - table + (GAP_PX if not table else 0)
        if self.guides is not None:
            plane = min(plane, height)
        self.plane.setGeometry(QRect(0, 0, plane, height))
        left = plane + GAP_PX // 2
        self.axis.setGeometry(QRect(left, 0, WIDTH_PX, height))
        left += WIDTH_PX + GAP_PX
        if self.guides is not None:
            self.guides.setGeometry(QRect(width - COLUMN_PX, 0, COLUMN_PX, height))
        self.table.setVisible(table > 0)
        right = width - column
        self.table.setGeometry(QRect(left, 0, right - left, height))


def _signed(value: float) -> str:
    """Return a whole number with a true minus, and none before 0."""
    text = f"{value:.0f}"
    return "0" if text in ("0", "-0") else text.replace("-", "−")
