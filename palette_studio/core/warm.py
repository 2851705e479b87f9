"""Every kernel called once, so that no drag waits for a compiler."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import numpy as np

from palette_studio.core.craft.vision import seen
from palette_studio.core.density import density
from palette_studio.core.dither import METHODS as DITHERS
from palette_studio.core.extract import METHODS as PALETTES
from palette_studio.core.extract import coverage, extract
from palette_studio.core.histogram import histograms
from palette_studio.core.lut import Lut, Stage, graded, node_colors
from palette_studio.core.mapping import Mapping, mapped
from palette_studio.core.mixture import BackgroundMixture
from palette_studio.core.mixture.demos import EXAMPLES, demo
from palette_studio.core.nearest import METRICS, nearest
from palette_studio.core.palette import Palette
from palette_studio.core.planes import PLANES
from palette_studio.core.quantize import MODES, quantize
from palette_studio.core.recolor import METHODS, exact, membership, recolor, weights
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import pyramid
from palette_studio.core.transfer import METHODS as TRANSFERS
from palette_studio.core.transfer import transfer
from palette_studio.core.trust import trust
from palette_studio.core.value_range import ValueRange, inside


def warm(tick: Tick = no_tick) -> None:
    """Compile, or load from the cache, every kernel for the arrays the window passes; touch OpenCV too."""
    warm_first(lambda fraction, partial=None: tick(fraction / 4, partial))
    warm_rest(lambda fraction, partial=None: tick((1 + 3 * fraction) / 4, partial))


def warm_first(tick: Tick = no_tick) -> None:
    """Do so with what a photo and its first drag need; once is enough."""
    if "first" in _done:
        return
    for number, (dtype, channels) in enumerate(KINDS):
        tick(number / len(KINDS))
        pixels = _picture(dtype, channels)
        _touch_engine(pixels, USUAL)
        level = pyramid(pixels)[-1]
        histograms(level)
        extract(level, 3)
        coverage(level, FOUND.colors)
        trust(level, level[::-1])
    recolor(_many(), FOUND, EDITED, method=USUAL)
    _done.add("first")
    tick(1.0)


def warm_rest(tick: Tick = no_tick) -> None:
    """Do so with what other engines, other palettes, mapping and color tables need; once is enough."""
    if "rest" in _done:
        return
    for number, (dtype, channels) in enumerate(KINDS):
        pixels = _picture(dtype, channels)
        for method in METHODS:
            tick(number / len(KINDS))
            _touch_engine(pixels, method)
        recolor(pixels, CORNERS, CORNERS.with_color(3, (90, 200, 210)), method="layers")
        membership(pixels, CORNERS, 0, "layers")
        tick((number + 0.3) / len(KINDS))
        _touch_palettes(pyramid(pixels)[-1])
        _touch_plots(pyramid(pixels)[-1])
        tick((number + 0.6) / len(KINDS))
        _touch_mapping(pixels)
        _touch_mixtures(pixels)
        _touch_regions(pixels)
        _touch_transfer(pixels)
        graded(pixels, Lut(cube=Stage(1 - node_colors(3))))
        seen(pixels, "deutan")
    for method in METHODS:
        recolor(_many(), FOUND, EDITED, method=method)
        weights(ENCLOSED.colors, ENCLOSED, method)
    _touch_backgrounds()
    for name in EXAMPLES:
        demo(name, 0)
    _done.add("rest")
    folder = Path(os.environ.get("NUMBA_CACHE_DIR", ""))
    if folder.is_absolute() and os.access(folder, os.W_OK):
        with contextlib.suppress(OSError):  # a full disk
            (folder / ALL_COMPILED).touch()
    tick(1.0)


_done: set[str] = set()
ALL_COMPILED = "all-compiled"  # a file beside the compiled kernels: none is missing
USUAL = "rbf"
FOUND = Palette.from_colors([(40, 30, 20), (90, 120, 160), (230, 210, 180)])
# One swatch stands inside the others: engines that look for hulls treat it otherwise
ENCLOSED = Palette.from_colors([(0, 0, 0), (250, 10, 10), (10, 250, 10), (10, 10, 250), (60, 60, 60)])
# Swatches that hold every color: only then do layers look at places
CORNERS = Palette.from_colors([(r, g, b) for r in (0, 255) for g in (0, 255) for b in (0, 255)])
EDITED = FOUND.with_color(1, (160, 60, 90))
KINDS = [(np.uint8, 3), (np.uint16, 3), (np.uint8, 4), (np.uint16, 4)]


def _picture(dtype: type, channels: int) -> np.ndarray:
    ramp = np.linspace(0, np.iinfo(dtype).max, 6 * 300 * channels)
    pixels = np.random.default_rng(0).permutation(ramp).reshape(6, 300, channels).astype(dtype)
    pixels.flags.writeable = False
    return pixels


def _many() -> np.ndarray:
    """Return a picture so large that it goes through the cube of all colors."""
    return np.zeros((2, exact.FEW, 3), np.uint8)


def _touch_engine(pixels: np.ndarray, method: str) -> None:
    recolor(pixels, FOUND, EDITED, method=method)
    recolor(pixels, FOUND, EDITED, method=method, table=17)
    membership(pixels, FOUND, 0, method)
    weights(FOUND.colors, FOUND, method)


def _touch_backgrounds() -> None:
    """Watch frames in color and gray by every model: for the paper's rho, kernels are compiled once more."""
    picture = _picture(np.uint8, 3)
    for options in ({"spread": 1}, {"rho": "paper", "spread": 1}, {"method": "mog2"}):
        for frame in (picture, picture[..., 0]):
            model = BackgroundMixture(**options)
            for shown in (frame, frame[::-1]):
                model.apply(shown)


