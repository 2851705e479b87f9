"""Color spaces against scikit-image, published values and their own inverses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palette_studio.core import color

skcolor = pytest.importorskip("skimage.color", reason="scikit-image, the peer, is not installed")
CUBE = np.stack(np.meshgrid(*[np.linspace(0, 1, 18)] * 3, indexing="ij"), axis=-1)
PAIRS = [
    (color.srgb_to_linear, color.linear_to_srgb),
    (color.srgb_to_lab, color.lab_to_srgb),
    (color.srgb_to_oklab, color.oklab_to_srgb),
    (color.srgb_to_oklch, color.oklch_to_srgb),
    (color.srgb_to_hsv, color.hsv_to_srgb),
    (color.srgb_to_hsl, color.hsl_to_srgb),
    (color.linear_to_xyz, color.xyz_to_linear),
]


@pytest.mark.parametrize(("there", "back"), PAIRS, ids=lambda f: f.__name__)
def test_there_and_back_is_the_same_color(there, back):
    assert np.abs(back(there(CUBE)) - CUBE).max() < 1e-6


def test_lab_hsv_and_linear_agree_with_scikit_image():
    assert np.abs(color.srgb_to_lab(CUBE) - skcolor.rgb2lab(CUBE)).max() < 2e-2  # it rounds its matrix
    ours, theirs = color.srgb_to_hsv(CUBE), skcolor.rgb2hsv(CUBE)
    assert np.abs(ours / (360, 1, 1) - theirs).max() < 1e-9


def test_grays_have_no_chroma_and_white_has_lightness_100():
    grays = np.repeat(np.linspace(0, 1, 256)[:, None], 3, axis=1)
    lab = color.srgb_to_lab(grays)
    assert np.abs(lab[:, 1:]).max() < 1e-9
    assert lab[-1, 0] == pytest.approx(100)
    assert lab[0, 0] == pytest.approx(0)


def test_oklab_has_the_values_of_its_author():
    xyz = np.array([[0.950, 1.000, 1.089], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    known = [[1.0, 0.0, 0.0], [0.450, 1.236, -0.019], [0.922, -0.671, 0.263], [0.153, -1.415, -0.449]]
    srgb = color.linear_to_srgb(color.xyz_to_linear(xyz))
    assert np.abs(color.srgb_to_oklab(srgb) - known).max() < 2e-3


def test_hsl_of_known_colors():
    assert color.srgb_to_hsl([1.0, 0.5, 0.5]) == pytest.approx([0, 1, 0.75])
    assert color.srgb_to_hsl([0.0, 0.0, 0.0]) == pytest.approx([0, 0, 0])


# Sharma, Wu & Dalal 2005, table 1: pairs that catch wrong hue arithmetic.
SHARMA = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045),
    ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("first", "second", "known"), SHARMA)
def test_ciede2000_has_the_published_values_both_ways(first, second, known):
    assert color.ciede2000(first, second) == pytest.approx(known, abs=5e-5)
    assert color.ciede2000(second, first) == pytest.approx(known, abs=5e-5)


def test_ciede2000_agrees_with_scikit_image():
    rng = np.random.default_rng(0)
    first, second = (color.srgb_to_lab(rng.random((2000, 3))) for _ in range(2))
    assert np.abs(color.ciede2000(first, second) - skcolor.deltaE_ciede2000(first, second)).max() < 1e-6


@given(st.floats(1, 99), st.floats(0, 360))
def test_the_largest_chroma_is_in_the_gamut_and_more_is_not(lightness, hue_deg):
    chroma = color.max_chroma(lightness, hue_deg)
    assert color.in_gamut(color.from_polar([lightness, chroma, hue_deg]))
    assert not color.in_gamut(color.from_polar([lightness, chroma + 0.01, hue_deg]))


def test_the_gamut_edge_has_as_many_points_as_asked():
    edge = color.lab_gamut_boundary(60.0, 90)
    assert edge.shape == (90, 2)
    assert np.ptp(edge, axis=0).min() > 80
    assert np.abs(color.lab_gamut_boundary(0.0, 12)).max() < 0.1
