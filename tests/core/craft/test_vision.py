"""Color-vision deficiency: the published matrices, pictures as the plain way has them, and alike pairs."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import FIVE, colors, locked, random_palette

from palette_studio.core.color import ciede2000, linear_to_srgb, srgb_to_lab, srgb_to_linear
from palette_studio.core.craft.confusable import ALIKE, CLEAR, alike, confusable
from palette_studio.core.craft.contrast import luminance
from palette_studio.core.craft.vision import MATRICES, diagnosis, matrix, seen, seen_colors, seen_palette
from palette_studio.core.palette import Palette

NOISE = np.random.default_rng(0).integers(0, 256, (64, 97, 4)).astype(np.uint8)


def plain(pixels, mixing):
    light = np.clip(srgb_to_linear(pixels[..., :3] / 255) @ mixing.T, 0, 1)
    return np.concatenate([np.rint(linear_to_srgb(light) * 255).astype(np.uint8), pixels[..., 3:]], axis=2)


@pytest.mark.parametrize("name", MATRICES)
def test_rows_sum_to_1_and_severity_0_is_the_identity(name):
    assert MATRICES[name].shape == (11, 3, 3)
    assert np.abs(MATRICES[name].sum(axis=2) - 1).max() < 2e-6
    assert np.array_equal(matrix(name, 0), np.eye(3))
    assert np.array_equal(matrix(name, 1), MATRICES[name][10])


@pytest.mark.parametrize(
    ("name", "severity", "row", "figures"),
    [
        ("protan", 0.5, 0, (0.458064, 0.679578, -0.137642)),
        ("protan", 1.0, 0, (0.152286, 1.052583, -0.204868)),
        ("deutan", 0.6, 1, (0.205199, 0.754872, 0.039929)),
        ("deutan", 1.0, 2, (-0.011820, 0.042940, 0.968881)),
        ("tritan", 0.3, 2, (0.013410, 0.148296, 0.838294)),
        ("tritan", 1.0, 1, (-0.078411, 0.930809, 0.147602)),
        ("achromat", 1.0, 2, (0.2126, 0.7152, 0.0722)),
    ],
)
def test_matrices_have_the_published_figures(name, severity, row, figures):
    assert matrix(name, severity)[row] == pytest.approx(figures, abs=1e-12)


def test_between_tenths_the_matrix_is_between():
    halfway = (MATRICES["deutan"][3] + MATRICES["deutan"][4]) / 2
    assert matrix("deutan", 0.35) == pytest.approx(halfway)
    with pytest.raises(ValueError, match="it lies in"):
        matrix("deutan", 1.1)
    with pytest.raises(ValueError, match="there are protan, deutan, tritan, achromat"):
        matrix("blind")


@pytest.mark.parametrize("name", MATRICES)
@pytest.mark.parametrize("severity", [0.25, 1.0])
@pytest.mark.parametrize("channels", [3, 4])
def test_a_picture_is_seen_as_the_plain_way_has_it(name, severity, channels):
    pixels = NOISE[..., :channels]
    result = seen(pixels, name, severity)
    assert np.array_equal(result, plain(pixels, matrix(name, severity)))
    assert not result.flags.writeable
    assert seen(result, name, 0) is result


@pytest.mark.parametrize("name", MATRICES)
@pytest.mark.parametrize("severity", np.arange(0, 1.01, 0.05))
def test_grays_stay_gray(name, severity):
    grays = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    assert np.array_equal(seen_colors(grays, name, severity), grays)


def test_an_achromat_sees_the_luminance():
    palette = random_palette(200)
    lights = seen_colors(palette.colors, "achromat")
    assert (lights == lights[:, :1]).all()
    assert luminance(lights) == pytest.approx(luminance(palette.colors), abs=0.005)


def test_16_bit_pictures_are_seen_in_8():
    pixels = np.random.default_rng(0).integers(0, 65536, (8, 9, 3)).astype(np.uint16)
    assert seen(pixels, "protan").dtype == np.uint8


def test_a_palette_is_seen_as_a_picture_of_it_and_keeps_its_names():
    palette = locked(FIVE, 1)
    after = seen_palette(palette, "protan")
    assert colors(after) == [tuple(v) for v in seen_colors(palette.colors, "protan").tolist()]
    assert [(s.name, s.locked) for s in after.swatches] == [(s.name, s.locked) for s in palette.swatches]


def test_brick_and_moss_look_alike_with_deuteranopia():
    words = [pair.words(FIVE) for pair in confusable(FIVE)]
    assert "Brick and Moss look alike with deuteranopia" in words
    assert diagnosis("tritan", 0.5) == "tritanomaly"


def test_pairs_are_those_of_the_thresholds_and_nameless_swatches_go_by_hex():
    palette = random_palette(40)
    pairs = confusable(palette, 0.9)
    found = {(pair.first, pair.second, pair.deficiency) for pair in pairs}
    lab = srgb_to_lab(palette.colors / 255)
    for name in ("protan", "deutan", "tritan"):
        after = srgb_to_lab(seen_colors(palette.colors, name, 0.9) / 255)
        for i in range(40):
            for j in range(i + 1, 40):
                alike = ciede2000(lab[i], lab[j]) >= CLEAR and ciede2000(after[i], after[j]) <= ALIKE
                assert alike == ((i, j, name) in found)
    assert pairs[0].words(palette).startswith("#")
    assert confusable(palette, 0.0) == ()
    assert confusable(Palette()) == ()


def test_red_and_green_of_one_luminance_are_one_gray_for_an_achromat():
    palette = Palette.from_colors([(255, 0, 0), (0, 148, 0)])
    assert [pair.deficiency for pair in confusable(palette, deficiencies=MATRICES)][-1] == "achromat"


def test_what_everyone_takes_for_each_other_is_told_too():
    palette = Palette.from_colors([(120, 80, 60), (10, 10, 10), (122, 81, 60)])
    (pair,) = alike(palette)
    assert (pair.first, pair.second) == (0, 2)
    assert pair.words(palette) == "#78503C and #7A513C look alike to everyone"
    assert alike(Palette()) == ()
