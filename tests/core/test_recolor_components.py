"""The mixture engine on a palette of components: the regions of the mixture move as their swatches do."""

from dataclasses import replace

import numpy as np
import pytest
from palette_pictures import SAMPLES, photo

from palette_studio.core.lut import PaletteEdit, lut_error, lut_of
from palette_studio.core.mixture.color import ColorBins, fit_colors, posteriors_of
from palette_studio.core.mixture.components import Components
from palette_studio.core.palette import Mixed, Palette, Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.recolor import membership, recolor, weights
from palette_studio.core.scene import Scene
from palette_studio.core.segmentation import colors_of
from palette_studio.core.segmenting import Segmenting

PIXELS = photo(SAMPLES / "coffee.jpg", 300)
SCENE = Scene(PIXELS)
FADES, FULL = 0.02, 0.12  # shares, of the largest, below which one is cut, above which it is whole


def own(channel, k=4):
    """Return the palette of a mixture's components, and those."""
    mixture = fit_colors(ColorBins.of(PIXELS, channel), k).components
    colors = colors_of(Photo(PIXELS, ""), Segmenting(channel=channel), mixture)
    return replace(Palette.from_colors(colors), mixed=Mixed(channel, mixture)), mixture


def edited_of(found):
    return found.with_color(1, (30, 110, 160)).with_color(2, (90, 160, 60))


@pytest.mark.parametrize("channel", ["lab", "oklab"])
def test_shares_are_the_posteriors_of_the_components_without_their_faint_ends(channel):
    found, mixture = own(channel)
    wanted = posteriors_of(PIXELS, mixture, channel).reshape(-1, 4)
    t = np.clip((wanted / wanted.max(axis=1, keepdims=True) - FADES) / (FULL - FADES), 0, 1)
    wanted = wanted * t * t * (3 - 2 * t)
    wanted /= wanted.sum(axis=1, keepdims=True)
    share = weights(np.ascontiguousarray(PIXELS.reshape(-1, 3)), found, "mixture", SCENE)
    assert np.abs(share - wanted).max() < 1e-4
    plain = weights(np.ascontiguousarray(PIXELS.reshape(-1, 3)), Palette(found.swatches), "mixture", SCENE)
    assert np.abs(share - plain).max() > 0.3  # components of its own around the same colors


@pytest.mark.parametrize("channel", ["lab", "oklab"])
def test_colors_without_a_part_in_what_moves_keep_their_bytes(channel):
    found, _ = own(channel)
    share = weights(np.ascontiguousarray(PIXELS.reshape(-1, 3)), found, "mixture", SCENE)
    still = (share[:, [1, 2]] == 0).all(axis=1).reshape(PIXELS.shape[:2])
    result = recolor(PIXELS, found, edited_of(found), method="mixture", scene=SCENE)
    assert 0.1 < still.mean() < 0.9
    assert np.array_equal(result[still], PIXELS[still])
    assert (result[~still] != PIXELS[~still]).any(axis=1).mean() > 0.95


@pytest.mark.parametrize("channel", ["lab", "oklab"])
@pytest.mark.parametrize("table", [None, 33])
def test_reordering_both_palettes_alike_changes_no_bit(channel, table):
    found, mixture = own(channel)
    edited, order = edited_of(found), [2, 0, 3, 1]
    one = recolor(PIXELS, found, edited, method="mixture", table=table, scene=SCENE)
    again = found.reordered(order), edited.reordered(order)
    assert again[0].mixed is not None and np.array_equal(again[0].mixed.mixture.means, mixture.means[order])
    for scene in (SCENE, Scene(PIXELS)):
        assert np.array_equal(one, recolor(PIXELS, *again, method="mixture", table=table, scene=scene))


def test_components_of_one_color_go_where_the_mean_of_their_swatches_goes():
    found, mixture = own("lab")
    twice = mixture.taken([0, 1, 1, 2])
    swatches = tuple(found[i] for i in (0, 1, 1, 2))
    found = Palette(swatches, Mixed("lab", twice))
    edited = found.with_color(1, (30, 110, 160)).with_color(2, (30, 110, 160))
    result = recolor(PIXELS, found, edited, method="mixture", scene=SCENE)
    other = recolor(
        PIXELS, found.reordered([2, 3, 0, 1]), edited.reordered([2, 3, 0, 1]), method="mixture", scene=SCENE
    )
    assert np.array_equal(result, other)
    share = weights(PIXELS[0], found, "mixture", SCENE)
    assert np.array_equal(share[:, 1], share[:, 2])
    assert share.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_a_palette_that_gains_loses_or_changes_a_swatch_is_fitted_as_others_are():
    found, _ = own("lab")
    changed = (found.added(Swatch((9, 9, 9))), found.without(0), found.with_color(0, (1, 2, 3)))
    assert all(palette.mixed is None for palette in changed)
    fewer, plain = found.without(0), Palette(found.without(0).swatches)
    edited = fewer.with_color(0, (30, 110, 160))
    one, other = (recolor(PIXELS, p, edited, method="mixture", scene=SCENE) for p in (fewer, plain))
    assert np.array_equal(one, other)


@pytest.mark.parametrize("channel", ["lab", "oklab"])
def test_the_other_laws_hold(channel):
    found, _ = own(channel)
    edited = edited_of(found)
    whole = recolor(PIXELS, found, edited, method="mixture", scene=SCENE)
    assert np.array_equal(recolor(PIXELS, found, found, method="mixture", scene=SCENE), PIXELS)
    crop = recolor(PIXELS[20:60, 30:90], found, edited, method="mixture", scene=SCENE)
    assert np.array_equal(crop, whole[20:60, 30:90])
    deep = recolor(PIXELS.astype(np.uint16) * np.uint16(257), found, edited, method="mixture", scene=SCENE)
    assert np.abs(deep / 257 - whole).max() <= 0.51
    quick = recolor(PIXELS, found, edited, method="mixture", table=65, scene=SCENE)
    assert np.abs(quick.astype(int) - whole).mean() < 1
    veil = membership(PIXELS, found, 1, "mixture", SCENE).reshape(-1) / 255
    share = weights(np.ascontiguousarray(PIXELS.reshape(-1, 3)), found, "mixture", SCENE)[:, 1]
    assert np.abs(veil - share).mean() < 0.03


def test_a_color_table_of_it_is_made_as_of_others():
    found, _ = own("oklab")
    edit = PaletteEdit(found, edited_of(found), "mixture")
    assert lut_error(lut_of(edit, 33, SCENE), edit, SCENE).mean < 1.5


def test_a_mixture_of_gray_leaves_the_engine_to_itself():
    found, _ = own("lab")
    how = Segmenting(channel="gray", k=4)
    from palette_studio.core.segmentation import fitted, mixture_of

    line = mixture_of(fitted(Photo(PIXELS, ""), how), None)
    assert not isinstance(line, Components)
    gray, plain = replace(found, mixed=Mixed("gray", line)), Palette(found.swatches)
    one, other = (recolor(PIXELS, p, edited_of(p), method="mixture", scene=SCENE) for p in (gray, plain))
    assert np.array_equal(one, other)
    assert np.array_equal(gray.reordered([1, 0, 2, 3]).mixed.mixture.means, line.means[[1, 0, 2, 3]])
