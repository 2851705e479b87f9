"""The likelihoods that scikit-learn reaches from ten beginnings on twelve photos.

Run: python tests/benchmarks/optimum.py [2 3 4 5]
That takes hours, so what it finds is kept, and it goes on where it was stopped. A benchmark cannot wait:
``retraced`` does scikit-learn's very rounds from its very beginnings, on counts of equal pixels, and is held
to what was kept. Photos are reduced to 256 x 256 gray pixels; scikit-learn adds the variance of a bin, the
least one in our fits.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from sklearn.mixture import GaussianMixture

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", HERE.parents[2] / "shared")) / "data"
KEPT = HERE / "optimum.json"
SIZES = (2, 3, 4, 5)
BEGINNINGS, CLOSE, MOST, LEAST = 10, 1e-9, 10_000, 1 / 12
PHOTOS = (
    *(f"gmm/images/{name}.png" for name in ("astronaut", "camera", "chelsea", "coffee", "coins", "page")),
    "photos/free/Bridge_by_Sander_Klootwijk.jpg",
    "photos/free/cezanne.png",
    "photos/free/life_by_Aitzol_Berasategi.jpg",
    "photos/free/oranges.jpg",
    "photos/free/picosdeeuropa_by_Aitzol_Berasategi.jpg",
    "photos/free/pigs.jpg",
)


def small_counts(name: str) -> np.ndarray:
    """Return (256,) how many of the 65,536 pixels of a reduced photo have each gray value."""
    picture = cv2.imread(str(SHARED / name), cv2.IMREAD_COLOR)
    gray = cv2.cvtColor(cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    return np.bincount(gray.ravel(), minlength=256)


def theirs(counts: np.ndarray, k: int) -> float:
    """Return the best log likelihood of ten beginnings, in nats a pixel."""
    pixels, model = _pixels(counts), _model(k)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(model.fit(pixels).score(pixels))


def retraced(counts: np.ndarray, k: int) -> float:
    """Return what ``theirs`` does, by rounds on counts."""
    pixels, random = _pixels(counts), np.random.RandomState(0)
    found = []
    for _ in range(BEGINNINGS):
        model = _model(k)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model._initialize_parameters(pixels, random)
        found.append(_ended(counts / counts.sum(), model))
    return max(found)


def _ended(shares: np.ndarray, model: GaussianMixture) -> float:
    """Return the log likelihood where scikit-learn's rounds stop."""
    weights, means = model.weights_, model.means_[:, 0]
    variances = 1 / model.precisions_cholesky_[:, 0, 0] ** 2
    values, before = np.arange(256.0), -np.inf
    for _ in range(MOST):
        off = values[:, None] - means
        logs = np.log(weights) - (off * off / variances + np.log(2 * np.pi * variances)) / 2
        heights = np.logaddexp.reduce(logs, axis=1)
        if abs(shares @ heights - before) < CLOSE:
            break
        before = shares @ heights
        says = shares[:, None] * np.exp(logs - heights[:, None])
        weights = says.sum(axis=0)
        means = values @ says / weights
        variances = (says * (values[:, None] - means) ** 2).sum(axis=0) / weights + LEAST
    return float(shares @ heights)


def _pixels(counts: np.ndarray) -> np.ndarray:
    return np.repeat(np.arange(256.0), counts)[:, None]


def _model(k: int) -> GaussianMixture:
    from sklearn.mixture import GaussianMixture

    return GaussianMixture(k, n_init=BEGINNINGS, tol=CLOSE, max_iter=MOST, reg_covar=LEAST, random_state=0)


def kept() -> dict[str, float]:
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def main(sizes: Sequence[int]) -> None:
    """Fill in what is missing of these numbers of components; several of these may run side by side."""
    for k in sizes:
        for name in PHOTOS:
            key = f"{Path(name).stem} {k}"
            if key not in kept():
                likelihood = theirs(small_counts(name), k)
                found = {**kept(), key: likelihood}
                KEPT.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
                print(key, likelihood, flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
