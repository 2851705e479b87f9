"""The background model of Zivkovic 2004 and Zivkovic & van der Heijden 2006, with OpenCV's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from palette_studio.core.mixture.background_options import BackgroundOptions
from palette_studio.core.tiles import each_block

if TYPE_CHECKING:
    from palette_studio.core.kernels.background_mog2 import Mog2Dials

ROWS = 32
NEAR = 9.0  # squared deviations within which a pixel belongs to a component
MOST_VARIANCE = 75.0
COMPLEXITY = 0.05  # what a component must have to stay, as a share of what a frame counts
DARKEST = 0.5
NO_SHADOW = 2.0  # more than any share of light


class Mog2:
    """The model of one sequence; it agrees with OpenCV's createBackgroundSubtractorMOG2."""

    def __init__(self, frame: np.ndarray, options: BackgroundOptions) -> None:
        """frame: (h, w, c) uint8, of which only the shape matters."""
        height, width, self.channels = frame.shape
        self.state = np.zeros((height, options.components * (self.channels + 2), width), np.float32)
        self.used = np.zeros((height, width), np.uint8)

    def watch(self, frame: np.ndarray, rate: float, options: BackgroundOptions) -> np.ndarray:
        """Return the (h, w) mask of a frame and learn it, at ``rate``; 0 learns nothing."""
        from palette_studio.core.kernels.background_mog2 import watched_mog2

        height, width, _ = frame.shape
        rows = frame.reshape(height, -1)
        mask = np.empty((height, width), np.uint8)
        dials = self._dials(rate, options)

        def learn(start: int, stop: int) -> None:
            state, used = self.state[start:stop], self.used[start:stop]
            if rate == 0:  # the loop would still round weights anew
                state, used = state.copy(), used.copy()
            watched_mog2(rows[start:stop], state, used, mask[start:stop], dials)

        each_block(height, learn, block=ROWS)
        return mask

    def resize(self, components: int) -> None:
        """Have another number of components at most."""
        stride = self.channels + 2
        more = components - self.state.shape[1] // stride
        if more > 0:
            empty = np.zeros((self.state.shape[0], more * stride, self.state.shape[2]), np.float32)
            self.state = np.concatenate([self.state, empty], axis=1)
        else:
            self.state = self.state[:, : components * stride].copy()
            np.minimum(self.used, components, out=self.used)
            weights = self.state[:, stride - 1 :: stride]
            there = np.arange(components)[:, None] < self.used[:, None]
            weights /= np.maximum((weights * there).sum(1, keepdims=True), np.float32(1e-6))

    def components(self, x: int, y: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the weights (k,), means (k, c) and variances (k,) that a pixel uses, likeliest first."""
        used = slice(0, int(self.used[y, x]))
        parts = self.state[y, :, x].reshape(-1, self.channels + 2)[used].copy()
        return parts[:, -1], parts[:, : self.channels], parts[:, self.channels]

    def _planes(self) -> tuple[np.ndarray, np.ndarray]:
        """Return weights (h, w, k), 0 of unused ones, and means (h, w, k, c)."""
        height, planes, width = self.state.shape
        stride = self.channels + 2
        parts = self.state.reshape(height, planes // stride, stride, width).transpose(0, 3, 1, 2)
        there = np.arange(planes // stride) < self.used[..., None]
        return parts[..., -1] * there, parts[..., : self.channels]

    def background(self, options: BackgroundOptions) -> np.ndarray:
        """Return (h, w, c) floats: the means of background components, by their weights."""
        weights, means = self._planes()
        first = np.cumsum(weights, -1) - weights <= options.threshold
        weights = weights * first
        total = np.maximum(weights.sum(-1, keepdims=True), 1e-6)
        return (means * weights[..., None]).sum(-2) / total

    def _dials(self, rate: float, options: BackgroundOptions) -> Mog2Dials:
        from palette_studio.core.kernels.background_mog2 import Mog2Dials

        of = np.float32
        return Mog2Dials(
            alpha=of(rate),
            keep=of(1) - of(rate),
            match=of(options.match**2),
            near=of(NEAR),
            threshold=of(options.threshold),
            variance=of(options.variance),
            least=of(options.least),
            most=of(MOST_VARIANCE),
            prune=of(-rate * COMPLEXITY),
            shadow=of(DARKEST if options.shadows else NO_SHADOW),
            zero=of(0),
            one=of(1),
            each=(of(1),) * self.channels,
        )
