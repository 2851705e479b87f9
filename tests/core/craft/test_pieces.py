"""Swatches split, merged and doubled: both palettes go together, and nothing moves that was not edited."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from craft_palettes import FIVE, colors, locked
from PIL import Image

from palette_studio.core.color import srgb_to_lab, srgb_to_oklab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.craft.pieces import duplicated, halves, merged, split
from palette_studio.core.extract import extract
from palette_studio.core.mixture.components import Components
from palette_studio.core.names import named
from palette_studio.core.palette import MOST, Mixed, Palette, Swatch
from palette_studio.core.recolor import METHODS, recolor


@pytest.fixture(scope="module")
def pixels(coffee):
    with Image.open(coffee) as image:
        return np.asarray(image.convert("RGB").reduce(4))


@pytest.fixture(scope="module")
def found(pixels):
    return named(extract(pixels, 5))


def test_halves_are_the_two_means_of_the_region(pixels, found):
    parts = halves(ColorHistogram.of(pixels), found, 2)
    flat = srgb_to_lab(pixels.reshape(-1, 3) / 255)
    label = ((flat[:, None] - srgb_to_lab(found.colors / 255)) ** 2).sum(axis=2).argmin(axis=1)
    mine = flat[label == 2]
    centers = srgb_to_lab(np.array([part.color for part in parts]) / 255)
    near = ((mine[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
    for i in (0, 1):
        assert np.linalg.norm(mine[near == i].mean(axis=0) - centers[i]) < 0.5  # 8 bits, and k-means' end
        assert parts[i].coverage == pytest.approx((near == i).sum() / len(flat), abs=2e-3)
    assert sum(part.coverage for part in parts) == pytest.approx(found[2].coverage)
    assert parts[0].coverage >= parts[1].coverage
    assert parts == halves(ColorHistogram.of(pixels), found, 2)


def test_halves_of_two_flat_colors_are_those_colors_with_their_shares():
    pixels = np.full((10, 10, 3), 200, np.uint8)
    pixels[:3] = (90, 30, 20)
    pixels[3:4] = (110, 40, 30)
    first, second = halves(
        ColorHistogram.of(pixels), Palette.from_colors([(100, 30, 30), (200, 200, 200)]), 0
    )
    assert (first.color, second.color) == ((90, 30, 20), (110, 40, 30))
    assert (first.coverage, second.coverage) == pytest.approx((0.3, 0.1))
    with pytest.raises(ValueError, match="nothing to split"):
        halves(ColorHistogram.of(pixels), Palette.from_colors([(100, 30, 30), (200, 200, 200)]), 1)


def test_a_duplicate_is_split_as_its_like_is_each_with_half_the_pixels(pixels, found):
    twice = duplicated(found, found, 2)[0]
    histogram = ColorHistogram.of(pixels)
    first, second = halves(histogram, twice, 2), halves(histogram, twice, 3)
    assert first == second
    assert [part.color for part in first] == [part.color for part in halves(histogram, found, 2)]
    assert sum(part.coverage for part in first) == pytest.approx(twice[2].coverage)


@pytest.mark.parametrize("method", METHODS)
def test_a_split_where_nothing_is_edited_leaves_the_picture_as_it_was(method, pixels, found):
    pair = split(found, found, 2, halves(ColorHistogram.of(pixels), found, 2))
    assert colors(pair[0]) == colors(pair[1]) and len(pair[0]) == 6
    assert np.array_equal(recolor(pixels, *pair, method=method), pixels)
    assert len({swatch.name for swatch in pair[1].swatches}) == 6


def test_the_parts_of_an_edited_swatch_have_moved_as_it_did(pixels, found):
    edited = found.with_color(2, tuple(int(v) for v in found.colors[2] // 2 + 40))
    parts = halves(ColorHistogram.of(pixels), found, 2)
    then, now = split(found, edited, 2, parts)
    old, new = (srgb_to_oklab(p.colors / 255) for p in (then, now))
    way = srgb_to_oklab(edited.colors[2] / 255) - srgb_to_oklab(found.colors[2] / 255)
    assert np.abs(new[2:4] - old[2:4] - way).max() < 0.01
    assert colors(then)[:2] + colors(then)[4:] == colors(found)[:2] + colors(found)[3:]


def test_a_locked_swatch_is_not_split_and_a_full_palette_takes_no_more():
    parts = Swatch((1, 2, 3)), Swatch((4, 5, 6))
    with pytest.raises(ValueError, match="Brick is locked"):
        split(FIVE, locked(FIVE, 1), 1, parts)
    full = Palette.from_colors([(i, i, i) for i in range(MOST)])
    with pytest.raises(ValueError, match="at most 256"):
        split(full, full, 1, parts)
    with pytest.raises(ValueError, match="at most 256"):
        duplicated(full, full, 1)
    with pytest.raises(ValueError, match="no swatch 9"):
        duplicated(FIVE, FIVE, 9)


@pytest.mark.parametrize("method", METHODS)
def test_a_duplicate_never_changes_the_picture(method, pixels, found):
    edited = found.with_color(2, (30, 90, 160)).with_color(0, (60, 10, 40))
    for row in (1, 2):
        pair = duplicated(found, edited, row)
        assert np.array_equal(
            recolor(pixels, *pair, method=method), recolor(pixels, found, edited, method=method)
        )


def test_a_duplicate_of_a_component_shares_its_weight(pixels, found):
    lab = srgb_to_lab(found.colors / 255)
    mixture = Components.of("full", np.full(5, 0.2), lab, np.repeat(100 * np.eye(3)[None], 5, axis=0))
    mixed = replace(found, mixed=Mixed("lab", mixture))
    edited = found.with_color(2, (30, 90, 160))
    pair = duplicated(mixed, edited, 2)
    assert pair[0].mixed is not None
    before = recolor(pixels, mixed, edited, method="mixture").astype(int)
    assert np.abs(recolor(pixels, *pair, method="mixture") - before).max() <= 1


def test_a_duplicate_shares_its_coverage_and_has_its_own_name():
    found, edited = duplicated(FIVE, locked(FIVE, 1), 1)
    assert [s.coverage for s in edited.swatches[1:3]] == [0.05, 0.05]
    assert edited[1].name == "Brick" != edited[2].name
    assert edited[2].locked and edited[2].name == found[2].name


def test_merging_a_duplicate_gives_the_palette_back():
    found, edited = merged(*duplicated(FIVE, FIVE, 1), [1, 2])
    assert (found, edited) == (FIVE, FIVE)


def test_what_is_merged_is_the_mean_by_coverage_in_oklab():
    found, edited = merged(FIVE, FIVE, [3, 1])
    mean = (0.25 * srgb_to_oklab(FIVE.colors[3] / 255) + 0.1 * srgb_to_oklab(FIVE.colors[1] / 255)) / 0.35
    assert srgb_to_oklab(edited.colors[2] / 255) == pytest.approx(mean, abs=0.004)
    assert [s.name for s in edited.swatches] == ["Coal", "Moss", "Sky", "Sand"]
    assert edited[2].coverage == pytest.approx(0.35)
    assert found == edited  # nothing was edited, so nothing is


def test_swatches_of_no_known_coverage_count_alike():
    palette = Palette.from_colors([(0, 0, 0), (255, 255, 255)])
    assert srgb_to_oklab(merged(palette, palette, [0, 1])[1].colors / 255)[0, 0] == pytest.approx(
        0.5, abs=0.003
    )


def test_a_locked_swatch_keeps_its_color_and_two_do_not_merge():
    edited = locked(FIVE, 1)
    then, now = merged(FIVE, edited, [3, 1])
    assert now[2].color == FIVE[1].color and now[2].locked and now[2].name == "Sky"
    assert then[2].color not in (FIVE[1].color, FIVE[3].color)
    with pytest.raises(ValueError, match="Sky and Brick are both locked"):
        merged(FIVE, locked(FIVE, 1, 3), [3, 1])
    with pytest.raises(ValueError, match="at least two"):
        merged(FIVE, FIVE, [3, 3])
