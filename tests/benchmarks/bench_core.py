"""How long the numeric core takes, beside a copy of the same pixels and beside Pillow's color table.

Run: python tests/benchmarks/bench_core.py
"""

from __future__ import annotations

import numpy as np
from clock import Row, milliseconds
from photos import big_photo
from PIL import Image, ImageFilter

from palette_studio.core.extract import extract
from palette_studio.core.histogram import histograms
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.tiles import pyramid
from palette_studio.core.warm import warm


def drag(pixels: np.ndarray, found: Palette, times: int = 15, **options: object) -> float:
    """Return the median over frames of a drag, each with another color."""
    targets = iter([(40 + 10 * i, 200 - 9 * i, 60 + 8 * i) for i in range(times + 1)])
    return milliseconds(lambda: recolor(pixels, found, found.with_color(3, next(targets)), **options), times)  # type: ignore[arg-type]


def peer(pixels: np.ndarray) -> float:
    """Return the time of Pillow's own 17-node table on the same pixels."""
    table = ImageFilter.Color3DLUT.generate(17, lambda r, g, b: (g, b, r))
    image = Image.fromarray(pixels)
    return milliseconds(lambda: image.filter(table))


def row(name: str, taken: float, copy: float, pillow: float) -> Row:
    beside = f"{taken / copy:.0f} × a copy, {taken / pillow:.2f} × Pillow's Color3DLUT (17³)"
    return name, f"{taken:.1f} ms", beside


def rows() -> list[Row]:
    """Return the times of the core on 1.5 MP, a frame of a drag, and on 12 MP, an export."""
    warm()
    return [*frame_rows(big_photo(1.5)), *photo_rows(big_photo(12))]


def frame_rows(small: np.ndarray) -> list[Row]:
    found = extract(small, 6)
    copy, pillow = milliseconds(small.copy), peer(small)
    times = (
        ("Pillow Color3DLUT 17³, 1.5 MP", pillow),
        ("Preview frame, rbf, 17 nodes, 1.5 MP", drag(small, found, table=17)),
        ("Preview frame, rbf, 33 nodes, 1.5 MP", drag(small, found, table=33)),
        ("Preview frame, nearest, 1.5 MP", drag(small, found, method="nearest", table=33)),
        ("Palette of 6, 1.5 MP", milliseconds(lambda: extract(small, 6))),
        ("Palette, automatic count, 1.5 MP", milliseconds(lambda: extract(small, "auto"))),
        ("Histograms, 1.5 MP", milliseconds(lambda: histograms(small))),
    )
    return [row(name, taken, copy, pillow) for name, taken in times]


def photo_rows(large: np.ndarray) -> list[Row]:
    found = extract(large, 6)
    deep = large.astype(np.uint16) * np.uint16(257)
    deep.flags.writeable = False
    copy, pillow = milliseconds(large.copy), peer(large)
    times = (
        ("Exact, rbf, 12 MP", drag(large, found, 5)),
        ("Exact, nearest, 12 MP", drag(large, found, 5, method="nearest")),
        ("Exact, rbf, 12 MP at 16 bits", drag(deep, found, 3)),
        ("65 nodes, rbf, 12 MP at 16 bits", drag(deep, found, 5, table=65)),
        ("Pyramid, 12 MP", milliseconds(lambda: pyramid(large))),
    )
    return [row(name, taken, copy, pillow) for name, taken in times]


if __name__ == "__main__":
    for name, figure, beside in rows():
        print(f"{name:<40} {figure:>12}   {beside}")
