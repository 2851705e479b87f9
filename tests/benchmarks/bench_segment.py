"""How long color mixtures take and how good divisions by them are, beside scikit-learn and scikit-image.

Run: python tests/benchmarks/bench_segment.py
"""

from __future__ import annotations

import os
import statistics
import time
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from photos import SAMPLE, big_photo
from PIL import Image

from palette_studio.core import tiles
from palette_studio.core.color import srgb_to_lab
from palette_studio.core.evaluate.segmenters import OURS, SCALES, compared
from palette_studio.core.mixture.color import ColorBins, finished, fit_colors, labels_of
from palette_studio.core.mixture.segment import segmented

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
DRAWN = SHARED / "data" / "gmm" / "bsds_val"  # the Berkeley photos, where they are present
PHOTOS = SHARED / "data" / "gmm" / "images"
K, ROUNDS = 5, 10
TURNS = 3
CLOSE = 1e-8  # nats a pixel: where scikit-learn is near its end


def rows() -> list[Row]:
    return [*_speed(), *_agreement(), _divided(), *_measured()]


def _cpu_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _alone() -> object:
    """Return a context in which numerical libraries use one thread."""
    if find_spec("threadpoolctl") is None:
        return nullcontext()
    from threadpoolctl import threadpool_limits

    return threadpool_limits(1)


def _theirs(colors: np.ndarray, start: object, rounds: int, tolerance: float) -> object:
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(
        K,
        max_iter=rounds,
        tol=tolerance,
        weights_init=start.weights,
        means_init=start.means,
        precisions_init=np.linalg.inv(start.covariances),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return model.fit(colors)


def _speed() -> list[Row]:
    """Return the time of ten rounds on 1 MP from one start, the counting of colors included, of one core."""
    pixels = big_photo(1)
    colors = srgb_to_lab(pixels.reshape(-1, 3) / 255)
    start = fit_colors(ColorBins.of(pixels), K, iterations=0).components
    cores, tiles.CORES = tiles.CORES, 1

    def ours() -> object:
        bins = ColorBins.of(pixels)
        return fit_colors(bins, K, start=start, iterations=ROUNDS, tolerance=0, accelerate=False)

    ours()
    with _alone():
        pairs = [(_cpu_s(ours), _cpu_s(lambda: _theirs(colors, start, ROUNDS, 0.0))) for _ in range(TURNS)]
        found = _theirs(colors, start, ROUNDS, 0.0).predict(colors)
    tiles.CORES = cores
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    same = (found == labels_of(pixels, ours().components).ravel()).mean()
    what = f"Color mixture of {K}, {ROUNDS} rounds, 1 MP, one core"
    return [
        (
            what,
            f"{1e3 * mine:.1f} ms CPU",
            f"scikit-learn {other / mine:.0f} × ({other:.1f} s), Lab beforehand",
        ),
        (f"Labels after {ROUNDS} rounds, 1 MP", f"{same:.2%}", "the same as scikit-learn's, from one start"),
    ]


def _agreement() -> list[Row]:
    """Return how far labels agree where both ended, from one start.

    Where a component of scikit-learn's has collapsed on one color, its likelihood has no limit.
    """
    paths = [SAMPLE, *(PHOTOS / f"{name}.png" for name in ("coffee", "chelsea", "astronaut"))]
    photos = [big_photo(1), *(np.asarray(Image.open(path).convert("RGB")) for path in paths if path.exists())]
    shares, apart, collapsed = [], [], []
    for pixels in photos:
        fit = finished(fit_colors(ColorBins.of(pixels), K), ColorBins.distinct(pixels))
        colors = srgb_to_lab(pixels.reshape(-1, 3) / 255)
        with _alone():
            model = _theirs(colors, fit.trace[0], 2000, CLOSE)
        same = (model.predict(colors) == labels_of(pixels, fit.components).ravel()).mean()
        if np.linalg.eigvalsh(model.covariances_).min() < 2 * model.reg_covar:
            collapsed.append(same)
        else:
            shares.append(same)
            apart.append(fit.log_likelihood - model.score(colors))
    beside = (
        f"the same as scikit-learn's of {len(shares)} photos, likelihoods {min(apart):+.0e} to "
        f"{max(apart):+.0e}"
    )
    if collapsed:
        beside += f"; where its own collapsed: {', '.join(f'{same:.2%}' for same in collapsed)}"
    return [("Labels where the fit ends, the least", f"{min(shares):.2%}", beside)]


def _divided() -> Row:
    pixels = big_photo(12)
    fit = fit_colors(ColorBins.of(pixels), 8)
    whole = milliseconds(lambda: fit_colors(ColorBins.of(pixels), 8), 3)
    exact = milliseconds(lambda: finished(fit, ColorBins.distinct(pixels)), 3)
    own = milliseconds(lambda: segmented(pixels, fit.components, "lab"), 3)
    beside = f"the fit of 8 components before it {whole:.0f} ms, finished on every color {exact:.0f} ms"
    return "Divide 12 MP into regions", f"{own:.0f} ms", beside


def _measured() -> list[Row]:
    """Return the measures of 20 photos of Berkeley's, one setting for all, beside scikit-image's."""
    if not DRAWN.is_dir():
        return []
    methods = compared(DRAWN).methods
    ours = methods[OURS]
    peers = [methods[f"felzenszwalb {scale}"] for scale in SCALES if f"felzenszwalb {scale}" in methods]
    result = []
    for name, what, best in (
        ("covering", "Covering of people's regions", max),
        ("rand_index", "Probabilistic Rand index", max),
        ("variation_bits", "Variation of information, bits (less is better)", min),
    ):
        others = [getattr(peer, name) for peer in peers]
        beside = (
            f"scikit-image's felzenszwalb at its best of {len(others)} scales {best(others):.4f}"
            if others
            else ""
        )
        result.append((f"{what}, 20 photos", f"{getattr(ours, name):.4f}", beside))
    return result


if __name__ == "__main__":
    for what, figure, beside in rows():
        print(f"{what:<68} {figure:>14}   {beside}")
