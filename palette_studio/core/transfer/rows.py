"""Some rows of a picture at another size, without all of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Picture = Callable[[int, int], np.ndarray]  # (rows, w, c) float32 from one row to another


def resized(
    rows: Picture, shape: tuple[int, ...], wanted: tuple[int, ...], part: tuple[int, int]
) -> np.ndarray:
    """Return some rows of a picture, made from one shape to another between the nearest pixels."""
    import cv2

    places = (np.arange(*part) + 0.5) * (shape[0] / wanted[0]) - 0.5
    above = np.floor(places).astype(int)
    share = (places - above).astype(np.float32)[:, None, None]
    first, second = np.clip(above, 0, shape[0] - 1), np.clip(above + 1, 0, shape[0] - 1)
    low, high = int(first[0]), int(second[-1]) + 1
    band = cv2.resize(rows(low, high), (wanted[1], high - low), interpolation=cv2.INTER_LINEAR)
    return band[first - low] * (1 - share) + band[second - low] * share
