"""Densities in planes of color, and ranges of values, against plain numpy ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palette_studio.core import planes
from palette_studio.core.color import in_gamut, srgb_to_hsv, srgb_to_lab
from palette_studio.core.density import SIDE, density
from palette_studio.core.histogram import histograms
from palette_studio.core.tick import Canceled
from palette_studio.core.value_range import CHANNELS, ValueRange, bins_of, inside, share

colors = st.tuples(*[st.integers(0, 255)] * 3)
everywhere = pytest.mark.parametrize("plane", planes.PLANES)


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)


def plain_cells(pixels, plane):
    """Return the row and column of each pixel's cell."""
    place, reach = planes.places_of(plane, pixels[..., :3].reshape(-1, 3) / 255), planes.REACH[plane]
    x, y = ((place[:, n] + reach) * (SIDE / (2 * reach)) for n in (1, 2))
    return SIDE - 1 - y.astype(int), x.astype(int)


@everywhere
def test_every_pixel_is_counted_where_its_color_stands(plane):
    pixels = noise(517, 301, 3)
    wanted = np.zeros((SIDE, SIDE), np.int64)
    np.add.at(wanted, plain_cells(pixels, plane), 1)
    found = density(pixels, plane)
    assert found.total == 517 * 301
    assert np.abs(found.counts - wanted).sum() <= 4  # of colors on the line between two cells


@everywhere
def test_a_cell_has_the_mean_color_of_its_pixels(plane):
    pixels = noise(80, 60, 3)
    rows, columns = plain_cells(pixels, plane)
    found = density(pixels, plane)
    for row, column in list(zip(rows, columns, strict=True))[:50]:
        mine = pixels.reshape(-1, 3)[(rows == row) & (columns == column)]
        assert np.abs(found.colors[row, column] - mine.mean(axis=0)).max() <= 0.51


@everywhere
def test_coarse_cells_hold_the_same_pixels(plane):
    found = density(noise(80, 60, 3), plane)
    coarse = found.coarse
    assert coarse.total == found.total
    for row, column in ((50, 60), (SIDE // 6, SIDE // 6)):
        cells = slice(3 * row, 3 * row + 3), slice(3 * column, 3 * column + 3)
        assert coarse.counts[row, column] == found.counts[cells].sum()
        if coarse.counts[row, column]:
            mean = np.average(found.colors[cells].reshape(9, 3), axis=0, weights=found.counts[cells].ravel())
            assert np.abs(coarse.colors[row, column] - mean).max() <= 0.51
    grays = np.full((4, 4, 3), 90, np.uint8)
    assert density(grays, plane).coarse.counts[SIDE // 6, SIDE // 6] == 16


@everywhere
def test_grays_stand_in_the_middle_and_the_corners_of_srgb_are_on_the_plane(plane):
    grays = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    assert density(grays, plane).counts[SIDE // 2, SIDE // 2] == 256
    corners = np.stack(np.meshgrid(*[[0, 1]] * 3), axis=-1).reshape(-1, 3)
    assert np.abs(planes.places_of(plane, corners)[:, 1:]).max() < planes.REACH[plane]


@everywhere
def test_what_does_not_show_is_not_counted_and_sixteen_bits_are_rounded(plane):
    pixels = noise(60, 50, 4)
    pixels[:, :20, 3], pixels[:, 20:, 3] = 0, 1
    assert density(pixels, plane).total == 60 * 30
    deep = noise(60, 50, 3, dtype=np.uint16)
    eight = np.rint(deep / 257).astype(np.uint8)
    assert np.array_equal(density(deep, plane).counts, density(eight, plane).counts)


def test_a_tick_that_cancels_stops_the_count_of_densities():
    def tick(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        density(noise(50, 50, 3), "ab", tick)


@everywhere
@given(rgb=colors)
def test_every_color_has_a_place_and_the_place_has_that_color(plane, rgb):
    assert planes.rgb_at(plane, planes.places_of(plane, np.array(rgb) / 255)) == rgb


@everywhere
@given(rgb=colors, x=st.floats(-1, 1), y=st.floats(-1, 1))
def test_what_srgb_cannot_hold_keeps_its_lightness_and_hue(plane, rgb, x, y):
    light = planes.places_of(plane, np.array(rgb) / 255)[0]
    wish = np.array([light, x * planes.REACH[plane], y * planes.REACH[plane]])
    got = planes.held(plane, wish)
    srgb = planes.srgb_at(plane, got)
    assert ((srgb > -2e-3) & (srgb < 1 + 2e-3)).all()
    assert got[0] == pytest.approx(light, abs=1e-9)
    assert abs(got[1] * wish[2] - got[2] * wish[1]) < 1e-6 * planes.REACH[plane] ** 2
    assert np.hypot(*got[1:]) <= np.hypot(*wish[1:]) + 1e-9


@everywhere
@pytest.mark.parametrize("share_of_light", [0.02, 0.3, 0.5, 0.9])
def test_the_edge_is_where_colors_end(plane, share_of_light):
    light = share_of_light * planes.LIGHTEST[plane]
    points = planes.edge(plane, light, 60)
    for factor, fits in ((0.99, True), (1.02, False)):
        srgb = planes.srgb_at(plane, np.column_stack([np.full(60, light), points * factor]))
        assert ((srgb >= -1e-9) & (srgb <= 1 + 1e-9)).all(axis=1).all() == fits
    if plane == "ab":
        assert in_gamut(np.column_stack([np.full(60, light), points]), 1e-5).all()


@pytest.mark.parametrize(
    "call",
    [lambda p: planes.held(p, [0, 0, 0]), lambda p: planes.edge(p, 1), lambda p: density(noise(1, 1, 3), p)],
)
def test_an_unknown_plane_is_named(call):
    with pytest.raises(ValueError, match="luv"):
        call("luv")


def plain_values(pixels, channel):
    srgb = pixels[..., :3] / 255
    if channel == "lightness":
        return np.minimum(np.floor(srgb_to_lab(srgb)[..., 0] * 2.56), 255)
    if channel == "hue":
        gray = np.ptp(pixels[..., :3].astype(int), axis=-1) == 0
        return np.where(gray, 360, np.floor(srgb_to_hsv(srgb)[..., 0] + 1e-9))
    return pixels[..., CHANNELS.index(channel)]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("ends", [(0, 255), (40, 41), (100, 180), (7, 7)])
def test_the_pixels_of_a_range_are_those_that_have_its_values(channel, ends):
    pixels = noise(120, 90, 3)
    pixels[:10] = pixels[:10, :, :1]  # some grays
    values = plain_values(pixels, channel)
    found = inside(pixels, ValueRange(channel, *ends))
    assert np.array_equal(found, (values >= ends[0]) & (values <= ends[1]))
    assert found.mean() == pytest.approx(share(histograms(pixels), ValueRange(channel, *ends)))


def test_a_range_of_hues_may_go_through_red():
    pixels = noise(120, 90, 3)
    hues = plain_values(pixels, "hue")
    found = inside(pixels, ValueRange("hue", 350, 20))
    assert np.array_equal(found, ((hues >= 350) & (hues < 360)) | (hues <= 20))


@pytest.mark.parametrize(
    "wrong", [("luma", 0, 1), ("red", 9, 3), ("red", 0, 256), ("hue", -1, 3), ("hue", 3, 360)]
)
def test_a_range_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"luma|above|not in"):
        ValueRange(*wrong)


def test_hue_has_a_bin_for_every_degree():
    assert bins_of("hue") == 360
    assert {bins_of(channel) for channel in CHANNELS if channel != "hue"} == {256}
