"""A color dropped on a region: as it is where the photo keeps its light, by its hue where it would not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.craft.aim import HARM, _harm, aimed
from palette_studio.core.craft.region_color import Engine, region_mean
from palette_studio.core.craft.spot import region_at
from palette_studio.core.extract import extract
from palette_studio.core.scene import Scene


@pytest.fixture(scope="module")
def saucer(coffee):
    """The coffee cup, its palette, and the lit part of the red saucer."""
    with Image.open(coffee) as image:
        scene = Scene.of(np.asarray(image.convert("RGB").reduce(2)))
    palette = extract(scene.pixels, 6)
    height, width = scene.pixels.shape[:2]
    return scene, palette, region_at(scene.pixels, int(0.75 * width), int(0.75 * height))


def test_a_color_of_about_its_light_is_taken_as_it_is(saucer):
    scene, palette, inside = saucer
    found, wanted, keeps_light = aimed(scene, (palette, palette), (inside, (150, 90, 60)), Engine())
    assert (wanted, keeps_light) == ((150, 90, 60), False)
    assert found.difference < 1


def test_a_much_lighter_color_gives_its_hue_and_the_photo_keeps_its_light(saucer):
    scene, palette, inside = saucer
    palettes, sand = (palette, palette), (234, 199, 167)
    found, wanted, keeps_light = aimed(scene, palettes, (inside, sand), Engine())
    light = region_mean(scene.pixels, inside)[0]
    assert keeps_light
    assert srgb_to_lab(np.array(wanted) / 255)[0] == pytest.approx(light, abs=1)
    assert found.difference < 3
    assert _harm(scene, palettes, found.edited, inside, Engine()) < HARM


def test_an_exact_color_is_taken_whatever_becomes_of_the_light(saucer):
    scene, palette, inside = saucer
    sand = (234, 199, 167)
    found, wanted, keeps_light = aimed(scene, (palette, palette), (inside, sand), Engine(), exact=True)
    assert (wanted, keeps_light) == (sand, False)
    assert found.difference < 1
