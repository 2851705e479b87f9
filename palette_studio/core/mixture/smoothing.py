"""Posteriors that know their neighborhood: spatially variant mixtures, filtering along the photo's edges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from palette_studio.core.mixture.channels import CHANNELS, plane
from palette_studio.core.mixture.color import posteriors_of
from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.line import LineMixture, frozen
from palette_studio.core.tick import Tick
from palette_studio.core.tiles import to_8_bit

SIDE = 512  # longest side of the picture that neighborhoods are looked at in
EDGE = 0.01  # variance of the photo, of 0..1, above which an edge stays: He, Sun & Tang 2013, section 3.2
SEEN = 2.5  # in CIELab: half windows whose mean colors are as far apart surely look different
TINY = 1e-6
REACH = 7  # pixels to each side that a place's own weights are the mean of


@dataclass(frozen=True, eq=False)
class Small:
    """A picture of at most SIDE pixels a side: (h, w, 3) pixels and (h, w) float32 shares that count."""

    pixels: np.ndarray
    weight: np.ndarray

    @classmethod
    def of(cls, pixels: np.ndarray, seen: np.ndarray) -> Small:
        """pixels: (H, W, 3|4) uint8 or uint16. seen: (H, W) bool, the pixels that count."""
        height, width = seen.shape
        part = min(1.0, SIDE / max(height, width))
        size = max(1, round(width * part)), max(1, round(height * part))
        pixels = np.ascontiguousarray(pixels[..., :3])
        if part == 1:
            return cls(frozen(pixels.view()), seen.astype(np.float32))
        if seen.all():
            return cls(frozen(_resized(pixels, size)), np.ones(size[::-1], np.float32))
        weight = _resized(seen.astype(np.float32), size)
        color = _resized(pixels * seen[..., None], size) / np.maximum(weight, TINY)[..., None]
        most = np.iinfo(pixels.dtype).max
        return cls(frozen(np.minimum(np.rint(color), most).astype(pixels.dtype)), weight)

    @property
    def lab(self) -> np.ndarray:
        """(h, w, 3) float32 CIELab times the share that counts."""
        from palette_studio.core.kernels.color_bins import converted

        colors = to_8_bit(self.pixels).astype(float)
        lab = np.empty_like(colors)
        converted(colors.reshape(-1, 3), False, lab.reshape(-1, 3))
        return lab.astype(np.float32) * self.weight[..., None]

    @property
    def guide(self) -> np.ndarray:
        """(h, w, 3) float32 0..1."""
        return to_8_bit(self.pixels).astype(np.float32) / np.float32(255)


def _resized(plane: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    return cv2.resize(plane, size, interpolation=cv2.INTER_AREA)


def posteriors(pixels: np.ndarray, mixture: Components | LineMixture, space: str) -> np.ndarray:
    """Return (h, w, k) float32 how much each pixel belongs to each component of a mixture of that space.

    space: one of color_bins.SPACES for Components, of CHANNELS for a LineMixture. Pixels without a hue
    belong to all alike.
    """
    if isinstance(mixture, Components):
        return posteriors_of(pixels, mixture, space)
    values = plane(pixels, space)
    count = CHANNELS[space].values[16 if values.dtype == np.uint16 else 8]
    table = np.full((np.iinfo(values.dtype).max + 1, len(mixture)), 1 / len(mixture), np.float32)
    table[:count] = mixture.posteriors(np.arange(count)).T
    return table[values]


def spread(shares: np.ndarray, weights: np.ndarray, rounds: int, small: Small, tick: Tick) -> np.ndarray:
    """Return (h, w, k) posteriors where every place has weights of its own: those around it.

    weights: (k,) of the mixture. Each round takes the mean posteriors of a neighborhood for its weights and
    works the posteriors out anew (Sanjay-Gopal & Hebert 1998, with a box for their Gibbs prior).
    """
    dense = shares / np.maximum(weights, TINY).astype(np.float32)
    for number in range(rounds):
        tick(number / rounds)
        shares = _normal(_Box(REACH, small.weight).mean(shares) * dense)
    return shares


def _normal(shares: np.ndarray) -> np.ndarray:
    return shares / np.maximum(shares.sum(axis=2, keepdims=True), np.float32(1e-30))


class _Box:
    """Means over (2 r + 1)² pixels, of those that count."""

    def __init__(self, radius: int, weight: np.ndarray) -> None:
        self._size = 2 * radius + 1, 2 * radius + 1
        self._weight = weight
        self._total = np.maximum(self._sum(weight), np.float32(TINY))

    def _sum(self, values: np.ndarray) -> np.ndarray:
        return cv2.blur(values, self._size, borderType=cv2.BORDER_REFLECT).reshape(values.shape)

    def mean(self, values: np.ndarray) -> np.ndarray:
        """values: (h, w, n) float32."""
        means = self._sum(np.ascontiguousarray(values * self._weight[..., None]))
        means /= self._total[..., None]
        return means


def guided(shares: np.ndarray, radius: int, small: Small, tick: Tick) -> np.ndarray:
    """Return (h, w, 4, k) float32 what makes filtered posteriors of the colors at a place.

    A posterior is the sum of the first three times red, green and blue 0..1, and the fourth: the guided
    filter with a color guide (He, Sun & Tang 2013, eq. 14 to 16), its coefficients kept to be used on a
    larger picture (He & Sun 2015). Pixels that do not count have no say.
    """
    guide, box = small.guide, _Box(radius, small.weight)
    center = box.mean(guide)
    inverse = _inverse(guide, center, box)
    result = np.empty((*shares.shape[:2], 4, shares.shape[2]), np.float32)
    for n in range(shares.shape[2]):
        tick(n / shares.shape[2])
        share = shares[..., n : n + 1]
        mean = box.mean(share)
        slope = np.einsum("hwij,hwj->hwi", inverse, box.mean(guide * share) - center * mean)
        rest = mean - (slope * center).sum(axis=2, keepdims=True)
        result[..., n] = box.mean(np.concatenate([slope, rest], axis=2))
    return frozen(result)


def _inverse(guide: np.ndarray, center: np.ndarray, box: _Box) -> np.ndarray:
    """Return (h, w, 3, 3) inverses of the covariance of colors around each pixel, EDGE added to it."""
    rows, columns = np.triu_indices(3)
    products = box.mean(guide[..., rows] * guide[..., columns]) - center[..., rows] * center[..., columns]
    matrices = np.empty((*guide.shape[:2], 3, 3), np.float32)
    matrices[..., rows, columns] = matrices[..., columns, rows] = products
    matrices += np.float32(EDGE) * np.eye(3, dtype=np.float32)
    return _inverted(matrices)


def _inverted(matrices: np.ndarray) -> np.ndarray:
    """Return (h, w, 3, 3) inverses of symmetric matrices, by their cofactors: without a solver's threads."""
    (xx, xy, xz), (_, yy, yz), (_, _, zz) = np.moveaxis(matrices, (2, 3), (0, 1))
    result = np.empty_like(matrices)
    result[..., 0, 0], result[..., 1, 1], result[..., 2, 2] = (
        yy * zz - yz * yz,
        xx * zz - xz * xz,
        xx * yy - xy * xy,
    )
    result[..., 0, 1] = result[..., 1, 0] = xz * yz - xy * zz
    result[..., 0, 2] = result[..., 2, 0] = xy * yz - xz * yy
    result[..., 1, 2] = result[..., 2, 1] = xy * xz - xx * yz
    result /= (xx * result[..., 0, 0] + xy * result[..., 0, 1] + xz * result[..., 0, 2])[..., None, None]
    return result


