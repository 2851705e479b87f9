"""Words for a color that was wished for and that sRGB does not have: where it lies, what was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from palette_studio.core.palette import Rgb, hex_of
from palette_studio.ui.decimals import decimal
from palette_studio.ui.theme import READOUT_PX, sized

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.craft.reach import Reach

UNSEEN = 0.3  # CIEDE2000; the digits that are shown put a color outside by up to 0.27


class GamutNote(QWidget):
    """Hidden until a wish leaves sRGB, and again once the swatch has another color."""

    color_requested = Signal(tuple)
    came = Signal()  # or went: there is another room for what stands beside it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: Rgb | None = None
        self._reach: Reach | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.words = QLabel(self)
        self.words.setFont(sized(self.font(), READOUT_PX))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.nearest = QToolButton(self)
        self.nearest.setText(self.tr("Nearest"))
        self.nearest.setAccessibleName(self.tr("Nearest in sRGB"))
        self.nearest.setToolTip(self.tr("Take the color of sRGB that differs least"))
        self.nearest.clicked.connect(self._on_nearest)
        row.addWidget(self.words, 1)
        row.addWidget(self.nearest, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def wish_text(self, text: str, taken: Rgb) -> None:
        """text: a color as it was typed. taken: what it became."""
        from palette_studio.core.color_text import unbounded_color

        self._tell(unbounded_color(text), taken)

    def wish(self, space: str, numbers: tuple[float, ...], taken: Rgb) -> None:
        """space: as ``ui.spaces`` names it; RGB and HSV cannot leave sRGB."""
        import numpy as np

        from palette_studio.core import color

        unbounded = {"Lab": color.lab_to_srgb, "OKLCH": color.oklch_to_srgb}.get(space)
        if unbounded is None:
            self._come(False)
        else:
            self._tell(unbounded(np.array(numbers)), taken)

    def set_color(self, rgb: Rgb | None) -> None:
        """Take note of what color the swatch has now."""
        if rgb != self._taken:
            self._come(False)

    def _tell(self, srgb: np.ndarray, taken: Rgb) -> None:
        from palette_studio.core.craft.reach import reach
        from palette_studio.ui.reach import in_srgb

        self._taken, self._reach = taken, reach(srgb)
        outside = not in_srgb(srgb) and self._reach.difference >= UNSEEN
        if outside:
            self._say()
        self._come(outside)

    def _come(self, on: bool) -> None:
        if on == self.isHidden():
            self.setVisible(on)
            self.came.emit()

    def _say(self) -> None:
        found = self._reach
        assert found is not None
        if found.inside:
            where = self.tr("Outside sRGB, inside %1.").replace("%1", found.inside[0])
        else:
            where = self.tr("Outside sRGB, and Rec. 2020 too.")
        off = decimal(found.difference, 1)
        if self._taken == found.alike:
            how = self.tr("Taken: the nearest, ΔE %1.").replace("%1", off)
        else:
            how = self.tr("Taken with less chroma.")
        self.words.setText(f"{where}\n{how}")
        self.words.setToolTip(found.words)
        self.nearest.setVisible(self._taken != found.alike)
        tip = self.tr("Nearest in sRGB: %1, which differs least from it (ΔE %2)")
        self.nearest.setToolTip(tip.replace("%1", hex_of(found.alike)).replace("%2", off))

    def _on_nearest(self) -> None:
        if self._reach is not None:
            self._taken = self._reach.alike
            self._say()
            self.color_requested.emit(self._taken)
