"""Recoloring by a polyhedron of swatches after Wang, Liu & Xu 2019, "An improved geometric approach for
palette-based image decomposition and recoloring"."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from palette_studio.core.memory import forgets
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.polyhedron import levels_of, mesh_of
from palette_studio.core.recolor.swatches import Moves, color_error, placed
from palette_studio.core.recolor.table import apply_share, apply_table, node_colors
from palette_studio.core.scene import Scene, View
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

KNOWN = 1 << 22  # shares of nodes, size^3 times swatches, up to which they are kept: 16 MB


def recolor(
    pixels: np.ndarray, moves: Moves, view: View, table: int | None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the recolored picture: exact, or by a table of ``table`` nodes an axis.

    Each color goes, in sRGB, as its swatches go, by their shares in it; what it differs from their mixture
    it keeps. Black and white stay where the palette has them not. Each channel ends at 0 and at full.
    """
    found, edited = levels_of(moves)
    if table is None:
        return _exactly(pixels, found, edited - found, tick)
    nodes = _nodes(found, edited - found, table, exact.part(tick, 0.0, 0.3))
    return apply_table(pixels, nodes, table, exact.part(tick, 0.3, 1.0))


def _exactly(pixels: np.ndarray, found: np.ndarray, shifts: np.ndarray, tick: Tick) -> np.ndarray:
    from palette_studio.core.kernels import mean_value

    mesh = tuple(mesh_of(found.tobytes()))

    def colors(part: np.ndarray) -> np.ndarray:
        out = np.empty(part.shape, part.dtype)
        mean_value.recolored(part, mean_value.level_table(part.dtype), mesh, found, shifts, out)
        return out

    edges, inner = len(mesh[7]), len(mesh[10])
    cost = 4 + 2 * edges + len(shifts) * (1 + inner) // 8
    return exact.recolored(pixels, colors, cost, tick)


def _nodes(found: np.ndarray, shifts: np.ndarray, size: int, tick: Tick = no_tick) -> np.ndarray:
    """Return (size^3, 3) recolored node colors, 0..255."""
    from palette_studio.core.kernels import mean_value

    colors, known = node_colors(size), _known(found, size, tick)
    out = np.empty(colors.shape)

    def work(start: int, stop: int) -> None:
        part = slice(start, stop)
        mean_value.recolored_nodes(colors[part], known[part], found, shifts, out[part])

    each_block(len(colors), work, block=8192)
    return out


def _known(found: np.ndarray, size: int, tick: Tick = no_tick) -> np.ndarray:
    """Return (size^3, k) float32 shares of the swatches in the nodes, kept while they are not too many."""
    if size**3 * len(found) > KNOWN:
        return _shares(node_colors(size), found, tick)
    return _known_nodes(found.tobytes(), size)


@lru_cache(maxsize=6)
def _known_nodes(found: bytes, size: int) -> np.ndarray:
    return _shares(node_colors(size), np.frombuffer(found).reshape(-1, 3))


forgets(_known_nodes.cache_clear)


def _shares(colors: np.ndarray, found: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (n, k) float32 shares of (k, 3) distinct swatches, in levels, in (n, 3) colors."""
    from palette_studio.core.kernels import mean_value

    mesh, out = tuple(mesh_of(found.tobytes())), np.empty((len(colors), len(found)), np.float32)
    levels = mean_value.level_table(colors.dtype)

    def work(start: int, stop: int) -> None:
        mean_value.shares(colors[start:stop], levels, mesh, out[start:stop])

    each_block(len(colors), work, tick, 2048)
    return out


def weights(colors: np.ndarray, found: Palette, scene: Scene) -> np.ndarray:
    """Return (n, k) float32 shares of the swatches in (n, 3) uint8 colors; rows sum to 1.

    Swatches of one color share its weight equally.
    """
    centers, place = _centers(found)
    return (_shares(colors, centers) / np.bincount(place).astype(np.float32))[:, place]


def _centers(found: Palette) -> tuple[np.ndarray, np.ndarray]:
    """Return (k, 3) levels of the distinct swatches in the order of ``Moves``, and each swatch's row."""
    lab, place = placed(found)
    return levels_of(Moves(lab, lab, place))[0], place


def membership(pixels: np.ndarray, found: Palette, index: int, view: View) -> np.ndarray:
    """Return (h, w) uint8, 255 where a pixel is all swatch ``index``; from a table of 33 nodes an axis."""
    centers, place = _centers(found)
    shares = _known(centers, 33)[:, place[index]] / np.count_nonzero(place == place[index])
    return apply_share(pixels, shares, 33)


def error(found: Palette, scene: Scene) -> float:
    """Return the root mean square of the scene minus the swatches mixed by their shares, 0..255."""
    return color_error(found, scene, weights)
