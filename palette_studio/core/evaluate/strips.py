"""Pictures side by side, to be looked at: what figures do not tell."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from palette_studio.core.files.atomic import write_atomically

STRIPS = 12  # photos or pairs, the first ones
PER_SHEET = 4
SURROUND, INK = 0x77, 0xFF  # the gray of the neutral theme, and its text
GAP, LABEL = 4, 18  # pixels


def row(cells: dict[str, np.ndarray]) -> np.ndarray:
    """Return (h, w, 3) uint8: pictures in a row, each with its name above it."""
    return np.hstack([_labeled(name, pixels) for name, pixels in cells.items()])


def write_sheets(folder: Path | str, rows: Iterable[np.ndarray]) -> list[Path]:
    """Write rows as sheets of four, strips-1.png and so on, in a folder that is made if it is not there."""
    from PIL import Image

    folder, every, sheets = Path(folder), list(rows), []
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(every), PER_SHEET):
        some = every[first : first + PER_SHEET]
        width = max(each.shape[1] for each in some)
        wide = [
            np.pad(each, ((0, 0), (0, width - each.shape[1]), (0, 0)), constant_values=SURROUND)
            for each in some
        ]
        path = folder / f"strips-{first // PER_SHEET + 1}.png"
        file = io.BytesIO()
        Image.fromarray(np.vstack(wide)).save(file, "PNG")
        write_atomically(path, file.getvalue())
        sheets.append(path)
    return sheets


def _labeled(name: str, pixels: np.ndarray) -> np.ndarray:
    from PIL import Image, ImageDraw

    height, width = pixels.shape[:2]
    cell = np.full((height + LABEL + GAP, width + GAP, 3), SURROUND, np.uint8)
    cell[LABEL : LABEL + height, :width] = pixels
    image = Image.fromarray(cell)
    ImageDraw.Draw(image).text((2, 3), name, (INK, INK, INK))
    return np.asarray(image)
