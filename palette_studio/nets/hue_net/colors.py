"""Hue, saturation and value as tensors, and what goes into the generator."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor

from palette_studio.nets.histograms import Bins, soft_histogram
from palette_studio.nets.hue_net.recipe import Recipe

GRAY = 0.5 / 255  # a saturation times value below which 8 bits have no hue


def to_hsv(rgb: Tensor) -> Tensor:
    """Return (b, 3, h, w) hue, saturation and value, all 0..1, of sRGB 0..1; the hue of grays is 0."""
    most, least = rgb.amax(1), rgb.amin(1)
    spread = most - least
    safe = torch.where(spread > 0, spread, torch.ones_like(spread))
    r, g, b = rgb.unbind(1)
    sixth = torch.where(
        most == r, (g - b) / safe, torch.where(most == g, 2 + (b - r) / safe, 4 + (r - g) / safe)
    )
    hue = torch.where(spread > 0, (sixth / 6) % 1, torch.zeros_like(sixth))
    saturation = torch.where(most > 0, spread / most.clamp_min(1e-8), torch.zeros_like(most))
    return torch.stack([hue, saturation, most], 1)


def to_rgb(hsv: Tensor) -> Tensor:
    """Return sRGB 0..1 of hue, saturation and value 0..1."""
    hue, saturation, value = hsv.unbind(1)
    planes = []
    for n in (5.0, 3.0, 1.0):
        k = (n + hue * 6) % 6
        planes.append(value * (1 - saturation * torch.minimum(k, 4 - k).clamp(0, 1)))
    return torch.stack(planes, 1)


def chroma(hsv: Tensor) -> Tensor:
    """Return (b, h, w) saturation times value: how much a pixel's hue is seen."""
    return hsv[:, 1] * hsv[:, 2]


def inputs(source: Tensor, reference: Tensor, recipe: Recipe) -> tuple[Tensor, Tensor | None]:
    """Return the planes and the histograms for the generator. source, reference: (b, 3, h, w) HSV.

    The reference may have another size, unless its hues go in as a picture.
    """
    hue, rest = source[:, :1], source[:, 1:] * 2 - 1
    if recipe.rotation:
        angle = hue * math.tau
        planes = [angle.cos() * source[:, 1:2], angle.sin() * source[:, 1:2], rest]
    else:
        planes = [hue * 2 - 1, rest]
    histograms = None
    if recipe.histograms:
        bins = Bins(recipe.bins)
        found = [
            soft_histogram(each[:, 0].flatten(1), bins, weights)
            for each in (source, reference)
            for weights in (None, chroma(each).flatten(1))
        ]
        histograms = torch.cat(found, 1)
    else:
        planes.append(reference[:, :1] * 2 - 1)
    if recipe.hint:
        planes.append(_hint(source, reference, recipe))
    return torch.cat(planes, 1), histograms


def _hint(source: Tensor, reference: Tensor, recipe: Recipe) -> Tensor:
    """Return (b, 2, h, w) cosines and sines of the turns that carry one histogram to the other."""
    turns = []
    for one, other in zip(source, reference, strict=True):
        first, second = (_hues(each, recipe.bins) for each in (one, other))
        table = transport_turns(first, second)
        places = (one[0].numpy(force=True) * recipe.bins).astype(np.int64) % recipe.bins
        turns.append(torch.from_numpy(table[places].astype(np.float32)))
    angle = torch.stack(turns)[:, None].to(source.device) * math.tau
    return torch.cat([angle.cos(), angle.sin()], 1)


def _hues(hsv: Tensor, bins: int) -> np.ndarray:
    hue, weight = hsv[0].numpy(force=True).ravel(), (hsv[1] * hsv[2]).numpy(force=True).ravel()
    counts = np.bincount((hue * bins).astype(np.int64) % bins, weight.astype(np.float64) + 1e-3, bins)
    return counts / counts.sum()


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
