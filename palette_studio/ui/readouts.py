"""The line under the canvas: zoom, what lies under the pointer, how much has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from palette_studio.core.palette import Rgb, hex_of
from palette_studio.ui.controls import Facts, muted
from palette_studio.ui.decimals import decimal
from palette_studio.ui.number_field import Channel, NumberField
from palette_studio.ui.theme import READOUT_PX, Theme, sized

if TYPE_CHECKING:
    from palette_studio.core.trust import Trust


@dataclass(frozen=True)
class Probe:
    """What one photo pixel is: before and after, and the swatch it belongs to most."""

    x: int
    y: int
    before: Rgb
    after: Rgb
    swatch: int
    name: str
    weight: float


class _Chip(QWidget):
    """A small square in a true color."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.color: Rgb = (0, 0, 0)
        self.line = QColor("#000000")
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.line, 1))
        painter.setBrush(QColor(*self.color))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2, 2)
        painter.end()


class Readouts(QWidget):
    """Zoom on the left, the pixel under the pointer beside it, how far to trust the result on the right."""

    zoom_requested = Signal(float)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readouts")
        self.setFixedHeight(32)
        self.setFont(sized(self.font(), READOUT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(8)
        self.zoom = NumberField(Channel(self.tr("Zoom"), 2, 6400, step=10, unit=" %"), self)
        self.zoom.setFixedWidth(68)
        self.zoom.setFixedHeight(24)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._place = muted("", self)
        self._chips = (_Chip(self), _Chip(self))
        self._before, self._after, self._swatch = QLabel(self), QLabel(self), muted("", self)
        self.facts = Facts(self)
        row.addWidget(self.zoom)
        row.addSpacing(8)
        for widget in (self._place, self._chips[0], self._before, self._chips[1], self._after, self._swatch):
            row.addWidget(widget)
        row.addWidget(self.facts, 1)
        policy = self.facts.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.facts.setSizePolicy(policy)
        self.facts.setToolTip(
            self.tr(
                "moved: share of pixels that changed\n"
                "ΔE: mean and largest difference from the original (CIEDE2000; 1 is just visible)\n"
                "clipped: share of pixels newly pressed against the edge of sRGB\n"
                "fit: how far the photo is from its swatches, mixed, in steps of 255\n"
                "nearest: how often the approximate search finds the true nearest color"
            )
        )
        self._trust: Trust | None = None
        self._clips = True
        self._error: float | None = None
        self._agreement: float | None = None
        self.zoom.value_requested.connect(lambda value: self.zoom_requested.emit(value / 100))
        self.zoom.nudged.connect(lambda value: self.zoom_requested.emit(value / 100))
        self.zoom.refused.connect(self.refused)
        self.set_theme(theme)
        self.set_probe(None)

    def set_theme(self, theme: Theme) -> None:
        for chip in self._chips:
            chip.line = QColor(theme.line)
            chip.update()

    def set_zoom(self, zoom: float, fitted: bool) -> None:
        self.zoom.set_value(round(zoom * 100, 1) if zoom < 0.1 else round(zoom * 100))
        self.zoom.setToolTip(self.tr("Zoom: 2 to 6400 %. Ctrl+0 fits the photo, Ctrl+1 shows 100 %."))

    def set_probe(self, probe: Probe | None) -> None:
        shown = probe is not None
        changed = probe is not None and probe.before != probe.after
        for widget in (self._place, self._chips[0], self._before, self._swatch):
            widget.setVisible(shown)
        for widget in (self._chips[1], self._after):
            widget.setVisible(changed)
        if probe is None:
            return
        self._place.setText(f"{probe.x}, {probe.y}")
        self._before.setText(hex_of(probe.before) + (" →" if changed else ""))
        self._after.setText(hex_of(probe.after))
        self._swatch.setText(
            f"{probe.swatch + 1} {probe.name} {probe.weight:.0%}".replace("%", " %") if probe.name else ""
        )
        for chip, color in zip(self._chips, (probe.before, probe.after), strict=True):
            chip.color = color
            chip.update()

    def set_trust(self, trust: Trust, clips: bool = True) -> None:
        """Say how far the result is from the photo. clips: a color at the edge of sRGB means a loss."""
        self._trust, self._clips = trust, clips
        self._show_facts()

    def set_error(self, error: float | None) -> None:
        """error: how far the photo is from its swatches, mixed: root mean square of 255; None: not known."""
        self._error = error
        self._show_facts()

    def set_agreement(self, share: float | None) -> None:
        """share: of the pixels for which an approximate search is right, 0..1; None: the search is exact."""
        self._agreement = share
        self._show_facts()

    def _show_facts(self) -> None:
        trust = self._trust
        parts = [self.tr("moved") + " " + percent(trust.moved if trust else 0.0)]
        if trust and trust.moved:
            most = self.tr("at most %1").replace("%1", decimal(trust.largest, 0))
            parts.append(f"ΔE {decimal(trust.mean, 1)}, {most}")
            if self._clips:
                parts.append(self.tr("clipped") + " " + percent(trust.clipped))
        if self._error is not None:
            parts.append(self.tr("fit") + f" ±{decimal(self._error, 1)}")
        if self._agreement is not None:
            parts.append(self.tr("nearest in %1").replace("%1", f"{decimal(self._agreement * 100, 1)} %"))
        self.facts.set_parts(tuple(parts))


def percent(share: float) -> str:
    """Return 0..1 as people write it: a decimal below 10 %, and never 0 for a little."""
    if 0 < share < 0.001:
        return f"< {decimal(0.1, 1)} %"
    return f"{decimal(share * 100, 0 if share >= 0.095 or share == 0 else 1)} %"
