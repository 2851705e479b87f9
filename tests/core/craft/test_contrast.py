"""Contrast has the figures of WCAG 2."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import FIVE

from palette_studio.core.craft.contrast import contrast, contrast_matrix, luminance, verdict

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def test_black_on_white_is_21_to_1():
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert luminance(WHITE) == pytest.approx(1) and luminance(BLACK) == 0


@pytest.mark.parametrize(
    ("color", "ratio", "word"),
    [
        ((0x76, 0x76, 0x76), 4.54, "AA"),  # the lightest gray that passes on white
        ((0x77, 0x77, 0x77), 4.48, "AA large"),
        ((0x59, 0x59, 0x59), 7.00, "AAA"),
        ((0x94, 0x94, 0x94), 3.03, "AA large"),
        ((0x95, 0x95, 0x95), 2.99, "fails"),
        ((255, 0, 0), 4.00, "AA large"),
        ((0, 0, 255), 8.59, "AAA"),
        ((255, 255, 0), 1.07, "fails"),
    ],
)
def test_colors_on_white_have_their_known_ratios(color, ratio, word):
    assert contrast(color, WHITE) == pytest.approx(ratio, abs=0.006)
    assert verdict(float(contrast(color, WHITE))) == word


def test_the_matrix_holds_every_pair():
    matrix = contrast_matrix(FIVE.colors)
    assert np.array_equal(matrix, matrix.T) and (np.diag(matrix) == 1).all()
    assert matrix[1, 3] == contrast(FIVE[1].color, FIVE[3].color)
    assert contrast_matrix(np.zeros((0, 3), np.uint8)).shape == (0, 0)


def test_a_ratio_just_below_a_limit_is_below_it():
    assert [verdict(ratio) for ratio in (21, 7, 6.999, 4.5, 4.499, 3, 2.999, 1)] == [
        "AAA", "AAA", "AA", "AA", "AA large", "AA large", "fails", "fails",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="at least 1"):
        verdict(0.9)
