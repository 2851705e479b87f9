"""Histograms that gradients go through, and the distances between them that Hue-Net is trained with.

Avi-Aharon, Arbelle and Riklin Raviv 2019, "Hue-Net: Intensity-based Image-to-Image Translation with
Differentiable Histogram Loss Functions" (arXiv 1912.06044), eq. 1 to 27.

Values are (b, n) or (n,) floats from ``low`` to ``high``; everything is counted in float32 at least, whatever
they come in. Histograms sum to 1. On the CPU pixels are counted one by one in compiled loops; elsewhere the
same taps are counted with tensors.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from palette_studio.core.kernels import soft_bins
from palette_studio.core.kernels.soft_bins import REACH, SHARPNESS, TAPS

CHUNK = 1 << 18  # pixels whose taps are laid out at a time where there are no compiled loops
TINY = 1e-12


@dataclass(frozen=True)
class Bins:
    """How values are counted. cyclic: the ends meet, as those of hue; else they are mirrors."""

    count: int = 256
    low: float = 0.0
    high: float = 1.0
    cyclic: bool = True

    def __post_init__(self) -> None:
        if self.count < 2 or not self.low < self.high:
            raise ValueError(f"bins need a count of 2 at least and low < high, not {self}")

    def places(self, values: Tensor) -> Tensor:
        """Return values as (b, n) places in bins, in float32 or better."""
        values = values.reshape(1, -1) if values.dim() == 1 else values.flatten(1)
        exact = values if values.dtype == torch.float64 else values.float()
        return (exact - self.low) * (self.count / (self.high - self.low))


HUE = Bins()


def soft_histogram(values: Tensor, bins: Bins = HUE, weights: Tensor | None = None) -> Tensor:
    """Return (b, k) shares of values in bins (eq. 7). weights: (b, n), what each pixel counts."""
    places = bins.places(values)
    return _OneHistogram.apply(places, _shares(weights, places), bins.count, bins.cyclic)


def joint_histogram(first: Tensor, second: Tensor, bins: Bins = HUE, weights: Tensor | None = None) -> Tensor:
    """Return (b, k, k) shares of pairs of values in pairs of bins (eq. 24)."""
    one, two = bins.places(first), bins.places(second)
    if one.shape != two.shape:
        raise ValueError(f"pairs need as many of both, not {tuple(one.shape)} and {tuple(two.shape)}")
    return _TwoHistogram.apply(one, two.to(one.dtype), _shares(weights, one), bins.count, bins.cyclic)


def emd(p: Tensor, q: Tensor, order: int = 2) -> Tensor:
    """Return the earth mover's distances of (b, k) histograms: eq. 13 as a root mean square, or the mean.

    order: 2 for the root of the mean squared difference of the cumulated histograms, 1 for the mean size.
    """
    return _size((p - q).cumsum(-1), order)


def cyclic_emd(p: Tensor, q: Tensor, order: int = 2) -> Tensor:
    """Return the least of those distances over all cuts of the circle (eq. 14, Werman et al. 1985).

    With D = cumsum(p - q), a cut after bin u leaves D - D_u. So E_u = mean(D^2) - 2 D_u mean(D) + D_u^2, the
    least of which needs no matrix; for order 1 the best cut is at the median of D.
    """
    moved = (p - q).cumsum(-1)
    if order == 1:
        return _size(moved - moved.median(-1, keepdim=True).values, 1)
    mean = moved.mean(-1, keepdim=True)
    with torch.no_grad():
        cut = (moved - mean).abs().argmin(-1, keepdim=True)
    return _size(moved - moved.gather(-1, cut), 2)


def mutual_information(joint: Tensor) -> Tensor:
    """Return I / H of (b, k, k) joint histograms: 0, independent, to 1, one tells the other (eq. 16 to 18).

    1 less this is the metric of Kraskov et al. 2003 that keeps the meaning of a picture.
    """
    both = _entropy(joint.flatten(1))
    shared = _entropy(joint.sum(2)) + _entropy(joint.sum(1)) - both
    return torch.where(both > TINY, shared / both.clamp_min(TINY), torch.ones_like(both))


def _entropy(shares: Tensor) -> Tensor:
    return -torch.xlogy(shares, shares.clamp_min(TINY)).sum(-1)


def _size(moved: Tensor, order: int) -> Tensor:
    if order == 1:
        return moved.abs().mean(-1)
    return (moved.square().mean(-1) + TINY).sqrt()


def _shares(weights: Tensor | None, places: Tensor) -> Tensor:
    """Return weights that sum to 1 a picture; equal ones where there are none at all."""
    if weights is None:
        return torch.full_like(places, 1 / places.shape[1])
    weights = weights.reshape(places.shape).to(places.dtype)
    total = weights.sum(-1, keepdim=True)
    return torch.where(total > TINY, weights / total.clamp_min(TINY), 1 / places.shape[1])


class _OneHistogram(torch.autograd.Function):
    """Counts (b, n) places with weights into (b, k)."""

    @staticmethod
    def forward(ctx, places, weights, count, cyclic):
        ctx.save_for_backward(places, weights)
        ctx.cyclic = cyclic
        histograms = places.new_zeros(places.shape[0], count)
        if _compiled(places):
            for t, w, into in _rows(places, weights, histograms):
                soft_bins.counted(t, w, cyclic, into)
            return histograms
        for b, part in _chunks(places):
            shares, bins = _taps(places[b, part], count, cyclic)[::2]
            histograms[b].index_add_(0, bins.flatten(), (shares * weights[b, part, None]).flatten())
        return histograms

    @staticmethod
    def backward(ctx, *gradients):
        (gradient,) = gradients
        places, weights = ctx.saved_tensors
        by_place, by_weight = torch.empty_like(places), torch.empty_like(places)
        if _compiled(places):
            for t, w, g, moved, weighed in _rows(places, weights, gradient.contiguous(), by_place, by_weight):
                soft_bins.counted_back(t, w, ctx.cyclic, g, moved, weighed)
        else:
            for b, part in _chunks(places):
                shares, slopes, bins = _taps(places[b, part], gradient.shape[1], ctx.cyclic)
                near = gradient[b][bins]
                by_place[b, part] = weights[b, part] * (slopes * near).sum(-1)
                by_weight[b, part] = (shares * near).sum(-1)
        return by_place, by_weight, None, None


class _TwoHistogram(torch.autograd.Function):
    """Counts (b, n) pairs of places with weights into (b, k, k)."""

    @staticmethod
    def forward(ctx, first, second, weights, count, cyclic):
        ctx.save_for_backward(first, second, weights)
        ctx.cyclic = cyclic
        histograms = first.new_zeros(first.shape[0], count, count)
        if _compiled(first):
            for t, u, w, into in _rows(first, second, weights, histograms):
                soft_bins.counted_both(t, u, w, cyclic, into)
            return histograms
        for b, part in _chunks(first, TAPS):
            shares, _, rows = _taps(first[b, part], count, cyclic)
            others, _, columns = _taps(second[b, part], count, cyclic)
            both = (shares * weights[b, part, None])[:, :, None] * others[:, None, :]
            cells = rows[:, :, None] * count + columns[:, None, :]
            histograms[b].view(-1).index_add_(0, cells.flatten(), both.flatten())
        return histograms

    @staticmethod
    def backward(ctx, *gradients):
        (gradient,) = gradients
        first, second, weights = ctx.saved_tensors
        found = [torch.empty_like(first) for _ in range(3)]
        if _compiled(first):
            given = first, second, weights, gradient.contiguous()
            for t, u, w, g, *by in _rows(*given, *found):
                soft_bins.counted_both_back(t, u, w, ctx.cyclic, g, by[0], by[1], by[2])
            return (*found, None, None)
        for b, part in _chunks(first, TAPS):
            shares, slopes, rows = _taps(first[b, part], gradient.shape[1], ctx.cyclic)
            others, other_slopes, columns = _taps(second[b, part], gradient.shape[1], ctx.cyclic)
            near = gradient[b][rows[:, :, None], columns[:, None, :]]
            along, across = ((near * taps[:, None, :]).sum(-1) for taps in (others, other_slopes))
            found[0][b, part] = weights[b, part] * (slopes * along).sum(-1)
            found[1][b, part] = weights[b, part] * (shares * across).sum(-1)
            found[2][b, part] = (shares * along).sum(-1)
        return (*found, None, None)


def _compiled(values: Tensor) -> bool:
    return values.device.type == "cpu"


def _rows(*tensors: Tensor):
    """Yield what belongs to one picture after the other, as arrays that share its memory."""
    arrays = [tensor.detach().numpy() for tensor in tensors]
    return zip(*arrays, strict=True)


def _chunks(values: Tensor, less: int = 1):
    step = max(1, CHUNK // less)
    for b in range(values.shape[0]):
        for start in range(0, values.shape[1], step):
            yield b, slice(start, start + step)


def _taps(places: Tensor, count: int, cyclic: bool) -> tuple[Tensor, Tensor, Tensor]:
    """Return (n, taps) shares, their derivatives and the bins, as ``soft_bins`` has them."""
    bins = places.floor().long()[:, None] + torch.arange(-REACH, REACH + 2, device=places.device)
    edges = torch.sigmoid(SHARPNESS * (places[:, None] - bins))
    slopes = SHARPNESS * edges * (1 - edges)
    near = bins[:, :-1]
    if cyclic:
        near = near % count
    else:
        near = torch.where(near < 0, -1 - near, near)
        near = torch.where(near >= count, 2 * count - 1 - near, near).clamp(0, count - 1)
    return edges[:, :-1] - edges[:, 1:], slopes[:, :-1] - slopes[:, 1:], near
