"""CIEDE2000 compiled: the same as the plain one."""

import numpy as np
import pytest

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.kernels.difference import squared_of

# Sharma, Wu & Dalal 2005, table 1, the pairs at which implementations go astray
PAIRS = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0010), 7.1792),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, -0.001, 2.49), (50.0, 0.0009, -2.49), 4.8045),
    ((50.0, -0.001, 2.49), (50.0, 0.0010, -2.49), 4.8045),
    ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
    ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


def differences(first, second):
    return np.sqrt([squared_of(*one, *other) for one, other in zip(first, second, strict=True)])


@pytest.mark.parametrize(("first", "second", "expected"), PAIRS)
def test_the_pairs_of_the_paper_come_out(first, second, expected):
    assert differences([first], [second]) == pytest.approx(expected, abs=5e-5)
    assert differences([second], [first]) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("spread", [2.0, 20.0, 128.0])
def test_it_agrees_with_the_plain_one(spread):
    rng = np.random.default_rng(0)
    first = np.column_stack([rng.uniform(0, 100, 100_000), rng.uniform(-100, 100, (100_000, 2))])
    second = first + rng.uniform(-spread, spread, first.shape)
    second[:, 0] = second[:, 0].clip(0, 100)
    assert np.abs(differences(first, second) - ciede2000(first, second)).max() < 1e-9


def test_equal_colors_and_grays_are_no_exception():
    values = np.arange(256)
    grays = srgb_to_lab(np.stack([values] * 3, axis=1) / 255)
    assert (differences(grays, grays) == 0).all()
    assert np.abs(differences(grays, grays[::-1]) - ciede2000(grays, grays[::-1])).max() < 1e-9
