"""Recoloring by nearest swatch against a plain float64 one."""

import numpy as np
import pytest
import reference_chang as plain

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_it_equals_the_plain_method(dtype):
    rng = np.random.default_rng(0)
    most = np.iinfo(dtype).max
    for _ in range(5):
        found, edited = rng.integers(0, 256, (2, 6, 3))
        edited[:3] = found[:3]
        pixels = rng.integers(0, most + 1, (20, 30, 3)).astype(dtype)
        result = recolor(pixels, Palette.from_colors(found), Palette.from_colors(edited), method="nearest")
        lab, start, end = (srgb_to_lab(x) for x in (pixels.reshape(-1, 3) / most, found / 255, edited / 255))
        label = ((lab[:, None] - start) ** 2).sum(axis=2).argmin(axis=1)
        want = np.array([plain.to_srgb(x) for x in lab + (end - start)[label]])
        want = np.where((label < 3)[:, None], pixels.reshape(-1, 3), want * most)
        assert np.abs(result.reshape(-1, 3) - want).max() < 0.5 + 0.01 * most / 255


def test_every_swatch_lands_on_its_target():
    found = Palette.from_colors([(20, 18, 25), (120, 40, 30), (180, 150, 130)])
    edited = Palette.from_colors([(200, 18, 25), (20, 240, 30), (0, 0, 255)])
    result = recolor(found.colors[None], found, edited, method="nearest")[0]
    assert np.abs(result.astype(int) - edited.colors).max() <= 1


def test_a_preview_smears_no_border():
    """Two flat halves a step apart across a border: each goes whole to its own side."""
    found = Palette.from_colors([(100, 100, 100), (140, 140, 140)])
    edited = found.with_color(1, (200, 60, 60))
    pixels = np.empty((10, 10, 3), np.uint8)
    pixels[:, :5], pixels[:, 5:] = 119, 122
    exactly = recolor(pixels, found, edited, method="nearest")
    preview = recolor(pixels, found, edited, method="nearest", table=17)
    assert (preview[:, :5] == 119).all()
    assert np.abs(preview.astype(int) - exactly).max() <= 3
