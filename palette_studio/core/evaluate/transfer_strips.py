"""Transfers side by side, to be looked at for checkers, rainbows and halos."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from palette_studio.core.evaluate.strips import STRIPS, row, write_sheets
from palette_studio.core.evaluate.transfer import Change
from palette_studio.core.evaluate.transfer_pairs import Pair
from palette_studio.core.tick import Tick, no_tick

CLASSICS = ("full-color-even", "full-color", "reinhard", "idt-regrain")


def write_strips(
    folder: Path | str, pairs: Sequence[Pair], changes: dict[str, Change], tick: Tick = no_tick
) -> list[Path]:
    """Write the first pairs as rows of source, reference and every result; return the sheets of four."""
    chosen, strips = list(pairs[:STRIPS]), []
    for number, pair in enumerate(chosen):
        tick(number / len(chosen))
        strips.append(_strip(pair, changes))
    tick(1.0)
    return write_sheets(folder, strips)


def _strip(pair: Pair, changes: dict[str, Change]) -> np.ndarray:
    source, _, target = pair.name.partition(" > ")
    cells = {f"source {source}": pair.source, f"reference {target}": pair.reference}
    cells |= {name: change(pair.source, pair.reference) for name, change in changes.items()}
    return row(cells)
