"""Chang et al. 2015 written plainly in float64 numpy, one color at a time: what the fast code must equal."""

import numpy as np

from palette_studio.core.color import (
    lab_to_xyz,
    linear_to_srgb,
    srgb_to_lab,
    xyz_to_linear,
)


def last_inside(start, step, low, high):
    """Return the largest t in [low, high] with start + t step in the gamut, else where it comes nearest."""
    t = np.linspace(low, high, 4001)
    over = excess(start + t[:, None] * step)
    if not (over <= 1e-9).any():
        return t[np.argmin(over)]
    last = np.flatnonzero(over <= 1e-9)[-1]
    if last == len(t) - 1:
        return high
    low, high = t[last], t[last + 1]
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(start + middle * step) <= 1e-9 else (low, middle)
    return low


def excess(lab):
    linear = xyz_to_linear(lab_to_xyz(lab))
    return np.maximum(linear - 1, -linear).max(axis=-1)


def transferred(x, c, d):
    """Return where Lab x goes when the swatch at c goes by d, all on the plane of x's lightness."""
    c, d = np.array([x[0], c[1], c[2]]), np.array([0, d[1], d[2]])
    size = np.linalg.norm(d)
    if size == 0:
        return x
    reach = last_inside(c, d, 0.0, 400 / size)
    c_b, x0 = c + reach * d, x + d
    if excess(x0) <= 1e-9:
        x_b = x + last_inside(x, d, 1.0, 800 / size) * d
    else:
        # C' as in the paper; where that is outside on this plane C_b, drawn toward gray if it is outside too.
        origin = c + min(1.0, reach) * d
        gray = np.array([x[0], 0.0, 0.0])
        origin = gray + last_inside(gray, origin - gray, 0.0, 1.0) * (origin - gray)
        if excess(origin + x - c) <= 1e-9:
            return x0
        x_b = origin + last_inside(origin, x - c, 0.0, 1.0) * (x - c)
    length, most = np.linalg.norm(x_b - x), np.linalg.norm(c_b - c)
    if length == 0:
        return x
    ratio = 1.0 if most <= length else length / most
    return x + (x_b - x) / length * size * ratio


def lightness(value, found, edited):
    knots, targets = [0.0, *found, 100.0], [0.0, *edited, 100.0]
    return np.interp(value, knots, targets)


def weights(x, centers):
    k = len(centers)
    if k == 1:
        return np.ones(1)
    distance = np.linalg.norm(centers[:, None] - centers[None], axis=2)
    sigma = distance.sum() / (k * (k - 1))
    lam = np.linalg.inv(np.exp(-(distance**2) / (2 * sigma**2)))
    w = lam @ np.exp(-(np.linalg.norm(x - centers, axis=1) ** 2) / (2 * sigma**2))
    w = np.maximum(w, 0)
    return w / w.sum()


def ordered(found, edited, moved):
    """Chang's rule for one moved swatch: those it crosses go with it. found is ascending."""
    edited = edited.copy()
    for j in range(moved + 1, len(found)):
        edited[j] = max(edited[j], edited[j - 1])
    for j in range(moved - 1, -1, -1):
        edited[j] = min(edited[j], edited[j + 1])
    return edited


def to_srgb(lab):
    """Return sRGB 0..1 of one Lab color, grayed at constant luminance until it is in the gamut."""
    lab = np.array([np.clip(lab[0], 0, 100), lab[1], lab[2]])
    xyz = lab_to_xyz(lab)
    y, linear, keep = xyz[1], xyz_to_linear(xyz), 1.0
    for v in linear:
        if v > 1:
            keep = min(keep, (1 - y) / (v - y))
        if v < 0:
            keep = min(keep, y / (y - v))
    return np.clip(linear_to_srgb(y + keep * (linear - y)), 0, 1)


def recolored(colors, found, edited):
    """Return (n, 3) sRGB 0..1 of (n, 3) sRGB 0..1 colors. found, edited: (k, 3) sRGB 0..255, one moved."""
    found, edited = srgb_to_lab(np.asarray(found) / 255), srgb_to_lab(np.asarray(edited) / 255)
    order = np.argsort(found[:, 0])
    found, edited = found[order], edited[order]
    moved = int(np.argmax(np.linalg.norm(found - edited, axis=1)))
    levels = ordered(found[:, 0], edited[:, 0], moved)
    result = []
    for x in srgb_to_lab(colors):
        w = weights(x, found)
        goes = sum(w[i] * transferred(x, found[i], edited[i] - found[i]) for i in range(len(found)))
        result.append(to_srgb([lightness(x[0], found[:, 0], levels), goes[1], goes[2]]))
    return np.array(result)
