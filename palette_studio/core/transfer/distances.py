"""How near a picture came to the colors of another, and how much of itself it kept. One definition for all.

Every function takes (h, w, 3) sRGB: uint8, uint16 or floats 0..1. Hue histograms are hard ones of 256 bins.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from palette_studio.core.color import srgb_to_hsv, srgb_to_lab

BINS = 256
DIRECTIONS = 64  # of the sliced Wasserstein distance


def floats(pixels: np.ndarray) -> np.ndarray:
    """Return sRGB as floats 0..1."""
    if pixels.dtype.kind == "f":
        return pixels[..., :3]
    return pixels[..., :3] / float(np.iinfo(pixels.dtype).max)


def reduced(pixels: np.ndarray, longest_px: int) -> np.ndarray:
    """Return (h, w, 3) pixels by area averages, the longer side at most so long; what is clear counts too."""
    import cv2

    height, width = pixels.shape[:2]
    scale = min(1.0, longest_px / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=cv2.INTER_AREA)


def hue_histogram(pixels: np.ndarray, *, weighted: bool = False) -> np.ndarray:
    """Return (256,) shares of hues, that of grays being 0. weighted: by saturation times value."""
    hsv = srgb_to_hsv(floats(pixels))
    weights = (hsv[..., 1] * hsv[..., 2]).ravel() if weighted else None
    counts = np.bincount(_bin(hsv), weights, BINS)
    total = counts.sum()
    return counts / total if total > 0 else np.full(BINS, 1 / BINS)


def _bin(hsv: np.ndarray) -> np.ndarray:
    return np.minimum((hsv[..., 0].ravel() * (BINS / 360)).astype(np.int64), BINS - 1)


def cyclic_emd(p: np.ndarray, q: np.ndarray) -> float:
    """Return the root mean square of the moved mass for the best cut of the circle (Werman et al. 1985).

    p, q: (k,) histograms that sum to 1. After a cut behind bin u the cumulated difference D becomes D - D_u.
    """
    moved = np.cumsum(p - q)
    cut = moved[np.abs(moved - moved.mean()).argmin()]
    return float(np.sqrt(np.mean((moved - cut) ** 2)))


def hue_emd(a: np.ndarray, b: np.ndarray, *, weighted: bool = False) -> float:
    """Return ``cyclic_emd`` of the hues of two pictures."""
    return cyclic_emd(hue_histogram(a, weighted=weighted), hue_histogram(b, weighted=weighted))


def hue_information(a: np.ndarray, b: np.ndarray) -> float:
    """Return I / H of the hues of two pictures of one size: 0..1 (Kraskov et al. 2003).

    It is never 0: independent noise of 256 x 256 pixels gives .054.
    """
    first, second = (_bin(srgb_to_hsv(floats(pixels))) for pixels in (a, b))
    if len(first) != len(second):
        raise ValueError(f"pictures of one size have it, not of {a.shape[:2]} and {b.shape[:2]}")
    joint = np.bincount(first * BINS + second, minlength=BINS * BINS).reshape(BINS, BINS) / len(first)
    both = _entropy(joint)
    return (_entropy(joint.sum(0)) + _entropy(joint.sum(1)) - both) / both if both > 0 else 1.0


def _entropy(shares: np.ndarray) -> float:
    used = shares[shares > 0]
    return float(-(used * np.log(used)).sum())


def sliced_wasserstein(a: np.ndarray, b: np.ndarray, seed: int = 0) -> float:
    """Return the mean over 64 directions in Lab of the Wasserstein-2 distances (Rabin et al. 2011)."""
    first, second = (srgb_to_lab(floats(pixels)).reshape(-1, 3) for pixels in (a, b))
    directions = np.random.default_rng(seed).normal(size=(DIRECTIONS, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    found = []
    for direction in directions:
        one, two = np.sort(first @ direction), np.sort(second @ direction)
        if len(one) != len(two):
            places = (np.arange(max(len(one), len(two))) + 0.5) / max(len(one), len(two))
            one, two = (np.quantile(each, places) for each in (one, two))
        found.append(np.sqrt(np.mean((one - two) ** 2)))
    return float(np.mean(found))


def structure(a: np.ndarray, b: np.ndarray) -> float:
    """Return SSIM of the lightness of two pictures of one size (Wang et al. 2004): 1, the same."""
    import cv2

    first, second = (srgb_to_lab(floats(pixels))[..., 0] for pixels in (a, b))

    def blurred(plane: np.ndarray) -> np.ndarray:
        return cv2.GaussianBlur(plane, (11, 11), 1.5)

    mean_a, mean_b = blurred(first), blurred(second)
    spread_a, spread_b = blurred(first**2) - mean_a**2, blurred(second**2) - mean_b**2
    shared = blurred(first * second) - mean_a * mean_b
    c1, c2 = 1.0, 9.0  # (.01 L)^2 and (.03 L)^2, L being 100
    ratio = (2 * mean_a * mean_b + c1) * (2 * shared + c2)
    ratio /= (mean_a**2 + mean_b**2 + c1) * (spread_a + spread_b + c2)
    return float(ratio[5:-5, 5:-5].mean() if min(ratio.shape) > 10 else ratio.mean())


def grain(result: np.ndarray, source: np.ndarray) -> float:
    """Return how much rougher the color became: the ratio of the mean sizes of the Laplacians of a and b."""
    import cv2

    rough = [
        np.mean([np.abs(cv2.Laplacian(np.ascontiguousarray(lab[..., c]), cv2.CV_64F)).mean() for c in (1, 2)])
        for lab in (srgb_to_lab(floats(pixels)) for pixels in (result, source))
    ]
    return float(rough[0] / rough[1]) if rough[1] > 0 else 1.0


@dataclass(frozen=True)
class Scores:
    """What a method did. emd, emd_weighted, swd: to the reference, less is better; others: to the source."""

    emd: float
    emd_weighted: float
    information: float
    structure: float
    swd: float
    grain: float

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


def scores(result: np.ndarray, source: np.ndarray, reference: np.ndarray) -> Scores:
    """Return all measures of a result."""
    return Scores(
        emd=hue_emd(result, reference),
        emd_weighted=hue_emd(result, reference, weighted=True),
        information=hue_information(source, result),
        structure=structure(result, source),
        swd=sliced_wasserstein(result, reference),
        grain=grain(result, source),
    )
