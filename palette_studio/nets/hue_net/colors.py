"""Hue, saturation and value as tensors, and what goes into the generator."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor

from palette_studio.nets.histograms import Bins, soft_histogram
from palette_studio.nets.hue_net.recipe import Recipe
from palette_studio.nets.hue_net.start import Start, start

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


class Inputs(NamedTuple):
    """What a generator is given. planes: (b, c, h, w). histograms: (b, 4 bins)."""

    planes: Tensor
    histograms: Tensor | None
    start: Start | None


def inputs(source: Tensor, reference: Tensor, recipe: Recipe) -> Inputs:
    """Return what goes into the generator. source, reference: (b, 3, h, w) HSV.

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
    begun = start(source, reference, recipe.bins) if recipe.hint else None
    if begun is not None:
        planes += [begun.points, begun.rest]
    return Inputs(torch.cat(planes, 1), histograms, begun)
