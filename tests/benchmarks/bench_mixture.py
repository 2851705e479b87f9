"""Mixtures of histograms beside scikit-learn's of the pixels: how equal, how fast, how likely, how many.

Run: python tests/benchmarks/bench_mixture.py
Times are CPU time on one core unless said; a frame is a sixtieth of a second.
"""

from __future__ import annotations

import json
import os
import statistics
import time
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import cv2
import numpy as np
from clock import Row, milliseconds
from optimum import PHOTOS, SHARED, SIZES, kept, retraced, small_counts
from photos import big_photo

from palette_studio.core import tiles
from palette_studio.core.files import read_photo
from palette_studio.core.mixture import fit_histogram
from palette_studio.core.mixture.channels import bins, counts, labeled, plane
from palette_studio.core.mixture.criteria import MOST, choice
from palette_studio.core.mixture.line import Bins

FRAME_MS = 1000 / 60
ROUNDS = 5
CLOSE = 1e-6  # nats a pixel


def rows() -> list[Row]:
    """Return the rows of equality and speed, of whole frames, of the optimum and of the number found."""
    cv2.setNumThreads(1)
    return [*_equal(), *_frames(), *_optimum(), *_numbers()]


def _cpu(work: Callable[[], object], times: int) -> float:
    """Return the median CPU time in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1e3)
    return statistics.median(taken)


def _one_core() -> object:
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return nullcontext()
    return threadpool_limits(1)


def _equal() -> list[Row]:
    """Compare rounds from equal starts on raw pixels, three components; the histogram is part of our time."""
    from sklearn.mixture import GaussianMixture

    found = []
    for megapixels in (1, 12):
        gray = cv2.cvtColor(big_photo(megapixels), cv2.COLOR_RGB2GRAY)
        start = fit_histogram(counts(gray), 3, iterations=0).mixture
        peer = GaussianMixture(
            3,
            weights_init=start.weights,
            means_init=start.means[:, None],
            precisions_init=1 / start.variances[:, None, None],
            max_iter=ROUNDS,
            tol=0,
            reg_covar=0,
        )
        pixels = gray.reshape(-1, 1).astype(float)

        def theirs(peer: GaussianMixture = peer, pixels: np.ndarray = pixels) -> object:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return peer.fit(pixels)

        def ours(gray: np.ndarray = gray, start: object = start) -> object:
            return fit_histogram(
                counts(gray), 3, start=start, iterations=ROUNDS, tolerance=0, accelerate=False
            )

        mine = ours().mixture
        with _one_core(), _OneThread():
            slow, fast = _cpu(theirs, 1), _cpu(ours, 9)
        agree = (peer.predict(np.arange(256.0)[:, None]) == mine.labels(np.arange(256))).all()
        off = np.abs(peer.means_[:, 0] - mine.means).max()
        wide = np.abs(np.sqrt(peer.covariances_[:, 0, 0]) - mine.deviations).max()
        found.append(
            (
                f"Mixture of {megapixels} MP gray, 3 components, {ROUNDS} rounds, histogram included",
                f"1/{slow / fast:,.0f} of scikit-learn on the pixels",
                f"means within {off:.0e}, deviations {wide:.0e}, labels {'equal' if agree else 'differ'}",
            )
        )
    return found


class _OneThread:
    """Our own threads: one, while it lasts."""

    def __enter__(self) -> None:
        self._cores, tiles.CORES = tiles.CORES, 1

    def __exit__(self, *_: object) -> None:
        tiles.CORES = self._cores


def _frames() -> list[Row]:
    """Measure 24 MP from pixels to labels on all cores, and a refit with the histogram at hand."""
    gray = cv2.cvtColor(big_photo(24), cv2.COLOR_RGB2GRAY)
    line = Bins.of(counts(gray))

    def cold() -> object:
        fit = fit_histogram(Bins.of(counts(gray)), 3, iterations=100, tolerance=0, accelerate=False)
        return labeled(gray, fit.mixture.labels(line.places))

    def newton() -> object:
        return labeled(gray, fit_histogram(Bins.of(counts(gray)), 3).mixture.labels(line.places))

    def again() -> object:
        fit = fit_histogram(line, 3, iterations=100, tolerance=0, accelerate=False)
        return fit.mixture.densities(line.places)

    return [
        (
            "24 MP gray: histogram, 100 rounds of EM, every pixel labeled",
            f"{milliseconds(cold, 45) / FRAME_MS:.2f} of a frame",
            f"{tiles.CORES} cores; to the optimum instead: {milliseconds(newton, 45) / FRAME_MS:.2f}",
        ),
        (
            "A refit of 100 rounds and its curves, the histogram at hand",
            f"{milliseconds(again, 301) / FRAME_MS:.3f} of a frame",
            f"to the optimum: {milliseconds(lambda: fit_histogram(line, 3), 301) / FRAME_MS:.3f}",
        ),
    ]


def _optimum() -> list[Row]:
    """Compare the likelihoods of the search with the best of ten that scikit-learn reaches."""
    known = kept()
    gaps, left, off = [], [], []
    for name in PHOTOS:
        if not (SHARED / name).exists():
            return []
        counted = small_counts(name)
        line = Bins.of(counted)
        for k in SIZES:
            fit = fit_histogram(line, k, start="search")
            usual = fit_histogram(line, k)
            far = fit_histogram(line, k, start=usual.mixture, tolerance=1e-14, iterations=2000)
            left.append(far.log_likelihood - usual.log_likelihood)
            theirs, key = retraced(counted, k), f"{Path(name).stem} {k}"
            gaps.append(fit.log_likelihood - theirs)
            off += [abs(theirs - known[key])] if key in known else []
    close = sum(gap > -CLOSE for gap in gaps)
    above = sum(gap > CLOSE for gap in gaps)
    return [
        (
            f"Likelihood at least the best of ten by scikit-learn, {len(PHOTOS)} photos, K = 2 to 5",
            f"{close} of {len(gaps)}",
            f"higher in {above}; the least {min(gaps):+.0e}, the most {max(gaps):+.0e}; its rounds were done "
            f"on counts, {len(off)} also on pixels: within {max(off, default=0):.0e}",
        ),
        (
            "What our usual stop leaves of the likelihood",
            f"{max(left):.0e} nats a pixel at most",
            f"{len(left)} fits",
        ),
    ]


def _numbers() -> list[Row]:
    """Count the components of pictures made of known mixtures, and of photos."""
    folder = SHARED / "gmm" / "synth1d"
    if not folder.is_dir():
        return []
    truth = json.loads((folder / "truth.json").read_text())
    right = 0
    for one in truth:
        values = cv2.imread(str(folder / f"{one['name']}.png"), cv2.IMREAD_UNCHANGED)
        right += choice(bins(values, "gray")).k == len(one["mu"])
    photos = [plane(read_photo(SHARED / name).pixels, "gray") for name in PHOTOS]
    numbers = [choice(bins(values, "gray")).k for values in photos]
    said = ", ".join(str(number) for number in numbers)
    return [
        ("Number of components of pictures made of known mixtures", f"{right} of {len(truth)} right", ""),
        ("Number of components of photos", said, f"{MOST} at most"),
    ]


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    for row in rows():
        print(" | ".join(row))
