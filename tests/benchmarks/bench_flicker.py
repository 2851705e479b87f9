"""How much more frames flicker once they are recolored: one palette for the sequence, or one for each frame.

Measured where nothing moves in a generated sequence with the noise of a camera: the mean change of the result
from frame to frame over that of the source. 1 is no more flicker than the frames have themselves.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from clock import Row

from palette_studio.core.contact_sheet import ContactSheet, contact_sheet
from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.find_palette import palette_of
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.recolor import METHODS, recolor

LENGTH, SWATCHES = 60, 5
AIM = (58, 110, 165)  # what the most covering swatch becomes


class Frames:
    """Generated frames, read like those of a folder."""

    def __init__(self, kind: str) -> None:
        labeled = list(Sequence(kind, seed=1, size=(240, 180), length=LENGTH))
        self.pixels = [one.pixels for one in labeled]
        moves = np.any([one.truth != 0 for one in labeled], axis=0)
        self.still = ~moves

    def frame(self, number: int) -> np.ndarray:
        return self.pixels[number]


def rows() -> list[Row]:
    found: list[Row] = []
    frames = Frames("static")
    sheet = contact_sheet(frames, LENGTH)  # type: ignore[arg-type]  # has all that is asked for
    for method in METHODS:
        one, each = flicker(frames, method, sheet), flicker(frames, method, None)
        words = f"{each:.2f} × with a palette found in every frame"
        found.append((f"Flicker of {LENGTH} frames, {method}", f"{one:.2f} × the source's", words))
    return found


def flicker(frames: Frames, method: str, sheet: ContactSheet | None) -> float:
    """Return how much more still pixels change than the source's. sheet: None for each frame by itself."""
    palette = None if sheet is None else edited(palette_of(sheet, SWATCHES))
    made = []
    for pixels in frames.pixels:
        photo = sheet or Photo(pixels.copy(), "")
        found, aims = palette or edited(palette_of(photo, SWATCHES))
        made.append(recolor(pixels, found, aims, method=method, scene=photo.scene))
    return change(made, frames.still) / change(frames.pixels, frames.still)


def edited(found: Palette) -> tuple[Palette, Palette]:
    most = max(range(len(found)), key=lambda row: found[row].coverage)
    return found, found.with_color(most, AIM)


def change(frames: list[np.ndarray], still: np.ndarray) -> float:
    pairs = pairwise(frames)
    return float(np.mean([np.abs(b[still].astype(float) - a[still]).mean() for a, b in pairs]))


if __name__ == "__main__":
    for row in rows():
        print(": ".join(row[:2]), f"({row[2]})")
