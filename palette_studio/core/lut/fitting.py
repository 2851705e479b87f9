"""Nodes of a cube moved to where the table is nearest to what is wanted of a photo's colors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.lut.shaper import shaped
from palette_studio.core.lut.table import Stage
from palette_studio.core.recolor.exact import part as within
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.trust import differences

if TYPE_CHECKING:
    from scipy.sparse import csr_array

STEPS = 30  # of conjugate gradients; from 20 on the error moves in its third digit
ROUNDS = 2  # of weights that make least squares into the least mean; more gain under 3 %
LEAST_SEEN = 0.3  # CIEDE2000 below which errors are not told apart
STAY = 1000.0  # how much a node wants to stay where it is; a mean sample pulls with some 10,000
MANY, LAST_BIT = 1 << 16, 9  # samples; bits below the seventh of 16
NEAR = 1 / 512  # of sRGB, for slopes


class Samples(NamedTuple):
    """before, after: (n, 3) uint16 colors. weight: (n,) float64, how many pixels each sample stands for."""

    before: np.ndarray
    after: np.ndarray
    weight: np.ndarray


def fitted(
    values: np.ndarray, samples: Samples, curves: Stage | None = None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the cube whose mean CIEDE2000 to the samples is least, its nodes loth to move, in 0..1.

    values: (n, n, n, 3) float32. curves: what comes before the cube, if anything does.
    With A the interpolation and x the cube given it finds the move d by
    (A'GA + STAY) d = A'G (after - Ax), where G has a 3 x 3 block for each sample: how different small steps
    look there, times its weight, mean 1, over its error so far (least squares reweighted to the least mean,
    Weiszfeld 1937). Nodes that no sample touches stay, and all do where that is better.
    """
    if not samples.weight.sum():
        return values
    before, after, weight = _by_color(samples)
    nodes = values.reshape(-1, 3).astype(np.float64)
    places = before if curves is None else shaped(curves, before)
    matrix, metric = _interpolation(places, len(values)), _metric(after)
    wanted, target = _in_16_bits(after), after - matrix @ nodes

    def errors(move: np.ndarray) -> np.ndarray:
        return differences(wanted, _in_16_bits(matrix @ np.clip(nodes + move, 0, 1)))

    best = move = np.zeros_like(nodes)
    off = errors(move)
    least = off @ weight
    for number in range(ROUNDS):
        say = weight / weight.mean() / np.maximum(off, LEAST_SEEN)
        part = within(tick, number / ROUNDS, (number + 1) / ROUNDS)
        move = _solved(matrix, metric * say[:, None, None], target, move, part)
        off = errors(move)
        if off @ weight < least:
            best, least = move, off @ weight
    return np.clip(nodes + best, 0, 1).astype(np.float32).reshape(values.shape)


def _in_16_bits(colors: np.ndarray) -> np.ndarray:
    return np.rint(colors * 65535).astype(np.uint16)


def _by_color(samples: Samples) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return distinct colors and their mean results, 0..1, and weights.

    Where there are very many, what differs in the last of 8 bits alone is one: a cell holds dozens of such.
    """
    lost = 0 if len(samples.before) <= MANY else LAST_BIT
    codes = (samples.before >> lost).astype(np.uint64) @ np.array([1 << 32, 1 << 16, 1], np.uint64)
    _, place = np.unique(codes, return_inverse=True)
    weight = np.bincount(place, samples.weight)
    shown = weight > 0
    sums = [
        np.bincount(place, samples.weight * side[:, c])
        for side in (samples.before, samples.after)
        for c in range(3)
    ]
    colors = np.stack(sums, axis=1)[shown] / weight[shown, None] / 65535
    return colors[:, :3], colors[:, 3:], weight[shown]


def _interpolation(colors: np.ndarray, size: int) -> csr_array:
    """Return the (n, size^3) matrix of the tetrahedral weights of (n, 3) colors 0..1, four a row."""
    from scipy.sparse import csr_array

    place = colors * (size - 1)
    node = np.minimum(place.astype(np.int64), size - 2)
    share = place - node
    order = np.argsort(-share, axis=1, kind="stable")
    share = np.take_along_axis(share, order, axis=1)
    step = np.array([1, size, size * size])
    corner = np.cumsum(np.column_stack([node @ step, step[order]]), axis=1)
    weight = -np.diff(share, axis=1, prepend=1.0, append=0.0)
    starts = np.arange(0, corner.size + 1, 4)
    return csr_array((weight.ravel(), corner.ravel(), starts), shape=(len(colors), size**3))


def _metric(srgb: np.ndarray) -> np.ndarray:
    """Return (n, 3, 3) G, so that a small step s from an sRGB color 0..1 looks sqrt(s'Gs) different.

    By the weights SL, SC and SH of CIEDE2000, its T taken for 1.
    """
    steps = NEAR * np.eye(3)
    slopes = [(srgb_to_lab(srgb + step) - srgb_to_lab(srgb - step)) / (2 * NEAR) for step in steps]
    lightness, a, b = (np.stack([slope[:, row] for slope in slopes], axis=1) for row in range(3))
    lab = srgb_to_lab(srgb)
    off, chroma = (lab[:, :1] - 50) ** 2, np.hypot(lab[:, 1:2], lab[:, 2:])
    cosine = np.where(chroma > 0, lab[:, 1:2] / np.maximum(chroma, 1e-9), 1.0)
    sine = lab[:, 2:] / np.maximum(chroma, 1e-9)
    lightness /= 1 + 0.015 * off / np.sqrt(20 + off)
    outward = (cosine * a + sine * b) / (1 + 0.045 * chroma)
    around = (cosine * b - sine * a) / (1 + 0.015 * chroma)
    sides = np.stack([lightness, outward, around], axis=1)
    return np.swapaxes(sides, 1, 2) @ sides


def _solved(
    matrix: csr_array, metric: np.ndarray, target: np.ndarray, start: np.ndarray, tick: Tick
) -> np.ndarray:
    """Return d of (A'GA + STAY) d = A'G target, from a start, by conjugate gradients.

    Preconditioned by the diagonal (Saad 2003, "Iterative Methods for Sparse Linear Systems", alg. 9.1).
    """
    back = matrix.T.tocsr()

    def applied(move: np.ndarray) -> np.ndarray:
        return back @ np.einsum("nij,nj->ni", metric, matrix @ move) + STAY * move

    diagonal = back.power(2) @ np.einsum("nii->ni", metric) + STAY
    move = start.copy()
    rest = back @ np.einsum("nij,nj->ni", metric, target) - applied(move)
    way = rest / diagonal
    power = (rest * way).sum()
    for step in range(STEPS):
        if power < 1e-20:
            break
        reached = applied(way)
        length = power / (way * reached).sum()
        move += length * way
        rest -= length * reached
        ahead = rest / diagonal
        before, power = power, (rest * ahead).sum()
        way = ahead + power / before * way
        tick(step / STEPS)
    return move
