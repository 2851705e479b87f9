"""A photo divided by a mixture: the fit, the regions, and how they are painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from palette_studio.core.color import linear_to_srgb, srgb_to_lab, srgb_to_linear, srgb_to_oklab
from palette_studio.core.mixture.channels import CHANNELS, bins, labeled, plane
from palette_studio.core.mixture.color import ColorFit, finished, fit_colors, labels_of
from palette_studio.core.mixture.color_bins import ColorBins, seen
from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.histogram import HistogramFit, fit_histogram
from palette_studio.core.mixture.line import Bins, LineMixture
from palette_studio.core.mixture.segment import RegionOptions, segmented
from palette_studio.core.palette import Rgb
from palette_studio.core.segmenting import COLORFUL, Segmenting
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

NO_LABEL = 255
Fit = HistogramFit | ColorFit
Mixture = LineMixture | Components


def fitted(photo: Photo, how: Segmenting, tick: Tick = no_tick, *, exact: bool = True) -> Fit:
    """Return the fit of all of a photo's pixels, worked out the first time.

    exact: as to every pixel; if not, whole colors may be fitted by bins, in the blink of an eye. tick gets
    the mixtures on the way. Raises ValueError where the photo holds nothing to fit.
    """
    best = photo.scene.remembered(("exact", how.key))
    if best is not None:
        return best
    fit = photo.scene.known(how.key, lambda: _fit(photo, how, tick))
    if not exact or how.held or not isinstance(fit, ColorFit):
        return fit
    best = finished(fit, ColorBins.distinct(photo.pixels, how.channel), how.locked, tick)
    return photo.scene.known(("exact", how.key), lambda: best)


def colors_fitted(pixels: np.ndarray, k: int | str, space: str = "lab", tick: Tick = no_tick) -> ColorFit:
    """Return the mixture of all pixels' colors; see fit_colors."""
    fit = fit_colors(ColorBins.of(pixels, space), k, tick=tick)
    return finished(fit, ColorBins.distinct(pixels, space), tick=tick)


def _fit(photo: Photo, how: Segmenting, tick: Tick) -> Fit:
    if how.colorful:
        colors = photo.scene.known(
            ("color bins", how.channel), lambda: ColorBins.of(photo.pixels, how.channel, tick)
        )
        hand = how.by_hand if isinstance(how.by_hand, Components) else None
        if hand is not None and how.held:
            return fit_colors(colors, len(hand), start=hand, iterations=0)
        if hand is not None:
            return fit_colors(colors, len(hand), start=hand, locked=how.locked, tick=tick)
        return fit_colors(colors, how.k, criterion=how.criterion, tick=tick)
    line = photo.scene.known(("bins", how.channel, how.ignore_ends), lambda: _bins(photo, how))
    hand = how.by_hand if isinstance(how.by_hand, LineMixture) else None
    if hand is None:
        return fit_histogram(line, how.k, start=how.start, criterion=how.criterion, tick=tick)
    if how.held:
        return fit_histogram(line, len(hand), start=hand, iterations=0)
    return fit_histogram(line, len(hand), start=hand, locked=how.locked, tick=tick)


def _bins(photo: Photo, how: Segmenting) -> Bins:
    alpha = photo.pixels[..., 3] if photo.pixels.shape[2] == 4 else None
    return bins(plane(photo.pixels, how.channel), how.channel, alpha, ignore_ends=how.ignore_ends)


def place_of(rgb: Rgb, channel: str) -> tuple[float, ...]:
    """Return where an 8-bit color lies among what is mixed.

    Of "lab" and "oklab" three numbers, as ColorBins has them; else the value of the channel, none where a
    color has no hue.
    """
    if channel in COLORFUL:
        srgb = np.array(rgb) / 255
        color = srgb_to_lab(srgb) if channel == "lab" else srgb_to_oklab(srgb) * 100
        return tuple(color.tolist())
    value = int(plane(np.array([[rgb]], np.uint8), channel)[0, 0])
    return () if channel == "hue" and value == 360 else (float(value),)


def mixture_of(fit: Fit, iteration: int | None) -> Mixture:
    """Return the mixture after an iteration, None for the last one."""
    last = len(fit.trace) - 1
    at = last if iteration is None else min(iteration, last)
    return fit.at(at) if isinstance(fit, HistogramFit) else fit.trace[at]


