"""Background models: what in a sequence of frames moves, and what stands behind it."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from palette_studio.core.mixture.background_options import BackgroundOptions, options_of
from palette_studio.core.mixture.mog2 import Mog2
from palette_studio.core.mixture.stauffer_grimson import StaufferGrimson
from palette_studio.core.tiles import to_8_bit

FOREGROUND, SHADOW, BACKGROUND = 255, 127, 0  # in masks
MOST_RATE = 0.999  # 1 would leave nothing of what was
MODELS = {"stauffer-grimson": StaufferGrimson, "mog2": Mog2}


class PixelGaussians(NamedTuple):
    """The components of one pixel: weights (k,), means (k, c), variances (k,), and which are background."""

    weights: np.ndarray
    means: np.ndarray
    variances: np.ndarray
    background: np.ndarray


class BackgroundMixture:
    """A mixture of Gaussians for every pixel that learns what the background is, frame by frame.

    Used as OpenCV's subtractors are. Arguments are the fields of BackgroundOptions, by keyword. Frames go
    through on all cores; masks do not depend on how many there are.
    """

    def __init__(self, **options: Any) -> None:
        """Raise ValueError for a value without meaning, TypeError for an option there is not."""
        self._given = options
        self._options = options_of(options)
        self._model: StaufferGrimson | Mog2 | None = None
        self._shape: tuple[int, ...] = ()
        self._count = 0

    @property
    def options(self) -> BackgroundOptions:
        """All options, those not given as they are usual."""
        return self._options

    def change(self, **options: Any) -> None:
        """Have other options from the next frame on; with another method or rho it starts anew.

        Fewer components drop the least probable. Raises as the constructor does, and changes nothing then.
        """
        given = self._given | options
        full, before = options_of(given), self._options
        self._given, self._options = given, full
        if (full.method, full.rho) != (before.method, before.rho):
            self._model = None
        elif self._model is not None and full.components != before.components:
            self._model.resize(full.components)

    def apply(self, frame: np.ndarray, learning_rate: float = -1) -> np.ndarray:
        """Return what moves, (h, w) uint8: 255 foreground, 127 shadow, 0 background; and learn the frame.

        frame: (h, w) or (h, w, 3) uint8; uint16 is taken as round(v / 257). learning_rate: what the frame
        counts, 0..1; negative is the option alpha, 0 learns nothing and changes no later mask, and 1 forgets
        all and begins with this frame, which may have another size.
        Raises ValueError for a frame of another kind, or of another size than those before it.
        """
        if not learning_rate <= 1:  # not a number, too
            raise ValueError(f"learning_rate is 0 to 1, or negative for automatic, not {learning_rate}")
        frame = _checked(frame)
        model = None if learning_rate == 1 else self._model
        if model is None:
            self._model = model = MODELS[self._options.method](_deep(frame), self._options)
            self._shape, self._count = frame.shape, 0
        elif frame.shape != self._shape:
            raise ValueError(
                f"this frame is {_said(frame.shape)}, those before it {_said(self._shape)}. Give frames of "
                "one size, or begin anew with learning_rate=1."
            )
        rate = self._rate(learning_rate)
        self._count += rate > 0
        return model.watch(_deep(frame), rate, self._options)

    def background(self) -> np.ndarray:
        """Return the picture of what stands behind, (h, w) or (h, w, 3) uint8 as the frames are.

        Raises ValueError before the first frame.
        """
        pixels = np.rint(self._seen().background(self._options)).clip(0, 255).astype(np.uint8)
        return pixels.reshape(self._shape)

    def gaussians(self, x: int, y: int) -> PixelGaussians:
        """Return the components of the pixel in column x, row y; those in use, likeliest first.

        Raises ValueError before the first frame and outside of the picture.
        """
        model = self._seen()
        if not (0 <= y < self._shape[0] and 0 <= x < self._shape[1]):
            raise ValueError(f"there is no pixel ({x}, {y}) in a picture of {_said(self._shape)}")
        weights, means, variances = model.components(x, y)
        used = weights > 0
        weights = weights[used]
        first = np.cumsum(weights) - weights <= self._options.threshold
        return PixelGaussians(weights, means[used], variances[used], first)

    def _rate(self, learning_rate: float) -> float:
        """Return what the next frame counts."""
        if learning_rate >= 0 and self._count > 0:
            return min(learning_rate, MOST_RATE)
        if not self._options.warm_up:
            return self._options.alpha
        frames = self._count + 1
        return max(self._options.alpha, 1 / (2 * frames if self._options.method == "mog2" else frames + 1))

    def _seen(self) -> StaufferGrimson | Mog2:
        if self._model is None:
            raise ValueError("no frame has been seen yet; give one to apply() first")
        return self._model


def despeckled(mask: np.ndarray, median: int = 0) -> np.ndarray:
    """Return a mask without foreground in groups of 1 or 2 pixels, which the paper ignores too.

    mask: (h, w) uint8 as ``apply`` gives it; groups touch by sides or corners and become background.
    median: 3, 5 or 7 filters the mask instead, over so many pixels a side; 0 does not.
    Raises ValueError for another median.
    """
    import cv2

    if median not in (0, 3, 5, 7):
        raise ValueError(f"median is 0 (none), 3, 5 or 7, not {median!r}")
    if median:
        return cv2.medianBlur(mask, median)
    solid = (mask == FOREGROUND).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    small = stats[:, cv2.CC_STAT_AREA] <= 2
    small[0] = False
    return np.where(small[labels], np.uint8(BACKGROUND), mask)


def _checked(frame: np.ndarray) -> np.ndarray:
    frame = np.asarray(frame)
    if frame.ndim not in (2, 3) or (frame.ndim == 3 and frame.shape[2] != 3) or 0 in frame.shape:
        raise ValueError(f"a frame is (h, w) or (h, w, 3) and not empty, not {frame.shape}")
    if frame.dtype not in (np.uint8, np.uint16):
        raise ValueError(
            f"a frame is uint8, 0 to 255, not {frame.dtype}. Scale it to 0 to 255, round it and convert it."
        )
    frame = np.ascontiguousarray(to_8_bit(frame)).view()
    frame.flags.writeable = False  # kernels are compiled for one kind of array
    return frame


def _deep(frame: np.ndarray) -> np.ndarray:
    return frame if frame.ndim == 3 else frame[..., None]


def _said(shape: tuple[int, ...]) -> str:
    return f"{shape[1]} × {shape[0]} pixels in {'gray' if len(shape) == 2 else 'color'}"
