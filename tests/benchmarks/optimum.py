"""The likelihoods that scikit-learn reaches from ten beginnings on twelve photos: hours, so they are kept.

Run: python tests/benchmarks/optimum.py [2 3 4 5]
Goes on where it was stopped. Photos are reduced to 256 x 256 gray pixels; a variance gets the same least
value as in our fits, that of a bin; every pixel is a sample.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", HERE.parents[2] / "shared")) / "data"
KEPT = HERE / "optimum.json"
SIZES = (2, 3, 4, 5)
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
    from sklearn.mixture import GaussianMixture

    pixels = np.repeat(np.arange(256.0), counts)[:, None]
    model = GaussianMixture(k, n_init=10, tol=1e-9, max_iter=10_000, reg_covar=1 / 12, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(model.fit(pixels).score(pixels))


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
