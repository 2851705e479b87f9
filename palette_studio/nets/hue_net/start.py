"""Where Hue-Net starts from: the turns of hue that carry one histogram to the other, eased."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

EASE = 400 / 256**2  # how much an uneven turn weighs against one that is not the cheapest
ROUNDS, CLOSE = (
    8,
    0.2,
)  # of the robust fit; a distance of turns, of a circle of radius 1, below which all count
FLOOR = 1.0  # of that, what counts where there are no pixels
BLUR = np.array([1, 3, 5, 3, 1]) / 13  # of histograms, in bins
NEAR = 0.05  # a distance of hues below which turns fade, down to none where nothing is to be moved


class Start(NamedTuple):
    """tables: (b, bins, 2) float32 cosines and sines of turns by hue. points: (b, 2, h, w), of the pixels;
    rest: from there to the cheapest turns. reach: (b, 1, 1, 1), 0 to 1, how much is to be done at all."""

    tables: np.ndarray
    points: Tensor
    rest: Tensor
    reach: Tensor


def start(source: Tensor, reference: Tensor, bins: int) -> Start:
    """Return the start for a batch. source, reference: (b, 3, h, w) HSV 0..1."""
    tables, points, rest, reach = [], [], [], []
    for one, other in zip(source.numpy(force=True), reference.numpy(force=True), strict=True):
        p, q = _shares(one, bins), _shares(other, bins)
        cheapest = np.exp(1j * math.tau * transport_turns(p, q))
        table = eased(p, cheapest)
        tables.append(_parts(table))
        points.append(looked_up(tables[-1], one[0]))
        rest.append(looked_up(_parts(cheapest * np.conj(table)), one[0]))
        moved = np.cumsum(p - q)
        reach.append(min(1.0, float(np.std(moved)) / NEAR))
    device = source.device
    placed, left = (
        torch.from_numpy(np.stack(each)).to(device).permute(0, 3, 1, 2) for each in (points, rest)
    )
    share = torch.tensor(reach, device=device, dtype=torch.float32)[:, None, None, None]
    return Start(np.stack(tables), placed, left, share)


def _parts(turns: np.ndarray) -> np.ndarray:
    """Return (k, 2) float32 cosines and sines of complex turns."""
    return np.stack([np.real(turns), np.imag(turns)], -1).astype(np.float32)


def looked_up(table: np.ndarray, hue: np.ndarray) -> np.ndarray:
    """Return (..., 2) cosines and sines of the turns of hues 0..1: linear between bins, around the circle."""
    bins = len(table)
    place = hue * np.float32(bins) - np.float32(0.5)
    first = np.floor(place)
    share = (place - first)[..., None].astype(np.float32)
    first = first.astype(np.int64)
    points = table[first % bins] * (1 - share) + table[(first + 1) % bins] * share
    return points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-6)


def _shares(hsv: np.ndarray, bins: int) -> np.ndarray:
    """Return (bins,) how much there is of hues: half by pixels, half by how much of the color is seen."""
    hue, chroma = hsv[0].ravel(), (hsv[1] * hsv[2]).ravel().astype(np.float64) + 1e-6
    places = (hue * bins).astype(np.int64) % bins
    counts = np.bincount(places, minlength=bins) / len(hue)
    shares = (counts + np.bincount(places, chroma, bins) / chroma.sum()) / 2
    return np.sum([share * np.roll(shares, n - 2) for n, share in enumerate(BLUR)], axis=0)


def eased(p: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Return (k,) unit complex turns near given ones and even where there are pixels.

    A turn that changes from hue to hue pulls apart what noise makes of one color: that is where grain comes
    from. p: (k,) shares. The least of sum p |z - turns| + EASE k^2 sum p' |z_k+1 - z_k|^2 round the circle,
    by weights anew every round: of two ways that pixels of a color are to go, that of more of them is taken,
    not the hue between, which the reference may not have.
    """
    bins = len(p)
    weights = p + FLOOR / bins
    links = (weights + np.roll(weights, -1)) / 2 * EASE * bins**2
    counts = p + 1e-9
    found = _directions(even_around(counts, links, turns))
    for _ in range(ROUNDS):
        counts = (p + 1e-9) * CLOSE / np.maximum(np.abs(found - turns), CLOSE)
        found = _directions(even_around(counts * (p.sum() / counts.sum()), links, turns))
    return found


def _directions(points: np.ndarray) -> np.ndarray:
    return points / np.maximum(np.abs(points), 1e-9)


def even_around(counts: np.ndarray, links: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return (k,) complex z of the least sum counts |z - points|^2 + links |z_k+1 - z_k|^2 round the circle.

    The system has three diagonals and two corners, which Sherman and Morrison's formula takes in.
    """
    from scipy.linalg import solve_banded

    diagonal = counts + links + np.roll(links, 1)
    corner, first = -links[-1], -diagonal[0]
    bands = np.zeros((3, len(counts)))
    bands[0, 1:] = bands[2, :-1] = -links[:-1]
    bands[1] = diagonal
    bands[1, 0] -= first
    bands[1, -1] -= corner**2 / first
    wanted = counts * points
    corners = np.zeros(len(counts))
    corners[0], corners[-1] = first, corner
    one, two, other = solve_banded((1, 1), bands, np.stack([np.real(wanted), np.imag(wanted), corners], 1)).T
    found = one + 1j * two
    share = (found[0] + found[-1] * corner / first) / (1 + other[0] + other[-1] * corner / first)
    return found - other * share


def transport_turns(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Return (k,) turns, -.5 to .5, that carry histogram p to q around the circle at the least cost.

    The best cut is at the median of the cumulated difference (Werman et al. 1985); from it on, masses go in
    order.
    """
    bins = len(p)
    moved = np.cumsum(p - q)
    cut = int(np.abs(moved - np.median(moved)).argmin()) + 1
    first, second = np.roll(p, -cut), np.roll(q, -cut)
    middle = np.cumsum(first) - first / 2
    ends = np.concatenate([[0], np.cumsum(second)])
    ends /= ends[-1]
    place = np.interp(middle, ends, np.arange(bins + 1))
    turn = np.roll((place - (np.arange(bins) + 0.5)) / bins, cut)
    return (turn + 0.5) % 1 - 0.5
