"""What can be nearest in a box of colors by CIEDE2000: bounds by interval arithmetic.

CIEDE2000 has no triangle inequality and jumps where hues are opposite, so each of its terms is bounded over
the box for itself (Sharma, Wu & Dalal 2005, eq. 2 to 22). The box is a frame in CIELab, see
``nearest_frames``; in the plane of the stretched a and of b it is seen along its radius and across.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.kernels.difference import BLUE, SWING, WIDTH, hue_term, lightness_weight, saturating
from palette_studio.core.kernels.nearest_frames import VECTORS

STEEPEST = 0.17 + 2 * 0.24 + 3 * 0.32 + 4 * 0.20  # how fast T can change with the mean hue, per radian
T_LEAST, T_MOST = 1 - 0.17 - 0.24 - 0.32 - 0.20, 1 + 0.17 + 0.24 + 0.32 + 0.20
SLACK = 1e-9
TURN = 2 * math.pi


@njit(nogil=True, cache=True, error_model="numpy")
def nearer_seen(centers, among, count, frame, moved, bounds, out):
    """Write which of ``among`` can be nearest in the frame; return how many. bounds: (k, 2) scratch.

    centers: (k + 1, 3) Lab, the last the color that moved, before. With a color that moved: 0 where it
    neither was nor is nearest anywhere in the frame.
    """
    most = most_unmoved = np.inf
    for n in range(count):
        i = among[n]
        low, high = seen_bounds(frame, centers[i, 0], centers[i, 1], centers[i, 2])
        bounds[n, 0] = low
        most = min(most, high)
        if i != moved:
            most_unmoved = min(most_unmoved, high)
    left, touched = 0, moved < 0
    for n in range(count):
        if bounds[n, 0] <= most:
            out[left] = among[n]
            left += 1
        touched = touched or (among[n] == moved and bounds[n, 0] <= most_unmoved)
    if touched:
        return left
    last = centers.shape[0] - 1
    low, _ = seen_bounds(frame, centers[last, 0], centers[last, 1], centers[last, 2])
    return left if low <= most_unmoved else 0


@njit(nogil=True, cache=True, error_model="numpy")
def seen_bounds(frame, l2, a2, b2):
    """Return the least and the most that the squared CIEDE2000 of (l2, a2, b2) can be in the frame."""
    rise = wide = 0.0
    for v in range(1, 1 + VECTORS):
        rise += abs(frame[v, 0])
        wide += abs(frame[v, 1])
    ca, cb = frame[0, 1], frame[0, 2]
    c2 = math.sqrt(a2 * a2 + b2 * b2)
    near, far, _ = extent(frame, ca, cb, 1.0, 0.0)
    strong, weak = 1.5 - 0.5 * saturating(0.5 * (near + c2)), 1.5 - 0.5 * saturating(0.5 * (far + c2))
    stretch, loose = 0.5 * (strong + weak), 0.5 * (strong - weak)
    light = interval_of(l2 - frame[0, 0], rise)
    weight = weight_bounds(0.5 * (frame[0, 0] + l2), 0.5 * rise)
    plane = plane_bounds(frame, stretch, loose, wide, a2, b2)
    low = (light[0] / weight[1]) ** 2 + plane[0]
    high = (light[1] / weight[0]) ** 2 + plane[1]
    return low * (1.0 - SLACK) - SLACK, high * (1.0 + SLACK) + SLACK


@njit(nogil=True, cache=True, error_model="numpy", inline="always")
def interval_of(middle, reach):
    """Return the least and the most that |x| can be for x within reach of middle."""
    return max(abs(middle) - reach, 0.0), abs(middle) + reach


@njit(nogil=True, cache=True, error_model="numpy", inline="always")
def weight_bounds(mean, reach):
    """Return the least and the most of S_L for a mean lightness within reach."""
    near, far = interval_of(mean - 50.0, reach)
    return lightness_weight(50.0 + near), lightness_weight(50.0 + far)


@njit(nogil=True, cache=True, error_model="numpy")
def extent(frame, x, y, stretch, shaken):
    """Return the least and the most distance from the origin, and the half angle under which it is seen.

    The frame's a and b, its a stretched, about the middle (x, y), and shaken to both sides along a.
    """
    length = math.sqrt(x * x + y * y)
    ux, uy = (x / length, y / length) if length > 0.0 else (1.0, 0.0)
    along, across = shaken * abs(ux), shaken * abs(uy)
    for v in range(1, 1 + VECTORS):
        a, b = stretch * frame[v, 1], frame[v, 2]
        along += abs(a * ux + b * uy)
        across += abs(b * ux - a * uy)
    near = max(length - along, 0.0)
    far = math.sqrt((length + along) ** 2 + across * across)
    return near, far, math.atan2(across, near) if near > 0.0 else math.pi


@njit(nogil=True, cache=True, error_model="numpy")
def plane_bounds(frame, stretch, loose, wide, a2, b2):
    """Return the least and the most of what chroma and hue add, for stretches of a within loose."""
    x1, y1, x2 = stretch * frame[0, 1], frame[0, 2], stretch * a2
    near1, far1, angle1 = extent(frame, x1, y1, stretch, loose * (abs(frame[0, 1]) + wide))
    c2 = math.sqrt(x2 * x2 + b2 * b2)
    slip = loose * abs(a2)
    near2, far2 = max(c2 - slip, 0.0), c2 + slip
    angle2 = math.asin(slip / c2) if slip < c2 else math.pi
    mean = 0.5 * (near1 + near2), 0.5 * (far1 + far2)
    turn = math.atan2(x1 * b2 - x2 * y1, x1 * x2 + y1 * b2)
    reach = min(angle1 + angle2, math.pi) + SLACK
    term, blue = hue_bounds(x1, y1, x2, b2, abs(turn), reach)
    cross = 2.0 * saturating(mean[1]) * blue  # |R_T| at most; R_T <= 0
    least_sc, most_sc = 1.0 + 0.045 * mean[0], 1.0 + 0.045 * mean[1]
    least_sh, most_sh = 1.0 + 0.015 * mean[0] * term[0], 1.0 + 0.015 * mean[1] * term[1]
    chroma = max(near2 - far1, near1 - far2, 0.0) / most_sc, max(far2 - near1, far1 - near2) / least_sc
    open_angle = max(abs(turn) - reach, 0.0), min(abs(turn) + reach, math.pi)
    hue = (
        2.0 * math.sqrt(near1 * near2) * math.sin(0.5 * open_angle[0]) / most_sh,
        2.0 * math.sqrt(far1 * far2) * math.sin(0.5 * open_angle[1]) / least_sh,
    )
    low, high = mixed(chroma, hue, cross)
    # chroma and hue differences, unweighted, are the sides of a triangle with the way in the plane
    apart = extent(frame, x1 - x2, y1 - b2, stretch, loose * (abs(frame[0, 1] - a2) + wide))
    flattest, steepest = min(least_sc, least_sh), max(most_sc, most_sh)
    low = max(low, (1.0 - 0.5 * cross) * (apart[0] / steepest) ** 2)
    return low, min(high, (1.0 + 0.5 * cross) * (apart[1] / flattest) ** 2)


@njit(nogil=True, cache=True, error_model="numpy")
def hue_bounds(x1, y1, x2, y2, turn, reach):
    """Return bounds of T, and the most of sin(2 dtheta), for hues that far apart, within reach."""
    if turn + reach >= math.pi:
        return (T_LEAST, T_MOST), math.sin(SWING)
    c1, c2 = math.sqrt(x1 * x1 + y1 * y1), math.sqrt(x2 * x2 + y2 * y2)
    x, y = x1 * c2 + x2 * c1, y1 * c2 + y2 * c1
    length = math.sqrt(x * x + y * y)
    if length <= 0.0:
        return (T_LEAST, T_MOST), math.sin(SWING)
    middle, sway = hue_term(x / length, y / length), 0.5 * reach * STEEPEST
    off = abs(math.atan2(y, x) - BLUE) % TURN
    off = max(min(off, TURN - off) - 0.5 * reach, 0.0) / WIDTH
    blue = math.sin(SWING * math.exp(-off * off))
    return (max(middle - sway, T_LEAST), min(middle + sway, T_MOST)), blue


@njit(nogil=True, cache=True, error_model="numpy")
def mixed(chroma, hue, cross):
    """Return bounds of x x + y y + R x y for |x| in chroma, |y| in hue, |R| <= cross < 2 of either sign."""
    low = np.inf
    for x in chroma:
        y = min(max(0.5 * cross * x, hue[0]), hue[1])
        low = min(low, x * x + y * y - cross * x * y)
    for y in hue:
        x = min(max(0.5 * cross * y, chroma[0]), chroma[1])
        low = min(low, x * x + y * y - cross * x * y)
    x, y = chroma[1], hue[1]
    return low, x * x + y * y + cross * x * y
