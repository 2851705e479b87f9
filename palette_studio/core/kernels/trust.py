"""How different two pictures look, fast: CIELab and CIEDE2000 in float32, without branches or tables.

Pairs of colors that differ are first gathered, then worked on a hundred or more at a time in loops that
compile to vector instructions. Against float64 (kernels.difference) the result is off by less than 0.01.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.color import EPSILON, KAPPA
from palette_studio.core.kernels.light import X_B, X_G, X_R, Y_B, Y_G, Y_R, Z_B, Z_G, Z_R

F = np.float32
PAIRS = 512  # worked on at a time: their rows fit the nearest cache
ROWS = 7  # of scratch: linear RGB, then Lab, before and after, and CIEDE2000


def _root_fit() -> np.ndarray:
    """Return a polynomial of s that is s^(2/3) within 0.3 %, from the root of EPSILON to that of 1.1."""
    ends = np.sqrt([EPSILON, 1.1])
    s = (ends.sum() - np.cos(np.linspace(0, np.pi, 400)) * np.ptp(ends)) / 2
    return np.polyfit(s, s ** (2 / 3), 4, w=s ** (-2 / 3))


P4, P3, P2, P1, P0 = (F(p) for p in _root_fit())
EPS, LINE, OFFSET = F(EPSILON), F(KAPPA / 116), F(16 / 116)
XR, XG, XB, YR, YG, YB, ZR, ZG, ZB = (F(v) for v in (X_R, X_G, X_B, Y_R, Y_G, Y_B, Z_R, Z_G, Z_B))
COS_30, SIN_30 = F(math.cos(math.radians(30))), F(0.5)
COS_6, SIN_6 = F(math.cos(math.radians(6))), F(math.sin(math.radians(6)))
COS_63, SIN_63 = F(math.cos(math.radians(63))), F(math.sin(math.radians(63)))
COS_275, SIN_275 = F(math.cos(math.radians(275))), F(math.sin(math.radians(275)))
SEVENTH = F(25.0**7)
NARROW = F((180 / math.pi / 25) ** 2 / 32)  # of eq. 16's bell, whose 32nd root is taken first
SIXTY = F(math.pi / 3)
TINY = F(1e-12)

FAST = {"contract", "nsz", "arcp", "nnan", "ninf"}
inlined = njit(nogil=True, cache=True, error_model="numpy", fastmath=FAST, inline="always")
vector = njit(nogil=True, cache=True, error_model="numpy", fastmath=FAST)


@vector
def _root(t):
    """Return the f of CIELab (CIE 15:2004, eq. 8.6): a polynomial of the square root, then Halley's step."""
    s = np.sqrt(max(t, EPS))
    guess = (((P4 * s + P3) * s + P2) * s + P1) * s + P0
    cube = guess * guess * guess
    power = guess * (cube + F(2) * t) / (F(2) * cube + t)
    return power if t > EPS else LINE * t + OFFSET


@vector
def _to_lab(rows, count):
    """Turn linear RGB in rows[0:3] into Lab."""
    r, g, b = rows[0], rows[1], rows[2]
    for n in range(count):
        fx = _root(XR * r[n] + XG * g[n] + XB * b[n])
        fy = _root(YR * r[n] + YG * g[n] + YB * b[n])
        fz = _root(ZR * r[n] + ZG * g[n] + ZB * b[n])
        r[n] = F(116) * fy - F(16)
        g[n] = F(500) * (fx - fy)
        b[n] = F(200) * (fy - fz)


@inlined
def _seven(c):
    """Return sqrt(c^7 / (c^7 + 25^7)), of eq. 4 and 17."""
    c2 = c * c
    c7 = c2 * c2 * c2 * c
    return np.sqrt(c7 / (c7 + SEVENTH))


@inlined
def _difference(l1, a1, b1, l2, a2, b2):
    """Return CIEDE2000 (Sharma, Wu & Dalal 2005, eq. 2 to 22) without angles.

    Half-way between two hues points the sum of their unit vectors; sines and cosines of its multiples follow.
    """
    stretch = F(1.5) - F(0.5) * _seven((np.sqrt(a1 * a1 + b1 * b1) + np.sqrt(a2 * a2 + b2 * b2)) * F(0.5))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.sqrt(a1 * a1 + b1 * b1), np.sqrt(a2 * a2 + b2 * b2)
    both, dot = c1 * c2, a1 * a2 + b1 * b2
    cross = a1 * (b2 - b1) - b1 * (a2 - a1)
    near = cross / np.sqrt(max(F(0.5) * (both + dot), TINY))  # exact for like hues, the other for opposite
    far = np.sqrt(max(F(2) * (both - dot), F(0)))
    dh = near if dot > F(0) else (far if cross >= F(0) else -far)
    u, v = a1 * c2 + a2 * c1, b1 * c2 + b2 * c1
    unit = F(1) / np.sqrt(max(u * u + v * v, TINY))
    cos1, sin1 = u * unit, v * unit
    cos2, sin2 = cos1 * cos1 - sin1 * sin1, F(2) * cos1 * sin1
    cos3, sin3 = cos2 * cos1 - sin2 * sin1, sin2 * cos1 + cos2 * sin1
    cos4, sin4 = cos2 * cos2 - sin2 * sin2, F(2) * cos2 * sin2
    t = F(1) - F(0.17) * (cos1 * COS_30 + sin1 * SIN_30) + F(0.24) * cos2
    t += F(0.32) * (cos3 * COS_6 - sin3 * SIN_6) - F(0.20) * (cos4 * COS_63 + sin4 * SIN_63)
    mean_c = (c1 + c2) * F(0.5)
    off = ((l1 + l2) * F(0.5) - F(50)) * ((l1 + l2) * F(0.5) - F(50))
    dl = (l2 - l1) / (F(1) + F(0.015) * off / np.sqrt(F(20) + off))
    dc = (c2 - c1) / (F(1) + F(0.045) * mean_c)
    dh = dh / (F(1) + F(0.015) * mean_c * t)
    rt = F(-2) * _seven(mean_c) * _swing(cos1 * COS_275 + sin1 * SIN_275)
    return np.sqrt(max(dl * dl + dc * dc + dh * dh + rt * dc * dh, F(0)))


