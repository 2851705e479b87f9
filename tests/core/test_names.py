"""Every color has a name, and no two swatches of a palette have the same."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import srgb_to_oklab
from palette_studio.core.names import NAMES, name_of, named
from palette_studio.core.palette import Palette, Swatch

ENTRIES = [entry.split() for entry in NAMES.split(",")]


def test_there_are_about_200_words_each_once():
    words, values = zip(*ENTRIES, strict=True)
    assert 190 <= len(words) <= 240
    assert len(set(words)) == len(words) and len(set(values)) == len(values)
    assert all(word.isalpha() and word.istitle() for word in words)


def test_a_color_of_the_list_has_its_own_name():
    for word, value in ENTRIES:
        assert name_of(tuple(bytes.fromhex(value))) == word


def test_the_name_is_that_of_the_nearest_in_oklab():
    lab = srgb_to_oklab(np.array([list(bytes.fromhex(value)) for _, value in ENTRIES]) / 255)
    for rgb in np.random.default_rng(0).integers(0, 256, (200, 3)):
        nearest = int(np.argmin(((lab - srgb_to_oklab(rgb / 255)) ** 2).sum(axis=1)))
        assert name_of(rgb) == ENTRIES[nearest][0]


def test_no_color_is_far_from_a_name():
    axis = np.linspace(0, 255, 18)
    grid = srgb_to_oklab(np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 1, 3) / 255)
    lab = srgb_to_oklab(np.array([list(bytes.fromhex(value)) for _, value in ENTRIES]) / 255)
    away = np.sqrt(((grid - lab) ** 2).sum(axis=2)).min(axis=1)
    assert away.max() < 0.1 and away.mean() < 0.045  # black to white is 1


def test_names_that_stand_are_kept_and_nameless_swatches_get_free_ones():
    red = (255, 0, 0)
    locked = Swatch(red, coverage=0.5, locked=True)
    palette = Palette((Swatch(red), Swatch(red, "Red"), locked, Swatch((0, 0, 0))))
    result = named(palette)
    words = [swatch.name for swatch in result.swatches]
    assert words[1] == "Red" and words[3] == "Black" and "Red" not in (words[0], words[2])
    assert len(set(words)) == 4
    assert result[2].coverage == 0.5 and result[2].locked and result[2].color == red
    assert named(result) == result


def test_more_swatches_than_words_are_numbered():
    result = named(Palette.from_colors([(10, 20, 30)] * 256))
    assert len({swatch.name for swatch in result.swatches}) == 256
    assert result[255].name.split()[0] == result[0].name
