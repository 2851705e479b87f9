"""How well regions agree with those that people drew: the measures of the Berkeley Segmentation Data Set.

Arbelaez, Maire, Fowlkes & Malik 2011, "Contour Detection and Hierarchical Image Segmentation", section 3.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np


@dataclass(frozen=True)
class Agreement:
    """covering and rand_index: 0..1, more is better. variation_bits: of information, less is better."""

    covering: float
    rand_index: float
    variation_bits: float

    @classmethod
    def mean(cls, all_of_them: Iterable[Agreement]) -> Agreement:
        """Raises ValueError when there is none."""
        rows = [astuple(one) for one in all_of_them]
        if not rows:
            raise ValueError("there is no segmentation to compare with")
        return cls(*(float(value) for value in np.mean(rows, axis=0)))


def agreement(regions: np.ndarray, humans: Sequence[np.ndarray]) -> Agreement:
    """Return how well (h, w) region numbers agree with those of people, averaged over the people.

    Numbers are any integers; only who shares one counts. Raises ValueError for other shapes, or no people.
    """
    return Agreement.mean(_agreement(overlaps(regions, human)) for human in humans)


def overlaps(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return (n, m) how many pixels lie in each region of the first and each of the second."""
    if first.shape != second.shape:
        raise ValueError(f"label maps of {first.shape} and {second.shape} cannot be compared")
    rows, columns = _numbered(first), _numbered(second)
    n, m = int(rows.max()) + 1, int(columns.max()) + 1
    return np.bincount(rows * m + columns, minlength=n * m).reshape(n, m).astype(float)


def _numbered(labels: np.ndarray) -> np.ndarray:
    return np.unique(labels, return_inverse=True)[1].ravel()


def _agreement(shared: np.ndarray) -> Agreement:
    return Agreement(covering(shared), rand_index(shared), variation_bits(shared))


def covering(shared: np.ndarray) -> float:
    """Return how well the first's regions cover the second's: the best overlap of each, by its size (eq. 6).

    shared: as overlaps gives it. The overlap of two regions is their intersection over their union.
    """
    ours, theirs = shared.sum(axis=1, keepdims=True), shared.sum(axis=0)
    return float((shared / (ours + theirs - shared)).max(axis=0) @ theirs / theirs.sum())


def rand_index(shared: np.ndarray) -> float:
    """Return the share of pairs of pixels that both put together, or both put apart (eq. 5).

    The mean over several people is the probabilistic Rand index (Unnikrishnan, Pantofaru & Hebert 2007).
    One pixel has no pairs: 1.
    """
    pairs = _pairs(shared.sum())
    if pairs == 0:
        return 1.0
    both, ours, theirs = (_pairs(sizes).sum() for sizes in (shared, shared.sum(axis=1), shared.sum(axis=0)))
    return float((pairs + 2 * both - ours - theirs) / pairs)


def _pairs(sizes: np.ndarray) -> np.ndarray:
    return sizes * (sizes - 1) / 2


def variation_bits(shared: np.ndarray) -> float:
    """Return H(first | second) + H(second | first), with the logarithm to base 2 (eq. 4; Meila 2005)."""
    joint, ours, theirs = (_bits(sizes) for sizes in (shared, shared.sum(axis=1), shared.sum(axis=0)))
    return max(0.0, 2 * joint - ours - theirs)


def _bits(sizes: np.ndarray) -> float:
    shares = sizes[sizes > 0] / sizes.sum()
    return float(-(shares * np.log2(shares)).sum())


def drawn_photos(folder: Path) -> list[tuple[Path, Path]]:
    """Return the photos of a folder with what people drew: NAME.jpg or .png with NAME_gt.npz.

    Raises ValueError when there is none.
    """
    found = []
    for drawn in sorted(folder.glob("*_gt.npz")):
        name = drawn.name.removesuffix("_gt.npz")
        photos = [folder / f"{name}{suffix}" for suffix in (".jpg", ".png")]
        found += [(photo, drawn) for photo in photos if photo.exists()][:1]
    if not found:
        raise ValueError(
            f"{folder} holds no photos with segmentations by people. Name a folder of NAME.jpg with "
            "NAME_gt.npz, whose arrays are label maps."
        )
    return found


def human_segmentations(path: Path) -> list[np.ndarray]:
    """Return the (h, w) label maps of an .npz file; an array of (n, h, w) holds n of them."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            maps = [one for name in sorted(arrays.files) for one in _maps(arrays[name])]
    except (OSError, ValueError, EOFError, BadZipFile) as error:
        raise ValueError(f"{path.name} could not be read as an .npz file of label maps: {error}") from error
    if not maps:
        raise ValueError(f"{path.name} holds no label map of (height, width) integers.")
    return maps


def _maps(array: np.ndarray) -> list[np.ndarray]:
    if array.dtype.kind not in "iub" or array.ndim not in (2, 3):
        return []
    return [array] if array.ndim == 2 else list(array)
