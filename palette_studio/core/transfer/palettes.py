"""The source's palette carried to the reference's by optimal transport, and the photo recolored by it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick, at
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Given, finished

SWATCHES = 6  # of each palette
Pairs = Sequence[tuple[int, int]]


def painted(given: Given, tick: Tick) -> np.ndarray:
    """Return the source recolored from its palette to the one that transport found for it."""
    from palette_studio.core.recolor import recolor

    found, wanted = given.palettes or (palette_of(given.pixels), palette_of(given.reference))
    tick(0.2)
    edited = carried(found, wanted, given.forced)
    result = recolor(
        given.pixels, found, edited, tick=lambda fraction, partial=None: tick(0.2 + 0.7 * fraction, partial)
    )
    return finished(given, Colors(result).of, at(tick, 0.9))


def palette_of(pixels: np.ndarray) -> Palette:
    """Return the swatches that stand for a picture here. pixels: (h, w, 3|4) uint8 or uint16."""
    from palette_studio.core.extract import extract

    return extract(pixels, SWATCHES)


def carried(found: Palette, wanted: Palette, forced: Pairs = ()) -> Palette:
    """Return ``found`` with each color at the mean, in Lab, of the wanted ones its coverage is carried to.

    forced: (index in found, index in wanted); such a swatch goes there whole, the others share what is left.
    Raises ValueError for an index that is in no palette, or a source swatch that is forced twice.
    """
    _check(found, wanted, forced)
    own, other = _places(found), _places(wanted)
    left, room = _coverages(found), _coverages(wanted)
    places = own.copy()
    for one, two in forced:
        places[one] = other[two]
        room[two] = max(0.0, room[two] - left[one])
        left[one] = 0
    free = np.flatnonzero(left > 0)
    if len(free):
        room = room if room.sum() > 1e-9 else _coverages(wanted)
        moved = plan(left[free], room, ((own[free, None] - other[None]) ** 2).sum(2))
        places[free] = moved @ other / moved.sum(1, keepdims=True)
    edited = found
    for index in np.flatnonzero(np.abs(places - own).sum(1) > 1e-6):
        r, g, b = np.rint(np.clip(lab_to_srgb(places[index]), 0, 1) * 255).astype(int)
        edited = edited.with_color(int(index), (int(r), int(g), int(b)))
    return edited


def plan(a: np.ndarray, b: np.ndarray, cost: np.ndarray) -> np.ndarray:
    """Return the (n, m) masses that carry a to b at the least cost, exactly (Kantorovich 1942).

    a: (n,), b: (m,) not negative, each brought to a sum of 1; cost: (n, m).
    """
    from scipy.optimize import linprog

    rows, columns = cost.shape
    sums = np.vstack([np.kron(np.eye(rows), np.ones(columns)), np.kron(np.ones(rows), np.eye(columns))])
    # The last equation follows from the others; with it, rounding could make them contradict each other
    found = linprog(cost.ravel(), A_eq=sums[:-1], b_eq=np.r_[a / a.sum(), b / b.sum()][:-1], method="highs")
    if not found.success:
        raise ArithmeticError(f"no transport between palettes was found: {found.message}")
    return np.maximum(found.x, 0).reshape(cost.shape)


def _places(palette: Palette) -> np.ndarray:
    return np.asarray(srgb_to_lab(palette.colors / 255))


def _coverages(palette: Palette) -> np.ndarray:
    shares = np.array([swatch.coverage or 0.0 for swatch in palette.swatches])
    return shares if shares.sum() > 0 else np.full(len(palette), 1 / len(palette))


def _check(found: Palette, wanted: Palette, forced: Pairs) -> None:
    for one, two in forced:
        for index, palette, whose in ((one, found, "the photo"), (two, wanted, "the reference")):
            if not 0 <= index < len(palette):
                raise ValueError(f"a pair names swatch {index} of {whose}, which has 0 to {len(palette) - 1}")
    if len({one for one, _ in forced}) < len(forced):
        raise ValueError(f"a swatch of the photo goes to one color only; the pairs are {list(forced)}")
