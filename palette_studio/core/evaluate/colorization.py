"""How near colors made for gray photos come to the true ones, beside what one can do without learning."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from palette_studio.core.tick import Tick, no_tick

COUNTS = (1, 2, 5, 10, 20, 50, 100)  # hints
SIDE = 3  # pixels of a hint's square
HINTED = 40  # scenes


@dataclass(frozen=True)
class Truth:
    """A color photo of a test. pixels: (h, w, 3) uint8. lab: (h, w, 3) float32. label: what it shows."""

    name: str
    kind: str
    label: str
    pixels: np.ndarray
    lab: np.ndarray


@dataclass(frozen=True)
class Scores:
    """Means over photos. psnr: dB of sRGB. structure: SSIM. chroma_error: root mean square of a and b.
    colorfulness: Hasler and Suesstrunk 2003."""

    psnr: float
    structure: float
    chroma_error: float
    colorfulness: float


Made = Callable[[Truth], np.ndarray]  # (h', w', 2) chroma


def truth_of(name: str, kind: str, label: str, pixels: np.ndarray) -> Truth:
    import cv2

    return Truth(name, kind, label, pixels, cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def photos_of_split(folder: Path, split: str = "test") -> list[Truth]:
    """Return the photos of a split of an unpacked ``photos128``: scenes, BSDS photos and food, by its index.

    Raises ValueError where there is no index, or nothing in it.
    """
    import cv2

    index = folder / "index.csv"
    if not index.is_file():
        raise ValueError(f"{folder} has no index.csv; name the folder that photos128.tar.gz was unpacked to")
    found = []
    for row in csv.DictReader(index.read_text(encoding="utf-8").splitlines()):
        if row["split"] == split:
            pixels = cv2.imread(str(folder / row["file"]), cv2.IMREAD_COLOR_RGB)
            if pixels is None:
                raise ValueError(f"{folder / row['file']} can't be read as a photo")
            kind = {"places": "scene", "bsds": "bsds"}.get(row["licence"], "food")
            found.append(truth_of(row["file"], kind, row["label"], pixels))
    if not found:
        raise ValueError(f"{index} has no photos of the split {split}")
    return found


def painted(truth: Truth, chroma: np.ndarray) -> np.ndarray:
    """Return a photo with its own lightness and this chroma, (h, w, 3) uint8, as an export has it."""
    from palette_studio.core.colorize.paint import paint

    return paint(truth.pixels, chroma)


def score(truth: Truth, made: np.ndarray) -> Scores:
    """Return the measures of one picture, (h, w, 3) uint8."""
    import cv2

    from palette_studio.core.transfer.distances import structure

    lab = cv2.cvtColor(made.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return Scores(
        psnr(made, truth.pixels),
        structure(made, truth.pixels),
        float(np.sqrt(np.square(lab[..., 1:] - truth.lab[..., 1:]).mean())),
        colorfulness(made),
    )


def psnr(made: np.ndarray, truth: np.ndarray) -> float:
    """Return dB over all values of two uint8 pictures; equal ones count 78 dB, a thousandth of a step."""
    error = np.square(made.astype(np.float32) - truth).mean()
    return float(10 * np.log10(255**2 / max(error, 1e-3)))


def colorfulness(pixels: np.ndarray) -> float:
    """Return how colorful a picture is: 0 gray, 45 averagely, above 80 very (Hasler and Suesstrunk 2003)."""
    r, g, b = np.moveaxis(pixels[..., :3].astype(np.float64), -1, 0)
    first, second = r - g, (r + g) / 2 - b
    return float(np.hypot(first.std(), second.std()) + 0.3 * np.hypot(first.mean(), second.mean()))


def mean_scores(each: list[Scores]) -> Scores:
    return Scores(
        *(float(np.mean(column)) for column in zip(*(asdict(one).values() for one in each), strict=True))
    )


def measured(truths: list[Truth], made: Made, tick: Tick = no_tick) -> list[Scores]:
    found = []
    for n, truth in enumerate(truths):
        tick(n / len(truths))
        found.append(score(truth, painted(truth, made(truth))))
    return found


# Without learning


def gray(truth: Truth) -> np.ndarray:
    return np.zeros((*truth.lab.shape[:2], 2), np.float32)


def always(chroma: np.ndarray) -> Made:
    """Return what gives every pixel of every photo one color."""
    return lambda truth: np.broadcast_to(np.float32(chroma), (*truth.lab.shape[:2], 2))


def by_lightness(photos: list[np.ndarray], steps: int = 64) -> Made:
    """Return what gives every lightness the mean color that it has in these photos, (h, w, 3) CIELab each."""
    sums, counts = np.zeros((steps, 2)), np.zeros(steps)
    for lab in photos:
        rows = _rows(lab[..., 0], steps).ravel()
        counts += np.bincount(rows, minlength=steps)
        for c in range(2):
            sums[:, c] += np.bincount(rows, lab[..., 1 + c].ravel(), steps)
    table = (sums / np.maximum(counts, 1)[:, None]).astype(np.float32)
    return lambda truth: table[_rows(truth.lab[..., 0], steps)]


def own_mean(truth: Truth) -> np.ndarray:
    """Return the photo's own mean color everywhere: what an oracle of one color could do."""
    return always(truth.lab[..., 1:].mean((0, 1)))(truth)


def _rows(light: np.ndarray, steps: int) -> np.ndarray:
    return np.clip(light / 100 * steps, 0, steps - 1).astype(int)


# Hints


def random_hints(truth: Truth, count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return hints that a photo gives at uniformly random places: (n, 2) x and y, (n, 2) chroma.

    A hint is the mean chroma of ``SIDE`` x ``SIDE`` pixels. The first hints of more are those of fewer.
    """
    rng = np.random.default_rng((seed, *truth.name.encode()))
    height, width = truth.lab.shape[:2]
    places = np.stack([rng.integers(0, [width, height]) for _ in range(count)])
    half = SIDE // 2
    chroma = [
        truth.lab[max(0, y - half) : y + half + 1, max(0, x - half) : x + half + 1, 1:].mean((0, 1))
        for x, y in places
    ]
    return places, np.array(chroma, np.float32)


def drawn(truth: Truth, places: np.ndarray, chroma: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return hints as a picture of chroma (h, w, 2) and where it is known (h, w) bool."""
    picture, known = np.zeros((*truth.lab.shape[:2], 2), np.float32), np.zeros(truth.lab.shape[:2], bool)
    half = SIDE // 2
    for (x, y), color in zip(places, chroma, strict=True):
        square = slice(max(0, y - half), y + half + 1), slice(max(0, x - half), x + half + 1)
        picture[square], known[square] = color, True
    return picture, known
