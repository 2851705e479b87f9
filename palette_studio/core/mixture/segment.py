"""A picture divided by a mixture of its colors: by component, and into regions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from palette_studio.core.mixture.channels import plane
from palette_studio.core.mixture.color import labels_of
from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.line import LineMixture, frozen
from palette_studio.core.mixture.regions import (
    ROWS,
    borders_between,
    connected,
    in_order,
    merged,
    renumber,
    sums_inside,
    without_small,
)
from palette_studio.core.mixture.smoothing import Small, contrast, guided, posteriors, spread
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, to_8_bit

NONE = 255  # the label of pixels that do not count
MOST = NONE  # components
LEAST = 5e-5  # of the picture: smaller regions go before any is compared by more than its color
RADII = (4, 8)  # of the windows that borders are judged by


@dataclass(frozen=True)
class RegionOptions:
    """smooth: radius of the guided filter, in pixels of a picture of smoothing.SIDE; 0 for none.

    rounds: of the spatially variant mixture, before. least: share of the picture below which a region becomes
    part of the most similar one beside it, at least LEAST. merge: how much regions that touch differ at
    least, see regions.costs; 0 keeps all.
    """

    smooth: int = 8
    rounds: int = 0
    least: float = 0.0005
    merge: float = 0.007

    def __post_init__(self) -> None:
        if self.smooth < 0 or self.rounds < 0 or not 0 <= self.least <= 1 or not self.merge >= 0:
            raise ValueError(
                f"a segmentation has smooth, rounds and merge of at least 0 and least of 0 to 1, not {self}"
            )


@dataclass(frozen=True, eq=False)
class Segments:
    """(h, w) uint8 labels, components after smoothing and the loss of small regions; (h, w) int32 regions.

    Pixels that do not count, because nothing of them shows or because they have no hue where hues are
    looked at, have label 255 and region -1. Regions are numbered in the order of their first pixels.
    """

    labels: np.ndarray
    regions: np.ndarray
    _soft: _Soft

    def mask(self, *components: int, tick: Tick = no_tick) -> np.ndarray:
        """Return (h, w) uint8 how much each pixel belongs to some components, see soft_mask."""
        return self._soft.mask(components, tick)

    @property
    def count(self) -> int:
        """How many regions there are."""
        return int(self.regions.max(initial=-1)) + 1


def segmented(
    pixels: np.ndarray,
    mixture: Components | LineMixture,
    space: str,
    options: RegionOptions = RegionOptions(),
    tick: Tick = no_tick,
) -> Segments:
    """Return the components and regions of (h, w, 3|4) uint8 or uint16 pixels.

    mixture: of the pixels' colors (space: lab or oklab), or of one of channels.CHANNELS, fitted to values as
    deep as the pixels. Raises ValueError for more than MOST components.
    """
    if len(mixture) > MOST:
        raise ValueError(f"a picture is divided into at most {MOST} components, not {len(mixture)}")
    soft = _Soft.of(pixels, mixture, space, options, _part(tick, 0, 0.12))
    strength = contrast(soft.plain, soft.small, RADII, _part(tick, 0.12, 0.15))
    labels = soft.labels(_part(tick, 0.15, 0.4))
    regions, count = connected(labels, _part(tick, 0.4, 0.5))
    sums = sums_inside(soft.pixels, regions, count, _part(tick, 0.5, 0.7))
    borders = borders_between(regions, count, strength, _part(tick, 0.7, 0.8))
    least = max(options.least, LEAST) * sums[:, 0].sum()
    numbers, sums, borders = without_small(sums, borders, least, _part(tick, 0.8, 0.85))
    _relabel(labels, regions, numbers, count)
    joined = merged(sums, borders, options.merge, _part(tick, 0.85, 1))
    renumber(regions, in_order(joined[numbers]))
    tick(1.0)
    return Segments(frozen(labels), frozen(regions), soft)


def soft_mask(
    pixels: np.ndarray,
    mixture: Components | LineMixture,
    space: str,
    components: Collection[int],
    smooth: int = 8,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return (h, w) uint8, read-only: how much pixels belong to some components, 255 where it is all.

    pixels, mixture, space and smooth: as ``segmented`` has them. The shares are rounded so that the masks of
    all components sum to exactly 255, and that of some is the sum of theirs; pixels that do not count have 0.
    Raises ValueError for a component that the mixture does not have.
    """
    soft = _Soft.of(pixels, mixture, space, RegionOptions(smooth=smooth), _part(tick, 0, 0.3))
    return soft.mask(components, _part(tick, 0.3, 1))


