"""CIEDE2000, one pair of CIELab colors at a time, with few calls into the math library."""

from __future__ import annotations

import math

from numba import njit

POWER_25_7 = 25.0**7
COS_30, SIN_30 = math.cos(math.radians(30)), math.sin(math.radians(30))
COS_6, SIN_6 = math.cos(math.radians(6)), math.sin(math.radians(6))
COS_63, SIN_63 = math.cos(math.radians(63)), math.sin(math.radians(63))
SWING, TURN = math.radians(60), 2 * math.pi
BLUE, WIDTH = math.radians(275), math.radians(25)  # where hue and chroma act on each other (eq. 19)
FADED = 28.0  # exp(-28) < 1e-12: 132 degrees from blue they do not


@njit(nogil=True, cache=True, inline="always")
def saturating(chroma):
    """Return sqrt(c^7 / (c^7 + 25^7)), the term of eq. 4 and 20; grows with chroma from 0 to 1."""
    square = chroma * chroma
    power = square * square * square * chroma
    return math.sqrt(power / (power + POWER_25_7))


@njit(nogil=True, cache=True, inline="always")
def lightness_weight(mean):
    """Return S_L of a mean lightness (eq. 15); grows with the distance from 50."""
    off = (mean - 50.0) * (mean - 50.0)
    return 1.0 + 0.015 * off / math.sqrt(20.0 + off)


@njit(nogil=True, cache=True, inline="always")
def hue_term(cosine, sine):
    """Return T of a mean hue given by its cosine and sine (eq. 16), by the formulas for multiple angles."""
    cos_2, sin_2 = cosine * cosine - sine * sine, 2.0 * sine * cosine
    cos_3, sin_3 = cos_2 * cosine - sin_2 * sine, sin_2 * cosine + cos_2 * sine
    cos_4, sin_4 = cos_2 * cos_2 - sin_2 * sin_2, 2.0 * sin_2 * cos_2
    return (
        1.0
        - 0.17 * (cosine * COS_30 + sine * SIN_30)
        + 0.24 * cos_2
        + 0.32 * (cos_3 * COS_6 - sin_3 * SIN_6)
        - 0.20 * (cos_4 * COS_63 + sin_4 * SIN_63)
    )


@njit(nogil=True, cache=True, inline="always")
def blueness(cosine, sine):
    """Return sin(2 dtheta) of a mean hue (eq. 17 and 19); 0 where that is below 1e-12."""
    hue = math.atan2(sine, cosine)
    if hue < 0.0:
        hue += TURN
    off = (hue - BLUE) * (1.0 / WIDTH)  # not around the circle: so the paper has it
    if off * off > FADED:
        return 0.0
    return math.sin(SWING * math.exp(-off * off))


@njit(nogil=True, cache=True)
def ciede2000_of(l1, a1, b1, l2, a2, b2):
    """Return how different two CIELab colors look: CIEDE2000 with kL = kC = kH = 1.

    After Sharma, Wu & Dalal 2005, eq. 2 to 22, with hues as directions: the mean hue is the bisector, and
    2 sin(dh / 2) the length of the chord between the two.
    """
    mean_c = 0.5 * (math.sqrt(a1 * a1 + b1 * b1) + math.sqrt(a2 * a2 + b2 * b2))
    stretch = 1.5 - 0.5 * saturating(mean_c)
    x1, x2 = stretch * a1, stretch * a2
    c1, c2 = math.sqrt(x1 * x1 + b1 * b1), math.sqrt(x2 * x2 + b2 * b2)
    mean_c = 0.5 * (c1 + c2)
    dl = (l2 - l1) / lightness_weight(0.5 * (l1 + l2))
    dc = (c2 - c1) / (1.0 + 0.045 * mean_c)
    product = c1 * c2
    if product <= 0.0:  # a gray has no hue
        return math.sqrt(dl * dl + dc * dc)
    cross, dot = x1 * b2 - x2 * b1, x1 * x2 + b1 * b2
    # The bisector, of unit vectors times c1 c2; where they are opposite, a quarter turn after the lesser hue.
    cosine, sine = x1 * c2 + x2 * c1, b1 * c2 + b2 * c1
    lesser_first = b1 > 0.0 or (b1 == 0.0 and x1 > 0.0)
    if cross == 0.0 and dot < 0.0:
        cosine, sine = (-b1, x1) if lesser_first else (-b2, x2)
    scale = 1.0 / math.sqrt(cosine * cosine + sine * sine)
    cosine, sine = cosine * scale, sine * scale
    dh = math.sqrt(max(2.0 * (product - dot), 0.0)) if dot < 0.0 else chord(cross, product, dot)
    if cross < 0.0 or (cross == 0.0 and not lesser_first):
        dh = -dh
    dh /= 1.0 + 0.015 * mean_c * hue_term(cosine, sine)
    turn = -2.0 * saturating(mean_c) * blueness(cosine, sine)
    return math.sqrt(max(dl * dl + dc * dc + dh * dh + turn * dc * dh, 0.0))


@njit(nogil=True, cache=True, inline="always")
def chord(cross, product, dot):
    """Return 2 sqrt(c1 c2) sin(dh / 2) for dh below a right angle, without the loss of c1 c2 - dot."""
    return abs(cross) * math.sqrt(2.0 / (product + dot))


@njit(nogil=True, cache=True)
def differences(lab1, lab2, out):
    """Write the CIEDE2000 of each pair of colors. lab1, lab2: (n, 3); out: (n,)."""
    for n in range(out.shape[0]):
        out[n] = ciede2000_of(lab1[n, 0], lab1[n, 1], lab1[n, 2], lab2[n, 0], lab2[n, 1], lab2[n, 2])
