"""An artist's hints: this place has this color."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.palette import Rgb, hex_of

if TYPE_CHECKING:
    import numpy as np

GRID = 256  # units of a photo's shorter side, in which sizes are counted
SMALLEST, LARGEST = 1, 9  # units
HINTS = 2000  # in a file, at most


@dataclass(frozen=True)
class Hint:
    """A color at a place. x, y: pixels of the photo, from its upper left corner to the middle of a square.
    size: of the square, in 1/256 of the photo's shorter side. Only the color's chroma counts."""

    x: float
    y: float
    color: Rgb
    size: int = 3

    def scaled(self, share: float) -> Hint:
        """Return the hint on a picture of the photo that is so many times as large."""
        return replace(self, x=self.x * share, y=self.y * share)

    def side_px(self, shape: tuple[int, ...]) -> float:
        """Return the side of the square on a photo of this height and width."""
        return max(1.0, self.size * min(shape[:2]) / GRID)


def chroma_of(hints: tuple[Hint, ...]) -> np.ndarray:
    """Return (n, 2) a and b of CIELab."""
    import numpy as np

    from palette_studio.core.color import srgb_to_lab

    colors = np.array([hint.color for hint in hints], np.float64).reshape(-1, 3)
    return srgb_to_lab(colors / 255)[:, 1:].astype(np.float32)


def read_hints(path: Path) -> tuple[Hint, ...]:
    """Return the hints of a JSON file: {"hints": [{"x", "y", "color", "size"}]}.

    Raises FileError where it can't be read or holds something else.
    """
    from palette_studio.core.color_text import parse_color
    from palette_studio.core.files import FileError

    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["hints"][:HINTS]
        found = tuple(
            Hint(float(row["x"]), float(row["y"]), parse_color(row["color"]), int(row.get("size", 3)))
            for row in rows
        )
    except OSError as error:
        raise FileError(f"{path.name} can't be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileError(
            f"{path.name} holds no hints ({error}); it should be "
            '{"hints": [{"x": 10, "y": 20, "color": "#c03020", "size": 3}]}, x and y in pixels'
        ) from error
    for n, hint in enumerate(found, 1):
        if not (isfinite(hint.x) and isfinite(hint.y) and SMALLEST <= hint.size <= LARGEST):
            raise FileError(
                f"{path.name}, hint {n}: x and y are pixels, size is {SMALLEST} to {LARGEST}, not {hint.size}"
            )
    return found


def write_hints(hints: tuple[Hint, ...]) -> str:
    """Return hints as the text of a file that ``read_hints`` reads."""
    rows = [{"x": hint.x, "y": hint.y, "color": hex_of(hint.color), "size": hint.size} for hint in hints]
    return json.dumps({"hints": rows}, indent=1) + "\n"
