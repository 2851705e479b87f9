"""The laws of recoloring by a polyhedron of swatches."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palette_studio.core.palette import Palette
from palette_studio.core.recolor import error, recolor, weights
from palette_studio.core.recolor.table import node_colors
from palette_studio.core.scene import Scene

CORNERS = [(0, 0, 0), (90, 10, 160), (230, 20, 40), (20, 190, 60), (250, 240, 230)]
FOUND = Palette.from_colors(CORNERS)
EDITED = FOUND.with_color(2, (20, 120, 210))
colors = st.tuples(*[st.integers(0, 255)] * 3)
palettes = st.lists(st.tuples(colors, colors), min_size=1, max_size=12, unique_by=lambda pair: pair[0])


def row(values, dtype=np.uint8):
    return np.array(values, dtype)[None]


def noise(*shape):
    pixels = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    pixels.flags.writeable = False
    return pixels


PIXELS = noise(60, 50, 3)


def both(pairs):
    return Palette.from_colors(a for a, _ in pairs), Palette.from_colors(b for _, b in pairs)


@given(palettes)
@settings(max_examples=60, deadline=None)
def test_every_swatch_lands_on_its_target(pairs):
    found, edited = both(pairs)
    landed = recolor(row(found.colors), found, edited, method="mean-value")[0]
    assert np.array_equal(landed, edited.colors)
    wide = recolor(row(found.colors * np.uint16(257), np.uint16), found, edited, method="mean-value")[0]
    assert np.abs(wide / 257 - edited.colors).max() < 0.01


def test_mixtures_of_swatches_move_as_their_shares_say():
    """Two swatches alone: what lies between goes that part of the way, up to shares that fade out."""
    found = Palette.from_colors([(0, 0, 0), (200, 100, 50)])
    edited = found.with_color(1, (50, 100, 200))
    moved = recolor(row([(100, 50, 25)]), found, edited, method="mean-value")[0, 0].astype(int)
    assert np.abs(moved - (25, 50, 100)).max() <= 1


def test_what_swatches_cannot_mix_is_kept():
    found = Palette.from_colors([(60, 60, 60), (180, 180, 180)])
    edited = found.with_color(0, (90, 90, 90)).with_color(1, (210, 210, 210))
    off = np.array([(120 + d, 120 - d, 120) for d in (0, 10, 20)])
    moved = recolor(row(off), found, edited, method="mean-value")[0].astype(int)
    assert np.abs(moved - (off + 30)).max() <= 2


@pytest.mark.parametrize("table", [None, 17])
def test_colors_without_a_part_in_what_moves_keep_their_bytes(table):
    still = weights(PIXELS.reshape(-1, 3), FOUND, "mean-value")[:, 2].reshape(PIXELS.shape[:2]) == 0
    result = recolor(PIXELS, FOUND, EDITED, method="mean-value", table=table)
    assert still.mean() > 0.2
    if table is None:
        assert np.array_equal(result[still], PIXELS[still])
    assert np.abs(result[still].astype(int) - PIXELS[still]).mean() < 1


def test_black_and_white_stay_where_the_palette_has_neither():
    found = Palette.from_colors([(120, 30, 30), (200, 150, 60), (90, 120, 160), (140, 140, 130)])
    edited = found.with_color(0, (30, 120, 40)).with_color(1, (60, 150, 220))
    ends = row([(0, 0, 0), (255, 255, 255)])
    moved = recolor(ends, found, edited, method="mean-value")
    assert np.abs(moved.astype(int) - ends).max() <= 8


def test_more_swatches_inside_change_nothing_far_away():
    inner = FOUND.added(Palette.from_colors([(110, 90, 95)])[0])
    edited = inner.with_color(5, (150, 40, 40))
    far = row([(240, 220, 200), (10, 5, 20), (25, 180, 60)])
    near = row([(112, 92, 93), (106, 88, 97)])
    assert np.array_equal(recolor(far, inner, edited, method="mean-value"), far)
    change = recolor(near, inner, edited, method="mean-value").astype(int) - near
    assert (np.abs(change).max(axis=2) > 25).all()


@pytest.mark.parametrize("k", [1, 2, 3, 5, 12, 32])
def test_any_number_of_swatches_recolors(k):
    rng = np.random.default_rng(k)
    found = Palette.from_colors(np.unique(rng.integers(0, 256, (k, 3)), axis=0))
    edited = found.with_color(0, (10, 200, 30))
    for table in (None, 17):
        result = recolor(PIXELS, found, edited, method="mean-value", table=table)
        assert result.shape == PIXELS.shape
    assert weights(PIXELS[0], found, "mean-value").shape == (50, len(found))


def test_a_ramp_of_gray_stays_without_steps():
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    moved = recolor(ramp, FOUND, EDITED, method="mean-value").astype(int)
    assert np.abs(np.diff(moved, axis=1)).max() <= 6


@pytest.mark.parametrize("size", [17, 33, 65])
def test_a_table_is_exact_at_its_nodes(size):
    nodes = np.ascontiguousarray(node_colors(size)[None])
    exactly = recolor(nodes, FOUND, EDITED, method="mean-value").astype(int)
    quick = recolor(nodes, FOUND, EDITED, method="mean-value", table=size).astype(int)
    assert np.abs(quick - exactly).max() <= 1


def test_a_palette_of_corners_holds_all_colors_between():
    share = np.random.default_rng(0).dirichlet(np.ones(5), (30, 30))
    pixels = np.rint(share @ np.array(CORNERS)).astype(np.uint8)
    assert error(FOUND, Scene(pixels), "mean-value") < 12  # what fading small shares out costs
    assert error(FOUND, Scene(noise(30, 30, 3)), "mean-value") > 20
