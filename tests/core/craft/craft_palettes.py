"""Palettes that the craft is tried on."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from palette_studio.core.palette import Palette, Swatch

BRICK, MOSS, SKY, SAND, COAL = (158, 59, 43), (98, 112, 44), (132, 196, 240), (220, 199, 160), (38, 38, 38)
FIVE = Palette(
    (
        Swatch(COAL, "Coal", 0.3),
        Swatch(BRICK, "Brick", 0.1),
        Swatch(MOSS, "Moss", 0.2),
        Swatch(SKY, "Sky", 0.25),
        Swatch(SAND, "Sand", 0.15),
    )
)


def locked(palette: Palette, *rows: int) -> Palette:
    from dataclasses import replace

    for row in rows:
        palette = palette.with_swatch(row, replace(palette[row], locked=True))
    return palette


def colors(palette: Palette) -> list[tuple[int, int, int]]:
    return [swatch.color for swatch in palette.swatches]


def random_palette(count: int, seed: int = 0) -> Palette:
    return Palette.from_colors(np.random.default_rng(seed).integers(0, 256, (count, 3)))


byte = st.integers(0, 255)
palettes = st.builds(
    lambda pairs: Palette(tuple(Swatch(color, locked=lock) for color, lock in pairs)),
    st.lists(st.tuples(st.tuples(byte, byte, byte), st.booleans()), min_size=1, max_size=8),
)
