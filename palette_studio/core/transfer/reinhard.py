"""Reinhard, Ashikhmin, Gooch and Shirley 2001, "Color Transfer between Images": means and deviations."""

from __future__ import annotations

import numpy as np

from palette_studio.core.transfer.spaces import SPACES, Space

FLAT = {"lab": 0.1, "lalphabeta": 1e-3}  # deviations that are none: noise of a channel without color


def reinhard(source: np.ndarray, reference: np.ndarray, space: str = "lab") -> np.ndarray:
    """Return the source with each channel's mean and deviation of the reference (eq. 10 and 11).

    source, reference: (n, 3) float32 sRGB 0..1. space: "lab", or "lalphabeta" as in the paper. Unclipped.
    """
    one: Space = SPACES[space]
    own, other = one.to_place(source), one.to_place(reference)
    (mean, deviation), (mean_wanted, wanted) = _moments(own), _moments(other)
    gain = np.where(deviation > FLAT[space], wanted / np.maximum(deviation, FLAT[space]), 1)
    return one.to_srgb((own - mean) * gain.astype(np.float32) + mean_wanted)


def _moments(places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    mean = places.mean(0, dtype=np.float64)
    return mean.astype(np.float32), places.std(0, dtype=np.float64)
