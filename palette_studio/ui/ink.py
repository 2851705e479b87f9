"""Black or white, whichever can be read on a color."""

from __future__ import annotations

from PySide6.QtGui import QColor

MIDDLE = 0.179  # relative luminance that is as far from black as from white: sqrt(1.05 * 0.05) - 0.05
CHANNELS = (0.2126, 0.7152, 0.0722)  # of relative luminance, WCAG 2.2


def luminance(color: QColor) -> float:
    """Return relative luminance, 0..1. WCAG 2.2."""
    values = color.redF(), color.greenF(), color.blueF()
    linear = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return sum(share * value for share, value in zip(CHANNELS, linear, strict=True))


def ink_on(color: QColor) -> QColor:
    """Return the ink with the more contrast on a color, at least 4.5 to 1 on any."""
    return QColor("#000000" if luminance(color) > MIDDLE else "#FFFFFF")
