"""Precision, recall and F of background models on sequences with a truth, beside OpenCV's subtractors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from palette_studio.core.evaluate.sequences import BACKGROUND, FOREGROUND, KINDS, SHADOW, Labeled, Sequence
from palette_studio.core.mixture.background import BackgroundMixture, despeckled
from palette_studio.core.tick import Tick, no_tick

MEDIAN = 5  # pixels a side of the filter that masks are also scored after
SEEDS = (1, 2)  # of the generated sequences that are reported; models were tuned on others


class Subtractor(Protocol):
    """What OpenCV's subtractors and ours have in common."""

    def apply(self, frame: np.ndarray, /) -> np.ndarray: ...


@dataclass(frozen=True)
class Score:
    """Counts of pixels; shadows count as background, for the truth and for the mask."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def plus(self, mask: np.ndarray, truth: np.ndarray, where: np.ndarray) -> Score:
        """Return the sum of this and one frame's: mask 255 and truth 255 are foreground, (h, w) each.

        where: (h, w) bool. Truth that is neither foreground, shadow nor background is ignored, as CDnet says.
        """
        known = where & ((truth == FOREGROUND) | (truth == SHADOW) | (truth == BACKGROUND))
        found, real = (mask == FOREGROUND) & known, (truth == FOREGROUND) & known
        hits = int((found & real).sum())
        return Score(
            self.hits + hits, self.false + int(found.sum()) - hits, self.missed + int(real.sum()) - hits
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is real; 1 where nothing was found."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what is real that was found; 1 where nothing is."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f(self) -> float:
        """2 precision recall / (precision + recall)."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


class Scored(NamedTuple):
    """One method's scores on one sequence: of its masks as they are, and after the median."""

    raw: Score
    filtered: Score


def _stauffer_grimson() -> Subtractor:
    return BackgroundMixture()


def _paper() -> Subtractor:
    return BackgroundMixture(rho="paper")


def _mog2() -> Subtractor:
    return BackgroundMixture(method="mog2")


def _cv2_mog2() -> Subtractor:
    import cv2

    return cv2.createBackgroundSubtractorMOG2()


def _cv2_knn() -> Subtractor:
    import cv2

    return cv2.createBackgroundSubtractorKNN()


def _cv2_mog() -> Subtractor:
    import cv2

    return cv2.bgsegm.createBackgroundSubtractorMOG()


METHODS: dict[str, Callable[[], Subtractor]] = {
    "stauffer-grimson": _stauffer_grimson,
    "paper": _paper,
    "mog2": _mog2,
    "OpenCV MOG2": _cv2_mog2,
    "OpenCV KNN": _cv2_knn,
    "OpenCV MOG": _cv2_mog,
}
Frames = Iterable[tuple[Labeled, np.ndarray | None]]  # and where the frame counts: (h, w) bool, or nowhere


def scored(frames: Frames, methods: Iterable[str] = METHODS, tick: Tick = no_tick) -> dict[str, Scored]:
    """Return each method's scores on a sequence; all see the same frames at the same time."""
    models = {name: METHODS[name]() for name in methods}
    scores = {name: Scored(Score(), Score()) for name in models}
    for labeled, where in frames:
        tick(0.0)
        for name, model in models.items():
            mask = model.apply(labeled.pixels)
            if where is not None:
                raw, filtered = scores[name]
                smooth = despeckled(mask, MEDIAN)
                scores[name] = Scored(
                    raw.plus(mask, labeled.truth, where), filtered.plus(smooth, labeled.truth, where)
                )
    return scores


def second_half(sequence: Sequence) -> Iterator[tuple[Labeled, np.ndarray | None]]:
    """Yield a generated sequence; its second half counts, everywhere."""
    everywhere = np.ones(sequence.size[::-1], bool)
    for number, frame in enumerate(sequence):
        yield frame, everywhere if 2 * number >= sequence.length else None


def generated(seeds: Iterable[int] = SEEDS) -> dict[str, Frames]:
    """Return the generated sequences that are reported, by name."""
    return {f"{kind} {seed}": second_half(Sequence(kind, seed)) for kind in KINDS for seed in seeds}
