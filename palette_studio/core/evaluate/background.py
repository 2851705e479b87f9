"""Precision, recall and F of background models on sequences with a truth, beside OpenCV's subtractors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np

from palette_studio.core.evaluate.sequences import BACKGROUND, FOREGROUND, KINDS, SHADOW, Labeled, Sequence
from palette_studio.core.files import FileError, read_sequence
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


def scored(
    frames: Frames, methods: Iterable[str] = METHODS, seen: Callable[[], None] = lambda: None
) -> dict[str, Scored]:
    """Return each method's scores on a sequence; all see the same frames. seen: called at every frame."""
    models = {name: METHODS[name]() for name in methods}
    scores = {name: Scored(Score(), Score()) for name in models}
    for labeled, where in frames:
        seen()
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


def labeled(folder: Path) -> Iterator[tuple[Labeled, np.ndarray | None]]:
    """Yield the frames of a folder laid out as CDnet's are: input/, groundtruth/, ROI.bmp, temporalROI.txt.

    Frames are numbered from 1 in temporalROI.txt; without it all count. The region may have another size
    than the frames: both begin at the upper left, and what it does not reach does not count.
    Raises FileError for what cannot be read, or a truth of another size or number of frames.
    """
    frames, truths = read_sequence(folder / "input"), read_sequence(folder / "groundtruth")
    if frames.length != truths.length or frames.size != truths.size:
        raise FileError(f"{folder.name}: input and groundtruth differ in number or size of their frames.")
    region, (first, last) = _region(folder, frames.size), _counted(folder)
    for number, (pixels, truth) in enumerate(zip(frames, truths, strict=True)):
        place = int("0" + "".join(filter(str.isdigit, frames.name(number)))) or number + 1
        yield Labeled(pixels, truth[..., 0]), region if first <= place <= last else None


def is_labeled(folder: Path) -> bool:
    """Return whether a folder is laid out as CDnet's are."""
    return (folder / "input").is_dir() and (folder / "groundtruth").is_dir()


def _region(folder: Path, size: tuple[int, int]) -> np.ndarray:
    whole = np.ones(size[::-1], bool)
    if not (folder / "ROI.bmp").is_file():
        return whole
    region = read_sequence(folder / "ROI.bmp").frame(0)[: size[1], : size[0], 0] > 127
    whole[:] = False
    whole[: region.shape[0], : region.shape[1]] = region
    return whole


def _counted(folder: Path) -> tuple[int, int]:
    """Return the numbers of the first and last frame that count."""
    path = folder / "temporalROI.txt"
    if not path.is_file():
        return 1, sys.maxsize
    try:
        first, last = map(int, path.read_text(encoding="ascii", errors="replace")[:100].split())
    except ValueError as error:
        raise FileError(f"{path.name} does not hold two whole numbers: first and last frame.") from error
    return first, last


def sequences_in(folder: Path | None) -> dict[str, Frames]:
    """Return, by name, what is reported: the generated sequences, and the labeled ones in a folder.

    The folder may itself be one, or hold some. Raises FileError when it is no folder.
    """
    found = generated()
    if folder is not None:
        if not folder.is_dir():
            raise FileError(f"{folder.name} is no folder. Name one that holds labeled sequences.")
        for path in (folder, *sorted(folder.iterdir())):
            if is_labeled(path):
                found[path.resolve().name] = labeled(path)
    return found


def report(sequences: dict[str, Frames], tick: Tick = no_tick) -> dict[str, dict[str, Scored]]:
    """Return each sequence's scores by method, under its name."""
    result = {}
    for number, (name, frames) in enumerate(sequences.items()):
        result[name] = scored(frames, seen=partial(tick, number / len(sequences)))
    tick(1.0)
    return result


def means(scores: dict[str, dict[str, Scored]]) -> dict[str, tuple[float, float]]:
    """Return each method's mean F over all sequences: of masks as they are, and after the median."""
    rows = list(scores.values())
    return {
        name: (
            float(np.mean([row[name].raw.f for row in rows])),
            float(np.mean([row[name].filtered.f for row in rows])),
        )
        for name in rows[0]
    }


def generated(seeds: Iterable[int] = SEEDS) -> dict[str, Frames]:
    """Return the generated sequences that are reported, by name."""
    return {f"{kind} {seed}": second_half(Sequence(kind, seed)) for kind in KINDS for seed in seeds}
