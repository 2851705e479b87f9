"""Blue noise: a pattern without low frequencies, made by void and cluster and shipped as a picture.

Make it again: python -c "from palette_studio.core.dither.blue_noise import make; make('OUT.png')"
"""

from __future__ import annotations

from functools import cache

import numpy as np

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.resources import resource

SIZE, SEED, SIGMA_PX = 128, 1, 1.5  # Ulichney 1993 recommends 1.5
FIRST = 0.1  # share of pixels in the first pattern


@cache
def blue_noise() -> np.ndarray:
    """Return (128, 128) ranks 0 .. 16383 of the shipped pattern; it tiles."""
    import cv2

    data = np.frombuffer(resource("dither/blue-noise-128.png").read_bytes(), np.uint8)
    ranks = np.asarray(cv2.imdecode(data, cv2.IMREAD_UNCHANGED), np.int64)
    ranks.flags.writeable = False
    return ranks


def void_and_cluster(size: int, seed: int = SEED) -> np.ndarray:
    """Return (size, size) ranks of a pattern that looks even at every threshold, and tiles.

    Ulichney 1993, "The void-and-cluster method for dither array generation": a random pattern is evened out
    by moving its tightest cluster into its largest void; taking clusters away ranks it downward, filling
    voids ranks the rest upward. Ties go to the first place.
    """
    field = _Field(size)
    start = np.random.default_rng(seed).permutation(size * size)[: max(1, round(FIRST * size * size))]
    for place in start:
        field.flip(int(place))
    while True:
        cluster = field.cluster()
        field.flip(cluster)
        void = field.void()
        field.flip(void)
        if void == cluster:
            break
    ranks, pattern = np.empty(size * size, np.int64), field.copy()
    for rank in range(len(start) - 1, -1, -1):
        place = field.cluster()
        field.flip(place)
        ranks[place] = rank
    for rank in range(len(start), size * size):
        place = pattern.void()
        pattern.flip(place)
        ranks[place] = rank
    return ranks.reshape(size, size)


class _Field:
    """A pattern of ones and how crowded each place is: a Gaussian around every one, wrapping around."""

    def __init__(self, size: int) -> None:
        away = np.minimum(np.arange(size), size - np.arange(size)) ** 2
        self._bump = np.exp(-(away[:, None] + away[None]) / (2 * SIGMA_PX**2))
        self._ones = np.zeros(size * size, bool)
        self._crowd = np.zeros((size, size))
        self._size = size

    def copy(self) -> _Field:
        twin = _Field(self._size)
        twin._ones, twin._crowd = self._ones.copy(), self._crowd.copy()
        return twin

    def flip(self, place: int) -> None:
        bump = np.roll(self._bump, divmod(place, self._size), axis=(0, 1))
        self._crowd += -bump if self._ones[place] else bump
        self._ones[place] = not self._ones[place]

    def cluster(self) -> int:
        return int(np.where(self._ones, self._crowd.reshape(-1), -np.inf).round(9).argmax())

    def void(self) -> int:
        return int(np.where(self._ones, np.inf, self._crowd.reshape(-1)).round(9).argmin())


def make(path: str) -> None:
    """Write the pattern as a 16-bit PNG of its ranks."""
    import cv2

    _, data = cv2.imencode(".png", void_and_cluster(SIZE).astype(np.uint16))
    write_atomically(path, data.tobytes())