def contrast(shares: np.ndarray, small: Small, radii: tuple[int, ...], tick: Tick) -> np.ndarray:
    """Return (h, w) float32 0..1 how much the two sides of each pixel differ.

    The root of the mean, over the radii, of the largest difference between two half windows, in four
    directions: the chi-square distance of their mean posteriors (Martin, Fowlkes & Malik 2004, with
    posteriors for histograms), times how surely their mean colors in CIELab look different, 1 - exp(-d² / 2
    SEEN²): where a color changes slowly posteriors change fast, but there is no border.
    """
    total = np.zeros(shares.shape[:2], np.float32)
    sides = small.weight, np.ascontiguousarray(shares * small.weight[..., None]), small.lab
    for number, radius in enumerate(radii):
        tick(number / len(radii))
        total += _largest(sides, radius, lambda part, done=number: tick((done + part) / len(radii)))
    return frozen(np.sqrt(total / len(radii)))


Sides = tuple[np.ndarray, np.ndarray, np.ndarray]  # weights, shares by weight, colors by weight


def _largest(sides: Sides, radius: int, tick: Callable[[float], None]) -> np.ndarray:
    half, slanted = (radius + 1) // 2, max(1, round((radius + 1) // 2 * 0.8))
    wide, high, square = (radius, 2 * radius + 1), (2 * radius + 1, radius), (radius + 2, radius + 2)
    looks = (
        (wide, (0, half)),
        (high, (half, 0)),
        (square, (slanted, slanted)),
        (square, (-slanted, slanted)),
    )
    most = np.zeros(sides[0].shape, np.float32)
    for number, look in enumerate(looks):
        tick(number / len(looks))
        most = np.maximum(most, _difference(sides, *look))
    return most


def _difference(sides: Sides, window: tuple[int, int], step: tuple[int, int]) -> np.ndarray:
    """Return (h, w) 0..1 how much windows before and after each pixel differ, see contrast."""
    weight, shares, lab = (
        cv2.blur(each, window, borderType=cv2.BORDER_REFLECT).reshape(each.shape) for each in sides
    )
    held = np.maximum(weight, np.float32(TINY))[..., None]
    (w, one, x), (v, other, y) = (
        [_moved(each, *way) for each in (weight, shares / held, lab / held)]
        for way in (step, (-step[0], -step[1]))
    )
    distance = (np.square(one - other) / (one + other + np.float32(TINY))).sum(axis=2) / 2
    distance[np.minimum(w, v) < TINY] = 0  # nothing shows on one side
    apart = np.square(x - y).sum(axis=2)
    return distance * (1 - np.exp(apart / np.float32(-2 * SEEN**2)))


def _moved(values: np.ndarray, down: int, right: int) -> np.ndarray:
    """Return what is so far down and right of each pixel; beyond the end, what is mirrored there.

    By OpenCV: NumPy would hold the interpreter's lock while it picks.
    """
    height, width = values.shape[:2]
    top, left = max(down, 0), max(right, 0)
    wide = cv2.copyMakeBorder(values, max(-down, 0), top, max(-right, 0), left, cv2.BORDER_REFLECT)
    wide = wide.reshape(*wide.shape[:2], *values.shape[2:])  # OpenCV drops the axis of a single plane
    return wide[top : top + height, left : left + width]
