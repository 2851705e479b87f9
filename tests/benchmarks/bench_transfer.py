"""How near color transfer comes, what it keeps, and how long it takes, beside the peers that are installed.

Run: python tests/benchmarks/bench_transfer.py. Times are wall clock on all cores, medians, as ratios to our
own Reinhard in Lab, uint8 in and out, of the same run.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from photos import big_photo
from transfer_peers import IDT_REGRAIN, LINEAR, peers

from palette_studio.core.evaluate.transfer import Change, Table, all_better, by_methods, table, targets
from palette_studio.core.evaluate.transfer_pairs import flower_pairs
from palette_studio.core.transfer import METHODS

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared")) / "data"
FIT = "hue-fit"


def rows() -> list[Row]:
    """Return times, the targets that concern methods without weights, then every method's figures."""
    changes = by_methods(tuple(METHODS)) | {FIT: by_fit} | peers()
    taken, base = times(changes), "reinhard"
    found = time_rows(taken)
    scored = None
    if (DATA / "flowers" / "pairs.csv").exists():
        scored = table(flower_pairs(DATA / "flowers"), changes, fine=(FIT,))
        found += quality_rows(scored)
    for name in changes:
        mean = scored.mean(name) if scored else {}
        words = " ".join(f"{key} {value:.3f}" for key, value in mean.items())
        ratio = f"{taken[name] / taken[base]:.2f} Reinhards ({taken[name]:.0f} ms)"
        found.append((f"{name}, 1 MP", ratio, words))
    return found


def by_fit(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    from palette_studio.nets.hue_fit import hue_fit

    return hue_fit(source, reference).apply(source)


def times(changes: dict[str, Change]) -> dict[str, float]:
    """Return the milliseconds of every change at 1 MP."""
    source = big_photo(1)
    reference = np.ascontiguousarray(255 - source[::-1, :, ::-1])
    return {name: milliseconds(lambda c=change: c(source, reference), 5) for name, change in changes.items()}


def time_rows(taken: dict[str, float]) -> list[Row]:
    share = taken["full-color"] / taken["idt-regrain"]
    fast = taken["full-color-fast"] / taken["reinhard"]
    beside = "at most 0.25"
    if IDT_REGRAIN in taken:
        beside += f"; of {IDT_REGRAIN}'s {taken['full-color'] / taken[IDT_REGRAIN]:.3f}"
    return [
        ("full-color at 1 MP, of IDT + regrain's time", f"{share:.2f}", beside),
        ("full-color-fast at 1 MP, of Reinhard's", f"{fast:.2f}", "at most 1.5"),
        ("hue-fit of a pair of 1 MP, fitted and painted", f"{taken[FIT] / 1e3:.1f} s", ""),
    ]


def quality_rows(scored: Table) -> list[Row]:
    """Return what ``evaluate hue-net`` aims at, and the same beside the peers' own code."""
    aimed = targets("flowers", scored)
    for one, two, keys in (
        ("full-color", IDT_REGRAIN, ("swd", "emd_weighted", "structure", "grain")),
        ("full-color-fast", LINEAR, ("swd", "structure", "grain")),
    ):
        if two in scored.rows:
            aimed.append(all_better(scored, one, two, keys))
    return [(each.what, f"{'yes' if each.met else 'no'}: {each.found}", each.wanted) for each in aimed]


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row), flush=True)
