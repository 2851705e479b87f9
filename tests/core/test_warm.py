"""After warming nothing compiles any more, and importing costs no compiler."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from numba.core.dispatcher import Dispatcher

from palette_studio.core import kernels
from palette_studio.core.craft.vision import seen
from palette_studio.core.extract import extract
from palette_studio.core.histogram import histograms
from palette_studio.core.mixture.color import ColorBins, fit_colors
from palette_studio.core.mixture.demos import EXAMPLES, demo
from palette_studio.core.mixture.hand import moved, shifted
from palette_studio.core.mixture.line import LineMixture
from palette_studio.core.mixture.segment import RegionOptions, label_sums, segmented
from palette_studio.core.nearest import nearest
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.recolor import METHODS, membership, recolor, weights
from palette_studio.core.segmentation import fitted, labels, mixture_of
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.warm import warm

FOUND = Palette.from_colors([(20, 18, 25), (120, 40, 30), (180, 150, 130), (60, 80, 140)])


def compiled():
    """Return how many versions there are of each kernel."""
    modules = [value for name, value in vars(kernels).items() if not name.startswith("_")]
    return {
        (module.__name__, name): len(value.signatures)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Dispatcher)
    }


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [3, 4])
def test_nothing_compiles_after_warming(dtype, channels):
    warm()
    before = compiled()
    size = (700, 500) if dtype == np.uint8 else (240, 180)  # large ones go another way at 8 bits alone
    values = np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, (*size, channels))
    photo = Photo(values.astype(dtype), "noise")
    edited = FOUND.with_color(1, (30, 120, 160)).with_color(2, (200, 160, 120))
    sizes = photo.pixels, photo.levels[-1]
    for pixels in sizes:
        for method in METHODS:
            for table in (None, 33):
                recolor(pixels, FOUND, edited, method=method, table=table, strength=0.7, keep_light=0.2)
            membership(pixels, FOUND, 1, method)
            weights(FOUND.colors, FOUND, method)
        seen(pixels, "tritan", 0.5)
        histograms(pixels)
        extract(pixels, 5, locked=[(1, 2, 3)])
        nearest(pixels, FOUND.colors)
    for channel in ("gray", "lightness", "hue", "lab", "oklab"):
        how = Segmenting(channel=channel, k=4)
        mixture = mixture_of(fitted(photo, how), None)
        if isinstance(mixture, LineMixture):
            hand = moved(mixture, 0, mean=30, weight=0.2)
            assert fitted(photo, Segmenting(channel=channel, k="auto"))
        else:
            hand = shifted(mixture, 0, 3, 4)
        for held in (True, False):
            assert fitted(photo, replace(how, by_hand=hand, held=held, locked=(1,)))
        for pixels in sizes:
            labels(pixels, how, hand, photo.bits)
        mixture = fit_colors(ColorBins.of(pixels), 3, iterations=2).components
        for smooth in (0, 8):
            segments = segmented(pixels, mixture, "lab", RegionOptions(smooth=smooth, rounds=smooth // 4))
            segments.mask(1)
            label_sums(pixels, segments.labels)
    for name in EXAMPLES:
        demo(name, 1)
    assert before
    assert compiled() == before


def test_importing_the_core_imports_neither_compiler_nor_opencv():
    names = ["photo", "document", "color", "histogram", "extract", "recolor", "nearest", "warm"]
    code = "import sys\n" + "\n".join(f"import palette_studio.core.{name}" for name in names)
    code += "\nassert not {'numba', 'cv2', 'PIL', 'torch'} & set(sys.modules), sorted(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
