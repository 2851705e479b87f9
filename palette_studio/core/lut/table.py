"""Lut: colors by a table, as other programs exchange them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FEWEST_NODES, MOST_NODES = 2, 256  # an axis of a cube (Adobe, "Cube LUT Specification 1.0")
MOST_STEPS = 65536  # of a curve (the same)


@dataclass(frozen=True, eq=False)
class Stage:
    """One step of a table: values at places evenly spaced from ``low`` to ``high``, straight in between.

    values: (n, 3) float32, a curve for each channel, or (n, n, n, 3) float32, a cube whose nodes are
    [blue, green, red], as files have them. Read-only; 0 is black, 1 white, other values are allowed.
    low, high: (3,), of each channel; what comes in lower or higher is taken for them.
    Raises ValueError for another shape, dtype or size, numbers that are not finite, or high <= low.
    """

    values: np.ndarray
    low: tuple[float, ...] = (0.0, 0.0, 0.0)
    high: tuple[float, ...] = (1.0, 1.0, 1.0)

    def __post_init__(self) -> None:
        values, most = self.values, MOST_STEPS if self.values.ndim == 2 else MOST_NODES
        count = len(values)
        if values.shape not in ((count, 3), (count, count, count, 3)) or values.dtype != np.float32:
            raise ValueError(f"a stage is (n, 3) or (n, n, n, 3) float32, not {values.shape} {values.dtype}")
        if not FEWEST_NODES <= count <= most:
            raise ValueError(f"a stage of {count}; there are {FEWEST_NODES} to {most}")
        planes = values[None] if values.ndim == 2 else values  # no mask of half a gigabyte
        if not all(np.isfinite(plane).all() for plane in planes):
            raise ValueError("a value is not finite")
        if len(self.low) != 3 or len(self.high) != 3:
            raise ValueError(f"a domain is of three channels, not {self.low} to {self.high}")
        for low, high in zip(self.low, self.high, strict=True):
            if not (high > low and np.isfinite(high - low)):
                raise ValueError(f"a domain from {low:g} to {high:g} is empty")
        if not values.flags.c_contiguous:
            object.__setattr__(self, "values", np.ascontiguousarray(values))
        self.values.flags.writeable = False

    @property
    def of_unit_domain(self) -> bool:
        return set(self.low) == {0.0} and set(self.high) == {1.0}


@dataclass(frozen=True, eq=False)
class Lut:
    """A table of colors: curves, a cube, or curves and then a cube.

    Numbers are sRGB values, 0 black and 1 white. title: what the file calls itself, or "".
    Raises ValueError when both stages are missing, or one has the shape of the other.
    """

    title: str = ""
    curves: Stage | None = None
    cube: Stage | None = None

    def __post_init__(self) -> None:
        if self.curves is None and self.cube is None:
            raise ValueError("a color table has curves, a cube, or both")
        if self.curves is not None and self.curves.values.ndim != 2:
            raise ValueError("curves are (n, 3)")
        if self.cube is not None and self.cube.values.ndim != 4:
            raise ValueError("a cube is (n, n, n, 3)")

    @property
    def kind(self) -> str:
        """ "1-D", "3-D", or "1-D + 3-D"."""
        return " + ".join(n for n, stage in (("1-D", self.curves), ("3-D", self.cube)) if stage is not None)

    @property
    def size(self) -> int:
        """Nodes an axis of the cube; of curves alone, their steps."""
        stage = self.cube or self.curves
        assert stage is not None
        return len(stage.values)


def node_colors(size: int) -> np.ndarray:
    """Return (size, size, size, 3) float32, the colors of a cube's nodes: the cube that changes nothing.

    Raises ValueError for a size outside 2..256.
    """
    if not FEWEST_NODES <= size <= MOST_NODES:
        raise ValueError(f"a cube has {FEWEST_NODES} to {MOST_NODES} nodes an axis, not {size}")
    axis = np.linspace(0, 1, size, dtype=np.float32)
    colors = np.empty((size, size, size, 3), np.float32)
    colors[..., 0], colors[..., 1], colors[..., 2] = axis, axis[:, None], axis[:, None, None]
    return colors
