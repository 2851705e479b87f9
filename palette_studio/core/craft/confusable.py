"""Pairs of swatches that differ for normal sight and look alike with a color-vision deficiency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.craft.vision import diagnosis, seen_colors
from palette_studio.core.palette import Palette

# CIEDE2000. A difference of 1 is just seen where colors touch, under good light; colors that lie apart and
# are to be told by memory, as in a chart, need several times that. Our choice: told at a glance; not told.
CLEAR, ALIKE = 10.0, 5.0


@dataclass(frozen=True)
class Confusable:
    """Two swatches, by their rows, first < second, and how different they look, in CIEDE2000.

    normal: for normal sight. seen: with the deficiency, "" being none.
    """

    first: int
    second: int
    deficiency: str
    severity: float
    normal: float
    seen: float

    def words(self, palette: Palette) -> str:
        """Return it as a sentence: "Brick and Moss look alike with deuteranopia"."""
        names = (palette[row].name or palette[row].hex for row in (self.first, self.second))
        with_what = f"with {diagnosis(self.deficiency, self.severity)}" if self.deficiency else "to everyone"
        return f"{' and '.join(names)} look alike {with_what}"


def differences(colors: np.ndarray) -> np.ndarray:
    """Return (k, k) CIEDE2000 between (k, 3) 8-bit sRGB colors."""
    lab = srgb_to_lab(np.asarray(colors).reshape(-1, 3) / 255)
    return ciede2000(lab[:, None], lab[None])


def confusable(
    palette: Palette, severity: float = 1.0, deficiencies: Iterable[str] = ("protan", "deutan", "tritan")
) -> tuple[Confusable, ...]:
    """Return the pairs that differ by at least 10 for normal sight and by at most 5 with a deficiency.

    In CIEDE2000. They come by deficiency, in the order given, then the most alike first. Achromatopsia is
    asked for by name: with it most palettes have such pairs.
    Raises ValueError for an unknown deficiency or a severity outside 0..1.
    """
    normal, found = differences(palette.colors), []
    for deficiency in deficiencies:
        seen = differences(seen_colors(palette.colors, deficiency, severity))
        alike = np.argwhere(np.triu((normal >= CLEAR) & (seen <= ALIKE), 1))
        pairs = [
            Confusable(i, j, deficiency, severity, float(normal[i, j]), float(seen[i, j]))
            for i, j in alike.tolist()
        ]
        found += sorted(pairs, key=lambda pair: pair.seen)
    return tuple(found)


def alike(palette: Palette) -> tuple[Confusable, ...]:
    """Return the pairs that differ by at most 5 in CIEDE2000 for normal sight, the most alike first."""
    normal = differences(palette.colors)
    pairs = [
        Confusable(i, j, "", 0.0, float(normal[i, j]), float(normal[i, j]))
        for i, j in np.argwhere(np.triu(normal <= ALIKE, 1)).tolist()
    ]
    return tuple(sorted(pairs, key=lambda pair: pair.normal))
