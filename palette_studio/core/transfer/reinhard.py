"""Reinhard, Ashikhmin, Gooch and Shirley 2001, "Color Transfer between Images": means and deviations."""

from __future__ import annotations

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Recolor
from palette_studio.core.transfer.spaces import SPACES, Space

FLAT = {"lab": 0.1, "lalphabeta": 1e-3}  # deviations that are none: noise of a channel without color


def reinhard(source: Colors, reference: Colors, tick: Tick = no_tick, *, space: str = "lab") -> Recolor:
    """Return what gives the source each channel's mean and deviation of the reference (eq. 10 and 11).

    space: "lab", or "lalphabeta" as in the paper. Unclipped.
    """
    one: Space = SPACES[space]
    mean, deviation = _moments(source, one, tick)
    mean_wanted, wanted = _moments(reference, one, tick)
    gain = np.where(deviation > FLAT[space], wanted / np.maximum(deviation, FLAT[space]), 1)
    gain = gain.astype(np.float32)
    return lambda colors: one.to_srgb((one.to_place(colors) - mean) * gain + mean_wanted)


def _moments(colors: Colors, space: Space, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    mean, covariance = colors.moments(space.to_place, tick)
    return mean.astype(np.float32), np.sqrt(np.maximum(np.diag(covariance), 0))
