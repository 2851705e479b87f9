"""What a pixel is known by: the lightness around it, gradients farther off, and what is seen there."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

PATCH_SIDE = 7
RADIUS = 15  # pixels, of DAISY
GRID, HISTOGRAM, THUMB = 4, 8, 8
SMOOTH_PX, SMOOTH_EPS = 8, 1e-3  # guided filter (He, Sun, Tang 2010); of lightness 0..1
JOINT_PX, JOINT_LIKE, JOINT_NEAR = (
    9,
    0.2,
    3.0,
)  # a window's side, and deviations of lightness 0..1 and of pixels


def patches(light: np.ndarray) -> np.ndarray:
    """Return (h, w, 49) float32, the lightness 0..1 of the 7 x 7 pixels around each, mirrored at the borders.

    light: (h, w) L 0..100.
    """
    wide = np.pad(light / 100, PATCH_SIDE // 2, mode="symmetric")
    seen = np.lib.stride_tricks.sliding_window_view(wide, (PATCH_SIDE, PATCH_SIDE))
    return seen.reshape(*light.shape, -1).astype(np.float32)


def daisy(light: np.ndarray) -> np.ndarray:
    """Return (h, w, 32) float32: histograms of 8 directions at a pixel and 3 places around (Tola 2010)."""
    gray = np.rint(light * 2.55).clip(0, 255).astype(np.uint8)
    descriptor = cv2.xfeatures2d.DAISY.create(
        radius=RADIUS,
        q_radius=1,
        q_theta=3,
        q_hist=8,
        norm=cv2.xfeatures2d.DAISY_NRM_NONE,
    )
    _, found = descriptor.compute(gray, _everywhere(*gray.shape))
    return found.reshape(*light.shape, -1)


def smoothed(shares: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Return the shares of classes (h, w, n), float32, smoothed where lightness is smooth."""
    guide = np.ascontiguousarray(light / 100, np.float32)
    planes = [
        cv2.ximgproc.guidedFilter(guide, np.ascontiguousarray(shares[..., n]), SMOOTH_PX, SMOOTH_EPS)
        for n in range(shares.shape[-1])
    ]
    kept = np.stack(planes, -1).clip(0, None)
    return kept / np.maximum(kept.sum(-1, keepdims=True), 1e-6)


def refined(chroma: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Return chroma (h, w, 2), float32, its noise taken away along lightness by a joint bilateral filter."""
    guide = np.ascontiguousarray(light / 100, np.float32)
    three = np.concatenate([chroma, chroma[..., :1]], -1).astype(np.float32)  # the filter takes 1 or 3 planes
    return cv2.ximgproc.jointBilateralFilter(guide, three, JOINT_PX, JOINT_LIKE, JOINT_NEAR)[..., :2]


def look(light: np.ndarray) -> np.ndarray:
    """Return (192,) float32, what a picture looks like from afar: a thumbnail, and gradients by quarter."""
    small = cv2.resize(light / 100, (THUMB, THUMB), interpolation=cv2.INTER_AREA).ravel()
    middle = cv2.resize(light / 100, (64, 64), interpolation=cv2.INTER_AREA)
    dx, dy = cv2.Sobel(middle, cv2.CV_32F, 1, 0), cv2.Sobel(middle, cv2.CV_32F, 0, 1)
    angle = ((np.arctan2(dy, dx) / np.pi) % 1 * HISTOGRAM).astype(int) % HISTOGRAM
    cell = np.arange(64) * GRID // 64
    place = (cell[:, None] * GRID + cell[None]) * HISTOGRAM + angle
    gradients = np.bincount(place.ravel(), np.hypot(dx, dy).ravel(), GRID * GRID * HISTOGRAM)
    gradients = np.sqrt(gradients / max(gradients.sum(), 1e-6))
    return np.concatenate([small, gradients]).astype(np.float32)


@lru_cache(maxsize=1)  # pictures of one size come after one another; each takes some MB
def _everywhere(height: int, width: int) -> list[cv2.KeyPoint]:
    return [cv2.KeyPoint(x, y, 1) for y in range(height) for x in range(width)]


def semantic_histogram(shares: np.ndarray) -> np.ndarray:
    """Return (n,) float32, how much of a picture each class takes. shares: (h, w, n)."""
    return shares.reshape(-1, shares.shape[-1]).mean(0)


def features(light: np.ndarray, shares: np.ndarray | None, *, with_daisy: bool = True) -> np.ndarray:
    """Return (h, w, f) float32, everything a pixel is known by. shares: smoothed (h, w, n), or None."""
    parts = [patches(light)]
    if with_daisy:
        parts.append(daisy(light))
    if shares is not None:
        parts.append(shares)
    return np.concatenate(parts, -1)