def labels(
    pixels: np.ndarray, how: Segmenting, mixture: Mixture, bits: int, tick: Tick = no_tick
) -> np.ndarray:
    """Return (h, w) uint8 the component of each pixel; NO_LABEL where it has none: no hue, or alpha 0.

    bits: of the photo that the mixture was fitted to; the pixels may be a smaller picture of it, of 8 bits.
    """
    mixture = _as_deep(mixture, how, pixels, bits)
    if how.smooth:
        options = RegionOptions(smooth=how.smooth, merge=0.0)
        return segmented(pixels, mixture, how.channel, options, tick).labels
    if isinstance(mixture, Components):
        result = labels_of(pixels, mixture, how.channel)
    else:
        values = plane(pixels, how.channel)
        deep = values.dtype == np.uint16 and how.channel == "gray"
        result = labeled(values, mixture.labels(np.arange(CHANNELS[how.channel].values[16 if deep else 8])))
    if pixels.shape[2] == 4:
        result[pixels[..., 3] == 0] = NO_LABEL
    return result


def _as_deep(mixture: Mixture, how: Segmenting, pixels: np.ndarray, bits: int) -> Mixture:
    """Return the mixture in the values of 8-bit pixels where the photo has 16."""
    if bits == 8 or pixels.dtype == np.uint16 or how.channel != "gray" or isinstance(mixture, Components):
        return mixture
    return LineMixture.of(mixture.values / np.array([[1.0], [257], [257**2]]), mixture.period)


def colors_of(photo: Photo, how: Segmenting, mixture: Mixture) -> np.ndarray:
    """Return (k, 3) uint8: what each component looks like.

    A component of colors is its mean; one of a channel is the mean light of the pixels that belong to it in
    a small picture, or the gray of its mean where none do.
    """
    if isinstance(mixture, Components):
        return seen(mixture.means, how.channel)
    key = "component colors", how.channel, mixture.values.tobytes()
    return photo.scene.known(key, lambda: _mean_colors(photo, how, mixture))


def _mean_colors(photo: Photo, how: Segmenting, mixture: LineMixture) -> np.ndarray:
    pixels, k = photo.scene.pixels, len(mixture)
    label = labels(pixels, replace(how, smooth=0), mixture, photo.bits).ravel()
    count = np.bincount(label, minlength=256)[:k]
    light = srgb_to_linear(np.arange(256) / 255)[pixels[..., :3].reshape(-1, 3)]
    sums = np.stack([np.bincount(label, light[:, c], 256)[:k] for c in range(3)], axis=1)
    mean = linear_to_srgb(sums / np.maximum(count, 1)[:, None]) * 255
    span = 257 if photo.bits == 16 and how.channel == "gray" else 1
    gray = np.repeat(np.clip(mixture.means / span, 0, 255)[:, None], 3, axis=1)
    return np.where(count[:, None] > 0, mean, gray).round().astype(np.uint8)


def painted(pixels: np.ndarray, label: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Return the pixels with every region in one color; what has no label stays, and so does alpha.

    colors: (k, 3) uint8. The result has the pixels' own depth.
    """
    top = 257 if pixels.dtype == np.uint16 else 1
    table = np.zeros((256, 3), pixels.dtype)
    table[: len(colors)] = colors.astype(pixels.dtype) * top
    result = np.empty_like(pixels)

    def work(start: int, stop: int) -> None:
        part, kept = result[start:stop], label[start:stop] == NO_LABEL
        part[...] = pixels[start:stop]
        part[..., :3] = table[label[start:stop]]
        part[kept] = pixels[start:stop][kept]

    each_block(len(pixels), work)
    return result


def indexed_labels(label: np.ndarray, colors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what an indexed PNG of the regions holds: (h, w) uint8 and (n, 4) entries, the components first.

    Where there is no label there is one more entry, clear.
    """
    entries = np.concatenate([np.insert(colors, 3, 255, axis=1), np.zeros((1, 4), np.uint8)])
    label = np.minimum(label, len(colors))
    return label, entries if (label == len(colors)).any() else entries[:-1]


def masked(pixels: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return (h, w, 4) pixels that show as much as they belong. share: (h, w) uint8, 255 where it is all."""
    most = np.iinfo(pixels.dtype).max
    result = np.empty((*pixels.shape[:2], 4), pixels.dtype)
    result[..., :3] = pixels[..., :3]
    shown = pixels[..., 3] if pixels.shape[2] == 4 else float(most)
    result[..., 3] = (share / 255 * shown).round()
    return result
