"""The colors of a picture brought to those of another along axes, by their histograms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.tick import Tick
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Rows


@dataclass(frozen=True, eq=False)
class Step:
    """How far colors go. axes, bounds, tables: see kernels.distribution."""

    axes: np.ndarray
    bounds: np.ndarray
    tables: np.ndarray

    def of(self, colors: np.ndarray) -> np.ndarray:
        """Return the displacements of (k, 3) float32 colors."""
        from palette_studio.core.kernels.distribution import step

        out = np.empty_like(colors)
        step(colors, self.axes, self.bounds, self.tables, out)
        return out


@dataclass(frozen=True, eq=False)
class Cloud:
    """Colors, where they have come to be by now, and whom the work on them tells."""

    colors: Colors
    now: Rows
    tick: Tick

    def bounds(self, axes: np.ndarray) -> np.ndarray:
        """Return (3, 2) float32, the least and the most along each axis."""
        from palette_studio.core.kernels.distribution import widen

        def figures(start: int, stop: int) -> np.ndarray:
            found = np.tile(np.array([np.inf, -np.inf], np.float32), (3, 1))
            widen(self.now(start, stop), axes, found)
            return found

        return _widest(self.colors.gathered(figures, self.tick))

    def counts(self, axes: np.ndarray, bounds: np.ndarray, levels: int) -> np.ndarray:
        """Return (3, levels) histograms along the axes."""
        from palette_studio.core.kernels.distribution import count

        def figures(start: int, stop: int) -> np.ndarray:
            found, places = np.zeros((3, levels)), self.now(start, stop)
            count(places, np.ones(len(places), np.float32), axes, bounds, found)
            return found

        return self.colors.gathered(figures, self.tick).sum(0)

    def step_to(self, wanted: Cloud, axes: np.ndarray, levels: int) -> Step:
        """Return the step after which along each axis these colors lie as the wanted ones."""
        from palette_studio.core.kernels.distribution import matched

        bounds = _widest(np.stack([self.bounds(axes), wanted.bounds(axes)]))
        own, other = (each.counts(axes, bounds, levels) for each in (self, wanted))
        return Step(axes, bounds, matched(own, other))


def _widest(bounds: np.ndarray) -> np.ndarray:
    """Return (3, 2) what holds all of (k, 3, 2) bounds."""
    return np.stack([bounds[..., 0].min(0), bounds[..., 1].max(0)], axis=1)
