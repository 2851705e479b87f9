"""How soon a photo is colored, and what of its lightness stays.

Run: python tests/benchmarks/bench_colorize.py. Times are wall clock on all cores, medians.
"""

from __future__ import annotations

import cv2
import numpy as np
from clock import Row, grown, milliseconds
from photos import big_photo

from palette_studio.core.colorize.hints import Hint
from palette_studio.core.colorize.levin import flow, spread
from palette_studio.core.colorize.paint import lightness, paint

PREVIEW_PX = 512
POINTS = 5


def rows() -> list[Row]:
    """Return what painting takes and keeps, what hints take, and the whole way where models are."""
    return [*painting(), *spreading(), *hinting()]


def painting() -> list[Row]:
    photo = gray(big_photo(12))
    chroma = np.random.default_rng(0).normal(0, 25, (128, 170, 2)).astype(np.float32)
    chroma = cv2.GaussianBlur(chroma, (0, 0), 6) * 10
    base = milliseconds(photo.copy)
    made = paint(photo, chroma)
    taken = milliseconds(lambda: paint(photo, chroma), 3)
    most = grown(lambda: paint(photo, chroma)) / photo.nbytes
    moved = np.abs(lightness(made) - lightness(photo)).mean()
    return [
        ("12 MP painted in small chroma", f"{taken:.0f} ms", f"{taken / base:.0f} × a copy"),
        ("The same: peak of memory", f"{most:.1f} × the photo's pixels", "at its peak, the result included"),
        ("The same: mean change of L", f"{moved:.3f}", "at most 0.15; L of CIELab, 0 to 100"),
    ]


def spreading() -> list[Row]:
    rng = np.random.default_rng(1)
    light = lightness(cv2.resize(gray(big_photo(1)), (170, 128), interpolation=cv2.INTER_AREA)) / 100
    known = np.zeros(light.shape, bool)
    known.ravel()[rng.choice(light.size, 20, replace=False)] = True
    chroma = rng.normal(0, 30, (*light.shape, 2)).astype(np.float32)
    exact = milliseconds(lambda: spread(light, chroma, known), 3)
    taken = milliseconds(lambda: flow(light, chroma, known))
    beside = f"{exact / taken:.0f} × Levin's exact solution"
    return [("20 hints spread along lightness, 170 × 128", f"{taken:.1f} ms", beside)]


def hinting() -> list[Row]:
    """Return how long it takes from a hint that is moved to a new preview, as the window does it."""
    from palette_studio.nets import colorizing, runtime

    if not runtime.shipped("let-there-be-color").is_file():
        return [("From a hint to its preview", "not measured", "no models are installed")]
    photo = gray(big_photo(12))
    scale = PREVIEW_PX / min(photo.shape[:2])
    size = round(photo.shape[1] * scale), round(photo.shape[0] * scale)
    preview = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
    light = colorizing.small_light(photo)
    told = colorizing.told(light)
    rng = np.random.default_rng(2)
    hints = tuple(Hint(x, y, (200, 80, 60)) for x, y in rng.uniform(0, 1, (POINTS, 2)) * photo.shape[1::-1])

    def again() -> np.ndarray:
        chroma = colorizing.led(light, told, photo.shape, hints)
        return colorizing.touched(preview, chroma, tuple(hint.scaled(scale) for hint in hints))

    first = milliseconds(lambda: colorizing.told(colorizing.small_light(photo)), 3)
    return [
        (f"From a hint to its preview, {PREVIEW_PX} px", f"{milliseconds(again):.0f} ms", "at most 100"),
        ("12 MP told by the automatic network", f"{first:.0f} ms", "once a photo"),
    ]


def gray(pixels: np.ndarray) -> np.ndarray:
    return np.repeat(pixels[..., 1:2], 3, axis=2)


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
