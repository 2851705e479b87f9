"""Cube: the nearest palette color of each of the 16.7 million 8-bit colors, ready to be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from palette_studio.core.nearest.metrics import MOST_IN_CUBE, space_of
from palette_studio.core.nearest.solving import AFTER_MOVES, AT_ONCE, Solver, solve, solver_of
from palette_studio.core.nearest.store import BLOCK, CELLS, Full, Store
from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block


@dataclass(frozen=True, eq=False)
class Cube:
    """An exact table of 256^3 answers in two levels, see kernels.nearest_blocks.

    colors: (k, 3) uint8. top: (32768,) uint32. store: where its cells with more than one answer lie, shared
    with the cubes it came of. A cube never changes: others may come of it while threads look up in it.
    """

    colors: np.ndarray
    metric: str
    top: np.ndarray
    store: Store

    @classmethod
    def build(
        cls,
        palette: Palette | np.ndarray | Sequence[Sequence[int]],
        metric: str = "rgb",
        tick: Tick = no_tick,
    ) -> Cube:
        """Return the cube of a palette or of (k, 3) colors 0..255, k from 1 to 256; ties to the lower index.

        metric: a name in METRICS. Boxes of colors are halved; whoever cannot be nearest in a box is not
        asked for in its halves. Raises ValueError for other colors or metrics.
        """
        space_of(metric)
        colors = checked_colors(palette)
        top, store = np.empty(CELLS, np.uint32), Store()
        solve(solver_of(colors, metric, -1, colors[:1]), AT_ONCE[metric], top, store, tick)
        return _cube(colors, metric, top, store)

    def moved(self, index: int, color: Sequence[int], tick: Tick = no_tick) -> Cube:
        """Return the cube of the palette with another color at ``index``; this one stays as it is.

        Only cells are visited in which the color was or becomes the nearest. Both share what did not change:
        a drag leaves its blocks in the store until it is full and the cube moves to another. Any thread may
        call. Raises ValueError or IndexError when there is no such color or place.
        """
        if not 0 <= index < len(self.colors):
            raise IndexError(f"there is no color {index} among {len(self.colors)}")
        colors = self.colors.copy()
        colors[index] = checked_colors([color])[0]
        if (colors == self.colors).all():
            return self
        solver = solver_of(colors, self.metric, index, self.colors[index : index + 1])
        try:
            return self._solved(colors, solver, tick)
        except Full:
            return self._in_new_store()._solved(colors, solver, tick)

    def map(self, pixels: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """Return (h, w) uint8, read-only: the index of the nearest color of (h, w, 3|4) uint8 pixels.

        Raises ValueError for another shape or dtype.
        """
        from palette_studio.core.kernels.nearest_blocks import mapped

        pixels = _checked_pixels(pixels)
        out = np.empty(pixels.shape[:2], np.uint8)
        each_block(len(out), lambda a, b: mapped(pixels[a:b], *self.table, out[a:b]), tick, _rows(pixels))
        out.flags.writeable = False
        return out

    def painted(self, pixels: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """Return the picture in the palette's colors, like pixels, (h, w, 3|4) uint8, read-only.

        Alpha is copied. Raises ValueError for another shape or dtype.
        """
        from palette_studio.core.kernels import nearest_blocks

        pixels = _checked_pixels(pixels)
        out = np.empty_like(pixels)

        def work(start: int, stop: int) -> None:
            nearest_blocks.painted(pixels[start:stop], *self.table, self.colors, out[start:stop])

        each_block(len(out), work, tick, _rows(pixels))
        out.flags.writeable = False
        return out

    def spread(self, tick: Tick = no_tick) -> np.ndarray:
        """Return all answers, (256, 256, 256) uint8, at [r, g, b]."""
        from palette_studio.core.kernels.nearest_blocks import spread

        out = np.empty((256, 256, 256), np.uint8)
        each_block(256, lambda a, b: spread(*self.table, a, b, out), tick, 8)
        return out

    def save(self, path: str | Path) -> None:
        """Write the cube, whole or not at all. Raises FileError when that cannot be."""
        from palette_studio.core.files.atomic import write_atomically
        from palette_studio.core.nearest.cube_file import encoded

        write_atomically(path, encoded(self.colors, self.metric, *self.packed()))

    @classmethod
    def load(cls, path: str | Path) -> Cube:
        """Return the cube that was saved. Raises FileError when it cannot be read, or has been damaged."""
        from palette_studio.core.nearest.cube_file import read

        colors, metric, numbers, blocks = read(Path(path))
        return _cube(colors, metric, *unpacked(numbers, blocks))

    @property
    def table(self) -> tuple[np.ndarray, np.ndarray]:
        """The two levels as the kernels take them: ``top`` and the bytes of ``store``."""
        return self.top, self.store.bytes

    def packed(self) -> tuple[np.ndarray, np.ndarray]:
        """Return what belongs to this cube alone: (32768,) uint16 and (n, 512) uint8.

        The first has an answer for each cell, or 256 + the row of the second that holds its answers.
        """
        from palette_studio.core.kernels.nearest_blocks import gathered

        numbers = np.empty(CELLS, np.uint16)
        blocks = np.empty((np.count_nonzero(self.top >= BLOCK), BLOCK), np.uint8)
        gathered(*self.table, numbers, blocks)
        return numbers, blocks

    def _solved(self, colors: np.ndarray, solver: Solver, tick: Tick) -> Cube:
        top = self.top.copy()
        solve(solver, AT_ONCE[self.metric] * AFTER_MOVES, top, self.store, tick)
        return _cube(colors, self.metric, top, self.store)

    def _in_new_store(self) -> Cube:
        top, store = unpacked(*self.packed())
        return replace(self, top=top, store=store)


def unpacked(numbers: np.ndarray, blocks: np.ndarray) -> tuple[np.ndarray, Store]:
    """Return ``top`` and a store of their own for what ``Cube.packed`` returned."""
    store = Store()
    first = store.claim(len(blocks))
    store.bytes[first * BLOCK : (first + len(blocks)) * BLOCK] = blocks.reshape(-1)
    wide = numbers.astype(np.uint32)
    return np.where(wide < 256, wide, (wide - 256 + first) * BLOCK).astype(np.uint32), store


def checked_colors(palette: Palette | np.ndarray | Sequence[Sequence[int]]) -> np.ndarray:
    """Return (k, 3) uint8 of a palette or colors. Raises ValueError when a cube cannot hold them."""
    colors = palette.colors if isinstance(palette, Palette) else np.asarray(palette)
    if colors.ndim != 2 or colors.shape[1] != 3 or not 1 <= len(colors) <= MOST_IN_CUBE:
        raise ValueError(f"a cube holds (k, 3) colors with k in 1..{MOST_IN_CUBE}, not {colors.shape}")
    if colors.min() < 0 or colors.max() > 255:
        raise ValueError(f"colors are 0..255, not {colors.min()}..{colors.max()}")
    return colors.astype(np.uint8)


def _checked_pixels(pixels: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to: kernels are compiled for one kind of array."""
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype != np.uint8:
        raise ValueError(f"a cube maps (h, w, 3|4) uint8 pixels, not {pixels.shape} {pixels.dtype}")
    view = np.ascontiguousarray(pixels).view()
    view.flags.writeable = False
    return view


def _rows(pixels: np.ndarray) -> int:
    return max(1, (1 << 17) // max(1, pixels.shape[1]))


def _cube(colors: np.ndarray, metric: str, top: np.ndarray, store: Store) -> Cube:
    colors.flags.writeable = top.flags.writeable = False
    return Cube(colors, metric, top, store)
