"""The background model of Stauffer & Grimson, "Adaptive background mixture models", CVPR 1999.

The paper gives an equation and leaves conventions open; ours: a pixel starts as one component of weight 1
around its first color. A pixel matches the first component, in the order of weight over deviation, whose
squared distance, summed over channels, is below match² variances, and it is background when that component
was among the first B (9) before the frame changed anything. (7) is divided by the number of channels, since
Sigma is the variance times the identity (4), and takes the new mean. A new component takes the last one's
place, whose weight becomes ``weight``; then all are divided by their sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from palette_studio.core.mixture.background_options import BackgroundOptions
from palette_studio.core.tiles import each_block

if TYPE_CHECKING:
    from palette_studio.core.kernels.background import Dials
    from palette_studio.core.kernels.background_look import Looks

ROWS = 32  # a block: a thread's share of a frame at a time
DARKEST = 0.5  # of the ground's light that a shadow leaves, after Prati et al. 2003
NO_SHADOW = 2.0  # more than any share of light
HUE = 8.0  # squared deviations that a shadow may be off the ground's color
AROUND = 9  # pixels a side of what is looked at around a pixel that may have moved
SOLID, MOST = 0.9, 0.6  # shares: of it that is foreground inside of things; of that foreground that moved
SAMPLES = 1200  # pixels, about, that tell the light
FEWEST = 32  # of them that must be good
DARK, BRIGHT = 16, 251  # gray levels between which pixels tell it
MOST_SCALE = 1e9  # of weights, which may then be 1e9 as small as float32 can be
STRAYED = 0.25  # of the light, after which the means are brought to it


class StaufferGrimson:
    """The model of one sequence of frames of one size. State: planes of rows, as the kernels have it."""

    def __init__(self, frame: np.ndarray, options: BackgroundOptions) -> None:
        """frame: (h, w, c) uint8."""
        height, width, self.channels = frame.shape
        # (8) moves means by less than float32 can tell
        dtype = np.float64 if options.rho == "paper" else np.float32
        self.state = np.zeros((height, options.components * (self.channels + 2), width), dtype)
        self.state[:, : self.channels] = frame.transpose(0, 2, 1)
        self.state[:, self.channels :: self.channels + 2] = max(options.variance, options.least)
        self.state[:, self.channels + 1] = 1
        self.light = np.ones(self.channels)
        self.scale = 1.0
        self.least = options.least

    def watch(self, frame: np.ndarray, rate: float, options: BackgroundOptions) -> np.ndarray:
        """Return the (h, w) mask of a frame and learn it, at ``rate``; 0 learns nothing."""
        from palette_studio.core.kernels.background import watched

        light = self.light
        self._follow_light(frame, options, learn=rate > 0)
        height, width, _ = frame.shape
        rows = frame.reshape(height, -1)
        mask = np.empty((height, width), np.uint8)
        self.least = min(self.least, options.least)
        dials, rho = self._dials(rate, options), ("alpha", "weight", "paper").index(options.rho)

        def learn(start: int, stop: int) -> None:
            watched(rows[start:stop], self.state[start:stop], mask[start:stop], dials, rho)

        each_block(height, learn, block=ROWS)
        self._grow(rate)
        if options.spread:
            self._forgive(rows, mask, options)
        if rate == 0:
            self.light = light
        return mask

    def _forgive(self, rows: np.ndarray, mask: np.ndarray, options: BackgroundOptions) -> None:
        """Make background again what only moved: where most of the foreground around did, too.

        Pixels deep inside of foreground are not asked: what only moved is thin.
        """
        import cv2

        from palette_studio.core.kernels.background_look import look_around

        found = (mask == 255).astype(np.uint8)
        around = cv2.boxFilter(found, -1, (AROUND, AROUND), normalize=False)
        asked = found & (around < SOLID * AROUND**2)
        moved = np.zeros_like(mask)
        looks = self._looks(options)

        def look(start: int, stop: int) -> None:
            look_around(rows, self.state, asked, moved, looks._replace(first=start, last=stop))

        each_block(mask.shape[0], look, block=ROWS)
        most = cv2.boxFilter(moved, -1, (AROUND, AROUND), normalize=False) > MOST * around
        mask[most & (moved > 0)] = 0

    def resize(self, components: int) -> None:
        """Have another number of components; where some go, those that stay sum to 1."""
        stride = self.channels + 2
        more = components - self.state.shape[1] // stride
        if more > 0:
            empty = np.zeros((self.state.shape[0], more * stride, self.state.shape[2]), self.state.dtype)
            empty[:, self.channels :: stride] = 1
            self.state = np.concatenate([self.state, empty], axis=1)
        elif more < 0:
            self.state = self.state[:, : components * stride].copy()
            weights = self.state[:, stride - 1 :: stride]
            weights *= self.scale / weights.sum(1, keepdims=True)

    def components(self, x: int, y: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return a pixel's weights (k,), means (k, c) and variances (k,), likeliest first."""
        parts = self.state[y, :, x].reshape(-1, self.channels + 2)
        means = parts[:, : self.channels] * self.light.astype(self.state.dtype)
        return parts[:, -1] / self.scale, means, parts[:, self.channels].copy()

    def background(self, options: BackgroundOptions) -> np.ndarray:
        """Return (h, w, c) floats: the means of the likeliest components."""
        return self.state[:, : self.channels].transpose(0, 2, 1) * self.light

    def _dials(self, rate: float, options: BackgroundOptions) -> Dials:
        from palette_studio.core.kernels.background import Dials

        of = self.state.dtype.type
        return Dials(
            alpha=of(rate),
            before=of(self.scale),
            scale=of(self.scale / (1 - rate)),
            match=of(options.match**2),
            threshold=of(options.threshold),
            variance=of(max(options.variance, options.least)),
            floor=of(options.least),
            least=of(self.least),
            weight=of(options.weight),
            shadow=of(DARKEST if options.shadows and self.channels == 3 else NO_SHADOW),
            hue=of(HUE),
            zero=of(0),
            one=of(1),
            light=tuple(of(value) for value in self.light),
            dark=tuple(of(1 / value) for value in self.light),
            each=(of(1 / self.channels),) * self.channels,
        )

    def _looks(self, options: BackgroundOptions) -> Looks:
        from palette_studio.core.kernels.background_look import Looks

        of = self.state.dtype.type
        return Looks(
            first=0,
            last=0,
            spread=options.spread,
            match=of(options.match**2),
            threshold=of(options.threshold * self.scale),
            zero=of(0),
            light=tuple(of(value) for value in self.light),
        )

    def _grow(self, rate: float) -> None:
        """Let the weights be in units of the new scale; before it is too large for a float, in ones again."""
        self.scale /= 1 - rate
        if self.scale > MOST_SCALE:
            self.state[:, self.channels + 1 :: self.channels + 2] *= self.state.dtype.type(1 / self.scale)
            self.scale = 1.0

    def _follow_light(self, frame: np.ndarray, options: BackgroundOptions, *, learn: bool) -> None:
        """Find the light of the frame over that of the means, by channel: the median of a grid of pixels.

        What strayed far, or is not followed any more, becomes the light of the means.
        """
        if learn and (not options.light or np.abs(np.log(self.light)).max() > STRAYED):
            self._take_light()
        if not options.light:
            return
        step = max(1, int((frame.shape[0] * frame.shape[1] / SAMPLES) ** 0.5))
        rows = columns = slice(step // 2, None, step)
        seen = frame[rows, columns].astype(np.float32)
        known = self.state[rows, : self.channels, columns].transpose(0, 2, 1)
        good = (known > DARK) & (seen > DARK / 4) & (seen < BRIGHT)
        self.light = self.light.copy()
        for c in range(self.channels):
            here = good[..., c]
            if np.count_nonzero(here) > FEWEST:
                self.light[c] = np.median(seen[..., c][here] / known[..., c][here])

    def _take_light(self) -> None:
        """Make the light of the moment that of the means."""
        if (self.light != 1).any():
            parts = self.state.reshape(self.state.shape[0], -1, self.channels + 2, self.state.shape[2])
            parts[:, :, : self.channels] *= self.light.astype(self.state.dtype)[:, None]
            self.light = np.ones(self.channels)