def _touch_palettes(level: np.ndarray) -> None:
    for method in PALETTES:
        extract(level, 5, method=method)
    for mode in MODES:
        quantize(level, 3, mode=mode)


def _touch_plots(level: np.ndarray) -> None:
    for plane in PLANES:
        density(level, plane)
    for channel in ("lightness", "hue"):
        inside(level, ValueRange(channel, 0, 9))


def _touch_mixtures(pixels: np.ndarray) -> None:
    from palette_studio.core.photo import Photo
    from palette_studio.core.region import Region, masks_of
    from palette_studio.core.segmentation import colors_of, fitted, labels, mixture_of, painted

    photo = Photo(pixels, "")
    for channel in ("gray", "lightness", "hue", "lab", "oklab"):
        how = Segmenting(channel=channel)
        mixture = mixture_of(fitted(photo, how), None)
        for part in (pixels, photo.scene.pixels):
            painted(part, labels(part, how, mixture, photo.bits), colors_of(photo, how, mixture))
        for smooth in (0, 4):
            mask = masks_of(photo, Region(channel, mixture, frozenset({0}), smooth))[0]
        recolor(pixels, FOUND, EDITED, mask=mask)


def _touch_transfer(pixels: np.ndarray) -> None:
    for method in TRANSFERS:
        transfer(pixels, pixels[::-1], method=method, strength=0.5)


def _touch_mapping(pixels: np.ndarray) -> None:
    for metric in METRICS:
        nearest(pixels, FOUND.colors, metric=metric)
    for dither in DITHERS:
        mapped(pixels, FOUND.colors, Mapping(dither=dither))


def _touch_regions(pixels: np.ndarray) -> None:
    from palette_studio.core.mixture.color import ColorBins, fit_colors
    from palette_studio.core.mixture.segment import RegionOptions, label_sums, segmented

    components = fit_colors(ColorBins.of(pixels), 2, iterations=2).components
    for smooth in (0, 4):
        found = segmented(pixels, components, "lab", RegionOptions(smooth=smooth, least=0.01))
        found.mask(0)
        label_sums(pixels, found.labels)
