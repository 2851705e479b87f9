"""Displacements by color alone: like colors move alike, wherever in the picture they are."""

from __future__ import annotations

import numpy as np

CELL, WIDTH = 6.0, 8.0  # Lab units: of the grid, and of the kernel's deviation


class ByColor:
    """A grid over the colors of a picture, on which displacements are averaged (as in a bilateral grid).

    lab: (h, w, 3) float32; weight: (h, w), what each pixel counts.
    """

    def __init__(self, lab: np.ndarray, weight: np.ndarray) -> None:
        from scipy.sparse import csr_array

        places = lab.reshape(-1, 3) / CELL
        places = places - (np.floor(places.min(0)) - 1)
        self._shape = tuple(int(most) + 3 for most in places.max(0))
        first = np.floor(places).astype(np.int64)
        rest = places - first
        cells, shares = [], []
        for corner in range(8):
            bits = np.array([corner >> 2, corner >> 1 & 1, corner & 1])
            cells.append(np.ravel_multi_index(tuple((first + bits).T), self._shape))
            shares.append(np.where(bits, rest, 1 - rest).prod(1))
        count = len(places)
        rows = np.repeat(np.arange(count), 8)
        parts = np.stack(shares, 1).ravel().astype(np.float32), (rows, np.stack(cells, 1).ravel())
        self._slice = csr_array(parts, (count, int(np.prod(self._shape))))
        self._splat = csr_array(self._slice.T)
        self._weight = weight.reshape(-1, 1)
        self._mass = self._blurred(self._weight) + 1e-6

    def smooth(self, field: np.ndarray) -> np.ndarray:
        """Return the field (h, w, 3) with every displacement the mean of those of like colors."""
        grid = self._blurred(self._weight * field.reshape(-1, 3)) / self._mass
        return (self._slice @ grid).reshape(field.shape)

    def _blurred(self, values: np.ndarray) -> np.ndarray:
        """Return (cells, c) sums over pixels, spread out among near colors."""
        from scipy.ndimage import gaussian_filter

        grid = (self._splat @ values).reshape(*self._shape, -1)
        spread = gaussian_filter(grid, (WIDTH / CELL,) * 3 + (0,), mode="constant", truncate=3)
        return spread.reshape(-1, values.shape[1]).astype(np.float32)