def label_sums(pixels: np.ndarray, labels: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (256, 4) of each label the number of pixels and the sums of their 8-bit red, green and blue."""
    from palette_studio.core.kernels.regions import colors_summed

    pixels = to_8_bit(pixels)
    sums = np.zeros((256, 4), np.int64)
    for start in range(0, len(labels), ROWS):
        tick(start / len(labels))
        colors_summed(pixels[start : start + ROWS], labels[start : start + ROWS], sums)
    return sums


def _part(tick: Tick, start: float, stop: float) -> Tick:
    def part(fraction: float, partial: object = None) -> None:
        tick(start + (stop - start) * min(fraction, 1.0), partial)

    return part


def _relabel(labels: np.ndarray, regions: np.ndarray, numbers: np.ndarray, count: int) -> None:
    """Give what became one region the label of its largest part, in place."""
    from palette_studio.core.kernels.regions import region_labels, relabeled

    if not count or numbers.max() + 1 == count:
        return
    own, sizes = np.zeros(count, np.uint8), np.zeros(count, np.int64)
    region_labels(labels, regions, own, sizes)
    order = np.lexsort([-sizes, numbers])
    _, first = np.unique(numbers[order], return_index=True)
    largest = own[order[first]][numbers]
    each_block(len(labels), lambda a, b: relabeled(regions[a:b], largest, labels[a:b]))


@dataclass(frozen=True, eq=False)
class _Soft:
    """What posteriors at any place come from. pixels: 8-bit ones. filtered: see smoothing.guided, or None.

    small: the picture, small, and plain: the posteriors in it.
    """

    pixels: np.ndarray
    deep: np.ndarray
    seen: np.ndarray
    mixture: Components | LineMixture
    space: str
    small: Small
    plain: np.ndarray
    filtered: np.ndarray | None

    @classmethod
    def of(
        cls,
        pixels: np.ndarray,
        mixture: Components | LineMixture,
        space: str,
        options: RegionOptions,
        tick: Tick,
    ) -> _Soft:
        seen = _seen(pixels, space)
        small = Small.of(pixels, seen)
        plain = posteriors(small.pixels, mixture, space)
        filtered = None
        if options.smooth or options.rounds:
            shares = spread(plain, mixture.weights, options.rounds, small, _part(tick, 0, 0.5))
            filtered = guided(shares, options.smooth, small, _part(tick, 0.5, 1))
        return cls(to_8_bit(pixels), pixels, seen, mixture, space, small, plain, filtered)

    def labels(self, tick: Tick) -> np.ndarray:
        from palette_studio.core.kernels.regions import filtered_labels

        out = np.empty(self.seen.shape, np.uint8)
        filtered = self.filtered

        def work(start: int, stop: int) -> None:
            if filtered is not None:
                filtered_labels(self.pixels[start:stop], self.seen, filtered, start, out[start:stop])
                return
            part, seen = self.deep[start:stop], self.seen[start:stop]
            if isinstance(self.mixture, Components):
                out[start:stop] = labels_of(part, self.mixture, self.space)
            else:
                out[start:stop] = posteriors(part, self.mixture, self.space).argmax(axis=2)
            out[start:stop][~seen] = NONE

        each_block(len(out), work, tick, block=32)
        return out

    def mask(self, components: Collection[int], tick: Tick) -> np.ndarray:
        from palette_studio.core.kernels.regions import filtered_shares

        chosen = np.zeros(len(self.mixture), bool)
        for component in components:
            if not 0 <= component < len(chosen):
                raise ValueError(f"a component is 0 to {len(chosen) - 1}, not {component}")
            chosen[component] = True
        out = np.empty(self.seen.shape, np.uint8)
        filtered = self.filtered

        def work(start: int, stop: int) -> None:
            if filtered is not None:
                part = self.pixels[start:stop]
                filtered_shares(part, self.seen, filtered, start, chosen, out[start:stop])
                return
            shares = posteriors(self.deep[start:stop], self.mixture, self.space)
            out[start:stop] = _rounded(shares)[..., chosen].sum(axis=2)
            out[start:stop][~self.seen[start:stop]] = 0

        each_block(len(out), work, tick, block=32)
        return frozen(out)


def _rounded(shares: np.ndarray) -> np.ndarray:
    """Return (h, w, k) uint8: shares laid end to end and rounded where they end, so that they sum to 255."""
    ends = np.cumsum(shares, axis=2)
    ends = np.floor(ends / ends[..., -1:] * 255 + np.float32(0.5)).astype(np.uint8)
    return np.diff(ends, axis=2, prepend=np.uint8(0))


def _seen(pixels: np.ndarray, space: str) -> np.ndarray:
    """Return (h, w) bool which pixels count."""
    seen = np.ones(pixels.shape[:2], bool) if pixels.shape[2] == 3 else pixels[..., 3] > 0
    return seen & (plane(pixels, space) < 360) if space == "hue" else seen
