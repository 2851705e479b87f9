"""The authors' later version: luma and both differences of color are generated, and all three matched.

Their released code differs from the paper: three channels that have ends instead of hue, which has none.
"""

from __future__ import annotations

import torch
from torch import Tensor

from palette_studio.nets.histograms import (
    Bins,
    emd,
    joint_histogram,
    mutual_information,
    soft_histogram,
)
from palette_studio.nets.hue_net.colors import Inputs, to_rgb
from palette_studio.nets.hue_net.recipe import Recipe

# BT.601: rows are luma, blue less luma, red less luma
FROM_RGB = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.14714119, -0.28886916, 0.43601035], [0.61497538, -0.51496512, -0.10001026]]
)
TO_RGB = torch.linalg.inv(FROM_RGB)


def to_yuv(rgb: Tensor) -> Tensor:
    """Return (b, 3, h, w), about -1..1 each, of sRGB 0..1."""
    yuv = torch.einsum("ij,bjhw->bihw", FROM_RGB.to(rgb.device), rgb) * 2
    return torch.cat([yuv[:, :1] - 1, yuv[:, 1:]], 1)


def from_yuv(yuv: Tensor) -> Tensor:
    """Return sRGB, not clipped, of what ``to_yuv`` gives."""
    plain = torch.cat([yuv[:, :1] + 1, yuv[:, 1:]], 1) / 2
    return torch.einsum("ij,bjhw->bihw", TO_RGB.to(yuv.device), plain)


def yuv_inputs(source: Tensor, reference: Tensor, recipe: Recipe) -> Inputs:
    """Return what goes into the generator. source, reference: (b, 3, h, w) HSV."""
    own, wanted = (to_yuv(to_rgb(each)) for each in (source, reference))
    if not recipe.histograms:
        return Inputs(torch.cat([own, wanted], 1), None, None)
    return Inputs(own, _histograms(wanted, recipe).flatten(1), None)


def yuv_losses(source: Tensor, reference: Tensor, output: Tensor, recipe: Recipe) -> dict[str, Tensor]:
    """Return the weighted losses, each a mean over the batch and the three channels."""
    own, wanted = (to_yuv(to_rgb(each)) for each in (source, reference))
    bins = _bins(recipe)
    before, after = (each.flatten(0, 1).flatten(1) for each in (own, output))
    joint = joint_histogram(before, after, bins)
    distance = emd(joint.sum(1), _histograms(wanted, recipe).flatten(0, 1))
    return {
        "emd": recipe.emd * (distance.square() if recipe.squared else distance).mean(),
        "information": recipe.information * (1 - mutual_information(joint)).mean(),
    }


def _histograms(yuv: Tensor, recipe: Recipe) -> Tensor:
    """Return (b, 3, k) shares."""
    found = soft_histogram(yuv.flatten(0, 1).flatten(1), _bins(recipe))
    return found.unflatten(0, (len(yuv), 3))


def _bins(recipe: Recipe) -> Bins:
    return Bins(recipe.bins, -1.0, 1.0, cyclic=False)
