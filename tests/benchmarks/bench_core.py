"""How long the numeric core takes, beside a copy of the same pixels and beside Pillow's color table.

Run: python tests/benchmarks/bench_core.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
from photos import big_photo, distinct_colors
from PIL import Image, ImageFilter

from palette_studio.core.extract import extract
from palette_studio.core.histogram import histograms
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.tiles import pyramid
from palette_studio.core.warm import warm


def milliseconds(work: Callable[[], object], times: int = 9) -> float:
    """Return the median over several runs, after one that does not count."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken)


def drag(pixels: np.ndarray, found: Palette, times: int = 15, **options: object) -> float:
    """Return the median over frames of a drag, each with another color."""
    targets = iter([(40 + 10 * i, 200 - 9 * i, 60 + 8 * i) for i in range(times + 1)])
    return milliseconds(lambda: recolor(pixels, found, found.with_color(3, next(targets)), **options), times)  # type: ignore[arg-type]


def peer(pixels: np.ndarray) -> float:
    """Return the time of Pillow's own 17-node table on the same pixels."""
    table = ImageFilter.Color3DLUT.generate(17, lambda r, g, b: (g, b, r))
    image = Image.fromarray(pixels)
    return milliseconds(lambda: image.filter(table))


def row(name: str, taken: float, copy: float, pillow: float) -> None:
    print(f"{name:<46} {taken:9.1f} {taken / copy:9.1f} {taken / pillow:9.2f}")


def main() -> None:
    warm()
    small, large = big_photo(1.5), big_photo(12)
    wide = large.astype(np.uint16) * np.uint16(257)
    wide.flags.writeable = False
    found = extract(small, 6)
    print(f"12 MP photo: {large.shape[1]} x {large.shape[0]}, {distinct_colors(large):,} distinct colors")
    print(f"{'':<46} {'ms':>9} {'x copy':>9} {'x Pillow':>9}")
    copy, pillow = milliseconds(small.copy), peer(small)
    row("copy, 1.5 MP", copy, copy, pillow)
    row("Pillow Color3DLUT 17, 1.5 MP", pillow, copy, pillow)
    row("rbf preview frame, 17 nodes, 1.5 MP", drag(small, found, table=17), copy, pillow)
    row("rbf preview frame, 33 nodes, 1.5 MP", drag(small, found, table=33), copy, pillow)
    row(
        "nearest preview frame, 33 nodes, 1.5 MP",
        drag(small, found, method="nearest", table=33),
        copy,
        pillow,
    )
    row("extract 6, 1.5 MP", milliseconds(lambda: extract(small, 6)), copy, pillow)
    row("extract auto, 1.5 MP", milliseconds(lambda: extract(small, "auto")), copy, pillow)
    row("histograms, 1.5 MP", milliseconds(lambda: histograms(small)), copy, pillow)
    copy, pillow = milliseconds(large.copy), peer(large)
    row("copy, 12 MP", copy, copy, pillow)
    row("Pillow Color3DLUT 17, 12 MP", pillow, copy, pillow)
    row("rbf exact, 12 MP", drag(large, found, 3), copy, pillow)
    row("rbf exact, 12 MP, 16 bits", drag(wide, found, 3), copy, pillow)
    row("rbf 65 nodes, 12 MP", drag(large, found, 5, table=65), copy, pillow)
    row("rbf 65 nodes, 12 MP, 16 bits", drag(wide, found, 5, table=65), copy, pillow)
    row("nearest exact, 12 MP", drag(large, found, 3, method="nearest"), copy, pillow)
    row("pyramid, 12 MP", milliseconds(lambda: pyramid(large)), copy, pillow)


if __name__ == "__main__":
    main()
