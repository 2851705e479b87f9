"""Between QImage and arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np


def array_of(image: QImage) -> np.ndarray:
    """Return (h, w, 3|4) uint8, its own memory; with alpha only where the picture uses it."""
    import numpy as np

    alpha = image.hasAlphaChannel()
    picture = image.convertToFormat(QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGB888)
    channels = 4 if alpha else 3
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * channels].reshape(picture.height(), picture.width(), channels).copy()


def image_of(pixels: np.ndarray) -> QImage:
    """Return a picture that looks at the memory of ``pixels``: (h, w, 3|4) uint8."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    return QImage(pixels.data, width, height, pixels.strides[0], kind)
