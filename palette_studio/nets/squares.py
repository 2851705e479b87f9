"""Squares of photos to learn from: each of an epoch once, shuffled, cropped and flipped."""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np

from palette_studio.nets.album import Album


class Cropping(Protocol):
    """What a recipe says of squares. size: pixels a side. batch: a step's. least: of the shorter side."""

    @property
    def size(self) -> int: ...
    @property
    def batch(self) -> int: ...
    @property
    def least(self) -> float: ...


def crops(
    album: Album, recipe: Cropping, seed: int, step: int
) -> tuple[np.ndarray, np.ndarray, np.random.Generator]:
    """Return photos (b, s, s, 3) uint8, the kinds they are of, and the dice of this step."""
    rng = np.random.default_rng((seed, step))
    epoch, place = divmod(step * recipe.batch, len(album))
    order = np.random.default_rng((seed, epoch)).permutation(len(album))
    rows = [order[(place + n) % len(album)] for n in range(recipe.batch)]
    return np.stack([_crop(album[row], recipe, rng) for row in rows]), album.labels[rows], rng


def middle(pixels: np.ndarray, size: int) -> np.ndarray:
    """Return the central square of a picture at a size."""
    side = min(pixels.shape[:2])
    y, x = ((length - side) // 2 for length in pixels.shape[:2])
    return _sized(pixels[y : y + side, x : x + side], size)


def _crop(pixels: np.ndarray, recipe: Cropping, rng: np.random.Generator) -> np.ndarray:
    most = min(pixels.shape[:2])
    side = int(rng.integers(round(recipe.least * most), most + 1))
    y, x = (int(rng.integers(0, length - side + 1)) for length in pixels.shape[:2])
    square = _sized(pixels[y : y + side, x : x + side], recipe.size)
    return np.ascontiguousarray(square[:, ::-1] if rng.random() < 0.5 else square)


def _sized(square: np.ndarray, size: int) -> np.ndarray:
    if len(square) == size:
        return np.ascontiguousarray(square)
    mode = cv2.INTER_AREA if len(square) > size else cv2.INTER_CUBIC
    return cv2.resize(square, (size, size), interpolation=mode)
