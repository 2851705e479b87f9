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
from palette_studio.core.extract import extract

SIZES = (16, 64)


def rows() -> list[Row]:
    """Return the rows of every method at 1 MP and at 12 MP, each run beside Pillow's."""
    result = []
    for megapixels, name, times in ((1, "1 MP", 7), (12, "12 MP", 3)):
        photo = big_photo(megapixels)
        for k in SIZES:
            with Image.open(SAMPLE) as sample:
                colors = extract(np.asarray(sample), k).colors
            result += [_row(photo, colors, method, name, times) for method in METHODS]
            result.append(_row(photo, colors, "floyd-steinberg", name, times, linear=True))
            result.append(_row(photo, colors, "floyd-steinberg", name, times, serpentine=False))
    return result


def _row(photo: np.ndarray, colors: np.ndarray, method: str, name: str, times: int, **options: bool) -> Row:
    """Return one method's time and Pillow's, taken in turns so that both meet the same machine."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(np.concatenate([colors, np.repeat(colors[-1:], 256 - len(colors), axis=0)]).tobytes())
    image = Image.fromarray(photo)

    def theirs() -> object:
        return image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)

    def ours() -> object:
        return dither(photo, colors, method=method, **options)

    ours()
    pairs = [tuple(milliseconds(work, 1, warm=False) for work in (ours, theirs)) for _ in range(times)]
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    words = {"linear": "linear light", "serpentine": "one way"}
    said = "".join(f", {words[option]}" for option in options)
    return (
        f"Dither {name} to {len(colors)}: {method}{said}",
        f"{mine:.0f} ms",
        f"{mine / other:.2f} of Pillow's Floyd-Steinberg ({other:.0f} ms)",
    )


if __name__ == "__main__":
    for what, figure, beside in rows():
        print(f"{what:<58} {figure:>12}   {beside}")
