"""The samples' own place and unit: in it, a fit is the same for any offset and any unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from palette_studio.core.mixture.components import Components


@dataclass(frozen=True, eq=False)
class Scale:
    """center: (d,) the weighted mean. unit: the root of the mean variance of the features."""

    center: np.ndarray
    unit: float

    @classmethod
    def of(cls, samples: np.ndarray, weight: np.ndarray) -> Scale:
        """Return the scale of (n, d) samples; where they do not differ, a unit they have by their size."""
        middle = samples.astype(float).mean(axis=0)  # so that a far offset costs the mean no digits
        off = samples - middle
        shift = np.average(off, axis=0, weights=weight)
        off -= shift
        unit = float(np.sqrt(np.average(np.square(off).mean(axis=1), weights=weight)))
        if not unit > np.abs(middle).max() * 1e-15:
            unit = float(np.abs(middle).max()) or 1.0
        return cls(middle + shift, unit)

    @property
    def log_volume(self) -> float:
        """The log of the samples' unit to their dimension: densities in units are so much higher."""
        return len(self.center) * float(np.log(self.unit))

    def in_units(self, samples: np.ndarray) -> np.ndarray:
        return (samples - self.center) / self.unit

    def components_in_units(self, there: Components) -> Components:
        return replace(there, means=self.in_units(there.means), factors=there.factors * self.unit)

    def components_in_samples(self, units: Components) -> Components:
        return replace(units, means=units.means * self.unit + self.center, factors=units.factors / self.unit)
