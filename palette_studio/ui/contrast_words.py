"""Contrast in words, as WCAG 2 has it: never more than a ratio is worth."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from palette_studio.core.palette import Palette, Rgb
from palette_studio.ui.decimals import localized

VERDICTS = {  # in short, and what a ratio is good for
    "AAA": ("AAA", "AAA for text"),
    "AA": ("AA", "AA for text"),
    "AA large": ("large", "AA for large text only"),
    "fails": ("fails", "fails for text"),
}


def ratio_text(ratio: float) -> str:
    """Return one digit, cut: a ratio just below a limit must not look as if it met it."""
    return localized(f"{floor(ratio * 10 + 1e-9) / 10:.1f}")


def short_verdict(ratio: float) -> str:
    """Return "AAA", "AA", "large" (large text only) or "fails"."""
    from palette_studio.core.craft.contrast import verdict

    return _tr(VERDICTS[verdict(ratio)][0])


def words(palette: Palette, text: int, ground: int, ratio: float) -> str:
    """Return "Slate on Sand: 4.6 : 1, AA for text". text, ground: rows of the palette."""
    from palette_studio.core.craft.contrast import verdict

    names = [palette[row].name or palette[row].hex for row in (text, ground)]
    pair = QCoreApplication.translate("Contrast", "%1 on %2").replace("%1", names[0]).replace("%2", names[1])
    return f"{pair}: {ratio_text(ratio)} : 1, {_tr(VERDICTS[verdict(ratio)][1])}"


def ink_on(color: Rgb) -> QColor:
    """Return black or white, whichever reads better."""
    from palette_studio.core.craft.contrast import luminance

    return QColor("#000000" if float(luminance(color)) > 0.179 else "#FFFFFF")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Contrast", text)
