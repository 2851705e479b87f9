"""The learned models as what ``core.evaluate`` measures."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from palette_studio.core.evaluate.colorization import (
    Made,
    Truth,
    drawn,
    gray,
    mean_scores,
    measured,
    random_hints,
    truth_of,
)
from palette_studio.core.extract import extract
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import pictures, runtime
from palette_studio.nets.colorizing import lively, small_light, touched
from palette_studio.nets.deep_colorization.recipe import PARTS
from palette_studio.nets.deep_colorization.run import DeepColorizer
from palette_studio.nets.deep_colorization.scenes import read
from palette_studio.nets.hints.run import HintColorizer
from palette_studio.nets.let_there_be_color.run import Colorizer

LEARNED = 2000  # photos, evenly from all, that tell the mean colors
SWATCHES = 5


class Networks:
    """Those that ship, or those of files; deep-colorization and hints are None where there are none."""

    def __init__(self, automatic: str | None, deep: str | None, hints: str | None) -> None:
        self._colorizer = Colorizer.load(Path(automatic) if automatic else None)
        self.deep = (
            DeepColorizer.load(Path(deep) if deep else None) if _there("deep-colorization", deep) else None
        )
        self.hints = HintColorizer.load(Path(hints) if hints else None) if _there("hints", hints) else None

    def predictors(self) -> dict[str, Made]:
        """Return what colors photos without being led, by name."""
        found: dict[str, Made] = {}
        if self.deep is not None:
            found["deep-colorization"] = self._by_deep
        return found | {"let-there-be-color": self.automatic, "let-there-be-color, vivid": self.vivid}

    def automatic(self, truth: Truth) -> np.ndarray:
        return self._colorizer.chroma(small_light(truth.pixels))  # as the program does

    def vivid(self, truth: Truth) -> np.ndarray:
        return lively(self.automatic(truth), 1.0)

    def _by_deep(self, truth: Truth) -> np.ndarray:
        assert self.deep is not None
        return self.deep.chroma(small_light(truth.pixels))

    def vividly(self, photo: np.ndarray) -> np.ndarray:
        """Return a gray photo of any size in lively colors, as an export has it."""
        chroma = self._colorizer.chroma(small_light(photo))
        return touched(photo, lively(chroma, 1.0))

    def deep_steps(self, photos: list[Truth], tick: Tick = no_tick) -> dict[str, float]:
        """Return the mean dB of photos left gray, and colored by deep-colorization with ever more parts."""
        assert self.deep is not None
        found = {"gray": mean_scores(measured(photos, gray)).psnr}
        for n in range(len(PARTS) + 1):
            deep = self.deep.without(*PARTS[n:])
            name = f"and {PARTS[n - 1]}" if n else "patches"
            made = measured(photos, lambda truth, deep=deep: deep.chroma(small_light(truth.pixels)), tick)
            found[name] = mean_scores(made).psnr
        return found

    def by_hints(self, count: int) -> Made:
        """Return what is led by so many random hints."""
        return lambda truth: self.hinted(truth, *random_hints(truth, count))

    def hinted(self, truth: Truth, places: np.ndarray, chroma: np.ndarray) -> np.ndarray:
        return self._led(truth, *drawn(truth, places, chroma), np.zeros((0, 3)))

    def by_palette(self, truth: Truth) -> np.ndarray:
        """Return chroma led by the palette that our own extraction finds in the true photo."""
        from palette_studio.core.color import srgb_to_lab

        swatches = srgb_to_lab(extract(truth.pixels, SWATCHES).colors / 255)
        shape = truth.lab.shape[:2]
        return self._led(truth, np.zeros((*shape, 2), np.float32), np.zeros(shape, bool), swatches)

    def _led(self, truth: Truth, chroma: np.ndarray, where: np.ndarray, swatches: np.ndarray) -> np.ndarray:
        assert self.hints is not None
        return self.hints.chroma(
            np.ascontiguousarray(truth.lab[..., 0]), self.automatic(truth), chroma, where, swatches
        )


def _there(name: str, file: str | None) -> bool:
    return file is not None or runtime.shipped(name).is_file()


def learned_from(folder: Path) -> list[np.ndarray]:
    """Return photos of the training split, (h, w, 3) float32 CIELab, evenly from all of them."""
    files = [(name, data) for name, _, data in pictures.files(folder, "train")]
    rows = np.linspace(0, len(files) - 1, min(LEARNED, len(files))).astype(int)
    return [
        cv2.cvtColor(pictures.decoded(*files[row]).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
        for row in rows
    ]


def mean_color(photos: list[np.ndarray]) -> np.ndarray:
    """Return the mean a and b of photos in CIELab."""
    return np.mean([each[..., 1:].mean((0, 1)) for each in photos], 0)


def scenes(path: Path) -> list[Truth]:
    """Return the scenes of the test split of ``scenes_with_masks``."""
    pixels = read(path, "test").pixels
    return [truth_of(f"scene {n}", "scene", "", each) for n, each in enumerate(pixels)]


def held_out(folder: Path) -> list[Truth]:
    """Return the photos of objects that no training has seen."""
    return [
        truth_of(name, "objects", label, pictures.decoded(name, data))
        for name, label, data in pictures.files(folder, "val")
    ]
