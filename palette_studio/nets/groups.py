"""Points that are near each other, in groups: k-means."""

from __future__ import annotations

import cv2
import numpy as np

STILL = 1e-5  # a move of the means that counts as none


def grouped(
    points: np.ndarray, count: int, seed: int, *, tries: int, rounds: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return whose group each of (n, d) float32 points is in, (n,), and the means of the groups (count, d).

    tries: beginnings, of which the best counts. rounds: at most so many for each.
    """
    cv2.setRNGSeed(seed)
    stop = (cv2.TERM_CRITERIA_MAX_ITER + cv2.TERM_CRITERIA_EPS, rounds, STILL)
    labels = np.zeros((len(points), 1), np.int32)
    _, labels, means = cv2.kmeans(points, count, labels, stop, tries, cv2.KMEANS_PP_CENTERS)
    return labels.ravel(), means
