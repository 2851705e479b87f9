"""Densities as pictures: in one gray, or every cell in its own color, clear where no pixel stands."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from palette_studio.core.density import Density

FAINTEST = 44  # of 255: a single pixel can be seen
GRAY_SHARE = 0.55  # of the opacity: what was stands back behind what is
USUAL_MOST = 0.985  # of the filled cells have less than what is drawn solid
APART = 60  # of 255: how much a cell differs from the ground in luma
LUMA = np.array([0.2126, 0.7152, 0.0722])  # ITU-R BT.709-6, item 3.2


def own_colors(density: Density, ground: QColor, log: bool) -> QImage:
    """Return a picture whose cells have their mean colors, lighter or darker where the ground hid them.

    That shifts all channels alike: in the plane of video they stay where they are.
    """
    filled = density.counts > 0
    rgba = np.zeros((*density.counts.shape, 4), np.uint8)
    colors = density.colors[filled].astype(np.float32)
    luma, back = colors @ LUMA.astype(np.float32), ground.red()
    if back < 60:
        shift = np.maximum(back + APART - luma, 0)
    elif back > 180:
        shift = np.minimum(back - APART - luma, 0)
    else:
        off = luma - back
        shift = np.where(off < 0, np.minimum(-APART * 0.7 - off, 0), np.maximum(APART * 0.7 - off, 0))
    rgba[filled, :3] = np.clip(colors + shift[:, None], 0, 255)
    rgba[filled, 3] = _opacity(density.counts[filled], log)
    return _image(rgba)


def tinted(density: Density, ink: QColor, log: bool) -> QImage:
    """Return a picture in one gray."""
    filled = density.counts > 0
    rgba = np.zeros((*density.counts.shape, 4), np.uint8)
    rgba[filled, :3] = (ink.red(), ink.green(), ink.blue())
    rgba[filled, 3] = _opacity(density.counts[filled], log) * GRAY_SHARE
    return _image(rgba)


def _opacity(counts: np.ndarray, log: bool) -> np.ndarray:
    """Return 0..255. counts: all above 0."""
    if not len(counts):
        return np.zeros(0)
    most = max(float(np.quantile(counts, USUAL_MOST)), 2.0)
    share = np.log1p(counts) / np.log1p(most) if log else np.sqrt(counts / most)
    return FAINTEST + (255 - FAINTEST) * np.minimum(share, 1)


def _image(rgba: np.ndarray) -> QImage:
    height, width = rgba.shape[:2]
    return QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
