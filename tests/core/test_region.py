"""Regions of a mixture: values that are equal, masks at every size, and what they keep from changing."""

from dataclasses import replace

import numpy as np
import pytest
from palette_pictures import SAMPLES, photo

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.lut import Lut, Stage, node_colors
from palette_studio.core.memory import Memory
from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.line import LineMixture
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.recolor import METHODS
from palette_studio.core.region import Region, masks_of
from palette_studio.core.rendering import rendered
from palette_studio.core.scene import Part
from palette_studio.core.segmentation import fitted, mixture_of
from palette_studio.core.segmenting import Segmenting

PHOTO = Photo(photo(SAMPLES / "coffee.jpg", 600), "coffee")
FOUND = Palette.from_colors([(35, 13, 4), (165, 55, 20), (190, 115, 65), (233, 200, 166)])
EDITED = FOUND.with_color(1, (30, 110, 160)).with_color(2, (120, 60, 160))


def region(channel="lab", components=(1,), smooth=8, of=PHOTO):
    how = Segmenting(channel=channel, smooth=smooth, k=3)
    return Region(channel, mixture_of(fitted(of, how), None), frozenset(components), smooth)


def document(**changes):
    return Document(photo=PHOTO, found=FOUND, edited=EDITED, **changes)


def test_regions_of_the_same_values_are_equal_and_others_are_not():
    one, other = region(), region(of=Photo(PHOTO.pixels.copy(), "the same"))
    assert one.mixture is not other.mixture
    assert one == other and hash(one) == hash(other)
    assert one.mixture.heights is not None  # worked out when asked for; no other value for it
    assert one == replace(region(), colors=((1, 2, 3),))
    for changes in ({"components": frozenset({0})}, {"smooth": 4}, {"inverted": True}, {"channel": "oklab"}):
        assert one != replace(one, **changes)
    assert one.turned().turned() == one
    assert document(region=one) == document(region=other)


def test_regions_of_other_mixtures_differ():
    line = LineMixture.of(np.array([[0.5, 0.5], [50, 200], [90, 90]]))
    moved = LineMixture.of(np.array([[0.5, 0.5], [50, 201], [90, 90]]))
    whole = Components.of("full", np.ones(1), np.zeros((1, 3)), np.eye(3)[None])
    made = [Region("gray", mixture, frozenset({0})) for mixture in (line, moved, whole)]
    assert len(set(made)) == 3


@pytest.mark.parametrize("channel", ["gray", "lightness", "hue", "lab", "oklab"])
@pytest.mark.parametrize("smooth", [0, 8])
def test_there_is_a_mask_for_every_level_and_some_components_have_the_sum_of_theirs(channel, smooth):
    both = masks_of(PHOTO, region(channel, (0, 2), smooth))
    alone = [masks_of(PHOTO, region(channel, (n,), smooth)) for n in (0, 2)]
    assert [mask.shape for mask in both] == [level.shape[:2] for level in PHOTO.levels]
    assert np.array_equal(both[0], alone[0][0] + alone[1][0])
    for mask in both:
        assert mask.dtype == np.uint8 and not mask.flags.writeable
    assert np.abs(both[1].mean() - both[0].mean()) < 1


def test_turned_a_mask_is_all_the_rest():
    mask, rest = masks_of(PHOTO, region()), masks_of(PHOTO, region().turned())
    assert all((a.astype(int) + b == 255).all() for a, b in zip(mask, rest, strict=True))


def test_a_mask_is_worked_out_once_and_only_the_latest_are_kept():
    assert masks_of(PHOTO, region())[0] is masks_of(PHOTO, region())[0]
    memory, made = Memory(2), []
    for key in (1, 2, 1, 3, 1, 2):
        memory.known(key, lambda key=key: made.append(key))
    assert made == [1, 2, 3, 2]


def test_pixels_that_do_not_show_have_no_say_in_smaller_masks():
    clear = np.dstack([PHOTO.pixels, np.full(PHOTO.pixels.shape[:2], 255, np.uint8)])
    clear[:, 1::2, 3] = 0
    photo = Photo(clear, "clear")
    masks = masks_of(photo, region(of=photo, components=(0, 1, 2)))
    assert not masks[0][:, 1::2].any() and (masks[0][:, ::2] == 255).all()
    assert (masks[1] == 255).all()


@pytest.mark.parametrize("method", [*METHODS, BY_LUT])
@pytest.mark.parametrize("table", [None, 33])
@pytest.mark.parametrize("how", [{}, {"strength": 0.6, "keep_light": 0.7}])
def test_a_change_reaches_the_region_alone_by_every_engine(method, table, how):
    wanted = document(method=method, lut=Lut(cube=Stage(1 - node_colors(3))), **how)
    mask = masks_of(PHOTO, region())[0]
    whole = rendered(wanted, PHOTO.pixels, table)
    kept = rendered(replace(wanted, region=region()), PHOTO.pixels, table)
    assert np.array_equal(kept[mask == 0], PHOTO.pixels[mask == 0])
    assert np.array_equal(kept[mask == 255], whole[mask == 255])
    mean = PHOTO.pixels + (whole.astype(float) - PHOTO.pixels) * (mask[..., None] / 255)
    assert np.abs(kept - mean).max() <= 0.51
    assert (kept != whole).any() and (kept != PHOTO.pixels).any()


@pytest.mark.parametrize("method", METHODS)
def test_an_unchanged_palette_changes_no_byte_of_a_region(method):
    same = document(method=method, region=region()).with_palette(FOUND)
    assert rendered(same, PHOTO.pixels, None) is PHOTO.pixels


@pytest.mark.parametrize("level", [0, 1])
def test_a_part_of_a_level_gets_its_part_of_the_mask(level):
    pixels, wanted = PHOTO.levels[level], document(region=region())
    height, width = pixels.shape[:2]
    part = np.ascontiguousarray(pixels[30:90, 50:140])
    crop = rendered(wanted, part, 33, Part(50, 30, width, height))
    assert np.array_equal(crop, rendered(wanted, pixels, 33)[30:90, 50:140])


def test_sixteen_bits_are_kept_to_the_byte_too():
    deep = Photo(PHOTO.pixels.astype(np.uint16) * np.uint16(257), "deep")
    for channel in ("gray", "lab"):
        where = region(channel, of=deep)
        mask = masks_of(deep, where)[0]
        assert np.abs(mask.astype(int) - masks_of(PHOTO, region(channel))[0]).mean() < 1
        kept = rendered(replace(document(region=where), photo=deep), deep.pixels, None)
        assert np.array_equal(kept[mask == 0], deep.pixels[mask == 0])


def test_another_photo_has_no_region_and_map_pays_no_heed_to_one():
    other = Photo(PHOTO.pixels.copy(), "other")
    assert document(region=region()).with_photo(other).region is None
    assert document(region=region()).with_photo(PHOTO).region is not None
    mapped = document(workspace="map")
    kept = rendered(replace(mapped, region=region()), PHOTO.pixels, None)
    assert np.array_equal(kept, rendered(mapped, PHOTO.pixels, None))


def test_a_region_of_a_mixture_is_where_its_colors_are():
    where = region(smooth=0)
    away = np.linalg.norm(srgb_to_lab(PHOTO.pixels / 255) - where.mixture.means[1], axis=2)
    mask = masks_of(PHOTO, where)[0]
    assert away[mask > 200].mean() < away[mask < 50].mean() / 2
