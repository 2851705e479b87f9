"""Color tables: colors by interpolation between nodes, as other programs exchange them."""

from palette_studio.core.lut.building import LutError, PaletteEdit, lut_error, lut_of
from palette_studio.core.lut.grading import graded
from palette_studio.core.lut.table import Lut, Stage, node_colors

__all__ = ["Lut", "LutError", "PaletteEdit", "Stage", "graded", "lut_error", "lut_of", "node_colors"]
