"""How long a frame takes background models, how much they hold, and how well they find, beside OpenCV's.

Run: python tests/benchmarks/bench_background.py
Times are CPU time on one core, unless said; every model goes through the same frames alone, in turns, since
interleaved ones push each other's state out of the caches.
"""

from __future__ import annotations

import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from clock import Row

from palette_studio.core import tiles
from palette_studio.core.evaluate.background import Subtractor, means, report, sequences_in
from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.mixture import BackgroundMixture

ROOT = Path(__file__).resolve().parents[2]
TRAFFIC = (
    Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared")) / "data" / "gmm" / "bgs_traffic"
)
SIZE, FRAMES, WARM, TURNS = (640, 480), 60, 10, 3


def rows() -> list[Row]:
    """Return the rows of speed, memory and quality."""
    cv2.setNumThreads(1)
    return [*_speeds(), _memory(), *_qualities()]


def _speeds() -> list[Row]:
    peer = cv2.createBackgroundSubtractorMOG2
    found = []
    for kind in ("static", "shadow", "waving"):
        color = [frame.pixels for frame in Sequence(kind, 1, SIZE, FRAMES)]
        gray = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in color]
        for said, frames in (("color", color), ("gray", gray)):
            found.append(_speed(f"{kind}, {said}", frames, BackgroundMixture, peer))
    color = [frame.pixels for frame in Sequence("static", 1, SIZE, FRAMES)]
    for said, options in (
        ("static, color, no shadows, no light", {"shadows": False, "light": False}),
        ("static, color, spread 1", {"spread": 1}),
        ("static, color, the paper's rho", {"rho": "paper"}),
        ("static, color, mog2", {"method": "mog2"}),
    ):
        found.append(_speed(said, color, lambda options=options: BackgroundMixture(**options), peer))
    return [*found, _on_all_cores(color)]


def _speed(
    said: str, frames: list[np.ndarray], ours: Callable[[], Subtractor], theirs: Callable[[], Subtractor]
) -> Row:
    with _OneCore():
        pairs = [(_frame_time(ours(), frames), _frame_time(theirs(), frames)) for _ in range(TURNS)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    what = f"Background of 640 × 480: {said}"
    return what, f"{mine:.2f} ms", f"{other / mine:.2f} times as fast as OpenCV's MOG2 ({other:.2f} ms)"


def _on_all_cores(frames: list[np.ndarray]) -> Row:
    """Return what the other cores save, by the clock on the wall."""
    clock = time.perf_counter
    with _OneCore():
        alone = statistics.median(_frame_time(BackgroundMixture(), frames, clock) for _ in range(TURNS))
    together = statistics.median(_frame_time(BackgroundMixture(), frames, clock) for _ in range(TURNS))
    beside = f"{alone / together:.2f} times as fast as on one ({alone:.2f} ms)"
    return f"Background of 640 × 480: static, color, {tiles.CORES} cores", f"{together:.2f} ms", beside


def _frame_time(
    model: Subtractor, frames: list[np.ndarray], clock: Callable[[], float] = time.thread_time
) -> float:
    """Return the median milliseconds of a frame, after those that warm up."""
    taken = []
    for frame in frames:
        start = clock()
        model.apply(frame)
        taken.append((clock() - start) * 1e3)
    return statistics.median(taken[WARM:])


def _memory() -> Row:
    """Return what a model's state takes, and how far the process grows over many frames."""
    model = BackgroundMixture()
    frames = [frame.pixels for frame in Sequence("static", 1, SIZE, 20)]
    for frame in frames:
        model.apply(frame)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(15):
        for frame in frames:
            model.apply(frame)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    pixels, components = SIZE[0] * SIZE[1], model.options.components
    size = pixels * components * 5 * 4 / 2**20  # three means, a variance and a weight, float32
    return (
        "Background of 640 × 480, color: state",
        f"{size:.1f} MB",
        f"{grown:.1f} MB more at the peak after 300 more frames",
    )


def _qualities() -> list[Row]:
    scores = report(sequences_in(TRAFFIC if TRAFFIC.is_dir() else None))
    peers = ("OpenCV MOG2", "OpenCV KNN", "OpenCV MOG")
    found = []
    for name, row in scores.items():
        beside = ", ".join(f"{peer} {row[peer].filtered.f:.3f}" for peer in peers)
        found.append((f"Background F, median 5: {name}", f"{row['stauffer-grimson'].filtered.f:.3f}", beside))
    mean = means(scores)
    for place, said in enumerate(("as it is", "median 5")):
        beside = ", ".join(f"{peer} {mean[peer][place]:.3f}" for peer in peers)
        found.append((f"Background F, {said}: mean", f"{mean['stauffer-grimson'][place]:.3f}", beside))
    return found


class _OneCore:
    """Keep to the calling thread, as OpenCV's peers are kept to theirs."""

    def __enter__(self) -> None:
        self._cores, tiles.CORES = tiles.CORES, 1

    def __exit__(self, *error: object) -> None:
        tiles.CORES = self._cores


if __name__ == "__main__":
    for what, figure, beside in rows():
        print(f"{what:<62} {figure:>9}   {beside}")
