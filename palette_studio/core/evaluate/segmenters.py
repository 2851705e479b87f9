"""Ways of dividing photos into regions, beside what people drew: ours and Felzenszwalb and Huttenlocher's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from palette_studio.core.evaluate.segmentation import (
    Agreement,
    agreement,
    drawn_photos,
    human_segmentations,
)
from palette_studio.core.files import read_photo
from palette_studio.core.mixture.segment import RegionOptions, segmented
from palette_studio.core.segmentation import colors_fitted
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import to_8_bit

COMPONENTS = 10  # for all photos
SCALES = (50, 100, 200, 400, 800)  # of Felzenszwalb and Huttenlocher 2004, with scikit-image's other defaults
ONE = "one region"
OURS = "mixture"


@dataclass(frozen=True)
class Table:
    """photos: how many there were. methods: the mean over them, by name."""

    photos: int
    methods: dict[str, Agreement]


def compared(folder: Path, tick: Tick = no_tick) -> Table:
    """Return the agreement of each method, with one setting for all photos, with the people of a folder.

    See segmentation.drawn_photos for what is in it; raises ValueError where nothing is, or where a photo and
    a drawing are not of one size. Methods whose library is not installed are left out.
    """
    pairs = drawn_photos(folder)
    methods = segmenters()
    found: dict[str, list[Agreement]] = {name: [] for name in methods}
    for number, (path, drawn) in enumerate(pairs):
        pixels = to_8_bit(read_photo(path).pixels)
        humans = human_segmentations(drawn)
        if any(human.shape != pixels.shape[:2] for human in humans):
            raise ValueError(f"{drawn.name} holds label maps of another size than {path.name}.")
        for place, (name, method) in enumerate(methods.items()):
            tick((number + place / len(methods)) / len(pairs))
            found[name].append(agreement(method(pixels), humans))
    tick(1.0)
    return Table(len(pairs), {name: Agreement.mean(each) for name, each in found.items()})


def segmenters() -> dict[str, Callable[[np.ndarray], np.ndarray]]:
    """Return functions from pixels to (h, w) region numbers, by name."""
    result: dict[str, Callable[[np.ndarray], np.ndarray]] = {ONE: one_region, OURS: by_mixture}
    if find_spec("skimage") is not None:
        result |= {f"felzenszwalb {scale}": partial(by_felzenszwalb, scale=scale) for scale in SCALES}
    return result


def one_region(pixels: np.ndarray) -> np.ndarray:
    return np.zeros(pixels.shape[:2], np.int32)


def by_mixture(pixels: np.ndarray, options: RegionOptions | None = None) -> np.ndarray:
    fit = colors_fitted(pixels, COMPONENTS)
    return segmented(pixels, fit.components, "lab", options or RegionOptions()).regions


def by_felzenszwalb(pixels: np.ndarray, scale: float) -> np.ndarray:
    from skimage.segmentation import felzenszwalb

    return felzenszwalb(pixels[..., :3], scale=scale, sigma=0.8, min_size=20)
