"""Recoloring by radial basis functions after Chang et al. 2015, "Palette-based Photo Recoloring"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from palette_studio.core.memory import forgets
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.swatches import Moves, color_error, lightness_order, placed
from palette_studio.core.recolor.table import apply_share, apply_table, node_colors
from palette_studio.core.scene import Scene, View
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

FINE, COARSE = 8192, 512  # steps of lightness at which the way to the gamut's edge is known, linear between
KNOWN = 65  # tables smaller than this keep what they know of their nodes: 2.6 MB for 33 and 6 swatches


class Plan(NamedTuple):
    """What the kernel needs to know of an edit. Lab throughout.

    centers: (k, 3). blend: (k, k) of eq. 5. gain: 1 / (2 sigma^2). moved: (m,) rows of swatches whose ab
    moves, shifts: (m, 2) by how much. knots, rises: (q,) lightnesses and by how much they rise.
    way: (m, r, 3) how far each can go in the gamut, by lightness (see kernels.chang.ways).
    """

    centers: np.ndarray
    blend: np.ndarray
    gain: float
    moved: np.ndarray
    shifts: np.ndarray
    knots: np.ndarray
    rises: np.ndarray
    way: np.ndarray


def plan_of(moves: Moves, fine: int, tick: Tick = no_tick) -> Plan:
    """Return the plan of an edit, its ways in steps of 100 / ``fine`` of lightness."""
    from palette_studio.core.kernels import chang

    moved = np.flatnonzero((moves.found[:, 1:] != moves.edited[:, 1:]).any(axis=1))
    knots, rises = _lightness_knots(moves)
    shifts = np.ascontiguousarray((moves.edited - moves.found)[moved, 1:])
    way = np.empty((len(moved), fine + 1, 3))
    ab = np.ascontiguousarray(moves.found[moved, 1:])
    each_block(fine + 1, lambda a, b: chang.ways(ab, shifts, a, b, way), tick, 256)
    # Between two columns a swatch can go farther than a line says, never less far than either: said to go
    # less far, it still lands where it should.
    around = np.pad(way[..., 0], ((0, 0), (1, 1)), "edge")
    way[..., 0] = np.minimum(np.minimum(around[:, :-2], around[:, 1:-1]), around[:, 2:])
    return Plan(moves.found, *_basis(moves.found), moved, shifts, knots, rises, way)


def _lightness_knots(moves: Moves) -> tuple[np.ndarray, np.ndarray]:
    """Return (q,) lightnesses from 0 to 100 and how much each rises; equal lightnesses appear once."""
    found = moves.found[:, 0]
    rises = lightness_order(found, moves.edited[:, 0]) - found
    found, first = np.unique(found, return_index=True)
    inner = (found > 1e-6) & (found < 100 - 1e-6)  # a black or white swatch stands in for the end itself
    ends = [float(rises[first][found <= 1e-6].sum()), float(rises[first][found >= 100 - 1e-6].sum())]
    return np.array([0.0, *found[inner], 100.0]), np.array([ends[0], *rises[first][inner], ends[1]])


def _basis(centers: np.ndarray) -> tuple[np.ndarray, float]:
    """Return lambda (k, k) and 1 / (2 sigma^2), sigma the mean distance between swatches (eq. 5)."""
    count = len(centers)
    if count == 1:
        return np.ones((1, 1)), 0.0
    distance = np.linalg.norm(centers[:, None] - centers[None], axis=2)
    sigma = distance.sum() / (count * (count - 1))
    gain = 1 / (2 * sigma * sigma)
    # Swatches closer than the eye can tell make phi nearly singular: the pseudo-inverse lets them share.
    return np.ascontiguousarray(
        np.linalg.pinv(np.exp(-gain * distance**2), rcond=1e-10, hermitian=True)
    ), gain


def recolor(
    pixels: np.ndarray, moves: Moves, view: View, table: int | None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the recolored picture: exact, or by a table of ``table`` nodes an axis.

    Exact means float64 throughout, for each distinct color of 8 bits and each pixel of 16.
    """
    plan = plan_of(moves, FINE if table is None else COARSE, exact.part(tick, 0.0, 0.05))
    tick = exact.part(tick, 0.05, 1.0)
    if table is None:
        cost = len(plan.centers) + 4 * len(plan.moved)
        return exact.recolored(pixels, lambda colors: _evaluated(colors, plan), cost, tick)
    nodes = _nodes(plan, table, exact.part(tick, 0.0, 0.3))
    return apply_table(pixels, nodes, table, exact.part(tick, 0.3, 1.0))


def _evaluated(colors: np.ndarray, plan: Plan) -> np.ndarray:
    from palette_studio.core.kernels import chang, light

    out = np.empty(colors.shape, colors.dtype)
    chang.recolored(colors, light.linear_table(colors.dtype), tuple(plan), out)
    return out


def _nodes(plan: Plan, size: int, tick: Tick = no_tick) -> np.ndarray:
    """Return (size^3, 3) recolored node colors, 0..255."""
    from palette_studio.core.kernels import chang

    colors = node_colors(size)
    known = _known_nodes(plan.centers.tobytes(), size) if size < KNOWN else _known(colors, plan.centers)
    out = np.empty(colors.shape)

    def work(start: int, stop: int) -> None:
        lab, shares = known[0][start:stop], known[1][start:stop]
        chang.recolored_nodes(colors[start:stop], lab, shares, tuple(plan), out[start:stop])

    each_block(len(colors), work, tick, 2048)
    return out


@lru_cache(maxsize=4)
def _known_nodes(centers: bytes, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Remember what does not change while a swatch is dragged: (n, 3) Lab and (n, k) shares of the nodes."""
    return _known(node_colors(size), np.frombuffer(centers).reshape(-1, 3))


forgets(_known_nodes.cache_clear)


def _known(colors: np.ndarray, centers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (n, 3) Lab and (n, k) shares of colors in distinct swatches."""
    from palette_studio.core.kernels import chang, light

    lab, shares = np.empty((len(colors), 3)), np.empty((len(colors), len(centers)))
    blend, gain = _basis(centers)
    light_of = light.linear_table(colors.dtype)
    centers = centers.copy()  # writable, the one kind of array the kernel is compiled for

    def work(start: int, stop: int) -> None:
        chang.shares(colors[start:stop], light_of, centers, blend, gain, lab[start:stop], shares[start:stop])

    each_block(len(colors), work, block=4096)
    return lab, shares


def weights(colors: np.ndarray, found: Palette, scene: Scene) -> np.ndarray:
    """Return (n, k) float32 shares of the swatches in (n, 3) uint8 colors; rows sum to 1.

    Swatches of one color share its weight equally.
    """
    centers, place = placed(found)
    return (_known(colors, centers)[1] / np.bincount(place))[:, place].astype(np.float32)


def membership(pixels: np.ndarray, found: Palette, index: int, view: View) -> np.ndarray:
    """Return (h, w) uint8, 255 where a pixel is all swatch ``index``; from a table of 33 nodes an axis."""
    centers, place = placed(found)
    shares = _known_nodes(centers.tobytes(), 33)[1][:, place[index]] / np.count_nonzero(place == place[index])
    return apply_share(pixels, shares, 33)


def error(found: Palette, scene: Scene) -> float:
    """Return the root mean square of the scene minus the swatches mixed by their shares, 0..255."""
    return color_error(found, scene, weights)
