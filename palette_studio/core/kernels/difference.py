"""CIEDE2000 of CIELab colors in float64, without a branch and without a call into the math library.

So compilers take eight pairs at a time, with the same bits as one alone: a nearest color never hangs on how
many were asked for. kernels.trust, which only averages, has the faster one in float32. Division is numpy's:
none by zero happens, and a check for it would be a branch.
"""

from __future__ import annotations

import math

from numba import njit

POWER_25_7 = 25.0**7
COS_30, SIN_30 = math.cos(math.radians(30)), math.sin(math.radians(30))
COS_6, SIN_6 = math.cos(math.radians(6)), math.sin(math.radians(6))
COS_63, SIN_63 = math.cos(math.radians(63)), math.sin(math.radians(63))
SWING, TURN = math.radians(60), 2 * math.pi
BLUE, WIDTH = math.radians(275), math.radians(25)  # where hue and chroma act on each other (eq. 19)
COS_BLUE, SIN_BLUE = math.cos(BLUE), math.sin(BLUE)
FADED = 60.0  # exp(-60) is nothing
TINY = 1e-300  # keeps 0 / 0 from happening where the result is not used


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
def arc_tangent(t):
    """Return atan t for |t| <= tan(22.5 degrees): Taylor's series, to 1e-12, and to 1e-14 for |t| < 0.3."""
    u = t * t
    high = 1 / 17 + u * (-1 / 19 + u * (1 / 21 + u * (-1 / 23 + u * (1 / 25 - u * (1 / 27)))))
    low = 1.0 + u * (
        -1 / 3 + u * (1 / 5 + u * (-1 / 7 + u * (1 / 9 + u * (-1 / 11 + u * (1 / 13 - u / 15)))))
    )
    square = u * u
    fourth = square * square
    return t * (low + fourth * fourth * high)


@njit(nogil=True, cache=True, inline="always")
def decay(x):
    """Return exp(-x) for x in 0..60: Taylor's series of a 128th of it, then seven squares; to 1e-13 of it."""
    z = x * (-1 / 128)
    e = 1.0 + z * (1 / 8) * (1.0 + z * (1 / 9) * (1.0 + z * (1 / 10)))
    e = 1.0 + z * (1 / 4) * (1.0 + z * (1 / 5) * (1.0 + z * (1 / 6) * (1.0 + z * (1 / 7) * e)))
    e = 1.0 + z * (1.0 + z * (1 / 2) * (1.0 + z * (1 / 3) * e))
    e *= e
    e *= e
    e *= e
    e *= e
    e *= e
    e *= e
    return e * e


@njit(nogil=True, cache=True, inline="always")
def sine_of(y):
    """Return sin y for y in 0..60 degrees: Taylor's series, to 1e-16."""
    u = y * y
    high = 1.0 - u * (1 / 156) * (1.0 - u * (1 / 210) * (1.0 - u * (1 / 272)))
    return y * (
        1.0
        - u
        * (1 / 6)
        * (1.0 - u * (1 / 20) * (1.0 - u * (1 / 42) * (1.0 - u * (1 / 72) * (1.0 - u * (1 / 110) * high))))
    )


@njit(nogil=True, cache=True, inline="always")
def blueness(cosine, sine):
    """Return sin(2 dtheta) of a mean hue (eq. 17 and 19).

    The hue is compared with 275 degrees along 0..360, not around the circle: so the paper has it. Between 0
    and 90 degrees, which would be close around the circle, it is 0.
    """
    x, y = cosine * COS_BLUE + sine * SIN_BLUE, sine * COS_BLUE - cosine * SIN_BLUE
    t = y / max(1.0 + x, 1e-9)  # tan of half the angle from blue, then of a fourth and an eighth
    t = t / (1.0 + math.sqrt(1.0 + t * t))
    t = t / (1.0 + math.sqrt(1.0 + t * t))
    off = 8.0 * arc_tangent(t) * (1.0 / WIDTH)
    blue = sine_of(SWING * decay(min(off * off, FADED)))
    return 0.0 if sine >= 0.0 and cosine > 0.0 else blue


@njit(nogil=True, cache=True, inline="always")
def squared_difference(l1, a1, b1, l2, a2, b2):
    """Return the squared CIEDE2000 of two CIELab colors, kL = kC = kH = 1.

    After Sharma, Wu & Dalal 2005, eq. 2 to 22, with hues as directions: the mean hue is the bisector, and
    2 sin(dh / 2) the length of the chord between the two.
    """
    mean_c = 0.5 * (math.sqrt(a1 * a1 + b1 * b1) + math.sqrt(a2 * a2 + b2 * b2))
    stretch = 1.5 - 0.5 * saturating(mean_c)
    x1, x2 = stretch * a1, stretch * a2
    c1, c2 = math.sqrt(x1 * x1 + b1 * b1), math.sqrt(x2 * x2 + b2 * b2)
    mean_c = 0.5 * (c1 + c2)
    product, cross, dot = c1 * c2, x1 * b2 - x2 * b1, x1 * x2 + b1 * b2
    lesser_first = b1 > 0.0 or (b1 == 0.0 and x1 > 0.0)
    # The bisector, of unit vectors times c1 c2; where they are opposite, a quarter turn after the lesser hue.
    opposite = cross == 0.0 and dot < 0.0
    cosine = (-b1 if lesser_first else -b2) if opposite else x1 * c2 + x2 * c1
    sine = (x1 if lesser_first else x2) if opposite else b1 * c2 + b2 * c1
    scale = 1.0 / math.sqrt(max(cosine * cosine + sine * sine, TINY))
    cosine, sine = cosine * scale, sine * scale
    # c1 c2 - dot, without the loss where the hues are close; 0 where one color is gray and has no hue
    apart = cross * cross / max(product + dot, TINY) if dot > 0.0 else product - dot
    dh = math.sqrt(max(2.0 * apart, 0.0))
    dh = -dh if cross < 0.0 or (cross == 0.0 and not lesser_first) else dh
    dl = (l2 - l1) / lightness_weight(0.5 * (l1 + l2))
    dc = (c2 - c1) / (1.0 + 0.045 * mean_c)
    dh /= 1.0 + 0.015 * mean_c * hue_term(cosine, sine)
    turn = -2.0 * saturating(mean_c) * blueness(cosine, sine)
    return max(dl * dl + dc * dc + dh * dh + turn * dc * dh, 0.0)


@njit(nogil=True, cache=True, error_model="numpy")
def squared_of(l1, a1, b1, l2, a2, b2):
    """Return ``squared_difference`` to callers that are compiled otherwise."""
    return squared_difference(l1, a1, b1, l2, a2, b2)


@njit(nogil=True, cache=True, error_model="numpy")
def squared_differences(lightness, a, b, center, out):
    """Write the squared CIEDE2000 of each of n colors and one. lightness, a, b, out: (n,), center: (3,)."""
    l2, a2, b2 = center[0], center[1], center[2]
    for n in range(out.shape[0]):
        out[n] = squared_difference(lightness[n], a[n], b[n], l2, a2, b2)
