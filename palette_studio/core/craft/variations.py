"""Other palettes for a photo: its lightnesses, with chromas drawn from the photo or from harmonies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.color import ciede2000, from_polar, srgb_to_lab, srgb_to_oklab, to_polar
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.harmony import HARMONIES, guides
from palette_studio.core.craft.unlocked import unlocked, with_oklch
from palette_studio.core.mixture import GaussianMixture
from palette_studio.core.palette import Palette

PARTS = 5  # components of a photo's chroma, fewer where it has fewer colors
BITS = 5  # of the bins they are fitted to
SPREAD = 0.02  # standard deviation, OKLab, about a swatch that stands for a component
LEAST = 5.0  # mean CIEDE2000 over the swatches that can move: nobody takes one palette for another
TRIES = 80  # drawn for each that is asked for
DARKEST, LIGHTEST = 0.1, 0.97  # OKLab lightnesses between which sRGB has chroma to speak of
TINT = 0.05  # chroma of harmonies where the palette has none of its own


@dataclass(frozen=True, eq=False)
class Chromas:
    """A mixture of normal distributions in the ab plane of OKLab: which chromas a photo has.

    weights: (n,) summing to 1. means: (n, 2). covariances: (n, 2, 2).
    """

    weights: np.ndarray
    means: np.ndarray
    covariances: np.ndarray

    @classmethod
    def of_photo(cls, histogram: ColorHistogram) -> Chromas:
        """Return the mixture fitted to a photo's ab values by expectation maximization; always the same.

        A photo with next to no chroma, or next to no colors, has one component as wide as a swatch's.
        """
        bins = histogram.points("oklab", BITS, 64)
        ab = bins.place[:, 1:]
        if not bins.weight.any():  # nothing of it can be seen
            return cls(np.ones(1), np.zeros((1, 2)), SPREAD**2 * np.eye(2)[None])
        mean = np.average(ab, axis=0, weights=bins.weight)
        if len(ab) < 4 * PARTS or np.average(((ab - mean) ** 2).sum(axis=1), weights=bins.weight) < 1e-6:
            return cls(np.ones(1), mean[None], SPREAD**2 * np.eye(2)[None])
        mixture = GaussianMixture(PARTS, tol=1e-2, reg_covar=1e-3, max_iter=1000, random_state=0)
        mixture.fit(ab, sample_weight=bins.weight)
        return cls(mixture.weights_, mixture.means_, mixture.covariances_)

    @classmethod
    def of_palette(cls, palette: Palette) -> Chromas:
        """Return a mixture about the swatches, each weighing its coverage (all alike where none is known)."""
        share = np.array([swatch.coverage for swatch in palette.swatches])
        share = share if share.any() else np.ones(len(share))
        spread = np.repeat(SPREAD**2 * np.eye(2)[None], len(share), axis=0)
        return cls(share / share.sum(), srgb_to_oklab(palette.colors / 255)[:, 1:], spread)

    def drawn(self, count: int, random: np.random.Generator) -> np.ndarray:
        """Return (count, 2) ab values, each from a component taken by its weight."""
        which = random.choice(len(self.weights), count, p=self.weights / self.weights.sum())
        roots = np.linalg.cholesky(self.covariances + 1e-12 * np.eye(2))
        return self.means[which] + np.einsum("nij,nj->ni", roots[which], random.standard_normal((count, 2)))


@dataclass(frozen=True)
class Variation:
    """Another palette. harmony: the key of HARMONIES it was drawn from, "" for the photo's own mixture."""

    palette: Palette
    harmony: str = ""


def variations(palette: Palette, chromas: Chromas, count: int = 12, seed: int = 0) -> tuple[Palette, ...]:
    """Return the palettes of ``variations_told``."""
    return tuple(each.palette for each in variations_told(palette, chromas, count, seed))


def variations_told(
    palette: Palette, chromas: Chromas, count: int = 12, seed: int = 0
) -> tuple[Variation, ...]:
    """Return ``count`` palettes that differ from each other and from the one given; the same for a seed.

    By turns: ab values drawn from the photo's mixture for each swatch, and a harmony on the painters' wheel
    whose key hue is drawn from it, with the swatches' own chromas. Lightness in OKLab is kept; chroma ends
    where sRGB does; locked swatches are kept. Any two differ by a mean CIEDE2000 of at least 5 over the
    swatches that can move: unlocked, and neither near black nor white. No two swatches of a palette become
    one color. There are fewer than asked for where locks and lightnesses leave no room, none where nothing
    can move.
    Raises ValueError for a count below 0.
    """
    if count < 0:
        raise ValueError(f"count is {count}; it is at least 0")
    before = oklch_of(palette)
    free = unlocked(palette)
    rows = [row for row in free if DARKEST <= before[row, 0] <= LIGHTEST]
    random, chosen = np.random.default_rng(seed), []
    known = [srgb_to_lab(palette.colors[rows] / 255)]
    for number in range(TRIES * count if rows else 0):
        if len(chosen) == count:
            break
        if number % 2 == 0:
            harmony, after = "", _from_photo(before, chromas, random)
        else:
            harmony, after = _from_harmony(before, chromas, random)
        other = with_oklch(palette, before, after, free)
        lab = srgb_to_lab(other.colors[rows] / 255)
        apart = min(float(ciede2000(lab, seen).mean()) for seen in known)
        if apart >= LEAST and _distinct(other) >= _distinct(palette):
            chosen.append(Variation(other, harmony))
            known.append(lab)
    return tuple(chosen)


def _from_photo(before: np.ndarray, chromas: Chromas, random: np.random.Generator) -> np.ndarray:
    """Return (k, 3) OKLCH of the lightnesses of ``before``; draws are spread wider by up to a half."""
    ab = chromas.drawn(len(before), random) * random.uniform(1, 1.5)
    return to_polar(np.column_stack([before[:, 0], ab]))


def _from_harmony(
    before: np.ndarray, chromas: Chromas, random: np.random.Generator
) -> tuple[str, np.ndarray]:
    """Return the key in HARMONIES, and (k, 3) OKLCH."""
    key = to_polar(np.array([0.5, *chromas.drawn(1, random)[0]]))[2]
    name = list(HARMONIES)[random.integers(len(HARMONIES))]
    hues = guides(float(key), name, "ryb")
    after = before.copy()
    if before[:, 1].max() < GRAY:
        after[:, 1] = TINT
    after[:, 1] *= random.uniform(0.7, 1.4)
    after[:, 2] = hues[random.integers(len(hues), size=len(before))]
    return name, to_polar(from_polar(after))


def _distinct(palette: Palette) -> int:
    return len({swatch.color for swatch in palette.swatches})
