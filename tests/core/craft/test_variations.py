"""Variations: many, different, of the photo's lightness, and the same for a seed."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import FIVE, colors, locked
from PIL import Image

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.craft.gamut import oklch_of, rgb_of
from palette_studio.core.craft.variations import DARKEST, LEAST, LIGHTEST, Chromas, variations
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette

SAMPLES = ["astronaut", "bowl-with-fig", "cat", "coffee", "mountain-path", "rocket"]


def distances(palettes, rows):
    labs = [srgb_to_lab(palette.colors[rows] / 255) for palette in palettes]
    count = len(labs)
    return [ciede2000(labs[i], labs[j]).mean() for i in range(count) for j in range(i + 1, count)]


def movable(palette):
    light = oklch_of(palette)[:, 0]
    return [i for i, s in enumerate(palette.swatches) if not s.locked and DARKEST <= light[i] <= LIGHTEST]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_has_twelve_palettes_that_nobody_takes_for_another(name, coffee):
    with Image.open(coffee.with_name(f"{name}.jpg")) as image:
        pixels = np.asarray(image.convert("RGB").reduce(4))
    palette = extract(pixels, 6)
    chromas = Chromas.of_photo(ColorHistogram.of(pixels))
    found = variations(palette, chromas)
    assert len(found) == 12
    assert min(distances([palette, *found], movable(palette))) >= LEAST
    assert found == variations(palette, chromas)
    assert found != variations(palette, chromas, seed=1)
    for other in found:
        assert np.abs(oklch_of(other)[:, 0] - oklch_of(palette)[:, 0]).max() < 0.005
        assert len(set(colors(other))) == len(palette)


def test_the_mixture_of_a_photo_has_its_mean_chroma():
    random = np.random.default_rng(0)
    pixels = np.clip(random.normal((150, 90, 60), 9, (60, 60, 3)), 0, 255).astype(np.uint8)
    pixels[:30] = np.clip(random.normal((60, 100, 160), 9, (30, 60, 3)), 0, 255).astype(np.uint8)
    chromas, histogram = Chromas.of_photo(ColorHistogram.of(pixels)), ColorHistogram.of(pixels)
    mean = np.average(histogram.oklab[:, 1:], axis=0, weights=histogram.weight)
    assert chromas.weights @ chromas.means == pytest.approx(mean, abs=1e-3)
    drawn = chromas.drawn(20000, np.random.default_rng(1))
    assert drawn.mean(axis=0) == pytest.approx(mean, abs=2e-3)


def test_swatches_that_a_harmony_would_make_one_stay_apart():
    lch = np.column_stack([np.full(4, 0.6), np.full(4, 0.08), [10, 100, 190, 280]])
    palette = Palette.from_colors(rgb_of(lch))
    found = variations(palette, Chromas.of_palette(palette), 20)
    assert len(found) == 20
    assert all(len(set(colors(other))) == 4 for other in found)


def test_locked_swatches_are_kept_and_all_locked_leave_no_room():
    palette = locked(FIVE, 1, 3)
    found = variations(palette, Chromas.of_palette(palette), 8)
    assert len(found) == 8
    assert all(other[row] == palette[row] for other in found for row in (1, 3))
    assert variations(locked(FIVE, 0, 1, 2, 3, 4), Chromas.of_palette(FIVE)) == ()


def test_a_gray_photo_is_tinted_and_black_and_white_cannot_be():
    gray = np.repeat(np.linspace(20, 230, 4096).astype(np.uint8).reshape(64, 64, 1), 3, axis=2)
    palette = extract(gray, 5)
    found = variations(palette, Chromas.of_photo(ColorHistogram.of(gray)), 8)
    assert len(found) == 8
    assert min(distances([palette, *found], movable(palette))) >= LEAST
    extremes = Palette.from_colors([(0, 0, 0), (255, 255, 255)])
    assert variations(extremes, Chromas.of_palette(extremes)) == ()
    assert variations(FIVE, Chromas.of_palette(FIVE), 0) == ()
    with pytest.raises(ValueError, match="count is -1"):
        variations(FIVE, Chromas.of_palette(FIVE), -1)
