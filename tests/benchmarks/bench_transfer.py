"""How near color transfer comes, what it keeps, and how long it takes.

Run: python tests/benchmarks/bench_transfer.py. Times are wall clock on all cores, medians, as ratios to our
own Reinhard in Lab, uint8 in and out, of the same run.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from photos import big_photo

from palette_studio.core.evaluate.transfer import Table, by_method, flower_pairs, table
from palette_studio.core.transfer import METHODS

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared")) / "data"
LESS, MORE = ("swd", "emd_weighted", "grain"), ("structure",)


def times() -> dict[str, float]:
    """Return the milliseconds of every method at 1 MP."""
    source = big_photo(1)
    reference = np.ascontiguousarray(255 - source[::-1, :, ::-1])
    changes = {name: by_method(name) for name in METHODS}
    return {name: milliseconds(lambda c=change: c(source, reference), 5) for name, change in changes.items()}


def quality(found: Table, method: str, other: str, names: tuple[str, ...]) -> Row:
    """Return whether a method is better than another in all of these."""
    one, two = found.mean(method), found.mean(other)
    won = sum(one[n] < two[n] if n in LESS else one[n] > two[n] for n in names)
    words = [", ".join(f"{n} {row[n]:.3f}" for n in names) for row in (one, two)]
    return (f"{method} better than {other}", f"{won} of {len(names)}: {words[0]}", words[1])


def rows() -> list[Row]:
    """Return targets 4 and 5, then every method's figures."""
    taken, changes = times(), {name: by_method(name) for name in METHODS}
    base = taken["reinhard"]
    share = taken["full-color"] / taken["idt-regrain"]
    found: list[Row] = [
        ("full-color at 1 MP, of IDT + regrain's time", f"{share:.2f}", "at most 0.25"),
        ("full-color-fast at 1 MP, of Reinhard's", f"{taken['full-color-fast'] / base:.2f}", "at most 1.5"),
    ]
    scored = None
    if (DATA / "flowers" / "pairs.csv").exists():
        scored = table(flower_pairs(DATA / "flowers"), changes)
        found += [
            quality(scored, "full-color", "idt-regrain", (*LESS, *MORE)),
            quality(scored, "full-color-fast", "transport-linear", ("swd", "structure", "grain")),
            ("Reinhard beaten in SWD at its SSIM", f"{scored.better('full-color', 'reinhard')} of 20", "18"),
        ]
    for name in changes:
        mean = scored.mean(name) if scored else {}
        words = " ".join(f"{key} {value:.3f}" for key, value in mean.items())
        found.append((f"{name}, 1 MP", f"{taken[name] / base:.2f} Reinhards ({taken[name]:.0f} ms)", words))
    return found


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row), flush=True)
