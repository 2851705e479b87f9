"""A color is told its gamut, and the nearest one inside is the nearest."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.color import ciede2000, lab_to_srgb, oklch_to_srgb, srgb_to_lab, srgb_to_oklch
from palette_studio.core.color_text import parse_color, unbounded_color
from palette_studio.core.craft.reach import GAMUTS, reach


def test_display_p3_has_the_matrix_of_css():
    known = [  # CSS Color 4, section 18: linear Display P3 to XYZ
        [0.4865709486482162, 0.26566769316909306, 0.1982172852343625],
        [0.2289745640697488, 0.6917385218365064, 0.079286914093745],
        [0.0, 0.04511338185890264, 1.043944368900976],
    ]
    ours = np.linalg.inv(GAMUTS["Display P3"])
    assert ours == pytest.approx(np.array(known), abs=3e-4)  # whose white has four digits


def test_rec_2020_has_the_matrix_of_css():
    known = [  # CSS Color 4, section 18: linear Rec. 2020 to XYZ
        [0.6369580483012914, 0.14461690358620832, 0.1688809751641721],
        [0.2627002120112671, 0.6779980715188708, 0.05930171646986196],
        [0.0, 0.028072693049087428, 1.060985057710791],
    ]
    ours = np.linalg.inv(GAMUTS["Rec. 2020"])
    assert ours == pytest.approx(np.array(known), abs=3e-4)  # whose white has four digits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("oklch(0.7 0.1 150)", "inside sRGB"),
        ("#ff0000", "inside sRGB"),
        ("oklch(0.648 0.4 28.96)", "outside sRGB, Display P3 and Rec. 2020"),
        ("oklch(0.85 0.37 145)", "outside sRGB and Display P3, inside Rec. 2020"),
        ("oklch(0.6 0.25 25)", "outside sRGB, inside Display P3"),
        ("oklch(0.85 0.28 145)", "outside sRGB, inside Display P3"),
        ("lab(50 0 -120)", "outside sRGB, Display P3 and Rec. 2020"),
    ],
)
def test_which_gamut_a_color_is_outside_of_is_told(text, words):
    assert reach(unbounded_color(text)).words == words


@pytest.mark.parametrize("text", ["#345678", "teal", "rgb(300 0 0)", "hsl(20 50% 50%)", "lab(50 20 20)"])
def test_a_color_inside_is_its_own_nearest(text):
    found = reach(unbounded_color(text))
    assert found.nearest == found.alike == parse_color(text)
    assert found.difference < 0.6 and found.inside == ("sRGB", "Display P3", "Rec. 2020")


def test_the_nearest_has_lightness_and_hue_and_the_most_alike_differs_least():
    random = np.random.default_rng(0)
    for _ in range(12):
        wanted = [random.uniform(0.3, 0.9), 0.33, random.uniform(0, 360)]
        found = reach(oklch_to_srgb(wanted))
        light, chroma, hue = srgb_to_oklch(np.array(found.nearest) / 255)
        assert light == pytest.approx(wanted[0], abs=0.006) and chroma < 0.33
        assert abs((hue - wanted[2] + 180) % 360 - 180) < 4
        lab = srgb_to_lab(oklch_to_srgb(wanted))
        grid = np.stack(np.meshgrid(*[np.arange(0, 256, 5)] * 3), axis=-1).reshape(-1, 3)
        best = ciede2000(srgb_to_lab(grid / 255), lab).min()
        assert found.difference <= best + 1e-9
        assert found.difference <= ciede2000(srgb_to_lab(np.array(found.nearest) / 255), lab)


def test_colors_above_white_and_below_black_end_there():
    assert reach(lab_to_srgb([120, 0, 0])).nearest == (255, 255, 255)
    assert reach(lab_to_srgb([-20, 0, 0])).nearest == (0, 0, 0)


def test_text_is_read_unbounded_only_where_it_can_be_outside():
    assert unbounded_color("oklch(0.6 0.25 25);").min() < 0
    assert unbounded_color("rgb(300 0 0)").tolist() == [1, 0, 0]
    with pytest.raises(ValueError, match="is no color"):
        unbounded_color("greenish")
