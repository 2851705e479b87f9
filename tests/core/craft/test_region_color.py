"""A region becomes the color asked for, by every engine, and swatches that have no say in it stay."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import locked
from PIL import Image

from palette_studio.core.color import ciede2000, lab_to_srgb, srgb_to_lab
from palette_studio.core.craft.region_color import Engine, region_mean, with_region
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import METHODS, recolor
from palette_studio.core.scene import Scene

WISHES = [(150, 90, 60), (70, 100, 140), (120, 130, 90)]


def off(picture, mask, color):
    return float(ciede2000(region_mean(picture, mask), srgb_to_lab(np.array(color) / 255)))


def three_stripes():
    """A picture of three noisy stripes, its palette, and the mask of the middle one."""
    random = np.random.default_rng(0)
    stripes = np.array([(60, 50, 45), (120, 110, 100), (200, 190, 170)], float)
    pixels = np.repeat(np.repeat(stripes[:, None], 40, axis=0), 60, axis=1).reshape(120, 60, 3)
    pixels = np.clip(pixels + random.normal(0, 3, pixels.shape), 0, 255).astype(np.uint8)
    mask = np.zeros(pixels.shape[:2], bool)
    mask[45:75, 10:50] = True
    return Scene.of(pixels), Palette.from_colors(stripes.astype(int)), mask


@pytest.fixture(scope="module")
def cat(coffee):
    with Image.open(coffee.with_name("cat.jpg")) as image:
        pixels = np.asarray(image.convert("RGB").reduce(4))
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[30:60, 30:80] = 255
    mask[60:66, 30:80] = 90
    return Scene.of(pixels), extract(pixels, 6), mask


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("wish", WISHES)
def test_a_region_of_a_photo_gets_the_color_asked_for(method, wish, cat):
    scene, found, mask = cat
    result = with_region(scene, (found, found), (mask, wish), Engine(method))
    picture = recolor(scene.pixels, found, result.edited, method=method, scene=scene)
    assert off(picture, mask, wish) == pytest.approx(result.difference, abs=0.02)
    assert result.difference < 1.0
    assert np.abs(np.array(result.mean) - wish).max() <= 5


@pytest.mark.parametrize("method", METHODS)
def test_of_flat_stripes_the_one_asked_for_moves_and_others_hardly_do(method):
    scene, found, mask = three_stripes()
    result = with_region(scene, (found, found), (mask, (140, 90, 90)), Engine(method))
    assert result.difference <= 0.5
    moved = np.linalg.norm(srgb_to_lab(result.edited.colors / 255) - srgb_to_lab(found.colors / 255), axis=1)
    assert moved[1] > 15
    # layers see the middle stripe as paint of both its neighbors
    assert moved[[0, 2]].max() < (0.6 if method == "layers" else 0.2) * moved[1]


def test_the_change_is_the_least_there_is():
    scene, found, mask = three_stripes()
    mask[:] = True  # each swatch has a third of it: each has to move as far
    mean = region_mean(scene.pixels, mask)
    result = with_region(scene, (found, found), (mask, (140, 120, 105)), Engine("nearest"))
    moves = srgb_to_lab(result.edited.colors / 255) - srgb_to_lab(found.colors / 255)
    way = srgb_to_lab(np.array([140, 120, 105]) / 255) - mean
    assert moves == pytest.approx(np.repeat(way[None], 3, axis=0), abs=1.2)


@pytest.mark.parametrize("method", METHODS)
def test_a_large_region_is_solved_by_tables_to_the_same_color(method, coffee):
    with Image.open(coffee) as image:
        scene = Scene.of(np.asarray(image.convert("RGB")))
    found, mask = extract(scene.pixels, 5), np.ones(scene.pixels.shape[:2], bool)
    result = with_region(scene, (found, found), (mask, WISHES[2]), Engine(method))
    picture = recolor(scene.pixels, found, result.edited, method=method, scene=scene)
    assert off(picture, mask, WISHES[2]) == pytest.approx(result.difference, abs=0.2)
    assert result.difference < 1.0


def test_strength_kept_light_and_a_mask_are_reckoned_with(cat):
    scene, found, mask = cat
    engine = Engine("rbf", strength=0.6)
    result = with_region(scene, (found, found), (mask, WISHES[2]), engine)
    assert result.difference < 1.0
    picture = recolor(scene.pixels, found, result.edited, strength=0.6)
    assert off(picture, mask, WISHES[2]) < 1.0
    kept = with_region(scene, (found, found), (mask, (140, 110, 80)), Engine(keep_light=0.75))
    assert kept.difference < 0.5
    within = with_region(scene, (found, found), (mask, WISHES[2]), Engine(within=mask))
    assert within.difference < 1.0


def test_locked_swatches_stay_and_leave_the_way_to_others(cat):
    scene, found, mask = cat
    edited = locked(found, 1)
    result = with_region(scene, (found, edited), (mask, WISHES[0]), Engine())
    assert result.edited[1] == edited[1]
    assert result.difference < 1.0
    with pytest.raises(ValueError, match="Only locked swatches have this region"):
        with_region(scene, (found, locked(found, *range(6))), (mask, WISHES[0]), Engine())


def test_a_color_the_region_has_already_changes_nothing():
    scene, found, mask = three_stripes()
    mean = region_mean(scene.pixels, mask)
    color = tuple(int(v) for v in np.rint(lab_to_srgb(mean) * 255))
    assert (
        with_region(scene, (found, found), (mask, color), Engine()).edited.colors.tolist()
        == found.colors.tolist()
    )


def test_an_edited_palette_is_gone_on_from(cat):
    scene, found, mask = cat
    edited = found.with_color(5, (250, 240, 200))
    result = with_region(scene, (found, edited), (mask, WISHES[2]), Engine("nearest"))
    assert result.difference < 1.0
    assert np.abs(result.edited.colors[5].astype(int) - (250, 240, 200)).max() < 60


def test_clear_pixels_do_not_count_and_no_region_is_refused():
    scene, _, mask = three_stripes()
    clear = np.dstack([scene.pixels, np.full(mask.shape, 255, np.uint8)])
    clear[50:, :, 3] = 0
    part = mask.copy()
    part[50:] = False
    assert region_mean(clear, mask) == pytest.approx(region_mean(scene.pixels, part))
    with pytest.raises(ValueError, match="region is empty"):
        region_mean(scene.pixels, np.zeros(mask.shape, bool))
    with pytest.raises(ValueError, match="the mask is"):
        region_mean(scene.pixels, mask[:10])
