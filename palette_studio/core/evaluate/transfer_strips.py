"""Transfers side by side, to be looked at: what figures do not tell of checkers, rainbows and halos."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from palette_studio.core.evaluate.transfer import Change
from palette_studio.core.evaluate.transfer_pairs import Pair
from palette_studio.core.tick import Tick, no_tick

CLASSICS = ("full-color-even", "full-color", "reinhard", "idt-regrain")
STRIPS = 12  # pairs, the first ones
PER_SHEET = 4
SURROUND, INK = 0x77, 0xFF  # the gray of the neutral theme, and its text
GAP, LABEL = 4, 18  # pixels


def write_strips(
    folder: Path | str, pairs: Sequence[Pair], changes: dict[str, Change], tick: Tick = no_tick
) -> list[Path]:
    """Write the first pairs as rows of source, reference and every result; return the sheets of four.

    Sheets are strips-1.png and so on in the folder, which is made if it is not there.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chosen, sheets = list(pairs[:STRIPS]), []
    for first in range(0, len(chosen), PER_SHEET):
        strips = []
        for number, pair in enumerate(chosen[first : first + PER_SHEET], first):
            tick(number / len(chosen))
            strips.append(strip(pair, changes))
        path = folder / f"strips-{first // PER_SHEET + 1}.png"
        _stacked(strips).save(path)
        sheets.append(path)
    tick(1.0)
    return sheets


def strip(pair: Pair, changes: dict[str, Change]) -> np.ndarray:
    """Return (h, w, 3) uint8: source, reference and results in a row, each with its name above it."""
    source, _, target = pair.name.partition(" > ")
    cells = {f"source {source}": pair.source, f"reference {target}": pair.reference}
    cells |= {name: change(pair.source, pair.reference) for name, change in changes.items()}
    return np.hstack([_labeled(name, pixels) for name, pixels in cells.items()])


def _labeled(name: str, pixels: np.ndarray) -> np.ndarray:
    from PIL import Image, ImageDraw

    height, width = pixels.shape[:2]
    cell = np.full((height + LABEL + GAP, width + GAP, 3), SURROUND, np.uint8)
    cell[LABEL : LABEL + height, :width] = pixels
    image = Image.fromarray(cell)
    ImageDraw.Draw(image).text((2, 3), name, (INK, INK, INK))
    return np.asarray(image)


def _stacked(strips: list[np.ndarray]):
    from PIL import Image

    width = max(strip.shape[1] for strip in strips)
    rows = [
        np.pad(strip, ((0, 0), (0, width - strip.shape[1]), (0, 0)), constant_values=SURROUND)
        for strip in strips
    ]
    return Image.fromarray(np.vstack(rows))