@inlined
def _swing(cosine):
    """Return sin(60 degrees * exp(-(d / 25)^2)), of eq. 16 and 19, d degrees having this cosine.

    d^2 by the series of the squared arc cosine: near enough up to 90 degrees, where the bell is 2e-6.
    """
    x = F(1) - cosine
    square = x * (F(2) + x * (F(1 / 3) + x * (F(4 / 45) + x * (F(1 / 35) + x * F(16 / 1575)))))
    z = min(NARROW * square, F(0.7))
    root = F(1) - z * (F(1) - z * (F(1 / 2) - z * (F(1 / 6) - z * (F(1 / 24) - z * F(1 / 120)))))
    root *= root
    root *= root
    root *= root
    root *= root
    swing = SIXTY * root * root
    square = swing * swing
    return swing * (F(1) - square * (F(1 / 6) - square * (F(1 / 120) - square * F(1 / 5040))))


@vector
def _compared(rows, count):
    """Turn linear RGB in rows[0:3] and rows[3:6] into CIEDE2000 in rows[6]."""
    _to_lab(rows[0:3], count)
    _to_lab(rows[3:6], count)
    l1, a1, b1, l2, a2, b2, out = rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6]
    for n in range(count):
        out[n] = _difference(l1[n], a1[n], b1[n], l2[n], a2[n], b2[n])


@njit(nogil=True, cache=True)
def _summed(rows, count, sums):
    _compared(rows, count)
    total, largest = 0.0, sums[3]
    for n in range(count):
        total += rows[6, n]
        largest = max(largest, np.float64(rows[6, n]))
    sums[2] += total
    sums[3] = largest


@njit(nogil=True, cache=True)
def at_end(before, after, most):
    """Return whether a channel has come to 0 or ``most`` from elsewhere."""
    return after != before and (after == 0 or after == most)


@njit(nogil=True, cache=True)
def trusted(before, after, light_of, most, rows, sums):
    """Add one block of two pictures to the sums; pixels with alpha 0 are left out.

    before, after: (h, w, 3|4) of one dtype. light_of: (levels,) float32, linear light of each value.
    most: 255 or 65535. rows: (7, PAIRS) float32, scratch. sums: pixels seen, pixels moved, sum and largest
    of CIEDE2000, pixels with a channel newly at 0 or most.
    """
    alpha = before.shape[2] == 4
    hidden = moved = clipped = count = 0
    for i in range(before.shape[0]):
        for j in range(before.shape[1]):
            if alpha and before[i, j, 3] == 0:
                hidden += 1
                continue
            r, g, b = before[i, j, 0], before[i, j, 1], before[i, j, 2]
            x, y, z = after[i, j, 0], after[i, j, 1], after[i, j, 2]
            if r == x and g == y and b == z:
                continue
            moved += 1
            clipped += at_end(r, x, most) or at_end(g, y, most) or at_end(b, z, most)
            rows[0, count], rows[1, count], rows[2, count] = light_of[r], light_of[g], light_of[b]
            rows[3, count], rows[4, count], rows[5, count] = light_of[x], light_of[y], light_of[z]
            count += 1
            if count == PAIRS:
                _summed(rows, count, sums)
                count = 0
    sums[0] += before.shape[0] * before.shape[1] - hidden
    sums[1] += moved
    sums[4] += clipped
    _summed(rows, count, sums)


@njit(nogil=True, cache=True)
def differences(before, after, light_of, rows, out):
    """Write (n,) CIEDE2000 between rows of (n, 3) colors; the rest as ``trusted`` has it."""
    for start in range(0, out.shape[0], PAIRS):
        count = min(PAIRS, out.shape[0] - start)
        for n in range(count):
            for c in range(3):
                rows[c, n] = light_of[before[start + n, c]]
                rows[3 + c, n] = light_of[after[start + n, c]]
        _compared(rows, count)
        out[start : start + count] = rows[6, :count]
