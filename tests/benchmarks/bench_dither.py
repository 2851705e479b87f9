"""How long each dithering takes, beside Pillow's Floyd-Steinberg of the same pixels and palette.

Run: python tests/benchmarks/bench_dither.py
"""

from __future__ import annotations

import statistics

import numpy as np
from clock import Row, milliseconds
from photos import SAMPLE, big_photo
from PIL import Image

from palette_studio.core.dither import METHODS, dither
from palette_studio.core.dither.diffusion import KERNELS
from palette_studio.core.extract import extract

TURNS = 5


def rows() -> list[Row]:
    """Return the rows of every method on 12 MP, and of Floyd-Steinberg with other palettes and sizes."""
    with Image.open(SAMPLE) as sample:
        few, many = (extract(np.asarray(sample), k).colors for k in (16, 64))
    small, large, name = big_photo(1), big_photo(12), "floyd-steinberg"
    return [
        *(_row(large, few, method) for method in METHODS),
        *(_row(large, few, method, serpentine=False) for method in KERNELS),
        _row(large, few, name, linear=True),
        _row(large, many, name),
        _row(large, many, name, serpentine=False),
        _row(small, few, name),
        _row(small, few, name, serpentine=False),
    ]


def _row(photo: np.ndarray, colors: np.ndarray, method: str, **options: bool) -> Row:
    """Return one method's time and Pillow's, taken in turns so that both meet the same machine.

    Pillow's rows all run one way, and its nearest color is near at best.
    """
    palette = Image.new("P", (1, 1))
    palette.putpalette(np.concatenate([colors, np.repeat(colors[-1:], 256 - len(colors), axis=0)]).tobytes())
    image = Image.fromarray(photo)

    def theirs() -> object:
        return image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)

    def ours() -> object:
        return dither(photo, colors, method=method, **options)

    ours()
    pairs = [tuple(milliseconds(work, 1, warm=False) for work in (ours, theirs)) for _ in range(TURNS)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    words = {"linear": "linear light", "serpentine": "one way"}
    said = "".join(f", {words[option]}" for option in options)
    return (
        f"Dither {photo.size / 3e6:.0f} MP to {len(colors)}: {method}{said}",
        f"{mine:.0f} ms",
        f"{mine / other:.2f} of Pillow's Floyd-Steinberg ({other:.0f} ms)",
    )


if __name__ == "__main__":
    for what, figure, beside in rows():
        print(f"{what:<58} {figure:>12}   {beside}")
