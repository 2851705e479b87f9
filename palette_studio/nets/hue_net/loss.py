"""What Hue-Net is trained for (eq. 25 to 29), and what keeps its turns of hue smooth."""

from __future__ import annotations

import math

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
from palette_studio.nets.hue_net.colors import GRAY, chroma
from palette_studio.nets.hue_net.recipe import Recipe


def made_hue(source: Tensor, output: Tensor, recipe: Recipe) -> tuple[Tensor, Tensor]:
    """Return (b, h, w) hues 0..1 and (b, 2, h, w) cosines and sines of the turns, from what was generated."""
    if recipe.rotation:
        x, y = 1 + output[:, 0], output[:, 1]
        turn = torch.atan2(y, x) / math.tau
        size = (x.square() + y.square() + 1e-8).sqrt()
        points = torch.stack([x / size, y / size], 1)
        seen = (chroma(source) > GRAY).to(turn.dtype)
        return (source[:, 0] + turn * seen) % 1, points
    hue = (output[:, 0] + 1) / 2
    angle = (hue - source[:, 0]) * math.tau
    return hue, torch.stack([angle.cos(), angle.sin()], 1)


def losses(source: Tensor, reference: Tensor, output: Tensor, recipe: Recipe) -> dict[str, Tensor]:
    """Return the weighted losses of the generator, less the adversarial one, each a mean over the batch."""
    bins = Bins(recipe.bins)
    hue, points = made_hue(source, output, recipe)
    found = {}
    joint = joint_histogram(source[:, 0].flatten(1), hue.flatten(1), bins)
    made, wanted = joint.sum(1), soft_histogram(reference[:, 0].flatten(1), bins)
    distance = cyclic_emd(made, wanted)
    found["emd"] = recipe.emd * (distance.square() if recipe.squared else distance).mean()
    found["information"] = recipe.information * (1 - mutual_information(joint)).mean()
    if recipe.smooth:
        found["smooth"] = recipe.smooth * _unevenness(points, chroma(source))
    if recipe.grain:
        before, after = (_roughness(each, chroma(source)) for each in (source[:, 0], hue))
        found["grain"] = recipe.grain * torch.relu(after / before - 1).mean()
    return found


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
