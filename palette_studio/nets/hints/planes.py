"""Points and palettes as what the network of hints goes by."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from palette_studio.core.colorize.levin import kept
from palette_studio.nets.groups import grouped
from palette_studio.nets.hints.model import Known

SCALE = 100.0  # of a, b and L
FAR = 1 / 8  # of the shorter side: a hint so far away counts 1/e
SEEN = 24  # pixels a side that a photo's own palette is found in


def drawn(shape: tuple[int, int], points: np.ndarray, colors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return chroma (h, w, 2) and where it is hinted (h, w) bool; later points lie over earlier ones.

    points: (n, 3) x, y and side of squares, in pixels; parts outside are lost. colors: (n, 2) chroma.
    """
    chroma, where = np.zeros((*shape, 2), np.float32), np.zeros(shape, bool)
    for (x, y, side), color in zip(points, colors, strict=True):
        left, top = round(x - (side - 1) / 2), round(y - (side - 1) / 2)
        rows, columns = (
            slice(max(0, top), max(0, top + int(side))),
            slice(max(0, left), max(0, left + int(side))),
        )
        chroma[rows, columns], where[rows, columns] = color, True
    return chroma, where


def known(
    light: np.ndarray,
    told: torch.Tensor,
    chroma: np.ndarray,
    where: np.ndarray,
    swatches: np.ndarray,
    most: int,
) -> Known:
    """Return what the network goes by for one picture, as a batch of 1.

    light: (h, w) L 0..100. told: (1, 2, h, w). chroma, where: as ``drawn`` gives them, in units of a and b.
    swatches: (k, 3) CIELab, at most ``most`` of them.
    """
    begun = told[0].permute(1, 2, 0).numpy() * SCALE
    spread, near = spread_of(light, begun, chroma, where)
    colors, given = np.zeros((most, 3), np.float32), np.zeros(most, bool)
    colors[: len(swatches)], given[: len(swatches)] = scaled(swatches), True
    return Known(
        torch.from_numpy(light / 100 - 0.5)[None, None].float(),
        told,
        _planes(chroma / SCALE),
        torch.from_numpy(where)[None, None].float(),
        _planes(spread / SCALE),
        torch.from_numpy(near)[None, None],
        torch.from_numpy(colors)[None],
        torch.from_numpy(given)[None],
    )


def scaled(swatches: np.ndarray) -> np.ndarray:
    """Return CIELab as the network takes it: L / 100 - 0.5, a / 100 and b / 100."""
    return (np.asarray(swatches, np.float32).reshape(-1, 3) - [50, 0, 0]) / SCALE


def spread_of(
    light: np.ndarray, told: np.ndarray, chroma: np.ndarray, where: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return what is told, (h, w, 2) float32, moved to what is hinted around it; and how near (h, w)."""
    if not where.any():
        return told, np.zeros(light.shape, np.float32)
    apart = cv2.distanceTransform((~where).astype(np.uint8), cv2.DIST_L2, 3)
    spread = kept(light, told, chroma, where).astype(np.float32)
    return spread, np.exp(-apart / (FAR * min(light.shape)))


def own_palette(lab: np.ndarray, count: int, seed: int) -> np.ndarray:
    """Return (count, 3) CIELab: the means that k-means finds in a thumbnail of a picture (h, w, 3)."""
    small = cv2.resize(lab, (SEEN, SEEN), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    return grouped(small, count, seed, tries=1, rounds=8)[1]


def _planes(picture: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(picture, np.float32)).permute(2, 0, 1)[None]
