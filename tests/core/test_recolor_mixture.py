"""Gaussian components of a picture's colors, and the laws of recoloring by their shares."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract import extract
from palette_studio.core.extract.gaussians import PRIOR, bins_of, fitted
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import error, recolor, weights
from palette_studio.core.recolor.mixture import NARROW, WIDE, Model
from palette_studio.core.recolor.table import node_colors
from palette_studio.core.scene import Scene

FOUND = Palette.from_colors([(30, 28, 35), (170, 50, 40), (60, 90, 160), (120, 150, 70), (225, 220, 210)])
EDITED = FOUND.with_color(1, (40, 140, 170))
TIED = np.ones(5, bool)
colors = st.tuples(*[st.integers(0, 255)] * 3)
palettes = st.lists(st.tuples(colors, colors), min_size=1, max_size=8, unique_by=lambda pair: pair[0])


def row(values, dtype=np.uint8):
    return np.array(values, dtype)[None]


def clouds(height=60, width=80, spread=4.0):
    """Return a picture whose colors lie around FOUND in Lab, and which of them each pixel is about."""
    rng = np.random.default_rng(0)
    label = rng.integers(0, 5, (height, width))
    lab = srgb_to_lab(FOUND.colors / 255)[label] + spread * rng.standard_normal((height, width, 3))
    pixels = np.rint(np.clip(lab_to_srgb(lab), 0, 1) * 255).astype(np.uint8)
    pixels.flags.writeable = False
    return pixels, label


PIXELS, LABEL = clouds()
SCENE = Scene(PIXELS)


def both(pairs):
    return Palette.from_colors(a for a, _ in pairs), Palette.from_colors(b for _, b in pairs)


def bins(pixels):
    return bins_of(ColorHistogram.of(pixels))


def test_the_fit_finds_the_clouds():
    means = srgb_to_lab(FOUND.colors / 255)
    found = fitted(bins(PIXELS), means, TIED)
    assert np.array_equal(found.means, means)
    assert found.weights == pytest.approx(np.full(5, 0.2), abs=0.03)
    for factor in found.factors[1:4]:  # the gamut cuts the dark and the light one
        deviation = np.sqrt(np.diag(np.linalg.inv(factor.T @ factor)))
        assert deviation == pytest.approx(np.full(3, 4.3), abs=2.2)


def test_means_that_are_not_tied_go_where_the_colors_are():
    means = srgb_to_lab(FOUND.colors / 255)
    start = means + np.random.default_rng(1).uniform(-6, 6, means.shape)
    found = fitted(bins(PIXELS), start, ~TIED)
    assert np.linalg.norm(found.means - means, axis=1).max() < 1.5
    half = np.arange(5) < 2
    assert np.array_equal(fitted(bins(PIXELS), start, half).means[:2], start[:2])


def test_bins_have_the_moments_of_their_pixels():
    found, lab = bins(PIXELS), srgb_to_lab(PIXELS.reshape(-1, 3) / 255)
    mean = found.shares @ found.places
    assert mean == pytest.approx(lab.mean(axis=0))
    spread = found.shares @ (found.spreads[:, :3] + (found.places - mean) ** 2)
    assert spread == pytest.approx(lab.var(axis=0))


def test_more_rounds_make_the_picture_likelier():
    """Each round raises what it maximizes: likelihood and prior."""
    some, means = bins(PIXELS), srgb_to_lab(FOUND.colors / 255)

    def likelihood(mixture):
        off = np.einsum("kij,nkj->nki", mixture.factors, some.places[:, None] - mixture.means)
        return some.shares @ np.log(np.exp(mixture.heights - (off * off).sum(axis=2) / 2).sum(axis=1))

    begun, ended = fitted(bins_of(ColorHistogram.of(PIXELS[:0])), means, TIED), fitted(some, means, TIED)
    assert likelihood(ended) > likelihood(begun) + 0.1


@pytest.mark.parametrize("name", ["constant", "two colors", "clear", "noise"])
@pytest.mark.parametrize("k", [1, 2, 5, 40])
def test_degenerate_pictures_give_sound_components(name, k):
    rng = np.random.default_rng(0)
    pixels = {
        "constant": np.full((20, 20, 3), 77, np.uint8),
        "two colors": np.where(np.arange(400).reshape(20, 20, 1) % 3, [10, 20, 30], [200, 40, 90]),
        "clear": np.zeros((9, 9, 4), np.uint8),
        "noise": rng.integers(0, 256, (40, 40, 3)),
    }[name].astype(np.uint8)
    means = srgb_to_lab(np.unique(rng.integers(0, 256, (k, 3)), axis=0) / 255)
    found = fitted(bins(pixels), means, np.ones(len(means), bool))
    assert np.isfinite(found.factors).all()
    assert np.isfinite(found.heights).all()
    assert found.weights.sum() == pytest.approx(1)
    assert found.weights.min() >= PRIOR / (2 * k) / (1 + PRIOR)


@given(palettes)
@settings(max_examples=60, deadline=None)
def test_every_swatch_lands_on_its_target_unless_two_can_hardly_be_told_apart(pairs):
    """To the byte or next to it, where no two swatches are nearer than 1 Lab; such share their ways."""
    found, edited = both(pairs)
    lab = srgb_to_lab(found.colors / 255)
    distance = np.linalg.norm(lab[:, None] - lab, axis=2) + 99 * np.eye(len(lab))
    landed = recolor(row(found.colors), found, edited, method="mixture", scene=SCENE)[0].astype(int)
    if distance.min() >= 1:
        assert np.abs(landed - edited.colors).max() <= 1


def test_locked_swatches_keep_their_bytes():
    landed = recolor(row(FOUND.colors), FOUND, EDITED, method="mixture", scene=SCENE)[0]
    assert np.array_equal(np.delete(landed, 1, 0), np.delete(FOUND.colors, 1, 0))
    assert np.abs(landed[1].astype(int) - EDITED[1].color).max() <= 1


def test_colors_without_a_part_in_what_moves_keep_their_bytes():
    share = weights(PIXELS.reshape(-1, 3), FOUND, "mixture", SCENE)[:, 1].reshape(LABEL.shape)
    result = recolor(PIXELS, FOUND, EDITED, method="mixture", scene=SCENE)
    assert (share == 0).mean() > 0.5
    assert np.array_equal(result[share == 0], PIXELS[share == 0])
    assert share[LABEL == 1].mean() > 0.97
    assert share[LABEL != 1].mean() < 0.03


def test_shares_are_a_partition_whatever_the_color():
    some = np.random.default_rng(0).integers(0, 256, (3000, 3)).astype(np.uint8)
    share = weights(some, FOUND, "mixture", SCENE)
    assert share.min() >= 0
    assert np.abs(share.sum(axis=1) - 1).max() < 1e-6


def test_components_are_neither_narrow_nor_wide():
    pixels = np.concatenate([np.full((50, 80, 3), FOUND[1].color, np.uint8), PIXELS[:4]])
    for scene in (SCENE, Scene(pixels)):
        model = Model.of(srgb_to_lab(FOUND.colors / 255), scene)
        axes = np.array([np.linalg.eigvalsh(np.linalg.inv(f.T @ f)) for f in model.factors])
        ratio = np.sqrt(axes.max(axis=1) / axes.min(axis=1))
        assert ratio.max() <= WIDE / NARROW + 1e-9


def test_regions_pass_into_each_other_without_a_jump():
    lab = srgb_to_lab(FOUND.colors / 255)
    way = np.linspace(0, 1, 400)[:, None]
    ramp = np.clip(lab_to_srgb(lab[1] + way * (lab[4] - lab[1])), 0, 1)
    wide = np.rint(ramp * 65535).astype(np.uint16)[None]
    moved = srgb_to_lab(recolor(wide, FOUND, EDITED, method="mixture", scene=SCENE)[0] / 65535)
    step = np.linalg.norm(np.diff(moved, axis=0), axis=1).max()
    assert step < 6 * np.linalg.norm(lab[4] - lab[1]) / 400


def test_black_and_white_stay_unless_they_are_swatches():
    ends = row([(0, 0, 0), (255, 255, 255)])
    edited = FOUND.with_color(0, (70, 30, 120)).with_color(4, (120, 160, 150))
    assert np.abs(recolor(ends, FOUND, edited, method="mixture", scene=SCENE).astype(int) - ends).max() <= 1
    found = FOUND.with_color(0, (0, 0, 0))
    landed = recolor(ends[:, :1], found, found.with_color(0, (70, 30, 120)), method="mixture", scene=SCENE)
    assert np.abs(landed[0, 0].astype(int) - (70, 30, 120)).max() <= 1


@pytest.mark.parametrize("size", [17, 33, 65])
def test_a_table_is_exact_at_its_nodes(size):
    nodes = np.ascontiguousarray(node_colors(size)[None])
    exactly = recolor(nodes, FOUND, EDITED, method="mixture", scene=SCENE).astype(int)
    quick = recolor(nodes, FOUND, EDITED, method="mixture", table=size, scene=SCENE).astype(int)
    assert np.abs(quick - exactly).max() <= 1


def test_the_same_color_goes_the_same_way_in_every_part_of_a_scene():
    whole = recolor(PIXELS, FOUND, EDITED, method="mixture", scene=SCENE)
    part = recolor(PIXELS[10:20, 30:50], FOUND, EDITED, method="mixture", scene=SCENE)
    assert np.array_equal(part, whole[10:20, 30:50])


def test_a_palette_of_components_is_near_the_clouds_and_keeps_locks():
    palette = extract(PIXELS, 5, method="mixture")
    off = np.linalg.norm(srgb_to_lab(palette.colors / 255)[:, None] - srgb_to_lab(FOUND.colors / 255), axis=2)
    assert off.min(axis=0).max() < 4
    assert extract(PIXELS, 5, method="mixture") == palette
    locked = extract(PIXELS, 5, method="mixture", locked=[(1, 2, 3)])
    assert (1, 2, 3) in [s.color for s in locked.swatches if s.locked]


def test_the_error_is_small_where_the_palette_is_the_picture():
    flat = Scene(FOUND.colors[LABEL])
    assert error(FOUND, flat, "mixture") < 0.01
    assert error(FOUND, SCENE, "mixture") < 16
