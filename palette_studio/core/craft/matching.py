"""One palette put in place of another: which swatch takes which color."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from palette_studio.core.color import srgb_to_oklab
from palette_studio.core.craft.unlocked import unlocked, with_colors
from palette_studio.core.palette import Palette

Pairs = tuple[int | None, ...]  # for each swatch, the row of the other palette; None for a locked one
LEAST = 0.01  # of the mean coverage: what a swatch that covers nothing counts


def matched(
    found: Palette, edited: Palette, other: Palette, forced: Mapping[int, int] | None = None
) -> Pairs:
    """Return which swatch of ``other`` each swatch takes: the least mean square move of the photo's pixels.

    found, edited: the photo's palettes, of one length; what moves are found's colors, in OKLab, each counting
    by its coverage in edited, all alike where none is known. forced: pairs that are given, swatch to swatch
    of other. Otherwise no swatch of other is taken twice as long as there are enough: the assignment is exact
    (Kuhn 1955, Munkres 1957). Where there are fewer, those left over take the nearest. Locked swatches of
    edited take none.
    Raises ValueError for an empty other palette, a pair of rows that are not there, or of a locked swatch.
    """
    from scipy.optimize import linear_sum_assignment

    forced = dict(forced or {})
    if not len(other):
        raise ValueError("The other palette has no swatches.")
    free = unlocked(edited)
    _check(forced, edited, other, free)
    cost = _costs(found, edited, other)
    pairs: list[int | None] = [None] * len(edited)
    for row in free:
        pairs[row] = int(cost[row].argmin())
    rows = [row for row in free if row not in forced]
    columns = [column for column in range(len(other)) if column not in forced.values()]
    for i, j in zip(*linear_sum_assignment(cost[np.ix_(rows, columns)]), strict=True):
        pairs[rows[i]] = columns[j]
    for row, column in forced.items():
        pairs[row] = column
    return tuple(pairs)


def _check(forced: Mapping[int, int], edited: Palette, other: Palette, free: list[int]) -> None:
    for row, column in forced.items():
        if not (0 <= row < len(edited) and 0 <= column < len(other)):
            raise ValueError(f"there is no pair {row}, {column} of {len(edited)} and {len(other)} swatches")
        if row not in free:
            raise ValueError(f"{edited[row].name or edited[row].hex} is locked; unlock it to pair it.")


def _costs(found: Palette, edited: Palette, other: Palette) -> np.ndarray:
    """Return (k, m) squared OKLab distances, times how much of the photo moves."""
    here, there = srgb_to_oklab(found.colors / 255), srgb_to_oklab(other.colors / 255)
    squared = ((here[:, None] - there[None]) ** 2).sum(axis=2)
    share = np.array([swatch.coverage for swatch in edited.swatches])
    share = np.maximum(share, LEAST * share.mean()) if share.any() else np.ones(len(share))
    return squared * share[:, None]


def applied(edited: Palette, other: Palette, pairs: Sequence[int | None]) -> Palette:
    """Return the palette in which swatches have the colors of those they are paired with, see ``matched``."""
    return with_colors(
        edited, {row: other[column].color for row, column in enumerate(pairs) if column is not None}
    )
