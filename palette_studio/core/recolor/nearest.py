"""Recoloring by nearest swatch: each pixel moves in Lab as the swatch nearest to it does."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.memory import forgets
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.swatches import Moves, color_error, placed
from palette_studio.core.recolor.table import node_colors, packed_words
from palette_studio.core.scene import Scene, View
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block


def recolor(
    pixels: np.ndarray, moves: Moves, view: View, table: int | None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the recolored picture. Ties go to the darker swatch.

    Colors that leave the gamut go toward the gray of their lightness until they fit. With a table each
    moved swatch has one of its own, and every pixel's nearest swatch is exact, so no border is smeared;
    16-bit pixels are always exact.
    """
    from palette_studio.core.kernels import labels, light

    if table is not None and pixels.dtype == np.uint8 and len(moves.found) < labels.UNKNOWN:
        return _by_tables(pixels, moves, table, tick)
    shifts = moves.edited - moves.found

    def colors(part: np.ndarray) -> np.ndarray:
        out = np.empty(part.shape, part.dtype)
        labels.shifted(part, light.linear_table(part.dtype), moves.found, shifts, out)
        return out

    return exact.recolored(pixels, colors, 4 + len(shifts) // 8, tick)


def _by_tables(pixels: np.ndarray, moves: Moves, size: int, tick: Tick) -> np.ndarray:
    from palette_studio.core.kernels import labels
    from palette_studio.core.kernels.table import steps_of

    moved = np.flatnonzero(moves.moved)
    which = np.full(len(moves.found), -1)
    which[moved] = np.arange(len(moved))
    tables = np.stack([_table(moves.edited[i] - moves.found[i], size) for i in moved])
    steps, cube, out = steps_of(size), _cube(moves.found.tobytes()), np.empty_like(pixels)

    def work(start: int, stop: int) -> None:
        part = pixels[start:stop]
        labels.shifted_pixels(part, moves.found, cube, which, tables, steps, size, out[start:stop])

    each_block(len(pixels), work, tick)
    return out


def _table(shift: np.ndarray, size: int) -> np.ndarray:
    from palette_studio.core.kernels import labels

    lab = _node_lab(size)
    nodes = np.empty(lab.shape)
    each_block(len(lab), lambda a, b: labels.shifted_nodes(lab[a:b], shift, nodes[a:b]), block=2048)
    return packed_words(nodes, size)


@cache
def _node_lab(size: int) -> np.ndarray:
    return srgb_to_lab(node_colors(size) / 255)


@lru_cache(maxsize=1)
def _cube(centers: bytes) -> np.ndarray:
    """Return (2^24,) uint8: what is known of each color's nearest swatch; filled as colors are met."""
    from palette_studio.core.kernels.cube import PLACES
    from palette_studio.core.kernels.labels import UNKNOWN

    return np.full(PLACES, UNKNOWN, np.uint8)


forgets(_cube.cache_clear)


def weights(colors: np.ndarray, found: Palette, scene: Scene) -> np.ndarray:
    """Return (n, k) float32: 1 at the nearest swatch; swatches of one color share equally."""
    centers, place = placed(found)
    label = _labels(colors, centers)
    share = (1 / np.bincount(place)).astype(np.float32)
    return np.where(label[:, None] == place[None], share[place], np.float32(0))


def _labels(colors: np.ndarray, centers: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels import labels, light

    label = np.empty(len(colors), np.uint8)
    light_of = light.linear_table(colors.dtype)

    def work(start: int, stop: int) -> None:
        labels.labeled(colors[start:stop], light_of, centers, label[start:stop])

    each_block(len(colors), work, block=1 << 14)
    return label


def membership(pixels: np.ndarray, found: Palette, index: int, view: View) -> np.ndarray:
    """Return (h, w) uint8, 255 where swatch ``index`` is the nearest; swatches of one color share equally."""
    from palette_studio.core.kernels import labels

    centers, place = placed(found)
    out = np.empty(pixels.shape[:2], np.uint8)
    if len(centers) >= labels.UNKNOWN:
        colors = np.ascontiguousarray(pixels[..., :3]).reshape(-1, 3)
        colors.flags.writeable = False
        out[:] = _labels(colors, centers).reshape(out.shape)
    else:
        cube = _cube(centers.tobytes())
        each_block(len(out), lambda a, b: labels.labeled_pixels(pixels[a:b], centers, cube, out[a:b]))
    row = place[index]
    return np.where(out == row, np.uint8(255 // np.count_nonzero(place == row)), np.uint8(0))


def error(found: Palette, scene: Scene) -> float:
    """Return the root mean square of the scene minus the swatches mixed by their shares, 0..255."""
    return color_error(found, scene, weights)
