"""What Hue-Net is trained for (eq. 25 to 29), and what keeps its turns of hue smooth."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from palette_studio.nets.histograms import (
    Bins,
    cyclic_emd,
    joint_histogram,
    mutual_information,
    soft_histogram,
)
from palette_studio.nets.hue_net.colors import GRAY, chroma, to_rgb
from palette_studio.nets.hue_net.recipe import Recipe
from palette_studio.nets.hue_net.start import Start


class Made(NamedTuple):
    """hue: (b, h, w) 0..1. points: (b, 2, h, w) cosines and sines of the turns from where it started."""

    hue: Tensor
    points: Tensor


def made_hue(source: Tensor, output: Tensor, begun: Start | None, recipe: Recipe) -> Made:
    """Return the hues that a generator's output stands for. source: (b, 3, h, w) HSV."""
    if recipe.rotation:
        output = output if begun is None else output * begun.reach
        x, y = 1 + output[:, 0], output[:, 1]
        turn = torch.atan2(y, x)
        if begun is not None:
            turn = turn + torch.atan2(begun.points[:, 1], begun.points[:, 0])
        size = (x.square() + y.square() + 1e-8).sqrt()
        seen = (chroma(source) > GRAY).to(turn.dtype)
        return Made((source[:, 0] + turn / math.tau * seen) % 1, torch.stack([x / size, y / size], 1))
    hue = (output[:, 0] + 1) / 2
    angle = (hue - source[:, 0]) * math.tau
    return Made(hue, torch.stack([angle.cos(), angle.sin()], 1))


def losses(
    source: Tensor, reference: Tensor, output: Tensor, begun: Start | None, recipe: Recipe
) -> dict[str, Tensor]:
    """Return the weighted losses of the generator, less the adversarial one, each a mean over the batch."""
    bins = Bins(recipe.bins)
    hue, points = made_hue(source, output, begun, recipe)
    found = {}
    joint = joint_histogram(source[:, 0].flatten(1), hue.flatten(1), bins)
    made, wanted = joint.sum(1), soft_histogram(reference[:, 0].flatten(1), bins)
    distance = cyclic_emd(made, wanted)
    if recipe.enough:
        distance = torch.relu(distance - recipe.enough * cyclic_emd(joint.sum(2), wanted))
    found["emd"] = recipe.emd * (distance.square() if recipe.squared else distance).mean()
    found["information"] = recipe.information * (1 - mutual_information(joint)).mean()
    if recipe.smooth:
        found["smooth"] = recipe.smooth * _unevenness(points, chroma(source))
    if recipe.grain:
        before, after = (_roughness(each, chroma(source)) for each in (source[:, 0], hue))
        found["grain"] = recipe.grain * torch.relu(after / before - 1).mean()
    if recipe.structure:
        before, after = (_luma(torch.cat([each[:, None], source[:, 1:]], 1)) for each in (source[:, 0], hue))
        found["structure"] = recipe.structure * (1 - _likeness(before, after))
    return found


def _luma(hsv: Tensor) -> Tensor:
    """Return (b, 1, h, w) luma 0..1 (BT.601)."""
    r, g, b = to_rgb(hsv).unbind(1)
    return (0.299 * r + 0.587 * g + 0.114 * b)[:, None]


def _likeness(a: Tensor, b: Tensor) -> Tensor:
    """Return the mean structural similarity (Wang et al. 2004), windows being squares of 7."""

    def mean(plane: Tensor) -> Tensor:
        return functional.avg_pool2d(plane, 7, 1)

    mean_a, mean_b = mean(a), mean(b)
    spread = mean(a * a) - mean_a.square() + mean(b * b) - mean_b.square() + 9e-4
    shared = 2 * (mean(a * b) - mean_a * mean_b) + 9e-4
    means = (2 * mean_a * mean_b + 1e-4) / (mean_a.square() + mean_b.square() + 1e-4)
    return (means * shared / spread).mean()


def _roughness(hue: Tensor, weights: Tensor) -> Tensor:
    """Return (b,) how rough colors are: the mean size of the Laplacian of what hue and chroma point to."""
    angle = hue * math.tau
    points = weights[:, None] * torch.stack([angle.cos(), angle.sin()], 1)
    middle = points[..., 1:-1, 1:-1]
    around = points[..., :-2, 1:-1] + points[..., 2:, 1:-1] + points[..., 1:-1, :-2] + points[..., 1:-1, 2:]
    return ((4 * middle - around).square().sum(1) + 1e-6).sqrt().mean((1, 2))


def _unevenness(points: Tensor, weights: Tensor) -> Tensor:
    """Return how much turns change from pixel to pixel, where color is seen."""
    across = (points[..., 1:] - points[..., :-1]).abs().sum(1) * torch.minimum(
        weights[..., 1:], weights[..., :-1]
    )
    down = (points[..., 1:, :] - points[..., :-1, :]).abs().sum(1) * torch.minimum(
        weights[..., 1:, :], weights[..., :-1, :]
    )
    return across.mean() + down.mean()


def judged(logits: Tensor, real: bool) -> Tensor:
    """Return how far a discriminator is from saying so (eq. 28 and 29)."""
    return functional.binary_cross_entropy_with_logits(logits, torch.full_like(logits, float(real)))
